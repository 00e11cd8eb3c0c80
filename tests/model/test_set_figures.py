"""Means over sets, and figures over the seven classes that the other package has too."""

import pytest

from fer_desktop.core.labels import INDEX
from model.set_figures import FIGURES, mean_of, without_contempt


def confusion(**rows):
    """Return a confusion matrix from the named rows, each (answer, count) pairs."""
    table = [[0] * 8 for _ in range(8)]
    for label, answers in rows.items():
        for answer, count in answers:
            table[INDEX[label]][INDEX[answer]] = count
    return table


def test_contempt_is_left_out_but_is_still_a_wrong_answer():
    table = confusion(
        contempt=[("neutral", 5)], happiness=[("happiness", 3), ("contempt", 1)], fear=[("fear", 2)]
    )
    assert without_contempt(table) == {
        "n": 6,
        "accuracy": pytest.approx(5 / 6),
        "balanced_accuracy": pytest.approx((3 / 4 + 1) / 2),
    }
    assert without_contempt(confusion(contempt=[("fear", 1)]))["n"] == 0


def test_each_set_counts_the_same_in_a_mean():
    sets = [dict.fromkeys(FIGURES, value) for value in (0.2, 0.6)]
    assert mean_of(sets) == dict.fromkeys(FIGURES, pytest.approx(0.4))


def test_a_set_that_lacks_a_figure_is_left_out_of_its_mean():
    sets = [dict.fromkeys(FIGURES, value) for value in (0.2, None)]
    assert mean_of(sets) == dict.fromkeys(FIGURES, 0.2)
    assert mean_of(sets[1:]) == dict.fromkeys(FIGURES)
