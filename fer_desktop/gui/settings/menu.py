"""Opens the settings dialog, and tells what was wrong with the kept settings."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.settings.dialog import SettingsDialog
from fer_desktop.gui.shell.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsMenu", text)


class SettingsMenu(QObject):
    """Connects the action of the settings."""

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._dialog: SettingsDialog | None = None
        window.actions_.settings.triggered.connect(self._open)
        window.closed.connect(self.close)

    def tell(self, notes: Sequence[str]) -> None:
        """Say above the picture that kept settings could not be used."""
        if not notes:
            return
        text = _tr("Some settings could not be read and were reset: {note}").format(note=notes[0])
        if len(notes) > 1:
            text += " " + _tr("There are {n} such notes; the log file has them all.").format(
                n=len(notes)
            )
        self._window.note.show_message(
            text, is_problem=True, action=_tr("Settings…"), act=self._open
        )

    def close(self) -> None:
        """Close the dialog."""
        if self._dialog is not None:
            self._dialog.close()

    def _open(self) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
        else:
            self._dialog = SettingsDialog(self._window, self._chosen, self._window.actions_.welcome)
            self._dialog.finished.connect(self._forget)
            self._dialog.show()  # beside the window: the effect of each change is seen there

    def _forget(self) -> None:
        self._dialog = None
