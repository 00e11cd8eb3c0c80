"""The banner about the camera in use: it comes, it goes, and it comes once of each kind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from fer_desktop.gui.camera import watch
from fer_desktop.vision.camera import health
from fer_desktop.vision.camera.health import Verdict
from tests.fakes import camera_device

WORDS = {"black": "is black", "frozen": "stands still", "slow": "very few pictures"}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Judge within tenths of a second."""
    monkeypatch.setattr(health, "STILL_S", 0.4)
    monkeypatch.setattr(health, "RATE_S", 0.8)
    monkeypatch.setattr(health, "SLOWEST_RATE", 2.5)  # a busy computer is slow, too
    monkeypatch.setattr(watch, "_LOOK_MS", 50)


@pytest.fixture
def camera_desk(make_desk, loopback, quick_analysis):
    """Return the window with the loopback camera on, judged to be well."""
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait(lambda: watch_of(desk).verdict() is Verdict.WELL)
    assert desk.window.banner.text == ""
    return desk


def watch_of(desk):
    return desk.presenter.camera_dialogs.watch


def told(desk, mode):
    """Return whether the banner tells this trouble."""
    return WORDS[mode] in desk.window.banner.text


@pytest.mark.parametrize("mode", WORDS)
def test_the_banner_comes_says_what_to_do_and_goes_again(camera_desk, loopback, mode):
    desk = camera_desk
    loopback.mode = mode
    desk.wait(lambda: told(desk, mode))
    assert "Front" in desk.window.banner.text
    assert len(desk.window.banner.text.split(". ")) >= 2
    loopback.mode = "play"
    desk.wait(lambda: desk.window.banner.text == "")


def test_each_kind_is_told_once_until_the_camera_is_stopped(camera_desk, loopback):
    desk = camera_desk
    loopback.mode = "black"
    desk.wait(lambda: told(desk, "black"))
    loopback.mode = "play"
    desk.wait(lambda: desk.window.banner.text == "")
    loopback.mode = "black"
    desk.wait(lambda: watch_of(desk)._now is Verdict.BLACK)
    assert desk.window.banner.text == ""
    loopback.mode = "frozen"
    desk.wait(lambda: told(desk, "frozen"))  # another kind
    desk.actions.start_stop.trigger()
    assert desk.window.banner.text == ""
    loopback.mode = "black"
    desk.actions.start_stop.trigger()
    desk.wait(lambda: told(desk, "black"))


def test_one_trouble_follows_another(camera_desk, loopback):
    desk = camera_desk
    loopback.mode = "black"
    desk.wait(lambda: told(desk, "black"))
    loopback.mode = "frozen"
    desk.wait(lambda: told(desk, "frozen"))


def test_another_message_is_not_covered_and_not_taken_away(camera_desk, loopback):
    desk, banner = camera_desk, camera_desk.window.banner
    banner.show_message("The disk is full.", is_problem=True)
    loopback.mode = "black"
    desk.wait(lambda: watch_of(desk).verdict() is Verdict.BLACK)
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown.frame.index > shown.frame.index + 5)
    assert banner.text == "The disk is full."
    banner.clear()
    desk.wait(lambda: told(desk, "black"))  # it was waiting
    banner.show_message("The disk is full.", is_problem=True)
    loopback.mode = "play"
    desk.wait(lambda: watch_of(desk)._now is Verdict.WELL)
    assert banner.text == "The disk is full."


def test_a_pause_is_not_taken_for_a_frozen_picture(camera_desk):
    desk = camera_desk
    desk.actions.freeze.trigger()
    desk.wait(lambda: watch_of(desk).size is None)
    passed = []
    desk.live.analyzed.connect(passed.append)
    desk.wait(lambda: len(passed) > 25)
    assert desk.window.banner.text == ""
    desk.actions.freeze.trigger()
    desk.wait(lambda: watch_of(desk).verdict() is Verdict.WELL)


