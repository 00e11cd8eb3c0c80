"""What came into a picture is searched for, what stayed is not, nothing is left out for good."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, Square
from fer_desktop.vision.detection.changes import WHOLE_S, ChangeWatch, small_copy
from fer_desktop.vision.detection.decide import Place

WHOLE = BoundingBox(0, 0, 640, 480)


@pytest.fixture
def room():
    """Return a picture with soft and hard edges, (480, 640, 3) uint8 BGR."""
    rng = np.random.default_rng(0)
    coarse = rng.integers(40, 200, (24, 32, 3), np.uint8)
    return np.ascontiguousarray(cv2.resize(coarse, (640, 480), interpolation=cv2.INTER_CUBIC))


@pytest.fixture
def watch(room):
    begun = ChangeWatch()
    assert begun.due("look", small_copy(room), 0.0, [], WHOLE) == WHOLE, "nothing is known yet"
    return begun


def due(watch, image, time_s=0.5, known=()):
    return watch.due("look", small_copy(image), time_s, known, WHOLE)


def with_face(room, astronaut, side, x, y):
    image = room.copy()
    image[y : y + side, x : x + side] = cv2.resize(astronaut[66:163, 176:274], (side, side))
    return image


@pytest.mark.parametrize("side", [32, 60, 200])
def test_where_a_face_came_is_searched(watch, room, astronaut, side):
    box = due(watch, with_face(room, astronaut, side, 300, 200))
    assert box.x1 <= 300 + side / 2 <= box.x2
    assert box.y1 <= 200 + side / 2 <= box.y2
    assert box.area < 8 * (side + 20) ** 2 / 2


def test_a_still_picture_is_not_searched_again(watch, room):
    assert due(watch, room) is None


def test_noise_light_and_a_shaking_camera_are_no_change(watch, room):
    rng = np.random.default_rng(1)
    for shift, light in [((0.0, 0.0), 1.0), ((2.0, -1.0), 1.0), ((0.0, 0.0), 1.1)]:
        way = np.array([[1.0, 0.0, shift[0]], [0.0, 1.0, shift[1]]])
        moved = cv2.warpAffine(room, way, (640, 480), borderMode=cv2.BORDER_REPLICATE)
        noisy = moved * light + rng.normal(0, 5, room.shape)
        assert due(watch, np.clip(noisy, 0, 255).astype(np.uint8)) is None, (shift, light)


def test_after_a_cut_nearly_all_is_searched(watch, room):
    """Where most of a picture changes, that is not taken for noise."""
    box = due(watch, np.ascontiguousarray(room[::-1, ::-1]))
    assert box.area > 0.8 * WHOLE.area


def test_all_is_searched_once_more_in_a_while(watch, room):
    assert due(watch, room, WHOLE_S - 0.1) is None
    assert due(watch, room, WHOLE_S) == WHOLE
    assert due(watch, room, WHOLE_S + 0.5) is None


def test_what_moves_in_a_known_face_is_no_change(watch, room, astronaut):
    known = [Place(Square(350.0, 250.0, 130.0))]
    image = with_face(room, astronaut, 100, 300, 200)
    assert due(watch, image, known=known) is None


def test_where_a_face_is_known_no_more_all_is_searched(watch, room):
    known = [Place(Square(350.0, 250.0, 130.0))]
    assert due(watch, room, 0.5, known) is None
    assert due(watch, room, 1.0) == WHOLE


def test_each_kind_of_look_has_its_own_memory(watch, room):
    assert watch.due("another", small_copy(room), 0.5, [], WHOLE) == WHOLE
    assert due(watch, room) is None


def test_it_begins_anew_when_told(watch, room):
    watch.forget()
    assert due(watch, room) == WHOLE
