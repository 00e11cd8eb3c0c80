"""Markers in a recording: set at once, or with a note that is asked for while it goes on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QInputDialog

from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.recorder import Moment, Recorder


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recording", text)


class RecordingMarkers(QObject):
    """Connects the actions of markers. `close` closes the question for a note.

    Attributes:
        dialog: Asks for a note just now; None else.
    """

    def __init__(self, window: MainWindow, recorder: Callable[[], Recorder | None]) -> None:
        """Connect the actions; `recorder` gives what is recorded with now, None for nothing."""
        super().__init__(window)
        self._window, self._recorder = window, recorder
        self.dialog: QInputDialog | None = None
        window.actions_.mark.triggered.connect(self._ask)
        window.actions_.mark_now.triggered.connect(self._mark_now)

    def close(self) -> None:
        """Ask no more."""
        if self.dialog is not None:
            self.dialog.close()

    def _mark_now(self) -> None:
        moment = self._moment()
        if moment is not None:
            self._mark(moment, "")

    def _ask(self) -> None:
        moment = self._moment()  # that of the key, however long the note takes
        if moment is None or self.dialog is not None:
            return
        dialog = self.dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_tr("Marker"))
        dialog.setLabelText(_tr("Note at {time}:").format(time=clock(moment.time_s)))
        dialog.textValueSelected.connect(lambda text: self._mark(moment, text))
        dialog.finished.connect(self._forget)
        dialog.open()  # never exec: the recording goes on behind it

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _moment(self) -> Moment | None:
        recorder = self._recorder()
        return recorder.moment() if recorder is not None else None

    def _mark(self, moment: Moment, text: str) -> None:
        recorder = self._recorder()
        if recorder is not None:
            recorder.mark(moment, text)
            self._window.status.note(_tr("Marked at {time}").format(time=clock(moment.time_s)))


def clock(seconds: float) -> str:
    """Return a time as people read it: "00:12", and "1:02:03" from an hour on."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
