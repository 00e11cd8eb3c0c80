"""What the threads that read wanted pictures for the window have in common."""

import threading
from abc import ABC, abstractmethod
from pathlib import Path

from fer_desktop.system.shutdown import Worker, left_s


class WantedPictures(ABC):
    """A thread that does something with each picture that is wanted, one at a time.

    Everything that both threads touch is guarded by `_change`; who wants a picture notifies it.
    """

    def __init__(self, name: str) -> None:
        """Start the thread; `name` is its own, for the log."""
        self._is_stopped = False
        self._change = threading.Condition()
        self._thread = Worker(self._run, name, self._request_stop)
        self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End after the picture at hand; return False when that was not in time."""
        self._request_stop()
        self._thread.join(left_s(timeout_s))
        return not self._thread.is_alive()

    def _request_stop(self) -> None:
        with self._change:
            self._is_stopped = True
            self._change.notify_all()

    # In the thread

    @abstractmethod
    def _has_wish(self) -> bool:
        """Say whether a picture is wanted; called with `_change` held."""

    @abstractmethod
    def _take(self) -> Path:
        """Take the next one; called with `_change` held, where there is one."""

    @abstractmethod
    def _do(self, path: Path) -> None:
        """Read it and keep what it gives."""

    def _run(self) -> None:
        while (path := self._next()) is not None:
            self._do(path)

    def _next(self) -> Path | None:
        with self._change:
            self._change.wait_for(lambda: self._is_stopped or self._has_wish())
            return None if self._is_stopped else self._take()
