"""The cut: which pixels a face chip shows, in which order and range."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fer_desktop.core.geometry import BoundingBox, Square
from fer_desktop.vision.recognition.preprocess import (
    ChipFormat,
    chip_to_image,
    cut_square,
    face_chip,
    to_network_values,
    whole_picture_chip,
)

RGB = ChipFormat(16, 16, 3)


def coordinates(width, height):
    """Return a picture whose blue is each pixel's x and whose green is its y."""
    image = np.zeros((height, width, 3), np.uint8)
    image[:, :, 0] = np.arange(width)[np.newaxis]
    image[:, :, 1] = np.arange(height)[:, np.newaxis]
    image[:, :, 2] = 200
    return image


def cut(image, box, **options):
    """Return the chip as integers, (H, W, red green blue), one chip pixel for one of the box."""
    side = round(max(box[2] - box[0], box[3] - box[1]) * (1 + 2 * options.get("margin", 0)))
    chip_format = ChipFormat(side, side, 3, low=0, high=255, **options)
    return np.rint(face_chip(image, BoundingBox(*box), chip_format)).astype(int)


def test_the_chip_is_the_box_pixel_by_pixel():
    chip = cut(coordinates(60, 40), (10, 5, 30, 25))
    assert chip.shape == (20, 20, 3)
    assert chip[0, :, 2].tolist() == list(range(10, 30))
    assert chip[:, 0, 1].tolist() == list(range(5, 25))


def test_the_margin_is_a_share_of_the_longer_side_at_each_side():
    chip = cut(coordinates(80, 80), (30, 30, 50, 50), margin=0.25)
    assert chip.shape == (30, 30, 3)
    assert chip[0, :, 2].tolist() == list(range(25, 55))
    assert chip[:, 0, 1].tolist() == list(range(25, 55))


def test_a_negative_margin_cuts_closer():
    chip = cut(coordinates(80, 80), (20, 20, 60, 60), margin=-0.25)
    assert chip[0, :, 2].tolist() == list(range(30, 50))


@pytest.mark.parametrize(
    ("box", "xs", "ys"),
    [
        ((20, 10, 40, 50), range(10, 50), range(10, 50)),
        ((10, 20, 50, 40), range(10, 50), range(10, 50)),
    ],
)
def test_a_box_that_is_not_square_grows_around_its_centre(box, xs, ys):
    chip = cut(coordinates(60, 60), box)
    assert chip[0, :, 2].tolist() == list(xs)
    assert chip[:, 0, 1].tolist() == list(ys)


@pytest.mark.parametrize("corner", [(-8, -6), (44, -6), (-8, 34), (44, 34)])
def test_pixels_outside_repeat_the_edge(corner):
    x, y = corner
    chip = cut(coordinates(60, 50), (x, y, x + 20, y + 20))
    assert chip[0, :, 2].tolist() == np.clip(np.arange(x, x + 20), 0, 59).tolist()
    assert chip[:, 0, 1].tolist() == np.clip(np.arange(y, y + 20), 0, 49).tolist()


@pytest.mark.parametrize(
    ("box", "x", "y"),
    [
        ((-500, -500, -480, -480), 0, 0),
        ((500, 500, 520, 520), 59, 49),
        ((500, -500, 520, -480), 59, 0),
        ((60, 50, 80, 70), 59, 49),
        ((-20, -20, 0, 0), 0, 0),
    ],
)
def test_a_box_wholly_outside_shows_the_nearest_pixel(box, x, y):
    chip = cut(coordinates(60, 50), box)
    assert chip.shape == (20, 20, 3)
    assert np.unique(chip[..., 2]).tolist() == [x]
    assert np.unique(chip[..., 1]).tolist() == [y]


def test_a_box_beside_the_picture_keeps_the_other_axis():
    chip = cut(coordinates(60, 50), (100, 10, 120, 30))
    assert chip[:, 0, 1].tolist() == list(range(10, 30))


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(*[st.integers(-80, 160)] * 2),
    st.tuples(*[st.integers(0, 120)] * 2),
    st.tuples(*[st.integers(1, 70)] * 2),
    st.sampled_from([-0.25, 0.0, 0.13, 1.0]),
)
def test_any_box_gives_a_chip_of_the_pictures_own_values(corner, size, picture_size, margin):
    box = BoundingBox(*corner, corner[0] + size[0], corner[1] + size[1])
    image = coordinates(*picture_size)
    chip = face_chip(image, box, ChipFormat(16, 16, 3, 0, 255, margin))
    assert chip.shape == (16, 16, 3)
    assert chip.dtype == np.float32
    assert chip[..., 2].min() >= 0
    assert chip[..., 2].max() <= picture_size[0] - 1 + 1e-3
    assert chip[..., 1].max() <= picture_size[1] - 1 + 1e-3
    # x grows to the right and y down, however much of the box lies outside.
    assert (np.diff(chip[..., 2], axis=1) >= -1e-3).all()
    assert (np.diff(chip[..., 1], axis=0) >= -1e-3).all()


