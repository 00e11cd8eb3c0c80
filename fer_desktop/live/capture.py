"""The capture thread: it alone opens, reads and closes the source.

Closing an OpenCV capture from another thread while a read is under way ends the process, so a
thread that hangs in a driver is left behind and never interrupted.
"""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from fer_desktop.core.errors import FerError
from fer_desktop.core.types import Frame
from fer_desktop.live.events import PipelineState
from fer_desktop.live.slot import LatestSlot
from fer_desktop.live.source_thread import Report, SourceThread
from fer_desktop.vision.camera.frame_source import Interruptible
from fer_desktop.vision.camera.sources import FrameSource

_RETRY_S = (0.5, 1.0, 2.0, 5.0)


def _retry_delays() -> Iterator[float]:
    return itertools.chain(_RETRY_S, itertools.repeat(_RETRY_S[-1]))


class CaptureThread(SourceThread):
    """Reads frames into a slot, and opens the source again when it fails and can come back."""

    def __init__(self, source: FrameSource, slot: LatestSlot[Frame], report: Report) -> None:
        super().__init__(source, report)
        self._source, self._slot = source, slot

    @property
    def can_come_back(self) -> bool:
        """What the source says; a stream knows it once it is open."""
        return self._source.can_come_back

    def request_stop(self) -> None:
        """Ask the thread to close the source and end; it reports nothing from now on."""
        super().request_stop()
        if isinstance(self._source, Interruptible):
            self._source.interrupt()

    # In the thread

    def _read(self) -> None:
        delays = _retry_delays()
        while not self._stop.is_set():
            try:
                self._tell(PipelineState.OPENING, "")
                self._is_at_work()
                self._source.open()
                self._tell(PipelineState.RUNNING, "")
                for _ in self._frames_read():
                    delays = _retry_delays()
            except FerError as error:
                if not self._source.can_come_back:
                    raise
                self._tell(PipelineState.LOST, str(error))
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
            self._is_at_work()
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
        with self._waiting():
            while not self._stop.is_set() and not self._slot.put_when_free(frame, 0.1):
                pass

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            with self._waiting():
                self._stop.wait(seconds)


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
