"""What the threads that read have in common: their start and end, their silence, what they tell."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from fer_desktop.core.errors import FerError
from fer_desktop.live.events import PipelineState
from fer_desktop.system.shutdown import Worker

log = logging.getLogger(__name__)

Report = Callable[[PipelineState, str, str], None]
"""Takes the new state, the source's name and a message."""


class Named(Protocol):
    """Something with a name for people, which a camera may know only once it is open."""

    @property
    def name(self) -> str:
        """The name as it is now."""
        ...


class SourceThread:
    """A thread that alone opens, reads and closes something.

    Another thread asks it to end, and can see for how long a read has not come back. One that hangs
    is left behind and never interrupted.
    """

    def __init__(self, read_from: Named, report: Report) -> None:
        """Prepare it.

        Args:
            read_from: Its name is told.
            report: Learns of states, in this thread; of nothing after `request_stop`.
        """
        self._read_from, self._report = read_from, report
        self._stop = threading.Event()
        self._progress_s, self._is_waiting = time.perf_counter(), False
        self._thread = Worker(self._run, f"capture {read_from.name}", self.request_stop)

    @property
    def source_name(self) -> str:
        """The source's name for people."""
        return self._read_from.name

    @property
    def can_come_back(self) -> bool:
        """Whether it is worth opening the source again after it failed."""
        return False

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def silent_s(self) -> float:
        """Return for how many seconds a read has not come back; 0 while nothing is read."""
        if self._is_waiting or not self._thread.is_alive():
            return 0.0
        return time.perf_counter() - self._progress_s

    def excuse(self) -> None:
        """Measure the silence from now on: until now the whole program stood still."""
        self._is_at_work()

    def start(self) -> None:
        """Start to read."""
        self._thread.start()

    def request_stop(self) -> None:
        """Ask the thread to close the source and end; it reports nothing from now on."""
        self._stop.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; return False when it did not come in time."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # In the thread

    def _read(self) -> None:
        """Open, read to the end, and close, whatever happens."""
        raise NotImplementedError

    def _run(self) -> None:
        try:
            self._read()
        except FerError as error:
            self._tell(PipelineState.FAILED, str(error))
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("reading from %s failed", self.source_name)
            words = f"Reading from {self.source_name} failed; the log file says why."
            self._tell(PipelineState.FAILED, words)

    def _is_at_work(self) -> None:
        """Begin to measure the silence anew."""
        self._progress_s = time.perf_counter()

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        """Count as no silence what this thread waits for by itself."""
        self._is_waiting = True
        yield
        # In this order, or the wait itself could be taken for the driver's silence.
        self._is_at_work()
        self._is_waiting = False

    def _tell(self, state: PipelineState, message: str) -> None:
        if not self._stop.is_set():
            self._report(state, self.source_name, message)
