"""A path is written or chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fer_desktop.gui.settings.fields import PAGES
from fer_desktop.gui.settings.path_editor import PathEditor

SPECS = {name: spec for page in PAGES.values() for name, spec in page.items()}
Key = Qt.Key


@pytest.fixture
def make(qtbot):
    """Return what makes an editor that shows a value, and the list of what was edited."""

    def make(kind, name, value, *more):
        editor, edited = kind(name, SPECS[name], *more), []
        qtbot.addWidget(editor)
        editor.edited.connect(edited.append)
        editor.retranslate()
        editor.show_value(value)
        editor.show()
        assert edited == []
        assert editor.focus.accessibleName()
        assert "&" not in editor.focus.accessibleName()
        return editor, edited

    return make


def test_a_path_is_written(make, qtbot):
    editor, edited = make(PathEditor, "snapshot_folder", "", "/usual")
    assert editor.focus.placeholderText() == "/usual"
    qtbot.keyClicks(editor.focus, " /a b ")
    assert edited == []
    qtbot.keyClick(editor.focus, Key.Key_Return)
    editor.focus.clearFocus()
    assert edited == ["/a b"]


@pytest.mark.parametrize(
    ("name", "dialog", "answer"),
    [
        ("snapshot_folder", "getExistingDirectory", lambda *a: "/chosen"),
        ("detector_model", "getOpenFileName", lambda *a: ("/chosen", "")),
    ],
)
def test_a_path_is_chosen(make, qtbot, monkeypatch, name, dialog, answer):
    editor, edited = make(PathEditor, name, "/old", "")
    nothing = "" if dialog == "getExistingDirectory" else ("", "")
    monkeypatch.setattr(QFileDialog, dialog, staticmethod(lambda *a: nothing))
    editor._button.click()
    assert edited == []
    monkeypatch.setattr(QFileDialog, dialog, staticmethod(answer))
    editor._button.click()
    assert [path.replace("\\", "/") for path in edited] == ["/chosen"]
    assert editor._button.accessibleName().startswith("Choose: ")
