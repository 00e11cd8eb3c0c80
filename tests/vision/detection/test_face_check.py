"""The face check on a real face, and on what is none."""

import json
import shutil

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.system import paths
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.detection import face_check
from fer_desktop.vision.detection.check_chips import GrayLevels
from fer_desktop.vision.detection.face_check import FaceCheck
from fer_desktop.vision.media.images import read_image
from fer_desktop.vision.recognition.model_spec import LITERT_FILE

FACE = np.array([170.0, 62, 272, 164])
"""Of the demo's photograph, as the cascades frame it."""
SIDE = 102.0


@pytest.fixture(scope="module")
def check():
    return FaceCheck(paths.face_check())


@pytest.fixture(scope="module")
def astronaut():
    return read_image(paths.demo_picture())


def off(found, truth=FACE):
    """Return how far boxes are from where they should be, and their sides' share of its side."""
    side = truth[2] - truth[0]
    middle = (found[:, :2] + found[:, 2:]) / 2 - (truth[:2] + truth[2:]) / 2
    return np.hypot(*middle.T) / side, (found[:, 2] - found[:, 0]) / side


def test_a_face_is_one(check, astronaut):
    told = check.check(astronaut, FACE[np.newaxis])

    assert told.probability[0] > 0.9
    place, size = off(told.boxes)
    assert place[0] < 0.08
    assert size[0] == pytest.approx(1, abs=0.15)
    assert abs(told.roll_deg[0]) < 8
    assert abs(told.turn_deg[0]) < 35
    assert told.lower_covered[0] < 0.5
    assert told.upper_covered[0] < 0.5


def test_boxes_beside_the_face_come_back_to_it(check, astronaut):
    ways = 0.2 * SIDE * np.array([(1, 0), (-1, 0), (0, 1), (0, -1)])

    told = check.check(astronaut, FACE + np.tile(ways, 2))

    assert (told.probability > 0.5).all()
    place, _ = off(told.boxes)
    assert place.mean() < 0.1
    assert place.max() < 0.18


def test_boxes_of_another_size_come_back_to_the_face_s(check, astronaut):
    grown = np.array([0.8, 1.25])[:, np.newaxis] * SIDE / 2
    middle = (FACE[:2] + FACE[2:]) / 2

    told = check.check(astronaut, np.concatenate([middle - grown, middle + grown], axis=1))

    _, size = off(told.boxes)
    assert size == pytest.approx([1, 1], abs=0.2)


@pytest.mark.parametrize("degrees", [-20, 20])
def test_a_tilt_is_told_and_made_up_for(check, astronaut, degrees):
    middle = (FACE[:2] + FACE[2:]) / 2
    turn = cv2.getRotationMatrix2D(tuple(middle), degrees, 1.0)
    turned = cv2.warpAffine(astronaut, turn, astronaut.shape[1::-1])

    told = check.check(turned, np.stack([FACE, FACE]), np.array([0.0, degrees]))

    assert (told.probability > 0.5).all()
    assert told.roll_deg[0] * np.sign(degrees) > 4
    assert told.roll_deg[1] == pytest.approx(0, abs=8)


def test_a_box_that_was_cut_turned_moves_in_the_picture_s_directions(check, astronaut):
    middle = (FACE[:2] + FACE[2:]) / 2
    turn = cv2.getRotationMatrix2D(tuple(middle), 25, 1.0)
    turned = cv2.warpAffine(astronaut, turn, astronaut.shape[1::-1])
    ways = 0.18 * SIDE * np.array([(1, 0), (0, 1)])

    told = check.check(turned, FACE + np.tile(ways, 2), np.full(2, 25.0))

    place, _ = off(told.boxes)
    assert place.max() < 0.13


def test_what_is_seen_in_the_mirror_is_told_of_the_picture_as_it_is(check, astronaut):
    flipped = np.ascontiguousarray(astronaut[:, ::-1])
    boxes, tilts = (
        FACE + np.array([[15.0, 0.0, 15.0, 0.0], [0.0, 12.0, 0.0, 12.0]]),
        np.full(2, 8.0),
    )

    def other_way(found):
        return np.array([512.0, 0.0, 512.0, 0.0]) + found[:, [2, 1, 0, 3]] * [-1, 1, -1, 1]

    told = check.check(astronaut, boxes, tilts)
    seen = check.check(flipped, other_way(boxes), -tilts, in_mirror=True)

    np.testing.assert_allclose(seen.probability, told.probability, atol=0.02)
    np.testing.assert_allclose(other_way(seen.boxes), told.boxes, atol=2)
    np.testing.assert_allclose(-seen.roll_deg, told.roll_deg, atol=2)
    np.testing.assert_allclose(-seen.turn_deg, told.turn_deg, atol=4)


