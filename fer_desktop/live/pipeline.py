"""The live pipeline: the only owner of live state. Whoever shows it polls it from one thread."""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from fer_desktop.core.rates import MedianMeter, RateMeter
from fer_desktop.core.settings import Settings, of_analysis
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.live.analysis import AnalysisThread, MakeAnalyzer
from fer_desktop.live.capture import CaptureThread
from fer_desktop.live.events import AnalysisReady, Event, PipelineState, StateChanged
from fer_desktop.live.kept_results import KeptResults
from fer_desktop.live.play_control import PlayControl
from fer_desktop.live.player import PlayerThread
from fer_desktop.live.slot import HeardSlot, InOrderSlot, LatestSlot
from fer_desktop.live.source_thread import SourceThread
from fer_desktop.system.memory import give_back
from fer_desktop.system.shutdown import left_s
from fer_desktop.vision.camera.sources import FrameSource

log = logging.getLogger(__name__)

MakeSource = Callable[[], FrameSource]

STOP_TIMEOUT_S = 2.0
_MAX_EVENTS = 256
_STOOD_STILL_S = 2.0
"""Who polls comes round far more often, unless the program is stopped or the computer sleeps."""


class _Hanging(Protocol):
    @property
    def is_alive(self) -> bool: ...


_left_behind: list[_Hanging] = []
"""Threads that hang in a driver: kept, never killed; the process leaves without them."""


def leave_behind(thread: _Hanging) -> None:
    """Keep a thread that hangs in a driver, so that the program can end without it."""
    log.info("a %s hangs and is left behind", type(thread).__name__)
    _left_behind.append(thread)


def has_hanging_threads() -> bool:
    """Return whether a thread hangs in a driver, so that a normal exit would wait or crash."""
    _left_behind[:] = [thread for thread in _left_behind if thread.is_alive]
    return bool(_left_behind)


@dataclass(frozen=True)
class Statistics:
    """How the pipeline does.

    Attributes:
        frames_per_second: Frames shown a second, over the last two seconds.
        latency_ms: Median time from reading a frame to polling its result.
        dropped: Frames that came while the analysis was busy.
    """

    frames_per_second: float
    latency_ms: float
    dropped: int


@dataclass(frozen=True)
class PlayedVideo:
    """A video file that is played as the user likes.

    Attributes:
        path: Of the file.
        control: What is wanted of it, and where it stands.
        kept: What was found in it so far.
    """

    path: Path
    control: PlayControl
    kept: KeptResults


