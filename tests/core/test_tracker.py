"""Faces keep their numbers from frame to frame."""

from dataclasses import replace

import numpy as np
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


@pytest.mark.parametrize(
    ("before", "now", "number"), [(60, 100, 1), (100, 60, 1), (40, 100, 2), (100, 40, 2)]
)
def test_without_overlap_enough_it_is_the_same_face_up_to_twice_or_half_the_size(
    before, now, number
):
    tracker = Tracker(hold_s=0.0, min_iou=0.6)
    tracker.update([face(100 - before // 2, 100 - before // 2, size=before)], 0.0)
    found = tracker.update([face(100 - now // 2, 100 - now // 2, size=now)], 0.1)
    assert numbers(found) == [number]


def test_a_lost_face_is_held_where_it_should_be_and_then_forgotten():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    tracker.update([face(6)], 0.1)
    (held,) = tracker.update([], 0.45)
    assert (held.track_id, held.is_held) == (1, True)
    assert 6 < held.box.x1 < 30, "it goes on as it went"
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


# --- belief


def weak(x=0):
    return face(x, score=0.3)


def test_a_face_is_shown_at_once_where_the_detector_is_sure():
    assert numbers(Tracker(min_belief=0.75).update([face(0, score=0.8)], 0.0)) == [1]


def test_an_unsure_face_is_shown_once_it_was_seen_often_enough():
    tracker = Tracker(min_belief=0.75)
    seen = [numbers(tracker.update([weak(n)], n / 30)) for n in range(4)]
    assert seen == [[], [], [1], [1]]


def test_sightings_a_second_apart_count_too():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    assert [numbers(tracker.update([weak()], n)) for n in range(3)] == [[], [], [1]]


def test_a_face_that_was_invented_in_single_frames_is_neither_shown_nor_held():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    for n in range(60):
        found = [face(300), weak()] if n % 15 == 0 else [face(300)]
        assert numbers(tracker.update(found, n / 30)) == [1], n


def test_a_face_that_was_shown_stays_and_is_held_when_the_detector_becomes_unsure():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    tracker.update([face(0)], 0.0)
    assert numbers(tracker.update([weak(2)], 0.1)) == [1]
    (held,) = tracker.update([], 0.2)
    assert (held.track_id, held.is_held) == (1, True)


def test_a_forgotten_face_has_to_be_believed_anew():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    tracker.update([face(0)], 0.0)
    assert tracker.update([], 0.5) == []
    assert tracker.update([weak()], 0.6) == []


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


# --- faces that the detector is not sure of


def unsure(x=0, y=0):
    return face(x, y, score=0.1)


def careful(**options):
    return Tracker(hold_s=0.4, sure_score=0.28, **options)


def test_an_unsure_face_goes_on_from_a_known_one_for_as_long_as_it_is_seen():
    tracker = careful()
    tracker.update([face(0)], 0.0)
    for n in range(1, 60):
        (found,) = tracker.update([unsure(n)], n / 10)
        assert (found.track_id, found.is_held, found.box.x1) == (1, False, n)


def test_an_unsure_face_is_none_of_its_own():
    tracker = careful()
    assert tracker.update([unsure()], 0.0) == []
    assert tracker.known == frozenset()
    tracker.update([face(0)], 0.1)
    assert numbers(tracker.update([unsure(60), face(1)], 0.2)) == [1]
    assert tracker.known == {1}


def test_an_unsure_face_elsewhere_does_not_carry_a_known_one_away():
    tracker = careful()
    tracker.update([face(0)], 0.0)
    (held,) = tracker.update([unsure(40)], 0.1)
    assert (held.is_held, held.box) == (True, face(0).box)


def test_a_sure_face_comes_before_an_unsure_one_that_lies_better():
    tracker = careful()
    tracker.update([face(0)], 0.0)
    (found,) = tracker.update([unsure(0), face(30, score=0.6)], 0.1)
    assert (found.track_id, found.detection_score) == (1, 0.6)


def test_an_unsure_face_adds_no_belief():
    tracker = careful(min_belief=0.75)
    tracker.update([weak()], 0.0)
    assert not any(tracker.update([unsure()], n / 30) for n in range(1, 60))
    assert tracker.update([face(0)], 2.1)


# --- where faces should be


def walked(tracker, speed=200, n=15, start=0, y=0):
    """Let a face walk to the right for half a second; return its last time and place."""
    for step in range(n):
        x = start + round(speed * step / 30)
        tracker.update([face(x, y)], step / 30)
    return (n - 1) / 30, x


def test_known_faces_are_expected_where_their_way_leads():
    tracker = Tracker()
    time_s, x = walked(tracker)
    (expected,) = tracker.expected(time_s + 0.2)
    assert expected.last.box == face(x).box
    assert expected.last.track_id == 1
    assert expected.box.x1 == pytest.approx(x + 40, abs=8)
    assert (expected.box.width, expected.box.y1) == (100, 0)


def test_nobody_is_expected_after_rewinding():
    tracker = Tracker()
    walked(tracker)
    assert tracker.expected(0.1) == []


def test_a_lost_face_goes_on_and_is_found_again_there():
    tracker = Tracker(hold_s=1.0)
    time_s, x = walked(tracker, speed=600)
    assert tracker.update([], time_s + 0.3)[0].box.x1 == pytest.approx(x + 160, abs=30)
    assert numbers(tracker.update([face(x + 240)], time_s + 0.4)) == [1]


def test_a_lost_face_that_is_carried_on_is_where_it_was_carried_to():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    (held,) = tracker.update([replace(face(30), track_id=1, is_held=True)], 0.1)
    assert (held.track_id, held.is_held, held.box) == (1, True, face(30).box)


def test_a_face_that_another_begins_to_hide_keeps_its_speed():
    tracker = Tracker()
    time_s, x = walked(tracker)
    for n in range(1, 4):  # only what is left to see of it is seen: it seems to stand
        tracker.update([face(x), face(x + 70, size=120)], time_s + n / 30)
    first, _ = tracker.expected(time_s + 0.3)
    assert first.box.x1 == pytest.approx(x + 40, abs=10)


def follow(box_x, number=1, score=0.9):
    return replace(face(box_x, score=score), track_id=number)


def test_one_that_was_followed_without_a_look_is_seen():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    for n in range(1, 30):
        (seen,) = tracker.update([follow(5 * n)], n / 10)
        assert (seen.track_id, seen.is_held, seen.box) == (1, False, face(5 * n).box)
    (expected,) = tracker.expected(3.0)
    assert expected.box.x1 > 145, "its way is known"


def test_being_followed_adds_no_belief():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    tracker.update([weak()], 0.0)
    assert not any(tracker.update([follow(0, score=0.3)], n / 30) for n in range(1, 60))
    assert tracker.update([face(0)], 2.1)


def test_one_that_was_followed_is_no_match_for_another():
    tracker = Tracker()
    tracker.update([face(0)], 0.0)
    assert numbers(tracker.update([face(10), follow(0)], 0.1)) == [2, 1]
    assert numbers(tracker.update([follow(12, 2), follow(0)], 0.2)) == [2, 1]


def test_one_that_is_carried_on_is_known_for_longer_but_not_shown():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    shown = [
        tracker.update([replace(face(n), track_id=1, is_held=True)], n / 10) for n in range(1, 20)
    ]
    assert [bool(faces) for faces in shown] == [n <= 4 for n in range(1, 20)]
    assert numbers(tracker.update([face(20)], 2.0)) == [1]


def test_one_that_is_carried_on_for_ever_is_forgotten_all_the_same():
    tracker = Tracker(hold_s=0.4)
    tracker.update([face(0)], 0.0)
    for n in range(1, 30):
        tracker.update([replace(face(0), track_id=1, is_held=True)], n / 10)
    assert tracker.known == frozenset()


def test_who_walks_on_behind_another_keeps_the_number():
    tracker = Tracker(hold_s=0.2)
    for n in range(60):
        x = 10 * n
        is_hidden = abs(x - 300) < 90
        found = [face(300, size=120)] if is_hidden else [face(300, size=120), face(x)]
        faces = tracker.update(found, n / 20)
        if not is_hidden:
            assert numbers(faces) == [1, 2], n


def test_two_who_walk_through_each_other_keep_their_numbers():
    tracker = Tracker()
    for n in range(61):
        left, right = face(10 * n), face(600 - 10 * n, 12)
        found = [left] if abs(n - 30) < 4 else [left, right]
        faces = {f.track_id: f.box.x1 for f in tracker.update(found, n / 30) if not f.is_held}
        assert faces[1] == 10 * n
        if len(found) == 2:
            assert faces[2] == 600 - 10 * n


@pytest.mark.parametrize(("size", "n_held"), [((640, 480), 0), (None, 1)])
def test_who_leaves_the_picture_is_held_no_longer(size, n_held):
    tracker = Tracker(hold_s=1.0)
    time_s, _ = walked(tracker, speed=900, start=100)
    assert len(tracker.update([], time_s + 0.2, size)) == n_held
    assert len(tracker.known) == n_held


# --- who comes back


def looking(bin_, x=0, y=0, **options):
    """Return a face whose appearance is one colour."""
    appearance = np.zeros((3, 8), np.float32)
    appearance[:, bin_] = 1
    return replace(face(x, y, **options), appearance=appearance)


def after_a_pause(pause_s, back, step_s=0.1, **options):
    """Return the number of who comes back after a pause; a face was there before, number 1."""
    tracker = Tracker(hold_s=0.4, **options)
    for n in range(3):
        tracker.update([looking(1)], n / 10)
    for n in range(1, round(pause_s / step_s)):
        tracker.update([], 0.2 + n * step_s, (640, 480))
    (found,) = [f for f in tracker.update([back], 0.2 + pause_s, (640, 480)) if not f.is_held]
    return found.track_id


@pytest.mark.parametrize("pause_s", [0.3, 0.6, 1.0, 1.9])
@pytest.mark.parametrize("x", [0, 60])
def test_who_comes_back_where_the_face_was_and_looks_alike_keeps_the_number(pause_s, x):
    assert after_a_pause(pause_s, looking(1, x)) == 1


@pytest.mark.parametrize("pause_s", [0.3, 0.6, 1.0, 1.9])
def test_who_looks_otherwise_is_somebody_else(pause_s):
    assert after_a_pause(pause_s, looking(2)) == 2


@pytest.mark.parametrize(
    ("pause_s", "back"),
    [
        (2.1, looking(1)),
        (1.0, looking(1, 120)),
        (1.0, looking(1, size=45)),
        (1.0, replace(looking(1), appearance=None)),
    ],
    ids=["too late", "elsewhere", "of another size", "not known how it looks"],
)
def test_who_comes_back_late_or_elsewhere_is_somebody_else(pause_s, back):
    assert after_a_pause(pause_s, back) == 2


def test_a_glance_away_asks_for_no_likeness():
    assert after_a_pause(0.2, looking(2)) == 1


def test_the_one_that_is_most_alike_comes_back():
    tracker = Tracker(hold_s=0.1)
    tracker.update([looking(1, 0), looking(2, 90)], 0.0)
    tracker.update([], 0.5)
    assert numbers(tracker.update([looking(2, 40)], 0.8)) == [2]
    assert numbers(tracker.update([looking(2, 40), looking(1, 45)], 0.9)) == [2, 1]


def test_somebody_else_in_the_place_of_a_lost_face_is_not_shown_beside_it():
    tracker = Tracker(hold_s=0.4)
    tracker.update([looking(1)], 0.0)
    assert [f.is_held for f in tracker.update([], 0.2)] == [True]
    assert [(f.track_id, f.is_held) for f in tracker.update([looking(2)], 0.3)] == [(2, False)]
    assert tracker.known == {1, 2}


def test_who_left_the_picture_does_not_come_back():
    tracker = Tracker(hold_s=0.4)
    for n in range(5):
        tracker.update([looking(1, 480 + 30 * n)], n / 30)
    for n in range(5, 25):
        tracker.update([], n / 30, (640, 480))
    assert tracker.known == frozenset()
    assert numbers(tracker.update([looking(1, 540)], 1.0, (640, 480))) == [2]


def test_one_that_was_never_shown_does_not_come_back_either():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    tracker.update([looking(1, score=0.3)], 0.0)
    tracker.update([], 0.6)
    assert tracker.known == frozenset()


def test_who_comes_back_is_known_meanwhile_and_shown_at_once():
    tracker = Tracker(hold_s=0.4, min_belief=0.75)
    tracker.update([looking(1)], 0.0)
    assert tracker.update([], 0.6) == []
    assert (tracker.known, tracker.expected(0.7)) == ({1}, [])
    assert numbers(tracker.update([looking(1, score=0.3)], 0.8)) == [1]


def test_a_face_behind_another_need_not_look_alike():
    tracker = Tracker(hold_s=0.2)
    tracker.update([looking(1, 300, size=120), looking(2, 330)], 0.0)
    for n in range(1, 10):
        tracker.update([looking(1, 300, size=120)], n / 10)
    half_hidden = looking(1, 370)
    assert numbers(tracker.update([looking(1, 300, size=120), half_hidden], 1.0)) == [1, 2]
    back = [looking(1, 300, size=120), looking(2, 420)]
    assert numbers(tracker.update(back, 1.1)) == [1, 2]


def test_an_unsure_face_is_nobody_who_comes_back():
    tracker = Tracker(hold_s=0.2, sure_score=0.5)
    tracker.update([looking(1)], 0.0)
    tracker.update([], 0.5)
    assert tracker.update([looking(1, score=0.4)], 0.6) == []
    assert numbers(tracker.update([looking(1)], 0.7)) == [1]


def test_after_a_cut_all_are_new():
    tracker = Tracker(hold_s=0.4)
    tracker.update([looking(1), looking(2, 300)], 0.0)
    tracker.update([looking(1)], 0.5)
    tracker.forget()
    assert (tracker.known, tracker.expected(0.6)) == (frozenset(), [])
    assert numbers(tracker.update([looking(1), looking(2, 300)], 0.6)) == [3, 4]
    assert tracker.known == {3, 4}


def sharing(share):
    """Return a face whose appearance is two colours, so that it may be like several others."""
    appearance = np.zeros((3, 8), np.float32)
    appearance[:, 1], appearance[:, 2] = share, 1 - share
    return replace(face(0), appearance=appearance)


def test_of_two_that_are_alike_the_more_alike_comes_back():
    tracker = Tracker(hold_s=0.1)
    tracker.update([sharing(0.7)], 0.0)
    tracker.update([], 0.3)
    tracker.update([replace(sharing(0.1), box=face(60).box)], 0.4)
    tracker.update([replace(sharing(0.5), box=face(60).box)], 0.45)
    tracker.update([], 0.8)
    assert tracker.known == {1, 2}
    assert numbers(tracker.update([sharing(0.7)], 0.9)) == [1]


@pytest.mark.parametrize("is_held", [False, True])
def test_one_that_was_followed_comes_back_where_it_was_followed_to(is_held):
    tracker = Tracker(hold_s=0.3)
    tracker.update([looking(1)], 0.0)
    for n in range(1, 9):
        tracker.update([replace(face(40 * n), track_id=1, is_held=is_held)], n / 40)
    tracker.update([], 1.0)
    assert numbers(tracker.update([looking(1, 320)], 1.2)) == [1]


def test_beside_another_the_remembered_look_stays():
    """What is seen of a face that is half hidden is the other's."""
    tracker = Tracker(hold_s=0.2)
    tracker.update([looking(2, 0)], 0.0)
    tracker.update([looking(1, 10), looking(1, 80)], 0.1)
    tracker.update([], 0.6)
    assert numbers(tracker.update([looking(2, 10)], 0.7)) == [1]


def test_a_sure_face_that_lies_beside_comes_before_an_unsure_one_in_the_place():
    tracker = careful(min_iou=0.6)
    tracker.update([face(0)], 0.0)
    (found,) = tracker.update([unsure(0), face(45, score=0.6)], 0.1)
    assert (found.track_id, found.detection_score) == (1, 0.6)


def test_somebody_new_elsewhere_does_not_end_a_lost_face():
    tracker = Tracker(hold_s=0.4)
    tracker.update([looking(1)], 0.0)
    faces = tracker.update([looking(2, 300)], 0.3)
    assert [(f.track_id, f.is_held) for f in faces] == [(2, False), (1, True)]


def test_after_a_long_gap_nobody_is_known():
    tracker = Tracker(hold_s=0.4)
    tracker.update([looking(1)], 0.0)
    tracker.update([], 9.0)
    assert tracker.known == frozenset()
