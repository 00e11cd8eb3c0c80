"""The detector: faces where they are, none where there is none, and a reason without a cascade."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.types import Frame
from fer_desktop.vision.detection.cascade import Cascade, Hit
from fer_desktop.vision.detection.decide import SURE_SCORE
from fer_desktop.vision.detection.detector import BALANCED, FAST, THOROUGH, EveryFrame, HaarDetector
from tests.fake_check import FakeCheck
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


@pytest.fixture(scope="module")
def fast(cascade, check):
    return HaarDetector(cascade, check, FAST)


@pytest.fixture(scope="module")
def balanced(cascade, check):
    return HaarDetector(cascade, check, BALANCED)


@pytest.fixture(scope="module")
def thorough(cascade, check):
    return HaarDetector(cascade, check, THOROUGH)


@pytest.fixture(scope="module")
def room():
    """Return a gray room without a face: walls, a door and a lamp under some noise."""
    image = picture(640, 480, 130)
    cv2.rectangle(image, (0, 340), (640, 480), (90, 90, 90), -1)
    cv2.rectangle(image, (420, 100), (540, 400), (70, 80, 100), -1)
    cv2.circle(image, (150, 90), 40, (220, 230, 235), -1)
    noise = np.random.default_rng(3).normal(0, 4, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


@pytest.fixture(params=["fast", "balanced", "thorough"])
def detector(request):
    return request.getfixturevalue(request.param)


def test_the_face_is_found_where_it_is(detector, astronaut):
    (face,) = detector.detect(astronaut)
    assert iou(face.box, FACE) > 0.7
    assert 0.6 < face.detection_score < 1
    assert face.track_id is None
    assert not face.is_held


@pytest.mark.parametrize("scale", [0.5, 1.7, 4])
def test_boxes_are_in_pixels_of_the_picture_whatever_its_size(balanced, astronaut, scale):
    large = cv2.resize(astronaut, None, fx=scale, fy=scale)
    (face,) = balanced.detect(large)
    assert iou(face.box, BoundingBox(*(round(v * scale) for v in FACE))) > 0.7


def test_boxes_are_at_the_right_place_in_a_wide_picture(detector, astronaut):
    wide = picture(1000, 300, 120)
    wide[:, 480:980] = astronaut[:300, :500]
    (face,) = detector.detect(wide)
    assert iou(face.box, BoundingBox(FACE.x1 + 480, FACE.y1, FACE.x2 + 480, FACE.y2)) > 0.7


def test_the_largest_face_comes_first(balanced, astronaut):
    small = cv2.resize(astronaut[:240, 100:340], (180, 180), interpolation=cv2.INTER_AREA)
    for x_small, x_large in [(0, 180), (400, 0)]:
        both = picture(580, 400, 120)
        both[:, x_large : x_large + 400] = astronaut[:400, :400]
        both[:180, x_small : x_small + 180] = small
        first, second = balanced.detect(both)
        assert first.box.area > 1.3 * second.box.area
        expected = BoundingBox(FACE.x1 + x_large, FACE.y1, FACE.x2 + x_large, FACE.y2)
        assert iou(first.box, expected) > 0.7


def test_a_room_without_a_face(detector, room):
    assert detector.detect(room) == []


@pytest.mark.parametrize("value", [0, 128, 255])
def test_a_plain_picture_has_no_face(detector, value):
    assert detector.detect(picture(320, 240, value)) == []


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 2), (27, 27), (5000, 3)])
def test_a_picture_smaller_than_any_face(detector, size):
    assert detector.detect(picture(*size)) == []


def test_a_face_in_the_dark(balanced, astronaut):
    (face,) = balanced.detect((astronaut * 0.08).astype(np.uint8))
    assert iou(face.box, FACE) > 0.7


def test_a_face_that_fills_the_picture(thorough, astronaut):
    close = np.ascontiguousarray(astronaut[80:160, 188:262])
    (face,) = thorough.detect(close)
    assert face.box.area > 0.5 * close.shape[0] * close.shape[1]


@pytest.mark.parametrize("degrees", [-35, -24, 28, 38])
def test_a_tilted_face_is_found_and_its_tilt_told(cascade, check, balanced, astronaut, degrees):
    part = np.ascontiguousarray(astronaut[:260, 100:360])
    middle = (FACE.x1 + FACE.x2) / 2 - 100, (FACE.y1 + FACE.y2) / 2
    turn = cv2.getRotationMatrix2D(middle, degrees, 1.0)
    tilted = cv2.warpAffine(part, turn, (260, 260), borderMode=cv2.BORDER_REPLICATE)
    (face,) = balanced.detect(tilted)
    upright = BoundingBox(FACE.x1 - 100, FACE.y1, FACE.x2 - 100, FACE.y2)
    assert iou(face.box, upright) > 0.6
    assert abs(face.tilt_deg - degrees) < 15


def test_faces_smaller_than_asked_for_are_left_out(cascade, check, astronaut):
    found = [
        len(HaarDetector(cascade, check, replace(BALANCED, smallest=share)).detect(astronaut))
        for share in (0.0, 0.1, 0.4)
    ]
    assert found == [1, 1, 0], "the face takes up a fifth of the width"


@pytest.mark.parametrize("search", [FAST, BALANCED, THOROUGH])
def test_what_the_check_does_not_take_for_a_face_is_none(cascade, astronaut, search):
    assert HaarDetector(cascade, FakeCheck(), search).detect(astronaut) == []


def test_boxes_lie_where_the_check_sees_the_face_and_it_makes_the_score(cascade, astronaut):
    seen = (180, 70, 270, 160)
    scores = []
    for probability in (0.98, 0.999):
        check = FakeCheck(seen, probability=probability, covered=0.7, tilt_deg=9.0)
        (face,) = HaarDetector(cascade, check, BALANCED).detect(astronaut)
        assert face.box == BoundingBox(*seen)
        assert (face.covered, face.tilt_deg) == (0.7, 9.0)
        scores.append(face.detection_score)
    assert SURE_SCORE <= scores[0] < scores[1] <= 1


def test_candidates_are_given_to_the_check_as_the_cascades_frame_them(cascade, astronaut):
    check = FakeCheck()
    HaarDetector(cascade, check, BALANCED).detect(astronaut)
    (boxes,), (tilts,) = check.asked, check.tilts
    own = [BoundingBox(*(round(v) for v in box)) for box in boxes]
    assert max(iou(box, FACE) for box in own) > 0.7
    assert set(tilts) <= {0.0, 25.0, -25.0}


def test_a_box_is_cut_at_the_edge_of_the_picture(cascade, astronaut):
    beyond = (130, 20, 280, 170)
    cut = np.ascontiguousarray(astronaut[40:, 150:])
    check = FakeCheck(
        tuple(v - (150, 40)[n % 2] for n, v in enumerate(beyond)), reach=0.6, probability=0.9999
    )
    (face,) = HaarDetector(cascade, check, THOROUGH).detect(cut)
    assert face.box == BoundingBox(0, 0, 130, 130)


def test_one_face_is_found_once_however_often_it_is_a_candidate(cascade, astronaut, monkeypatch):
    real = Cascade.squares

    def squares(self, view, *options):
        found = real(self, view, *options)
        return [*found, *(Hit(x, 114.0, 98.0, 1) for x in (205, 225, 245))]

    monkeypatch.setattr(Cascade, "squares", squares)
    assert (
        len(HaarDetector(cascade, FakeCheck(FACE, probability=0.999), BALANCED).detect(astronaut))
        == 1
    )


def test_a_still_detector_looks_at_each_frame_of_a_video(balanced, astronaut):
    (face,) = EveryFrame(balanced).look(Frame(astronaut, time_s=1.0), [])
    assert face == balanced.detect(astronaut)[0]
