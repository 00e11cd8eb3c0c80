"""Picture mode: opened pictures in the filmstrip, each with its faces or why it can't be read."""

import threading

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from fer_desktop.core.errors import ModelError
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.gui.pictures import picture_mode
from fer_desktop.vision import assembly
from tests.fakes import PATIENCE_S
from tests.gui.conftest import RIGHT_POINT, half_and_half


@pytest.fixture
def live_desk(make_desk, quick_analysis):
    """Return the window with the demo running."""
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    return desk


def captions(desk):
    strip = desk.window.filmstrip
    return [strip.model().index(row, 0).data() for row in range(strip.n_pictures)]


def shown_width(desk):
    """Return how wide the picture in the view is in its own pixels."""
    return desk.window.view._size[0]


def shown_text(desk):
    return desk.window.view.accessibleDescription()


def choose_in_dialog(monkeypatch, files):
    names = [str(file) for file in files]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: (names, "")))


def test_images_are_opened_through_the_menu(live_desk, monkeypatch, picture_files):
    desk = live_desk
    choose_in_dialog(monkeypatch, picture_files)
    desk.actions.open_images.trigger()
    desk.wait(lambda: desk.all_analyzed)
    assert not desk.live.is_running
    found = "anger, 70 %, +1"
    assert captions(desk) == [found, found, "can't be read", found]
    assert desk.window.filmstrip.isVisible()
    assert desk.lamp == "4 pictures, 1 can't be read"
    assert shown_width(desk) == 320
    assert desk.overlay_texts == ["looks like anger, 70 %", "looks like surprise, 80 %"]
    assert desk.window.panel.which.text() == "Face 1 looks like"
    assert not desk.window.start_stop.isVisible()


def test_arrow_keys_go_through_the_pictures(live_desk, picture_files):
    desk, panel = live_desk, live_desk.window.panel
    desk.open(picture_files)
    strip = desk.window.filmstrip
    desk.qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert shown_width(desk) == 321
    assert panel.headline.text() == "anger"
    desk.qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert "broken.jpg: the JPEG file is cut short" in shown_text(desk)
    assert desk.overlay_texts == []
    assert panel.detail.text() == "This file can't be read."
    assert panel.bars.accessibleDescription() == ""
    desk.qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert shown_width(desk) == 323
    assert panel.headline.text() == "anger"
    desk.qtbot.keyClick(strip, Qt.Key.Key_Left)
    desk.qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert shown_width(desk) == 321


def test_thumbnails_are_there_while_the_first_picture_is_still_analyzed(
    make_desk, monkeypatch, tmp_path
):
    gate = threading.Event()

    class Waits:
        def analyze(self, frame):
            assert gate.wait(PATIENCE_S)
            return AnalyzedFrame(frame, ())

        def close(self):
            pass

    monkeypatch.setattr(assembly, "still_analyzer", lambda settings: Waits())
    files = [tmp_path / f"{number}.jpg" for number in range(3)]
    for number, file in enumerate(files):
        cv2.imwrite(str(file), half_and_half(3200, 2400 + number))
    desk = make_desk()
    desk.window.files_dropped.emit(files)
    model = desk.window.filmstrip.model()
    role = Qt.ItemDataRole.DecorationRole
    desk.wait(lambda: model.rowCount() == 3)
    desk.wait(lambda: not any(model.index(row, 0).data(role).isNull() for row in range(3)))
    assert captions(desk) == ["…", "…", "…"]
    gate.set()
    desk.wait(lambda: desk.all_analyzed)


def test_a_real_group_is_analyzed(make_desk, astronaut, portrait, tmp_path):
    group = tmp_path / "group.png"
    cv2.imwrite(str(group), np.hstack([astronaut[:, :400], astronaut[:, :400][:, ::-1]]))
    desk = make_desk()
    desk.open([group, portrait])
    found = desk.overlay_texts[0].removeprefix("looks like ")
    assert captions(desk)[0] == f"{found}, +1"
    assert captions(desk)[1].startswith("happiness, ")
    assert len(desk.overlay_texts) == 2
    assert desk.window.panel.headline.text() == "happiness"


def test_a_click_chooses_the_face_and_the_next_picture_starts_with_the_largest(
    live_desk, picture_files
):
    desk = live_desk
    desk.open(picture_files[:2])
    view = desk.window.view
    scale = min(view.width() / 320, view.height() / 240)
    left, top = (view.width() - 320 * scale) / 2, (view.height() - 240 * scale) / 2
    place = QPoint(round(left + RIGHT_POINT[0] * scale), round(top + RIGHT_POINT[1] * scale))
    desk.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.panel.headline.text() == "surprise"
    desk.window.filmstrip.choose(picture_files[1])
    assert desk.window.panel.headline.text() == "anger"


def test_more_pictures_join_those_that_are_open(live_desk, picture_files):
    desk = live_desk
    desk.open(picture_files[:2])
    desk.open([picture_files[3], picture_files[0]])
    assert desk.window.filmstrip.paths() == [*picture_files[:2], picture_files[3]]
    assert shown_width(desk) == 323  # the first of the new ones
    assert desk.lamp == "3 pictures"


def test_a_folder_is_opened_with_the_pictures_in_it(live_desk, picture_files):
    desk = live_desk
    desk.open([picture_files[0].parent])
    assert desk.window.filmstrip.paths() == picture_files


def test_an_empty_folder_is_told_as_one(live_desk, tmp_path):
    desk = live_desk
    desk.window.files_dropped.emit([tmp_path])
    words = "no pictures or videos in this folder"
    desk.wait(lambda: words in shown_text(desk) + desk.window.banner.text)


