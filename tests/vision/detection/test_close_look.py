"""A close look finds the face that is there, at any size and turn, and in the dark."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, Square, iou
from fer_desktop.vision.detection.cascade import Cascade
from fer_desktop.vision.detection.close_look import close_look, score
from fer_desktop.vision.detection.detector import CLOSE_FILE, SURE_COUNT, SURE_SCORE

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture
PLACE = Square(225, 114.5, 98)


@pytest.fixture(scope="module")
def close(cascade):
    return Cascade(cascade.with_name(CLOSE_FILE))


def one(hits):
    (hit,) = hits
    return hit


@pytest.mark.parametrize("shift", [(0, 0), (18, -15), (-20, 10)])
def test_the_face_is_found_near_where_it_is_expected(close, astronaut, shift):
    place = Square(PLACE.center_x + shift[0], PLACE.center_y + shift[1], PLACE.side)
    hit = one(close_look(close, astronaut, place, 0.0, SURE_COUNT))
    assert iou(hit.box, FACE) > 0.8


@pytest.mark.parametrize("size", [0.78, 1.25])
def test_a_face_of_another_size_than_expected(close, astronaut, size):
    place = PLACE._replace(side=size * PLACE.side)
    assert iou(one(close_look(close, astronaut, place, 0.0, SURE_COUNT)).box, FACE) > 0.75


@pytest.mark.parametrize("scale", [0.4, 3.0])
def test_a_face_of_any_size_in_the_picture(close, astronaut, scale):
    image = cv2.resize(astronaut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    place = Square(*(scale * v for v in PLACE))
    hit = one(close_look(close, image, place, 0.0, SURE_COUNT))
    assert iou(hit.box, BoundingBox(*(round(scale * v) for v in FACE))) > 0.75


@pytest.mark.parametrize(("turn", "expected"), [(30, 25.0), (-28, -25.0), (8, 0.0), (35, 25.0)])
def test_a_turned_face_is_framed_as_an_upright_one(close, astronaut, turn, expected):
    move = cv2.getRotationMatrix2D((PLACE.center_x, PLACE.center_y), turn, 1.0)
    image = cv2.warpAffine(astronaut, move, (512, 512), borderMode=cv2.BORDER_REPLICATE)
    hit = one(close_look(close, image, PLACE, expected, SURE_COUNT))
    assert iou(hit.box, FACE) > 0.75
    assert abs(hit.tilt_deg - turn) <= 12


def test_a_face_in_the_dark(close, astronaut):
    dark = (astronaut * 0.08).astype(np.uint8)
    assert iou(one(close_look(close, dark, PLACE, 0.0, SURE_COUNT)).box, FACE) > 0.75


def test_where_no_face_is_there_are_few_hits(close, astronaut):
    for x, y in ((90, 300), (420, 90), (256, 420)):
        assert close_look(close, astronaut, Square(x, y, 90), 0.0, SURE_COUNT) == []


def test_a_place_beside_the_picture(close, astronaut):
    assert close_look(close, astronaut, Square(-300, 40, 90), 0.0, 1) == []


def test_the_score_rises_with_the_hits():
    scores = [score(n) for n in (0, 3, SURE_COUNT, 60, 300)]
    assert scores == sorted(scores)
    assert scores[0] < 0.01
    assert scores[1] < 0.05 < SURE_SCORE
    assert 0.95 < scores[-2] < scores[-1] <= 1
