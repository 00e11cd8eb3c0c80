"""The first page says what the program is, shortly, and comes once, before any camera."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.translation import LANGUAGES, install_language
from fer_desktop.gui.help.welcome import EDITION, show_welcome
from tests.fakes import camera_device


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def page_of(window):
    return next((d for d in window.findChildren(QDialog) if d.isVisible()), None)


def press_start(desk):
    page = page_of(desk.window)
    page.choice.purposes["personal"].click()
    desk.qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)


def test_it_says_what_everybody_must_know(parent):
    page = show_welcome(parent, is_first=True)
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    for said in (
        "runs on this computer",
        "none is kept unless you save it",
        "not about what somebody feels",
        "at work or in education is forbidden",
        "Article 5(1)(f)",
        "must be told",
        "Article 50(3)",
    ):
        assert said in words
        assert said in page.accessibleDescription()
    assert page.windowTitle() == "Welcome to FER Desktop"
    page.close()


@pytest.mark.parametrize(("is_first", "text"), [(True, "&Start"), (False, "&Close")])
def test_it_has_one_button_which_has_the_focus(parent, qtbot, is_first, text):
    page = show_welcome(parent, is_first=is_first, purpose="personal")
    (button,) = page.findChildren(QPushButton)
    assert button.text() == text
    assert page.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not parent.findChildren(QDialog))


@pytest.mark.parametrize("purpose", ["", "medical"])
def test_all_its_words_fit(parent, purpose):
    page = show_welcome(parent, is_first=True, purpose=purpose)
    for label in filter(QLabel.isVisible, page.findChildren(QLabel)):
        assert label.height() >= label.heightForWidth(label.width())
        place = QRect(label.mapTo(page, QPoint(0, 0)), label.size())
        assert page.rect().contains(place)
    page.close()


def test_no_camera_runs_before_the_first_page_is_closed(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.greet_and_start(None)
    assert page_of(desk.window) is not None
    assert desk.presenter.cameras.cameras is None  # nobody even looks for one
    assert not desk.live.is_running
    assert desk.kept == []
    press_start(desk)
    desk.wait_for_faces()
    assert desk.lamp == "Camera on: Front"
    assert [(kept.welcome_seen, kept.purpose) for kept in desk.kept] == [(EDITION, "personal")]
    assert page_of(desk.window) is None


@pytest.mark.parametrize("how", ["key", "frame"])
def test_leaving_the_page_starts_nothing_until_the_user_does(make_desk, quick_analysis, how):
    desk = make_desk()
    desk.presenter.greet_and_start("demo")
    page = page_of(desk.window)
    if how == "key":
        desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    else:
        page.close()
    desk.qtbot.wait(50)
    assert not desk.live.is_running
    assert desk.kept == []  # the page comes again
    assert "Start the camera" in desk.window.view.accessibleDescription()
    desk.wait(lambda: desk.presenter.cameras.cameras == [])
    desk.actions.start_stop.trigger()
    desk.wait_for_faces()


def test_who_has_seen_it_sees_it_no_more(make_desk, quick_analysis):
    desk = make_desk(Settings(theme="light", welcome_seen=EDITION))
    desk.presenter.greet_and_start("demo")
    assert page_of(desk.window) is None
    assert desk.live.is_running
    assert desk.kept == []


def test_leaving_the_program_with_the_page_open_starts_nothing(desk):
    desk.presenter.greet_and_start("demo")
    page = page_of(desk.window)
    desk.window.close()
    page.close()
    assert not desk.live.is_running
    assert desk.kept == []  # it comes again


def test_it_is_found_again_in_the_help_menu(desk):
    desk.actions.welcome.trigger()
    page = page_of(desk.window)
    assert page.windowTitle() == "Welcome to FER Desktop"
    page.close()
    assert desk.kept == []


def test_work_and_education_stop_with_the_article_and_its_exceptions(desk):
    desk.presenter.greet_and_start("demo")
    page = page_of(desk.window)
    choice = page.choice
    assert not page.button.isEnabled()
    assert page.focusWidget() is choice.purposes["personal"]
    assert not choice.law.isVisible()
    choice.purposes["work"].click()
    assert choice.law.isVisible()
    assert "to infer emotions of a natural person" in choice.article.text()
    assert not page.button.isEnabled()
    desk.qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.isVisible()
    assert desk.kept == []
    choice.reasons["medical"].click()
    page.button.click()
    assert desk.presenter.settings.purpose == "medical"
    assert desk.live.is_running


def test_the_purpose_can_be_changed_and_a_forbidden_one_is_not_taken(make_desk):
    desk = make_desk(Settings(theme="light", purpose="personal"))
    desk.actions.welcome.trigger()
    page = page_of(desk.window)
    assert page.choice.purposes["personal"].isChecked()
    page.choice.purposes["work"].click()
    assert not page.button.isEnabled()
    page.choice.purposes["research"].click()
    page.button.click()
    assert desk.presenter.settings.purpose == "research"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_is_told_in_each_language(parent, qapp, language):
    def texts():
        page = show_welcome(parent, is_first=True)
        choice = page.choice
        said = {each.text() for each in (*choice.purposes.values(), *choice.reasons.values())}
        said |= {choice.article.text(), choice.stop.text()}
        assert "2024/1689" in choice.article.text()
        page.close()
        return said

    original = texts()
    try:
        install_language(qapp, language)
        said = texts()
    finally:
        install_language(qapp, "en")
    assert (said == original) if language == "en" else not (said & original)


def test_the_keyboard_is_seen_at_the_first_answer_before_any_key(parent, qtbot):
    page = show_welcome(parent, is_first=True)
    first = page.choice.first
    page.activateWindow()
    qtbot.waitUntil(first.hasFocus)
    focused = first.grab().toImage()
    page.choice.purposes["informed"].setFocus()
    assert page.focusWidget() is not first
    assert first.grab().toImage() != focused
    page.close()


def test_a_start_that_is_not_possible_yet_says_why(parent):
    page = show_welcome(parent, is_first=True)
    assert page.button.toolTip() == "Say first what you use it for."
    page.choice.purposes["personal"].click()
    assert page.button.isEnabled()
    assert not page.button.toolTip()
    page.close()