class LivePipeline:
    """Runs a source through an analyzer in two threads.

    While another model is loaded, a third one loads it, and takes the place of the second.

    Every method is for the thread that made the pipeline.
    """

    def __init__(
        self,
        make_source: MakeSource,
        make_analyzer: MakeAnalyzer,
        settings: Settings,
        *,
        silence_s: float = 6.0,
        open_silence_s: float = 15.0,
        video: PlayedVideo | None = None,
    ) -> None:
        """Prepare a pipeline; nothing is opened before `start`.

        Args:
            make_source: Gives a fresh source; called again when one hangs.
            make_analyzer: Called in the analysis thread.
            settings: What the analyzer is made from.
            silence_s: A source that gives no frame for so long counts as lost.
            open_silence_s: The same while it is being opened, which some drivers do slowly.
            video: Play this in the place of a source.
        """
        self._make_source = make_source
        self._silence_s, self._open_silence_s = silence_s, open_silence_s
        self._frames: LatestSlot[Frame] = LatestSlot()
        self._analyzed: HeardSlot[AnalyzedFrame] = HeardSlot()
        if video is not None:  # what is known of a frame already overtakes the analysis
            self._analyzed = InOrderSlot(lambda one: one.frame.captured_s)
        self._video, self._has_analyzed = video, False
        self._listener: Callable[[AnalyzedFrame], None] | None = None
        self._analyzed.listener = self._hear
        self._events: queue.Queue[Event] = queue.Queue(_MAX_EVENTS)
        self._make_analyzer = make_analyzer
        self._analysis = self._make_analysis(settings, None)
        self._next: AnalysisThread | None = None
        self._threads = [self._analysis]
        self._capture: SourceThread | None = None
        self._retry_at_s: float | None = None
        self._watched_s = time.perf_counter()
        self._is_stopped = False
        self._shown, self._latency = RateMeter(), MedianMeter()
        self.state = PipelineState.IDLE

    def start(self) -> None:
        """Start both threads."""
        self._analysis.start()
        self._start_capture()

    def apply(self, settings: Settings) -> None:
        """Use other settings as soon as their model is loaded; of several the newest.

        Until then, and where it can't be loaded, all goes on as it is.
        """
        newest = self._next or self._analysis
        if self._is_stopped or newest.apply(settings):
            return
        self._next = None
        now = self._analysis
        if now.is_well and of_analysis(settings) == of_analysis(now.settings):
            return
        self._next = self._make_analysis(settings, now)
        self._threads = [*(one for one in self._threads if one.is_alive), self._next]
        self._next.start()

    def reopen(self, make_source: MakeSource) -> None:
        """Open another source, or the same one anew; the model stays loaded.

        Takes two seconds at most.
        """
        self._make_source = make_source
        capture, self._capture = self._capture, None
        if capture is not None:
            capture.request_stop()
            if not capture.join(left_s(STOP_TIMEOUT_S)):
                leave_behind(capture)
        if has_hanging_threads():
            self._retry_at_s = time.perf_counter() + 1.0
        else:
            self._start_capture()

    def listen(self, listener: Callable[[AnalyzedFrame], None] | None) -> None:
        """Let a listener have every analyzed frame, in the thread of the analysis; None for no one.

        It has to be quick, for the analysis waits for it.
        """
        self._listener = listener

    def send_to(self, receiver: Callable[[AnalyzedFrame], None] | None) -> None:
        """Let live output have every analyzed frame, beside the listener and as quickly."""
        self._analyzed.second = receiver

    def poll(self) -> tuple[AnalyzedFrame | None, list[Event]]:
        """Return the newest result since the last call, or None, and what happened since."""
        self._watch()
        self._hand_over()
        events: list[Event] = []
        while True:
            try:
                events.append(self._events.get_nowait())
            except queue.Empty:
                break
        for event in events:
            if isinstance(event, StateChanged):
                self.state = event.state
            elif isinstance(event, AnalysisReady) and self._video is not None:
                if self._has_analyzed:
                    # What another model, or other settings, had found does not count any more.
                    self._video.kept.clear()
                    self._video.control.look_again()
                self._has_analyzed = True
        analyzed = self._analyzed.take()
        if analyzed is not None:
            now_s = time.perf_counter()
            self._shown.add(now_s)
            self._latency.add((now_s - analyzed.frame.captured_s) * 1e3)
        return analyzed, events

    @property
    def is_over(self) -> bool:
        """Whether the source has ended and every frame of it is analyzed; poll once more then."""
        has_ended = self.state in (PipelineState.ENDED, PipelineState.FAILED)
        return has_ended and self._analysis.n_done >= self._frames.accepted

    def statistics(self) -> Statistics:
        """Return how the pipeline does at this moment."""
        rate = self._shown.rate(time.perf_counter())
        return Statistics(rate, self._latency.value(), self._frames.dropped)

    def stop(self) -> None:
        """End all threads and close the source; takes two seconds at most."""
        self._is_stopped = True
        threads = [t for t in (self._capture, *self._threads) if t is not None and t.is_alive]
        for thread in threads:
            thread.request_stop()
        deadline_s = time.perf_counter() + left_s(STOP_TIMEOUT_S)
        for thread in threads:
            if not thread.join(max(0.0, deadline_s - time.perf_counter())):
                leave_behind(thread)
        self._threads = []
        self._capture = None
        self._retry_at_s = None
        give_back()
        self.state = PipelineState.IDLE

    def _make_analysis(self, settings: Settings, before: AnalysisThread | None) -> AnalysisThread:
        return AnalysisThread(
            self._make_analyzer, settings, self._frames, self._analyzed, self._tell, before=before
        )

    def _hand_over(self) -> None:
        """Let the analysis with the new settings take the frames, once it can."""
        if self._next is not None and self._next.is_ready:
            self._analysis.request_stop()
            self._next.take_over()
            self._analysis, self._next = self._next, None

    def _start_capture(self) -> None:
        self._retry_at_s = None
        if self._video is None:
            self._capture = CaptureThread(self._make_source(), self._frames, self._report_state)
        else:
            path, control, kept = self._video.path, self._video.control, self._video.kept
            self._capture = PlayerThread(
                path, control, kept, self._frames, self._analyzed.put, self._report_state
            )
        self._capture.start()

    def _hear(self, analyzed: AnalyzedFrame) -> None:
        """Keep what was found in a video, and pass it on; in the thread that found it."""
        is_new = analyzed.timings.total_ms > 0
        if self._video is not None and is_new:
            self._video.kept.add(analyzed)
        listener = self._listener
        if listener is not None:
            listener(analyzed)

    def _watch(self) -> None:
        """Give up a source that hangs in its driver, and try a fresh one a little later."""
        now_s = time.perf_counter()
        stood_still = now_s - self._watched_s > _STOOD_STILL_S
        self._watched_s = now_s
        if self._retry_at_s is not None and now_s >= self._retry_at_s:
            if has_hanging_threads():
                # Another thread would hang the same way; wait until the driver lets go.
                self._retry_at_s = now_s + 1.0
            else:
                self._start_capture()
            return
        capture = self._capture
        if capture is None:
            return
        if stood_still:
            capture.excuse()
        is_opening = self.state in (PipelineState.IDLE, PipelineState.OPENING, PipelineState.LOST)
        limit_s = self._open_silence_s if is_opening else self._silence_s
        if capture.silent_s() <= limit_s:
            return
        capture.request_stop()
        leave_behind(capture)
        self._capture = None
        self._report_state(
            PipelineState.LOST if capture.can_come_back else PipelineState.FAILED,
            capture.source_name,
            f"{capture.source_name} does not answer. Unplug it and plug it in again, or choose "
            "another source.",
        )
        if capture.can_come_back:
            self._retry_at_s = now_s + 1.0

    def _report_state(self, state: PipelineState, source: str, message: str) -> None:
        self._tell(StateChanged(state, source, message))

    def _tell(self, event: Event) -> None:
        try:
            self._events.put_nowait(event)
        except queue.Full:
            # Nobody polls; the states that matter come again with the next change.
            log.info("an event was not told: %s", event)
