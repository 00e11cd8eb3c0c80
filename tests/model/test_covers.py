"""Covers hide what they should, stay inside the picture and leave the original alone."""

import numpy as np
import pytest

from model.covers import (
    CHANCES,
    COVERS,
    covered,
    masked,
    with_hair,
    with_hand,
    with_microphone,
    with_sunglasses,
)

SIDE = 60


@pytest.fixture
def crop(astronaut):
    return np.ascontiguousarray(astronaut[60:180, 165:285][::2, ::2])


def changed(draw, crop, n=40):
    """Return how often each pixel is changed visibly, (60, 60), over many draws."""
    total = np.zeros(crop.shape[:2])
    for seed in range(n):
        new = draw(crop, np.random.default_rng(seed))
        assert new.shape == crop.shape
        assert new.dtype == np.uint8
        total += np.abs(new.astype(int) - crop).max(axis=2) > 12
    return total / n


@pytest.mark.parametrize(
    ("draw", "hidden", "free"),
    [
        (masked, (slice(44, 54), slice(22, 38)), (slice(0, 18), slice(20, 40))),
        (with_sunglasses, (slice(20, 25), slice(14, 22)), (slice(38, 60), slice(20, 40))),
        (with_hair, (slice(0, 5), slice(2, 10)), (slice(44, 60), slice(26, 34))),
        (with_microphone, (slice(47, 53), slice(26, 34)), (slice(0, 30), slice(0, 60))),
    ],
)
def test_it_hides_its_part_of_the_face_and_no_other(crop, draw, hidden, free):
    often = changed(draw, crop)
    assert often[hidden].mean() > 0.45
    assert often[free].mean() < 0.2


def test_a_hand_hides_a_part_from_an_edge(crop):
    often = changed(with_hand, crop)
    assert 0.08 < often.mean() < 0.6
    assert often[:8].mean() < 0.1, "no hand from above"


def test_all_are_drawn_and_the_original_stays(crop):
    before = crop.copy()
    rng = np.random.default_rng(1)
    assert any((covered(crop, rng) != before).any() for _ in range(5))
    np.testing.assert_array_equal(crop, before)
    assert len(CHANCES) == len(COVERS)
    assert sum(CHANCES) == pytest.approx(1)


@pytest.mark.parametrize("shape", [(8, 8, 3), (160, 90, 3), (41, 48, 3)])
def test_any_size_will_do(shape):
    picture = np.full(shape, 128, np.uint8)
    for draw in COVERS:
        for seed in range(5):
            assert draw(picture, np.random.default_rng(seed)).shape == shape
