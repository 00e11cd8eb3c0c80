"""Live mode: owns the pipeline, polls it, and turns results and events into what is shown."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, QTimer, Signal

from fer_desktop.core.baseline import Baselines
from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings, of_analysis
from fer_desktop.core.types import AnalyzedFrame, RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.shell.live_picture import LivePicture
from fer_desktop.gui.shell.live_trouble import LiveTrouble, Trouble, trouble_words
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.events import (
    AnalysisFailed,
    AnalysisReady,
    Event,
    PipelineState,
    StateChanged,
)
from fer_desktop.live.kept_results import KeptResults
from fer_desktop.live.pipeline import LivePipeline, PlayedVideo
from fer_desktop.live.play_control import PlayControl
from fer_desktop.vision import assembly
from fer_desktop.vision.camera.health import Verdict
from fer_desktop.vision.camera.image_source import ImageSource
from fer_desktop.vision.media.video_source import VideoSource

_CAN_FAIL = ("model", "engine", "detector", "detector_model")
"""What is chosen again after it could not be used; numbers always can."""
PAINT_MS = 15
TEXT_MS = 500


def _tr(text: str) -> str:
    return QCoreApplication.translate("LiveMode", text)


class LiveMode(QObject):
    """Shows a source live in the window; `picture` shows its frames.

    Signals:
        changed: Source or state is another one.
        told: The `StateChanged` of the state that the source is in now; none is left out, however
            short it was.
        analyzed: A frame was analyzed, whether it is shown or not.
    """

    changed = Signal()
    told = Signal(object)
    analyzed = Signal(object)

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._pipeline: LivePipeline | None = None
        self._receiver: Callable[[AnalyzedFrame], None] | None = None
        self._marker: Callable[[str, float], None] | None = None
        self.video: PlayedVideo | None = None
        """What is played, if it is a video file."""
        self.source = ""
        self.source_name = ""
        self.last_live = ""
        """The camera, stream or demo that was shown last."""
        self.problem = self._analysis_problem = ""
        self._is_ready = self._was_over = False
        self._trouble = LiveTrouble()
        self._is_stale = self._tells_when_back = False
        self.baselines = Baselines()
        self.picture = LivePicture(window, chosen, self.baselines)
        self._paint, self._text = QTimer(self), QTimer(self)
        self._paint.timeout.connect(self._poll)
        self._text.timeout.connect(self._show_rates)
        chosen.changed.connect(self._on_settings)
        window.actions_.freeze.toggled.connect(self._on_freeze)
        window.actions_.next_face.triggered.connect(self.picture.choose_next)

    @property
    def shown(self) -> AnalyzedFrame | None:
        """The frame that is shown; None before the first one of a source."""
        return self.picture.shown

    @property
    def is_running(self) -> bool:
        """Whether a source is shown or tried."""
        return self._pipeline is not None

    @property
    def state(self) -> PipelineState:
        """Where the pipeline stands."""
        return self._pipeline.state if self._pipeline else PipelineState.IDLE

    @property
    def source_problem(self) -> str:
        """What went wrong with the source, as a sentence; "" where nothing did."""
        return "" if self.problem == self._analysis_problem else self.problem

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to come: stopped, or ended and analyzed to the end."""
        return self._pipeline is None or self._pipeline.is_over

    @property
    def is_watched(self) -> bool:
        """Whether a live picture of somewhere is shown, which may be gone, black or frozen."""
        return self.is_running and (self.source.startswith("camera") or "://" in self.source)

    @property
    def trouble(self) -> Trouble:
        """What is wrong with the picture; "" where it is well, or is no live one."""
        return self._trouble.found(self.state, is_watched=self.is_watched)

    def judge(self, verdict: Verdict | None) -> None:
        """Take in what the pictures tell; None where they do not tell enough."""
        if verdict is not self._trouble.verdict:
            self._trouble.verdict = verdict
            self._show_trouble()

    @property
    def rate(self) -> float:
        """Frames a second that are shown at this moment."""
        return self._pipeline.statistics().frames_per_second if self._pipeline else 0.0

    @property
    def dropped(self) -> int:
        """Frames of the source that came while the analysis was busy."""
        return self._pipeline.statistics().dropped if self._pipeline else 0

    @property
    def chosen_track(self) -> int | None:
        """Number of the face that was chosen; None for the largest."""
        return self.picture.chosen_track

    def chosen_face(self) -> RecognizedFace | None:
        """Return the face that the panel shows; None without one."""
        return self.picture.chosen_face()

    def listen(self, listener: Callable[[AnalyzedFrame], None] | None) -> None:
        """Let a listener have every analyzed frame of this source, in the analysis' own thread."""
        if self._pipeline is not None:
            self._pipeline.listen(listener)

    def send_to(
        self,
        receiver: Callable[[AnalyzedFrame], None] | None,
        marker: Callable[[str, float], None] | None = None,
    ) -> None:
        """Let live output have every analyzed frame of this source and of later ones, and markers.

        Args:
            receiver: Takes the frames, in the thread of the analysis; None for nobody.
            marker: Takes a text and what `time.perf_counter()` was at its moment.
        """
        self._receiver, self._marker = receiver, marker
        if self._pipeline is not None:
            self._pipeline.send_to(receiver)
        self.changed.emit()

    @property
    def is_sent(self) -> bool:
        """Whether results go to other programs."""
        return self._marker is not None

    def mark(self, text: str, time_s: float) -> None:
        """Send a marker to other programs, if results go there; `time_s` is `perf_counter`'s."""
        if self._marker is not None:
            self._marker(text, time_s)

    @property
    def is_frozen(self) -> bool:
        """Whether the picture stands still while the source goes on."""
        return self.video is None and self._window.actions_.freeze.isChecked()

    @property
    def is_held(self) -> bool:
        """Whether a video file stands still."""
        return self.video is not None and not self.video.control.state.is_playing

    def hold(self) -> None:
        """Let a video file stand still."""
        if self.video is not None:
            self._window.actions_.freeze.setChecked(True)

    def start(self, source: str, listener: Callable[[AnalyzedFrame], None] | None = None) -> None:
        """Show a source in the place of the one before; one that does not exist changes nothing.

        Args:
            source: As `--source` names it.
            listener: Has every analyzed frame from the first one on, and of a video each frame.
        """
        settings = self._chosen.settings
        try:
            made = assembly.source(source, settings)
        except FerError as error:
            self.problem = str(error)
            self._window.banner.show_message(self.problem, is_problem=True)
            return
        self.stop()
        self.source, self.source_name = source, made.name
        if not isinstance(made, VideoSource | ImageSource):
            self.last_live = source
        if isinstance(made, VideoSource):
            is_whole = settings.video_every_frame or listener is not None
            control = PlayControl(every_frame=is_whole)
            self.video = PlayedVideo(Path(source), control, KeptResults())
        self.problem = self._analysis_problem = ""
        self.picture.begin(source, self.video)
        self._is_ready = self._tells_when_back = False
        self._trouble.presence.clear()
        self._pipeline = LivePipeline(
            lambda: assembly.source(source, settings),
            lambda now: assembly.live_analyzer(now, self.baselines),
            settings,
            video=self.video,
        )
        self._pipeline.send_to(self._receiver)
        self._pipeline.listen(listener)
        self._pipeline.start()
        self._paint.start(PAINT_MS)
        self._text.start(TEXT_MS)
        self._window.view.show_text(_tr("Opening {name}…").format(name=self.source_name))
        self._window.panel.show_no_face()
        self._show_sign()
        self.changed.emit()

    def stop(self) -> None:
        """Let go of the source; the last picture stays."""
        self._window.actions_.freeze.setChecked(False)
        self._paint.stop()
        self._text.stop()
        if self._pipeline is not None:
            self._pipeline.stop()
            self._pipeline = None
        self.video = self._trouble.verdict = None
        # Also pictures may be shown next, and of those nothing is old.
        self._dim(False)
        self._window.status.show_rates(None, 0)
        self._show_sign()
        self.picture.end()
        self.changed.emit()

    def _poll(self) -> None:
        if self._pipeline is None:
            return
        analyzed, events = self._pipeline.poll()
        for event in events:
            self._on_event(event)
        if analyzed is not None:
            self.picture.remember(analyzed)
            self._trouble.presence.add(analyzed.frame.captured_s)
            self.analyzed.emit(analyzed)
            if not self.is_frozen:
                is_first = self.shown is None
                self.picture.show(analyzed)
                if is_first:
                    self._show_sign()
        if self.is_over != self._was_over:
            # The last frame is analyzed later than the source ends.
            self._was_over = self.is_over
            self.changed.emit()

    def _show_sign(self) -> None:
        """Say in the picture's corner what happens to it."""
        view = self._window.view
        if self._window.filmstrip.n_pictures:
            return  # opened pictures are shown, and nothing happens to them
        if self.video is not None and self.state is PipelineState.ENDED:
            view.show_sign(_tr("At the end"), "stopped")
        elif self._pipeline is None or self.state is PipelineState.ENDED:
            view.show_sign(_tr("Stopped") if self.shown is not None else "", "stopped")
        elif self.is_frozen or self.is_held:
            view.show_sign(_tr("Paused"), "paused")
        elif self.trouble:
            view.show_sign(trouble_words(self.trouble), "trouble")
        elif self._analysis_problem:
            view.show_sign(_tr("Expressions are not analyzed"), "trouble")
        else:
            view.show_sign(_tr("Expression analysis on") if self._is_ready else "")

    def _on_freeze(self) -> None:
        if self._pipeline is None and self._window.actions_.freeze.isChecked():
            # Nothing moves: the key of the pause starts it, as people expect of the space bar.
            self._window.actions_.freeze.setChecked(False)
            self._window.actions_.start_stop.trigger()
        elif self.video is not None:
            self.video.control.play(not self._window.actions_.freeze.isChecked())
        self._show_sign()
        self.changed.emit()

    def _on_settings(self, before: Settings, now: Settings) -> None:
        """Use other settings from the next frame on; what only the view uses loads no model."""
        pipeline, source = self._pipeline, self.source
        if pipeline is not None and of_analysis(before) != of_analysis(now):
            pipeline.apply(now)
            if (before.model, before.engine) != (now.model, now.engine):
                name = Path(now.model).name
                self._window.status.showMessage(_tr("Loading the model {name}…").format(name=name))
        is_asked_anew = assembly.capture_format(before) != assembly.capture_format(now)
        if pipeline is not None and source.startswith("camera") and is_asked_anew:
            pipeline.reopen(lambda: assembly.source(source, now))
        self._show_sign()
        self.picture.show_again()

    def _show_rates(self) -> None:
        if self._pipeline is not None:
            latency_ms = self._window.view.latency_ms
            self._window.status.show_rates(self._pipeline.statistics(), latency_ms)
            self._trouble.presence.look(time.perf_counter())
            self._show_trouble()

    def _show_trouble(self) -> None:
        """Let nobody take for the present what is not."""
        is_stale = bool(self.trouble)
        self._show_sign()
        if is_stale == self._is_stale:
            return
        self._dim(is_stale)
        if not is_stale and self._tells_when_back:
            self._tell_that_it_is_well()
        self.changed.emit()

    def _dim(self, on: bool) -> None:
        """Dim picture and panel, or no more."""
        self._is_stale = on
        self._window.view.show_stale(on)
        self._window.panel.show_stale(on)

    def _on_event(self, event: Event) -> None:
        banner = self._window.banner
        if not isinstance(event, StateChanged):
            self._window.status.clearMessage()  # it is loaded, or can't be
        if isinstance(event, AnalysisReady):
            self._analysis_problem, self._is_ready = "", True
            self._window.status.show_model(event.model, event.engine)
        elif isinstance(event, AnalysisFailed) and event.kept is not None:
            self._go_back(event.kept, event.message)
        elif isinstance(event, AnalysisFailed):
            self.problem = self._analysis_problem = event.message
            banner.show_message(event.message, is_problem=True)
        else:
            self._on_state(event)
        self._show_sign()

    def _go_back(self, kept: Settings, message: str) -> None:
        """Choose again what runs, for what was chosen in its place can't be loaded."""
        back = {name: getattr(kept, name) for name in _CAN_FAIL}
        self._chosen.change(**back)
        text = _tr("{message} So it stays as it was.").format(message=message)
        self._window.banner.show_message(text, is_problem=True)

    def _show_end(self) -> None:
        """Let the key of the pause play a video again that has come to its end."""
        with QSignalBlocker(self._window.actions_.freeze):
            self._window.actions_.freeze.setChecked(True)

    def _on_state(self, event: StateChanged) -> None:
        banner = self._window.banner
        self.told.emit(event)
        self.source_name = event.source
        if event.state is PipelineState.LOST:
            self._trouble.presence.lose()
        if self.video is not None and event.state is PipelineState.ENDED:
            self._show_end()
        if event.message:
            self.problem = event.message
            source = self.source
            banner.show_message(
                event.message,
                is_problem=True,
                action=_tr("Try Again"),
                act=lambda: self.start(source),
            )
            if self.shown is None:
                self._window.view.show_text(_tr("No picture"))
        elif event.state is PipelineState.RUNNING and self.problem != self._analysis_problem:
            # Of a live one that was gone a single picture proves nothing.
            self._tells_when_back = self.is_watched and self._trouble.presence.is_gone
            if not self._tells_when_back:
                self._tell_that_it_is_well()
        self._show_trouble()
        self.changed.emit()

    def _tell_that_it_is_well(self) -> None:
        self._tells_when_back = False
        self.problem = self._analysis_problem
        self._window.banner.clear()
        if self.problem:
            self._window.banner.show_message(self.problem, is_problem=True)
