"""Notices at the next start that the program did not end as it should, and what it left.

While the window is open a file beside the log is held by its process; a crash writes its trace
there, past all that could be broken by then. A file that nobody holds is of a run that crashed, was
killed, or went with the power.
"""

import faulthandler
import logging
import os
import re
import stat
import sys
import time
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
