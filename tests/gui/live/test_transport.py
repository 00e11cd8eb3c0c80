"""The bar below a video in the window: where it stands, and ways to any other moment."""

import pytest
from PySide6.QtCore import QPoint, Qt

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.reasons import reason_of
from fer_desktop.gui.live.seek_bar import Stretch
from fer_desktop.live.events import PipelineState
from tests.movies import coded, number_of, write_movie

N, RATE = 50, 25


@pytest.fixture(scope="module")
def movie(tmp_path_factory):
    path = tmp_path_factory.mktemp("played") / "clip.mp4"
    return write_movie(path, [coded(n) for n in range(N)], options={"g": "12"})


@pytest.fixture
def desk(make_desk, quick_analysis, movie):
    """Return the window with the video, held at its first analyzed frame."""
    desk = make_desk(Settings(theme="light", model="seed", mirror=False))
    desk.presenter.show_source(str(movie))
    desk.wait_for_faces()
    desk.actions.freeze.setChecked(True)
    desk.presenter.transport.seek(0.0)
    until_shown(desk, 0)
    return desk


def control(desk):
    return desk.live.video.control


def until_shown(desk, number):
    desk.wait(
        lambda: desk.live.shown is not None and number_of(desk.live.shown.frame.image) == number
    )
    desk.wait(lambda: control(desk).state.position_s == pytest.approx(number / RATE, abs=1e-3))


def click(desk, button):
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_there_is_a_bar_for_videos_alone(desk, portrait):
    assert desk.window.transport.isVisible()
    assert desk.window.back_to_live.isVisible()
    assert not desk.window.freeze.isVisible()  # the bar has its own
    assert not desk.window.start_stop.isVisible()
    assert desk.window.transport.clock.text() == "0:00.0 / 0:02.0"
    desk.open([portrait])
    assert not desk.window.transport.isVisible()
    assert reason_of(desk.actions.step_on) == "No video is open."
    assert desk.live.video is None


def test_space_holds_the_file_where_it_is_and_plays_on(desk):
    view = desk.window.view
    assert desk.lamp == "Paused: clip.mp4"
    assert view.sign == "Paused"
    place_s = control(desk).state.position_s
    desk.qtbot.wait(250)
    assert control(desk).state.position_s == place_s
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert desk.lamp == "Playing: clip.mp4"
    desk.wait(lambda: desk.live.state is PipelineState.ENDED)
    assert desk.lamp == "At the end: clip.mp4"
    assert view.sign == "At the end"
    control(desk).set_speed(0.25)  # the begin is long enough to be seen
    desk.qtbot.keyClick(view, Qt.Key.Key_Space)  # and once more from the begin
    desk.wait(lambda: desk.live.state is PipelineState.RUNNING)
    desk.wait(lambda: control(desk).state.position_s < 1.5)


