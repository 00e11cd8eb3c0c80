"""Fills the table of faces with what is found, and shows it when it is wanted."""

from pathlib import Path

from PySide6.QtCore import QObject

from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.shell.main_window import MainWindow


class PictureTable(QObject):
    """Connects the table with picture mode: a row shows its face, a face marks its row."""

    def __init__(self, window: MainWindow, pictures: PictureMode) -> None:
        super().__init__(window)
        self._window, self._pictures, self._table = window, pictures, window.face_table
        self._action = window.actions_.face_table
        self._action.toggled.connect(self._refresh)
        self._table.chosen.connect(pictures.show_face)
        pictures.found.connect(self._table.add)
        pictures.restarted.connect(self._table.clear)
        pictures.removed.connect(self._table.remove)
        pictures.changed.connect(self._refresh)
        pictures.face_shown.connect(self._mark)
        self._refresh()

    def _refresh(self) -> None:
        # In the small view and on the full screen the picture has the window to itself.
        has_frame = not self._window.top.isHidden()
        is_wanted = self._action.isChecked() and self._pictures.is_active
        self._table.setVisible(is_wanted and has_frame)
        shown = self._pictures.shown
        if is_wanted and shown is not None:
            self._mark(shown.path, 0)

    def _mark(self, path: Path, position: int) -> None:
        if self._table.isVisible():
            self._table.mark(path, position)
