"""F1 tells every key of every window, and none that does nothing."""

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from fer_desktop.gui.help import window_keys
from fer_desktop.gui.help.keyboard_page import is_rare, key_groups
from fer_desktop.gui.help.window_keys import WINDOW_KEYS, sequences
from fer_desktop.gui.teaching.correction_bar import CorrectionBar
from tests.gui.shell.test_access import DIALOGS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TOLD = {
    "review": window_keys.REVIEW,
    "recordings": window_keys.RECORDINGS,
    "corrections": window_keys.CORRECTIONS,
}
"""Where F1 tells the keys of a dialog; the others have none but Qt's own."""


def keys_in(root):
    """Return all shortcuts in a window, of its own widgets alone."""
    found = []
    for action in root.findChildren(QAction):
        # A menu in the menu bar, or in a line of text, is looked through too.
        found += [keys for keys in action.shortcuts() if _window_of(action) is root]
    for shortcut in root.findChildren(QShortcut):
        if not isinstance(shortcut.parent(), CorrectionBar) and _window_of(shortcut) is root:
            found += shortcut.keys()
    return {keys.toString() for keys in found}


def _window_of(thing):
    while not thing.isWidgetType():
        thing = thing.parent()
    return thing.window()


def told(heading):
    return {keys.toString() for row in WINDOW_KEYS[heading] for keys in sequences(row)}


def test_every_key_of_every_dialog_is_told(make_desk, quick_analysis, picture_files):
    desk = make_desk()
    desk.open(picture_files)
    for name, make in DIALOGS.items():
        root = make(desk.window)
        QApplication.processEvents()
        expected = told(TOLD[name]) if name in TOLD else set()
        assert keys_in(root) == expected, name
        root.close()
        QApplication.processEvents()


def test_the_keys_of_the_correction_bar_are_told(desk):
    bar = desk.presenter.teaching.correcting.bar
    found = {each.key().toString() for each in bar.findChildren(QShortcut)}
    assert found == told(window_keys.CORRECTING)


def test_every_key_of_the_main_window_is_told(desk):
    rows = [how for _, group in key_groups(desk.actions) for _, how in group]
    listed = {QKeySequence(part).toString() for how in rows for part in how.split(", ")}
    missing = {
        keys
        for keys in keys_in(desk.window)
        if keys not in listed and not is_rare(QKeySequence(keys)[0].key())
    }
    assert missing == set()


def test_a_key_that_is_not_told_is_found(desk):
    QShortcut(QKeySequence("Ctrl+Alt+J"), desk.window)
    assert "Ctrl+Alt+J" in keys_in(desk.window)


@pytest.mark.parametrize("heading", WINDOW_KEYS)
def test_every_row_says_how(heading):
    for row in WINDOW_KEYS[heading]:
        assert row.keys or row.how, row.what