def test_a_camera_that_comes_back_is_judged_anew(camera_desk, loopback):
    desk = camera_desk
    loopback.unplug()
    desk.wait(lambda: "was disconnected" in desk.window.banner.text)
    assert watch_of(desk).size is None
    loopback.plug_in()
    desk.wait(lambda: watch_of(desk).verdict() is Verdict.WELL)
    desk.wait(lambda: desk.window.banner.text == "")


def test_only_cameras_are_watched(desk, quick_analysis):
    desk.presenter.start("demo")
    desk.wait_for_faces()
    assert not watch_of(desk)._timer.isActive()


def test_the_banners_button_opens_the_doctor(camera_desk, loopback):
    desk = camera_desk
    loopback.mode = "black"
    desk.wait(lambda: told(desk, "black"))
    buttons = desk.window.banner.findChildren(QPushButton)
    button = next(b for b in buttons if b.text() == "Camera Doctor…")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    doctor = desk.presenter.camera_dialogs.doctor
    assert doctor.isVisible()
    desk.wait(lambda: "is black" in doctor.report.toPlainText())


@pytest.fixture
def stream_desk(make_desk, loopback, quick_analysis, monkeypatch):
    """Return the window with the loopback camera as a stream, judged to be well."""
    monkeypatch.setattr(health, "SILENT_S", 1.0)
    monkeypatch.setattr(health, "PROOF_S", 0.3)
    desk = make_desk()
    desk.presenter.start(loopback.url)
    desk.wait(lambda: watch_of(desk).verdict() is Verdict.WELL)
    assert "Stream on" in desk.lamp
    return desk


@pytest.mark.parametrize(("mode", "lamp"), [("black", "black picture"), ("frozen", "stands still")])
def test_a_stream_that_is_black_or_frozen_is_told_and_its_old_result_is_dimmed(
    stream_desk, loopback, mode, lamp
):
    desk = stream_desk
    bright = desk.view_color(600, 300)
    loopback.mode = mode
    desk.wait(lambda: told(desk, mode))
    assert "127.0.0.1" in desk.window.banner.text
    assert lamp in desk.lamp
    assert desk.window.view.sign != "Expression analysis on"
    assert desk.window.panel.veil.isVisible()
    if mode == "frozen":
        assert desk.view_color(600, 300)[0] < bright[0]
    loopback.mode = "play"
    desk.wait(lambda: desk.window.banner.text == "" and "Stream on" in desk.lamp)
    assert not desk.window.panel.veil.isVisible()


def test_a_stream_that_stalls_gives_no_picture_all_the_time(stream_desk, loopback):
    """It is tried again and again; none of the tries is shown as a picture."""
    desk, seen = stream_desk, []
    loopback.mode = "stall"
    desk.wait(lambda: "no picture" in desk.lamp)
    desk.live.changed.connect(lambda: seen.append(desk.lamp))
    n = loopback.n_connections
    desk.wait(lambda: loopback.n_connections > n, 60000)
    desk.wait(lambda: seen)
    assert all("no picture" in words for words in [*seen, desk.lamp])
    assert desk.window.view.sign == "No picture"
    assert desk.window.view._is_stale
    loopback.mode = "play"
    desk.wait(lambda: "Stream on" in desk.lamp, 60000)
    assert not desk.window.view._is_stale


def test_pictures_that_are_opened_after_a_black_stream_are_not_dimmed(
    stream_desk, loopback, picture_files
):
    desk = stream_desk
    loopback.mode = "black"
    desk.wait(lambda: told(desk, "black"))
    assert desk.window.panel.veil.isVisible()
    desk.open(picture_files)
    assert not desk.window.panel.veil.isVisible()
    desk.window.filmstrip.choose(picture_files[0])
    view = desk.window.view
    right = QPoint(3 * view.width() // 4, 7 * view.height() // 8)
    desk.wait(lambda: desk.view_color(right.x(), right.y()) == (200, 200, 200))
