"""Paints the parts of a review's timeline: lines, the band of labels, stretches, flags."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen, QPolygonF

from fer_desktop.core.contrast import readable
from fer_desktop.core.labels import LABELS
from fer_desktop.core.overlay import COLORS, PATTERNS, text_color
from fer_desktop.core.peaks import means, peaks
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.review.scale import TimeScale
from fer_desktop.sessions.table import LabelRun

FLAG: Final = 8.0
_DENSE: Final = 4
"""With more rows than that on a pixel, means are shown."""
_MEAN_PX: Final = 2
_DASHED: Final = 3000
"""A line of more points is painted without dashes."""
_APART: Final = 0.7
"""Pixels of the screen between two passes of a line."""
_LEAST_PATTERN: Final = 3.0
"""Pixels; narrower stretches have no pattern."""
_TINT: Final = 70
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def passes(painter: QPainter) -> list[float]:
    """Return by how much each pass of a line is shifted: two, more of them on a finer screen."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    return [number * _APART / ratio for number in range(1 + max(1, round(ratio)))]


def line_pen(label: str, ground: QColor, *, fine: float = 1.0, has_dashes: bool = True) -> QPen:
    """Return what the line of an expression is painted with on a ground, in each of its passes.

    Args:
        label: The expression.
        ground: What the line is on.
        fine: Pixels of the screen for one of the window.
        has_dashes: It may be dashed.
    """
    color = readable(COLORS[label], (ground.red(), ground.green(), ground.blue()))
    # Qt paints wider lines, and dashes that go up and down a lot, a thousand times as slowly.
    pen = QPen(QColor(*color), 1)
    pen.setCosmetic(True)
    if PATTERNS[label] and has_dashes:
        pen.setDashPattern([length * fine for length in PATTERNS[label]])
    return pen


def paint_lines(
    painter: QPainter,
    area: QRectF,
    scale: TimeScale,
    times: NDArray[np.float64],
    rows: NDArray[np.float32],
    ground: QColor,
) -> None:
    """Paint probabilities (n, 8) at times (n,), 0 at the lower edge; a row of NaN is a gap.

    Where many rows share a pixel, lines are means: all peaks of all lines would fill the plot.
    """
    first = max(0, int(np.searchsorted(times, scale.start_s)) - 1)
    last = int(np.searchsorted(times, scale.end_s, side="right")) + 1
    times, rows = times[first:last], rows[first:last]
    is_dense = times.size > _DENSE * scale.width
    thin = means if is_dense else peaks
    shown, values = thin(times, rows, _MEAN_PX / scale.second if is_dense else 1 / scale.second)
    xs = scale.left + (shown - scale.start_s) * scale.second
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shifts = passes(painter)
    breaks = np.flatnonzero(np.isnan(values[:, 0]))
    for index, label in enumerate(LABELS):
        has_dashes = shown.size <= _DASHED
        painter.setPen(line_pen(label, ground, fine=len(shifts) - 1, has_dashes=has_dashes))
        ys = area.bottom() - values[:, index] * area.height()
        for piece in np.split(np.arange(xs.size), breaks):
            points = [QPointF(xs[i], ys[i]) for i in piece if not np.isnan(ys[i])]
            if len(points) == 1:
                points.append(points[0] + QPointF(1.0, 0.0))
            for shift in shifts:
                painter.drawPolyline(QPolygonF(points).translated(shift, shift))
    painter.restore()


def paint_band(
    painter: QPainter,
    area: QRectF,
    scale: TimeScale,
    runs: Iterable[LabelRun],
    covered: Sequence[Sequence[float]] = (),
) -> None:
    """Paint which label was shown when, with its name where there is room; none where covered."""
    painter.save()
    painter.setClipRect(area)
    painter.setPen(Qt.PenStyle.NoPen)
    metrics = painter.fontMetrics()
    covers = [(scale.x(start_s), scale.x(end_s)) for start_s, end_s in covered]
    for run in runs:
        if run.end_s < scale.start_s or run.start_s > scale.end_s:
            continue
        left = max(area.left(), scale.x(run.start_s))
        right = min(area.right(), scale.x(run.end_s))
        color = COLORS[run.label]
        block = QRectF(left, area.top(), max(1.0, right - left), area.height())
        painter.fillRect(block, QColor(*color))
        name, room = name_of(run.label), longest_free(left, right, covers)
        block.setLeft(room[0])
        block.setRight(room[1])
        if metrics.horizontalAdvance(name) + 6 < block.width():
            painter.setPen(QColor(*text_color(color)))
            painter.drawText(block, _MIDDLE, name)
    painter.restore()


def longest_free(
    start: float, end: float, covers: Iterable[tuple[float, float]]
) -> tuple[float, float]:
    """Return the longest stretch between two places that no cover touches."""
    longest, here = (start, start), start
    for left, right in (*sorted(covers), (end, end)):
        if min(left, end) - here > longest[1] - longest[0]:
            longest = (here, min(left, end))
        here = max(here, right)
    return longest


def paint_stretches(
    painter: QPainter,
    area: QRectF,
    scale: TimeScale,
    stretches: Iterable[Sequence[float]],
    brush: QBrush,
) -> None:
    """Fill stretches of time over the whole height.

    Where a stretch is too narrow for a pattern, the pattern would be scattered dots: it is tinted.
    """
    tint = QColor(brush.color())
    tint.setAlpha(_TINT)
    has_pattern = brush.style() != Qt.BrushStyle.SolidPattern
    for start_s, end_s in stretches:
        left, right = scale.x(start_s), scale.x(end_s)
        if right >= area.left() and left <= area.right():
            block = QRectF(left, area.top(), max(1.0, right - left), area.height())
            is_narrow = has_pattern and block.width() < _LEAST_PATTERN
            painter.fillRect(block & area, QBrush(tint) if is_narrow else brush)


def paint_flags(
    painter: QPainter,
    area: QRectF,
    scale: TimeScale,
    markers: Sequence[tuple[float, str]],
    palette: QPalette,
) -> None:
    """Paint a flag at each marker, with its text as far as there is room before the next one."""
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = palette.color(QPalette.ColorRole.Highlight)
    ends = [*(scale.x(time_s) for time_s, _ in markers[1:]), area.right()][: len(markers)]
    for (time_s, text), end in zip(markers, ends, strict=True):
        x = scale.x(time_s)
        painter.setPen(QPen(color, 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setBrush(color)
        top = area.top() + 2
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x + FLAG, top + FLAG / 2), QPointF(x, top + FLAG)])
        )
        room = QRectF(x + FLAG + 4, area.top(), end - x - FLAG - 8, FLAG + 6)
        words = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(max(0.0, room.width()))
        )
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(room, _LEFT, words)
    painter.restore()
