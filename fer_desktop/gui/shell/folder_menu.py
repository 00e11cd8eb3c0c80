"""Opens the dialog that analyzes a folder into a table, from the File menu."""

from PySide6.QtCore import QObject, Qt

from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.export.folder_dialog import FolderDialog
from fer_desktop.gui.shell.main_window import MainWindow


class FolderMenu(QObject):
    """Connects the action. `close` ends what runs."""

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self.shown: FolderDialog | None = None
        window.actions_.analyze_folder.triggered.connect(self.show)

    def show(self) -> None:
        """Open the dialog, or raise it."""
        if self.shown is None:
            shown = self.shown = FolderDialog(self._chosen.settings, self._window)
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            shown.shared.connect(lambda address: self._chosen.change(scheduler=address))
            shown.finished.connect(self._forget)
            shown.show()  # never exec: the live picture goes on behind it
        self.shown.raise_()
        self.shown.activateWindow()

    @property
    def unkept(self) -> list[str]:
        """What would be lost with the dialog, a sentence each."""
        loss = self.shown.loss if self.shown is not None else ""
        return [loss] if loss else []

    def close(self) -> None:
        """Close the dialog; a table that is not whole yet does not stay."""
        if self.shown is not None:
            self.shown.done(0)

    def _forget(self) -> None:
        self.shown = None
