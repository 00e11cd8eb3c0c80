"""The card is a page with tables, beside the running window."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings.model_card import page_of, show_model_card
from fer_desktop.system import paths
from fer_desktop.vision import assembly


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


def shown(qtbot, spec):
    """Return the page of a spec, as it is read."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = show_model_card(parent, page_of(spec))
    text = dialog.findChild(QTextBrowser).toPlainText()
    dialog.close()
    return text


def test_an_own_model_is_told_of_in_its_own_words(qtbot):
    spec = assembly.model_spec(Settings(model="seed"))
    spec = replace(spec, metrics={"My set": {"test": {"accuracy": 0.8125, "n": 10}}})
    text = shown(qtbot, spec)
    for said in (spec.name, spec.version, spec.description, spec.licence, *spec.training_data):
        assert said in text
    assert "My set, test, accuracy" in text
    assert "0.8125" in text
    assert "this program did not measure them" in text
    assert "Unknown" in text


def test_what_an_own_model_does_not_tell_is_said(qtbot):
    spec = assembly.model_spec(Settings(model="seed"))
    text = shown(qtbot, replace(spec, licence="", training_data=(), metrics={"a": 10**400}))
    assert text.count("not told") == 2
    assert "It tells none." in text


def test_words_of_a_foreign_model_are_words_only(qtbot):
    spec = assembly.model_spec(Settings(model="seed"))
    odd = "<b>a</b> | **b** [c](http://d) `e` # f"
    text = shown(qtbot, replace(spec, name=odd, description=odd, licence=odd))
    assert text.count(odd) == 3
