"""The areas of the timeline: bands below lines, none over another, all within the widget."""

import itertools

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from fer_desktop.gui.review.areas import LEAST, areas_of, scale_over
from fer_desktop.gui.review.scale import TimeScale

SCALE = TimeScale(left=40.0, width=500.0)


@pytest.mark.parametrize("height", [LEAST, 400])
@pytest.mark.parametrize("n_bands", [0, 1, 2, 6])
def test_lines_and_bands_lie_one_below_the_other(height, n_bands):
    areas = areas_of(SCALE, height, 16, n_bands)
    assert len(areas.bands) == max(1, n_bands)
    parts = [areas.lines, *areas.bands]
    for upper, lower in itertools.pairwise(parts):
        assert upper.bottom() <= lower.top()
    assert areas.lines.height() >= 40
    assert areas.bands[-1].bottom() <= areas.whole.bottom() <= height - 16
    assert {(part.left(), part.width()) for part in parts} == {(40.0, 500.0)}


def test_a_band_alone_is_higher():
    one, two = (areas_of(SCALE, 300, 16, n).bands[0].height() for n in (1, 2))
    assert one > two


def test_flags_have_room_above_the_lines():
    areas = areas_of(SCALE, 300, 16, 1)
    assert areas.lines.top() - areas.whole.top() == 16


def test_no_area_is_without_height():
    assert areas_of(SCALE, 3, 16, 1).whole.height() >= 1


def test_words_have_room_at_both_edges(qapp):
    metrics = QFontMetrics(QFont())
    scale = scale_over(TimeScale(), 600, metrics)
    assert scale.left > metrics.horizontalAdvance("100 %")
    right = 600 - scale.left - scale.width
    assert right > metrics.horizontalAdvance("0:00:00.0") / 2