def test_a_file_that_is_no_picture_is_told(live_desk, tmp_path):
    (tmp_path / "notes.txt").write_text("notes")
    desk = live_desk
    desk.open([tmp_path / "notes.txt"])
    assert "notes.txt: not a picture" in shown_text(desk)


@pytest.mark.parametrize("way", ["button", "action"])
def test_back_to_live(live_desk, picture_files, way):
    desk = live_desk
    desk.open(picture_files)
    if way == "button":
        desk.qtbot.mouseClick(desk.window.back_to_live, Qt.MouseButton.LeftButton)
    else:
        desk.actions.back_to_live.trigger()
    desk.wait(lambda: desk.lamp == "Playing: Demo")
    desk.wait_for_faces()
    assert not desk.pictures.is_active
    assert not desk.window.filmstrip.isVisible()
    assert not desk.window.back_to_live.isVisible()
    assert desk.window.start_stop.isVisible()
    assert not desk.actions.back_to_live.isEnabled()
    assert shown_width(desk) == 640
    desk.open(picture_files[:1])  # and once more
    assert desk.lamp == "1 picture"


def test_the_picture_is_saved_with_its_boxes(live_desk, monkeypatch, picture_files, tmp_path):
    desk = live_desk
    desk.open(picture_files)
    out = tmp_path / "saved.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    desk.window.filmstrip.choose(picture_files[1])
    desk.actions.save_picture.trigger()
    saved = cv2.imread(str(out))
    assert saved.shape == (240, 321, 3)
    assert tuple(saved[110, 20]) == (255, 255, 255)  # the box, in the colour of the first face
    assert tuple(saved[230, 10]) == (60, 60, 60)


def test_a_large_picture_is_shown_and_saved_with_its_boxes_in_place(
    live_desk, monkeypatch, tmp_path
):
    desk = live_desk
    cv2.imwrite(str(tmp_path / "large.png"), half_and_half(4096, 1024))
    desk.open([tmp_path / "large.png"])
    assert shown_width(desk) == 4096
    out = tmp_path / "saved.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    desk.actions.save_picture.trigger()
    saved = cv2.imread(str(out))
    scale = saved.shape[1] / 4096
    color = saved[round(110 * scale), round(20 * scale)]
    assert tuple(color) == (255, 255, 255)


@pytest.mark.parametrize("row", [2, None])
def test_while_no_picture_is_shown_none_is_saved(
    live_desk, monkeypatch, picture_files, tmp_path, row
):
    desk = live_desk
    out = tmp_path / "saved.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    if row is None:  # not analyzed yet
        monkeypatch.setattr(picture_mode.PictureThread, "poll", lambda self: [])
        desk.window.files_dropped.emit(picture_files)
        desk.wait(lambda: desk.pictures.is_active)
    else:
        desk.open(picture_files)
        desk.window.filmstrip.choose(picture_files[row])
    desk.actions.save_picture.trigger()
    assert not out.exists(), "what is saved is not what is shown"


@pytest.mark.parametrize("change", ["theme", "mirror"])
def test_the_picture_stays_when_a_setting_changes(live_desk, picture_files, change):
    desk = live_desk
    desk.open(picture_files[:2])
    assert shown_width(desk) == 320
    if change == "theme":
        desk.actions.choices["theme"]["dark"].trigger()
    else:
        desk.actions.mirror.trigger()
    assert shown_width(desk) == 320  # and not the demo's 640


def test_the_space_bar_does_not_close_the_pictures(live_desk, picture_files):
    desk = live_desk
    desk.window.activateWindow()
    desk.open(picture_files[:2])
    desk.qtbot.keyClick(desk.window.filmstrip, Qt.Key.Key_Space)
    assert desk.pictures.is_active


def test_without_a_model_every_picture_says_why(make_desk, monkeypatch, picture_files):
    def broken(settings):
        raise ModelError("model.tflite: the file is cut short.")

    monkeypatch.setattr(picture_mode.assembly, "still_analyzer", broken)
    desk = make_desk()
    desk.open(picture_files[:2])
    assert "model.tflite: the file is cut short." in shown_text(desk)


def test_a_picture_put_out_of_memory_is_read_again(live_desk, monkeypatch, picture_files):
    monkeypatch.setattr(picture_mode, "_MOST_BYTES", half_and_half().nbytes + 10_000)
    desk = live_desk
    desk.open(picture_files[:2])
    strip = desk.window.filmstrip
    strip.choose(picture_files[1])
    strip.choose(picture_files[0])
    desk.wait(lambda: shown_width(desk) == 320 and desk.overlay_texts)
    strip.choose(picture_files[1])
    desk.wait(lambda: shown_width(desk) == 321 and desk.overlay_texts)
    assert desk.lamp == "2 pictures"


def test_a_picture_of_one_pixel_height_breaks_nothing(live_desk, tmp_path):
    cv2.imwrite(str(tmp_path / "line.png"), np.full((1, 3000, 3), 90, np.uint8))
    desk = live_desk
    desk.open([tmp_path / "line.png"])
    assert shown_width(desk) == 3000
    desk.window.grab()


def test_what_the_network_sees_stands_beside_and_goes(live_desk, picture_files):
    desk = live_desk
    desk.open(picture_files)
    seen = desk.window.panel.chip
    assert seen.size_words.text()
    desk.window.filmstrip.choose(picture_files[2])  # it can't be read
    assert not seen.size_words.text()
