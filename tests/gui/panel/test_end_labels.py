"""Names at the ends of lines: none over another, all inside, each in its line's colour."""

import itertools

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPen

from fer_desktop.gui.panel.end_labels import EndLabel, EndLabels, spread
from tests.gui.conftest import dress


def test_names_with_room_stay_where_their_lines_end():
    assert spread([10, 40, 80], 12, 0, 100) == [10, 40, 80]


@pytest.mark.parametrize(
    "middles", [[50, 50, 50], [0, 0, 0], [100, 100, 100], [10, 95, 99], [2, 4, 99]]
)
def test_names_are_moved_apart_and_stay_inside(middles):
    moved = spread(middles, 12, 0, 100)
    assert moved == sorted(moved)
    assert all(below - above >= 12 for above, below in itertools.pairwise(moved))
    assert moved[0] >= 6
    assert moved[-1] <= 94


def test_no_names_need_no_room():
    assert spread([], 12, 0, 100) == []


def test_a_piece_of_the_line_leads_to_the_name(qtbot, qapp):
    dress(qapp, "light")
    labels = EndLabels()
    qtbot.addWidget(labels)
    labels.resize(labels.sizeHint().width(), 100)
    empty = labels.grab().toImage()
    labels.show_labels([EndLabel("fear", 50, QPen(QColor(200, 0, 0)))])
    image = labels.grab().toImage()
    assert image.pixelColor(4, 50).getRgb()[:3] == (200, 0, 0)
    words = QRect(16, 40, image.width() - 16, 20)
    assert image.copy(words) != empty.copy(words)


def test_there_is_room_for_the_longest_name(qtbot):
    labels = EndLabels()
    qtbot.addWidget(labels)
    assert labels.sizeHint().width() > labels.fontMetrics().horizontalAdvance("happiness") + 12
