"""Figures of two ways of naming pictures, and the interval of their difference over persons."""

import numpy as np
import pytest

from fer_desktop.core.labels import INDEX, N_LABELS
from model.baseline_figures import FIGURES, compare, log_losses, outcome
from tests.fakes import probabilities

NEUTRAL, HAPPINESS, SADNESS = (INDEX[name] for name in ("neutral", "happiness", "sadness"))


def person(*pictures):
    """Return a person's (answers, truth) of pictures as (answered, true) labels."""
    rows = np.stack([probabilities(answered) for answered, _ in pictures])
    return rows, np.array([INDEX[true] for _, true in pictures])


RIGHT = person(("neutral", "neutral"), ("happiness", "happiness"))
SAD = person(("sadness", "neutral"), ("happiness", "happiness"))
FLAT = person(("neutral", "neutral"), ("neutral", "happiness"))


def test_the_figures_are_those_of_all_pictures():
    found = compare(outcome([RIGHT, SAD, SAD]), outcome([RIGHT, RIGHT, FLAT]))
    assert (found["persons"], found["pictures"]) == (3, 6)
    assert found["classes"]["neutral"] == found["classes"]["happiness"] == 3
    before, after = found["before"], found["after"]
    assert set(before) == set(after) == set(found["difference"]) == set(FIGURES)
    assert before["accuracy"] == pytest.approx(4 / 6)
    assert before["balanced_accuracy"] == pytest.approx((1 / 3 + 1) / 2)
    assert before["macro_f1"] == pytest.approx((0.5 + 1) / 2)
    assert (before["neutral_recall"], before["expressive_as_neutral"]) == (
        pytest.approx(1 / 3),
        0,
    )
    assert (after["neutral_recall"], after["expressive_as_neutral"]) == (1, pytest.approx(1 / 3))
    assert found["difference"]["accuracy"]["value"] == pytest.approx(1 / 6)


def test_log_loss_is_the_mean_over_pictures():
    rows, truth = person(("neutral", "neutral"), ("happiness", "neutral"))
    assert log_losses(rows, truth) == pytest.approx(-np.log([0.9, 0.1 / 7]), rel=1e-4)
    two = outcome([(rows, truth), RIGHT])
    expected = -(3 * np.log(0.9) + np.log(0.1 / 7)) / 4
    assert compare(two, two)["before"]["log_loss"] == pytest.approx(expected, rel=1e-4)
    nothing = np.zeros((1, N_LABELS), np.float32)
    assert np.isfinite(log_losses(nothing, np.array([0]))).all()


def test_without_a_difference_the_interval_is_nothing():
    found = compare(outcome([RIGHT, SAD] * 5), outcome([RIGHT, SAD] * 5))
    for row in found["difference"].values():
        assert (row["value"], row["interval"]) == (0, [0, 0])


def test_persons_are_drawn_and_not_pictures():
    """One person with many pictures moves the interval as one."""
    many = [np.concatenate(parts) for parts in zip(*[SAD] * 50, strict=True)]
    better = [np.concatenate(parts) for parts in zip(*[RIGHT] * 50, strict=True)]
    found = compare(outcome([many, *[RIGHT] * 9]), outcome([better, *[RIGHT] * 9]))
    low, high = found["difference"]["accuracy"]["interval"]
    value = found["difference"]["accuracy"]["value"]
    assert low == 0  # he is in a third of the resamples not at all
    assert high > value + 0.05


def test_the_same_persons_are_drawn_for_both():
    """So what every person gains is sure, however much persons differ."""
    before = [SAD] * 10 + [FLAT] * 10
    found = compare(outcome(before), outcome([RIGHT] * 20))
    low, high = found["difference"]["accuracy"]["interval"]
    assert (low, high) == (0.5, 0.5)


def test_where_nothing_is_to_count_there_is_no_figure():
    only = person(("neutral", "neutral"), ("sadness", "neutral"))
    found = compare(outcome([only]), outcome([only]))
    assert found["before"]["expressive_as_neutral"] is None
    assert found["difference"]["expressive_as_neutral"] == {"value": None, "interval": None}
    assert found["before"]["neutral_recall"] == 0.5
