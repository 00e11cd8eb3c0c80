"""A walk through every window on a screen of 1024 x 600: none is larger, and no text is cut."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common import placement
from fer_desktop.gui.common.placement import room
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.translation import LANGUAGES, install_language
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton, Scrolling
from fer_desktop.gui.help.notice import NoticePage
from tests.gui.shell.test_access import DIALOGS
from tests.recorded import write_session

SCREEN = QRect(0, 0, 1024, 600)
LARGE_FONT_PT = 14

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def small_screen(monkeypatch, wide_screen):
    monkeypatch.setattr(placement, "screens", lambda: [SCREEN])


@pytest.fixture
def speak(qapp):
    """Return what switches the language, and back after the test."""
    yield lambda language: install_language(qapp, language)
    install_language(qapp, "en")


@pytest.fixture
def large_font(qapp):
    """Let the system have a large font."""
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(LARGE_FONT_PT)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def shown(root, kind):
    return [w for w in root.findChildren(kind) if w.isVisible() and w.window() is root]


def cut(root):
    """Return the texts that have less room than they need."""
    kinds = (QPushButton, QCheckBox, QLabel, QComboBox)
    found = [words_of(w) for kind in kinds for w in shown(root, kind) if words_of(w) and is_cut(w)]
    found += ["tabs" for bar in shown(root, QTabBar) if bar.sizeHint().width() > bar.width()]
    return found + [
        f"{type(area).__name__} is too narrow"
        for area in shown(root, QScrollArea)
        if area.widget().minimumSizeHint().width() > area.viewport().width()
    ]


def words_of(widget):
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()


def is_cut(widget):
    if isinstance(widget, ElidedLabel) or (
        isinstance(widget, PushButton) and not widget.icon().isNull()
    ):
        return False  # these shorten their words, and tell them in a tooltip
    if isinstance(widget, QComboBox):  # its list may be wider than what is chosen
        arrow = 3 * widget.fontMetrics().averageCharWidth()
        room = widget.fontMetrics().horizontalAdvance(words_of(widget)) + arrow
        return widget.width() < min(room, widget.sizeHint().width())
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    needs = widget.sizeHint()
    return widget.width() < needs.width() or widget.height() < needs.height() - 2


def too_large(root):
    """Return whether a window is larger than the screen, or can't be made smaller."""
    free = SCREEN.size() if isinstance(root, NoticePage) else room(SCREEN).size()
    least = root.minimumSizeHint().expandedTo(root.minimumSize())
    return [
        size.toTuple()
        for size in (root.size(), least)
        if size.width() > free.width() or size.height() > free.height()
    ]


def walk(desk):
    """Return what is wrong with each window."""
    wrong = {}
    for name, make in {"main": lambda window: window, **DIALOGS}.items():
        root = make(desk.window)
        QApplication.processEvents()
        if root.isFullScreen():  # as large as the screen of the tests
            root.showNormal()
            root.resize(SCREEN.size())
        QApplication.processEvents()
        found = [*too_large(root), *cut(root)]
        if found:
            wrong[name] = found
        if root is not desk.window:
            root.close()
            QApplication.processEvents()
    return wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_window_fits(make_desk, quick_analysis, picture_files, speak, language):
    speak(language)
    desk = make_desk()
    desk.open(picture_files)
    desk.actions.face_table.trigger()
    assert walk(desk) == {}


@pytest.mark.parametrize("language", ["de", "zh_CN"])
def test_every_window_fits_with_a_large_font(
    large_font, make_desk, quick_analysis, picture_files, speak, language
):
    speak(language)
    desk = make_desk()
    desk.open(picture_files)
    assert walk(desk) == {}


def test_nothing_scrolls_beside_a_message_where_there_is_room(make_desk, quick_analysis):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    desk.window.banner.show_message("words " * 30, is_problem=False)
    for _ in range(4):
        QApplication.processEvents()
    area = next(iter(desk.window.findChildren(Scrolling)))
    assert area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_correcting_in_a_review_fits(make_desk, tmp_path, speak, language):
    speak(language)
    desk = make_desk(Settings(theme="light", keep_corrections=True))
    desk.actions.correct.trigger()
    review = desk.presenter.reviews.open(write_session(tmp_path / "2026-11-25 14-03-22"))
    desk.wait(lambda: not review.progress.is_busy)
    for _ in range(4):
        QApplication.processEvents()
    assert too_large(review) == []
    review.banner.show_message("words " * 30, is_problem=True)
    for _ in range(4):
        QApplication.processEvents()
    assert too_large(review) == []
    review.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_correcting_while_pictures_are_analyzed_fits(
    make_desk, quick_analysis, picture_files, speak, language
):
    speak(language)
    desk = make_desk(Settings(theme="light", keep_corrections=True))
    desk.open(picture_files)
    desk.window.progress.show()  # as while others are analyzed
    desk.actions.correct.trigger()
    QApplication.processEvents()
    QApplication.processEvents()
    area = next(iter(desk.window.findChildren(Scrolling)))
    assert [*too_large(desk.window), *cut(desk.window)] == []
    assert area.verticalScrollBar().maximum() == 0  # all of it is seen at once
    assert desk.window.view.height() >= 11 * GRID
    desk.actions.face_table.trigger()
    desk.window.banner.show_message("words " * 30, is_problem=True)
    QApplication.processEvents()
    QApplication.processEvents()
    assert too_large(desk.window) == []


def test_the_walk_finds_what_is_wrong(qtbot):
    window = QLabel("A long sentence that has no room")
    qtbot.addWidget(window)
    button = QPushButton("Words that are cut", window)
    button.resize(30, 20)
    window.resize(1200, 300)
    window.show()
    assert too_large(window) == [(1200, 300)]
    assert cut(window) == ["Words that are cut"]
