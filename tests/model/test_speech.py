"""Speech: phrases of syllables with pauses, the same at any rate, and within what a face can do."""

import numpy as np
import pytest

from model.speech import PAUSE_S, Speech

SECONDS = 30.0


def poses(seed=0, rate=60.0):
    speech = Speech(SECONDS, seed)
    return [speech.at(n / rate) for n in range(round(SECONDS * rate))]


def test_the_same_seed_says_the_same_and_another_something_else():
    assert poses() == poses()
    assert poses() != poses(1)


def test_cameras_of_any_rate_see_the_same_speech():
    assert poses(rate=60)[::6] == poses(rate=10)


@pytest.mark.parametrize("seed", range(3))
def test_lips_move_in_syllables_and_rest_in_pauses(seed):
    openings = np.array([pose.opening for pose in poses(seed)])
    tops = np.flatnonzero((openings[1:-1] > openings[:-2]) & (openings[1:-1] >= openings[2:]))
    gaps = np.diff(tops) / 60
    assert 1 / 6 < np.median(gaps) < 1 / 3
    shut = openings < 1e-6
    runs = np.diff(np.flatnonzero(np.diff(np.r_[0, shut, 0])))[::2] / 60
    assert 5 < (runs >= PAUSE_S[0]).sum() < SECONDS
    assert openings.max() <= 0.25


@pytest.mark.parametrize("seed", range(3))
def test_every_part_stays_within_bounds_and_nothing_jumps(seed):
    found = poses(seed)
    for name, least, most, step in (
        ("opening", 0, 0.25, 0.06),
        ("width", -0.5, 0.5, 0.2),
        ("lids", 0, 1, 0.35),
        ("tilt_deg", -20, 20, 2),
        ("turn", -0.2, 0.2, 0.02),
    ):
        values = np.array([getattr(pose, name) for pose in found])
        assert least - 1e-9 <= values.min()
        assert values.max() <= most, name
        assert np.abs(np.diff(values)).max() < step, name
        assert np.ptp(values) > 0, name


def test_before_and_after_all_the_mouth_is_shut():
    speech = Speech(2.0)
    assert speech.at(0.0).opening == 0
    assert speech.at(100.0).opening == 0
