"""The window: what is dropped on it, names that are long or odd, and use by keys and readers."""

import sys

import cv2
import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget

from fer_desktop.core.types import Expression
from fer_desktop.gui.common.translation import LANGUAGES, install_language
from fer_desktop.gui.shell.action_table import without_mnemonic
from fer_desktop.gui.shell.main_window import MainWindow
from tests.fakes import camera_device, probabilities
from tests.gui.conftest import half_and_half


def drop(window, *urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), actions, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPoint(50, 50), actions, data, buttons, keys))
    return enter.isAccepted()


def test_files_can_be_dropped(make_desk, quick_analysis, picture_files):
    desk = make_desk()
    desk.presenter.start("demo")
    assert drop(desk.window, *(QUrl.fromLocalFile(str(f)).toString() for f in picture_files[:2]))
    desk.wait(lambda: desk.all_analyzed)
    assert desk.window.filmstrip.paths() == picture_files[:2]
    assert not desk.live.is_running


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_its_first_size_the_panel_shows_all_without_scrolling(qtbot, qapp, language):
    install_language(qapp, language)
    try:
        window = MainWindow()
        qtbot.addWidget(window)
        window.show()
        panel = window.panel
        panel.show_face(Expression(probabilities("happiness", 0.6)), 2, 3)
        panel.show_calibrated(True)
        QApplication.processEvents()
        assert panel.viewport().height() > 600
        assert panel.verticalScrollBar().maximum() == 0
    finally:
        install_language(qapp, "en")


def test_addresses_of_the_web_are_not_taken(desk):
    assert not drop(desk.window, "https://example.org/a.png")
    assert not desk.pictures.is_active


def test_full_screen_and_back(desk):
    desk.actions.full_screen.trigger()
    assert desk.window.isFullScreen()
    desk.actions.full_screen.trigger()
    assert not desk.window.isFullScreen()
    assert desk.window.isVisible()


def test_a_long_file_name_does_not_widen_the_window(make_desk, quick_analysis, tmp_path):
    long = tmp_path / ("a long name " * 15 + ".png")
    cv2.imwrite(str(long), half_and_half())
    desk = make_desk()
    width = desk.window.width()
    desk.presenter.start(str(long))
    desk.wait_for_faces()
    assert desk.window.minimumSizeHint().width() <= 700
    assert desk.window.width() == width


def test_going_to_the_pictures_and_back_does_not_widen_a_small_window(
    make_desk, quick_analysis, tmp_path
):
    cv2.imwrite(str(tmp_path / "a.png"), half_and_half())
    (tmp_path / "broken.png").write_bytes(b"broken")
    desk = make_desk()
    desk.window.resize(704, 500)
    desk.presenter.start("demo")
    desk.wait_for_faces()
    desk.open([tmp_path / "a.png", tmp_path / "broken.png"])
    desk.actions.back_to_live.trigger()
    desk.wait(lambda: desk.lamp == "Playing: Demo")
    desk.wait_for_faces()
    assert desk.window.width() == 704


def test_a_name_with_markup_is_shown_as_it_is(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("<i>Cam</i>", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait(lambda: desk.lamp == "Camera on: <i>Cam</i>")
    label = desk.window.lamp
    assert label.textFormat() == Qt.TextFormat.PlainText or "<i>Cam" not in label.text()


@pytest.mark.parametrize("shows_pictures", [False, True])
def test_everything_that_takes_the_focus_has_a_name(
    make_desk, quick_analysis, picture_files, shows_pictures
):
    desk = make_desk()
    desk.window.banner.show_message("Words", is_problem=True, action="Act", act=print)
    if shows_pictures:
        desk.open(picture_files[:1])
    nameless = []
    for widget in desk.window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if isinstance(widget, QMenu) or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert not nameless


def test_the_parts_have_names(desk):
    window = desk.window
    for widget in (window.view, window.filmstrip, window.panel.bars):
        assert widget.accessibleName()


@pytest.mark.parametrize("name", ["open_images", "start_stop"])
def test_the_space_bar_presses_the_button_with_the_focus(
    make_desk, quick_analysis, monkeypatch, name
):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    opened = []

    def dialog(*arguments):
        opened.append(arguments)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(dialog))
    desk.window.activateWindow()
    button = getattr(desk.window, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert bool(opened) == (name == "open_images")
    assert desk.live.is_running == (name == "open_images")


# PySide6 loses references to None and True in some releases and then ends the process


def test_references_to_none_and_true_are_not_lost(qtbot):
    class Sender(QObject):
        sent = Signal(bool)

    label, sender, got = QLabel(), Sender(), []
    qtbot.addWidget(label)
    sender.sent.connect(got.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(200):
        label.setText(str(number))
        label.update()
        sender.sent.emit(number % 2 == 0)
    got.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100


def test_a_narrow_window_keeps_its_words_and_shrinks_the_buttons(desk):
    window = desk.window
    window.resize(1120, 720)
    desk.wait(lambda: window.snapshot.width() >= window.snapshot.full_width())
    window.lamp.setText("Camera on: Front")
    window.resize(760, 500)
    desk.wait(lambda: window.snapshot.width() < window.snapshot.full_width())
    room = window.lamp.fontMetrics().horizontalAdvance("Camera on: Front")
    desk.wait(lambda: window.lamp.width() >= room)
    window.resize(1120, 720)
    desk.wait(lambda: window.snapshot.width() >= window.snapshot.full_width())


def test_what_is_impossible_is_grey_and_says_why(desk):
    actions, window = desk.actions, desk.window
    assert not window.freeze.isEnabled()
    assert window.freeze.toolTip().endswith("Nothing runs that could be paused.")
    assert not window.record.isEnabled()
    assert "Start the camera first" in window.record.toolTip()
    for name, words in (
        ("mark", "Nothing is recorded"),
        ("step_on", "No video is open"),
        ("back_to_live", "No pictures and no video"),
        ("snapshot", "no picture"),
        ("copy_picture", "no picture"),
        ("next_face", "no face"),
        ("analyze_again", "No pictures are open"),
        ("next_picture", "No pictures are open"),
    ):
        action = actions.by_name()[name]
        assert not action.isEnabled(), name
        assert words in action.toolTip(), name
    assert actions.menus["&File"].toolTipsVisible()
    texts = {button.text() for button in (window.freeze, window.start_stop)}
    assert texts == {"Pause", "Start"}  # one of them alone offers to begin


def test_what_becomes_possible_is_offered(desk, quick_analysis):
    desk.presenter.start("demo")
    desk.wait_for_faces()
    for name in ("snapshot", "copy_picture", "save_picture", "next_face", "record", "freeze"):
        action = desk.actions.by_name()[name]
        assert action.isEnabled(), name
        assert action.toolTip() in ("", without_mnemonic(action.text())), name
    desk.live.stop()
    assert not desk.window.freeze.isEnabled()
    assert not desk.actions.record.isEnabled()
    assert desk.actions.copy_picture.isEnabled()  # the last picture stays
