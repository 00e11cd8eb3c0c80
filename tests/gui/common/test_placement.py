"""Places of windows: kept from start to start, and always on a screen that is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fer_desktop.gui.common import placement
from fer_desktop.gui.common.placement import fit, keep_place, placed, room
from fer_desktop.system import paths, window_memory

SMALL = QRect(0, 0, 1024, 600)
LARGE = QRect(0, 0, 1920, 1040)
RIGHT = QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("wanted", "screens", "expected"),
    [
        (QRect(100, 100, 800, 400), [LARGE], QRect(100, 100, 800, 400)),
        (QRect(2000, 100, 800, 400), [LARGE, RIGHT], QRect(2000, 100, 800, 400)),
        # It sticks out, or its title is above the screen.
        (QRect(1800, 900, 800, 400), [LARGE], QRect(1116, 636, 800, 400)),
        (QRect(-300, -50, 800, 400), [LARGE], QRect(4, 36, 800, 400)),
        # It is larger than what is free.
        (QRect(0, 0, 1200, 800), [SMALL], room(SMALL)),
        # Its screen is gone.
        (QRect(2000, 100, 800, 400), [LARGE], QRect(560, 336, 800, 400)),
        (QRect(2000, 100, 800, 400), [], QRect(2000, 100, 800, 400)),
    ],
)
def test_a_place_is_on_a_screen_that_is_there(wanted, screens, expected):
    found = placed(wanted, screens)
    assert found == expected
    assert not screens or any(room(screen).contains(found) for screen in screens)


def kept():
    return window_memory.recall("places")


def shown(qtbot, name="some", kind=QWidget):
    window = kind()
    qtbot.addWidget(window)
    window.resize(640, 480)
    has_place = keep_place(window, name)
    window.show()
    return window, has_place


def test_a_window_comes_back_where_it_was_left(qtbot):
    window, had_place = shown(qtbot)
    assert not had_place
    window.setGeometry(200, 150, 700, 500)
    window.close()
    again, had_place = shown(qtbot)
    assert had_place
    assert again.geometry() == QRect(200, 150, 700, 500)
    other, had_place = shown(qtbot, "other")
    assert not had_place
    assert other.size() == QSize(640, 480)


def test_of_a_window_over_the_whole_screen_its_own_size_is_kept_too(qtbot):
    window, _ = shown(qtbot)
    window.setGeometry(200, 150, 700, 500)
    window.showMaximized()
    window.close()
    assert kept()["some"] == {"at": [200, 150, 700, 500], "maximized": True}
    again, _ = shown(qtbot)
    assert again.isMaximized()
    assert again.normalGeometry().size() == QSize(700, 500)


def test_the_full_screen_and_a_small_window_are_no_places(make_desk):
    desk = make_desk()
    window = desk.window
    window.setGeometry(100, 100, 900, 600)
    desk.actions.mini_view.trigger()
    window.close()
    assert kept()["main"] == {"at": [100, 100, 900, 600], "maximized": False}
    other = make_desk()
    assert other.window.geometry() == QRect(100, 100, 900, 600)
    other.actions.full_screen.trigger()
    other.window.close()
    assert kept()["main"]["at"] == [100, 100, 900, 600]


@pytest.mark.parametrize(
    "content",
    [
        *([], {"some": 1}, {"some": {"at": [1, 2, 3]}}, {"some": {"at": "x"}}),
        *({"some": {"at": [0, 0, 0, 9]}}, {"some": {"at": [0, 0, 1e9, 9]}}),
        {"some": {"at": [0, 0, 99999, 9]}},
    ],
)
def test_what_is_no_place_is_none(qtbot, content):
    window_memory.remember("places", content)
    window, had_place = shown(qtbot)
    assert not had_place
    window.setGeometry(200, 150, 700, 500)
    window.close()
    assert shown(qtbot)[1]


def test_a_place_that_cannot_be_kept_costs_nothing(qtbot, monkeypatch):
    gone = Path("/nonexistent/settings.json")
    monkeypatch.setattr(paths, "settings_file", lambda: gone)
    window, _ = shown(qtbot)
    window.close()
    assert not shown(qtbot)[1]


def test_at_first_a_window_is_no_larger_than_its_screen(qtbot, monkeypatch):
    monkeypatch.setattr(placement, "screens", lambda: [SMALL])
    window = QWidget()
    qtbot.addWidget(window)
    fit(window, QSize(1200, 800))
    assert window.size() == room(SMALL).size()
    dialog = QDialog(window)
    fit(dialog, QSize(300, 900))
    assert dialog.size() == QSize(300, room(SMALL).height())
    QApplication.processEvents()


def test_a_dialog_without_a_place_lies_over_its_window_with_its_title_on_the_screen(
    qtbot, monkeypatch
):
    monkeypatch.setattr(placement, "screens", lambda: [SMALL])
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(10, 10, 400, 200)
    window.show()
    dialog = QDialog(window)
    dialog.resize(420, 560)
    assert not keep_place(dialog, "a dialog")
    dialog.show()
    assert dialog.geometry().top() == room(SMALL).top()
    assert room(SMALL).contains(dialog.geometry())
