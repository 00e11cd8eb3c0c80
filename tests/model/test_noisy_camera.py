"""The made-up camera: noise, flicker and shake as promised, and the same each time."""

import time

import numpy as np
import pytest

from model.noisy_camera import Disturbance, framed, noisy_frames
from tests.fakes import picture

NONE = Disturbance(read_sigma=0, shot_variance=0, beat=0, flicker=0, shake_px=0)


def test_frames_are_counted_and_timed_by_the_camera_alone(monkeypatch):
    monkeypatch.setattr(time, "sleep", pytest.fail)
    frames = list(noisy_frames([(2.0, picture())], rate=30))
    assert [frame.index for frame in frames] == list(range(60))
    assert [frame.time_s for frame in frames] == pytest.approx([n / 30 for n in range(60)])


@pytest.mark.parametrize("rate", [10, 15, 29.97])
def test_scenes_follow_each_other_on_time(rate):
    scenes = [(2.0, picture(value=50)), (1.5, picture(value=200))]
    frames = list(noisy_frames(scenes, rate=rate, disturbance=NONE))
    assert len(frames) == round(3.5 * rate)
    first = next(frame for frame in frames if frame.image[0, 0, 0] == 200)
    assert 2.0 - 0.5 / rate <= first.time_s <= 2.0 + 0.5 / rate
    assert {int(frame.image.mean()) for frame in frames} == {50, 200}


def test_the_same_seed_gives_the_same_frames():
    def images(seed):
        return [frame.image for frame in noisy_frames([(0.2, picture())], seed=seed)]

    assert np.array_equal(images(1), images(1))
    assert not np.array_equal(images(1), images(2))


def test_the_sensor_is_noisier_in_the_light():
    sensor = Disturbance(beat=0, flicker=0, shake_px=0)
    for value in (20, 128, 220):
        scene = [(0.1, picture(320, 240, value))]
        (first, second, _) = (
            f.image.astype(float) for f in noisy_frames(scene, disturbance=sensor)
        )
        sigma = (sensor.read_sigma**2 + sensor.shot_variance * value) ** 0.5
        assert (first - value).std() == pytest.approx(sigma, rel=0.03)
        assert (first - value).mean() == pytest.approx(0, abs=0.1)
        # Frames do not share their noise.
        assert np.corrcoef((first - value).ravel(), (second - value).ravel())[0, 1] < 0.02


def test_the_exposure_flickers_by_a_tenth():
    light = Disturbance(read_sigma=0, shot_variance=0, shake_px=0)
    frames = noisy_frames([(20.0, picture(value=100))], disturbance=light)
    means = np.array([frame.image.mean() for frame in frames])
    assert 90 <= means.min() < 92
    assert 108 < means.max() <= 110
    smooth = np.convolve(means, np.full(15, 1 / 15), "valid")
    assert np.ptp(smooth) > 10  # the beat, which no short mean takes away
    assert np.abs(np.diff(means)).mean() > 1.5  # and the flicker of each frame


def test_the_hand_shakes_by_two_pixels_on_both_axes():
    y, x = 3 * np.mgrid[:80, :80].astype(np.uint8)
    scene = np.dstack([x, y, x])  # a pixel to the right is three levels darker
    still = Disturbance(read_sigma=0, shot_variance=0, beat=0, flicker=0)
    moved = [
        (scene.astype(float) - frame.image)[5:-5, 5:-5, :2].mean(axis=(0, 1)) / 3
        for frame in noisy_frames([(5.0, scene)], disturbance=still)
    ]
    shifts = np.array(moved)
    assert np.abs(shifts).max() <= 2.2
    assert (np.ptp(shifts, axis=0) > 3.6).all()
    assert (np.abs(shifts - np.rint(shifts)) > 0.1).mean() > 0.6  # parts of pixels
    assert abs(np.corrcoef(shifts.T)[0, 1]) < 0.3


@pytest.mark.parametrize("size", [(160, 160), (48, 48), (100, 300), (2000, 1000)])
def test_a_picture_lies_in_the_middle_of_the_frame(size):
    image = np.full((*size, 3), 60, np.uint8)
    image[size[0] // 4 : -size[0] // 4, size[1] // 4 : -size[1] // 4] = 200
    frame = framed(image)
    assert frame.shape == (480, 640, 3)
    rows, columns = np.nonzero(frame[:, :, 0] > 130)
    assert rows.mean() == pytest.approx(240, abs=2)
    assert columns.mean() == pytest.approx(320, abs=2)
    assert max(np.ptp(rows), np.ptp(columns)) == pytest.approx(105, abs=3)
    assert (frame[0] == 60).all()
    assert (frame[:, -1] == 60).all()
