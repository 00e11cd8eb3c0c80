"""The window as a user drives it: starting, cameras, themes, dialogs, saving, accessibility."""

from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.shell.leaving import LEAST_PICTURES
from fer_desktop.system import paths
from fer_desktop.vision import doctor
from tests.fakes import camera_device
from tests.gui.conftest import half_and_half


def answer(monkeypatch, name, *chosen):
    """Let a file dialog answer without opening; return the calls it got."""
    calls = []

    def dialog(*arguments):
        calls.append(arguments)
        return (list(chosen) if name == "getOpenFileNames" else chosen[0]), ""

    monkeypatch.setattr(QFileDialog, name, staticmethod(dialog))
    return calls


def open_dialog(desk):
    """Return the dialog that is open, or None."""
    return next((box for box in desk.window.findChildren(QDialog) if box.isVisible()), None)


def camera_entries(desk):
    listed = desk.actions.camera_group.actions()
    return [a for a in desk.actions.menus["&Camera"].actions() if a in listed]


def checked_entries(desk):
    return [a.text() for a in camera_entries(desk) if a.isChecked()]


# Starting


def test_nothing_is_open_before_the_start(desk):
    assert desk.lamp == "Nothing is open"
    assert "open pictures" in desk.window.view.accessibleDescription()
    assert not desk.live.is_running
    assert desk.kept == []  # the user has chosen nothing yet
    assert desk.window.start_stop.text() == "Start"


def test_without_a_camera_the_demo_is_shown_and_the_banner_says_why(desk):
    desk.presenter.start(None)
    desk.wait_for_faces()
    assert "No camera was found" in desk.window.banner.text
    assert "demo" in desk.window.banner.text
    assert desk.lamp == "Playing: Demo"
    assert checked_entries(desk) == ["&Demo"]
    (face,) = desk.live.shown.faces
    assert desk.overlay_texts[0].startswith(f"looks like {face.smoothed.label}, ")
    assert desk.window.panel.headline.text() == face.smoothed.label
    desk.wait(lambda: "frames/s" in desk.window.status.text)
    assert f"Model {Settings.model}" in desk.window.status.text
    assert "No camera was found" in desk.window.banner.text  # it stays until it is closed


def test_with_a_camera_it_is_shown_at_once(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait_for_faces()
    assert desk.lamp == "Camera on: Front"
    assert desk.window.banner.text == ""
    assert checked_entries(desk) == ["Front"]


def test_a_camera_plugged_in_during_the_demo_is_offered(make_desk, loopback, quick_analysis):
    desk = make_desk()
    desk.presenter.start(None)
    desk.wait_for_faces()
    desk.cameras.append(camera_device("Front", target=loopback.url))
    desk.actions.refresh.trigger()
    desk.wait(lambda: desk.window.banner.text == "Front is connected.")
    use = next(b for b in desk.window.banner.findChildren(QPushButton) if b.text() == "Use It")
    desk.qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.lamp == "Camera on: Front")
    desk.wait_for_faces()
    assert desk.window.banner.text == ""
    assert desk.kept[-1].camera == desk.cameras[0].identity