def test_channels_are_red_green_blue():
    image = np.zeros((32, 32, 3), np.uint8)
    image[:] = (255, 51, 0)  # blue, green, red
    chip = face_chip(image, BoundingBox(4, 4, 20, 20), RGB)
    assert chip[8, 8].tolist() == pytest.approx([0.0, 0.2, 1.0], abs=1e-6)


def test_gray_weighs_the_colours_as_the_eye_does():
    image = np.zeros((32, 32, 3), np.uint8)
    image[:] = (0, 255, 0)
    chip = face_chip(image, BoundingBox(4, 4, 20, 20), ChipFormat(16, 16, 1))
    assert chip.shape == (16, 16, 1)
    assert chip[8, 8, 0] == pytest.approx(0.587, abs=0.003)


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-1, 1), (0, 255), (-128, 127)])
def test_black_and_white_become_the_ends_of_the_range(low, high):
    image = np.zeros((20, 20, 3), np.uint8)
    image[:, 10:] = 255
    values = to_network_values(image, ChipFormat(20, 20, 3, low, high))
    assert values.dtype == np.float32
    assert values[:, :10] == pytest.approx(low)
    assert values[:, 10:] == pytest.approx(high)


def test_shrinking_averages_so_that_fine_patterns_do_not_alias():
    image = np.zeros((320, 320, 3), np.uint8)
    image[:, ::2] = 200
    small = cut_square(image, Square(160, 160, 320), 16)
    assert np.unique(small).tolist() == [100]


def test_growing_interpolates():
    image = np.zeros((8, 8, 3), np.uint8)
    image[:, 4:] = 200
    large = cut_square(image, Square(4, 4, 8), 32)
    row = large[16, :, 0].astype(int)
    assert (np.diff(row) >= 0).all()
    assert len(np.unique(row)) > 2


def test_the_cut_is_whole_and_leaves_the_picture_alone():
    image = coordinates(60, 50)
    image.flags.writeable = False
    before = image.copy()
    cut_out = cut_square(image, Square(0, 0, 30), 30)
    assert cut_out.flags.c_contiguous
    assert cut_out.dtype == np.uint8
    cut_out[:] = 0
    assert np.array_equal(image, before)


def test_a_picture_of_one_pixel():
    image = np.full((1, 1, 3), (10, 20, 30), np.uint8)
    chip_format = ChipFormat(24, 24, 3, 0, 255)
    for chip in (
        whole_picture_chip(image, chip_format),
        face_chip(image, BoundingBox(0, 0, 1, 1), chip_format),
        face_chip(image, BoundingBox(0, 0, 0, 0), chip_format),
    ):
        assert chip.shape == (24, 24, 3)
        assert np.unique(chip.reshape(-1, 3), axis=0).tolist() == [[30, 20, 10]]


def test_a_large_picture():
    image = np.zeros((3000, 4000, 3), np.uint8)
    image[1000:2000, 1500:2500] = 250
    chip = face_chip(image, BoundingBox(1500, 1000, 2500, 2000), RGB)
    assert chip.min() == pytest.approx(250 / 255)
    assert whole_picture_chip(image, RGB).shape == (16, 16, 3)


def test_a_whole_picture_that_is_square_is_taken_whole():
    chip = whole_picture_chip(coordinates(48, 48), ChipFormat(48, 48, 3, 0, 255, margin=0.2))
    assert chip[0, :, 2].tolist() == pytest.approx(list(range(48)), abs=1e-3)
    assert chip[:, 0, 1].tolist() == pytest.approx(list(range(48)), abs=1e-3)


def test_a_whole_picture_stands_for_the_box_so_a_negative_margin_cuts_it():
    image = coordinates(40, 80)
    chip = whole_picture_chip(image, ChipFormat(20, 20, 3, 0, 255, margin=-0.25))
    assert chip[0, :, 2].tolist() == list(range(10, 30))
    assert chip[:, 0, 1].tolist() == pytest.approx([20.5 + 2 * row for row in range(20)], abs=0.6)


