"""The banner: hidden while there is nothing, words with at most two buttons to act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from fer_desktop.gui.banner import Banner
from fer_desktop.gui.theme import apply_theme


@pytest.fixture
def banner(qtbot, qapp):
    apply_theme(qapp, "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 300)
    banner = Banner(parent)
    banner.resize(600, 60)
    parent.show()
    yield banner
    del parent  # it owns the banner until here


def button(banner, text):
    return next(b for b in banner.findChildren(QPushButton) if b.text() == text)


def visible_buttons(banner):
    return [b.text() for b in banner.findChildren(QPushButton) if b.isVisible()]


def test_it_is_hidden_while_there_is_nothing(banner):
    assert not banner.isVisible()
    assert banner.text == ""


def test_it_shows_words_and_tells_them(banner):
    banner.show_message("No camera was found.", is_problem=True)
    assert banner.isVisible()
    assert banner.text == banner.accessibleName() == "No camera was found."
    assert visible_buttons(banner) == ["Close"]


def test_closing_hides_it(banner, qtbot):
    banner.show_message("Words", is_problem=False)
    qtbot.mouseClick(button(banner, "Close"), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert banner.text == ""


def test_the_button_acts_once_and_hides_it(banner, qtbot):
    acted = []
    banner.show_message(
        "Gone", is_problem=True, action="Try Again", act=lambda: acted.append(banner.text)
    )
    assert visible_buttons(banner) == ["Try Again", "Close"]
    qtbot.mouseClick(button(banner, "Try Again"), Qt.MouseButton.LeftButton)
    assert acted == [""]
    assert not banner.isVisible()


def test_what_the_button_does_may_show_the_next_message(banner, qtbot):
    banner.show_message(
        "First",
        is_problem=True,
        action="Try Again",
        act=lambda: banner.show_message("Second", is_problem=True),
    )
    qtbot.mouseClick(button(banner, "Try Again"), Qt.MouseButton.LeftButton)
    assert banner.text == "Second"
    assert visible_buttons(banner) == ["Close"]


def test_a_message_without_a_button_forgets_the_one_before(banner):
    banner.show_message("First", is_problem=True, action="Use It", act=lambda: None)
    banner.show_message("Second", is_problem=False)
    assert visible_buttons(banner) == ["Close"]


@pytest.mark.parametrize(("is_problem", "color"), [(True, (213, 94, 0)), (False, (31, 95, 191))])
def test_problems_and_notes_differ_in_colour(banner, is_problem, color):
    banner.show_message("First", is_problem=not is_problem)
    banner.show_message("Second", is_problem=is_problem)
    edge = banner.grab().toImage().pixelColor(2, banner.height() // 2).getRgb()[:3]
    assert edge == color


def test_long_words_wrap(banner):
    banner.show_message("Plug the camera in again. " * 12, is_problem=True)
    label = banner.findChild(QLabel)
    assert label.wordWrap()
    assert banner.heightForWidth(600) > 60
    assert banner.minimumSizeHint().width() < 400


def test_a_file_name_with_markup_is_shown_as_it_is(banner):
    banner.show_message("<b>a</b>.png: the file is empty.", is_problem=True)
    label = banner.findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText or not QtText.mightBeRichText(label.text())


def test_two_buttons_do_what_each_says(banner, qtbot):
    done = []
    for words in ("Show", "Erase"):
        banner.show_message(
            "It is there.",
            is_problem=False,
            action="Show",
            act=lambda: done.append("shown"),
            other="Erase",
            act_too=lambda: done.append("erased"),
        )
        assert visible_buttons(banner) == ["Show", "Erase", "Close"]
        qtbot.mouseClick(button(banner, words), Qt.MouseButton.LeftButton)
        assert not banner.isVisible()
    assert done == ["shown", "erased"]
    banner.show_message("Other words.", is_problem=False)
    assert visible_buttons(banner) == ["Close"]
