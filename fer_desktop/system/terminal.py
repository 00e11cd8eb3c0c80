"""What both the window and the commands tell the terminal: messages and exit codes."""

import contextlib
import os
import sys
from typing import IO, Final

from fer_desktop.core.errors import (
    CameraError,
    DataError,
    FerError,
    ImageError,
    ModelError,
    SessionError,
    SettingsError,
    SourceError,
)
from fer_desktop.core.inert import inert, without_secrets
from fer_desktop.core.progress import rounded

OK: Final = 0
SOME_FAILED: Final = 1
USAGE: Final = 2
CAMERA: Final = 3
MODEL: Final = 4
NO_INPUT: Final = 5

_CODES: tuple[tuple[type[FerError], int], ...] = (
    (CameraError, CAMERA),
    (ModelError, MODEL),
    (SettingsError, USAGE),
    (SourceError, NO_INPUT),
    (ImageError, NO_INPUT),
    (DataError, NO_INPUT),
    (SessionError, NO_INPUT),
)


def exit_code(error: FerError) -> int:
    """Return the exit code that an error stands for."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), SOME_FAILED)


def close_stdout() -> None:
    """Let what is left for stdout go nowhere: nobody takes it, and Python would complain."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say(text: str) -> None:
    """Tell the user something on stderr, in one line; names of files in it drive no terminal."""
    line = inert(without_secrets(text))
    with contextlib.suppress(OSError):  # whoever listened has gone, or the disk is full
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - the one place that may


class Shown:
    """Stdout while it is a terminal, which what is written does not drive."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write a text of lines."""
        self._file.write(inert(text, keep="\n\t"))

    def flush(self) -> None:
        """Hand over what was written."""
        self._file.flush()


def stdout() -> IO[str] | Shown:
    """Return where results go: as they are, or safe to look at."""
    return Shown(sys.stdout) if sys.stdout.isatty() else sys.stdout


def show(text: str) -> None:
    """Print lines for people on stdout."""
    print(inert(text, keep="\n\t"))  # noqa: T201 - with `say` the one place that may


def time_left(seconds: float) -> str:
    """Return such as "about 2 minutes left"."""
    n, unit = rounded(seconds)
    return f"about {n} {unit if n > 1 else unit.removesuffix('s')} left"
