"""What the look of a picture tells of its class stays out of what is learned."""

import keras
import numpy as np
import pytest

from fer_desktop.evaluation.run import Answers
from model.looks import accuracy, adjusted_crossentropy, by_look, look_offsets

EYE = np.eye(8, dtype=np.float32)
SOFT = 0.9 * EYE + 0.1 / 8


def stills_and_portraits():
    """Return targets and looks: colour is disgust 3 times in 4, gray is nearly always neutral."""
    classes = [2] * 30 + [6] * 10 + [5] * 150 + [2] * 10
    return SOFT[classes], np.array([True] * 40 + [False] * 160)


def offsets_of(targets, looks, sources=None):
    sources = sources or ["a"] * len(targets)
    return look_offsets(targets, np.ones(len(targets)), sources, looks)


def test_what_the_look_tells_is_the_offset():
    targets, looks = stills_and_portraits()
    offsets = offsets_of(targets, looks)
    expected = np.log(targets[looks].mean(0) / targets.mean(0))
    np.testing.assert_allclose(offsets[0], expected, atol=1e-3)
    assert offsets[0, 2] > 1 > -1 > offsets[0, 5]
    assert np.ptp(offsets[:40], axis=0).max() == 0


def test_a_data_set_of_one_look_has_none():
    targets, looks = stills_and_portraits()
    assert not offsets_of(targets, np.zeros_like(looks)).any()
    # The second set is all gray; the first one's colour is none of its business.
    both = offsets_of(
        np.concatenate([targets, targets]),
        np.concatenate([looks, np.zeros_like(looks)]),
        ["a"] * 200 + ["b"] * 200,
    )
    np.testing.assert_array_equal(both[:200], offsets_of(targets, looks))
    assert not both[200:].any()


def test_a_class_that_a_look_never_has_stays_finite():
    targets, looks = stills_and_portraits()
    assert np.isfinite(offsets_of(np.round(targets), looks)).all()


def test_pictures_that_are_drawn_more_often_count_more():
    targets, looks = stills_and_portraits()
    chances = np.where(targets.argmax(1) == 6, 3.0, 1.0)
    offsets = look_offsets(targets, chances, ["a"] * 200, looks)
    assert offsets[0, 2] < offsets_of(targets, looks)[0, 2]


def test_without_offsets_it_is_the_cross_entropy():
    rng = np.random.default_rng(0)
    rows = rng.dirichlet(np.ones(8), 5).astype(np.float32)
    truth = rng.dirichlet(np.ones(8), 5).astype(np.float32)
    loss = adjusted_crossentropy(np.concatenate([truth, np.zeros((5, 8))], 1), rows)
    expected = keras.losses.categorical_crossentropy(truth, rows)
    np.testing.assert_allclose(np.asarray(loss), np.asarray(expected), rtol=1e-4)


def test_answering_by_the_look_does_not_pay():
    """What pays best is to answer, whatever the look, how common the classes are."""
    targets, looks = stills_and_portraits()
    regardless = np.repeat(targets.mean(0, keepdims=True), len(targets), axis=0)
    by_the_look = np.where(
        looks[:, np.newaxis], targets[looks].mean(0), targets[~looks].mean(0)
    ).astype(np.float32)

    def loss(offsets, answers):
        rows = adjusted_crossentropy(np.concatenate([targets, offsets], 1), answers)
        return float(np.asarray(rows).mean())

    nothing = np.zeros_like(targets)
    assert loss(nothing, by_the_look) < loss(nothing, regardless) - 0.04
    offsets = offsets_of(targets, looks)
    assert loss(offsets, regardless) < loss(offsets, by_the_look) - 0.04
    for label in range(8):
        shifted = regardless * np.where(looks[:, np.newaxis] & (np.arange(8) == label), 1.2, 1)
        shifted = (shifted / shifted.sum(1, keepdims=True)).astype(np.float32)
        assert loss(offsets, regardless) < loss(offsets, shifted)


def test_accuracy_is_that_of_the_network_alone():
    rows = EYE[[2, 5]] * 0.5 + 0.0625
    offsets = np.zeros((2, 8), np.float32)
    offsets[:, 7] = 9.0
    right = accuracy(np.concatenate([EYE[[2, 4]], offsets], 1), rows)
    assert np.asarray(right).tolist() == pytest.approx([1.0, 0.0])


def test_each_look_is_measured_by_itself():
    truth = np.array([2, 2, 5, 5])
    found = np.array([True, True, True, False])
    answers = Answers(EYE[[2, 5, 5, 5]], truth, found)
    looks = np.array([True, True, False, False])
    assert by_look(looks, answers) == {
        "colour": {"n": 2, "accuracy": 0.5},
        "gray": {"n": 2, "accuracy": 0.5},
    }
    assert set(by_look(np.zeros(4, bool), answers)) == {"gray"}