def turned(image, degrees, centre):
    matrix = cv2.getRotationMatrix2D(centre, degrees, 1.0)
    return cv2.warpAffine(image, matrix, image.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)


@pytest.mark.parametrize("tilt", [-60.0, -25.0, 12.0, 30.0, 45.0])
@pytest.mark.parametrize("size", [16, 40, 200])
def test_a_tilted_head_is_cut_upright(tilt, size):
    rng = np.random.default_rng(3)
    image = cv2.resize(rng.integers(0, 256, (12, 12, 3), np.uint8), (240, 240))
    box, chip_format = BoundingBox(70, 80, 150, 160), ChipFormat(size, size, 3, 0, 255)
    centre = (109.5, 119.5)  # of the box's pixels
    upright = face_chip(image, box, chip_format)
    seen = face_chip(turned(image, tilt, centre), box, chip_format, tilt)
    assert np.abs(seen - upright).mean() < 4
    # The other way round it is a different picture.
    assert np.abs(face_chip(turned(image, tilt, centre), box, chip_format) - upright).mean() > 12


def test_a_slight_tilt_is_left_as_it_is():
    image, box = coordinates(60, 60), BoundingBox(20, 20, 40, 40)
    assert np.array_equal(face_chip(image, box, RGB, 4.9), face_chip(image, box, RGB))
    assert not np.array_equal(face_chip(image, box, RGB, 5.1), face_chip(image, box, RGB))


def test_a_tilted_head_at_the_edge_and_of_any_size():
    image = coordinates(60, 50)
    for corner in ((-20, -20), (50, 40), (-300, 10)):
        for side in (1, 7, 90, 3000):
            box = BoundingBox(*corner, corner[0] + side, corner[1] + side)
            chip = face_chip(image, box, ChipFormat(40, 40, 1), 25.0)
            assert chip.shape == (40, 40, 1)


def test_a_whole_picture_that_is_not_square_is_stretched():
    chip = whole_picture_chip(coordinates(20, 40), ChipFormat(40, 40, 3, 0, 255))
    # x runs from 0 to 19 over all 40 columns, so no edge is repeated.
    assert chip[0, :, 2].tolist() == pytest.approx(
        np.clip(np.arange(40) / 2 - 0.25, 0, 19).tolist(), abs=1
    )
    assert len(set(chip[0, 2:-2, 2].tolist())) > 15
    assert chip[:, 0, 1].tolist() == pytest.approx(list(range(40)), abs=1e-3)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"height": 16, "width": 17}, "square"),
        ({"height": 7, "width": 7}, "8 to 1024"),
        ({"height": 1025, "width": 1025}, "8 to 1024"),
        ({"channels": 2}, "1 or 3 channels"),
        ({"low": 1, "high": 1}, "empty"),
        ({"low": float("nan")}, "empty"),
        ({"margin": 1.01}, "margin"),
        ({"margin": -0.26}, "margin"),
        ({"margin": float("nan")}, "margin"),
    ],
)
def test_impossible_formats_are_refused(values, words):
    with pytest.raises(ValueError, match=words):
        ChipFormat(**{"height": 16, "width": 16, "channels": 3} | values)


def test_a_format_says_its_shape():
    assert ChipFormat(40, 40, 1).shape == (40, 40, 1)


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-1.0, 1.0), (0.0, 255.0)])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_chip_becomes_the_picture_again_that_it_was(channels, low, high):
    chip_format = ChipFormat(16, 16, channels, low, high)
    values = np.arange(256, dtype=np.uint8).reshape(16, 16)
    image = (
        np.dstack([values, values[::-1], values.T]) if channels == 3 else np.dstack([values] * 3)
    )
    image = np.ascontiguousarray(image)
    again = chip_to_image(to_network_values(image, chip_format), chip_format)
    assert again.dtype == np.uint8
    assert again.flags.c_contiguous
    assert np.array_equal(again, image)


def test_values_outside_the_range_become_black_and_white():
    chip = np.full((16, 16, 3), -0.5, np.float32)
    chip[8:] = 1.5
    image = chip_to_image(chip, RGB)
    assert np.unique(image[:8]).tolist() == [0]
    assert np.unique(image[8:]).tolist() == [255]
