"""The recorder writes what the analysis gives, tells what is missing, and holds nobody up."""

import itertools
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.sessions import recorder as recorder_module
from fer_desktop.sessions.recorder import Recorder
from tests.fakes import PATIENCE_S, picture, probabilities, wait_until

IMAGE = picture()


class ListSink:
    """Keeps what it is given, and fails where it is told to."""

    folder = Path("list")

    def __init__(self):
        self.rows, self.pictures, self.markers, self.changes = [], [], [], []
        self.pauses = []
        self.size = self.reason = None
        self.n_flushed = 0
        self.error = None
        self.gate = threading.Event()
        self.gate.set()

    def measure(self, width, height):
        self.size = (width, height)

    def write(self, rows):
        self.gate.wait(PATIENCE_S)
        if self.error is not None:
            raise self.error
        self.rows.extend(rows)

    def show(self, image, boxes, time_s):
        self.pictures.append((image, boxes, time_s))

    def mark(self, *marker):
        self.markers.append(marker)

    def change(self, time_s, settings):
        self.changes.append((time_s, settings))

    def pause(self, *pause):
        self.pauses.append(pause)

    def flush(self):
        self.n_flushed += 1

    def end(self, reason=""):
        self.reason = reason


@pytest.fixture
def sink():
    return ListSink()


@pytest.fixture
def record(sink):
    """Return what starts a recorder; it is stopped after the test."""
    made = []

    def start(**options):
        made.append(Recorder(options.pop("open_sink", lambda: sink), **options))
        made[-1].start()
        return made[-1]

    yield start
    sink.gate.set()
    for recorder in made:
        recorder.request_stop()
        assert recorder.join(5)


def face(track_id, box=(1, 2, 30, 40)):
    expression = Expression(probabilities("fear"))
    return RecognizedFace(Face(BoundingBox(*box), 0.9, track_id), expression, expression)


def analyzed(index, time_s=None, *faces, captured_s=0.0):
    return AnalyzedFrame(
        Frame(IMAGE, index, index / 10 if time_s is None else time_s, captured_s), faces
    )


def end(recorder, reason="stopped"):
    recorder.request_stop(reason)
    assert recorder.join(5)


def test_each_frame_is_written_with_the_time_since_the_first(record, sink):
    recorder = record()
    for index in range(40, 45):
        recorder.add(analyzed(index, None, face(1), face(2)))
    end(recorder)
    assert [row.frame for row in sink.rows] == [f for f in range(40, 45) for _ in range(2)]
    assert [row.face_id for row in sink.rows] == [1, 2] * 5
    times = [row.time_s for row in sink.rows[::2]]
    assert times == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
    assert recorder.seconds == pytest.approx(0.4)
    assert (sink.reason, sink.size, sink.pictures) == ("stopped", (64, 48), [])
    assert (recorder.problem, recorder.folder) == ("", Path("list"))


def test_dropped_frames_are_rows_between_the_others(record, sink):
    recorder = record()
    for index in (3, 4, 7, 8):
        recorder.add(analyzed(index))
    end(recorder)
    assert [(row.frame, row.status) for row in sink.rows] == [
        (3, "FIND_FAILED"),
        (4, "FIND_FAILED"),
        (5, "DROPPED"),
        (6, "DROPPED"),
        (7, "FIND_FAILED"),
        (8, "FIND_FAILED"),
    ]
    times = [row.time_s for row in sink.rows]
    assert times == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4, 0.5])


def test_neither_what_comes_in_a_pause_nor_what_is_older_than_its_end_is_recorded(record, sink):
    recorder = record()
    before_s = time.perf_counter()
    recorder.add(analyzed(0, captured_s=before_s))
    recorder.pause("by the user")
    recorder.add(analyzed(1, captured_s=time.perf_counter()))
    recorder.resume()
    recorder.add(analyzed(2, captured_s=before_s))  # it was on its way meanwhile
    recorder.add(analyzed(3, captured_s=time.perf_counter()))
    end(recorder)
    assert [row.frame for row in sink.rows if row.status == "FIND_FAILED"] == [0, 3]
    assert [reason for _, _, reason in sink.pauses] == ["by the user"]


