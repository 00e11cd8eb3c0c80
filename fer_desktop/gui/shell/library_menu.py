"""Opens the window with all recordings from the File menu, and passes on what is wanted there."""

from pathlib import Path

from PySide6.QtCore import QObject

from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.review.library_window import LibraryWindow
from fer_desktop.gui.review.menu import ReviewMenu
from fer_desktop.gui.shell.export_menu import ExportMenu
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.new_session import chosen_directory


class LibraryMenu(QObject):
    """Connects the action. `close` closes the window."""

    def __init__(
        self, window: MainWindow, chosen: Chosen, reviews: ReviewMenu, exports: ExportMenu
    ) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._reviews, self._exports = reviews, exports
        self.shown: LibraryWindow | None = None
        window.actions_.recordings.triggered.connect(self.show)

    def show(self) -> None:
        """Open the window, or raise it and look into the folder anew."""
        if self.shown is not None:
            self.shown.refresh()
            self.shown.raise_()
            self.shown.activateWindow()
            return
        shown = self.shown = LibraryWindow(self._window, chosen_directory(self._chosen.settings))
        shown.open_wanted.connect(self._reviews.open)
        shown.export_wanted.connect(self._export)
        shown.finished.connect(self._forget)
        shown.show()

    def refresh(self) -> None:
        """Show what has come or gone, where the window is open."""
        if self.shown is not None:
            self.shown.refresh()

    def close(self) -> None:
        """Close the window."""
        if self.shown is not None:
            self.shown.close()

    def _export(self, folder: Path) -> None:
        if self.shown is not None:
            self._exports.export(folder, self.shown, self.shown.banner)

    def _forget(self) -> None:
        self.shown = None
