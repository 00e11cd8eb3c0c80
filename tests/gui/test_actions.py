"""The menus: all there, with keys that don't clash, and the list of cameras kept fresh."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from fer_desktop.gui.actions import build_actions, fill_cameras
from tests.fakes import camera_device

FRONT = camera_device("Front", 0, identity="Front|1:1|a")
DESK = camera_device("Desk & Table", 1, identity="Desk|1:2|b")


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window):
    return build_actions(window)


def listed(actions):
    """Return the texts of the camera menu, separators left out, and which are checked."""
    entries = [a for a in actions.cameras.actions() if not a.isSeparator()]
    return [a.text() for a in entries], [a.text() for a in entries if a.isChecked()]


def menus(window):
    return window.menuBar().findChildren(QMenu)


def all_actions(window):
    return [a for menu in menus(window) for a in menu.actions() if a.text() and not a.menu()]


def test_the_menus(window, actions):
    titles = [a.text() for a in window.menuBar().actions()]
    assert titles == ["&File", "&Camera", "&View", "&Help"]


def test_every_action_is_in_a_menu(window, actions):
    in_menus = all_actions(window)
    for name, value in vars(actions).items():
        if isinstance(value, QAction):
            assert value in in_menus, name
    for choice in (actions.themes, actions.searches):
        assert all(action in in_menus for action in choice.values())


def test_no_key_is_used_twice(window, actions):
    keys = [k.toString() for a in all_actions(window) for k in a.shortcuts() if not k.isEmpty()]
    assert len(keys) == len(set(keys)), keys


def test_the_keys_that_people_know(actions):
    assert actions.open_images.shortcut() == QKeySequence("Ctrl+O")
    assert actions.save_picture.shortcut() == QKeySequence("Ctrl+S")
    assert actions.start_stop.shortcut() == QKeySequence("Space")
    assert actions.mirror.shortcut() == QKeySequence("M")


def test_mnemonics_are_not_used_twice_in_a_menu(window, actions):
    for menu in [window.menuBar(), *menus(window)]:
        letters = []
        for action in menu.actions():
            text = action.text().replace("&&", "")
            if "&" in text:
                letters.append(text[text.index("&") + 1].lower())
        assert len(letters) == len(set(letters)), (menu, letters)


def test_the_list_while_cameras_are_looked_for(actions):
    assert listed(actions)[0] == ["Looking for cameras…", "&Demo", "&Stop", "&Refresh List"]
    assert not actions.cameras.actions()[0].isEnabled()


def test_the_list_without_cameras(actions):
    fill_cameras(actions, [], "demo")
    assert listed(actions) == (["No camera found", "&Demo", "&Stop", "&Refresh List"], ["&Demo"])
    assert not actions.cameras.actions()[0].isEnabled()


def test_the_list_of_cameras_with_the_one_in_use(actions):
    fill_cameras(actions, [FRONT, DESK], DESK.identity)
    names, checked = listed(actions)
    assert names == ["Front", "Desk && Table", "&Demo", "&Stop", "&Refresh List"]
    assert checked == ["Desk && Table"]
    assert [a.data() for a in actions.cameras.actions()[:2]] == [FRONT.identity, DESK.identity]


def test_only_one_camera_or_the_demo_is_chosen(actions):
    fill_cameras(actions, [FRONT, DESK], FRONT.identity)
    actions.demo.trigger()
    assert listed(actions)[1] == ["&Demo"]
    actions.cameras.actions()[1].trigger()
    assert listed(actions)[1] == ["Desk && Table"]


def test_filling_again_leaves_nothing_behind(actions, qapp):
    fill_cameras(actions, [FRONT, DESK], FRONT.identity)
    for _ in range(5):
        fill_cameras(actions, [DESK], "")
    qapp.processEvents()
    assert listed(actions) == (["Desk && Table", "&Demo", "&Stop", "&Refresh List"], [])
    assert len(actions.camera_group.actions()) == 2
    texts = [a.text() for a in actions.cameras.findChildren(QAction)]
    assert texts.count("Front") == 0
    assert texts.count("Desk && Table") == 1


def test_the_chosen_camera_is_told(actions, qtbot):
    fill_cameras(actions, [FRONT, DESK], "")
    with qtbot.waitSignal(actions.camera_group.triggered) as triggered:
        actions.cameras.actions()[1].trigger()
    assert triggered.args[0].data() == DESK.identity


def test_themes_exclude_each_other(actions):
    actions.themes["dark"].setChecked(True)
    actions.themes["light"].setChecked(True)
    assert [theme for theme, action in actions.themes.items() if action.isChecked()] == ["light"]
    assert set(actions.themes) == {"system", "light", "dark"}


def test_so_do_the_ways_to_search_for_faces(actions):
    actions.searches["fast"].setChecked(True)
    actions.searches["thorough"].setChecked(True)
    assert [name for name, a in actions.searches.items() if a.isChecked()] == ["thorough"]
    assert set(actions.searches) == {"fast", "balanced", "thorough"}
