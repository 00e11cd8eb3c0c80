"""Eight bars, one an expression."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.labels import LABELS
from fer_desktop.core.overlay import COLORS, percent
from fer_desktop.core.types import Expression
from fer_desktop.gui.common.icons import paint_glyph
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of

_ROW = 22
_WORDS_S: Final = 1.0
"""The words for screen readers are new no more often, but for another label."""
_GLYPH = 2 * GRID
_NAME = _GLYPH + GRID


class ProbabilityBars(Retranslated, QWidget):
    """Face, name, bar and percentage of each expression, always in the same place."""

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with empty bars; `clock` gives seconds, and tests have their own."""
        super().__init__(parent)
        self._clock, self._described_s = clock, 0.0
        self._expression: Expression | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Use the words of the language of now."""
        self.setAccessibleName(self.tr("Probabilities of the eight expressions"))
        self._describe()
        self.update()

    def show_expression(self, expression: Expression | None) -> None:
        """Show the probabilities of a face, or empty bars."""
        before, self._expression = self._expression, expression
        self.update()
        now_s = self._clock()
        is_same_label = before and expression and before.label == expression.label
        if is_same_label and now_s - self._described_s < _WORDS_S:
            return  # live percentages never stand still; screen readers are told of each change
        self._described_s = now_s
        self._describe()

    def _describe(self) -> None:
        strongest = self._expression.top(len(LABELS)) if self._expression is not None else []
        words = ", ".join(f"{name_of(label)} {percent(p)}" for label, p in strongest)
        self.setAccessibleDescription(words)

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
