"""How alike two sights of faces are."""

import numpy as np
import pytest

from fer_desktop.core.likeness import ALIKE_FROM, is_alike, likeness


def sight(*bins):
    """Return an appearance with all of each kind in one bin."""
    found = np.zeros((3, 8), np.float32)
    found[range(3), bins] = 1
    return found


def test_the_same_sight_is_wholly_alike():
    assert likeness(sight(1, 2, 3), sight(1, 2, 3)) == 1


def test_the_kind_in_which_they_differ_most_counts():
    assert likeness(sight(1, 2, 3), sight(1, 2, 4)) == 0
    half = (sight(1, 2, 3) + sight(1, 2, 4)) / 2
    assert likeness(sight(1, 2, 3), half) == pytest.approx(0.5)


def test_one_may_be_the_other_from_the_limit_on_and_where_nothing_is_known():
    a, b = sight(0, 0, 0), sight(0, 0, 1)
    more, less = ALIKE_FROM + 0.01, ALIKE_FROM - 0.01
    assert is_alike(a, more * a + (1 - more) * b)
    assert not is_alike(a, less * a + (1 - less) * b)
    assert is_alike(None, a)
    assert is_alike(a, None)


def test_appearances_of_two_shapes_are_not_compared():
    with pytest.raises(ValueError, match="one shape"):
        likeness(sight(0, 0, 0), np.ones((3, 4), np.float32) / 4)