def test_live_rows_have_the_time_of_day_of_their_frame(record, sink):
    recorder = record()
    recorder.add(analyzed(0, captured_s=time.perf_counter() - 3600))
    end(recorder)
    said = datetime.fromisoformat(sink.rows[0].wall_time_utc).timestamp()
    assert said == pytest.approx(time.time() - 3600, abs=PATIENCE_S)
    assert sink.rows[0].path == ""


def test_rows_of_a_file_have_its_path_and_no_time_of_day(record, sink):
    recorder = record(path="a.mp4", is_live=False)
    recorder.add(analyzed(0))
    end(recorder)
    assert (sink.rows[0].path, sink.rows[0].wall_time_utc) == ("a.mp4", "")


def test_a_lost_source_is_one_row_and_its_new_numbers_are_no_gap(record, sink):
    recorder = record()
    recorder.lost()  # nothing was there yet
    now_s = time.perf_counter()
    recorder.add(analyzed(500, now_s - 2, captured_s=now_s - 2))
    recorder.lost()
    recorder.lost()
    again_s = time.perf_counter()
    recorder.add(analyzed(0, again_s, captured_s=again_s))
    recorder.add(analyzed(1, again_s + 0.1, captured_s=again_s + 0.1))
    end(recorder)
    assert [(row.frame, row.status) for row in sink.rows] == [
        (500, "FIND_FAILED"),
        (500, "LOST"),
        (0, "FIND_FAILED"),
        (1, "FIND_FAILED"),
    ]
    first_s, lost_s, found_s, next_s = (row.time_s for row in sink.rows)
    assert first_s == 0
    assert 1.99 < lost_s <= found_s <= 2 + time.perf_counter() - now_s
    assert next_s == pytest.approx(found_s + 0.1)


def test_a_loss_that_is_told_after_the_next_frame_is_one_row_in_its_place(record, sink):
    """The window tells it, and may be busy just then."""
    recorder = record()
    lost_s = time.perf_counter()
    recorder.add(analyzed(5, captured_s=lost_s - 1))
    recorder.add(analyzed(0, captured_s=lost_s + 1))
    recorder.lost(lost_s)
    recorder.add(analyzed(1, captured_s=lost_s + 2))
    end(recorder)
    assert [(row.frame, row.status) for row in sink.rows] == [
        (5, "FIND_FAILED"),
        (5, "LOST"),
        (0, "FIND_FAILED"),
        (1, "FIND_FAILED"),
    ]


def test_after_a_loss_larger_numbers_are_no_gap_either(record, sink):
    recorder = record()
    recorder.add(analyzed(3))
    recorder.lost()
    recorder.add(analyzed(9, 1000.0))
    end(recorder)
    assert [row.status for row in sink.rows] == ["FIND_FAILED", "LOST", "FIND_FAILED"]


def test_time_goes_on_when_a_source_begins_its_own_again(record, sink):
    recorder = record()
    recorder.add(analyzed(0, 50.0, captured_s=10.0))
    recorder.add(analyzed(1, 51.0, captured_s=11.0))
    recorder.add(analyzed(0, 0.0, captured_s=13.0))
    recorder.add(analyzed(1, 1.0, captured_s=14.0))
    end(recorder)
    assert [row.time_s for row in sink.rows if row.status != "LOST"] == [0.0, 1.0, 3.0, 4.0]


def test_pictures_go_along_where_they_are_asked_for_with_all_faces(record, sink):
    recorder = record(with_pictures=True, choose=lambda faces: faces[:1])
    recorder.add(analyzed(0, None, face(1, (1, 2, 30, 40)), face(2, (31, 2, 60, 40))))
    end(recorder)
    ((image, boxes, time_s),) = sink.pictures
    assert (image == IMAGE).all()
    assert time_s == 0.0
    assert boxes == [(1, 2, 30, 40), (31, 2, 60, 40)]  # so that all can be blurred
    assert [row.face_id for row in sink.rows] == [1]


