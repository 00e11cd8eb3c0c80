"""The row with words, bar and button."""

import pytest

from fer_desktop.gui.common.progress_row import ProgressRow


@pytest.fixture
def row(qtbot):
    row = ProgressRow()
    qtbot.addWidget(row)
    return row


def test_it_shows_how_far_it_is(row):
    row.show_progress("3 of 12 pictures", 3, 12)
    assert row.label.text() == row.bar.accessibleName() == "3 of 12 pictures"
    assert (row.bar.value(), row.bar.maximum()) == (3, 12)


def test_nothing_at_all_is_no_endless_bar(row):
    row.show_busy("Loading")
    assert (row.label.text(), row.bar.maximum()) == ("Loading", 0)
    painted = row.bar.grab().toImage()
    middle = painted.height() // 2
    colors = {painted.pixelColor(x, middle).name() for x in range(painted.width())}
    assert row.bar.palette().highlight().color().name() in colors
    assert len(colors) > 1  # a part of it, or it would look like the end
    row.show_progress("", 0, 0)
    assert row.bar.maximum() == 1


def test_the_button_says_what_it_does_next(row):
    row.show_button(is_stopped=False, words="Stop Analysis")
    stop = row.button.icon().pixmap(16).toImage()
    row.show_button(is_stopped=True, words="Carry On")
    assert row.button.text() == "Carry On"
    assert row.button.icon().pixmap(16).toImage() != stop