def test_a_camera_is_not_offered_while_another_is_shown(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait_for_faces()
    desk.cameras.append(camera_device("Desk", 1, loopback.url))
    desk.actions.refresh.trigger()
    desk.wait(lambda: len(camera_entries(desk)) == 3)
    assert desk.window.banner.text == ""


def test_a_source_that_does_not_exist_is_told(desk, tmp_path):
    desk.presenter.start(str(tmp_path / "none.mp4"))
    assert "there is no such file" in desk.window.banner.text
    assert not desk.live.is_running


# Choosing


def test_cameras_are_chosen_in_the_menu_and_remembered(make_desk, loopback, quick_analysis):
    front, table = (
        camera_device(name, number, loopback.url, f"{name}|1:1|x")
        for number, name in enumerate(["Front", "Desk & Table"])
    )
    desk = make_desk(cameras=[front, table])
    desk.presenter.start("demo")
    desk.wait(lambda: len(camera_entries(desk)) == 3)
    camera_entries(desk)[1].trigger()
    desk.wait(lambda: desk.lamp == "Camera on: Desk & Table")
    desk.wait_for_faces()
    assert desk.kept[-1].camera == table.identity
    assert checked_entries(desk) == ["Desk && Table"]
    desk.actions.demo.trigger()
    desk.wait(lambda: desk.lamp == "Playing: Demo")
    assert checked_entries(desk) == ["&Demo"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_camera_is_chosen_by_mouse_in_the_open_menu(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start("demo")
    desk.wait(lambda: len(camera_entries(desk)) == 2)
    menu = desk.actions.menus["&Camera"]
    menu.popup(desk.window.mapToGlobal(QPoint(50, 50)))
    place = menu.actionGeometry(camera_entries(desk)[0]).center()
    desk.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    desk.wait(lambda: desk.lamp == "Camera on: Front")


def test_the_remembered_camera_is_used_again(make_desk, loopback, quick_analysis):
    cameras = [
        camera_device(name, number, loopback.url, f"{name}|1:{number}|x")
        for number, name in enumerate(["Front", "Desk"])
    ]
    desk = make_desk(Settings(theme="light", camera=cameras[1].identity), cameras)
    desk.presenter.start(None)
    desk.wait(lambda: desk.lamp == "Camera on: Desk")


# Start and stop


def test_the_button_stops_and_starts(make_desk, quick_analysis):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    button = desk.window.start_stop
    assert button.text() == "Stop"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not desk.live.is_running
    assert desk.lamp == "Stopped: Demo"
    assert button.text() == "Start"
    assert "frames/s" not in desk.window.status.text
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.lamp == "Playing: Demo")
    desk.wait_for_faces()
    assert button.text() == "Stop"


def test_the_space_bar_pauses_and_goes_on_while_the_source_does(make_desk, quick_analysis):
    desk = make_desk()
    desk.window.activateWindow()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    assert desk.window.view.sign == "Expression analysis on"
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    assert desk.window.view.sign == "Paused"
    assert desk.live.is_running
    shown, passed = desk.live.shown, []
    desk.live.analyzed.connect(passed.append)
    desk.wait(lambda: len(passed) > 5)  # frames come and are not shown
    assert desk.live.shown is shown
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    desk.wait(lambda: desk.live.shown is not shown)
    assert desk.window.view.sign == "Expression analysis on"


def test_the_space_bar_starts_what_is_stopped(make_desk, quick_analysis):
    desk = make_desk()
    desk.window.activateWindow()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: not desk.live.is_running)
    assert desk.window.view.sign == "Stopped"
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    desk.wait(lambda: desk.live.is_running)
    assert not desk.actions.freeze.isChecked()


def test_start_with_nothing_open_takes_the_demo(make_desk, quick_analysis):
    desk = make_desk()
    action = desk.actions.start_stop
    assert looks_like(action, "play")
    action.trigger()
    desk.wait(lambda: desk.lamp == "Playing: Demo")
    assert looks_like(action, "stop")
    assert not looks_like(action, "play")


def looks_like(action, name):
    return action.icon().pixmap(16).toImage() == icon(name).pixmap(16).toImage()


def test_closing_the_window_lets_go_of_everything(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait_for_faces()
    desk.actions.leave.trigger()
    assert not desk.window.isVisible()
    assert not desk.live.is_running  # and no thread is left, as every test checks


# Files


def test_a_dropped_video_is_played_to_its_end(make_desk, quick_analysis, video):
    desk = make_desk()
    desk.window.files_dropped.emit([video])
    desk.wait(lambda: desk.lamp == "Playing: clip.mp4")
    desk.wait(lambda: desk.lamp == "At the end: clip.mp4")
    desk.actions.freeze.trigger()
    desk.wait(lambda: desk.lamp == "Playing: clip.mp4")
    desk.actions.back_to_live.trigger()
    desk.wait(lambda: desk.lamp.startswith("Playing: ") and "clip" not in desk.lamp)
    assert not desk.window.transport.isVisible()


def test_a_video_is_opened_through_the_menu(make_desk, quick_analysis, video, monkeypatch):
    desk = make_desk()
    calls = answer(monkeypatch, "getOpenFileName", str(video))
    desk.actions.open_video.trigger()
    desk.wait(lambda: desk.lamp == "Playing: clip.mp4")
    assert "*.mp4" in calls[0][3]


def test_pictures_and_videos_together_say_that_videos_come_one_by_one(
    make_desk, quick_analysis, picture_files, video
):
    desk = make_desk()
    desk.open([picture_files[0], video])
    assert desk.window.filmstrip.paths() == picture_files[:1]
    assert "One video" in desk.window.banner.text


def test_leaving_a_file_dialog_changes_nothing(make_desk, quick_analysis, monkeypatch):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    answer(monkeypatch, "getOpenFileNames")
    answer(monkeypatch, "getOpenFileName", "")
    answer(monkeypatch, "getSaveFileName", "")
    for action in (desk.actions.open_images, desk.actions.open_video, desk.actions.save_picture):
        action.trigger()
    assert desk.live.is_running
    assert desk.window.banner.text == ""


# Saving


def test_the_live_picture_is_saved_with_its_boxes(make_desk, quick_analysis, monkeypatch, tmp_path):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    answer(monkeypatch, "getSaveFileName", str(tmp_path / "saved"))
    desk.actions.save_picture.trigger()
    saved = cv2.imread(str(tmp_path / "saved.png"))
    shown = desk.live.shown.frame.image
    assert saved.shape == shown.shape
    assert (saved != shown).any()  # the boxes
    assert "Saved saved.png" in desk.window.status.currentMessage()


def test_an_unknown_kind_of_file_is_told(make_desk, quick_analysis, monkeypatch, tmp_path):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    answer(monkeypatch, "getSaveFileName", str(tmp_path / "saved.xyz"))
    desk.actions.save_picture.trigger()
    assert "use .png or .jpg" in desk.window.banner.text
    assert not list(tmp_path.iterdir())


def test_with_nothing_shown_there_is_nothing_to_save(desk):
    desk.actions.save_picture.trigger()  # a dialog would fail the test


# View


def test_themes_change_the_colours_and_are_remembered(make_desk, qapp):
    desk = make_desk(Settings(theme="light"))
    ground = QPalette.ColorRole.Window
    assert desk.actions.choices["theme"]["light"].isChecked()
    light = qapp.palette().color(ground)
    desk.actions.choices["theme"]["dark"].trigger()
    assert qapp.palette().color(ground).lightness() < 60 < light.lightness()
    assert desk.kept[-1].theme == "dark"
    desk.actions.choices["theme"]["light"].trigger()
    assert qapp.palette().color(ground) == light
    assert [kept.theme for kept in desk.kept] == ["dark", "light"]


def test_the_system_theme_is_followed_when_it_changes(make_desk, qapp, monkeypatch):
    class Hints(QObject):
        colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name
        scheme = Qt.ColorScheme.Light

        def colorScheme(self):  # noqa: N802 - Qt's name
            return self.scheme

    hints = Hints()
    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: hints))
    desk = make_desk(Settings(theme="system"))
    ground = QPalette.ColorRole.Window
    assert qapp.palette().color(ground).lightness() > 200
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(hints.scheme)
    assert qapp.palette().color(ground).lightness() < 60
    assert desk.kept == []  # the user chose nothing new
    desk.actions.choices["theme"]["light"].trigger()
    hints.colorSchemeChanged.emit(hints.scheme)
    assert qapp.palette().color(ground).lightness() > 200


