"""The table of all faces: sorts by any column, shows the face of a row, copies rows."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.pictures.face_table_model import COLUMNS, SORT_ROLE, FaceTableModel, header
from fer_desktop.live.pictures import PictureResult

_WIDEST = {
    # the longest that usually stands in a column, where that is more than its header
    "file": "a longer name of a picture.jpeg",
    "label": "not sure or so",
    "box": "1234, 1234, 1234 × 1234",  # noqa: RUF001 - the sign is meant
}


class FaceTable(Retranslated, QTableView):
    """One row a face.

    Signals:
        chosen: Path of the picture, and the position of the face among its faces, from 0; -1 where
            it has none.
    """

    chosen = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces, self._is_marking = FaceTableModel(), False
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.faces)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(COLUMNS.index("file"), Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their ends
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(12 * GRID)
        # Rows of one height, so that thousands need not be measured.
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + GRID)
        self.retranslate()
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def add(self, results: Iterable[PictureResult]) -> None:
        """Add the faces of pictures."""
        self.faces.add(results)

    def clear(self) -> None:
        """Take all rows out."""
        self.faces.clear()

    def remove(self, paths: Iterable[Path]) -> None:
        """Take the rows of some pictures out."""
        self.faces.remove(paths)

    def mark(self, path: Path, position: int) -> None:
        """Make the row of a face the current one, without choosing it again."""
        number = self.faces.find(path, position)
        index = self._sorted.mapFromSource(self.faces.index(number, 0))
        if index.isValid() and index.row() != self.currentIndex().row():
            self._is_marking = True
            self.setCurrentIndex(index)
            self._is_marking = False

    def selected_text(self) -> str:
        """Return the selected rows with a header, tabs between the columns; "" for none."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not rows:
            return ""
        lines = ["\t".join(header(column) for column in COLUMNS)]
        for row in rows:
            cells = [str(self._sorted.index(row, c).data()) for c in range(len(COLUMNS))]
            lines.append("\t".join(cells))
        return "\n".join(lines) + "\n"

    def event(self, event: QEvent) -> bool:
        """Keep the copy key from the window's own copy of the picture."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        elif text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def retranslate(self) -> None:
        """Write the fixed words in the language of now, and make room for them."""
        self.setAccessibleName(self.tr("Table of faces"))
        metrics = self.fontMetrics()
        for number, column in enumerate(COLUMNS):
            words = max(header(column), _WIDEST.get(column, ""), key=metrics.horizontalAdvance)
            # Beside the words stands the arrow that says how the table is sorted.
            self.setColumnWidth(number, metrics.horizontalAdvance(words) + 4 * GRID)
        self.viewport().update()

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_marking:
            row = self.faces.row(self._sorted.mapToSource(index).row())
            self.chosen.emit(row.path, row.position)
