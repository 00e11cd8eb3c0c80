"""Camera > Open Stream: the address is checked, remembered without its password, and shown."""

import pytest
from PySide6.QtCore import Qt

from fer_desktop.gui.camera.stream_dialog import StreamDialog
from fer_desktop.system import window_memory


@pytest.fixture
def opened(make_desk, quick_analysis):
    """Return a window and its dialog."""
    desk = make_desk()
    desk.actions.open_stream.trigger()
    return desk, desk.window.findChild(StreamDialog)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Write the address"),
        ("192.168.1.20", "begins with rtsp://"),
        ("rtsp://", "names no computer"),
        ("http://a:x/", "no port"),
        ("rtsp://a b", "no spaces"),
    ],
)
def test_an_address_that_cannot_be_is_told(opened, text, said):
    desk, dialog = opened
    dialog.address.setEditText(text)
    for button in (dialog.check, dialog.open_):
        dialog.banner.clear()
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert said in dialog.banner.text
    assert dialog.isVisible()
    assert window_memory.recent("streams") == []


def test_a_stream_is_shown_and_remembered_without_its_password(opened, loopback):
    desk, dialog = opened
    dialog.address.setEditText(loopback.url.replace("http://", "http://anna:secret@"))
    desk.qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    desk.wait_for_faces()
    assert desk.lamp.startswith("Stream on: 127.0.0.1")
    assert "secret" not in desk.lamp
    assert window_memory.recent("streams") == [loopback.url]
    desk.actions.open_stream.trigger()
    again = [d for d in desk.window.findChildren(StreamDialog) if d.isVisible()][-1]
    assert again.address.currentText() == loopback.url
    assert again.password.text() == ""
    again.reject()


def test_the_check_finds_a_picture_and_says_where_there_is_none(opened, loopback):
    desk, dialog = opened
    dialog.address.setEditText(loopback.url)
    dialog.check.click()
    assert not dialog.check.isEnabled()
    desk.wait(lambda: "320 x 240" in dialog.banner.text)
    dialog.address.setEditText("http://127.0.0.1:9/none")
    dialog.check.click()
    desk.wait(lambda: "can't be reached" in dialog.banner.text)
    assert dialog.check.isEnabled()
    dialog.check.click()
    dialog.reject()  # while it is being checked
    desk.wait(lambda: not desk.window.findChildren(StreamDialog))


def test_without_a_keyring_that_is_said(opened):
    _, dialog = opened
    assert not dialog.remember.isEnabled()
    assert "no password is kept" in dialog.note.text()
    assert dialog.password.echoMode() == dialog.password.EchoMode.Password
    dialog.reject()
