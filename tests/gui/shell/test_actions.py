"""The menus: all there, with keys that don't clash, and the list of cameras kept fresh."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from fer_desktop.gui.shell.actions import Actions
from tests.fakes import camera_device

USAGE = (Path(__file__).parents[3] / "docs" / "usage.md").read_text(encoding="utf-8")
KEY = r"(?:(?:Ctrl|Shift|Alt)\+)*(?:Space|PgUp|PgDown|F\d+|[A-Z0-9.,+-])$"
FRONT = camera_device("Front", 0, identity="Front|1:1|a")
DESK = camera_device("Desk & Table", 1, identity="Desk|1:2|b")


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window):
    return Actions(window)


def listed(actions):
    """Return the texts of the camera menu, separators left out, and which are checked."""
    entries = [a for a in actions.menus["&Camera"].actions() if not a.isSeparator()]
    names = [a.text() for a in entries]
    return names[: names.index("&Demo") + 1], [a.text() for a in entries if a.isChecked()]


def menus(window):
    """Return all menus with those in them."""
    found = [a.menu() for a in window.menuBar().actions()]
    for menu in found:
        found.extend(a.menu() for a in menu.actions() if a.menu())
    return found


def all_actions(window):
    found = [a for menu in menus(window) for a in menu.actions() if a.text() and not a.menu()]
    return list(dict.fromkeys(found))  # that of the pause stands in two menus


def test_the_menus(window, actions):
    titles = [a.text() for a in window.menuBar().actions()]
    assert titles == ["&File", "&Camera", "Vi&deo", "F&aces", "&View", "&Model", "&Help"]


def test_every_action_is_in_a_menu(window, actions):
    in_menus = all_actions(window)
    for name, value in vars(actions).items():
        if isinstance(value, QAction):
            assert value in in_menus, name
    for choice in (actions.choices["theme"], actions.choices["search"]):
        assert all(action in in_menus for action in choice.values())


def test_no_key_is_used_twice(window, actions):
    keys = [k.toString() for a in all_actions(window) for k in a.shortcuts() if not k.isEmpty()]
    assert len(keys) == len(set(keys)), keys


def test_the_keys_that_people_know(actions):
    assert actions.open_images.shortcut() == QKeySequence("Ctrl+O")
    assert actions.save_picture.shortcut() == QKeySequence("Ctrl+S")
    assert actions.freeze.shortcut() == QKeySequence("Space")
    assert actions.snapshot.shortcut() == QKeySequence("S")
    assert actions.mirror.shortcut() == QKeySequence("M")
    # Not every system has a standard key for it.
    assert QKeySequence("F11") in actions.full_screen.shortcuts()


def test_every_key_of_the_usage_page_is_one_of_the_menus(actions):
    rows = re.findall(r"^\| ((?:[^|])+?) \| [^|]+ \|$", USAGE, re.M)
    keys = [key for row in rows for key in re.split(r", | to ", row) if re.match(KEY, key)]
    assert len(keys) > 25
    known = {key.toString() for action in actions.all() for key in action.shortcuts()}
    assert {key for key in keys if QKeySequence(key).toString() not in known} == set()


def test_mnemonics_are_not_used_twice_in_a_menu(window, actions):
    for menu in [window.menuBar(), *menus(window)]:
        letters = []
        for action in menu.actions():
            text = action.text().replace("&&", "")
            if "&" in text:
                letters.append(text[text.index("&") + 1].lower())
        assert len(letters) == len(set(letters)), (menu, letters)


def test_the_list_while_cameras_are_looked_for(actions):
    assert listed(actions)[0] == ["Looking for cameras…", "&Demo"]
    assert not actions.menus["&Camera"].actions()[0].isEnabled()


def test_the_list_without_cameras(actions):
    actions.fill_cameras([], "demo")
    assert listed(actions) == (["No camera found", "&Demo"], ["&Demo"])
    assert not actions.menus["&Camera"].actions()[0].isEnabled()


def test_the_list_of_cameras_with_the_one_in_use(actions):
    actions.fill_cameras([FRONT, DESK], DESK.identity)
    names, checked = listed(actions)
    assert names == ["Front", "Desk && Table", "&Demo"]
    assert checked == ["Desk && Table"]
    assert [a.data() for a in actions.menus["&Camera"].actions()[:2]] == [
        FRONT.identity,
        DESK.identity,
    ]


def test_only_one_camera_or_the_demo_is_chosen(actions):
    actions.fill_cameras([FRONT, DESK], FRONT.identity)
    actions.demo.trigger()
    assert listed(actions)[1] == ["&Demo"]
    actions.menus["&Camera"].actions()[1].trigger()
    assert listed(actions)[1] == ["Desk && Table"]


def test_filling_again_leaves_nothing_behind(actions, qapp):
    actions.fill_cameras([FRONT, DESK], FRONT.identity)
    for _ in range(5):
        actions.fill_cameras([DESK], "")
    qapp.processEvents()
    assert listed(actions) == (["Desk && Table", "&Demo"], [])
    assert len(actions.camera_group.actions()) == 2
    texts = [a.text() for a in actions.menus["&Camera"].findChildren(QAction)]
    assert texts.count("Front") == 0
    assert texts.count("Desk && Table") == 1


def test_the_chosen_camera_is_told(actions, qtbot):
    actions.fill_cameras([FRONT, DESK], "")
    with qtbot.waitSignal(actions.camera_group.triggered) as triggered:
        actions.menus["&Camera"].actions()[1].trigger()
    assert triggered.args[0].data() == DESK.identity


def test_themes_exclude_each_other(actions):
    actions.choices["theme"]["dark"].setChecked(True)
    actions.choices["theme"]["light"].setChecked(True)
    assert [theme for theme, action in actions.choices["theme"].items() if action.isChecked()] == [
        "light"
    ]
    assert set(actions.choices["theme"]) == {"system", "light", "dark"}


def test_so_do_the_ways_to_search_for_faces(actions):
    actions.choices["search"]["fast"].setChecked(True)
    actions.choices["search"]["thorough"].setChecked(True)
    assert [name for name, a in actions.choices["search"].items() if a.isChecked()] == ["thorough"]
    assert set(actions.choices["search"]) == {"fast", "balanced", "thorough"}
