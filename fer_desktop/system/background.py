"""One job in a thread of its own, with an end that can be asked for."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from fer_desktop.core.errors import FerError
from fer_desktop.system.shutdown import Worker, left_s

log = logging.getLogger(__name__)

T = TypeVar("T")
Item = TypeVar("Item")


class _Stopped(Exception):  # noqa: N818 - it is no error
    """Somebody asked for the end."""


class Background(Generic[T]):
    """Does a job at once, and has its result or its problem when it is over.

    The job gets this object: it passes what it goes through to `counted`, which ends the job when
    `stop` was called, as `check` does at any other place.

    Attributes:
        n_done: How many things the job went through.
        n_expected: How many there are, as far as is known; 0 where it is not.
        result: What the job returned; None until then, and after a problem or a stop.
        problem: A sentence that says why there is no result; "" else.
    """

    def __init__(self, job: "Callable[[Background[T]], T]", name: str) -> None:
        self.n_done = self.n_expected = 0
        self.result: T | None = None
        self.problem = ""
        self._job, self._stop = job, threading.Event()
        self._thread = Worker(self._run, name, self._stop.set)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the result or the problem is there."""
        return not self._thread.is_alive()

    def counted(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, count them, and end the job in between when that was asked for."""
        for item in items:
            self.check()
            self.n_done += 1
            yield item

    def wait(self, timeout_s: float) -> bool:
        """Wait for the end, so long at most; return whether it came."""
        self._thread.join(timeout_s)
        return self.is_over

    def check(self) -> None:
        """End the job here when that was asked for; the job calls it."""
        if self._stop.is_set():
            raise _Stopped

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End soon; return False where the job still hangs somewhere."""
        self._stop.set()
        self._thread.join(left_s(timeout_s))
        return self.is_over

    def _run(self) -> None:
        try:
            self.result = self._job(self)
        except _Stopped:
            return
        except FerError as error:
            self.problem = str(error)
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("a job in the background failed")
            self.problem = "Something went wrong; the log file says what."