def test_a_click_into_the_bar_goes_there(desk):
    seek = desk.window.transport.seek
    for number in (40, 11):
        place = QPoint(round(seek.x_of((number + 0.5) / RATE)), seek.height() // 2)
        desk.qtbot.mouseClick(seek, Qt.MouseButton.LeftButton, pos=place)
        desk.wait(lambda: abs(control(desk).state.position_s - number / RATE) <= 0.26)  # noqa: B023
        desk.wait(lambda: desk.live.shown.frame.time_s == control(desk).state.position_s)


def test_keys_step_and_jump(desk):
    keys, view = desk.qtbot.keyClick, desk.window.view
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    view.setFocus()
    for key, number in (
        *((".", 1), (Qt.Key.Key_Right, 2), (".", 3), (",", 2), (Qt.Key.Key_Left, 1)),
        *((Qt.Key.Key_End, N - 1), (Qt.Key.Key_Home, 0)),
    ):
        keys(view, key)
        until_shown(desk, number)
    seek = desk.window.transport.seek
    seek.setFocus()
    keys(seek, Qt.Key.Key_Right)
    until_shown(desk, 1)
    keys(seek, Qt.Key.Key_PageDown)
    until_shown(desk, N - 1)
    keys(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    until_shown(desk, 0)


def test_the_speed_is_chosen_by_menu_and_keys(desk):
    bar = desk.window.transport
    bar.speeds[0.25].trigger()
    assert control(desk).state.speed == 0.25
    assert bar.speed.text() == "0.25\u00d7"
    for _ in range(9):
        desk.actions.faster.trigger()
    assert control(desk).state.speed == 4.0
    desk.actions.slower.trigger()
    assert control(desk).state.speed == 2.0
    desk.actions.usual_speed.trigger()
    assert [s for s, action in bar.speeds.items() if action.isChecked()] == [1.0]


def test_every_frame_is_a_switch_that_is_remembered(desk, movie):
    click(desk, desk.window.transport.every_frame)
    assert desk.kept[-1].video_every_frame is True
    assert control(desk).state.every_frame
    desk.actions.freeze.setChecked(False)
    desk.wait(lambda: desk.live.state is PipelineState.ENDED)
    desk.wait(lambda: len(desk.live.video.kept) == N)


def test_the_bar_shows_what_was_analyzed_so_far_and_its_labels(desk):
    seek = desk.window.transport.seek
    desk.wait(lambda: seek.stretches)
    (first, *_) = seek.stretches
    assert first.start_s == 0.0
    assert first.label == "anger"  # as `quick_analysis` finds it on the left
    desk.presenter.transport.seek(1.9)
    desk.wait(lambda: any(stretch.end_s > 1.9 for stretch in seek.stretches))
    desk.actions.freeze.setChecked(False)
    desk.wait(lambda: desk.live.state is PipelineState.ENDED)


def test_what_was_found_is_shown_again_with_the_crop_and_the_past(desk):
    desk.actions.every_frame.setChecked(True)
    desk.actions.freeze.setChecked(False)
    desk.wait(lambda: len(desk.live.video.kept) == N)
    desk.presenter.transport.seek(1.0)
    until_shown(desk, 25)
    faces = desk.live.shown.faces
    assert [face.chip for face in faces] == [None, None]  # it is what was kept
    chip = desk.window.panel.chip
    assert "pixels" in chip.size_words.text()
    times, _ = desk.live.video.kept.window(faces[0].track_id, 60.0, 1.0)
    assert times[-1] == pytest.approx(1.0, abs=1e-3)


def test_other_settings_look_at_the_shown_frame_anew(desk, quick_analysis):
    desk.presenter.transport.seek(1.0)
    until_shown(desk, 25)
    desk.presenter.chosen.change(min_confidence=0.95)
    desk.wait(lambda: desk.live.shown.faces and desk.live.shown.faces[0].smoothed.threshold == 0.4)
    desk.wait(lambda: len(desk.live.video.kept) == 1)


def test_stretches_of_one_label_are_one(desk):
    desk.presenter.transport.seek(0.0)
    seek = desk.window.transport.seek
    seek.show_stretches([Stretch(0.0, 1.0, "happiness"), Stretch(1.0, 2.0, None)])
    image = seek.grab().toImage()
    y = seek.height() // 2
    colors = {image.pixelColor(round(seek.x_of(at_s)), y).name() for at_s in (0.6, 1.5)}
    assert len(colors) == 2


def test_a_narrow_window_leaves_the_length_out(desk):
    bar, window = desk.window.transport, desk.window
    window.resize(690, 500)
    desk.wait(lambda: bar.clock.text() == "0:00.0")
    assert window.width() == 690
    desk.wait(lambda: bar.seek.width() >= 80)
    assert not bar.buttons["step_on"].isVisible()
    window.resize(1120, 720)
    desk.wait(lambda: bar.clock.text() == "0:00.0 / 0:02.0")
