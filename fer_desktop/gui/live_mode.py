"""Live mode: owns the session, polls it, and turns results and events into what is shown."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from fer_desktop.app import bootstrap
from fer_desktop.core.errors import FerError
from fer_desktop.core.overlay import overlay_items
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.gui.main_window import MainWindow
from fer_desktop.live.events import (
    AnalysisFailed,
    AnalysisReady,
    Event,
    SessionState,
    StateChanged,
)
from fer_desktop.live.session import Session

PAINT_MS = 15
TEXT_MS = 500


def _tr(text: str) -> str:
    return QCoreApplication.translate("LiveMode", text)


def _of_analysis(settings: Settings) -> Settings:
    """Return the settings without what only the view and the choice of the source use."""
    return replace(settings, mirror=True, theme="system", camera="")


class LiveMode(QObject):
    """Shows a source live in the window.

    Signals:
        changed: Source or state is another one.
    """

    changed = Signal()

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._session: Session | None = None
        self.source = ""
        self.source_name = ""
        self.problem = self._analysis_problem = ""
        self.shown: AnalyzedFrame | None = None
        self._chosen_track: int | None = None
        self._paint, self._text = QTimer(self), QTimer(self)
        self._paint.timeout.connect(self._poll)
        self._text.timeout.connect(self._show_rates)

    @property
    def is_running(self) -> bool:
        """Whether a source is shown or tried."""
        return self._session is not None

    @property
    def state(self) -> SessionState:
        """Where the session stands."""
        return self._session.state if self._session else SessionState.IDLE

    def start(self, source: str, settings: Settings) -> None:
        """Show a source in the place of the one before; one that does not exist changes nothing."""
        try:
            name = bootstrap.source(source, settings).name
        except FerError as error:
            self.problem = str(error)
            self._window.banner.show_message(self.problem, is_problem=True)
            return
        self.stop()
        self._settings, self.source, self.source_name = settings, source, name
        self.problem = self._analysis_problem = ""
        self.shown = self._chosen_track = None
        self._session = Session(
            lambda: bootstrap.source(source, settings), bootstrap.live_analyzer, settings
        )
        self._session.start()
        self._paint.start(PAINT_MS)
        self._text.start(TEXT_MS)
        self._window.view.show_text(_tr("Opening {name}…").format(name=self.source_name))
        self._window.panel.show_no_face()
        self.changed.emit()

    def stop(self) -> None:
        """Let go of the source; the last picture stays."""
        self._paint.stop()
        self._text.stop()
        if self._session is not None:
            self._session.stop()
            self._session = None
        self._window.status.show_rates(None, 0)
        self.changed.emit()

    def apply(self, settings: Settings) -> None:
        """Use other settings from the next frame on; what only the view uses loads no model."""
        if self._session is not None and _of_analysis(settings) != _of_analysis(self._settings):
            self._session.apply(settings)
        self._settings = settings

    def choose(self, position: int) -> None:
        """Show the face at this position of the frame in the panel; -1 the largest."""
        if self.shown is None:
            return
        faces = self.shown.faces
        chosen = faces[position].track_id if 0 <= position < len(faces) else None
        self._chosen_track = chosen
        self.show_again()

    def show_again(self) -> None:
        """Show the frame that is shown, with what has changed."""
        if self.shown is not None:
            self._show(replace(self.shown), is_new=False)

    def _poll(self) -> None:
        if self._session is None:
            return
        analyzed, events = self._session.poll()
        for event in events:
            self._on_event(event)
        if analyzed is not None:
            self._show(analyzed, is_new=True)

    def _show(self, analyzed: AnalyzedFrame, *, is_new: bool) -> None:
        self.shown = analyzed
        frame, faces = analyzed.frame, analyzed.faces
        tracks = [face.track_id for face in faces]
        chosen = tracks.index(self._chosen_track) if self._chosen_track in tracks else 0
        self._window.view.show_image(
            frame.image,
            (frame.width, frame.height),
            overlay_items(analyzed, smoothed=True),
            chosen=chosen if len(faces) > 1 else -1,
            is_mirrored=self._settings.mirror and self.source.startswith("camera"),
            captured_s=frame.captured_s if is_new else None,
        )
        if faces:
            self._window.panel.show_face(faces[chosen].smoothed, chosen + 1, len(faces))
        else:
            is_camera = self.source.startswith("camera")
            self._window.panel.show_no_face(
                _tr("Face the camera; more light and less distance help.") if is_camera else ""
            )

    def _show_rates(self) -> None:
        if self._session is not None:
            latency_ms = self._window.view.latency_ms
            self._window.status.show_rates(self._session.statistics(), latency_ms)

    def _on_event(self, event: Event) -> None:
        banner = self._window.banner
        if isinstance(event, AnalysisReady):
            self._analysis_problem = ""
            self._window.status.show_model(event.model, event.engine)
        elif isinstance(event, AnalysisFailed):
            self.problem = self._analysis_problem = event.message
            banner.show_message(event.message, is_problem=True)
        else:
            self._on_state(event)

    def _on_state(self, event: StateChanged) -> None:
        banner = self._window.banner
        self.source_name = event.source
        if event.message:
            self.problem = event.message
            source, settings = self.source, self._settings
            banner.show_message(
                event.message,
                is_problem=True,
                action=_tr("Try Again"),
                act=lambda: self.start(source, settings),
            )
            if self.shown is None:
                self._window.view.show_text(_tr("No picture"))
        elif event.state is SessionState.RUNNING and self.problem != self._analysis_problem:
            self.problem = self._analysis_problem  # the source is well again
            banner.clear()
            if self.problem:
                banner.show_message(self.problem, is_problem=True)
        self.changed.emit()