def test_a_frame_without_the_chosen_face_has_a_row_all_the_same(record, sink):
    recorder = record(choose=lambda faces: [one for one in faces if one.track_id == 7])
    recorder.add(analyzed(0, None, face(1)))
    end(recorder)
    assert [row.status for row in sink.rows] == ["FIND_FAILED"]


def test_a_slow_disk_holds_nobody_up_and_what_it_missed_is_told(record, sink):
    sink.gate.clear()
    recorder = record(with_pictures=True)
    for index in range(100):
        recorder.add(analyzed(index))
    assert not sink.rows  # the disk still hangs
    sink.gate.set()
    wait_until(lambda: len(sink.rows) >= 30)
    wait_until(recorder._queue.empty)
    recorder.add(analyzed(100))
    end(recorder)
    assert [row.frame for row in sink.rows] == list(range(101))
    n_dropped = sum(row.status == "DROPPED" for row in sink.rows)
    assert 60 <= n_dropped <= 70


def test_it_is_made_safe_twice_a_second_while_frames_come_and_while_none_do(record, sink):
    recorder = record()
    assert recorder_module._FLUSH_EVERY_S + recorder_module._WAIT_S <= 0.5
    wait_until(lambda: sink.n_flushed >= 2)
    index = itertools.count()
    wait_until(lambda: recorder.add(analyzed(next(index))) or sink.n_flushed >= 4)


def test_an_error_ends_it_with_its_reason_and_nothing_is_taken_any_more(record, sink):
    recorder = record()
    recorder.add(analyzed(0))
    wait_until(lambda: sink.rows)
    sink.error = SessionError("The disk is full.")
    recorder.add(analyzed(1))
    wait_until(lambda: not recorder.is_alive)
    assert recorder.problem == sink.reason == "The disk is full."
    recorder.add(analyzed(2))
    recorder.lost()
    recorder.mark(recorder.moment(), "x")
    assert recorder._queue.empty()
    assert len(sink.rows) == 1


def test_a_place_that_can_not_be_made_is_told(record):
    def refuse():
        raise SessionError("Nothing can be recorded.")

    recorder = record(open_sink=refuse)
    wait_until(lambda: not recorder.is_alive)
    assert recorder.problem == "Nothing can be recorded."
    assert recorder.folder is None


def test_an_error_that_nobody_expected_is_logged_and_told(record, sink, caplog):
    sink.error = RuntimeError("boom")
    recorder = record()
    recorder.add(analyzed(0))
    wait_until(lambda: not recorder.is_alive)
    assert recorder.problem == sink.reason == "The recording failed; the log file says why."
    assert "boom" in caplog.text
    caplog.clear()


def test_markers_and_changes_stand_at_their_moment(record, sink):
    recorder = record()
    now_s = time.perf_counter()
    recorder.add(analyzed(7, now_s - 5, captured_s=now_s - 5))
    moment = recorder.moment()
    recorder.mark(moment, "sneezed")
    recorder.change({"engine": "keras"})
    end(recorder)
    ((time_s, frame, wall, text),) = sink.markers
    assert 5 <= time_s <= 5 + time.perf_counter() - now_s
    assert (frame, text) == (7, "sneezed")
    assert wall.endswith("Z")
    assert sink.changes[0][1] == {"engine": "keras"}
    assert sink.changes[0][0] >= time_s


def test_a_moment_of_a_file_is_that_of_its_newest_frame(record):
    recorder = record(is_live=False)
    assert recorder.moment()[:2] == (0.0, 0)
    recorder.add(analyzed(3, 0.3))
    recorder.add(analyzed(4, 0.4))
    assert recorder.moment() == pytest.approx((0.1, 4, ""))


def test_faces_are_numbered_from_1_in_each_recording(record, sink):
    recorder = record()
    for index, tracks in enumerate(([3], [3, 7], [7], [3])):
        recorder.add(analyzed(index, None, *(face(track) for track in tracks)))
    end(recorder)
    assert [row.face_id for row in sink.rows] == [1, 1, 2, 2, 1]
