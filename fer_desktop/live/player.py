"""The thread that plays a video file: at true speed, held, or at any moment that is asked for."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import FerError
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.live.events import PipelineState
from fer_desktop.live.kept_results import KeptResults
from fer_desktop.live.play_control import Order, PlayControl
from fer_desktop.live.slot import LatestSlot
from fer_desktop.live.source_thread import Report, SourceThread
from fer_desktop.vision.media.video_playback import VideoPlayback
from fer_desktop.vision.media.video_reader import ReadFrame

_IDLE_S: Final = 0.2
_HOPELESS_S: Final = 1.0
"""Where reading itself is so late, it jumps; where that does not help, the clock is set back."""
_LEAST_RATE: Final = 4.0
"""So many pictures a second are made of the frames that are read, however late they are."""


class PlayerThread(SourceThread):
    """Reads a video as `PlayControl` says; it holds its last frame at the end, and stays.

    It stands in the place of a `CaptureThread`. A frame that was analyzed before goes to the window
    with what was found then; the others go to the analysis, which at true speed takes the newest.
    """

    def __init__(
        self,
        path: Path,
        control: PlayControl,
        kept: KeptResults,
        frames: LatestSlot[Frame],
        show: Callable[[AnalyzedFrame], None],
        report: Report,
    ) -> None:
        """Prepare; nothing is opened before `start`.

        Args:
            path: Of the file.
            control: What is wanted.
            kept: What was found so far.
            frames: Takes frames for the analysis.
            show: Takes frames whose faces are known.
            report: Learns of states, as that of a `CaptureThread`.
        """
        self._video = VideoPlayback(path)
        super().__init__(self._video, report)
        self._control, self._kept = control, kept
        self._frames, self._show = frames, show
        self._base: tuple[float, float, float] | None = None
        self._now: ReadFrame | None = None
        self._shown_s = 0.0
        self._is_jump, self._may_jump = False, True

    def request_stop(self) -> None:
        """Ask the thread to close the file and end; it reports nothing from now on."""
        super().request_stop()
        self._control.wake()

    # In the thread

    def _read(self) -> None:
        try:
            self._tell(PipelineState.OPENING, "")
            self._video.open()
            self._control.tell(length_s=self._video.length_s, step_s=self._video.step_s)
            self._tell(PipelineState.RUNNING, "")
            while not self._stop.is_set():
                self._is_at_work()
                order = self._control.take()
                if order is not None:
                    self._obey(order)
                elif self._control.state.is_playing and not self._control.state.is_at_end:
                    self._play_on()
                else:
                    self._base = None
                    self._wait(_IDLE_S)
        finally:
            self._video.close()

    def _obey(self, order: Order) -> None:
        self._base = None
        was_at_end = self._control.state.is_at_end
        if order.kind == "seek":
            read = self._video.go_to(order.time_s, lambda: not self._is_interrupted)
        elif order.kind == "back":
            read = self._video.before()
        elif order.kind == "on":
            read = self._next()
        else:
            read = self._now  # with other settings
        if read is None or (order.kind == "seek" and self._is_interrupted):
            return  # another moment is wanted by now
        if was_at_end and order.kind != "again":
            self._control.tell(is_at_end=False)
            self._tell(PipelineState.RUNNING, "")
        self._is_jump = self._is_jump or order.kind != "on"
        self._hand_over(read, waits=order.kind != "seek")

    def _next(self) -> ReadFrame | None:
        """Return the next frame; None at the end, which is told."""
        problem = ""
        try:
            read = self._video.next()
        except FerError as error:
            if self._now is None:
                raise
            # What was read before can be looked at all the same.
            read, problem = None, str(error)
        if read is None:
            self._at_end(problem)
        return read

    def _play_on(self) -> None:
        read = self._next()
        if read is None:
            return
        state = self._control.state
        late_s = -self._delay_s(read.time_s, state.speed)
        if late_s < 0:
            self._wait(-late_s)
            if self._is_interrupted or not self._control.state.is_playing:
                self._video.put_back(read)  # held, or elsewhere
                return
        elif late_s > _HOPELESS_S and not state.every_frame and self._may_jump:
            read = self._jumped(read, read.time_s + late_s * state.speed, state.speed)
        elif late_s > _HOPELESS_S or state.every_frame:
            self._base = None
            self._delay_s(read.time_s, state.speed)
        elif late_s > state.step_s and time.perf_counter() - self._shown_s < 1 / _LEAST_RATE:
            self._now = read
            self._frames.miss()  # too late to be made a picture
            self._control.tell(position_s=read.time_s)
            return
        is_first = self._now is None
        self._hand_over(read, waits=state.every_frame)
        if is_first:  # it waits until there is a model, so that nothing is missed at the start
            self._base = None
            with self._waiting():
                while not (self._frames.wait_until_free(0.1) or self._is_interrupted):
                    pass

    def _jumped(self, read: ReadFrame, time_s: float, speed: float) -> ReadFrame:
        """Go where the video should be by now, past frames that need not even be decoded."""
        begin_s = time.perf_counter()
        found = self._video.go_to(time_s, lambda: not self._is_interrupted) or read
        # In a file that can be entered at few places it takes longer than to read on.
        spent_s = time.perf_counter() - begin_s
        self._may_jump = (found.time_s - read.time_s) / speed > spent_s
        for _ in range(read.number, found.number):
            self._frames.miss()
        self._is_jump = True
        return found

    def _hand_over(self, read: ReadFrame, *, waits: bool) -> None:
        image = self._video.picture(read)
        self._now, self._shown_s = read, time.perf_counter()
        self._control.tell(position_s=read.time_s)
        follows, self._is_jump = not self._is_jump, False
        frame = Frame(image, read.number, read.time_s, self._shown_s, follows)
        faces = self._kept.get(read.time_s)
        if faces is not None:
            self._show(AnalyzedFrame(frame, faces))
        elif not waits:
            self._frames.put(frame)
        else:
            self._offer(frame)
        if faces is None and not follows and not self._control.state.is_playing:
            self._look_again(frame)

    def _look_again(self, frame: Frame) -> None:
        """Show a frame of a held video a second time: weak faces count when they are seen twice."""
        again = Frame(frame.image, frame.index, frame.time_s, time.perf_counter())
        self._offer(again)

    def _offer(self, frame: Frame) -> None:
        """Wait until the analysis takes a frame, or something else is wanted."""
        with self._waiting():
            while not (self._frames.put_when_free(frame, 0.1) or self._is_interrupted):
                pass

    def _at_end(self, problem: str = "") -> None:
        self._control.tell(is_at_end=True, is_playing=False)
        if self._now is not None:
            self._control.tell(length_s=self._now.time_s + self._video.step_s)
        self._tell(PipelineState.ENDED, problem)

    @property
    def _is_interrupted(self) -> bool:
        return self._stop.is_set() or self._control.has_order

    def _delay_s(self, time_s: float, speed: float) -> float:
        """Return in how many seconds a frame is due; the first one after a stop is due at once."""
        now_s = time.perf_counter()
        if self._base is None or self._base[2] != speed:
            self._base = (now_s, time_s, speed)
        since_s, from_s, _ = self._base
        return since_s + (time_s - from_s) / speed - now_s

    def _wait(self, seconds: float) -> None:
        with self._waiting():
            self._control.wait(seconds)
