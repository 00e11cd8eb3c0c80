"""The dialogs about cameras: each is there once, and they leave with the window."""

from fer_desktop.gui.camera.doctor import CameraDoctor
from fer_desktop.gui.camera.settings import CameraSettings
from tests.fakes import camera_device


def test_each_dialog_is_there_once(desk):
    for _ in range(2):
        desk.actions.camera_settings.trigger()
        desk.actions.camera_doctor.trigger()
    for kind in (CameraSettings, CameraDoctor):
        (dialog,) = desk.window.findChildren(kind)
        assert dialog.isVisible()


def test_closing_the_window_closes_them_and_ends_the_check(make_desk, loopback, quick_analysis):
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait_for_faces()
    desk.actions.camera_settings.trigger()
    desk.actions.camera_doctor.trigger()
    desk.window.close()
    dialogs = desk.presenter.camera_dialogs
    assert not dialogs.settings.isVisible()
    assert not dialogs.doctor.isVisible()
    assert not dialogs.watch._timer.isActive()
