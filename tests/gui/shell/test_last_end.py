"""At the start it is said that the last run crashed, with its log and its recording."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fer_desktop.core.settings import Settings
from fer_desktop.gui.shell.last_end import tell_last_end
from fer_desktop.sessions.new_session import Recorded, open_session
from fer_desktop.system.crashes import LastEnd


@pytest.mark.parametrize(
    ("trace", "told"), [("Segmentation fault", "crashed"), ("", "ended from outside")]
)
def test_it_says_how_it_ended(desk, tmp_path, trace, told):
    settings = Settings(record_folder=str(tmp_path))
    tell_last_end(desk.window, LastEnd(trace, time.time() - 60), settings, print)
    assert told in desk.window.note.text
    assert str(tmp_path) not in desk.window.note.text


def test_the_recording_can_be_reviewed(desk, tmp_path):
    settings = Settings(model="seed", record_folder=str(tmp_path))
    writer = open_session(Recorded("demo", "Demo"), settings)
    reviewed = []
    tell_last_end(desk.window, LastEnd("trace", time.time() - 60), settings, reviewed.append)
    assert str(writer.folder) in desk.window.note.text
    buttons = desk.window.note.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "Review")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert reviewed == [writer.folder]
    writer.end()
