"""The banner: hidden while there is nothing, words with at most three buttons to act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from fer_desktop.gui.common.banner import Banner
from tests.gui.conftest import dress


@pytest.fixture
def banner(qtbot, qapp):
    dress(qapp, "light")
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


CHOICES = ("Review", "Show Folder", "Erase…")


def show_choices(banner, done, words="It is there.", choices=CHOICES):
    banner.show_message(
        words,
        is_problem=False,
        choices=[(each, lambda each=each: done.append(each)) for each in choices],
    )


def test_each_button_does_what_it_says(banner, qtbot):
    done = []
    for words in CHOICES:
        show_choices(banner, done)
        assert visible_buttons(banner) == [*CHOICES, "Close"]
        qtbot.mouseClick(button(banner, words), Qt.MouseButton.LeftButton)
        assert not banner.isVisible()
    assert tuple(done) == CHOICES
    banner.show_message("Other words.", is_problem=False)
    assert visible_buttons(banner) == ["Close"]


def places(banner, width):
    """Return the rectangles of the words and of the visible buttons in a banner so wide."""
    banner.resize(width, banner.heightForWidth(width))
    QApplication.processEvents()  # the layout is made anew
    banner.resize(width, banner.heightForWidth(width))
    QApplication.processEvents()
    seen = [w for kind in (QLabel, QPushButton) for w in banner.findChildren(kind)]
    return [w.rect().translated(w.mapTo(banner, w.rect().topLeft())) for w in seen if w.isVisible()]


WHERE = "The recording is in /home/somebody/Documents/FER Desktop Sessions/2026-11-25 14-03-22"


def test_buttons_stand_beside_the_words_where_there_is_room_and_else_below(banner):
    show_choices(banner, [], WHERE)
    wide = places(banner, 900)
    assert all(rect.left() > wide[0].right() for rect in wide[1:])
    words, *choices, close = places(banner, 388)
    assert all(rect.top() > words.bottom() for rect in choices)
    assert close.left() > words.right()
    assert close.top() < choices[0].top()
    assert all(rect.top() > words.bottom() for rect in places(banner, 388)[1:4])
    assert places(banner, 900) == wide


@pytest.mark.parametrize("choices", [CHOICES, ("Revoir", "Afficher le dossier", "Effacer…")])
@pytest.mark.parametrize("width", [388, 500, 700])
def test_nothing_is_cut_or_lies_over_another(banner, choices, width):
    show_choices(banner, [], WHERE, choices)
    assert banner.minimumSizeHint().width() <= 388  # what a window of 720 has beside the panel
    rects = places(banner, width)
    for number, rect in enumerate(rects):
        assert banner.rect().contains(rect)
        assert not any(rect.intersects(other) for other in rects[number + 1 :])
    for each in banner.findChildren(QPushButton):
        assert not each.isVisible() or each.width() >= each.sizeHint().width()


def test_the_tab_key_goes_from_choice_to_choice_and_then_to_close(banner):
    show_choices(banner, [], WHERE)
    for width in (900, 388):
        places(banner, width)
        at, reached = button(banner, "Review"), []
        for _ in range(3):
            at = at.nextInFocusChain()
            while not at.isVisible():
                at = at.nextInFocusChain()
            reached.append(at.text())
        assert reached == ["Show Folder", "Erase…", "Close"]


def test_words_alone_have_a_single_row(banner):
    banner.show_message("Short words.", is_problem=False)
    words, close = places(banner, 200)
    assert words.top() <= close.center().y() <= words.bottom()
