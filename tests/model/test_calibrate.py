"""The temperature makes answers honest; the threshold keeps those that are right often enough."""

import numpy as np

from fer_desktop.evaluation.metrics import figures
from fer_desktop.vision.recognition.classifier import calibrated
from model.calibrate import MOST_ECE, Part, choose_threshold, fit_temperature


def test_temperature_makes_overconfident_answers_honest():
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 8, 2000)
    logits = rng.normal(size=(2000, 8))
    logits[np.arange(2000), truth] += 1.5
    tempered = np.exp(logits * 3)
    rows = (tempered / tempered.sum(axis=1, keepdims=True)).astype(np.float32)
    # For unit-variance scores 1.5 apart the honest logits are 1.5 times the scores; these have 3.
    assert 1.8 < fit_temperature([Part(rows, truth)]) < 2.2


def answers(confidence, n_right, n):
    """Return n rows of one confidence for class 0, of which n_right are truly class 0."""
    rows = np.full((n, 8), (1 - confidence) / 7, np.float32)
    rows[:, 0] = confidence
    truth = np.ones(n, np.int64)
    truth[:n_right] = 0
    return rows, truth


def joined(*parts):
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))


def test_the_threshold_is_the_lowest_that_keeps_nine_in_ten_right():
    rows, truth = joined(answers(0.305, 0, 30), answers(0.355, 9, 10), answers(0.9, 95, 100))
    assert choose_threshold([Part(rows, truth)], 1.0) == 0.31
    rows, truth = joined(answers(0.305, 0, 30), answers(0.355, 0, 20), answers(0.9, 95, 100))
    assert choose_threshold([Part(rows, truth)], 1.0) == 0.36


def test_answers_that_are_good_enough_need_no_threshold():
    assert choose_threshold([Part(*answers(0.3, 95, 100))], 1.0) == 0.12


def test_a_poor_network_does_not_hide_behind_uncertain():
    assert choose_threshold([Part(*answers(0.9, 10, 100))], 1.0) == 0.7


def test_strangers_move_the_temperature_as_far_as_the_first_part_stays_honest():
    home = Part(*joined(answers(0.9, 900, 1000), answers(0.7, 700, 1000)))
    strangers = Part(*answers(0.9, 30, 100))
    alone, both = fit_temperature([home]), fit_temperature([home, strangers])
    assert 0.95 < alone < 1.05
    assert alone < both

    def error(temperature):
        rows = calibrated(home.probabilities, temperature)
        return figures(rows, home.truth, np.ones(len(rows), bool)).ece

    assert error(both) <= MOST_ECE < error(both * 1.02)
    # However many strangers there are, and however much they would want.
    assert fit_temperature([home, Part(*answers(0.9, 300, 1000))]) == both


def test_the_threshold_is_high_enough_for_strangers_too():
    home = Part(*joined(answers(0.3, 95, 100), answers(0.5, 95, 100)))
    outside = joined(answers(0.3, 0, 50), answers(0.5, 80, 100))
    assert choose_threshold([home], 1.0) == 0.12
    assert choose_threshold([home, Part(*outside, 0.75)], 1.0) == 0.31
    assert choose_threshold([home, Part(*outside, 0.9)], 1.0) == 0.7


def test_of_several_sets_of_strangers_the_mean_counts():
    home = Part(*answers(0.5, 95, 100))
    easy, hard = Part(*answers(0.5, 90, 100), 0.75), Part(*answers(0.5, 62, 100), 0.75)
    assert choose_threshold([home, easy, hard], 1.0) == 0.12
    assert choose_threshold([home, hard, hard], 1.0) == 0.7
