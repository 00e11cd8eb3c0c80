"""The legend: every name once, in rows that fit."""

import pytest

from fer_desktop.core.labels import LABELS
from fer_desktop.gui.review.legend import ReviewLegend


@pytest.fixture
def legend(qtbot):
    legend = ReviewLegend()
    qtbot.addWidget(legend)
    legend.show()
    return legend


def test_all_lines_and_fillings_are_named(legend):
    labels = [label for (label, _), _, _ in legend._places(2000)]
    assert labels == [*LABELS, "lost", "excluded"]


def test_a_narrow_one_has_more_rows(legend):
    row = legend.heightForWidth(5000)
    assert legend.heightForWidth(400) >= 2 * row
    for width in (300, 400, 700):
        for (_, name), x, _ in legend._places(width):
            assert x + 28 + legend.fontMetrics().horizontalAdvance(name) <= width


def test_samples_differ(legend):
    legend.resize(1200, legend.heightForWidth(1200))
    image = legend.grab().toImage()
    samples = {
        bytes(image.copy(x, 0, 24, image.height()).constBits()) for _, x, _ in legend._places(1200)
    }
    assert len(samples) == 10
