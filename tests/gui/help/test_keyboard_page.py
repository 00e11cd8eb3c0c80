"""The page of keys says what the menus have now, and what the mouse does."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow, QTextBrowser

from fer_desktop.gui.help.keyboard_page import key_groups, show_keyboard
from fer_desktop.gui.help.window_keys import WINDOW_KEYS
from fer_desktop.gui.shell.action_table import ACTIONS, without_mnemonic
from fer_desktop.gui.shell.actions import Actions


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window):
    return Actions(window)


def rows(actions):
    return {what: how for _, group in key_groups(actions) for what, how in group}


def menu_rows(actions):
    """Return the groups of the menus, without those of other windows."""
    return key_groups(actions)[: -len(WINDOW_KEYS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("&Open Images…", "Open Images"),
        ("C&lose Pictures", "Close Pictures"),
        ("Desk && Table", "Desk & Table"),
        ("文件(&F)", "文件"),
        ("Plain", "Plain"),
    ],
)
def test_words_as_people_read_them(text, words):
    assert without_mnemonic(text) == words


def test_every_action_with_a_key_is_there_once(actions):
    listed = [what for _, group in menu_rows(actions) for what, _ in group]
    assert len(listed) == len(set(listed))
    for name, action in actions.by_name().items():
        assert (without_mnemonic(action.text()) in listed) == bool(ACTIONS[name].keys), name


def test_they_stand_under_their_menus(actions):
    groups = key_groups(actions)
    assert [heading for heading, _ in groups] == [
        *("File", "Camera", "Video", "Faces", "View", "Model", "Help"),
        *("In the picture", "While correcting", "In a review"),
        *("In the list of recordings", "In the list of corrections"),
    ]
    file, view = dict(groups)["File"], dict(groups)["View"]
    assert ("Take Snapshot", "S") in file
    assert ("Boxes", "1") in view  # of a menu in the menu


def test_keys_are_those_of_now_in_the_words_of_the_system(actions):
    actions.snapshot.setShortcut(QKeySequence("Ctrl+Shift+Y"))
    native = QKeySequence("Ctrl+Shift+Y").toString(QKeySequence.SequenceFormat.NativeText)
    assert rows(actions)["Take Snapshot"] == native


def test_special_keys_of_some_keyboards_are_left_out(actions):
    assert "Open" in [keys.toString() for keys in actions.open_images.shortcuts()]
    assert rows(actions)["Open Images"] == "Ctrl+O"


def test_the_page_shows_all_of_it_and_does_not_block(window, actions):
    window.show()
    dialog = show_keyboard(window, actions)
    text = dialog.findChild(QTextBrowser).toPlainText()
    for what, how in rows(actions).items():
        assert what in text
        assert how in text
    assert "Turn the wheel" in text
    dialog.close()


def test_f1_opens_it(desk):
    assert desk.actions.keyboard.shortcut() == QKeySequence("F1")
    desk.actions.keyboard.trigger()
    (dialog,) = [d for d in desk.window.findChildren(QDialog) if d.isVisible()]
    assert dialog.windowTitle() == "Keyboard"
    dialog.close()
