"""Clips: what is true of each frame, and that persons keep their keys."""

from itertools import pairwise

import numpy as np
import pytest

from model.clips import RATE, clips, shots
from model.composed import Composer
from tests.model.test_composed import disc


@pytest.fixture(scope="module")
def composer():
    return Composer([disc(), disc(80)], [np.full((48, 64, 3), 60, np.uint8)])


def the(name, n=1):
    return [clip for clip in clips(n, 2) if clip.name == name][-1]


def truth_of(clip, composer):
    return [(shot.boxes, shot.hidden) for shot in shots(clip, composer)]


def test_there_are_as_many_of_each_kind_as_asked_for():
    made = clips(3, 10)
    names = {clip.name for clip in made}
    assert names == {"still", "moving", "crossing", "turning away", "leaving"}
    assert all(sum(clip.name == name for clip in made) == 3 for name in names)


def test_frames_have_a_camera_s_times_and_its_noise(composer):
    clip = the("still")
    made = list(shots(clip, composer))
    assert len(made) == round(clip.seconds * RATE)
    assert made[31].frame.time_s == pytest.approx(31 / RATE)
    assert len({tuple(shot.boxes[0]) for shot in made}) == 1
    assert np.abs(made[0].frame.image.astype(int) - made[1].frame.image).mean() > 1


def test_a_moving_face_moves_smoothly_and_stays_inside(composer):
    boxes = [boxes[0] for boxes, hidden in truth_of(the("moving"), composer) if not hidden]
    assert len(boxes) == round(5 * RATE)
    assert max(abs(a.x1 - b.x1) for a, b in pairwise(boxes)) < 30
    assert max(b.x1 for b in boxes) - min(b.x1 for b in boxes) > 250


def test_crossing_faces_change_sides_and_the_one_behind_is_hidden_meanwhile(composer):
    truth = truth_of(the("crossing"), composer)
    (first, _), (last, _) = truth[0], truth[-1]
    assert first[0].x1 > first[1].x2
    assert last[0].x2 < last[1].x1
    hidden = [hidden for _, hidden in truth]
    assert set().union(*hidden) == {0}
    assert 10 < sum(map(bool, hidden)) < 60


def test_a_face_that_turns_away_is_hidden_twice_for_a_third_of_a_second(composer):
    hidden = [bool(hidden) for _, hidden in truth_of(the("turning away"), composer)]
    assert sum(hidden) == pytest.approx(2 * 0.3 * RATE, abs=2)
    assert sum(a != b for a, b in pairwise(hidden)) == 4


def test_of_leaving_faces_one_goes_before_the_other_comes(composer):
    truth = truth_of(the("leaving"), composer)
    there = [tuple(boxes) for boxes, _ in truth]
    assert [a for a, b in pairwise([*there, None]) if a != b] == [(0,), (), (1,)]
    assert any(hidden for _, hidden in truth), "at the edge nobody has to find it"
