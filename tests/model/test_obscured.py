"""Covers lie where they should, look alike for the same chance, and keep gray pictures gray."""

import numpy as np
import pytest

from model.obscured import GLASSES, HAIR, HANDS, MASKS, SUNGLASSES

GROUPS = {"mask": MASKS, "sunglasses": SUNGLASSES, "glasses": GLASSES, "hand": HANDS, "hair": HAIR}
ALL = [
    pytest.param(look, id=f"{group}: {name}")
    for group, looks in GROUPS.items()
    for name, look in looks.items()
]
SIDE = 96


def face(side=SIDE, tint=(1.0, 1.0, 1.0)):
    """Return a lit face on a dark ground."""
    y, x = np.mgrid[0:side, 0:side] / side
    light = np.where(np.hypot((x - 0.5) / 0.42, (y - 0.5) / 0.55) < 1, 150, 40)
    return np.clip(light[:, :, np.newaxis] * np.array(tint), 0, 255).astype(np.uint8)


def changed(look, image, seed=1):
    """Return where a cover changes the picture a lot."""
    worse = look(image, np.random.default_rng(seed)).astype(int)
    return np.abs(worse - image).max(axis=2) > 12


@pytest.mark.parametrize("look", ALL)
def test_the_same_chance_gives_the_same_picture_of_the_same_size(look):
    image = face()
    one, other = (look(image, np.random.default_rng(3)) for _ in range(2))
    assert np.array_equal(one, other)
    assert one.shape == image.shape
    assert one.dtype == np.uint8
    assert not np.array_equal(one, look(image, np.random.default_rng(4)))
    assert np.array_equal(image, face()), "the picture that was given is left alone"


@pytest.mark.parametrize("look", ALL)
def test_a_gray_picture_stays_gray(look):
    worse = look(face(), np.random.default_rng(2))
    assert not np.ptp(worse, axis=2).any()


def part(mask, top, low, left=0.25, right=0.75):
    """Return how much of a part of the picture is covered."""
    side = len(mask)
    return mask[int(top * side) : int(low * side), int(left * side) : int(right * side)].mean()


@pytest.mark.parametrize("look", MASKS.values(), ids=MASKS)
def test_masks_cover_the_mouth_and_leave_the_eyes(look):
    where = changed(look, face())
    assert part(where, 0.74, 0.88, 0.35, 0.65) > 0.5
    assert part(where, 0.30, 0.42) < 0.05


def test_a_mask_below_the_nose_leaves_it_free():
    worn = part(changed(MASKS["cloth, black"], face()), 0.52, 0.60, 0.4, 0.6)
    slipped = part(changed(MASKS["cloth, black, below the nose"], face()), 0.52, 0.60, 0.4, 0.6)
    assert worn > 0.9
    assert slipped < 0.05


@pytest.mark.parametrize("look", [SUNGLASSES["black, large"], SUNGLASSES["black, small"]])
def test_sunglasses_cover_the_eyes_and_leave_the_mouth(look):
    where = changed(look, face())
    assert part(where, 0.36, 0.41, 0.24, 0.36) > 0.9
    assert part(where, 0.36, 0.41, 0.64, 0.76) > 0.9
    assert part(where, 0.60, 1.0) == 0


@pytest.mark.parametrize("look", GLASSES.values(), ids=GLASSES)
def test_clear_glasses_have_rims_and_the_eyes_are_seen(look):
    where = np.mean([changed(look, face(), seed) for seed in range(6)], axis=0)
    assert part(where, 0.25, 0.55, 0.1, 0.9) > 0.01
    assert part(where, 0.36, 0.42, 0.25, 0.35) < 0.35


def test_hands_cover_what_they_say():
    mouth = changed(HANDS["over the mouth"], face(tint=(0.7, 0.9, 1.0)))
    assert part(mouth, 0.70, 0.85, 0.4, 0.6) > 0.4
    assert part(mouth, 0.25, 0.45) < 0.05
    sides = set()
    for seed in range(12):
        eye = changed(HANDS["over an eye"], face(tint=(0.7, 0.9, 1.0)), seed)
        left, right = part(eye, 0.3, 0.45, 0.2, 0.4), part(eye, 0.3, 0.45, 0.6, 0.8)
        assert min(left, right) < 0.1
        sides.add(left > right)
    assert sides == {True, False}


@pytest.mark.parametrize("look", HAIR.values(), ids=HAIR)
def test_hair_covers_the_forehead_and_leaves_the_mouth(look):
    where = np.mean([changed(look, face(), seed) for seed in range(6)], axis=0)
    assert part(where, 0.02, 0.20) > 0.5
    assert part(where, 0.6, 1.0) == 0


def test_a_cover_is_lit_as_the_face_is():
    bright, dark = face(), (face() * 0.3).astype(np.uint8)
    white = MASKS["surgical, white"]
    spot = np.s_[int(0.8 * SIDE), SIDE // 2]
    seen = [white(image, np.random.default_rng(1))[spot].mean() for image in (bright, dark)]
    assert seen[0] > 1.5 * seen[1]
