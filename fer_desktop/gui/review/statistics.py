"""The figures of a face in a session: expressions, transitions, valence; they can be copied."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.gui.common.icons import glyph, icon
from fer_desktop.gui.common.placement import most_width
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import (
    figures_text,
    label_cells,
    label_header,
    transition_cells,
    transition_header,
    valence_words,
)
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.sessions.statistics import SHOWN_LABELS, FaceFigures

_SCROLL_BAR = 2 * GRID
_BESIDE = 42 * GRID
"""So much of a screen's width, in pixels, belongs to the picture and its buttons, the words left
out."""
_LEAST = 30 * GRID
_FEW_LINES = 3
_BORDER = 2
"""Of tables, as the theme has it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewTable(QTableWidget):
    """A table to read: no cell can be written to, Tab leaves it, Ctrl+C copies lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def fill(self, header: Sequence[str], lines: Sequence[Sequence[str]], n_names: int) -> None:
        """Show these lines; the first `n_names` cells of each are names, the others figures."""
        self.setColumnCount(len(header))
        self.setRowCount(len(lines))
        left, right = (
            side | Qt.AlignmentFlag.AlignVCenter
            for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        )
        for column in range(len(header)):
            side = left if column < n_names else right
            head = QTableWidgetItem(header[column])
            head.setTextAlignment(side)
            self.setHorizontalHeaderItem(column, head)
            for row, line in enumerate(lines):
                item = QTableWidgetItem(line[column])
                item.setTextAlignment(side)
                self.setItem(row, column, item)
        self.resizeRowsToContents()
        self._make_room(n_names)

    def set_icons(self, icons: Sequence[QIcon]) -> None:
        """Show an icon before each line."""
        for row, picture in enumerate(icons):
            item = self.item(row, 0)
            if item is not None:
                item.setIcon(picture)
        self._make_room(1)

    def lines(self) -> list[list[str]]:
        """Return the words of all cells."""
        items = [
            [self.item(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]
        return [["" if item is None else item.text() for item in line] for line in items]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen lines."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        lines = self.lines()
        if chosen:
            text = "\n".join("\t".join(lines[row]) for row in chosen)
            QGuiApplication.clipboard().setText(text)

    def sizeHint(self) -> QSize:
        """Ask for a few lines only: what is left over comes on top."""
        line = self.verticalHeader().defaultSectionSize()
        few = self.horizontalHeader().sizeHint().height() + _FEW_LINES * line + 2 * _BORDER
        return QSize(super().sizeHint().width(), few)

    def whole_height(self) -> int:
        """Return the height at which all lines are seen and nothing is left over, in pixels."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2 * _BORDER

    def _make_room(self, n_names: int) -> None:
        """Let all columns be seen; what is left over goes to the names."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, self.columnWidth(column) + GRID)
        # On a narrow screen it scrolls.
        beside = _BESIDE + 20 * self.fontMetrics().height()
        least = max(most_width() - beside, _LEAST)
        self.setMinimumWidth(min(header.length() + _SCROLL_BAR, least))
        for column in range(n_names):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


class ReviewStatistics(Retranslated, QWidget):
    """Two tables and two sentences about one face."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: FaceFigures | None = None
        self._n_left_out, self._is_counting = 0, True
        self.title, self.valence, self.note = QLabel(), QLabel(), QLabel()
        self.labels_title, self.transitions_title = QLabel(), QLabel()
        self.labels, self.transitions, self.copy = ReviewTable(), ReviewTable(), PushButton()
        for label in (self.valence, self.note, self.labels_title):
            label.setWordWrap(True)
        for label in (self.note, self.labels_title, self.transitions_title):
            label.setObjectName("quiet")
        self.copy.setIcon(icon("copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.addWidget(self.labels_title, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.labels, 3)
        column.addWidget(self.transitions_title)
        column.addWidget(self.transitions, 1)
        column.addWidget(self.valence)
        column.addWidget(self.note)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return room for all columns."""
        return QSize(58 * GRID, 60 * GRID)

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.labels_title.setText(_tr("How the face looked"))
        self.labels.setAccessibleName(_tr("Table of expressions"))
        self.transitions.setAccessibleName(_tr("Table of transitions"))
        self.copy.setText(_tr("Copy Fi&gures"))
        self._refresh()

    def show_figures(self, figures: FaceFigures | None, *, n_left_out: int) -> None:
        """Show the figures of a face; None where there is none.

        Args:
            figures: What was counted.
            n_left_out: How many ranges were left out.
        """
        self._figures, self._n_left_out, self._is_counting = figures, n_left_out, False
        self._refresh()

    def show_counting(self) -> None:
        """Say that the figures are being counted anew."""
        self._is_counting = True
        self._refresh()

    def text(self) -> str:
        """Return all figures as text for a document or a spreadsheet; "" without any."""
        return figures_text(self._figures, self._left_out()) if self._figures is not None else ""

    def _left_out(self) -> str:
        if not self._n_left_out:
            return ""
        return _tr("Ranges that are left out of these figures: {n}.").format(n=self._n_left_out)

    def _refresh(self) -> None:
        figures = self._figures
        none = _tr("No face was found.") if figures is None else ""
        allow_part(self.copy, _tr("Counting…") if self._is_counting else none)
        lines = label_cells(figures) if figures is not None else []
        self.labels.fill(label_header(), lines, 1)
        if lines:
            self.labels.set_icons([glyph(label) for label in SHOWN_LABELS])
        # Its lines are always the same ones, so what is left over is of use for the transitions.
        self.labels.setFixedHeight(self.labels.whole_height())
        changes = transition_cells(figures) if figures is not None else []
        self.transitions.fill(transition_header(), changes, 2)
        has_none = figures is not None and not changes
        self.transitions_title.setText(_tr("No transitions") if has_none else _tr("Transitions"))
        if self._is_counting:
            self.valence.setText(_tr("Counting…"))
        else:
            self.valence.setText(
                valence_words(figures) if figures is not None else _tr("No face was found.")
            )
        note = _tr("Guesses about the expressions that were shown, not about feelings.")
        self.note.setText(" ".join(filter(None, (self._left_out(), note))))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
