"""Opening files and folders: what is found is passed on while the window goes on."""

import pytest
from PySide6.QtWidgets import QFileDialog

from fer_desktop.batch.inputs import Input
from fer_desktop.gui.shell import opening as opening_module


class Scan:
    """A search whose finds a test hands over."""

    made = ()

    def __init__(self, given):
        self.given, self.found, self.is_over, self.is_stopped = given, [], False, False
        Scan.made = (*Scan.made, self)

    def poll(self, most):
        found, self.found = self.found[:most], self.found[most:]
        return found

    def stop(self):
        self.is_stopped = True


@pytest.fixture
def scans(monkeypatch):
    """Return the searches that were begun."""
    Scan.made = ()
    monkeypatch.setattr(opening_module, "InputScan", Scan)
    return lambda: Scan.made


def images(folder, *names):
    return [Input(str(folder / name), "image") for name in names]


def test_files_appear_as_they_are_known(make_desk, quick_analysis, picture_files, scans):
    desk, folder = make_desk(), picture_files[0].parent
    desk.window.files_dropped.emit([folder])
    (scan,) = scans()
    assert scan.given == [str(folder)]
    scan.found = images(folder, "a.png", "b.png")
    desk.wait(lambda: desk.window.filmstrip.n_pictures == 2)
    assert desk.presenter.opening.is_busy
    desk.window.filmstrip.choose(picture_files[1])
    scan.found = images(folder, "d.png")
    desk.wait(lambda: desk.window.filmstrip.n_pictures == 3)
    assert desk.window.filmstrip.current_row == 1  # the one that the user looks at stays
    scan.is_over = True
    desk.wait(lambda: desk.all_analyzed)


def test_what_is_given_meanwhile_comes_after(make_desk, quick_analysis, picture_files, scans):
    desk, folder = make_desk(), picture_files[0].parent
    desk.window.files_dropped.emit([folder])
    desk.window.files_dropped.emit([folder / "b.png"])
    (first,) = scans()
    first.found = images(folder, "a.png")
    first.is_over = True
    desk.wait(lambda: len(scans()) == 2)
    second = scans()[1]
    assert second.given == [str(folder / "b.png")]
    second.found, second.is_over = images(folder, "b.png"), True
    desk.wait(lambda: desk.all_analyzed)
    assert desk.window.filmstrip.paths() == picture_files[:2]


def test_closing_the_pictures_ends_the_search(make_desk, quick_analysis, picture_files, scans):
    desk, folder = make_desk(), picture_files[0].parent
    desk.window.files_dropped.emit([folder])
    desk.window.files_dropped.emit([folder])
    (scan,) = scans()
    scan.found = images(folder, "a.png")
    desk.wait(lambda: desk.pictures.is_active)
    desk.actions.back_to_live.trigger()
    assert scan.is_stopped
    assert not desk.presenter.opening.is_busy
    desk.wait_for_faces()
    assert len(scans()) == 1
    assert not desk.pictures.is_active


def test_a_folder_is_opened_through_the_menu(make_desk, quick_analysis, picture_files, monkeypatch):
    desk, folder = make_desk(), picture_files[0].parent
    answers = ["", str(folder)]
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", staticmethod(lambda *_: answers.pop(0))
    )
    desk.actions.open_folder.trigger()  # the dialog is left without a choice
    assert not desk.presenter.opening.is_busy
    desk.actions.open_folder.trigger()
    desk.wait(lambda: desk.all_analyzed)
    assert desk.window.filmstrip.paths() == picture_files


def test_of_several_videos_the_first_is_played_and_that_is_told(
    make_desk, quick_analysis, video, tmp_path
):
    desk = make_desk()
    second = tmp_path / "second.mp4"
    second.write_bytes(video.read_bytes())
    desk.window.files_dropped.emit([video, second])
    desk.wait(lambda: desk.lamp == "Playing: clip.mp4")
    desk.wait(lambda: "One video" in desk.window.banner.text)


def test_a_part_that_can_not_be_opened_is_told_beside_the_rest(
    make_desk, quick_analysis, picture_files, tmp_path
):
    desk, empty = make_desk(), tmp_path / "empty"
    empty.mkdir()
    desk.open([picture_files[0], empty])
    assert desk.window.filmstrip.paths() == picture_files[:1]
    assert "no pictures or videos in this folder" in desk.window.banner.text
