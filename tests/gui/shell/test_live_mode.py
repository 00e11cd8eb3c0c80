"""Live mode: the camera's picture with its faces, what goes wrong with it, and its return."""

import threading

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from fer_desktop.core.errors import ModelError
from fer_desktop.core.overlay import face_color
from fer_desktop.core.settings import Settings
from fer_desktop.gui.shell import live_mode
from fer_desktop.live.events import PipelineState
from fer_desktop.live.pipeline import LivePipeline
from tests.fakes import PATIENCE_S, LoopbackCamera, ScriptedSource, camera_device
from tests.gui.conftest import LEFT_POINT, RIGHT_POINT, half_and_half

GONE = "was disconnected"


@pytest.fixture
def camera_desk(make_desk, loopback, quick_analysis):
    """Return the window with the loopback camera on, not mirrored."""
    desk = make_desk(
        Settings(theme="light", mirror=False), [camera_device("Front", target=loopback.url)]
    )
    desk.presenter.start(None)
    desk.wait_for_faces()
    return desk


def place_of(desk, point):
    """Return where a point of the 320x240 picture is in the view."""
    view = desk.window.view
    scale = min(view.width() / 320, view.height() / 240)
    left, top = (view.width() - 320 * scale) / 2, (view.height() - 240 * scale) / 2
    return QPoint(round(left + point[0] * scale), round(top + point[1] * scale))


def brightness(desk, x):
    """Return how bright the view is where the picture's x is, below the boxes."""
    place = place_of(desk, (x, 225))
    return sum(desk.view_color(place.x(), place.y())) / 3


def press(desk, text):
    button = next(b for b in desk.window.banner.findChildren(QPushButton) if b.text() == text)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# The picture


def test_the_camera_is_shown_with_box_and_words(camera_desk):
    desk = camera_desk
    assert desk.overlay_texts == ["looks like anger, 70 %", "looks like surprise, 80 %"]
    assert desk.window.panel.headline.text() == "anger"
    assert brightness(desk, 30) < 90
    assert brightness(desk, 290) > 170
    edge = place_of(desk, (20, 110))
    assert desk.view_color(edge.x(), edge.y()) == face_color(1)  # each face has its own


def test_a_real_face_from_a_camera_is_found_and_named(make_desk, astronaut):
    camera = LoopbackCamera(astronaut)
    try:
        desk = make_desk(cameras=[camera_device("Front", target=camera.url)])
        desk.presenter.start(None)
        desk.wait_for_faces()
        (face,) = desk.live.shown.faces
        assert face.box.x1 < 225 < face.box.x2
        assert face.box.y1 < 114 < face.box.y2
        assert desk.window.panel.headline.text() == "happiness"
        desk.live.stop()
    finally:
        camera.close()


def test_mirroring_turns_the_picture_and_is_remembered(camera_desk):
    desk = camera_desk
    desk.actions.mirror.trigger()
    assert desk.kept[-1].mirror is True
    desk.wait(lambda: brightness(desk, 30) > 170)
    assert brightness(desk, 290) < 90
    # The data are what they were: the left face of the frame is the dark one.
    desk.wait(lambda: desk.live.shown.faces)
    assert desk.live.shown.faces[0].box.x1 == 20
    assert desk.live.shown.frame.image[200, 10].mean() < 90


def test_only_cameras_are_mirrored(make_desk, quick_analysis, tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), half_and_half())
    desk = make_desk(Settings(theme="light", mirror=True))
    desk.presenter.start(str(tmp_path / "a.png"))
    desk.wait_for_faces()
    assert brightness(desk, 30) < 90 < 170 < brightness(desk, 290)


def test_a_click_chooses_the_face_of_the_panel(camera_desk):
    desk = camera_desk
    click = desk.qtbot.mouseClick
    assert desk.window.panel.which.text() == "Face 1 looks like"
    click(desk.window.view, Qt.MouseButton.LeftButton, pos=place_of(desk, RIGHT_POINT))
    assert desk.window.panel.headline.text() == "surprise"
    assert desk.window.panel.which.text() == "Face 2 looks like"
    shown = desk.live.shown.frame.index
    desk.wait(lambda: desk.live.shown.frame.index > shown)  # it stays chosen in the next frames
    assert desk.window.panel.headline.text() == "surprise"
    click(desk.window.view, Qt.MouseButton.LeftButton, pos=place_of(desk, LEFT_POINT))
    assert desk.window.panel.headline.text() == "anger"
    click(desk.window.view, Qt.MouseButton.LeftButton, pos=place_of(desk, RIGHT_POINT))
    click(desk.window.view, Qt.MouseButton.LeftButton, pos=place_of(desk, (160, 200)))
    assert desk.window.panel.headline.text() == "anger"  # beside all: the largest


