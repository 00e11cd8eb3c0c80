import numpy as np
import pytest

from fer_desktop.core.labels import LABELS
from model.rendered.action_units import EXPRESSIONS, UNITS, drawn

MOUTH_SIDES = ("mouthSmile", "mouthDimple", "mouthUpperUp")


def draws(expression, n=40):
    return [drawn(expression, np.random.default_rng(seed)) for seed in range(n)]


def test_every_expression_is_made_of_known_units():
    assert set(EXPRESSIONS) == set(LABELS)
    for variants in EXPRESSIONS.values():
        for variant in variants:
            assert {*variant.units, *variant.even} <= UNITS


def test_contempt_is_on_one_side_and_either_side():
    sides = []
    for one in draws("contempt"):
        left, right = (
            sum(one.movements.get(f"{name}_{side}", 0.0) for name in MOUTH_SIDES) for side in "LR"
        )
        assert max(left, right) > 3 * min(left, right) + 0.1
        sides.append(left > right)
    assert 5 < sum(sides) < 35


@pytest.mark.parametrize("expression", ["fear", "disgust", "happiness"])
def test_the_others_are_nearly_even(expression):
    for one in draws(expression):
        for unit in one.left:
            low, high = sorted((one.left[unit], one.right[unit]))
            assert low >= 0.6 * high


def test_the_same_seed_gives_the_same():
    assert drawn("anger", np.random.default_rng(5)) == drawn("anger", np.random.default_rng(5))


def test_neutral_is_nearly_still():
    for one in draws("neutral"):
        assert max(one.movements.values(), default=0.0) < 0.4
