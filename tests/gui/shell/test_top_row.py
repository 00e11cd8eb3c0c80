"""The row above the picture: which buttons keep their words where there is not room for all."""

import pytest
from PySide6.QtWidgets import QLabel

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from fer_desktop.gui.shell.top_row import TopRow
from tests.gui.conftest import dress


@pytest.fixture
def row(qtbot, qapp):
    """Return a shown row, and its buttons: one, one with a menu, its menu, and two more."""
    dress(qapp, "light")
    buttons = [PushButton() for _ in range(5)]
    for button, words in zip(buttons, ("Snapshot", "Record", "", "Pause", "Stop"), strict=True):
        button.setText(words)
        button.setIcon(icon("record"))
    buttons[2].setObjectName("narrow")
    label = ElidedLabel()
    label.setText("Playing: Demo")
    row = TopRow(QLabel("o"), label, *buttons)
    qtbot.addWidget(row)
    row.resize(1200, 40)
    row.show()
    return row, buttons


def narrow_at(qtbot, row, buttons, width):
    row.resize(width, 40)
    row._arrange()
    row.layout().activate()
    return [button.property("icon-only") is True for button in buttons]


def test_only_as_many_buttons_shrink_as_must_and_that_with_the_menu_last(row, qtbot):
    row, buttons = row
    states = [narrow_at(qtbot, row, buttons, width) for width in range(1200, 250, -10)]
    first, _, _, third, last = (next(n for n, s in enumerate(states) if s[b]) for b in range(5))
    main = next(n for n, state in enumerate(states) if state[1])
    assert 0 < first < last < third < main
    assert not any(states[0])


def test_longer_words_do_not_move_the_button_with_the_menu(row, qtbot):
    row, buttons = row
    label = row.findChildren(ElidedLabel)[0]
    for width in range(1200, 450, -10):
        places = []
        for words in ("Playing: Demo", "Recording 00:07 · Playing: Demo"):
            label.setText(words)
            narrow_at(qtbot, row, buttons, width)
            places.append(buttons[1].geometry().left())
        assert places[0] == places[1], width


def test_the_button_with_the_menu_stays_where_it_is_when_the_first_one_shrinks(row, qtbot):
    row, buttons = row
    width = next(
        w for w in range(1200, 250, -1) if narrow_at(qtbot, row, buttons, w) == [True, *4 * [False]]
    )
    after = row.width() - buttons[1].geometry().left()
    narrow_at(qtbot, row, buttons, width + 1)
    assert row.width() - buttons[1].geometry().left() == after