def test_a_covered_mouth_is_told(check, astronaut):
    masked = astronaut.copy()
    x1, y1, x2, y2 = FACE.astype(int)
    middle = (y1 + y2) // 2
    outline = [(x1 + 8, middle + 4), (x2 - 8, middle + 4), (x2 - 22, y2 + 4), (x1 + 22, y2 + 4)]
    cv2.fillPoly(masked, [np.array(outline)], (215, 200, 170))

    told = check.check(masked, FACE[np.newaxis])

    assert told.lower_covered[0] > 0.5
    assert told.upper_covered[0] < 0.5


def bracelet():
    """Return a ring of beads on something bright."""
    image = np.full((200, 200, 3), 190, np.uint8)
    for angle in np.linspace(0, 2 * np.pi, 24):
        at = (round(100 + 60 * np.cos(angle)), round(100 + 38 * np.sin(angle)))
        cv2.circle(image, at, 7, (40, 60, 90), -1)
    return image


def plain():
    """Return one gray."""
    return np.full((200, 200, 3), 90, np.uint8)


def boards():
    """Return dark and bright stripes."""
    image = np.full((200, 200, 3), 80, np.uint8)
    image[:, ::20] = image[:, 1::20] = 200
    return image


def noise():
    """Return grain."""
    return np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)


def letters():
    """Return a word."""
    image = np.full((200, 200, 3), 230, np.uint8)
    cv2.putText(image, "WC 8", (20, 120), cv2.FONT_HERSHEY_SIMPLEX, 2, (20, 20, 20), 6)
    return image


@pytest.mark.parametrize("draw", [bracelet, plain, boards, noise, letters])
def test_other_things_are_no_faces(check, draw):
    boxes = np.array([[50.0, 50, 150, 150], [20, 20, 180, 180], [80, 60, 140, 120]])

    told = check.check(draw(), boxes)

    assert told.probability.max() < 0.5


def test_what_is_beside_and_below_a_face_is_none(check, astronaut):
    beside = FACE + [0.95 * SIDE, 0] * 2
    shoulder = FACE + [0, 1.5 * SIDE] * 2

    told = check.check(astronaut, np.stack([beside, shoulder]))

    assert told.probability.max() < 0.5


def test_many_boxes_are_told_as_one_by_one_is(check, astronaut):
    rng = np.random.default_rng(1)
    boxes = FACE + np.tile(rng.normal(0, 20, (75, 2)), 2)
    tilts = rng.normal(0, 10, 75)

    together = check.check(GrayLevels(astronaut), boxes, tilts)
    alone = [check.check(astronaut, boxes[i : i + 1], tilts[i : i + 1]) for i in (0, 40, 74)]

    for i, one in zip((0, 40, 74), alone, strict=True):
        assert one.probability[0] == pytest.approx(together.probability[i], abs=1e-4)
        np.testing.assert_allclose(one.boxes[0], together.boxes[i], atol=0.02)


def test_no_box_is_no_answer(check, astronaut):
    told = check.check(astronaut, np.empty((0, 4)))

    assert told.probability.shape == (0,)
    assert told.boxes.shape == (0, 4)


@pytest.fixture
def copied(tmp_path):
    """Return a copy of the bundled face check."""
    return shutil.copytree(paths.face_check(), tmp_path / "face-check")


def test_another_file_than_model_json_speaks_of_is_an_error(copied):
    (copied / LITERT_FILE).write_bytes((copied / LITERT_FILE).read_bytes() + b"0")

    with pytest.raises(ModelError, match=r"does not match model\.json; expected sha256"):
        FaceCheck(copied)


def test_a_network_of_another_kind_is_an_error(copied):
    other = paths.model_directory("se-resnet")
    shutil.copy(other / LITERT_FILE, copied / LITERT_FILE)
    spec = json.loads((copied / SPEC_FILE).read_text())
    spec["sha256"] = {
        LITERT_FILE: json.loads((other / SPEC_FILE).read_text())["sha256"][LITERT_FILE]
    }
    (copied / SPEC_FILE).write_text(json.dumps(spec))

    with pytest.raises(ModelError, match="expected"):
        FaceCheck(copied)


def test_the_face_check_is_no_model_of_expressions():
    assert "face-check" not in paths.bundled_models()
    with pytest.raises(ModelError, match="no model"):
        paths.model_directory("face-check")


def test_a_logit_is_made_a_probability_without_an_overflow():
    logits = np.array([-1e4, -np.log(3), 0.0, np.log(3), 1e4])
    np.testing.assert_allclose(face_check._sigmoid(logits), [0.0, 0.25, 0.5, 0.75, 1.0])
