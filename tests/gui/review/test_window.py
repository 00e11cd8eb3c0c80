"""A real session in its window: pictures, keys, faces, ranges, figures; nothing is left running."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from fer_desktop.core.errors import SourceError
from fer_desktop.core.overlay import OverlayStyle
from fer_desktop.gui.review.window import ReviewWindow
from fer_desktop.sessions.exclusion_file import read_exclusions
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.review import load
from fer_desktop.vision.media.frame_seeker import VideoFrames
from tests.gui.conftest import dress
from tests.recorded import LEFT, RIGHT, cut_video, number_of, write_session, write_video

_Key = Qt.Key


@pytest.fixture
def folder(tmp_path):
    return write_session(tmp_path / "2026-11-25 14-03-22")


@pytest.fixture
def review(qtbot, qapp, monkeypatch):
    """Return what opens a session and waits until it is shown."""
    opened = []
    dress(qapp, "light")

    def open_it(folder):
        window = ReviewWindow(folder.name, load(folder))
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: not window.progress.is_busy)
        qtbot.waitUntil(lambda: not window.picture.is_waiting)
        return window

    yield open_it
    for window in opened:
        if isValid(window):
            window.close()
    qapp.processEvents()


@pytest.fixture
def window(review, folder, qtbot):
    window = review(folder)
    qtbot.waitUntil(window.isActiveWindow)
    window.view.setFocus()
    return window


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def shown_number(qtbot, window):
    qtbot.waitUntil(lambda: not window.picture.is_waiting)
    return number_of(window.view._image)


def happy(window):
    """Return the share of time, the episodes and the lost frames of happiness."""
    line = window.statistics.labels.lines()[4]
    return line[1], line[2], line[5]


def counted(qtbot, window):
    qtbot.waitUntil(lambda: not window.exclusions.is_counting)


def test_it_begins_with_the_first_picture(window, qtbot):
    assert shown_number(qtbot, window) == 0
    assert [item.box for item in window.view.items] == [LEFT]
    assert window.view.items[0].text == "looks like happiness, 90 %"
    assert window.windowTitle() == "Review: 2026-11-25 14-03-22"
    assert window.head.about.text().startswith("Front camera")
    assert "faces: 2, frames: 80" in window.head.about.text()
    assert not window.banner.isVisible()


def test_pictures_have_the_boxes_of_their_moment(window, qtbot):
    window.player.seek(5.0)
    assert shown_number(qtbot, window) == 45  # five frames were dropped before it
    assert [item.box for item in window.view.items] == [LEFT, RIGHT]
    assert [item.number for item in window.view.items] == [1, 2]
    window.player.seek(3.2)
    assert shown_number(qtbot, window) == 32
    assert window.view.items == []


def test_keys_step_through_frames_and_markers(window, qtbot):
    seen = []
    for key in (_Key.Key_Right, _Key.Key_Right, _Key.Key_Left, _Key.Key_PageDown, _Key.Key_End):
        press(qtbot, window, key)
        seen.append(window.player.position_s)
    assert seen == pytest.approx([0.1, 0.2, 0.1, 1.0, 7.9])
    press(qtbot, window, _Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert window.player.position_s == 4.5


def test_space_plays_at_true_speed_and_pauses(window, qtbot):
    clock = [50.0]
    window.player._clock = lambda: clock[0]
    press(qtbot, window, _Key.Key_Space)
    assert window.player.is_playing
    assert window.transport.buttons["play"].accessibleName() == "Pause"
    clock[0] += 2.5
    qtbot.waitUntil(lambda: window.player.position_s == pytest.approx(2.5))
    press(qtbot, window, _Key.Key_Space)
    assert not window.player.is_playing
    assert shown_number(qtbot, window) == 25
    assert window.transport.clock.text() == "0:02.5 of 0:07.9"
    assert window.transport.slider.value() == 2500


def test_the_slider_scrubs(window, qtbot):
    window.transport.slider.setValue(6100)
    assert shown_number(qtbot, window) == 56
    assert window.timeline.position_s == pytest.approx(6.1)


def test_a_click_on_the_timeline_seeks_and_says_what_is_there(window, qtbot):
    timeline = window.timeline
    place = timeline.rect().center()
    place.setX(round(timeline.scale.x(2.55)))
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place)
    assert window.player.position_s == pytest.approx(2.55, abs=0.02)
    assert timeline.accessibleDescription().endswith("looks like neutral, strongest 90 %")
    window.player.seek(3.5)
    assert timeline.accessibleDescription() == "0:03.5: the face is not seen"


def test_another_face_has_its_own_timeline_and_figures(window):
    assert happy(window) == ("57.1 %", "2", "12.5 %")
    assert [window.head.faces.itemText(n) for n in range(2)] == ["Face 1", "Face 2"]
    window.head.faces.setCurrentIndex(1)
    window.head.faces.activated.emit(1)
    assert happy(window) == ("0.0 %", "0", "0.0 %")
    assert window.timeline.content.chosen == 2


def test_a_range_is_left_out_by_keys_kept_and_undone(window, qtbot, folder):
    faces = (folder / "faces.csv").read_bytes()
    press(qtbot, window, _Key.Key_I)
    window.player.seek(2.0)
    press(qtbot, window, _Key.Key_O)
    assert window.ranges.selection == (0.0, 2.0)
    window.ranges.reason.setText("chatting")
    window.ranges.exclude.click()
    assert read_exclusions(folder) == [Exclusion(0.0, 2.0, "chatting")]
    counted(qtbot, window)
    assert happy(window) == ("40.0 %", "1", "16.7 %")
    assert "Ranges that are left out of these figures: 1." in window.statistics.text()
    assert window.timeline.content.exclusions == (Exclusion(0.0, 2.0, "chatting"),)
    press(qtbot, window, _Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counted(qtbot, window)
    assert happy(window) == ("57.1 %", "2", "12.5 %")
    assert read_exclusions(folder) == []
    assert (folder / "faces.csv").read_bytes() == faces


def test_a_range_of_an_earlier_review_can_count_again(review, folder, qtbot):
    window = review(folder)
    window.exclusions.add(Exclusion(4.0, 6.0))
    window.close()
    window = review(folder)
    assert happy(window)[1] == "1"
    assert not window.ranges.undo.isEnabled()
    window._seek(5.0)
    assert window.ranges.words.text().startswith("Left out: 0:04.0 to 0:06.0")
    window.ranges.restore.click()
    counted(qtbot, window)
    assert happy(window)[1] == "2"
    assert read_exclusions(folder) == []


def test_ranges_that_cannot_be_kept_are_told(window, folder, qtbot):
    (folder / "exclusions.csv").mkdir()
    window.exclusions.add(Exclusion(1, 2))
    assert "can't be kept" in window.banner.text


def test_figures_are_copied_as_text(window):
    window.statistics.copy.click()
    assert QGuiApplication.clipboard().text() == window.statistics.text()
    assert "happiness\t57.1 %" in window.statistics.text()


def test_without_a_video_the_timeline_works_alone(review, tmp_path):
    window = review(write_session(tmp_path / "s", video=False))
    assert "There is no video" in window.view._text
    window.player.step(1)
    assert window.timeline.position_s == pytest.approx(0.1)


def test_a_video_that_was_never_closed_is_told(review, folder, qtbot):
    video = folder / "video.mp4"
    video.write_bytes(video.read_bytes()[:300])
    window = review(folder)
    assert "can't be played" in window.banner.text
    assert "There is no video" in window.view._text


def test_a_video_without_an_end_of_an_earlier_version_is_told(review, folder):
    window = review(cut_video(folder))
    assert "can't be played" in window.banner.text
    assert "no video to show" in window.view._text


def test_a_video_that_cannot_be_opened_is_told(review, folder, qtbot, monkeypatch):
    def fail(self):
        raise SourceError("The video is damaged.")

    monkeypatch.setattr(VideoFrames, "open", fail)
    window = review(folder)
    qtbot.waitUntil(lambda: "damaged" in window.view._text)
    window.player.step(1)
    assert "damaged" in window.view._text


def test_a_video_that_is_shorter_says_where_it_has_no_picture(review, folder, qtbot):
    write_video(folder / "video.mp4", 20)
    window = review(folder)
    window.player.seek(7.0)
    qtbot.waitUntil(lambda: "no picture" in window.view._text)
    window.player.seek(1.0)
    assert shown_number(qtbot, window) == 10


def test_after_a_kill_the_rest_is_shown_and_told(review, tmp_path):
    folder = write_session(tmp_path / "s", video=False, state="recording")
    faces = folder / "faces.csv"
    faces.write_bytes(faces.read_bytes()[:-20])
    window = review(folder)
    assert "not ended properly" in window.banner.text
    assert "left out" in window.banner.text
    assert window.session.table.faces[1].times.size == 29


def test_what_is_no_session_says_so(review, tmp_path):
    window = review(tmp_path)
    assert "holds no session" in window.banner.text
    assert "can't be shown" in window.view._text


def test_a_session_without_faces(review, tmp_path, qtbot):
    window = review(write_session(tmp_path / "s", video=False, rows=[]))
    assert window.statistics.valence.text() == "No face was found."
    assert window.statistics.text() == ""
    window.player.toggle()
    window.player.step(1)
    window._seek(0.0)
    assert not window.player.is_playing


def test_boxes_follow_the_users_style(window, qtbot):
    shown_number(qtbot, window)
    window.set_style(OverlayStyle(labels=False))
    assert window.view.items[0].text == ""


def test_it_can_be_closed_while_it_reads(qapp, folder):
    window = ReviewWindow(folder.name, load(folder))
    window.show()
    window.close()
    assert not window.progress.is_busy


def test_it_can_be_closed_while_it_counts_and_plays(window, folder):
    window.player.toggle()
    window.exclusions.add(Exclusion(1.0, 2.0))
    window.close()
    assert not window.exclusions.is_counting
    assert not window.player.is_playing
    assert read_exclusions(folder) == [Exclusion(1.0, 2.0)]


def test_a_video_elsewhere_is_shown_when_the_user_wants_it(review, tmp_path, qtbot):
    video = write_video(tmp_path / "clip.mp4", 75)
    window = review(write_session(tmp_path / "s", video=False, source={"path": str(video)}))
    assert f"said to be {video}" in window.banner.text
    assert "There is no video" in window.view._text
    window.player.seek(1.0)
    window.banner._buttons[0].click()
    assert shown_number(qtbot, window) == 10
    assert window.session.video == video
