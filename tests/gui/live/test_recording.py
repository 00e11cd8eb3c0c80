"""Sessions recorded through the window: what is in them, when they end, and what comes then."""

import errno
import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.reasons import reason_of
from fer_desktop.live.events import PipelineState
from fer_desktop.sessions.files import read_session
from fer_desktop.sessions.rows import FACE_STATUSES, cells, rows_of
from fer_desktop.sessions.writer import DISK_FULL, SessionWriter
from fer_desktop.vision import assembly
from tests.fakes import PATIENCE_S, camera_device
from tests.gui.conftest import lay_out
from tests.vision.media.test_video_writer import played


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def open_desk(make_desk, folder):
    """Return what opens the window with these settings."""

    def open_desk(cameras=(), **values):
        desk = make_desk(
            Settings(theme="light", model="seed", record_folder=str(folder), **values), cameras
        )
        desk.window.activateWindow()
        return desk

    return open_desk


@pytest.fixture
def live(open_desk, quick_analysis):
    """Return what opens the window with the demo running."""

    def live(**values):
        desk = open_desk(**values)
        desk.presenter.start("demo")
        desk.wait_for_faces()
        return desk

    return live


def key(desk, *keys):
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)  # keys go nowhere else
    desk.qtbot.keyClick(desk.window.view, *keys)


def recording(desk):
    return desk.presenter.recording


def seconds_recorded(desk):
    recorder = recording(desk)._recorder
    return recorder.seconds if recorder is not None else 0.0


def record_for(desk, seconds):
    """Press the key and wait until so much is recorded."""
    key(desk, Qt.Key.Key_R)
    assert recording(desk).is_on
    desk.wait(lambda: seconds_recorded(desk) >= seconds)


def wait_for_end(desk):
    desk.wait(lambda: recording(desk)._recorder is None)


def the_session(folder):
    (made,) = folder.iterdir()
    return read_session(made)


def button(desk, words):
    buttons = desk.window.note.findChildren(QPushButton)
    return next(b for b in buttons if b.text() == words and b.isVisible())