# Dialogs


def test_the_doctor_reports_without_blocking(make_desk, quick_analysis, monkeypatch):
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    checks = [doctor.Check("camera", False, False, "None <found>.")]
    monkeypatch.setattr(doctor, "checks", lambda: iter(checks))
    desk.actions.doctor.trigger()
    desk.wait(lambda: open_dialog(desk))
    box = open_dialog(desk)
    report = box.findChild(QPlainTextEdit).toPlainText()
    assert "absent   camera: None <found>." in report
    assert "theme: light, shown light" in report  # the window's own part
    before = desk.live.shown.frame.index
    desk.wait(lambda: desk.live.shown.frame.index > before + 3)  # the live picture goes on
    box.close()
    desk.wait(lambda: box not in desk.window.findChildren(QDialog))


def test_a_doctor_that_fails_says_so_and_can_be_asked_again(
    make_desk, quick_analysis, monkeypatch, caplog
):
    """Else the window would say for ever that it checks."""

    def fail():
        raise RuntimeError("a driver's fault")

    desk = make_desk()
    monkeypatch.setattr(doctor, "checks", fail)
    desk.actions.doctor.trigger()
    desk.wait(lambda: open_dialog(desk))
    box = open_dialog(desk)
    assert "the log file says what" in box.findChild(QPlainTextEdit).toPlainText()
    assert desk.actions.doctor.isEnabled()
    box.close()
    assert "a driver's fault" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("opens", [True, False])
def test_the_log_folder_is_opened_or_else_named(desk, monkeypatch, opens):
    asked = []

    def open_url(url):
        asked.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_url))
    desk.actions.log_folder.trigger()
    folder = paths.log_file().parent
    assert [Path(name) for name in asked] == [folder]
    assert (str(folder) in desk.window.banner.text) is not opens


def test_about_does_not_block(desk):
    desk.actions.about.trigger()
    box = open_dialog(desk)
    assert any("not about feelings" in label.text() for label in box.findChildren(QLabel))
    box.close()


def test_the_results_of_many_pictures_are_not_lost_unasked(desk, quick_analysis, tmp_path):
    files = [tmp_path / f"{number:02}.png" for number in range(LEAST_PICTURES)]
    for file in files:
        cv2.imwrite(str(file), half_and_half())
    desk.open(files)
    desk.actions.back_to_live.trigger()
    box = desk.window.findChild(QMessageBox)
    assert box.text() == f"What was found in {LEAST_PICTURES} pictures is not saved."
    box.reject()
    assert desk.pictures.is_active
    desk.pictures.is_saved = True
    desk.actions.back_to_live.trigger()
    assert not desk.pictures.is_active
