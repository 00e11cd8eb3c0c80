"""Confidence intervals: how often they hold the truth, and what they say where little is known."""

import json

import numpy as np
import pytest

from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.confusion import SHAPE, scores
from fer_desktop.evaluation.intervals import bootstrap_intervals


def matrix(cells):
    """Return a confusion matrix from {(row, column): count}."""
    confusion = np.zeros(SHAPE, np.int64)
    for cell, count in cells.items():
        confusion[cell] = count
    return confusion


# Three classes, of which the rarest has some 30 of 400 pictures; some faces are not found.
WORLD = matrix(
    {
        (0, 0): 150,
        (0, 1): 40,
        (0, 8): 10,
        (1, 0): 30,
        (1, 1): 130,
        (1, 2): 10,
        (2, 0): 6,
        (2, 2): 20,
        (2, 1): 4,
    }
)


FIGURES = ("accuracy", "balanced_accuracy", "macro_f1", "recall 2", "precision 0", "f1 2")


@pytest.fixture(scope="module")
def coverage():
    """Return how often the intervals of 300 data sets from a known world hold its true figures."""
    truth, generator, n_worlds = scores(WORLD), np.random.default_rng(7), 300
    held = dict.fromkeys(FIGURES, 0)
    for _ in range(n_worlds):
        counts = generator.multinomial(WORLD.sum(), WORLD.ravel() / WORLD.sum())
        found = bootstrap_intervals(counts.reshape(SHAPE), 300)
        for figure in FIGURES:
            name, _, number = figure.partition(" ")
            value = getattr(truth, name)[int(number)] if number else getattr(truth, name)
            place = found.per_class[LABELS[int(number)]] if number else found
            low, high = getattr(place, name)
            held[figure] += low <= value <= high
    return {figure: count / n_worlds for figure, count in held.items()}


@pytest.mark.parametrize("figure", FIGURES)
def test_intervals_hold_the_truth_in_about_95_of_100_cases(coverage, figure):
    # Four standard errors of 300 cases are 0.05; percentiles are a little narrow for small classes.
    assert 0.90 <= coverage[figure] <= 0.985


def test_drawing_cells_is_the_same_as_drawing_pictures():
    truth, answers = np.repeat(np.argwhere(WORLD), WORLD[WORLD > 0], axis=0).T
    generator = np.random.default_rng(3)
    drawn = np.zeros((2000, *SHAPE), np.int64)
    for confusion in drawn:
        chosen = generator.integers(0, truth.size, truth.size)
        np.add.at(confusion, (truth[chosen], answers[chosen]), 1)
    by_pictures = scores(drawn)
    found = bootstrap_intervals(WORLD)
    for interval, values in (
        (found.accuracy, by_pictures.accuracy),
        (found.macro_f1, by_pictures.macro_f1),
        (found.per_class["disgust"].recall, by_pictures.recall[:, 2]),
        (found.per_class["anger"].precision, by_pictures.precision[:, 0]),
    ):
        assert interval == pytest.approx(np.percentile(values, [2.5, 97.5]), abs=0.02)


def test_intervals_hold_the_figure_itself_and_are_the_same_every_time():
    found, figures = bootstrap_intervals(WORLD), scores(WORLD)
    assert found == bootstrap_intervals(WORLD)
    for name in ("accuracy", "balanced_accuracy", "macro_f1"):
        low, high = getattr(found, name)
        assert low < getattr(figures, name) < high


def test_more_pictures_make_intervals_narrower():
    def width(confusion):
        low, high = bootstrap_intervals(confusion).per_class["disgust"].recall
        return high - low

    # Nine times the pictures, a third of the width.
    assert width(WORLD) / width(WORLD * 9) == pytest.approx(3, rel=0.1)


def test_a_class_missing_in_a_resample_is_left_out_of_its_mean():
    # One picture of class 1, always right; it is in 63 of 100 resamples. Counted as 0 where it is
    # absent, it would pull the mean of two perfect classes down to a half.
    right = matrix({(0, 0): 99, (0, 1): 1, (1, 1): 1})
    low, high = bootstrap_intervals(right).balanced_accuracy
    assert low > 0.95
    assert high == 1.0


def test_resamples_without_a_class_say_nothing_of_that_class():
    # Three pictures of class 1: 5 in 100 resamples have none, and none has an F1 of 0.
    found = bootstrap_intervals(matrix({(0, 0): 97, (0, 1): 3, (1, 1): 3}))
    assert found.per_class["contempt"].f1[0] > 0.1


def test_where_no_picture_was_right_the_upper_end_is_the_exact_bound():
    found = bootstrap_intervals(matrix({(1, 5): 9, (5, 5): 500})).per_class["contempt"]
    assert found.recall == pytest.approx((0, 1 - 0.025 ** (1 / 9)))
    assert found.recall[1] == pytest.approx(0.336, abs=0.001)
    assert found.precision is None, "it was never answered"
    # The bound of F1 at that recall and a precision of 1.
    assert found.f1 == pytest.approx((0, 2 * 0.336 / 1.336), abs=0.001)


def test_where_all_pictures_were_right_the_lower_end_is_the_exact_bound():
    found = bootstrap_intervals(matrix({(0, 0): 20, (1, 1): 10}))
    assert found.accuracy == pytest.approx((0.025 ** (1 / 30), 1))
    of_class = [(0.025 ** (1 / n), 1) for n in (20, 10)]
    for label, expected in zip(("anger", "contempt"), of_class, strict=True):
        for interval in vars(found.per_class[label]).values():
            assert interval == pytest.approx(expected)
    means = (np.mean([low for low, _ in of_class]), 1)
    assert found.balanced_accuracy == pytest.approx(means)
    assert found.macro_f1 == pytest.approx(means)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [((3, 3), (0.025, 1)), ((3, 5), (0, 0.975)), ((3, 8), (0, 0.975))],
    ids=["right", "wrong", "no face"],
)
def test_one_picture_says_next_to_nothing(cell, expected):
    found = bootstrap_intervals(matrix({cell: 1}))
    assert found.accuracy == pytest.approx(expected)
    assert found.per_class["fear"].recall == pytest.approx(expected)
    assert found.balanced_accuracy == pytest.approx(expected)


def test_what_can_not_be_counted_has_no_interval():
    found = bootstrap_intervals(matrix({(0, 0): 5, (0, 5): 5, (1, 0): 2}))
    absent = found.per_class["neutral"]
    assert (absent.recall, absent.f1) == (None, None)
    assert absent.precision == pytest.approx((0, 1 - 0.025 ** (1 / 5))), "answered 5 times"
    assert vars(found.per_class["fear"]) == {"recall": None, "precision": None, "f1": None}


def test_without_pictures_there_are_no_intervals():
    found = json.loads(json.dumps(bootstrap_intervals(matrix({})).as_dict()))
    assert (found["accuracy"], found["balanced_accuracy"], found["macro_f1"]) == (None, None, None)
    assert found["per_class"]["fear"] == {"recall": None, "precision": None, "f1": None}


def test_the_dictionary_is_json():
    found = bootstrap_intervals(WORLD)
    values = json.loads(json.dumps(found.as_dict()))
    assert list(values) == ["accuracy", "balanced_accuracy", "macro_f1", "per_class"]
    assert list(values["per_class"]) == list(LABELS)
    assert values["accuracy"] == list(found.accuracy)
    assert values["per_class"]["disgust"]["f1"] == list(found.per_class["disgust"].f1)
    assert values["per_class"]["fear"]["recall"] is None
