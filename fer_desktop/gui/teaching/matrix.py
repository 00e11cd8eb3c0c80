"""A confusion matrix whose cells open the pictures behind them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.evaluation.metrics import Figures
from fer_desktop.gui.common.icons import glyph
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.common.words import name_of

_STRONGEST: Final = 0.45
"""How much of the colour a full cell has; more would make its number hard to read."""
_ROW_PX: Final = 28


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class ConfusionMatrix(QTableWidget):
    """Rows are true classes, columns the answers, the last one pictures without a face.

    Signals:
        opened: True class and answer of a cell, as indices.
    """

    opened = Signal(int, int)

    def __init__(self, figures: Figures) -> None:
        super().__init__(N_LABELS, N_LABELS + 1)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(_ROW_PX)
        self.horizontalHeader().setIconSize(QSize(20, 20))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.cellActivated.connect(self._open)
        self.cellClicked.connect(self._open)
        self._figures = figures
        self.retranslate()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + N_LABELS * _ROW_PX + 2 * self.frameWidth())

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setAccessibleName(_tr("Confusion matrix"))
        color = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        for column in range(N_LABELS + 1):
            name = name_of(LABELS[column]) if column < N_LABELS else _tr("no face")
            # The words of some languages are wider than a column.
            head = QTableWidgetItem("" if column < N_LABELS else "\u2013")
            if column < N_LABELS:
                head.setIcon(glyph(LABELS[column]))
            head.setToolTip(_tr("The model said: {label}").format(label=name))
            self.setHorizontalHeaderItem(column, head)
        for row, label in enumerate(LABELS):
            head = QTableWidgetItem(glyph(label), name_of(label))
            head.setToolTip(_tr("Labelled: {label}").format(label=name_of(label)))
            self.setVerticalHeaderItem(row, head)
            total = int(self._figures.confusion[row].sum())
            for column in range(N_LABELS + 1):
                self.setItem(row, column, self._cell(row, column, total, color))

    def _cell(self, row: int, column: int, total: int, color: QColor) -> QTableWidgetItem:
        n = int(self._figures.confusion[row, column])
        said = name_of(LABELS[column]) if column < N_LABELS else _tr("no face")
        item = QTableWidgetItem(count(n) if n else "·")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if n:
            ground = QColor(color)
            ground.setAlphaF(_STRONGEST * n / total)
            item.setBackground(QBrush(ground))
        if row == column:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        words = _tr("{n} labelled {truth}, named {said}. A click opens them.")
        if n:
            item.setToolTip(words.format(n=count(n), truth=name_of(LABELS[row]), said=said))
        return item

    def _open(self, row: int, column: int) -> None:
        if self._figures.confusion[row, column]:
            self.opened.emit(row, column)
