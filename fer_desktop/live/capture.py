"""The capture thread: it alone opens, reads and closes the source.

Closing an OpenCV capture from another thread while a read is under way ends the process, so a
thread that hangs in a driver is left behind and never interrupted.
"""

import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from fer_desktop.core.errors import FerError
from fer_desktop.core.types import Frame
from fer_desktop.live.events import PipelineState
from fer_desktop.live.slot import LatestSlot
from fer_desktop.system.shutdown import Worker
from fer_desktop.vision.camera.frame_source import Interruptible
from fer_desktop.vision.camera.sources import FrameSource

log = logging.getLogger(__name__)

Report = Callable[[PipelineState, str, str], None]
"""Takes the new state, the source's name and a message."""

_RETRY_S = (0.5, 1.0, 2.0, 5.0)


def _retry_delays() -> Iterator[float]:
    return itertools.chain(_RETRY_S, itertools.repeat(_RETRY_S[-1]))


class CaptureThread:
    """Reads frames into a slot, and opens the source again when it fails and can come back."""

    def __init__(self, source: FrameSource, slot: LatestSlot[Frame], report: Report) -> None:
        self._source, self._slot, self._report = source, slot, report
        self._stop = threading.Event()
        self._progress_s = time.perf_counter()
        self._is_waiting = False
        self._thread = Worker(self._run, f"capture {source.name}", self.request_stop)

    @property
    def source_name(self) -> str:
        """The source's name for people."""
        return self._source.name

    @property
    def can_come_back(self) -> bool:
        """Whether it is worth opening the source again after it failed."""
        return self._source.can_come_back

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def silent_s(self) -> float:
        """Return for how long the source's driver has not come back; 0 while none is called."""
        if self._is_waiting or not self._thread.is_alive():
            return 0.0
        return time.perf_counter() - self._progress_s

    def start(self) -> None:
        """Start to read."""
        self._thread.start()

    def request_stop(self) -> None:
        """Ask the thread to close the source and end; it reports nothing from now on."""
        self._stop.set()
        if isinstance(self._source, Interruptible):
            self._source.interrupt()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end; return False when it did not come in time."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        delays = _retry_delays()
        while not self._stop.is_set():
            try:
                self._tell(PipelineState.OPENING, "")
                self._progress_s = time.perf_counter()
                self._source.open()
                self._tell(PipelineState.RUNNING, "")
                for _ in self._frames_read():
                    delays = _retry_delays()
            except FerError as error:
                if not self._source.can_come_back:
                    self._tell(PipelineState.FAILED, str(error))
                    return
                self._tell(PipelineState.LOST, str(error))
            except Exception:  # the top of a thread: nobody else would ever tell
                log.exception("the capture thread failed")
                self._tell(
                    PipelineState.FAILED,
                    f"Reading from {self._source.name} failed; the log file says why.",
                )
                return
            else:
                self._tell(PipelineState.ENDED, "")
                return
            finally:
                self._source.close()
            self._wait(next(delays))

    def _frames_read(self) -> Iterator[Frame]:
        """Read to the end, handing the frames over; yield each."""
        pace = _Pace()
        while not self._stop.is_set():
            self._progress_s = time.perf_counter()
            frame = self._source.read()
            if frame is None:
                return
            if not self._source.is_live:
                self._wait(pace.delay_s(frame.time_s))
                # A file's frame becomes present when its time has come, not when it was read.
                frame = replace(frame, captured_s=time.perf_counter())
            self._hand_over(frame)
            yield frame

    def _hand_over(self, frame: Frame) -> None:
        if self._source.may_drop:
            # One that was given up while it hung has no say any more.
            if not self._stop.is_set():
                self._slot.put(frame)
            return
        self._is_waiting = True
        while not self._stop.is_set() and not self._slot.put_when_free(frame, 0.1):
            pass
        self._is_at_work()

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            self._is_waiting = True
            self._stop.wait(seconds)
            self._is_at_work()

    def _is_at_work(self) -> None:
        # In this order, or the wait itself could be taken for the driver's silence.
        self._progress_s = time.perf_counter()
        self._is_waiting = False

    def _tell(self, state: PipelineState, message: str) -> None:
        if not self._stop.is_set():
            self._report(state, self._source.name, message)


class _Pace:
    """Plays a file at its own speed; after a stall it goes on from there, without a rush."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        """Take what tells the time, in seconds."""
        self._clock = clock
        self._start_s: float | None = None

    def delay_s(self, time_s: float) -> float:
        """Return for how long a frame of this time has to wait; it may be less than nothing."""
        now_s = self._clock()
        if self._start_s is None or now_s > self._start_s + time_s:
            self._start_s = now_s - time_s
        return self._start_s + time_s - now_s