def test_nothing_is_recorded_unless_it_is_asked_for(live, folder):
    desk = live()
    assert reason_of(desk.actions.pause_recording) == "Nothing is recorded at this moment."
    for action in (desk.actions.mark, desk.actions.mark_now):
        unheard = "Nothing is recorded or sent to other programs at this moment."
        assert reason_of(action) == unheard
    key(desk, Qt.Key.Key_E)
    key(desk, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    desk.window.close()
    assert not folder.exists()


def test_without_a_source_the_key_says_what_to_do(open_desk, folder):
    desk = open_desk()
    key(desk, Qt.Key.Key_R)
    assert "Start the camera first" in reason_of(desk.actions.record)
    assert "Start the camera first" in desk.window.record.toolTip()
    assert not desk.window.record.isEnabled()
    assert not recording(desk).is_on
    assert not folder.exists()


def test_a_video_is_recorded_to_its_end_and_the_rows_are_those_of_the_analysis(
    open_desk, folder, video, monkeypatch
):
    analyzed, analyze, is_recorded = [], assembly.live_analyzer, threading.Event()

    def noted(*arguments):
        analyzer = analyze(*arguments)
        once = analyzer.analyze

        def note(frame):
            assert is_recorded.wait(PATIENCE_S)  # the key comes before the first frame is there
            analyzed.append(once(frame))
            return analyzed[-1]

        monkeypatch.setattr(analyzer, "analyze", note)
        return analyzer

    monkeypatch.setattr(assembly, "live_analyzer", noted)
    desk = open_desk(record_video=True, video_every_frame=True)
    desk.presenter.start(str(video))
    key(desk, Qt.Key.Key_R)
    is_recorded.set()
    wait_for_end(desk)
    session = the_session(folder)
    assert len(analyzed) == 30
    start_s = analyzed[0].frame.time_s
    expected = [
        cells(row)
        for one in analyzed
        for row in rows_of(one, time_s=one.frame.time_s - start_s, path=str(video))
    ]
    rows = [cells(row) for row in session.rows()]
    assert rows == expected
    assert sum(row.raw is not None for row in session.rows()) > 15
    assert session.info["end_reason"] == "the source ended"
    assert session.info["counts"]["analysed"] == 30
    assert session.info["source"] == {"kind": "video", "name": video.name}
    pictures = played(session.video)[1]
    assert len(pictures) == 30
    for one, picture in zip(analyzed[::7], pictures[::7], strict=True):
        assert abs(one.frame.image.astype(int) - picture).mean() < 6
    assert str(folder) in desk.window.note.text


def test_the_signs_are_there_as_long_as_it_is_recorded(live):
    desk = live()
    assert (desk.window.view.recording, desk.lamp) == ("", "Playing: Demo")
    record_for(desk, 1.2)
    desk.wait(lambda: desk.window.view.recording.startswith("Recording 00:01 · "))
    assert desk.window.view.recording.endswith("kB")
    assert desk.lamp == "Recording 00:01 · Playing: Demo"
    assert desk.actions.record.text() == "End &Recording"
    desk.actions.full_screen.trigger()
    assert desk.window.view.recording
    key(desk, Qt.Key.Key_R)
    assert desk.window.view.recording == ""
    assert desk.lamp == "Playing: Demo"
    assert desk.actions.record.text() == "&Record Session"
    wait_for_end(desk)
    desk.actions.full_screen.trigger()


def test_the_full_screen_and_a_paused_picture_end_nothing(live, folder):
    desk = live()
    record_for(desk, 0.3)
    desk.actions.full_screen.trigger()
    key(desk, Qt.Key.Key_Space)
    paused_s = seconds_recorded(desk)
    desk.wait(lambda: seconds_recorded(desk) > paused_s + 0.5)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    session = the_session(folder)
    assert session.info["end_reason"] == "stopped by the user"
    assert max(row.time_s for row in session.rows()) > paused_s + 0.4
    desk.actions.full_screen.trigger()


def test_only_figures_are_recorded_unless_a_video_is_asked_for(live, folder):
    desk = live()
    record_for(desk, 0.3)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    session = the_session(folder)
    assert {file.name for file in session.folder.iterdir()} == {"faces.csv", "session.json"}
    rows = list(session.rows())
    assert {row.face_id for row in rows if row.raw is not None} == {1, 2}
    assert all(row.wall_time_utc.endswith("Z") for row in rows)
    assert session.info["frame_size"] == [
        desk.live.shown.frame.width,
        desk.live.shown.frame.height,
    ]


def test_the_chosen_face_only(live, folder):
    desk = live(record_chosen_only=True)
    left, right = (
        next(f.track_id for f in desk.live.shown.faces if f.box.x1 == x1) for x1 in (20, 200)
    )
    record_for(desk, 0.3)
    desk.actions.next_face.trigger()
    asked_s = seconds_recorded(desk)
    desk.wait(lambda: seconds_recorded(desk) > asked_s + 0.3)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    found = [row.face_id for row in the_session(folder).rows() if row.status != "DROPPED"]
    assert found[0] == left  # the larger one, as long as none was chosen
    assert found[-1] == right
    assert set(found) == {left, right}


def test_blurred_faces_in_the_video(live, folder):
    desk = live(record_video=True, record_blurred=True)
    record_for(desk, 0.5)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    session = the_session(folder)
    analyzed = {(row.frame, row.time_s) for row in session.rows() if row.status != "DROPPED"}
    pictures = played(session.video)[1]
    assert len(pictures) == len(analyzed)
    box = next(session.rows()).box
    clear = detail(desk.live.shown.frame.image, box)
    assert max(detail(picture, box) for picture in pictures) < 0.8 * clear


def detail(image, box):
    """Return how much neighbouring pixels of a place differ."""
    part = image[box.y1 : box.y2, box.x1 : box.x2].astype(int)
    return np.abs(np.diff(part, axis=1)).mean()


def test_a_marker_has_the_moment_of_its_key_and_the_note_that_came_later(live, folder):
    desk = live()
    record_for(desk, 0.3)
    moment = recording(desk)._recorder.moment
    before_s = moment().time_s
    key(desk, Qt.Key.Key_E)
    dialog = recording(desk).markers.dialog
    opened_s = moment().time_s
    desk.wait(lambda: seconds_recorded(desk) > opened_s + 0.5)  # the recording goes on
    dialog.setTextValue("sneezed")
    dialog.accept()
    assert desk.window.status.currentMessage().startswith("Marked at 0")
    desk.window.status.clearMessage()
    key(desk, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.status.currentMessage().startswith("Marked at 0")
    key(desk, Qt.Key.Key_E)
    recording(desk).markers.dialog.reject()
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    first, second = the_session(folder).markers
    assert (first.text, second.text) == ("sneezed", "")
    assert before_s <= first.time_s <= opened_s
    assert second.time_s > first.time_s + 0.4


def test_a_note_that_comes_after_the_end_is_not_kept(live, folder):
    desk = live()
    record_for(desk, 0.2)
    key(desk, Qt.Key.Key_E)
    assert recording(desk).markers.dialog.isVisible()
    desk.actions.record.trigger()
    assert recording(desk).markers.dialog is None
    wait_for_end(desk)
    assert the_session(folder).markers == []


def answer(desk, words):
    """Press a button of the question that is asked."""
    box = desk.window.findChild(QMessageBox)
    next(b for b in box.buttons() if b.text() == words).click()


@pytest.mark.parametrize("how", ["other", "close", "dropped"])
def test_it_goes_on_where_the_question_is_answered_so(live, folder, portrait, how):
    desk = live()
    record_for(desk, 0.2)
    if how == "other":
        desk.actions.demo.trigger()
    elif how == "close":
        desk.window.close()
    else:
        desk.window.files_dropped.emit([portrait])
    answer(desk, "Go On Recording" if how != "close" else "Cancel")
    assert recording(desk).is_on
    assert desk.window.isVisible()
    assert not desk.pictures.is_active
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    assert the_session(folder).info["end_reason"] == "stopped by the user"


def test_the_recording_is_paused_with_a_gap_that_has_its_reason(live, folder):
    desk = live()
    record_for(desk, 0.4)
    key(desk, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert desk.actions.pause_recording.isChecked()
    assert desk.window.view.recording.startswith("Recording paused 00:0")
    recorder = recording(desk)._recorder
    desk.qtbot.wait(100)
    rows_then = recorder._last
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown.frame.time_s > shown.frame.time_s + 0.6)
    assert recorder._last == rows_then
    key(desk, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: recorder._last != rows_then)
    assert not desk.window.view.recording.startswith("Recording paused")
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    session = the_session(folder)
    (pause,) = session.info["pauses"]
    assert pause["reason"] == "paused by the user"
    assert pause["end_s"] - pause["start_s"] > 0.5
    rows = list(session.rows())
    inside = [r for r in rows if pause["start_s"] + 0.05 < r.time_s < pause["end_s"] - 0.05]
    assert inside == []
    statuses = [row.status for row in rows]
    assert statuses.count("LOST") == 1
    assert statuses[statuses.index("LOST") + 1] in FACE_STATUSES


def test_a_paused_picture_says_that_the_recording_goes_on(live, folder):
    desk = live()
    record_for(desk, 0.2)
    key(desk, Qt.Key.Key_Space)
    assert desk.window.note.text == "Only the picture is paused. The recording goes on."
    button(desk, "Pause Recording").click()
    assert desk.actions.pause_recording.isChecked()
    key(desk, Qt.Key.Key_Space)
    assert desk.window.note.text == ""
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    assert not desk.actions.pause_recording.isChecked()
    assert len(the_session(folder).info["pauses"]) == 1


def test_what_is_recorded_is_chosen_beside_the_button(live, folder):
    desk = live()
    setup, actions = recording(desk).setup, desk.actions
    menu = desk.window.record_setup.menu()
    assert [a.text() for a in menu.actions() if a.text()] == [
        *("With &Video", "&Blur Faces in the Video", "&Only the Chosen Face"),
        *("&Participant and Session…", "With a &Consent Sheet", "&Light and Position…"),
        "Pa&use Recording",
    ]
    assert "No video" in reason_of(actions.record_blurred)
    actions.record_video.trigger()
    actions.record_blurred.trigger()
    actions.record_chosen_only.trigger()
    assert desk.kept[-1].record_blurred
    actions.name_recording.trigger()
    setup.dialog.participant.setText(" P 07/x ")
    setup.dialog.session.setText("Grundlinie")
    setup.dialog.accept()
    record_for(desk, 0.3)
    assert "before a recording" in reason_of(actions.record_video)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    session = the_session(folder)
    assert session.folder.name.endswith(" P-07-x Grundlinie")
    assert session.info["participant"] == "P 07/x"
    assert session.info["session"] == "Grundlinie"
    assert session.info["options"] == {
        "video": True,
        "blur_faces": True,
        "chosen_face_only": True,
    }
    assert not reason_of(actions.record_video)


def test_a_video_plays_straight_on_while_it_is_recorded(open_desk, quick_analysis, folder, video):
    desk = open_desk()
    desk.presenter.start(str(video))
    control = desk.live.video.control
    control.set_speed(0.25)  # it is not at its end before it is recorded
    desk.wait_for_faces()
    key(desk, Qt.Key.Key_R)
    assert control.state.every_frame
    assert "straight on" in reason_of(desk.actions.to_start)
    desk.presenter.transport.seek(0.0)
    key(desk, Qt.Key.Key_Space)
    assert desk.lamp.endswith("Paused: clip.mp4")
    key(desk, Qt.Key.Key_Space)
    control.set_speed(4.0)
    wait_for_end(desk)
    times = [row.time_s for row in the_session(folder).rows()]
    assert times == sorted(times)
    assert not control.state.every_frame
    assert not reason_of(desk.actions.to_start)


@pytest.mark.parametrize("how", ["stop", "other", "close"])
def test_it_ends_with_its_source_and_with_the_window(live, folder, video, how):
    desk = live()
    record_for(desk, 0.3)
    if how == "stop":
        desk.actions.start_stop.trigger()
    elif how == "other":
        desk.presenter.show_source(str(video))
        assert recording(desk).is_on  # it is asked once
        answer(desk, "End Recording and Open")
        assert desk.live.source == str(video)
    else:
        desk.window.close()
        assert desk.window.isVisible()
        answer(desk, "End Recording and Quit")
    assert not recording(desk).is_on
    wait_for_end(desk)
    session = the_session(folder)
    assert session.problems == []
    wanted = {"close": "the window", "stop": "the source was stopped", "other": "stopped by"}
    assert session.info["end_reason"].startswith(wanted[how])
    assert len(list(session.rows())) > 3


def test_a_camera_that_is_lost_and_comes_back(open_desk, quick_analysis, loopback, folder):
    desk = open_desk([camera_device(target=loopback.url)])
    desk.presenter.start("camera")
    desk.wait_for_faces()
    record_for(desk, 0.3)
    loopback.unplug()
    desk.wait(lambda: desk.live.state is PipelineState.LOST)
    assert recording(desk).is_on
    lost_s = seconds_recorded(desk)
    loopback.plug_in()
    desk.wait(lambda: seconds_recorded(desk) > lost_s + 0.5)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    rows = list(the_session(folder).rows())
    statuses = [row.status for row in rows]
    assert statuses.count("LOST") == 1
    at = statuses.index("LOST")
    assert {statuses[at - 1], statuses[at + 1]} < FACE_STATUSES
    times = [row.time_s for row in rows]
    assert times == sorted(times)
    assert times[at + 1] > times[at - 1] + 0.2
    assert rows[at].wall_time_utc


def test_another_format_of_the_camera_ends_it(open_desk, quick_analysis, loopback, folder):
    desk = open_desk([camera_device(target=loopback.url)])
    desk.presenter.start("camera")
    desk.wait_for_faces()
    record_for(desk, 0.3)
    desk.presenter.chosen.change(camera_width=320, camera_height=240)
    assert not recording(desk).is_on
    wait_for_end(desk)
    assert the_session(folder).info["end_reason"] == "the camera's format was changed"


def test_a_source_that_is_opened_anew_is_no_gap_of_dropped_frames(live, folder):
    desk = live()
    record_for(desk, 0.3)
    settings = desk.presenter.settings
    desk.live._pipeline.reopen(lambda: assembly.source("demo", settings))
    before_s = seconds_recorded(desk)
    desk.wait(lambda: seconds_recorded(desk) > before_s + 1.5)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    rows = list(the_session(folder).rows())
    statuses = [row.status for row in rows]
    assert statuses.count("LOST") == 1
    assert statuses[statuses.index("LOST") + 1] in FACE_STATUSES
    times = [row.time_s for row in rows]
    assert times == sorted(times)


def test_a_source_that_fails_says_in_the_session_why_it_ended(
    open_desk, quick_analysis, folder, video, tmp_path, monkeypatch
):
    is_recorded, analyze = threading.Event(), assembly.live_analyzer

    def gated(*arguments):
        assert is_recorded.wait(PATIENCE_S)  # no frame but the first is read before
        return analyze(*arguments)

    monkeypatch.setattr(assembly, "live_analyzer", gated)
    cut = tmp_path / "cut.mp4"
    content = video.read_bytes()
    at = content.index(b"mdat") + 4
    end = content.index(b"moov") - 4
    whole = at + (end - at) // 4  # a quarter of the pictures
    cut.write_bytes(content[:whole] + bytes(end - whole) + content[end:])
    desk = open_desk()
    desk.presenter.start(str(cut))
    key(desk, Qt.Key.Key_R)
    is_recorded.set()
    wait_for_end(desk)
    assert "cut.mp4" in the_session(folder).info["end_reason"]


def test_other_settings_in_mid_recording_are_noted(live, folder):
    desk = live()
    record_for(desk, 0.3)
    desk.presenter.chosen.change(theme="dark")
    desk.presenter.chosen.change(smoothing_s=1.0)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    (change,) = the_session(folder).info["changes"]
    assert change["settings"]["smoothing_s"] == 1.0
    assert change["time_s"] >= 0.3


def test_a_full_disk_is_told_and_the_picture_goes_on(live, folder, monkeypatch):
    desk, written, write = live(), [], SessionWriter.write
    monkeypatch.setattr(
        SessionWriter, "write", lambda self, rows: written.extend(rows) or write(self, rows)
    )
    record_for(desk, 0.3)
    desk.wait(lambda: len(written) > 3)

    def full(self):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(SessionWriter, "_write_info", full)
        patch.setattr("fer_desktop.sessions.writer._SAFE_EVERY_S", 0.0)
        wait_for_end(desk)
    assert not recording(desk).is_on
    assert DISK_FULL in desk.window.note.text
    assert desk.window.note.property("kind") == "problem"
    n_rows = len(list(the_session(folder).rows()))
    assert n_rows > 3
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown is not shown)
    key(desk, Qt.Key.Key_R)  # and again, once there is room
    desk.wait(lambda: seconds_recorded(desk) > 0.2)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    assert len(list(folder.iterdir())) == 2


def test_a_folder_that_can_not_be_made_is_told(live, folder):
    folder.write_text("a file")
    desk = live()
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    assert "Nothing can be recorded" in desk.window.note.text
    assert not recording(desk).is_on


def test_what_was_recorded_is_reviewed_at_once(live, folder):
    desk = live(record_video=True)
    record_for(desk, 0.4)
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    button(desk, "Review").click()
    (review,) = desk.presenter.reviews.open_windows.values()
    desk.wait(lambda: review.session is not None)
    assert review.isVisible()
    assert review.session.files.folder == the_session(folder).folder
    assert review.session.files.problems == []
    assert [face.face_id for face in review.session.table.faces] == [1, 2]
    desk.wait(lambda: review.view.items)


def test_a_small_window_does_not_become_wider(live):
    desk = live()
    desk.window.resize(690, 500)
    width = desk.window.width()
    record_for(desk, 0.2)
    assert desk.window.width() == width
    key(desk, Qt.Key.Key_R)
    wait_for_end(desk)
    lay_out()
    assert button(desk, "Review").isVisible()
    assert desk.window.width() == width


def test_a_video_at_its_end_is_recorded_from_its_start(open_desk, folder, video, quick_analysis):
    desk = open_desk(video_every_frame=True)
    desk.presenter.start(str(video))
    desk.wait(lambda: desk.live.state is PipelineState.ENDED and desk.live.is_over)
    assert desk.window.record.isEnabled()
    key(desk, Qt.Key.Key_R)
    assert recording(desk).is_on
    wait_for_end(desk)
    session = the_session(folder)
    assert session.info["end_reason"] == "the source ended"
    assert len({row.frame for row in session.rows()}) == 30


def test_a_video_that_is_gone_by_its_end_is_not_recorded_and_that_is_said(
    open_desk, folder, video, quick_analysis, tmp_path
):
    file = tmp_path / "gone.mp4"
    file.write_bytes(video.read_bytes())
    desk = open_desk(video_every_frame=True)
    desk.presenter.start(str(file))
    desk.wait(lambda: desk.live.state is PipelineState.ENDED and desk.live.is_over)
    file.unlink()
    key(desk, Qt.Key.Key_R)
    assert not recording(desk).is_on
    assert "gone.mp4" in desk.window.banner.text
    assert not folder.exists()


def test_in_a_recording_faces_have_no_numbers_of_what_was_watched_before(
    open_desk, folder, video, quick_analysis
):
    """A video that is gone back in, and is only then recorded, is one analysis from there on."""
    desk = open_desk()
    desk.presenter.start(str(video))
    desk.wait(lambda: desk.live.state is PipelineState.ENDED and desk.live.is_over)
    desk.actions.freeze.setChecked(True)
    desk.presenter.transport.seek(0.0)
    desk.wait(lambda: desk.live.shown.frame.time_s == 0 and desk.live.is_held)
    key(desk, Qt.Key.Key_R)
    assert desk.live.video.control.state.is_playing  # nobody records a picture that stands still
    wait_for_end(desk)
    rows = list(the_session(folder).rows())
    frames = sorted({row.frame for row in rows})
    assert frames == list(range(frames[0], 30))  # each one from where it was held
    assert frames[0] <= 5
    assert len({row.face_id for row in rows if row.face_id is not None}) == 2


def test_of_a_picture_that_was_shown_to_its_end_nothing_is_recorded_and_that_is_said(
    open_desk, quick_analysis, picture_files
):
    desk = open_desk()
    desk.presenter.start(str(picture_files[0]))
    desk.wait(lambda: desk.live.is_over and desk.live.shown is not None)
    desk.wait(lambda: not desk.actions.record.isEnabled())
    assert "Nothing runs" in reason_of(desk.actions.record)


def test_a_note_that_is_being_written_when_the_recording_ends_is_kept(live, folder):
    desk = live()
    record_for(desk, 0.3)
    key(desk, Qt.Key.Key_E)
    dialog = recording(desk).markers.dialog
    dialog.setTextValue("the phone")
    recording(desk).end()
    assert recording(desk).markers.dialog is None
    wait_for_end(desk)
    (marker,) = the_session(folder).markers
    assert marker.text == "the phone"


def test_a_note_that_is_given_up_sets_no_marker(live, folder):
    desk = live()
    record_for(desk, 0.3)
    key(desk, Qt.Key.Key_E)
    recording(desk).markers.dialog.reject()
    recording(desk).end()
    wait_for_end(desk)
    assert the_session(folder).markers == []
