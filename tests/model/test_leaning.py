"""How far a network leans to each class: a compromise between kinds of pictures."""

import numpy as np
import pytest

from model.leaning import Kind, fit_leaning


def drawn(shares, n, seed, strength=2.0):
    """Return honest answers to n pictures whose classes have these shares."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(8, n, p=shares)
    logits = rng.normal(size=(n, 8))
    logits[np.arange(n), truth] += strength
    rows = np.exp(strength * logits)
    return (rows / rows.sum(1, keepdims=True)).astype(np.float32), truth


EVEN = np.full(8, 1 / 8)
LOPSIDED = np.array([0.3, 0.3, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05])


def test_where_all_classes_are_as_frequent_nothing_is_to_be_added():
    assert fit_leaning([Kind(*drawn(EVEN, 24000, 1), 1.0)]) == pytest.approx(0, abs=0.2)


def test_it_leans_to_what_is_frequent_by_the_logarithm_of_its_share():
    found = fit_leaning([Kind(*drawn(LOPSIDED, 30000, 2), 1.0)])
    expected = np.log(LOPSIDED) - np.log(LOPSIDED).mean()
    # Sharpened answers hardly tell small shares apart.
    assert found == pytest.approx(expected, abs=0.25)


def test_a_balanced_kind_counts_each_class_alike():
    found = fit_leaning([Kind(*drawn(LOPSIDED, 30000, 3), 1.0, is_balanced=True)])
    assert found == pytest.approx(0, abs=0.15)


def test_kinds_pull_as_hard_as_they_weigh():
    home, outside = drawn(LOPSIDED, 12000, 4), drawn(EVEN, 12000, 5)
    spread = [
        np.ptp(fit_leaning([Kind(*home, 1.0), Kind(*outside, weight)]))
        for weight in (0.1, 1.0, 10.0)
    ]
    assert spread[0] > spread[1] + 0.2 > spread[2] + 0.4
