"""Shown probabilities calm down over seconds, not over frames."""

import math

import numpy as np
import pytest

from fer_desktop.core.smoothing import Smoother
from tests.fakes import probabilities

HAPPY, SAD = probabilities("happiness"), probabilities("sadness")
I_SAD = int(SAD.argmax())


def test_the_first_value_is_shown_as_it_is():
    assert np.array_equal(Smoother(0.25).update(1, HAPPY, 5.0), HAPPY)


def test_after_the_response_time_63_percent_of_a_step_is_shown():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    shown = smoother.update(1, SAD, 0.25)
    step = (shown[I_SAD] - HAPPY[I_SAD]) / (SAD[I_SAD] - HAPPY[I_SAD])
    assert step == pytest.approx(1 - math.exp(-1), abs=1e-5)


@pytest.mark.parametrize("rate", [5, 30, 60])
def test_it_acts_alike_at_any_frame_rate(rate):
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    for n in range(1, rate + 1):
        shown = smoother.update(1, SAD, n / rate)
    one_step = HAPPY + (1 - math.exp(-1 / 0.25)) * (SAD - HAPPY)
    assert shown == pytest.approx(one_step, abs=1e-4)


def test_smoothed_values_stay_probabilities():
    smoother, random = Smoother(0.25), np.random.default_rng(0)
    for n in range(50):
        values = random.dirichlet(np.full(8, 0.1)).astype(np.float32)
        shown = smoother.update(1, values, n / 15)
        assert shown.dtype == np.float32
        assert shown.sum() == pytest.approx(1, abs=1e-4)
        assert shown.min() >= 0


def test_raw_values_are_not_changed():
    smoother, raw = Smoother(0.25), HAPPY.copy()
    smoother.update(1, raw, 0.0)
    smoother.update(1, SAD, 0.1)
    assert np.array_equal(raw, HAPPY)


def test_no_response_time_shows_raw_values():
    smoother = Smoother(0.0)
    smoother.update(1, HAPPY, 0.0)
    assert np.array_equal(smoother.update(1, SAD, 0.01), SAD)


def test_faces_do_not_mix():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    assert np.array_equal(smoother.update(2, SAD, 0.1), SAD)


def test_after_a_rewind_it_begins_anew():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 9.0)
    assert np.array_equal(smoother.update(1, SAD, 3.0), SAD)


def test_a_forgotten_face_begins_anew_and_a_known_one_goes_on():
    smoother = Smoother(0.25)
    smoother.update(1, HAPPY, 0.0)
    smoother.update(2, HAPPY, 0.0)
    smoother.forget_all_but(frozenset({2}))
    assert np.array_equal(smoother.update(1, SAD, 0.1), SAD)
    assert not np.array_equal(smoother.update(2, SAD, 0.1), SAD)
