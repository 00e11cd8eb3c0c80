"""A face is followed by what moves in it, from the frame in which it was seen."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import Square
from fer_desktop.vision.detection.optical_flow import Patch
from tests.fakes import picture

FACE = Square(225.0, 114.5, 98.0)  # in the astronaut's picture


@pytest.fixture(scope="module")
def gray(astronaut):
    return cv2.cvtColor(astronaut, cv2.COLOR_BGR2GRAY)


def shifted(image, x, y, scale=1.0):
    move = cv2.getRotationMatrix2D((FACE.center_x, FACE.center_y), 0, scale)
    move[:, 2] += x, y
    size = image.shape[1], image.shape[0]
    return cv2.warpAffine(image, move, size, borderMode=cv2.BORDER_REPLICATE)


def steps(gray, places):
    """Follow the face through its places (x, y, scale); return where it is in each."""
    patch, place, found = Patch.cut(gray, FACE), FACE, []
    for x, y, scale in places:
        followed = patch.found(shifted(gray, x, y, scale), place)
        place = followed.place
        found.append(followed)
    return found


@pytest.mark.parametrize(("x", "y"), [(0, 0), (12, -7), (-9, 10), (0.4, -0.3)])
def test_it_goes_where_the_face_goes_in_parts_of_pixels(gray, x, y):
    (followed,) = steps(gray, [(x, y, 1.0)])
    assert followed.place.center_x == pytest.approx(FACE.center_x + x, abs=0.3)
    assert followed.place.center_y == pytest.approx(FACE.center_y + y, abs=0.3)
    assert followed.place.side == pytest.approx(FACE.side, rel=0.01)
    assert not followed.is_worn


@pytest.mark.parametrize("scale", [0.93, 1.08])
def test_it_grows_and_shrinks_with_the_face(gray, scale):
    (followed,) = steps(gray, [(0, 0, scale)])
    assert followed.place.side / FACE.side == pytest.approx(scale, abs=0.02)
    assert followed.place.center_x == pytest.approx(FACE.center_x, abs=0.5)


@pytest.mark.parametrize(("scale", "most"), [(1.4, 1.15), (0.7, 1 / 1.15)])
def test_from_one_frame_to_the_next_it_grows_and_shrinks_a_little_at_most(gray, scale, most):
    """What seems to grow by more is another thing, or points that went astray."""
    (followed,) = steps(gray, [(0, 0, scale)])
    assert followed.place.side == pytest.approx(most * FACE.side)


def test_points_that_do_not_come_back_to_where_they_began_do_not_count(gray, monkeypatch):
    """Those that went astray are found all the same: only the way back tells."""
    real, calls = cv2.calcOpticalFlowPyrLK, []

    def astray(before, after, points, start, **options):
        there, is_found, error = real(before, after, points, start, **options)
        calls.append(len(points))
        if len(calls) == 1:
            there = there + np.where(np.arange(len(points)) % 2, 25, 0)[:, None, None]
        return there.astype(np.float32), np.ones_like(is_found), error

    monkeypatch.setattr(cv2, "calcOpticalFlowPyrLK", astray)
    (followed,) = steps(gray, [(4, 0, 1.0)])
    assert len(calls) == 2
    assert followed.place.center_x == pytest.approx(FACE.center_x + 4, abs=1)
    assert followed.is_worn


def test_errors_do_not_add_up(gray):
    noise = np.random.default_rng(0)
    patch, place = Patch.cut(gray, FACE), FACE
    for _ in range(100):
        frame = np.clip(gray + noise.normal(0, 6, gray.shape), 0, 255).astype(np.uint8)
        place = patch.found(frame, place).place
    assert place == pytest.approx(FACE, abs=1.0)


def test_it_is_followed_far_from_where_it_was_cut(gray):
    found = steps(gray, [(8 * n, 3 * n, 1 + 0.02 * n) for n in range(1, 12)])
    assert found[-1].place.center_x == pytest.approx(FACE.center_x + 88, abs=2)
    assert found[-1].place.center_y == pytest.approx(FACE.center_y + 33, abs=2)
    assert found[-1].place.side / FACE.side == pytest.approx(1.22, abs=0.03)


def test_a_corrected_patch_goes_on_from_the_corrected_place(gray):
    patch = Patch.cut(gray, FACE)
    moved = shifted(gray, 10, 0, 1.1)
    followed = patch.found(moved, FACE).place
    better = Square(followed.center_x + 5, followed.center_y - 4, followed.side * 1.05)
    again = patch.corrected(followed, better).found(moved, better).place
    assert again == pytest.approx(better, abs=0.6)


def test_a_large_picture(gray):
    large, later = (cv2.resize(g, None, fx=4, fy=4) for g in (gray, shifted(gray, 8, 0)))
    place = Square(*(4 * v for v in FACE))
    followed = Patch.cut(large, place).found(later, place).place
    assert followed.center_x == pytest.approx(4 * (FACE.center_x + 8), abs=2)


def test_at_the_edge_of_the_picture(gray):
    cut = np.ascontiguousarray(gray[:, 200:])
    later = cv2.copyMakeBorder(gray[:, 210:], 0, 0, 0, 10, cv2.BORDER_REPLICATE)
    place = FACE._replace(center_x=FACE.center_x - 200)
    followed = Patch.cut(cut, place).found(later, place).place
    assert followed.center_x == pytest.approx(place.center_x - 10, abs=3)


def test_a_face_half_of_which_is_covered_is_followed_but_worn(gray):
    covered = gray.copy()
    covered[:, 232:] = 128
    followed = Patch.cut(gray, FACE).found(covered, FACE)
    assert followed.is_worn
    assert followed.place.center_x == pytest.approx(FACE.center_x, abs=3)


@pytest.mark.parametrize(
    "later",
    [
        np.full((512, 512), 90, np.uint8),
        np.random.default_rng(0).integers(0, 255, (512, 512), np.uint8),
        cv2.resize(
            np.random.default_rng(1).integers(0, 255, (64, 64), np.uint8),
            (512, 512),
            interpolation=cv2.INTER_CUBIC,
        ),
    ],
    ids=["plain", "noise", "another picture"],
)
def test_where_nothing_can_be_followed_it_is_unclear(gray, later):
    assert Patch.cut(gray, FACE).found(later, FACE) is None


def test_a_plain_picture_and_an_empty_place(gray):
    plain = picture(512, 512)[:, :, 0].copy()
    assert Patch.cut(plain, FACE).found(plain, FACE) is None
    dot = Square(5.0, 5.0, 0.0)
    assert Patch.cut(gray, dot).found(gray, dot) is None
