"""A thread for each place that live results go to: nobody waits for whoever reads them."""

import logging
import queue
from collections.abc import Callable
from typing import Final, Protocol

from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.system.files import reason
from fer_desktop.system.shutdown import Worker, left_s

log = logging.getLogger(__name__)

MOST_WAITING: Final = 256
"""So many results wait for a reader; then the oldest are dropped."""
_END_S: Final = 2.0


class Sender(Protocol):
    """Speaks one protocol. All calls but `close` come from one thread."""

    def send(self, analyzed: AnalyzedFrame) -> None:
        """Send a frame and its faces."""
        ...

    def mark(self, text: str, time_s: float) -> None:
        """Send a marker; `time_s` is `time.perf_counter()` when it was set."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class SenderThread:
    """Hands results to a sender in a thread of its own.

    Attributes:
        n_sent: So many frames and markers were handed over.
        n_dropped: So many were not, for the sender was too slow.
        problem: Why nothing is sent, for a moment or any more; "" while all is well.
    """

    def __init__(
        self, sender: Sender, name: str, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        """Begin.

        Args:
            sender: What speaks the protocol.
            name: Of the place, for messages.
            tell: Learns each problem once, in the thread of the sender.
        """
        self._sender, self._name, self._tell = sender, name, tell
        self._has_failed = False
        # A frame, a marker with its time, or None for the end.
        self._waiting: queue.Queue[AnalyzedFrame | tuple[str, float] | None]
        self._waiting = queue.Queue(MOST_WAITING)
        self.n_sent = self.n_dropped = 0
        self.problem = ""
        self._thread = Worker(self._run, f"sending {name}", lambda: self.put(None))
        self._thread.start()

    def put(self, item: AnalyzedFrame | tuple[str, float] | None) -> None:
        """Take a frame or a marker; this never waits."""
        while True:
            try:
                self._waiting.put_nowait(item)
            except queue.Full:
                try:
                    self._waiting.get_nowait()
                    self.n_dropped += 1
                except queue.Empty:
                    continue
            else:
                return

    def close(self) -> None:
        """Send what waits, for two seconds at most, and let go of everything."""
        self.put(None)
        self._thread.join(left_s(_END_S))
        self._sender.close()
        self._thread.join(left_s(_END_S))

    def _run(self) -> None:
        while (item := self._waiting.get()) is not None:
            if self._has_failed:
                continue
            try:
                if isinstance(item, tuple):
                    self._sender.mark(*item)
                else:
                    self._sender.send(item)
                self.n_sent += 1
                self.problem = ""
            except OSError as error:
                # A network that is away for a moment comes back; whoever plays on is not left.
                self._say(f"{self._name}: nothing can be sent at this moment ({reason(error)}).")
            except Exception as error:
                log.info("sending to %s failed", self._name, exc_info=error)
                self._has_failed = True
                self._say(f"{self._name}: nothing is sent any more ({error}).")

    def _say(self, problem: str) -> None:
        is_new, self.problem = problem != self.problem, problem
        if is_new:
            self._tell(problem)
