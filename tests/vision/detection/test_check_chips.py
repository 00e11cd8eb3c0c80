"""Chips around boxes: where they lie, how they are turned, and the way from one box to another."""

import cv2
import numpy as np
import pytest

from fer_desktop.vision.detection.check_chips import (
    AROUND,
    CHIP_PX,
    GrayLevels,
    cut_chips,
    moved,
    way_between,
)


def picture_of_a_dot(x, y, size=(300, 200), radius=4):
    """Return a gray picture that is bright around one place."""
    gray = np.zeros(size[::-1], np.uint8)
    cv2.circle(gray, (x, y), radius, 255, -1)
    return gray


def brightest(chip):
    """Return the middle of what is bright, in pixels of the chip, from its middle."""
    y, x = np.nonzero(chip > 127)
    return np.array([x.mean(), y.mean()]) - (CHIP_PX - 1) / 2


@pytest.mark.parametrize("side", [20, 40, 90])
def test_a_chip_shows_what_is_around_the_box(side):
    gray = picture_of_a_dot(150, 100)
    box = np.array([150 - side / 2, 100 - side / 2, 150 + side / 2, 100 + side / 2])

    middle = brightest(GrayLevels(gray).chip(box, 0.0))
    beside = brightest(GrayLevels(gray).chip(box - np.array([side, 0, side, 0]) / 4, 0.0))

    assert np.abs(middle).max() < 1
    assert beside == pytest.approx([CHIP_PX / AROUND / 4, 0], abs=1)


def test_a_head_that_is_tilted_counter_clockwise_stands_upright_in_its_chip():
    # Its top is up and to the left of the middle.
    gray = picture_of_a_dot(150 - 25, 100 - 43, radius=5)

    at = brightest(GrayLevels(gray).chip(np.array([100.0, 50, 200, 150]), 30.0))

    assert at == pytest.approx([0, -50 * CHIP_PX / AROUND / 100], abs=1)


def test_large_boxes_are_averaged_when_they_are_shrunk():
    lines = np.zeros((1200, 1200), np.uint8)
    lines[::2] = 200

    chip = GrayLevels(lines).chip(np.array([200.0, 200, 1000, 1000]), 10.0)

    assert chip.std() < 3
    assert chip.mean() == pytest.approx(100, abs=3)


def test_colour_gray_and_levels_give_the_same_chips():
    image = np.random.default_rng(0).integers(0, 255, (90, 120, 3), np.uint8)
    gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    boxes, tilts = np.array([[10.0, 10, 60, 60], [-20, 30, 40, 90]]), np.array([0.0, 25])

    ours = cut_chips(GrayLevels(image), boxes, tilts)

    assert ours.shape == (2, CHIP_PX, CHIP_PX)
    np.testing.assert_array_equal(ours, cut_chips(GrayLevels(gray), boxes, tilts))


def test_a_box_far_outside_repeats_the_edge():
    gray = np.full((50, 60), 77, np.uint8)

    chip = GrayLevels(gray).chip(np.array([500.0, 500, 520, 520]), 20.0)

    assert (chip == 77).all()


def test_the_way_between_two_boxes_leads_from_one_to_the_other():
    boxes = np.array([[100.0, 120, 200, 220], [10, 10, 30, 30]])
    others = np.array([[110.0, 100, 230, 220], [12, 15, 28, 31]])
    tilts = np.array([20.0, -35.0])

    ways = way_between(boxes, tilts, others)

    np.testing.assert_allclose(moved(boxes, tilts, ways), others)


def test_a_way_is_told_in_the_direction_of_the_chip():
    boxes, tilts = np.array([[0.0, 0, 100, 100]]), np.array([90.0])

    # To the right of a chip that was turned clockwise by 90 degrees is up in the picture.
    went = moved(boxes, tilts, np.array([[0.2, 0.0, 0.0]]))

    np.testing.assert_allclose(went, [[0, -20, 100, 80]], atol=1e-9)
