"""The plot of the timeline: eight lines over the last seconds, with axes, and no mouse."""

import numpy as np
from numpy.typing import NDArray
from pyqtgraph import InfiniteLine, PlotWidget
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from fer_desktop.core.contrast import readable
from fer_desktop.core.labels import LABELS
from fer_desktop.core.overlay import COLORS, PATTERNS
from fer_desktop.core.peaks import peaks
from fer_desktop.gui.common.numbers import short
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.panel.curve import QuickCurve
from fer_desktop.gui.panel.end_labels import EndLabel, EndLabels

_MARGIN = 2.0
"""Percent beyond 0 and 100, so that lines there are not cut."""
_BEYOND = 4 * GRID
"""The axes' words may stand out so many pixels beyond their ends."""
_N_NAMED = 3
_NAMED_FROM = 0.05
"""A line below this has no name at its end."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelinePlot", text)


def time_ticks(span_s: int) -> list[tuple[float, str]]:
    """Return where the time axis has its marks, in seconds from now, and their words."""
    marks = [(0.0, _tr("now"))]
    for share in (0.5, 1.0):
        ago = span_s * share
        if ago < 60:
            words = _tr("-{number} s").format(number=short(ago))
        else:
            words = _tr("-{number} min").format(number=short(ago / 60))
        marks.append((-ago, words))
    return marks


class TimelinePlot(QWidget):
    """Eight lines from the past on the left to now on the right, in percent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span_s = 0
        self.plot = PlotWidget(enableMenu=False)
        self.names = EndLabels()
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.disableAutoRange()
        # The mouse has nothing to do here: no zoom that one can't leave, no menu, no hovering.
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self.plot, self.plot.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        self.box = item.getViewBox()
        self.box.setMouseEnabled(x=False, y=False)
        self.box.setYRange(-_MARGIN, 100 + _MARGIN, padding=0)
        self.box.setDefaultPadding(0)
        # Not the axis' own grid, with which it hides the words at its ends.
        self.grid = [InfiniteLine(y, angle=0) for y in (0, 50, 100)]
        for line in self.grid:
            item.addItem(line, ignoreBounds=True)
        self.curves: dict[str, QuickCurve] = {}
        for label in LABELS:
            self.curves[label] = QuickCurve()
            item.addItem(self.curves[label])
        # The names stand over the plot's right margin, which so has room for the axis' last word.
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.plot, 0, 0, 1, 2)
        grid.addWidget(self.names, 0, 1)

    def set_span(self, span_s: int) -> None:
        """Show so many seconds."""
        self._span_s = span_s
        self.box.setXRange(-span_s, 0, padding=0)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the axes in the language of now."""
        item = self.plot.getPlotItem()
        item.getAxis("left").setTicks([[(0, "0"), (50, "50"), (100, _tr("100 %"))]])
        item.getAxis("bottom").setTicks([time_ticks(self._span_s)])
        self._leave_room()

    def _leave_room(self) -> None:
        """Let the plot end where the longest name begins, and above it half a word's height."""
        self.names.updateGeometry()
        above = int(QFontMetricsF(self.names.font()).height() / 2)
        self.plot.getPlotItem().setContentsMargins(0, above, self.names.sizeHint().width(), 0)

    def set_colors(self, palette: QPalette, font: QFont) -> None:
        """Take the colours of a theme and the font of the words."""
        ground = palette.color(QPalette.ColorRole.Base)
        self.plot.setBackground(palette.color(QPalette.ColorRole.Window))
        self.box.setBackgroundColor(ground)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        metrics = QFontMetricsF(small)
        left, bottom = (self.plot.getPlotItem().getAxis(side) for side in ("left", "bottom"))
        for line in self.grid:
            line.setPen(palette.color(QPalette.ColorRole.Button))
        for axis in (left, bottom):
            axis.setPen(palette.color(QPalette.ColorRole.Mid))
            axis.setTextPen(quiet)
            axis.setStyle(tickFont=small, tickLength=0, tickTextOffset=GRID // 2)
            axis.setStyle(hideOverlappingLabels=_BEYOND)
        left.setWidth(int(metrics.horizontalAdvance("100 %")) + GRID)
        bottom.setHeight(int(metrics.height()) + 6)
        self.names.setFont(small)
        self._leave_room()
        scale = self.devicePixelRatioF()
        for label, curve in self.curves.items():
            color = readable(COLORS[label], (ground.red(), ground.green(), ground.blue()))
            curve.set_look(QColor(*color), PATTERNS[label], scale)

    def show_lines(
        self, times: NDArray[np.float64], rows: NDArray[np.float32], now_s: float
    ) -> None:
        """Draw probabilities (n, 8) at these times in seconds; a row of NaN is a gap."""
        columns = max(1, int(self.box.width()))
        short_times, short = peaks(times, rows, self._span_s / columns)
        x, y = short_times - now_s, np.ascontiguousarray(short.T, np.float64) * 100
        for curve, values in zip(self.curves.values(), y, strict=True):
            curve.setData(x, values)

    def show_names(self, values: NDArray[np.float32] | None) -> None:
        """Write the strongest names at the ends of their lines, which have these last values."""
        if values is None:
            self.names.show_labels([])
            return
        strongest = np.argsort(-values, kind="stable")[:_N_NAMED]
        self.names.show_labels(
            [
                EndLabel(
                    name_of(LABELS[index]),
                    self._height_of(float(values[index]) * 100),
                    self.curves[LABELS[index]].opts["pen"],
                )
                for index in strongest
                if values[index] >= _NAMED_FROM
            ]
        )

    def _height_of(self, percent: float) -> float:
        """Return how far below the plot's upper edge this value is, in pixels."""
        scene = self.box.mapViewToScene(QPointF(0.0, percent))
        return float(self.plot.mapFromScene(scene).y())
