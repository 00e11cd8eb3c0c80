"""Changed pictures stay pictures of the same face; without strength nothing changes."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.vision.preprocess import ChipFormat, whole_picture_chip
from model.augment import AUGMENTATIONS, NONE, random_chip, styled

FORMAT = ChipFormat(48, 48, 3)


def test_without_strength_the_chip_is_that_of_the_program(astronaut):
    chip = random_chip(astronaut, FORMAT, NONE, np.random.default_rng(0))
    np.testing.assert_array_equal(chip, whole_picture_chip(astronaut, FORMAT))


def test_chips_differ_but_not_for_the_same_seed(astronaut):
    chips = [
        random_chip(astronaut, FORMAT, AUGMENTATIONS["style"], np.random.default_rng(seed))
        for seed in (1, 1, 2)
    ]
    np.testing.assert_array_equal(chips[0], chips[1])
    assert np.abs(chips[0] - chips[2]).max() > 0.05
    assert all(c.min() >= 0 and c.max() <= 1 and c.dtype == np.float32 for c in chips)


def has_repeated_edge(chip):
    """Return whether two rows or columns at a border are the same, as beyond a picture's edge."""
    return any(
        np.array_equal(rows[0], rows[1])
        for rows in (chip, chip[::-1], chip.transpose(1, 0, 2), chip.transpose(1, 0, 2)[::-1])
    )


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
        ({"trim": 1}, lambda new, old: has_repeated_edge(new) and not has_repeated_edge(old)),
    ],
    ids=str,
)
def test_each_change_does_what_it_says(astronaut, change, holds):
    chip = random_chip(astronaut, FORMAT, replace(NONE, **change), np.random.default_rng(3))
    assert holds(chip, whole_picture_chip(astronaut, FORMAT))


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
