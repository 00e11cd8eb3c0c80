"""The dialogs: they say what they should and never block."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from fer_desktop import __version__
from fer_desktop.gui.common import messages


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def is_gone(parent):
    return not parent.findChildren(QDialog)


def press(qtbot, box, text):
    button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_about_names_version_privacy_and_limits(parent, qtbot):
    box = messages.show_about(parent)
    assert box.isVisible()
    text = "".join(label.text() for label in box.findChildren(QLabel))
    assert __version__ in text
    assert "stay on this computer" in text
    assert "not about feelings" in text
    assert "European Union" in text
    press(qtbot, box, "Close")
    qtbot.waitUntil(lambda: is_gone(parent))


@pytest.mark.parametrize(("files", "begin"), [(["/a.csv"], "There is"), (["/a", "/b"], "There a")])
def test_files_are_replaced_only_when_that_is_said(parent, qtbot, files, begin):
    answers = []
    for text in ("Keep", "Replace"):
        box = messages.ask_replace(parent, files)
        assert box.text().startswith(begin)
        assert box.informativeText().split("\n") == files
        assert box.defaultButton().text().replace("&", "") == "Keep"
        box.accepted.connect(lambda text=text: answers.append(text))
        press(qtbot, box, text)
        qtbot.waitUntil(lambda: is_gone(parent))
    assert answers == ["Replace"]


def test_the_report_is_shown_as_it_is(parent, qtbot):
    box = messages.show_report(parent, "numpy 2 & <none>\nok  camera")
    assert box.isVisible()
    assert box.findChild(QPlainTextEdit).toPlainText() == "numpy 2 & <none>\nok  camera"
    press(qtbot, box, "Close")
    qtbot.waitUntil(lambda: is_gone(parent))


def test_the_report_can_be_copied(parent, qtbot):
    QGuiApplication.clipboard().setText("before")
    box = messages.show_report(parent, "numpy 2 & <none>")
    press(qtbot, box, "Copy")
    assert QGuiApplication.clipboard().text() == "numpy 2 & <none>"
    press(qtbot, box, "Close")
    qtbot.waitUntil(lambda: is_gone(parent))


def test_escape_closes_the_report_without_copying(parent, qtbot):
    QGuiApplication.clipboard().setText("before")
    box = messages.show_report(parent, "report")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_gone(parent))
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize(("word", "is_yes"), [("Erase", True), ("Keep", False)])
def test_erasing_is_asked_and_nothing_else_is_the_default(parent, qtbot, word, is_yes):
    box = messages.ask_erase(parent, "/a <b>folder</b>")
    answers = []
    box.accepted.connect(lambda: answers.append(True))
    box.rejected.connect(lambda: answers.append(False))
    assert box.informativeText() == "/a <b>folder</b>"
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.defaultButton().text() == "Keep"
    press(qtbot, box, word)
    assert answers == [is_yes]
    qtbot.waitUntil(lambda: is_gone(parent))
