"""Records what runs as a session: its begin, its end, and the red sign in between."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal

from fer_desktop.core.settings import Settings, of_analysis
from fer_desktop.core.types import RecognizedFace
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.live.recording_markers import RecordingMarkers, clock
from fer_desktop.gui.live.recording_setup import RecordingSetup
from fer_desktop.gui.live.view_check import ViewCheck
from fer_desktop.gui.shell.action_table import ACTIONS, translated
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.events import PipelineState, StateChanged
from fer_desktop.live.pipeline import STOP_TIMEOUT_S, leave_behind
from fer_desktop.sessions.consent import Consent
from fer_desktop.sessions.new_session import Recorded, analysis_of, open_session
from fer_desktop.sessions.recorder import Recorder
from fer_desktop.system import shutdown
from fer_desktop.system.shutdown import BOUND_S, left_s
from fer_desktop.vision import assembly

_TICK_MS: Final = 200
_SIZE_TICKS: Final = 5
"""The size is looked at in every so manieth tick."""

# What session.json says; not for the window, so in one language.
_PAUSED: Final = "paused by the user"
_BY_USER: Final = "stopped by the user"
_AT_END: Final = "the source ended"
_BY_SOURCE: Final = "the source was stopped, or another one opened"
_BY_FORMAT: Final = "the camera's format was changed"
_BY_CLOSING: Final = "the window was closed"
_BY_COMPUTER: Final = "the computer's session was ended"


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
        bind: Callable[[bool], object] = bool,
    ) -> None:
        """Connect the actions.

        Args:
            window: The window.
            chosen: The user's choices.
            live: What is recorded.
            tell_end: Learns of an end: in which folder the session is, None for none, and what
                went wrong, as a sentence or "".
            bind: Told when a recording begins or ends, for a video that plays straight on in it.
        """
        super().__init__(window)
        self._window, self._chosen, self._live = window, chosen, live
        self._tell_end, self._bind = tell_end, bind
        self.setup = RecordingSetup(window, chosen)
        self.view_check: ViewCheck | None = None
        self._size = ""
        self._n_ticks = 0
        self._recorder: Recorder | None = None
        self._is_on = False
        self._paused_s = 0.0
        self._told_pause = ""
        self.words = ""
        """What the window says while it is recorded: "Recording 00:12"; else ""."""
        self.markers = RecordingMarkers(
            window, live, lambda: self._recorder if self._is_on else None
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        window.actions_.record.triggered.connect(self._begin_or_end)
        window.actions_.check_view.triggered.connect(self._check_view)
        window.actions_.pause_recording.toggled.connect(self._pause_or_go_on)
        window.actions_.freeze.toggled.connect(self._on_freeze)
        window.record_setup.setMenu(window.actions_.recording_menu())
        live.changed.connect(self._on_live)
        live.told.connect(self._on_state)
        chosen.changed.connect(self._on_settings)
        window.retranslated.connect(self._show)
        self._show()

    @property
    def is_on(self) -> bool:
        """Whether it is recorded at this moment, or paused."""
        return self._is_on

    def end(self) -> None:
        """End what is recorded; all of it is kept."""
        self._end(_BY_USER)

    def close(self) -> None:
        """End what is recorded and wait for it, two seconds at most."""
        self.setup.close()
        if self.view_check is not None:
            self.view_check.close()
        recorder = self._recorder
        self._end(shutdown.reason() or _BY_CLOSING)
        self._timer.stop()
        self._recorder = None
        if recorder is not None and not recorder.join(left_s(STOP_TIMEOUT_S)):
            leave_behind(recorder)

    def end_with_the_session(self) -> None:
        """End what is recorded, for the computer is about to end the user's session."""
        if self._recorder is not None and self._is_on:
            self._end(_BY_COMPUTER)
            self._recorder.join(BOUND_S)

    # What the user does

    def _check_view(self) -> None:
        if self.view_check is None:
            self.view_check = ViewCheck(self._window, self._live)
        self.view_check.show()  # never exec: the live picture goes on behind it
        self.view_check.activateWindow()

    def _begin_or_end(self) -> None:
        if self._is_on:
            self._end(_BY_USER)
        elif self._recorder is None and self._is_possible:
            self.setup.ask_people(self._begin)

    def _begin(self, consent: Consent | None) -> None:
        live, settings = self._live, self._chosen.settings
        # It may have ended while people were asked.
        if self._recorder is not None or not self._is_possible:
            return
        names = self.setup.participant, self.setup.session
        recorded = Recorded(live.source, live.source_name, *names, consent)
        recorder = Recorder(
            lambda: open_session(recorded, settings),
            path=recorded.path,
            is_live=recorded.kind in ("camera", "stream", "demo"),
            with_pictures=settings.record_video,
            choose=self._chosen_only if settings.record_chosen_only else tuple,
        )
        if self._is_at_end:
            live.start(live.source, recorder.add)
            if self._is_at_end:
                return  # its file is gone, and the window says so
        self._recorder = recorder
        self._window.note.clear()
        recorder.start()
        live.listen(recorder.add)
        self._bind(True)
        self._play_anew()  # only now, so that no frame is left out
        self._is_on, self._size = True, ""
        self.setup.lock(True)
        self._timer.start()
        self._show()

    @property
    def _is_possible(self) -> bool:
        """Whether there is something to record: what runs, or a video that can run once more."""
        return not self._live.is_over or self._is_at_end

    @property
    def _is_at_end(self) -> bool:
        """Whether a video has come to its end, and no moment of it is asked for."""
        video = self._live.video
        if video is None or self._live.state is PipelineState.FAILED:
            return False
        return video.control.state.is_at_end

    def _play_anew(self) -> None:
        """Let a video play, and analyze all of it anew."""
        live = self._live
        if live.video is not None:
            # Faces that were found before have other numbers.
            live.video.kept.clear()
            self._window.actions_.freeze.setChecked(False)

    def _chosen_only(self, faces: Sequence[RecognizedFace]) -> Sequence[RecognizedFace]:
        """Return the face that was clicked; without a click the largest."""
        track = self._live.chosen_track
        return faces[:1] if track is None else [face for face in faces if face.track_id == track]

    def _end(self, reason: str) -> None:
        """Let what was recorded be written to its end; what is to be said is said then."""
        if self._recorder is None or not self._is_on:
            return
        self.markers.close()  # which still belongs into it
        self._is_on = False
        self._window.actions_.pause_recording.setChecked(False)
        self._live.listen(None)
        self._recorder.request_stop(reason)
        self.setup.lock(False)
        self._bind(False)
        self._show()

    def _pause_or_go_on(self, on: bool) -> None:
        recorder = self._recorder
        if recorder is None or not self._is_on:
            return
        if on:
            recorder.pause(_PAUSED)
            self._paused_s = recorder.moment().time_s
        else:
            recorder.resume()
        self._show()

    def _on_freeze(self, on: bool) -> None:
        """Say that a picture which stands still is recorded on, and offer what may be meant."""
        note = self._window.note
        if note.text == self._told_pause:
            note.clear()
        self._told_pause = ""
        if not (on and self._is_on and self._live.video is None):
            return
        pause = self._window.actions_.pause_recording
        if pause.isChecked():
            return
        self._told_pause = _tr("Only the picture is paused. The recording goes on.")
        note.show_message(
            self._told_pause,
            is_problem=False,
            action=_tr("Pause Recording"),
            act=lambda: pause.setChecked(True),
        )

    # What happens

    def _on_live(self) -> None:
        self._show()
        if self._is_on and not self._live.is_running:
            self._end(_BY_SOURCE)

    def _on_state(self, event: StateChanged) -> None:
        # A source that is opened anew was away too, and begins with other numbers.
        if self._recorder is not None and event.state in (
            PipelineState.LOST,
            PipelineState.OPENING,
        ):
            self._recorder.lost(event.since_s)

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
            self._end(self._live.source_problem or _AT_END)
        elif not recorder.is_alive:
            self._end("")
            self._timer.stop()
            self._recorder = None
            self._tell_end(recorder.folder, recorder.problem)
        elif self._n_ticks % _SIZE_TICKS == 0:
            self._size = size_words(bytes_in(recorder.folder))
        self._n_ticks += 1
        self._show()

    # What is shown

    def _show(self) -> None:
        window, is_on = self._window, self._is_on
        words, recorder = "", self._recorder
        is_paused = recorder is not None and recorder.is_paused
        if recorder is not None and is_on:
            time_s = self._paused_s if is_paused else recorder.moment().time_s
            said = _tr("Recording paused {time}") if is_paused else _tr("Recording {time}")
            words = said.format(time=clock(time_s))
        signed = f"{words} \u00b7 {self._size}" if words and self._size else words
        window.view.show_recording(signed, is_paused=is_paused)
        if words != self.words:
            self.words = words
            self.told.emit()
        action = window.actions_.record
        text = _tr("End &Recording") if is_on else translated(ACTIONS["record"].text)
        picture = "record-end" if is_on else "record"
        if action.text() != text:
            action.setText(text)
            action.setIcon(icon(picture))
            window.record.setIcon(icon(picture))
        window.record.setText(_tr("End") if is_on else _tr("Record"))
        nothing = _tr("Nothing runs that could be recorded. Start the camera first.")
        idle = _tr("Nothing is recorded at this moment.")
        allow(action, "" if is_on or self._is_possible else nothing)
        allow(window.actions_.pause_recording, "" if is_on else idle)
        unheard = _tr("Nothing is recorded or sent to other programs at this moment.")
        for action in (window.actions_.mark, window.actions_.mark_now):
            allow(action, "" if is_on or self._live.is_sent else unheard)
        window.record_setup.setAccessibleName(_tr("What is recorded"))
        window.record_setup.setToolTip(_tr("What is recorded"))


def bytes_in(folder: Path | None) -> int:
    """Return how much a session's folder takes by now; 0 where there is none yet."""
    try:
        return sum(file.stat().st_size for file in folder.iterdir()) if folder is not None else 0
    except OSError:
        return 0  # it has just gone


def size_words(n_bytes: int) -> str:
    """Return a size such as "3.4 MB", in the numbers of the window's language; "" for none."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(n_bytes, 1, form) if n_bytes else ""
