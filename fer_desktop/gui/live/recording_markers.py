"""Markers in a recording: set at once, or with a note that is asked for while it goes on."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTime
from PySide6.QtWidgets import QInputDialog

from fer_desktop.export.events import MARKER
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.recorder import Moment, Recorder


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recording", text)


class RecordingMarkers(QObject):
    """Connects the actions of markers. `close` closes the question for a note.

    A marker goes into what is recorded, and to the programs that live results are sent to.

    Attributes:
        dialog: Asks for a note just now; None else.
    """

    def __init__(
        self, window: MainWindow, live: LiveMode, recorder: Callable[[], Recorder | None]
    ) -> None:
        """Connect the actions.

        Args:
            window: The window.
            live: Sends markers, if anything is sent.
            recorder: Gives what is recorded with now, None for nothing.
        """
        super().__init__(window)
        self._window, self._live, self._recorder = window, live, recorder
        self.dialog: QInputDialog | None = None
        window.actions_.mark.triggered.connect(self._ask)
        window.actions_.mark_now.triggered.connect(self._mark_now)

    def close(self) -> None:
        """Ask no more; a note that is being written is kept as it is by now."""
        if self.dialog is None:
            return
        if self.dialog.textValue().strip():
            self.dialog.accept()
        else:
            self.dialog.close()

    def _mark_now(self) -> None:
        key = self._key()
        if key is not None:
            self._mark(key, "")

    def _ask(self) -> None:
        key = self._key()  # its moment counts, however long the note takes
        if key is None or self.dialog is not None:
            return
        dialog = self.dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_tr("Marker"))
        dialog.setLabelText(_tr("Note at {time}:").format(time=key.words))
        dialog.textValueSelected.connect(lambda text: self._mark(key, text))
        dialog.finished.connect(self._forget)
        dialog.open()  # never exec: the recording goes on behind it

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _key(self) -> "_Key | None":
        recorder, now_s = self._recorder(), time.perf_counter()
        if recorder is not None:
            moment = recorder.moment()
            return _Key(now_s, clock(moment.time_s), moment)
        now = QTime.currentTime().toString("HH:mm:ss")
        return _Key(now_s, now, None) if self._live.is_sent else None

    def _mark(self, key: "_Key", text: str) -> None:
        recorder, is_told = self._recorder(), self._live.is_sent
        self._live.mark(text or MARKER, key.time_s)
        if recorder is not None and key.moment is not None:
            recorder.mark(key.moment, text)
            is_told = True
        if is_told:
            self._window.status.note(_tr("Marked at {time}").format(time=key.words))


class _Key(NamedTuple):
    """When a key was pressed: by `time.perf_counter`, as people read it, and in the recording."""

    time_s: float
    words: str
    moment: Moment | None


def clock(seconds: float) -> str:
    """Return a time as people read it: "00:12", and "1:02:03" from an hour on."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
