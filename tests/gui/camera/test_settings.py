"""The dialog of the camera, driven by keyboard and mouse, beside the live picture."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from fer_desktop.core.settings import Settings
from fer_desktop.gui.camera import settings, watch
from fer_desktop.live.pipeline import LivePipeline
from fer_desktop.vision.camera import capture as camera_module
from fer_desktop.vision.camera import health
from fer_desktop.vision.camera.capture_format import CaptureFormat
from tests.fakes import camera_device

AWAY = "Old Webcam|1:9|usb-1"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Measure within tenths of a second."""
    monkeypatch.setattr(health, "RATE_S", 0.8)
    monkeypatch.setattr(health, "SLOWEST_RATE", 2.5)  # a busy computer is slow, too
    monkeypatch.setattr(watch, "_LOOK_MS", 50)
    monkeypatch.setattr(settings, "_TEXT_MS", 50)


@pytest.fixture
def asked(make_desk, monkeypatch):
    """Return what cameras were asked for, in the order in which they were opened."""
    seen = []
    # After make_desk, which asks for nothing.
    monkeypatch.setattr(
        camera_module, "_parameters", lambda backend, wanted: seen.append(wanted) or []
    )
    return seen


@pytest.fixture
def camera_desk(make_desk, loopback, quick_analysis):
    """Return the window with the first of two loopback cameras on; a third one is remembered."""
    cameras = [camera_device(name, n, loopback.url) for n, name in enumerate(["Front", "Desk"])]
    desk = make_desk(Settings(theme="light", camera=AWAY), cameras)
    desk.presenter.start(None)
    desk.wait_for_faces()
    return desk


def opened(desk):
    desk.actions.camera_settings.trigger()
    dialog = desk.presenter.camera_dialogs.settings
    assert dialog.isVisible()
    assert not dialog.isModal()
    return dialog


def entries(box):
    return [box.itemText(at) for at in range(box.count())]


def test_cameras_are_listed_by_name_and_the_remembered_one_too(camera_desk):
    dialog = opened(camera_desk)
    assert entries(dialog.camera) == ["Front", "Desk", "Old Webcam (not connected)"]
    assert dialog.camera.currentText() == "Front"
    # The first camera is shown in its place, and it is not forgotten for that.
    assert camera_desk.presenter.settings.camera == AWAY
    camera_desk.actions.mirror.trigger()
    assert camera_desk.kept[-1].camera == AWAY


def test_a_camera_is_chosen_by_keyboard_and_shown_at_once(camera_desk):
    desk = camera_desk
    dialog = opened(desk)
    dialog.camera.setFocus()
    desk.qtbot.keyClick(dialog.camera, Qt.Key.Key_Down)
    desk.wait(lambda: desk.lamp == "Camera on: Desk")
    assert desk.kept[-1].camera == desk.cameras[1].identity
    assert dialog.camera.currentText() == "Desk"
    assert entries(dialog.camera) == ["Front", "Desk"]


def test_the_list_follows_the_cameras_that_come_and_go(camera_desk, loopback):
    desk = camera_desk
    dialog = opened(desk)
    desk.cameras.append(camera_device("New", 2, loopback.url))
    desk.actions.refresh.trigger()
    desk.wait(lambda: "New" in entries(dialog.camera))
    del desk.cameras[1:]
    desk.actions.refresh.trigger()
    desk.wait(lambda: entries(dialog.camera) == ["Front", "Old Webcam (not connected)"])
    assert dialog.camera.currentText() == "Front"