def test_the_chosen_face_stays_chosen_when_the_picture_is_mirrored(camera_desk):
    desk = camera_desk
    place = place_of(desk, RIGHT_POINT)
    desk.qtbot.mouseClick(desk.window.view, Qt.MouseButton.LeftButton, pos=place)
    shown = desk.live.shown.frame.index
    desk.actions.mirror.trigger()
    desk.wait(lambda: desk.live.shown.frame.index > shown + 5)
    assert desk.window.panel.headline.text() == "surprise"


@pytest.mark.parametrize("option", ["mirror", "theme"])
def test_a_view_option_does_not_load_the_model_again(camera_desk, quick_analysis, option):
    desk = camera_desk
    assert len(quick_analysis) == 1
    shown = desk.live.shown.frame.index
    if option == "mirror":
        desk.actions.mirror.trigger()
    else:
        desk.actions.choices["theme"]["dark"].trigger()
    desk.wait(lambda: desk.live.shown.frame.index > shown + 5)
    assert len(quick_analysis) == 1


def test_another_way_to_search_for_faces_is_used_and_kept(camera_desk, quick_analysis):
    desk = camera_desk
    assert desk.actions.choices["search"]["balanced"].isChecked()
    desk.actions.choices["search"]["fast"].trigger()
    desk.wait(lambda: len(quick_analysis) == 2)
    assert quick_analysis[-1].search == "fast"
    assert desk.presenter.settings.search == "fast"


