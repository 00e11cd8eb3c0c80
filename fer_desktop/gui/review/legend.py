"""Says which line of a review's timeline is which, and what is hatched."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.labels import LABELS
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.review.paint import line_pen, passes

_SAMPLE = 3 * GRID
_GAP = GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewLegend(Retranslated, QWidget):
    """Samples of the lines and fillings with their names, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def retranslate(self) -> None:
        """Write the names in the language of now."""
        self.setMinimumHeight(self.heightForWidth(max(1, self.width())))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        last = max(row for _, _, row in self._places(width))
        return (last + 1) * self._row()

    def sizeHint(self) -> QSize:
        """Return the size of a single row."""
        return QSize(60 * GRID, self._row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take room for all rows; what lies around it asks for the height of one."""
        super().resizeEvent(event)
        height = self.heightForWidth(event.size().width())
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint samples and names."""
        del event
        painter, row = QPainter(self), self._row()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        ground, ink = (
            palette.color(QPalette.ColorRole.Base),
            palette.color(QPalette.ColorRole.WindowText),
        )
        for (label, name), x, number in self._places(self.width()):
            sample = QRectF(x, number * row + 3, _SAMPLE, row - 6)
            painter.fillRect(sample, ground)
            if label in LABELS:
                shifts, middle = passes(painter), sample.center().y()
                painter.setPen(line_pen(label, ground, fine=len(shifts) - 1))
                for y in (middle + shift for shift in shifts):
                    painter.drawLine(QPointF(x + 2, y), QPointF(x + _SAMPLE - 2, y))
            else:
                pattern = (
                    Qt.BrushStyle.BDiagPattern
                    if label == "lost"
                    else Qt.BrushStyle.DiagCrossPattern
                )
                quiet = palette.color(QPalette.ColorRole.PlaceholderText)
                painter.fillRect(sample, QBrush(quiet, pattern))
            painter.setPen(ink)
            words = QRectF(x + _SAMPLE + 4, number * row, self.width(), row)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.end()

    def _row(self) -> int:
        return self.fontMetrics().height() + 4

    def _places(self, width: int) -> list[tuple[tuple[str, str], int, int]]:
        """Return each label with its name, where it begins, and in which row."""
        entries = [(label, name_of(label)) for label in LABELS]
        entries += [("lost", _tr("not measured")), ("excluded", _tr("left out"))]
        places, x, row = [], 0, 0
        for entry in entries:
            needs = _SAMPLE + 4 + self.fontMetrics().horizontalAdvance(entry[1]) + 2 * _GAP
            if x and x + needs > width:
                x, row = 0, row + 1
            places.append((entry, x, row))
            x += needs
        return places
