"""The doctor's dialog: what it says of each camera, without opening the one that is in use."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from fer_desktop.gui.camera import doctor, watch
from fer_desktop.live import camera_check
from fer_desktop.vision.camera import health
from tests.fakes import PATIENCE_S, LoopbackCamera, camera_device
from tests.gui.conftest import half_and_half


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Judge within tenths of a second, on Linux."""
    monkeypatch.setattr(health, "STILL_S", 0.4)
    monkeypatch.setattr(health, "RATE_S", 0.8)
    monkeypatch.setattr(health, "SLOWEST_RATE", 2.5)  # a busy computer is slow, too
    monkeypatch.setattr(watch, "_LOOK_MS", 50)
    for module in (doctor, camera_check):
        monkeypatch.setattr(module, "MOST_S", PATIENCE_S)
    monkeypatch.setattr(doctor.sys, "platform", "linux")


@pytest.fixture
def other():
    """Return a second camera on loopback, with a black picture."""
    camera = LoopbackCamera(half_and_half())
    camera.mode = "black"
    yield camera
    camera.close()


def opened(desk):
    desk.actions.camera_doctor.trigger()
    dialog = desk.presenter.camera_dialogs.doctor
    assert dialog.isVisible()
    assert not dialog.isModal()
    return dialog


def finished(desk, dialog):
    """Wait until the report is whole and return its lines."""
    desk.wait(dialog.copy.isEnabled)
    return dialog.report.toPlainText().splitlines()


def test_no_camera(desk):
    dialog = opened(desk)
    lines = finished(desk, dialog)
    assert lines[0] == "No camera was found."
    assert "Plug a camera in" in lines[1]
    assert "ls -l /dev/video*" in lines[2]


def test_every_camera_is_looked_at_while_the_live_picture_goes_on(
    make_desk, loopback, other, quick_analysis, monkeypatch
):
    gate, open_camera = threading.Event(), doctor.CameraDoctor._open_camera

    def gated(self, device):
        assert gate.wait(PATIENCE_S)
        return open_camera(self, device)

    monkeypatch.setattr(doctor.CameraDoctor, "_open_camera", gated)
    cameras = [
        camera_device("Front <1>", 0, loopback.url),
        camera_device("Desk", 1, other.url),
        camera_device("Gone", 2, "http://127.0.0.1:9/x"),
    ]
    desk = make_desk(cameras=cameras)
    desk.presenter.start(None)
    desk.wait_for_faces()
    n_connections, shown = loopback.n_connections, desk.live.shown.frame.index
    dialog = opened(desk)
    desk.wait(lambda: "Desk: looking at its picture…" in dialog.report.toPlainText())
    assert not dialog.copy.isEnabled()
    assert not dialog.again.isEnabled()
    gate.set()
    lines = finished(desk, dialog)
    assert lines[0].startswith("Front <1> works. 320 x 240 at ")
    assert lines[1].startswith("The picture of Desk is black. 320 x 240 at ")
    assert "cover of the lens" in lines[2]
    assert "Gone gives no picture; another program may be using it." in lines
    # The one in use was judged by the live session's frames, and that went on.
    assert loopback.n_connections == n_connections
    assert desk.live.shown.frame.index > shown


def test_the_camera_in_use_is_judged_by_its_live_frames(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    loopback.mode = "frozen"
    desk.presenter.start(None)
    desk.wait_for_faces()
    lines = finished(desk, opened(desk))
    assert "stands still" in lines[0]
    assert loopback.n_connections == 1


def test_a_camera_in_use_that_falls_silent_gives_no_picture(
    make_desk, loopback, quick_analysis, monkeypatch
):
    monkeypatch.setattr(doctor, "MOST_S", 0.5)
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait_for_faces()
    loopback.stall()
    last = loopback.n_sent - 2  # the very first one was the proof that there are pictures
    desk.wait(lambda: desk.live.shown.frame.index == last)
    desk.wait(lambda: desk.presenter.camera_dialogs.watch.verdict() is None)
    lines = finished(desk, opened(desk))
    assert lines[0] == "Front gives no picture; another program may be using it."


def test_a_camera_that_is_refused(make_desk, loopback, monkeypatch):
    monkeypatch.setattr(camera_check, "is_refused", lambda device: True)
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    lines = finished(desk, opened(desk))
    assert lines[0] == "The system refuses the use of Front."
    assert "sudo usermod -aG video $USER" in lines[1]
    assert loopback.n_connections == 0


def test_the_report_is_copied_with_its_steps(make_desk, other):
    desk = make_desk(cameras=[camera_device("Desk", target=other.url)])
    dialog = opened(desk)
    finished(desk, dialog)
    desk.qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    first, second, *_ = QGuiApplication.clipboard().text().splitlines()
    assert first.startswith("The picture of Desk is black.")
    assert second.startswith("  1. Open the cover")


def test_check_again_tells_what_has_changed(make_desk, other):
    desk = make_desk(cameras=[camera_device("Desk", target=other.url)])
    dialog = opened(desk)
    assert "is black" in finished(desk, dialog)[0]
    other.mode = "play"
    dialog.again.setFocus()
    desk.qtbot.keyClick(dialog.again, Qt.Key.Key_Space)
    assert not dialog.again.isEnabled()
    assert finished(desk, dialog)[0].startswith("Desk works.")
    assert dialog.report.toPlainText().count("\n") == 0  # nothing is to be done


def test_escape_closes_it_and_lets_go_of_the_camera(make_desk, other):
    desk = make_desk(cameras=[camera_device("Desk", target=other.url)])
    dialog = opened(desk)
    desk.wait(lambda: other.n_connections)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog._check is None  # and no thread is left, as every test checks
    assert not dialog._timer.isActive()


def test_every_part_has_a_name(desk):
    dialog = opened(desk)
    for part in (dialog.report, dialog.copy, dialog.again, dialog.close_):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    finished(desk, dialog)


def test_it_follows_the_language(desk, monkeypatch):
    dialog = opened(desk)
    finished(desk, dialog)
    monkeypatch.setattr(dialog, "tr", lambda text: f"« {text} »")
    QCoreApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "« Camera Doctor »"
    assert dialog.again.text() == "« Check &Again »"