def test_another_source_starts_with_the_largest_face(camera_desk):
    desk = camera_desk
    place = place_of(desk, RIGHT_POINT)
    desk.qtbot.mouseClick(desk.window.view, Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.panel.which.text() == "Face 2 looks like"
    desk.actions.demo.trigger()
    desk.wait_for_faces()

    def names_the_largest():
        # On a slow computer the demo may have had a cut by now, after which the numbers go on.
        largest = max(desk.live.shown.faces, key=lambda face: face.box.width)
        return desk.window.panel.which.text() == f"Face {largest.track_id} looks like"

    desk.wait(names_the_largest)


# What goes wrong


def test_unplugged_it_says_so_and_plugged_in_it_goes_on(camera_desk, loopback):
    desk = camera_desk
    loopback.unplug()
    desk.wait(lambda: GONE in desk.window.banner.text)
    assert desk.lamp == "Front: no picture"
    assert desk.window.start_stop.text() == "Stop"  # it is tried on
    assert desk.live.shown is not None  # the last picture stays
    shown = desk.live.shown.frame
    loopback.plug_in()
    desk.wait(lambda: desk.window.banner.text == "")
    desk.wait(lambda: desk.live.shown.frame is not shown)
    assert desk.lamp == "Camera on: Front"


def test_a_lost_camera_can_be_stopped_and_the_banner_goes(camera_desk, loopback):
    desk = camera_desk
    loopback.unplug()
    desk.wait(lambda: GONE in desk.window.banner.text)
    desk.actions.start_stop.trigger()
    assert desk.window.banner.text == ""
    assert desk.lamp == "Camera off"


def test_try_again_tries_at_once(camera_desk, loopback):
    desk = camera_desk
    loopback.unplug()
    desk.wait(lambda: GONE in desk.window.banner.text)
    loopback.plug_in()
    press(desk, "Try Again")
    desk.wait(lambda: desk.lamp == "Camera on: Front")
    desk.wait_for_faces()
    assert desk.window.banner.text == ""


def test_a_camera_that_is_not_there_is_told_and_used_once_it_is(
    make_desk, loopback, quick_analysis
):
    desk = make_desk()
    desk.presenter.start("camera:0")
    desk.wait(lambda: "No camera was found" in desk.window.banner.text)
    assert desk.window.view.accessibleDescription() == "No picture"
    assert desk.live.state in (PipelineState.LOST, PipelineState.OPENING)
    desk.cameras.append(camera_device("Front", target=loopback.url))
    desk.wait_for_faces()
    desk.wait(lambda: desk.window.banner.text == "")
    assert desk.lamp == "Camera on: Front"


def test_a_camera_that_hangs_is_told(make_desk, monkeypatch, quick_analysis):
    gate = threading.Event()
    script = [half_and_half(), lambda: gate.wait(PATIENCE_S), half_and_half(), "end"]
    source = ScriptedSource(script, comes_back=True)
    monkeypatch.setattr(live_mode.assembly, "source", lambda text, settings: source)
    limits = {"silence_s": 0.3, "open_silence_s": PATIENCE_S}
    monkeypatch.setattr(LivePipeline.__init__, "__kwdefaults__", limits)
    desk = make_desk()
    desk.presenter.start("camera:0")
    try:
        desk.wait(lambda: "does not answer" in desk.window.banner.text)
        assert desk.lamp == "Scripted: no picture"
    finally:
        gate.set()


@pytest.mark.parametrize("fails_late", [False, True])
def test_without_a_model_the_picture_stays_live_and_the_banner_says_why(
    make_desk, loopback, monkeypatch, fails_late
):
    may_fail = threading.Event()

    def broken(settings, baselines):
        if fails_late:
            may_fail.wait(PATIENCE_S)
        raise ModelError("model.tflite: the file is cut short.")

    monkeypatch.setattr(live_mode.assembly, "live_analyzer", broken)
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    if fails_late:
        desk.wait(lambda: desk.live.state is PipelineState.RUNNING)
        may_fail.set()
    desk.wait(lambda: desk.live.shown is not None)
    desk.wait(lambda: desk.live.state is PipelineState.RUNNING)
    shown = desk.live.shown.frame.index
    desk.wait(lambda: desk.live.shown.frame.index > shown + 2)
    assert desk.window.banner.text == "model.tflite: the file is cut short."
    assert desk.overlay_texts == []
    assert desk.window.panel.headline.text() == "No face"


def test_an_error_in_the_analysis_is_told_and_logged(make_desk, loopback, monkeypatch, caplog):
    class Broken:
        class classifier:  # noqa: N801
            engine_name = "litert"

            class spec:  # noqa: N801
                name = "broken"

        def analyze(self, frame):
            raise ZeroDivisionError

        def close(self):
            pass

    monkeypatch.setattr(live_mode.assembly, "live_analyzer", lambda settings, baselines: Broken())
    desk = make_desk(cameras=[camera_device("Front", target=loopback.url)])
    desk.presenter.start(None)
    desk.wait(lambda: "the log file says why" in desk.window.banner.text)
    assert any("analysis failed" in record.getMessage() for record in caplog.records)
    caplog.clear()


def test_a_broken_video_is_told(make_desk, quick_analysis, tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 500)
    desk = make_desk()
    desk.presenter.start(str(broken))
    desk.wait(lambda: "broken.mp4" in desk.window.banner.text)
    assert desk.lamp == "broken.mp4: no picture"


def test_trying_a_file_again_that_is_gone_is_told(make_desk, quick_analysis, tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 500)
    desk = make_desk()
    desk.presenter.start(str(broken))
    desk.wait(lambda: "broken.mp4" in desk.window.banner.text)
    broken.unlink()
    press(desk, "Try Again")
    assert "there is no such file" in desk.window.banner.text


def test_a_frame_without_a_face_says_what_helps(make_desk, monkeypatch, tmp_path):
    cv2.imwrite(str(tmp_path / "wall.png"), np.full((240, 320, 3), 128, np.uint8))
    desk = make_desk()
    desk.presenter.start(str(tmp_path / "wall.png"))
    desk.wait(lambda: desk.live.shown is not None)
    assert desk.window.panel.headline.text() == "No face"
    # Advice is for people before a camera; nobody can light a picture anew.
    assert desk.window.panel.detail.text() == ""
    desk.live.picture.source = "camera"
    desk.live.picture.show_again()
    assert "light" in desk.window.panel.detail.text()
