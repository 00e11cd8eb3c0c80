"""Faces keep their numbers from frame to frame."""

import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import Face


def face(x, y=0, size=100, score=0.9):
    return Face(BoundingBox(x, y, x + size, y + size), score)


def numbers(faces):
    return [f.track_id for f in faces]


def test_a_moving_face_keeps_its_number():
    tracker = Tracker()
    seen = [numbers(tracker.update([face(x)], x / 300)) for x in range(0, 300, 10)]
    assert seen == [[1]] * 30


def test_two_faces_keep_their_numbers_when_the_detector_swaps_their_order():
    tracker = Tracker()
    assert numbers(tracker.update([face(0), face(300)], 0.0)) == [1, 2]
    assert numbers(tracker.update([face(305), face(5)], 0.1)) == [2, 1]


def test_the_better_overlap_wins_whichever_comes_first():
    tracker = Tracker()
    tracker.update([face(0)], 0.0)
    assert numbers(tracker.update([face(60), face(10)], 0.1)) == [2, 1]


def test_a_number_stands_once_in_a_frame():
    tracker = Tracker()
    tracker.update([face(0)], 0.0)
    assert numbers(tracker.update([face(2), face(4)], 0.1)) == [1, 2]


def test_a_nod_without_overlap_enough_keeps_the_number():
    tracker = Tracker(min_iou=0.6)
    tracker.update([face(0)], 0.0)
    assert numbers(tracker.update([face(45)], 0.2)) == [1], "45 % of its width away"


@pytest.mark.parametrize("other", [face(300), face(10, 10, size=20)], ids=["far", "other size"])
def test_another_face_gets_another_number(other):
    tracker = Tracker(hold_s=0.0)
    tracker.update([face(0)], 0.0)
    assert numbers(tracker.update([other], 0.1)) == [2]


def test_a_lost_face_is_held_with_its_last_box_and_then_forgotten():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    tracker.update([face(6)], 0.1)
    (held,) = tracker.update([], 0.45)
    assert (held.track_id, held.is_held, held.box) == (1, True, face(6).box)
    assert tracker.update([], 0.6) == []
    assert tracker.known == frozenset()


def test_holding_depends_on_seconds_not_on_frames():
    for step_s in (0.01, 0.2):
        tracker = Tracker(hold_s=0.4)
        tracker.update([face(0)], 0.0)
        frames = [step_s * n for n in range(1, round(0.4 / step_s))]
        assert all(tracker.update([], time_s) for time_s in frames)
        assert tracker.update([], 0.5) == []


def test_a_face_that_comes_back_in_time_keeps_its_number_and_is_held_no_more():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    tracker.update([], 0.2)
    (back,) = tracker.update([face(5)], 0.3)
    assert (back.track_id, back.is_held) == (1, False)


def test_seen_faces_come_first_and_keep_their_score():
    tracker = Tracker()
    tracker.update([face(0), face(300)], 0.0)
    faces = tracker.update([face(300, score=0.5)], 0.1)
    assert numbers(faces) == [2, 1]
    assert [f.is_held for f in faces] == [False, True]
    assert faces[0].detection_score == 0.5
    assert tracker.known == {1, 2}


def test_numbers_are_never_used_twice():
    tracker = Tracker(hold_s=0.1)
    tracker.update([face(0)], 0.0)
    tracker.update([], 5.0)
    assert numbers(tracker.update([face(0)], 5.1)) == [2]


def test_rewinding_forgets_all_faces_but_not_the_numbers_given():
    tracker = Tracker()
    tracker.update([face(0)], 10.0)
    faces = tracker.update([face(0)], 3.0)
    assert numbers(faces) == [2]
    assert tracker.known == {2}
