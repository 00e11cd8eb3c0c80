"""The card is a page with tables, beside the running window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from fer_desktop.app import paths
from fer_desktop.gui.model_card import show_model_card


def tables_of(page):
    frames = page.document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def test_the_bundled_card_is_a_page_with_tables(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = show_model_card(parent, paths.model_card().read_text(encoding="utf-8"))
    page = dialog.findChild(QTextBrowser)
    assert dialog.isVisible()
    assert page.isReadOnly()
    assert tables_of(page)
    text = page.toPlainText()
    assert "Not for judging people" in text
    # Marks of Markdown and of comments are gone.
    assert "**" not in text
    assert "<!--" not in text
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not parent.findChildren(QDialog))
