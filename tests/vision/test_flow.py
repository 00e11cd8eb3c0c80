"""A box is carried on by what moves in it."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.vision.flow import carried
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


def shifted(image, x, y, scale=1.0):
    middle = (FACE.x1 + FACE.x2) / 2, (FACE.y1 + FACE.y2) / 2
    move = cv2.getRotationMatrix2D(middle, 0, scale)
    move[:, 2] += x, y
    size = image.shape[1], image.shape[0]
    return cv2.warpAffine(image, move, size, borderMode=cv2.BORDER_REPLICATE)


@pytest.mark.parametrize(("x", "y"), [(0, 0), (12, -7), (-9, 10)])
def test_it_goes_where_the_face_goes(astronaut, x, y):
    box = carried(astronaut, shifted(astronaut, x, y), FACE)
    expected = BoundingBox(FACE.x1 + x, FACE.y1 + y, FACE.x2 + x, FACE.y2 + y)
    assert iou(box, expected) > 0.93


@pytest.mark.parametrize("scale", [0.93, 1.08])
def test_it_grows_and_shrinks_with_the_face(astronaut, scale):
    box = carried(astronaut, shifted(astronaut, 0, 0, scale), FACE)
    assert box.width / FACE.width == pytest.approx(scale, abs=0.03)


def test_a_large_picture(astronaut):
    large, later = (
        cv2.resize(image, None, fx=4, fy=4) for image in (astronaut, shifted(astronaut, 8, 0))
    )
    box = carried(large, later, BoundingBox(*(4 * v for v in FACE)))
    assert iou(box, BoundingBox(*(4 * v for v in (184, 66, 282, 163)))) > 0.9


def test_at_the_edge_it_stays_inside(astronaut):
    cut = np.ascontiguousarray(astronaut[:, 200:])
    later = np.ascontiguousarray(astronaut[:, 210:])
    later = cv2.copyMakeBorder(later, 0, 0, 0, 10, cv2.BORDER_REPLICATE)
    box = carried(cut, later, BoundingBox(0, 66, 74, 163))
    assert box.x1 == 0
    assert box.x2 == pytest.approx(64, abs=6)


@pytest.mark.parametrize(
    "later", [picture(512, 512), np.random.default_rng(0).integers(0, 255, (512, 512, 3), np.uint8)]
)
def test_where_nothing_can_be_followed_it_is_unclear(astronaut, later):
    assert carried(astronaut, later, FACE) is None


def test_a_plain_picture_and_an_empty_box(astronaut):
    plain = picture(512, 512)
    assert carried(plain, plain, FACE) is None
    assert carried(astronaut, astronaut, BoundingBox(5, 5, 5, 5)) is None
