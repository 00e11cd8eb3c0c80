"""Paints what stands still on a review's timeline: axes, lines, bands, hatching, flags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette

from fer_desktop.gui.common.session_words import clock
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.review.areas import Areas
from fer_desktop.gui.review.paint import paint_band, paint_flags, paint_lines, paint_stretches
from fer_desktop.gui.review.scale import TimeScale
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.table import LabelRun, Stretches

_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, eq=False)
class TimelineContent:
    """What a timeline shows.

    Attributes:
        times: (n,) float64, of the lines, in seconds.
        lines: (n, 8) float32, probabilities; a row of NaN is a gap.
        lost: When the face of the lines was not measured.
        bands: Which label was shown when, by the numbers of the faces.
        chosen: The face of the lines.
        markers: Time and text of each, rising.
        exclusions: What is left out of the figures.
    """

    times: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    lines: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 8), np.float32))
    lost: Stretches = field(default_factory=lambda: np.empty((0, 2)))
    bands: Mapping[int, list[LabelRun]] = field(default_factory=dict)
    chosen: int = -1
    markers: Sequence[tuple[float, str]] = ()
    exclusions: Sequence[Exclusion] = ()


class Backdrop:
    """One painting, with a painter in the widget's font."""

    def __init__(
        self, painter: QPainter, areas: Areas, scale: TimeScale, palette: QPalette
    ) -> None:
        self._painter, self._areas, self._scale = painter, areas, scale
        self._palette = palette
        self._quiet = palette.color(QPalette.ColorRole.PlaceholderText)

    def paint(self, content: TimelineContent) -> None:
        """Paint everything, on a ground in the window's colour."""
        painter, areas, scale = self._painter, self._areas, self._scale
        ground = self._palette.color(QPalette.ColorRole.Base)
        for area in (areas.lines, *areas.bands):
            painter.fillRect(area, ground)
        self._paint_heights()
        self._paint_times()
        paint_lines(painter, areas.lines, scale, content.times, content.lines, ground)
        covered = [(each.start_s, each.end_s) for each in content.exclusions]
        for (face_id, runs), band in zip(content.bands.items(), areas.bands, strict=False):
            is_chosen = face_id == content.chosen
            paint_band(painter, band, scale, runs, covered)
            if is_chosen:
                self._hatch(content.lost, band)
            if len(areas.bands) > 1:
                self._paint_number(face_id, band, is_chosen=is_chosen)
        self._cover(covered)
        paint_flags(painter, areas.whole, scale, content.markers, self._palette)

    def _paint_heights(self) -> None:
        """Paint the lines of 0, 50 and 100 %, and the words beside them."""
        painter, lines = self._painter, self._areas.lines
        height = painter.fontMetrics().height()
        whole = QCoreApplication.translate("ReviewTimeline", "100 %")
        for value, words in ((0, "0"), (50, "50"), (100, whole)):
            y = lines.bottom() - lines.height() * value / 100
            self._rule(QPointF(lines.left(), y), QPointF(lines.right(), y))
            room = QRectF(0, y - height / 2, lines.left() - GRID // 2, height)
            painter.drawText(room, _RIGHT, words)

    def _paint_times(self) -> None:
        """Paint the lines of moments, and the words below them."""
        painter, lines, metrics = self._painter, self._areas.lines, self._painter.fontMetrics()
        width = metrics.horizontalAdvance("0:00:00.0") + 2 * GRID
        ticks = self._scale.ticks(width)
        digits = 1 if len(ticks) > 1 and ticks[1] - ticks[0] < 1 else 0
        top = self._areas.whole.bottom() + GRID // 2
        for time_s in ticks:
            x = self._scale.x(time_s)
            self._rule(QPointF(x, lines.top()), QPointF(x, lines.bottom()))
            room = QRectF(x - width / 2, top, width, metrics.height())
            painter.drawText(room, _MIDDLE, clock(time_s, digits))

    def _rule(self, start: QPointF, end: QPointF) -> None:
        """Paint a line of the grid; words come next."""
        self._painter.setPen(self._palette.color(QPalette.ColorRole.Button))
        self._painter.drawLine(start, end)
        self._painter.setPen(self._quiet)

    def _paint_number(self, face_id: int, band: QRectF, *, is_chosen: bool) -> None:
        """Write which face a band is of, that of the lines in bold."""
        painter = self._painter
        painter.save()
        font = QFont(painter.font())
        font.setBold(is_chosen)
        painter.setFont(font)
        ink = self._palette.color(QPalette.ColorRole.WindowText) if is_chosen else self._quiet
        painter.setPen(ink)
        room = QRectF(0, band.top(), band.left() - GRID // 2, band.height())
        painter.drawText(room, _RIGHT, str(face_id))
        painter.restore()

    def _hatch(self, lost: Stretches, band: QRectF) -> None:
        """Hatch where a face was not measured, in its band and where its lines are."""
        hatch = QBrush(self._quiet, Qt.BrushStyle.BDiagPattern)
        for area in (self._areas.lines, band):
            paint_stretches(self._painter, area, self._scale, lost, hatch)

    def _cover(self, ranges: Sequence[tuple[float, float]]) -> None:
        """Dim and hatch what is left out."""
        cover = QColor(self._palette.color(QPalette.ColorRole.Window))
        cover.setAlpha(190)
        for area in (self._areas.lines, *self._areas.bands):
            for brush in (QBrush(cover), QBrush(self._quiet, Qt.BrushStyle.DiagCrossPattern)):
                paint_stretches(self._painter, area, self._scale, ranges, brush)
