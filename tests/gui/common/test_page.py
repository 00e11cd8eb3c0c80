"""A page: it shows what there is to read, takes the focus there, and is gone once closed."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser, QWidget

from fer_desktop.gui.common.page import Page


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_it_shows_its_content_in_the_size_that_is_wanted(parent, qtbot):
    content = QTextBrowser()
    page = Page(parent, "Title", content, QSize(500, 400), "page")
    page.open()
    assert page.windowTitle() == "Title"
    assert page.size() == QSize(500, 400)
    assert content.isVisible()
    assert page.focusWidget() is content
    assert page.isModal()
    page.close()
    qtbot.waitUntil(lambda: not parent.findChildren(QDialog))


@pytest.mark.parametrize("how", ["button", "key"])
def test_it_is_closed_by_its_button_and_by_escape(parent, qtbot, how):
    page = Page(parent, "Title", QTextBrowser(), QSize(500, 400), "page")
    page.open()
    if how == "key":
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(page.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not parent.findChildren(QDialog))
