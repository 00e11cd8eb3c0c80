"""What is said at the end of a recording, and what its buttons do."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from fer_desktop.gui.live.recording_end import RecordingEnd
from fer_desktop.gui.shell.main_window import MainWindow
from tests.recorded import write_session


class Told:
    """A window that was told of the end of a recording, and what it was asked for."""

    def __init__(self, window, folder):
        self.window, self.reviewed, self.shown, self.exported = window, [], [], []
        self.end = RecordingEnd(
            window, self.reviewed.append, self.shown.append, self.exported.append
        )
        self.end.tell(folder, "")

    def button(self, words):
        buttons = self.window.note.findChildren(QPushButton)
        return next(b for b in buttons if b.text() == words and b.isVisible())

    def answer(self, words):
        box = self.window.findChild(QMessageBox)
        next(b for b in box.buttons() if b.text() == words).click()


@pytest.fixture
def folder(tmp_path):
    return write_session(tmp_path / "session", video=False)


@pytest.fixture
def told(qtbot, folder):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    return Told(window, folder)


def test_it_says_where_the_recording_is(told, folder):
    assert told.window.note.text == f"The recording is in {folder}"
    assert told.window.note.property("kind") == "note"
    words = [b.text() for b in told.window.note.findChildren(QPushButton) if b.isVisible()]
    assert words == ["Review", "Export…", "Folder", "Erase…", "Close"]


def test_a_problem_comes_first(told, folder):
    told.end.tell(folder, "The disk is full.")
    assert told.window.note.text == f"The disk is full. The recording is in {folder}"
    assert told.window.note.property("kind") == "problem"
    told.end.tell(None, "Nothing can be recorded.")
    assert told.window.note.text == "Nothing can be recorded."


def test_it_is_reviewed_and_can_still_be_erased(told, folder):
    told.button("Review").click()
    assert told.reviewed == [folder]
    assert told.button("Erase…")


def test_the_folder_is_shown_and_can_still_be_erased(told, folder):
    told.button("Folder").click()
    (url,) = told.shown
    assert Path(url.toLocalFile()) == folder
    assert told.button("Erase…")


def test_it_is_exported_and_can_still_be_erased(told, folder):
    told.button("Export…").click()
    assert told.exported == [folder]
    assert told.button("Erase…")


@pytest.mark.parametrize("is_sure", [False, True])
def test_erasing_asks_once(told, folder, is_sure):
    told.button("Erase…").click()
    assert folder.exists()
    told.answer("Erase" if is_sure else "Keep")
    assert folder.exists() is not is_sure
    assert ("is erased" in told.window.note.text) is is_sure
    if not is_sure:
        assert told.button("Erase…")


def test_files_of_others_stay_and_are_told(told, folder):
    (folder / "notes.txt").write_text("mine")
    told.button("Erase…").click()
    told.answer("Erase")
    assert told.window.note.text.endswith(f"Other files are still in {folder}.")
    assert [file.name for file in folder.iterdir()] == ["notes.txt"]


def test_a_session_that_is_gone_already_can_not_be_erased(told, folder):
    for file in folder.iterdir():
        file.unlink()
    told.button("Erase…").click()
    told.answer("Erase")
    assert "no session" in told.window.note.text
