"""Pictures of frames: what can be said without a file. The rest is in test_video_reader."""

from fractions import Fraction

import numpy as np
import pytest

from fer_desktop.vision.media.video_picture import Turn, over_gray, square_size, turned


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (None, (720, 480)),
        (Fraction(1), (720, 480)),
        (Fraction(32, 27), (853, 480)),
        (Fraction(8, 9), (720, 540)),
        (Fraction(0), (720, 480)),
        (Fraction(9), (720, 480)),
        (Fraction(1, 9), (720, 480)),
    ],
)
def test_the_side_that_is_too_short_grows(shape, size):
    assert square_size(720, 480, shape) == size


def test_a_size_that_would_be_too_large_stays():
    assert square_size(9000, 9000, Fraction(2)) == (9000, 9000)


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (Turn(), [[0, 1], [2, 3]]),
        (Turn(True), [[0, 2], [1, 3]]),
        (Turn(False, True), [[1, 0], [3, 2]]),
        (Turn(False, False, True), [[2, 3], [0, 1]]),
        (Turn(True, True, True), [[3, 1], [2, 0]]),
    ],
)
def test_turns(turn, expected):
    image = np.repeat(np.array([[0, 1], [2, 3]], np.uint8)[:, :, np.newaxis], 3, 2)
    found = turned(image, turn)
    assert found[:, :, 0].tolist() == expected
    assert found.flags.c_contiguous


def test_a_transparent_picture_lies_over_gray():
    image = np.full((1, 3, 4), 200, np.uint8)
    image[0, :, 3] = (255, 128, 0)
    assert over_gray(image)[0, :, 0].tolist() == [200, 164, 128]
