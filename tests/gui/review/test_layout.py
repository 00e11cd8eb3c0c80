"""The layout of a review: each part has its place, the first of a column grows."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.review.layout import assemble


@pytest.fixture
def laid_out(qtbot):
    """Return the rectangles of eight labels by their letters."""
    window = QWidget()
    qtbot.addWidget(window)
    labels = {letter: QLabel(letter) for letter in "abcdefgh"}
    columns = {"top": "ab", "left": "cd", "right": "e", "lower": "fgh"}
    named = {name: [labels[each] for each in letters] for name, letters in columns.items()}
    assemble(window, **named)
    with qtbot.waitExposed(window):
        window.show()
    corner = {each: label.mapTo(window, label.rect().topLeft()) for each, label in labels.items()}
    return {each: label.rect().translated(corner[each]) for each, label in labels.items()}


def test_columns_are_in_their_places(laid_out):
    for upper, lower in ("ab", "bc", "cd", "df", "fg", "gh"):
        assert laid_out[upper].bottom() < laid_out[lower].top()
    assert laid_out["c"].right() < laid_out["e"].left()
    assert laid_out["e"].top() == laid_out["c"].top()
    assert {laid_out[each].left() for each in "abcdfgh"} == {2 * GRID}


def test_the_first_of_a_column_grows(laid_out):
    assert laid_out["c"].height() > 10 * laid_out["d"].height()
    assert laid_out["a"].height() == laid_out["b"].height()
    assert laid_out["h"].bottom() > 100 * GRID - 4 * GRID
