"""Changed pictures stay pictures of the same face; without strength nothing changes."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.vision.recognition.preprocess import ChipFormat, whole_picture_chip
from model.augment import AUGMENTATIONS, NONE, random_chip, shrunk, styled

FORMAT = ChipFormat(48, 48, 3)


def test_without_strength_the_chip_is_that_of_the_program(astronaut):
    chip = random_chip(astronaut, FORMAT, NONE, np.random.default_rng(0))
    np.testing.assert_array_equal(chip, whole_picture_chip(astronaut, FORMAT))


def test_the_cut_is_framed_as_the_network_is_used(astronaut):
    close = ChipFormat(48, 48, 3, margin=-0.1)
    chip = random_chip(astronaut, close, NONE, np.random.default_rng(0))
    np.testing.assert_array_equal(chip, whole_picture_chip(astronaut, close))
    # Mirrored twice over: the same cut by the affine map.
    strength = replace(NONE, rotate_deg=1e-6)
    moved = random_chip(astronaut, close, strength, np.random.default_rng(0))
    assert np.abs(moved - chip).mean() < 0.02
    assert np.abs(moved - whole_picture_chip(astronaut, FORMAT)).mean() > 0.04


def test_chips_differ_but_not_for_the_same_seed(astronaut):
    chips = [
        random_chip(astronaut, FORMAT, AUGMENTATIONS["style"], np.random.default_rng(seed))
        for seed in (1, 1, 2)
    ]
    np.testing.assert_array_equal(chips[0], chips[1])
    assert np.abs(chips[0] - chips[2]).max() > 0.05
    assert all(c.min() >= 0 and c.max() <= 1 and c.dtype == np.float32 for c in chips)


def sharpness(chip):
    """Return the mean difference between neighbours."""
    return np.abs(np.diff(chip, axis=1)).mean()


def colour_of(chip):
    """Return the mean of each channel as shares."""
    means = chip.mean((0, 1))
    return means / means.sum()


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({"flip": 1}, lambda new, old: np.array_equal(new, old[:, ::-1])),
        ({"gray": 1}, lambda new, old: np.ptp(new, axis=2).max() == 0 < np.ptp(old, axis=2).max()),
        ({"erase": 1}, lambda new, old: 20 < (new != old).any(2).sum() < new[:, :, 0].size / 2),
        ({"tint": 1}, lambda new, old: np.abs(colour_of(new) - colour_of(old)).max() > 0.02),
        ({"noise": 1}, lambda new, old: 0.003 < np.abs(new - old).mean() < 0.1),
        ({"coarse": 1}, lambda new, old: sharpness(new) < 0.8 * sharpness(old)),
        ({"blur": 1}, lambda new, old: sharpness(new) < sharpness(old)),
        ({"shade": 1}, lambda new, old: 0.01 < np.abs(new - old).mean() < 0.3),
        ({"brightness": 0.4}, lambda new, old: abs(new.mean() - old.mean()) > 0.02),
        ({"gamma": 0.5}, lambda new, old: abs(new.mean() - old.mean()) > 0.01),
        ({"compress": 1}, lambda new, old: 0.005 < np.abs(new - old).mean() < 0.1),
        ({"cover": 1}, lambda new, old: 0.05 < (np.abs(new - old) > 0.1).any(2).mean() < 0.9),
        ({"contrast": 0.6}, lambda new, old: abs(new.std() / old.std() - 1) > 0.05),
    ],
    ids=lambda part: next(iter(part), "") if isinstance(part, dict) else "holds",
)
def test_each_change_does_what_it_says(astronaut, change, holds):
    whole = whole_picture_chip(astronaut, FORMAT)
    chips = [
        random_chip(astronaut, FORMAT, replace(NONE, **change), np.random.default_rng(seed))
        for seed in range(8)
    ]
    # A change is drawn and may be a small one, but seldom.
    assert sum(bool(holds(chip, whole)) for chip in chips) >= 5


def test_the_picture_itself_is_not_changed(astronaut):
    before = astronaut.copy()
    random_chip(
        astronaut,
        FORMAT,
        replace(AUGMENTATIONS["style"], erase=1, blur=1),
        np.random.default_rng(0),
    )
    np.testing.assert_array_equal(astronaut, before)


def test_a_style_gives_shape_sharpness_and_tones_but_not_the_face(astronaut):
    rng = np.random.default_rng(0)
    style = np.zeros((60, 40, 3), np.uint8)
    style[:] = rng.normal((40, 90, 160), 20, style.shape).clip(0, 255)
    picture = astronaut[14:214, 125:325]
    new = styled(picture, style, rng)
    assert new.shape == style.shape
    np.testing.assert_allclose(new.mean((0, 1)), style.mean((0, 1)), atol=8)
    np.testing.assert_allclose(new.std((0, 1)), style.std((0, 1)), atol=8)
    # The same face is still there: bright and dark lie where they lay.
    small = cv2.resize(picture[:, 33:166], (40, 60), interpolation=cv2.INTER_AREA)
    assert np.corrcoef(new.mean(2).ravel(), small.mean(2).ravel())[0, 1] > 0.9


def test_a_smaller_picture_is_not_enlarged_to_the_style(astronaut):
    new = styled(astronaut[60:120, 180:240], astronaut, np.random.default_rng(0))
    assert new.shape == (60, 60, 3)


def test_without_chance_a_style_changes_nothing(astronaut):
    style = np.full((30, 20, 3), 9, np.uint8)
    chip = random_chip(astronaut, FORMAT, NONE, np.random.default_rng(0), style)
    np.testing.assert_array_equal(chip, whole_picture_chip(astronaut, FORMAT))


def dots():
    """Return a 200x200 picture with one dot right of the middle and below it."""
    image = np.zeros((200, 200, 3), np.uint8)
    cv2.circle(image, (150, 120), 8, (255, 255, 255), -1)
    return image


def place_of(chip):
    """Return the (x, y) of the bright spot, in shares of the chip."""
    weights = chip[:, :, 0] / chip[:, :, 0].sum()
    y, x = np.mgrid[: chip.shape[0], : chip.shape[1]] + 0.5
    return (weights * x).sum() / chip.shape[1], (weights * y).sum() / chip.shape[0]


@pytest.mark.parametrize(
    ("change", "reach"),
    [
        ({"rotate_deg": 20.0}, 0.1),
        ({"scale": (0.8, 1.2)}, 0.08),
        ({"shift": 0.1}, 0.15),
        ({"aspect": 0.3}, 0.05),
        ({"shear": 0.2}, 0.03),
    ],
    ids=str,
)
def test_each_move_moves_a_spot_about_its_old_place(change, reach):
    rng = np.random.default_rng(1)
    moved = replace(NONE, **change)
    places = np.array([place_of(random_chip(dots(), FORMAT, moved, rng)) for _ in range(300)])
    x, y = place_of(random_chip(dots(), FORMAT, NONE, rng))
    away = np.hypot(places[:, 0] - x, places[:, 1] - y)
    assert reach / 4 < away.max() <= reach
    # To both sides alike: nothing drifts.
    np.testing.assert_allclose(places.mean(0), (x, y), atol=0.015)


def test_a_narrow_picture_is_stretched_as_in_the_program(astronaut):
    narrow = astronaut[:, 100:400]
    still = replace(NONE, scale=(0.999, 0.999))
    chip = random_chip(narrow, FORMAT, still, np.random.default_rng(0))
    assert np.abs(chip - whole_picture_chip(narrow, FORMAT)).mean() < 0.03


def test_a_trimmed_picture_is_narrower_or_flatter(astronaut):
    chip = random_chip(astronaut, FORMAT, replace(NONE, trim=1), np.random.default_rng(3))
    whole = whole_picture_chip(astronaut, FORMAT)
    assert np.abs(chip - whole).mean() > 0.02


def test_shrinking_keeps_the_shape_and_never_enlarges(astronaut):
    assert shrunk(astronaut[:, :256], 48).shape == (72, 36, 3)
    assert shrunk(astronaut[:60, :60], 48) is not None
    assert shrunk(astronaut[:60, :60], 48).shape == (60, 60, 3)
