"""Looks into folders in a thread of its own: thousands of files and slow disks block nobody."""

import logging
import queue
import threading
from collections.abc import Sequence

from fer_desktop.batch.inputs import Input, expanding
from fer_desktop.system.shutdown import Worker

log = logging.getLogger(__name__)


class InputScan:
    """Finds the files that stand for what was given, and hands them to whoever polls."""

    def __init__(self, given: Sequence[str]) -> None:
        self._given = list(given)
        self._found: queue.SimpleQueue[Input] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = Worker(self._run, "pictures scan", self._stop.set)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether all is found and polled."""
        return not self._thread.is_alive() and self._found.empty()

    def poll(self, most: int) -> list[Input]:
        """Return what was found since the last call, in order, at most so many."""
        found: list[Input] = []
        while len(found) < most:
            try:
                found.append(self._found.get_nowait())
            except queue.Empty:
                break
        return found

    def stop(self) -> None:
        """End soon; a disk that hangs is not waited for."""
        self._stop.set()

    def _run(self) -> None:
        try:
            for item in expanding(self._given):
                if self._stop.is_set():
                    return
                self._found.put(item)
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("looking for pictures failed")
            text = "The files could not be listed; the log file says why."
            self._found.put(Input(self._given[0], "image", text))
