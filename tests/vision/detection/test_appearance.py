"""The same face looks alike in the next seconds, another one does not."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.likeness import is_alike, likeness
from fer_desktop.vision.detection.appearance import appearance_of
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


@pytest.fixture(scope="module")
def own(astronaut):
    return appearance_of(astronaut, FACE)


def moved(box, x=0, y=0, growth=0):
    return BoundingBox(box.x1 + x, box.y1 + y, box.x2 + x + growth, box.y2 + y + growth)


def test_each_kind_of_shares_sums_to_one(own):
    assert own.shape == (3, 144)
    assert own.dtype == np.float32
    np.testing.assert_allclose(own.sum(axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("box", [moved(FACE, 4), moved(FACE, -3, 4), moved(FACE, -3, -3, 6)])
def test_a_box_that_lies_a_little_elsewhere(astronaut, own, box):
    assert is_alike(own, appearance_of(astronaut, box))


@pytest.mark.parametrize("light", [0.8, 0.9, 1.2])
def test_a_little_more_or_less_light(astronaut, own, light):
    image = np.clip(astronaut * light, 0, 255).astype(np.uint8)
    assert is_alike(own, appearance_of(image, FACE))


def test_noise_and_blur(astronaut, own):
    noise = np.random.default_rng(0).normal(0, 6, astronaut.shape)
    assert is_alike(own, appearance_of(np.clip(astronaut + noise, 0, 255).astype(np.uint8), FACE))
    assert is_alike(own, appearance_of(cv2.GaussianBlur(astronaut, (0, 0), 2), FACE))


def test_what_looks_otherwise_is_another(astronaut, own):
    other = astronaut.copy()
    other[40:100, 160:290] = (40, 90, 200)  # other hair
    assert not is_alike(own, appearance_of(other, FACE))
    assert likeness(own, appearance_of(picture(512, 512, 120), FACE)) < 0.3


def test_a_box_beyond_the_picture(astronaut):
    found = appearance_of(astronaut, BoundingBox(-40, -40, 30, 30))
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-5)
