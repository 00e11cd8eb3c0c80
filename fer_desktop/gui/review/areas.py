"""Where the parts of a review's timeline lie: flags, lines, bands, words. Geometry only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics

from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.review.scale import TimeScale

LEAST: Final = 22 * GRID
"""Pixels; a timeline is at least so high."""
_FLAGS, _BAND = 2 * GRID, 3 * GRID
_SLIM: Final = 2 * GRID
"""A band of one of several faces."""


@dataclass(frozen=True)
class Areas:
    """Where what lies, in pixels of the widget.

    Attributes:
        whole: Where time lies: flags, lines and bands.
        lines: Where the eight lines are, 0 at the lower edge.
        bands: Of the faces, one below the other; at least one.
    """

    whole: QRectF
    lines: QRectF
    bands: tuple[QRectF, ...]


def areas_of(scale: TimeScale, height: int, row: int, n_bands: int) -> Areas:
    """Return the areas of a widget so high, with words so high below time."""
    whole = QRectF(scale.left, 0, scale.width, max(1, height - row - GRID // 2))
    n = max(1, n_bands)
    each = _BAND if n == 1 else _SLIM
    top = whole.bottom() - n * each
    bands = tuple(
        QRectF(whole.left(), top + number * each, whole.width(), each - (n > 1))
        for number in range(n)
    )
    lines = QRectF(whole.topLeft(), bands[0].topRight()).adjusted(0, _FLAGS, 0, -GRID // 2)
    return Areas(whole, lines, bands)


def scale_over(scale: TimeScale, width: int, metrics: QFontMetrics) -> TimeScale:
    """Return a scale over a widget so wide, with room for the words at both edges."""
    left = metrics.horizontalAdvance("100 %") + GRID
    right = metrics.horizontalAdvance("0:00:00.0") // 2 + GRID  # the last moment's words
    return scale.over(left, width - left - right)
