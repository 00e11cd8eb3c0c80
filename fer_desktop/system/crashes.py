"""Notices at the next start that the program did not end as it should, and what it left.

While the window is open a file beside the log is held by its process; a crash writes its trace
there, past all that could be broken by then. A file that nobody holds is of a run that crashed, was
killed, or went with the power.
"""

import contextlib
import faulthandler
import logging
import os
import re
import stat
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from fer_desktop import __version__
from fer_desktop.system.files import open_new
from fer_desktop.system.locks import HeldError, hold
from fer_desktop.system.reading import read_whole
from fer_desktop.system.shutdown import Entry

log = logging.getLogger(__name__)

_PATTERN: Final = "running-*.txt"
_BEGUN: Final = re.compile(r"begun (\d{1,12})$")
_MOST_BYTES: Final = 1 << 20
_MOST_FILES: Final = 20


@dataclass(frozen=True)
class LastEnd:
    """An end that was none.

    Attributes:
        trace: What the crash wrote; "" where the process was ended from outside.
        begun_s: When that run began, in seconds since 1970.
    """

    trace: str
    begun_s: float


class ChildTrace:
    """Where a child process writes the trace of its crash, for the one that started it to log.

    Attributes:
        path: The file; for `trace_into` in the child.
    """

    def __init__(self) -> None:
        """Make the file, in the system's temporary folder and under a name nobody can guess.

        Raises:
            OSError: It can't be made.
        """
        opened, name = tempfile.mkstemp(prefix="fer-desktop-", suffix=".trace")
        os.close(opened)
        self.path = Path(name)
        self._entry = Entry("the trace of a child process", drop=self.remove)

    def log(self, how: str) -> None:
        """Write how the process ended into the log, with its trace, and remove the file."""
        try:
            text = read_whole(self.path, _MOST_BYTES).decode("utf-8", "replace").strip()
        except OSError:
            text = ""
        log.info("a child process ended (%s)\n%s", how, text or "without a trace")
        self.remove()

    def remove(self) -> None:
        """Remove the file; the process has ended as it should."""
        self._entry.release()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


@contextlib.contextmanager
def trace_into(path: Path | None) -> Iterator[None]:
    """Let a crash, or an exception that leaves the context, write its trace into a file.

    Made for the whole life of a child process; None writes nothing.
    """
    if path is None:
        yield
        return
    with path.open("ab", buffering=0) as file:
        faulthandler.enable(file)
        try:
            yield
        except Exception:
            file.write(traceback.format_exc().encode("utf-8", "replace"))
            raise
        finally:
            faulthandler.disable()


_running: list[tuple[Path, IO[bytes], Entry]] = []


def begin(folder: Path) -> LastEnd | None:
    """Hold a file of this run in a folder; return how an earlier run ended, None where all is well.

    What an earlier one wrote goes into the log.
    """
    found = _earlier(folder)
    path = folder / f"running-{os.getpid()}.txt"
    try:
        path.unlink(missing_ok=True)
        file = open_new(path)
        hold(file.fileno())
    except (OSError, HeldError):
        return found  # no such file is no reason not to run
    file.write(f"FER Desktop {__version__}, begun {int(time.time())}\n".encode())
    file.flush()
    faulthandler.enable(file)
    _running.append((path, file, Entry("the file of this run", drop=end)))
    return found


def end() -> None:
    """Say that this run has ended as it should."""
    while _running:
        path, file, entry = _running.pop()
        entry.release()
        if sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        path.unlink(missing_ok=True)
        file.close()


def _earlier(folder: Path) -> LastEnd | None:
    ends = [_end_of(path) for path in sorted(folder.glob(_PATTERN))[:_MOST_FILES]]
    found = [each for each in ends if each is not None]
    return max(found, key=lambda each: each.begun_s, default=None)


def _end_of(path: Path) -> LastEnd | None:
    """Return how a run ended, and remove its file; None where it still runs."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            path.unlink()
            return None
        with path.open("r+b") as file:
            hold(file.fileno())
        text = read_whole(path, _MOST_BYTES).decode("utf-8", "replace")
        path.unlink()
    except (OSError, HeldError):
        return None
    head, _, trace = text.partition("\n")
    log.error("the program did not end as it should (%s)\n%s", head, trace or "without a trace")
    begun = _BEGUN.search(head)
    return LastEnd(trace.strip(), float(begun[1]) if begun else 0.0)
