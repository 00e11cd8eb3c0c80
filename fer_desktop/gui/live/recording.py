"""Records what runs as a session: its begin, its end, and the red sign in between."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from fer_desktop.core.settings import Settings, of_analysis
from fer_desktop.core.types import RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.live.recording_markers import RecordingMarkers, clock
from fer_desktop.gui.shell.action_table import ACTIONS, translated
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.events import SessionState
from fer_desktop.live.session import STOP_TIMEOUT_S, leave_behind
from fer_desktop.sessions.new_session import Recorded, analysis_of, open_session
from fer_desktop.sessions.recorder import Recorder
from fer_desktop.vision import assembly

_TICK_MS: Final = 200

# What session.json says; not for the window, so in one language.
_BY_USER: Final = "stopped by the user"
_AT_END: Final = "the source ended"
_BY_SOURCE: Final = "the source was stopped, or another one opened"
_BY_FORMAT: Final = "the camera's format was changed"
_BY_CLOSING: Final = "the window was closed"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recording", text)


class Recording(QObject):
    """Connects the actions of recording. Nothing is recorded unless the user asks for it.

    Signals:
        told: `words` are others.
    """

    told = Signal()

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        live: LiveMode,
        tell_end: Callable[[Path | None, str], None],
    ) -> None:
        """Connect the actions.

        Args:
            window: The window.
            chosen: The user's choices.
            live: What is recorded.
            tell_end: Learns of an end: in which folder the session is, None for none, and what
                went wrong, as a sentence or "".
        """
        super().__init__(window)
        self._window, self._chosen, self._live = window, chosen, live
        self._tell_end = tell_end
        self._recorder: Recorder | None = None
        self._is_on = False
        self.words = ""
        """What the window says while it is recorded: "Recording 00:12"; else ""."""
        self.markers = RecordingMarkers(window, lambda: self._recorder if self._is_on else None)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        window.actions_.record.triggered.connect(self._begin_or_end)
        live.changed.connect(self._on_live)
        live.told.connect(self._on_state)
        chosen.changed.connect(self._on_settings)
        window.retranslated.connect(self._show)
        self._show()

    @property
    def is_on(self) -> bool:
        """Whether it is recorded at this moment."""
        return self._is_on

    def close(self) -> None:
        """End what is recorded and wait for it, two seconds at most."""
        recorder = self._recorder
        self._end(_BY_CLOSING)
        self._timer.stop()
        self._recorder = None
        if recorder is not None and not recorder.join(STOP_TIMEOUT_S):
            leave_behind(recorder)

    # What the user does

    def _begin_or_end(self) -> None:
        if self._is_on:
            self._end(_BY_USER)
        elif self._live.is_over:
            self._window.status.note(_tr("There is nothing to record. Start the camera first."))
        elif self._recorder is None:  # else the one before is still being written
            self._begin()

    def _begin(self) -> None:
        live, settings = self._live, self._chosen.settings
        recorded = Recorded(live.source, live.source_name, live.rate)
        self._recorder = Recorder(
            lambda: open_session(recorded, settings),
            path=recorded.path,
            is_live=recorded.kind in ("camera", "stream", "demo"),
            with_pictures=settings.record_video,
            choose=self._chosen_only if settings.record_chosen_only else tuple,
        )
        self._window.note.clear()
        self._recorder.start()
        live.listen(self._recorder.add)
        self._is_on = True
        self._timer.start()
        self._show()

    def _chosen_only(self, faces: Sequence[RecognizedFace]) -> Sequence[RecognizedFace]:
        """Return the face that was clicked; without a click the largest."""
        track = self._live.chosen_track
        return faces[:1] if track is None else [face for face in faces if face.track_id == track]

    def _end(self, reason: str) -> None:
        """Let what was recorded be written to its end; what is to be said is said then."""
        if self._recorder is None or not self._is_on:
            return
        self._is_on = False
        self._live.listen(None)
        self._recorder.request_stop(reason)
        self.markers.close()
        self._show()

    # What happens

    def _on_live(self) -> None:
        if self._is_on and not self._live.is_running:
            self._end(_BY_SOURCE)

    def _on_state(self, state: SessionState) -> None:
        # A source that is opened anew was away too, and begins with other numbers.
        if self._recorder is not None and state in (SessionState.LOST, SessionState.OPENING):
            self._recorder.lost()

    def _on_settings(self, before: Settings, now: Settings) -> None:
        if not self._is_on or self._recorder is None:
            return
        if of_analysis(before) != of_analysis(now):
            self._recorder.change(analysis_of(now))
        is_asked_anew = assembly.capture_format(before) != assembly.capture_format(now)
        if is_asked_anew and self._live.source.startswith("camera"):
            self._end(_BY_FORMAT)  # a video has one size, and boxes are in pixels of the frame

    def _tick(self) -> None:
        recorder = self._recorder
        if recorder is None:
            return
        if self._is_on and self._live.is_over:
            has_failed = self._live.state is SessionState.FAILED
            self._end(self._live.problem if has_failed else _AT_END)
        elif not recorder.is_alive:
            self._end("")
            self._timer.stop()
            self._recorder = None
            self._tell_end(recorder.folder, recorder.problem)
        self._show()

    # What is shown

    def _show(self) -> None:
        window, is_on = self._window, self._is_on
        words = ""
        if self._recorder is not None and is_on:
            words = _tr("Recording {time}").format(time=clock(self._recorder.moment().time_s))
        if words != self.words:
            self.words = words
            window.view.show_recording(words)
            self.told.emit()
        action = window.actions_.record
        text = _tr("End &Recording") if is_on else translated(ACTIONS["record"].text)
        picture = "record-end" if is_on else "record"
        if action.text() != text:
            action.setText(text)
            action.setIcon(icon(picture))
            window.record.setIcon(icon(picture))
        window.record.setText(_tr("End") if is_on else _tr("Record"))
