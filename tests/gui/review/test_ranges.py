"""The row for ranges: what it says, what can be pressed when, what it asks for."""

import pytest
from PySide6.QtCore import Qt

from fer_desktop.gui.review.ranges import ReviewRanges
from fer_desktop.sessions.exclusions import Exclusion


@pytest.fixture
def ranges(qtbot):
    ranges = ReviewRanges()
    qtbot.addWidget(ranges)
    ranges.show()
    return ranges


def enabled(ranges):
    return [b.isEnabled() for b in (ranges.exclude, ranges.restore, ranges.undo)]


def test_without_a_selection_it_says_how_to_make_one(ranges):
    assert ranges.words.text().startswith("Drag over the timeline")
    assert enabled(ranges) == [False, False, False]


def test_a_reason_is_asked_for_only_where_there_is_a_range(ranges):
    ranges.show()
    assert not ranges.reason.isVisible()
    ranges.show_selection((1.0, 2.0))
    assert ranges.reason.isVisible()
    ranges.show_selection(None)
    assert not ranges.reason.isVisible()


def test_a_selected_range_can_be_left_out_with_a_reason(ranges, qtbot):
    ranges.show_selection((1.0, 2.5))
    assert ranges.words.text() == "Selected: 0:01.0 to 0:02.5"
    ranges.reason.setText(" talks ")
    with qtbot.waitSignal(ranges.excluded) as excluded:
        qtbot.keyClick(ranges.reason, Qt.Key.Key_Return)
    assert excluded.args == [Exclusion(1.0, 2.5, "talks")]
    assert ranges.reason.text() == ""


def test_a_moment_alone_cannot_be_left_out(ranges, qtbot):
    ranges.show_selection((1.0, 1.0))
    assert enabled(ranges) == [False, False, False]
    qtbot.keyClick(ranges.reason, Qt.Key.Key_Return)


def test_a_range_that_is_left_out_can_count_again(ranges, qtbot):
    ranges.show_state((Exclusion(1, 2, "talks"), Exclusion(5, 8)), can_undo=True)
    assert ranges.words.text() == "Ranges left out of the figures: 2, 4.0 s together"
    ranges.show_selection((1.5, 1.5))
    assert ranges.words.text() == "Left out: 0:01.0 to 0:02.0. talks"
    assert enabled(ranges) == [False, True, True]
    with qtbot.waitSignal(ranges.restored) as restored:
        ranges.restore.click()
    assert restored.args == [1.5, 1.5]
    with qtbot.waitSignal(ranges.undone):
        ranges.undo.click()
