"""Worsened pictures: each step does what it says, and no step at all leaves a picture alone."""

import numpy as np
import pytest

from model.worsened import (
    BLURRED,
    DARKENED,
    OVEREXPOSED,
    SHRUNK,
    SIDE,
    TILTED,
    TURNED,
    Sensor,
    blurred,
    in_low_light,
    through_jpeg,
    tilted,
    turned_aside,
    with_contrast,
    with_gain,
    with_gamma,
    with_noise,
)

ALL = (SHRUNK, DARKENED, OVEREXPOSED, BLURRED, TILTED, TURNED)


def face():
    """Return a picture with a bright middle line from top to bottom and a bright left third."""
    image = np.full((SIDE, SIDE, 3), 60, np.uint8)
    image[:, SIDE // 2 - 2 : SIDE // 2 + 2] = 220
    image[:, : SIDE // 3] = 120
    return image


def centre_of(row):
    """Return where the bright line is."""
    return float(np.average(np.arange(len(row)), weights=row > 180))


@pytest.mark.parametrize("series", ALL, ids=lambda series: series.name)
def test_each_step_changes_the_picture_more_than_the_one_before(series):
    image, found = face(), []
    for step in series.steps:
        worse = series.worsen(image, step)
        assert worse.dtype == np.uint8
        assert worse.shape[0] == worse.shape[1]
        if worse.shape == image.shape:
            found.append(float(np.abs(worse.astype(float) - image).mean()))
        else:
            found.append(SIDE - len(worse))
    assert found[0] > 0
    assert found == sorted(found)


def test_light():
    image = np.full((8, 8, 3), 100, np.uint8)
    assert np.unique(with_gain(image, 0.25)).tolist() == [25]
    assert np.unique(with_gain(image, 4.0)).tolist() == [255]


def test_blur_is_a_share_of_the_side():
    line = np.zeros((200, 200, 3), np.uint8)
    line[:, 100:] = 200
    row = np.diff(blurred(line, 0.02)[100, :, 0].astype(float))
    places = np.arange(len(row)) - 99
    assert np.sqrt((row * places**2).sum() / row.sum()) == pytest.approx(4, rel=0.05)


def test_a_tilt_is_counter_clockwise():
    image = np.zeros((101, 101, 3), np.uint8)
    image[50, 60:95] = 255  # a hand at three o'clock
    rows, columns = np.nonzero(tilted(image, 30.0)[:, :, 0] > 100)
    assert np.degrees(np.arctan2(50 - rows.mean(), columns.mean() - 50)) == pytest.approx(30, abs=1)


@pytest.mark.parametrize("degrees", [20.0, 40.0, 60.0])
def test_what_is_in_front_wanders_with_the_sine_and_the_ground_stays(degrees):
    image = face()
    turned = turned_aside(image, degrees)
    middle = SIDE // 2
    moved = centre_of(turned[middle, :, 0]) - centre_of(image[middle, :, 0])
    assert moved == pytest.approx(0.95 * SIDE / 2 * np.sin(np.radians(degrees)), abs=2)
    assert np.array_equal(turned[:, 0], image[:, 0])


def test_no_turn_leaves_the_picture_as_it_was():
    image = face()
    assert np.abs(turned_aside(image, 0.0).astype(int) - image).max() <= 25  # the outermost edge
    assert np.array_equal(turned_aside(image, 0.0)[:, 10:-10], image[:, 10:-10])


def test_the_sensor_adds_noise_and_nothing_else():
    image = np.full((48, 64, 3), 100, np.uint8)
    sensor, again = Sensor(), Sensor()
    first, second = sensor.take(image), sensor.take(image)
    assert first.shape == image.shape
    assert not np.array_equal(first, second)
    assert first.mean() == pytest.approx(100, abs=0.3)
    assert first.std() == pytest.approx((9 + 15) ** 0.5, rel=0.05)
    assert np.array_equal(again.take(image), first)


def test_contrast_and_gamma():
    image = np.array([[[0, 64, 128], [192, 255, 100]]], np.uint8)
    assert with_contrast(image, 0.5).ravel().tolist() == [64, 96, 128, 160, 191, 114]
    darker = with_gamma(image, 2.0).ravel()
    assert darker[[0, 4]].tolist() == [0, 255]
    assert darker[2] == round(255 * (128 / 255) ** 2)


def test_noise_is_as_strong_as_it_says_and_low_light_is_dim_and_grainy():
    image, rng = np.full((200, 200, 3), 120, np.uint8), np.random.default_rng(1)
    assert with_noise(image, 10.0, rng).std() == pytest.approx(10, rel=0.05)
    means, grains = [], []
    for gain in (0.5, 0.12, 0.03):
        seen = in_low_light(image, gain, rng)
        means.append(seen.mean())
        grains.append(seen.std() / seen.mean())
    assert means[0] == pytest.approx(120 * 0.5**0.5, abs=1)
    assert means == sorted(means, reverse=True)
    assert grains == sorted(grains)


def test_a_file_of_less_quality_is_farther_from_the_picture():
    rng = np.random.default_rng(2)
    image = tilted(rng.integers(0, 255, (48, 48, 3)).astype(np.uint8), 7.0)
    away = [np.abs(through_jpeg(image, q).astype(int) - image).mean() for q in (90, 30, 5)]
    assert away == sorted(away)
