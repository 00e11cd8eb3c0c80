"""The dialog of licences: choosing a part by key or mouse shows its text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit

from fer_desktop.gui.help import licences as module
from fer_desktop.system.licences import Licence


@pytest.fixture
def dialog(desk, monkeypatch):
    parts = [Licence("First", "1.2", "MIT", "words of it"), Licence("Second", "", "", "")]
    monkeypatch.setattr(module, "licences", lambda: parts)
    desk.actions.licences.trigger()
    (dialog,) = [d for d in desk.window.findChildren(QDialog) if d.isVisible()]
    yield dialog
    dialog.close()


def test_the_first_is_shown_and_the_list_has_the_focus(dialog):
    names = dialog.findChild(QListWidget)
    assert [names.item(row).text() for row in range(names.count())] == ["First 1.2", "Second"]
    assert dialog.focusWidget() is names
    text = dialog.findChild(QPlainTextEdit)
    assert text.toPlainText() == "First 1.2\nLicence: MIT\n\nwords of it"
    assert text.isReadOnly()


def test_keys_go_to_the_next_and_a_missing_text_is_said(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)
    text = dialog.findChild(QPlainTextEdit).toPlainText()
    assert text.startswith("Second\n")
    assert "comes without the text" in text


def test_the_real_ones_are_listed(desk):
    desk.actions.licences.trigger()
    dialogs = [d for d in desk.window.findChildren(QDialog) if d.isVisible()]
    names = dialogs[0].findChild(QListWidget)
    listed = [names.item(row).text().split(" ")[0] for row in range(names.count())]
    assert {"FER", "Qt", "OpenCV", "NumPy"} <= {*listed}
    dialogs[0].close()
