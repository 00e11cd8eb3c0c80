"""The detector: faces where they are, none where there is none, and a reason without a cascade."""

import dataclasses

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.vision.cascade import Cascade, Hit
from fer_desktop.vision.detector import LIVE, STILL, HaarDetector
from tests.fakes import picture

FACE = BoundingBox(176, 66, 274, 163)  # in the astronaut's picture


@pytest.fixture(scope="module")
def live(cascade):
    return HaarDetector(cascade, LIVE)


@pytest.fixture(scope="module")
def still(cascade):
    return HaarDetector(cascade, STILL)


@pytest.fixture(scope="module")
def room():
    """Return a gray room without a face: walls, a door and a lamp under some noise."""
    image = picture(640, 480, 130)
    cv2.rectangle(image, (0, 340), (640, 480), (90, 90, 90), -1)
    cv2.rectangle(image, (420, 100), (540, 400), (70, 80, 100), -1)
    cv2.circle(image, (150, 90), 40, (220, 230, 235), -1)
    noise = np.random.default_rng(3).normal(0, 4, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


@pytest.fixture(params=["live", "still"])
def detector(request):
    return request.getfixturevalue(request.param)


def test_the_face_is_found_where_it_is(detector, astronaut):
    (face,) = detector.detect(astronaut)
    assert iou(face.box, FACE) > 0.8
    assert 0.6 < face.detection_score < 1
    assert face.track_id is None
    assert not face.is_held


@pytest.mark.parametrize("scale", [0.5, 1.7, 4])
def test_boxes_are_in_pixels_of_the_picture_whatever_its_size(live, astronaut, scale):
    large = cv2.resize(astronaut, None, fx=scale, fy=scale)
    (face,) = live.detect(large)
    assert iou(face.box, BoundingBox(*(round(v * scale) for v in FACE))) > 0.7


def test_boxes_are_at_the_right_place_in_a_wide_picture(detector, astronaut):
    wide = picture(1000, 300, 120)
    wide[:, 480:980] = astronaut[:300, :500]
    (face,) = detector.detect(wide)
    assert iou(face.box, BoundingBox(FACE.x1 + 480, FACE.y1, FACE.x2 + 480, FACE.y2)) > 0.7


def test_the_largest_face_comes_first(live, astronaut):
    small = cv2.resize(astronaut[:240, 100:340], (180, 180), interpolation=cv2.INTER_AREA)
    for x_small, x_large in [(0, 180), (400, 0)]:
        both = picture(580, 400, 120)
        both[:, x_large : x_large + 400] = astronaut[:400, :400]
        both[:180, x_small : x_small + 180] = small
        first, second = live.detect(both)
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


def test_a_face_in_the_dark(live, astronaut):
    (face,) = live.detect((astronaut * 0.08).astype(np.uint8))
    assert iou(face.box, FACE) > 0.7


def test_padding_finds_a_face_that_fills_the_picture(cascade, still, astronaut):
    close = np.ascontiguousarray(astronaut[80:160, 188:262])
    without = HaarDetector(cascade, dataclasses.replace(STILL, padding=0.0, looks_again=False))
    assert without.detect(close) == []
    (face,) = still.detect(close)
    assert face.box.area > 0.8 * close.shape[0] * close.shape[1]


@pytest.mark.parametrize("degrees", [-24, 28])
def test_a_tilted_face_is_found_at_the_second_look(cascade, still, astronaut, degrees):
    part = np.ascontiguousarray(astronaut[:260, 100:360])
    middle = (FACE.x1 + FACE.x2) / 2 - 100, (FACE.y1 + FACE.y2) / 2
    turn = cv2.getRotationMatrix2D(middle, degrees, 1.0)
    tilted = cv2.warpAffine(part, turn, (260, 260), borderMode=cv2.BORDER_REPLICATE)
    once = HaarDetector(cascade, dataclasses.replace(STILL, looks_again=False))
    assert once.detect(tilted) == []
    (face,) = still.detect(tilted)
    upright = BoundingBox(FACE.x1 - 100, FACE.y1, FACE.x2 - 100, FACE.y2)
    assert iou(face.box, upright) > 0.6


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_face_from_the_side_is_framed_as_one_from_the_front(
    still, astronaut, monkeypatch, is_mirrored
):
    """The cascade for the side is real; a picture of a face from the side is drawn from a hit."""
    seen = []

    def look(self, view, scale_factor, min_neighbors, min_face_px):
        # Both cascades are asked; the one for the side finds one side of the head only.
        seen.append(view)
        is_side = self is still._profile and (len(seen) % 2 == 0) == is_mirrored
        return [Hit(200.0, 100.0, 80.0, 20)] if is_side else []

    monkeypatch.setattr(Cascade, "look", look)
    (face,) = still.detect(astronaut)
    assert face.box == BoundingBox.from_xywh(200 - 42.4, 104 - 42.4, 84.8, 84.8)


def test_of_overlapping_hits_of_the_second_look_the_surest_stays(still, astronaut, monkeypatch):
    hits = {1: [], 2: [Hit(100, 100, 80, 15), Hit(300, 100, 40, 14)], 3: [Hit(104, 98, 90, 30)]}
    calls = iter(range(1, 9))
    monkeypatch.setattr(Cascade, "look", lambda *_: hits.get(next(calls), []))
    faces = still.detect(astronaut)
    assert [face.box.width for face in faces] == [90, 40]


def test_video_is_looked_at_once(live, astronaut, monkeypatch):
    calls = []
    monkeypatch.setattr(Cascade, "look", lambda *_: calls.append(1) or [])
    assert live.detect(astronaut) == []
    assert len(calls) == 1


def test_without_the_cascade_for_the_side(cascade, tmp_path):
    path = tmp_path / "faces.xml"
    path.write_bytes(cascade.read_bytes())
    with pytest.raises(ModelError, match=r"haarcascade_profileface.xml: the face cascade can't"):
        HaarDetector(path, STILL)


def test_boxes_lie_inside_the_picture_and_scores_between_0_and_1(still, astronaut):
    seen = 0
    for x, y in [(170, 60), (190, 60), (170, 90), (200, 80), (150, 40)]:
        part = np.ascontiguousarray(astronaut[y : y + 110, x : x + 110])
        for face in still.detect(part):
            seen += 1
            assert face.box == face.box.clipped(110, 110)
            assert face.box.area > 0
            assert 0 <= face.detection_score < 1
            assert all(type(value) is int for value in face.box)
    assert seen >= 3


def test_more_hits_give_a_higher_score(live, still, astronaut):
    blurred = cv2.GaussianBlur(astronaut, (0, 0), 9)
    (sharp,) = live.detect(astronaut)
    (soft,) = live.detect(blurred)
    assert soft.detection_score < sharp.detection_score


def test_the_picture_is_left_alone(live, astronaut):
    image = astronaut.copy()
    image.flags.writeable = False
    live.detect(image)
    assert np.array_equal(image, astronaut)


def test_the_same_picture_gives_the_same_faces(cascade, live, astronaut, room):
    first = live.detect(astronaut)
    live.detect(room)
    assert live.detect(astronaut) == first
    assert HaarDetector(cascade, LIVE).detect(astronaut) == first


def test_a_cascade_on_any_path(cascade, tmp_path, astronaut):
    path = tmp_path / "Žofie 😀.xml"
    path.write_bytes(cascade.read_bytes())
    assert len(HaarDetector(path, LIVE).detect(astronaut)) == 1


BROKEN = {
    "empty": b"",
    "text": b"hello",
    "binary": bytes(range(256)) * 10,
    "other xml": b'<?xml version="1.0"?><opencv_storage><a>1</a></opencv_storage>',
    "nothing in it": b'<?xml version="1.0"?><opencv_storage></opencv_storage>',
    "half": None,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_cascade_is_told_with_its_file(cascade, tmp_path, content):
    path = tmp_path / "faces.xml"
    path.write_bytes(cascade.read_bytes()[:100_000] if content is None else content)
    with pytest.raises(ModelError, match="face cascade") as caught:
        HaarDetector(path, LIVE)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize("name", ["gone.xml", "."])
def test_a_missing_cascade(tmp_path, name):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        HaarDetector(tmp_path / name, LIVE)
