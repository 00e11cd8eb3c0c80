"""Eight bars, one an expression."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.labels import LABELS
from fer_desktop.core.overlay import COLORS, percent
from fer_desktop.core.types import Expression
from fer_desktop.gui.icons import paint_glyph
from fer_desktop.gui.theme import GRID
from fer_desktop.gui.words import name_of

_ROW = 24
_GLYPH = 2 * GRID
_NAME = _GLYPH + GRID


class ProbabilityBars(QWidget):
    """Face, name, bar and percentage of each expression, always in the same place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expression: Expression | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Use the words of the language of now."""
        self.setAccessibleName(self.tr("Probabilities of the eight expressions"))
        self.show_expression(self._expression)

    def show_expression(self, expression: Expression | None) -> None:
        """Show the probabilities of a face, or empty bars."""
        self._expression = expression
        words = (
            ""
            if expression is None
            else ", ".join(
                f"{name_of(label)} {percent(p)}" for label, p in expression.top(len(LABELS))
            )
        )
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for eight rows."""
        return QSize(260, _ROW * len(LABELS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = self.font()
        bold.setBold(True)  # the strongest row is bold, and nothing may move for it
        metrics = QFontMetricsF(bold)
        names = (
            _NAME + max(metrics.horizontalAdvance(name_of(each)) for each in LABELS) + GRID * 1.5
        )
        numbers = metrics.horizontalAdvance(">99 %") + GRID
        for row, label in enumerate(LABELS):
            self._paint_row(painter, row, label, names, numbers)
        painter.end()

    def _paint_row(
        self, painter: QPainter, row: int, label: str, names: float, numbers: float
    ) -> None:
        palette, top = self.palette(), row * _ROW
        expression = self._expression
        is_best = expression is not None and expression.label == label
        font = self.font()
        font.setBold(is_best)
        painter.setFont(font)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        strong = palette.color(QPalette.ColorRole.WindowText)
        ink = strong if expression is not None else quiet
        paint_glyph(painter, QRectF(0, top + (_ROW - _GLYPH) / 2, _GLYPH, _GLYPH), label, ink)
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(_NAME, top, names - _NAME, _ROW),
            int(middle | Qt.AlignmentFlag.AlignLeft),
            name_of(label),
        )
        track = QRectF(names, top + _ROW / 2 - 6, self.width() - names - numbers, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(track, 4, 4)
        if expression is None:
            return
        p = expression.by_label()[label]
        if p >= 0.005:
            color = QColor(*COLORS[label])
            painter.setBrush(color)
            painter.setPen(color.darker(140))  # yellow on light gray has no edge of its own
            painter.drawRoundedRect(
                QRectF(track.left() + 0.5, track.top() + 0.5, max(8.0, track.width() * p) - 1, 11),
                4,
                4,
            )
        painter.setPen(strong)
        painter.drawText(
            QRectF(self.width() - numbers, top, numbers, _ROW),
            int(middle | Qt.AlignmentFlag.AlignRight),
            percent(p),
        )
