"""A line of a plot that is wide, smooth and still quick to paint."""

from typing import Final

from pyqtgraph import PlotCurveItem
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_APART: Final = 0.7
"""Pixels of the screen from one pass to the next, down and to the right."""


class QuickCurve(PlotCurveItem):  # type: ignore[misc] # pyqtgraph has no types
    """An antialiased line over finite values; NaN leaves a gap.

    Qt has a quick way to paint lines of one pixel; antialiased ones that are wider take several
    times as long. So this paints a line of one pixel several times, a little apart.
    """

    def __init__(self) -> None:
        super().__init__(connect="finite", antialias=True)
        self._n_passes, self._apart = 2, _APART

    def set_look(self, color: QColor, pattern: tuple[int, ...], scale: float) -> None:
        """Set the colour, the dashes and gaps in logical pixels, and the screen's pixel ratio."""
        pen = QPen(color, 1)
        pen.setCosmetic(True)
        if pattern:
            pen.setDashPattern([length * scale for length in pattern])
        self._n_passes, self._apart = 1 + max(1, round(scale)), _APART / scale
        self.setPen(pen)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None
    ) -> None:
        """Paint the line as often as its width needs."""
        whole = painter.worldTransform()
        for number in range(self._n_passes):
            shift = (number - (self._n_passes - 1) / 2) * self._apart
            painter.setWorldTransform(whole * QTransform.fromTranslate(shift, shift))
            super().paint(painter, option, widget)
        painter.setWorldTransform(whole)
