"""The View menu: parts of the overlay, zoom, panel, small view, full screen, themes; all kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from fer_desktop.core.settings import Settings
from fer_desktop.gui.shell.action_table import OVERLAY


@pytest.fixture
def live_desk(make_desk, quick_analysis):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    return desk


@pytest.mark.parametrize("name", OVERLAY)
def test_a_key_switches_a_part_of_the_overlay_and_it_is_kept(live_desk, name):
    desk = live_desk
    desk.window.activateWindow()
    was = getattr(desk.presenter.settings, name)
    desk.qtbot.keyClick(desk.window, "12345"[OVERLAY.index(name)])
    assert getattr(desk.kept[-1], name) is not was
    assert getattr(desk.window.view.style_, name.removeprefix("show_")) is not was
    assert desk.actions.by_name()[name].isChecked() is not was


def test_words_without_percentages(live_desk):
    live_desk.actions.show_confidence.trigger()
    assert set(live_desk.overlay_texts) <= {"looks like anger", "looks like surprise"}
    live_desk.actions.show_labels.trigger()
    assert live_desk.overlay_texts == ["", ""]


def test_the_kept_choices_are_there_at_the_start(make_desk):
    desk = make_desk(Settings(theme="dark", show_bars=True, show_panel=False, search="fast"))
    assert desk.actions.show_bars.isChecked()
    assert desk.window.view.style_.bars
    assert not desk.window.panel.isVisible()
    assert desk.actions.choices["theme"]["dark"].isChecked()
    assert desk.actions.choices["search"]["fast"].isChecked()
    assert desk.kept == []


def test_zoom_by_the_menu(live_desk):
    desk, view = live_desk, live_desk.window.view
    assert view.zoom is None
    desk.actions.zoom_actual.trigger()
    assert view.zoom == 1
    desk.actions.zoom_in.trigger()
    assert view.zoom == 1.25
    desk.actions.zoom_out.trigger()
    assert view.zoom == 1
    desk.actions.zoom_fit.trigger()
    assert view.zoom is None


def test_the_panel_comes_and_goes(live_desk):
    desk = live_desk
    desk.actions.show_panel.trigger()
    assert not desk.window.panel.isVisible()
    assert desk.kept[-1].show_panel is False
    desk.actions.show_panel.trigger()
    assert desk.window.panel.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_small_view_stays_on_top_and_goes_back_by_esc(live_desk):
    desk, window = live_desk, live_desk.window
    size = window.size()
    desk.actions.mini_view.trigger()
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()
    assert window.width() < 500
    for part in (window.menuBar(), window.status, window.top, window.panel):
        assert not part.isVisible()
    assert window.view.sign == "Expression analysis on"
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown is not shown)  # it goes on
    desk.qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.panel.isVisible()
    assert window.menuBar().isVisible()
    assert window.size() == size
    assert not desk.actions.mini_view.isChecked()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_full_screen_shows_the_picture_and_esc_leaves_it(live_desk):
    desk, window = live_desk, live_desk.window
    desk.actions.full_screen.trigger()
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    assert not window.panel.isVisible()
    desk.qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.panel.isVisible()
    assert window.menuBar().isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_keys_work_where_the_menu_is_hidden(live_desk):
    desk, window = live_desk, live_desk.window
    desk.actions.mini_view.trigger()
    window.activateWindow()
    desk.qtbot.keyClick(window, Qt.Key.Key_M)
    assert desk.kept[-1].mirror is False


def test_another_theme_is_taken_at_once(live_desk, qapp):
    live_desk.actions.choices["theme"]["dark"].trigger()
    assert live_desk.kept[-1].theme == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 60


def test_the_full_screen_has_no_panel(live_desk):
    desk = live_desk
    desk.actions.full_screen.trigger()
    assert not desk.window.panel.isVisible()
    assert desk.presenter.settings.show_panel  # it is no new choice
    desk.actions.full_screen.trigger()
    assert desk.window.panel.isVisible()


def test_the_mouse_leaves_the_small_view_and_the_full_screen(live_desk):
    desk, view = live_desk, live_desk.window.view
    desk.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert desk.actions.full_screen.isChecked()
    desk.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert not desk.actions.full_screen.isChecked()
    desk.actions.mini_view.trigger()
    menu = desk.presenter._options.menu()
    leave = menu.actions()[0]
    assert leave.text() == "Leave Mini View"
    leave.trigger()
    menu.close()
    assert not desk.actions.mini_view.isChecked()
    assert "Leave" not in desk.presenter._options.menu().actions()[0].text()


def test_messages_take_one_line_of_the_small_view(live_desk):
    desk, banner = live_desk, live_desk.window.banner
    words = "A long message that says what happened, what is to be done now, and much more. " * 3
    banner.show_message(words, is_problem=True, action="Try Again", act=lambda: None)
    desk.actions.mini_view.trigger()
    desk.wait(lambda: banner.height() < desk.window.height() / 6)
    assert (desk.window.width(), desk.window.height()) == (400, 300)
    assert banner.text == words
    assert banner.toolTip() == words
    desk.actions.mini_view.trigger()
    assert banner.toolTip() == ""
    assert banner._label.text() == words
    assert banner._row.isVisible()
