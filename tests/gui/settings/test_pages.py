"""The pages: labels lead to their editors, letters stand once, and nothing is cut."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings import pages
from fer_desktop.gui.settings.fields import PAGES
from fer_desktop.gui.settings.pages import Page


@pytest.fixture(params=list(PAGES))
def page(request, qtbot):
    page = Page(PAGES[request.param], Settings)
    qtbot.addWidget(page)
    page.retranslate()
    return page


class Longer(QTranslator):
    """A language whose words are 40 % longer."""

    def translate(self, context, text, *more):
        return text + "m" * round(0.4 * len(text)) if context == "SettingsDialog" else None


@pytest.fixture
def longer(qapp):
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_labels_lead_to_their_editors(page):
    for row in page.rows.values():
        assert row.label.buddy() is row.editor.focus
        words = row.label.text() or row.editor.focus.text()
        assert words.count("&") == 1
        assert row.editor.focus.accessibleName() == words.replace("&", "").rstrip(":")


def check_widths(page, size):
    page.resize(size)
    page.show()
    QApplication.processEvents()  # the layouts
    for row in page.rows.values():
        parts = [row.editor, *row.editor.findChildren(QWidget), row.label]
        for part in parts:
            if part.isVisible() and part.parent() is not row.editor.focus:
                assert part.width() >= part.minimumSizeHint().width(), (row.editor.name, part)
        for line in row.editor.parent().findChildren(QLabel):
            if line.isVisible() and line.wordWrap():
                assert line.height() >= line.heightForWidth(line.width()), line.text()
    assert page.viewport().width() >= page.widget().minimumSizeHint().width()


def test_nothing_is_cut(page):
    check_widths(page, page.sizeHint())
    assert not page.verticalScrollBar().isVisible()


def test_nothing_is_cut_in_a_language_with_longer_words(longer, page):
    check_widths(page, page.sizeHint())
    page.resize(10, 200)
    assert page.verticalScrollBar().maximum() > 0
    check_widths(page, page.size())


def test_a_problem_is_said_beside_its_editor_and_to_screen_readers(page):
    row = next(iter(page.rows.values()))
    page.show()
    row.show_problem("This can't be.")
    assert row.problem.isVisible()
    assert row.problem.text() == row.editor.focus.accessibleDescription() == "This can't be."
    row.show_problem("")
    assert not row.problem.isVisible()


def test_the_model_says_its_own_threshold():
    assert pages._own_threshold(Settings(model="seed")) > 0
    assert pages._own_threshold(Settings(model="gone")) == 0
