"""The names of the strongest lines, at the lines' ends."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.labels import LABELS
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of

_STUB = 12
"""A piece of the line leads from its end to its name."""


@dataclass(frozen=True)
class EndLabel:
    """A line's name.

    Attributes:
        text: The name.
        y: Where the line ends, in pixels of this widget.
        pen: What the line is painted with.
    """

    text: str
    y: float
    pen: QPen


def spread(middles: list[float], height: float, top: float, bottom: float) -> list[float]:
    """Return the middles, from top to bottom, moved apart until rows of this height fit."""
    moved: list[float] = []
    for middle in middles:
        moved.append(max(middle, moved[-1] + height if moved else top + height / 2))
    limit = bottom - height / 2
    for index in reversed(range(len(moved))):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - height
    return moved


class EndLabels(QWidget):
    """Names beside a plot, each joined to its line; never one over another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.labels: list[EndLabel] = []

    def show_labels(self, labels: list[EndLabel]) -> None:
        """Show these names, highest line first."""
        self.labels = labels
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longest name."""
        metrics = QFontMetricsF(self.font())
        names = max(metrics.horizontalAdvance(name_of(each)) for each in LABELS)
        return QSize(int(names) + _STUB + GRID, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = QFontMetricsF(self.font()).height()
        middles = spread([label.y for label in self.labels], height, 0, self.height())
        color = self.palette().color(QPalette.ColorRole.WindowText)
        left = _STUB + GRID / 2
        for label, middle in zip(self.labels, middles, strict=True):
            pen = QPen(QColor(label.pen.color()), 2)
            painter.setPen(pen)
            painter.drawLine(QPointF(0, label.y), QPointF(_STUB, middle))
            painter.setPen(color)
            painter.drawText(
                QRectF(left, middle - height / 2, self.width() - left, height),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                label.text,
            )
        painter.end()