def test_the_preview_shows_the_live_picture_and_what_is_measured(camera_desk):
    desk = camera_desk
    dialog = opened(desk)
    desk.wait(lambda: "320 x 240 at " in dialog.measured.text())
    words = dialog.measured.text()
    assert words.endswith("frames a second (asked for 1280 x 720 at 30)")
    assert 0 < float(words.split(" at ")[1].split()[0]) < 40
    image = dialog.preview.grab().toImage()
    middle = image.height() // 2
    left = image.pixelColor(image.width() // 4, middle).lightness()
    right = image.pixelColor(image.width() * 3 // 4, middle).lightness()
    assert right < 90 < 170 < left  # mirrored, as the setting says
    dialog.mirror.setFocus()
    desk.qtbot.keyClick(dialog.mirror, Qt.Key.Key_Space)
    assert desk.kept[-1].mirror is False
    assert not desk.actions.mirror.isChecked()
    dialog._show_picture()
    image = dialog.preview.grab().toImage()
    assert image.pixelColor(image.width() // 4, middle).lightness() < 90
    desk.actions.mirror.trigger()
    assert dialog.mirror.isChecked()


def test_another_resolution_is_asked_for_and_kept_and_the_model_stays(
    camera_desk, asked, loopback, quick_analysis
):
    desk = camera_desk
    dialog = opened(desk)
    first, *sizes = entries(dialog.size_)
    assert (first, sizes) == (
        "Chosen by the program",
        ["320 x 240", "640 x 480", "800 x 600", "1280 x 720", "1920 x 1080"],
    )
    assert "if the camera can" in dialog.hint.text()
    n_connections = loopback.n_connections
    dialog.size_.setFocus()
    for _ in range(2):
        desk.qtbot.keyClick(dialog.size_, Qt.Key.Key_Down)
    desk.wait(lambda: loopback.n_connections >= n_connections + 2)
    assert (desk.kept[-1].camera_width, desk.kept[-1].camera_height) == (640, 480)
    assert asked[-1] == CaptureFormat(640, 480, 30.0)
    desk.qtbot.keyClick(dialog.rate, Qt.Key.Key_End)
    desk.wait(lambda: asked[-1] == CaptureFormat(640, 480, 60.0))
    assert desk.kept[-1].camera_rate == 60
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown is not shown)
    desk.wait(lambda: desk.lamp == "Camera on: Front")
    # What comes is told beside what was asked for.
    desk.wait(lambda: dialog.measured.text().startswith("320 x 240 at "))
    assert dialog.measured.text().endswith("(asked for 640 x 480 at 60)")
    assert len(quick_analysis) == 1


def test_other_choices_do_not_open_the_camera_anew(camera_desk, loopback):
    desk = camera_desk
    n_connections = loopback.n_connections
    desk.actions.mirror.trigger()
    desk.actions.choices["search"]["fast"].trigger()
    shown = desk.live.shown.frame.index
    desk.wait(lambda: desk.live.shown.frame.index > shown + 5)
    assert loopback.n_connections == n_connections


def test_only_cameras_are_opened_anew_for_another_resolution(desk, quick_analysis, monkeypatch):
    desk.presenter.start("demo")
    desk.wait_for_faces()
    monkeypatch.setattr(LivePipeline, "reopen", None)  # a call would fail
    desk.presenter.chosen.change(camera_width=640, camera_height=480)
    shown = desk.live.shown.frame.index
    desk.wait(lambda: desk.live.shown.frame.index > shown)


def test_what_the_camera_offers_is_listed_where_the_system_tells(camera_desk):
    desk = camera_desk
    offers = (
        CaptureFormat(640, 480, 15.0),
        CaptureFormat(640, 480, 30.0),
        CaptureFormat(1280, 720, 7.5),
    )
    dialog = desk.presenter.camera_dialogs.settings
    dialog._offered = lambda device: offers if device.name == "Front" else ()
    desk.presenter.chosen.change(camera_width=352, camera_height=288)
    opened(desk)
    assert dialog.hint.text() == ""
    # The size of another camera is not lost.
    assert entries(dialog.size_)[1:] == ["352 x 288", "640 x 480", "1280 x 720"]
    assert dialog.size_.currentText() == "352 x 288"
    desk.presenter.chosen.change(camera_width=640, camera_height=480)
    assert entries(dialog.rate)[1:] == ["15", "30"]
    desk.presenter.chosen.change(camera_width=0, camera_height=0)
    assert dialog.size_.currentText() == "Chosen by the program"
    assert entries(dialog.rate)[1:] == ["7.5", "15", "30"]


def test_without_a_camera_it_says_what_to_do(desk, loopback, quick_analysis):
    desk.presenter.start(None)
    desk.wait_for_faces()  # the demo
    dialog = opened(desk)
    assert not dialog.camera.isEnabled()
    assert dialog.camera.placeholderText() == "No camera found"
    assert dialog.preview.accessibleDescription() == "Plug a camera in; it appears here by itself."
    assert dialog.measured.text() == "The camera is off."
    desk.cameras.append(camera_device("Front", target=loopback.url))
    desk.actions.refresh.trigger()
    desk.wait(dialog.camera.isEnabled)
    assert dialog.camera.currentIndex() == -1  # none is shown yet
    desk.qtbot.keyClick(dialog.camera, Qt.Key.Key_Down)
    desk.wait(lambda: desk.lamp == "Camera on: Front")


def test_what_is_measured_says_why_there_is_nothing(camera_desk, loopback):
    desk = camera_desk
    dialog = opened(desk)
    desk.actions.freeze.trigger()
    desk.wait(lambda: dialog.measured.text() == "The picture is paused.")
    desk.actions.freeze.trigger()
    desk.wait(lambda: "320 x 240" in dialog.measured.text())
    loopback.unplug()
    desk.wait(lambda: dialog.measured.text() == "No picture comes.")
    desk.actions.start_stop.trigger()
    assert dialog.measured.text() == "The camera is off."


def test_the_doctor_is_one_click_away(camera_desk):
    dialog = opened(camera_desk)
    camera_desk.qtbot.mouseClick(dialog.doctor, Qt.MouseButton.LeftButton)
    assert camera_desk.presenter.camera_dialogs.doctor.isVisible()


def test_escape_closes_it_and_nothing_runs_on(camera_desk):
    desk = camera_desk
    dialog = opened(desk)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog._picture.isActive()
    assert not dialog._text.isActive()
    assert desk.live.is_running
    opened(desk)
    desk.qtbot.mouseClick(dialog.close_, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_every_part_has_a_name_and_the_keys_reach_all_of_them(camera_desk):
    dialog = opened(camera_desk)
    parts = [dialog.camera, dialog.size_, dialog.rate, dialog.mirror, dialog.doctor, dialog.close_]
    for part in parts:
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    camera_desk.wait(dialog.isActiveWindow)
    dialog.camera.setFocus()
    for part in parts[1:]:
        camera_desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is part
    keys = [label.text()[label.text().index("&") + 1].lower() for label in dialog._labels]
    keys += [dialog.mirror.text()[1].lower(), "d"]
    assert len(set(keys)) == len(keys)


def test_it_follows_the_language(camera_desk, monkeypatch):
    dialog = opened(camera_desk)
    monkeypatch.setattr(dialog, "tr", lambda text: f"« {text} »")
    QCoreApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "« Camera Settings »"
    assert dialog.camera.accessibleName() == "« Camera »"
    assert dialog.size_.itemText(0) == "« Chosen by the program »"
