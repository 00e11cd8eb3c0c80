"""What is a face is what the check says, and it lies where the check sees it."""

from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, Square
from fer_desktop.system import paths
from fer_desktop.vision.detection.cascade import Hit
from fer_desktop.vision.detection.check_chips import GrayLevels
from fer_desktop.vision.detection.decide import (
    SURE_SCORE,
    WEAK_SCORE,
    Place,
    Sighting,
    decided,
    found_among,
    is_near,
    place_of,
    surest,
)
from fer_desktop.vision.detection.face_check import FaceCheck
from tests.fake_check import FakeCheck
from tests.fakes import picture

FACE = (100.0, 80.0, 200.0, 180.0)
IMAGE = picture(640, 480)


def place(x=150.0, y=130.0, side=100.0, tilt_deg=0.0):
    return Place(Square(x, y, side), tilt_deg)


def sighting(x=150.0, side=100.0, score=0.9):
    return Sighting(Square(x, 130.0, side), score=score)


def test_a_place_is_a_face_only_where_the_check_says_so():
    (found,) = decided(FakeCheck(FACE), IMAGE, [place(400), place(), place(500, 300)])
    assert found.box == BoundingBox(100, 80, 200, 180)
    assert found.score == 0.95
    assert decided(FakeCheck(), IMAGE, [place()]) == []


def test_the_face_lies_where_the_check_sees_it_and_is_laid_as_it_says():
    check = FakeCheck(FACE, tilt_deg=12.0)
    (found,) = decided(check, IMAGE, [place(170, 140, 120, tilt_deg=25.0)])
    assert found.square == pytest.approx((150, 130, 100))
    assert found.tilt_deg == pytest.approx(12.0)


@pytest.mark.parametrize(
    ("one", "is_far"),
    [
        (place(), False),
        (place(152, 131, 103, 5.0), False),
        (place(165), True),
        (place(y=115), True),
        (place(side=130), True),
        (place(side=80), True),
        (place(tilt_deg=15.0), True),
    ],
)
def test_a_face_that_lies_elsewhere_is_checked_once_more_there(one, is_far):
    check = FakeCheck(FACE)
    decided(check, IMAGE, [one, place(500)])
    assert len(check.asked) == 3 + is_far  # twice for the mean of several boxes
    if is_far:
        np.testing.assert_allclose(check.asked[1], [FACE])
        np.testing.assert_allclose(check.tilts[1], [0.0])


def test_what_the_second_check_says_counts():
    check = FakeCheck(FACE)
    check.second = check.check

    def doubting(image, boxes, tilts, **_):
        check.probability = 0.95 if not check.asked else 0.3
        return check.second(image, boxes, tilts)

    check.check = doubting
    assert decided(check, IMAGE, [place(170)]) == []


def test_all_places_are_checked_at_once():
    check = FakeCheck(FACE)
    decided(check, IMAGE, [place(x) for x in range(0, 640, 20)])
    assert len(check.asked[0]) == 32


@pytest.mark.parametrize("least", [SURE_SCORE, WEAK_SCORE])
def test_below_the_asked_for_probability_it_is_no_face(least):
    scores = [least - 0.01, least]
    found = [decided(FakeCheck(FACE, probability=p), IMAGE, [place()], least) for p in scores]
    assert [len(faces) for faces in found] == [0, 1]


def test_without_a_place_nothing_is_asked():
    check = FakeCheck(FACE)
    assert decided(check, IMAGE, []) == []
    assert check.asked == []


def test_levels_of_the_picture_are_taken_as_well():
    assert len(decided(FakeCheck(FACE), GrayLevels(IMAGE), [place()])) == 1


def test_the_part_that_is_more_covered_counts():
    (found,) = decided(FakeCheck(FACE, covered=0.8), IMAGE, [place()])
    assert found.covered == pytest.approx(0.8)
    assert found.face().covered == pytest.approx(0.8)


def test_each_face_is_returned_once_the_surest_first():
    a, b = sighting(score=0.8), sighting(160, score=0.9)
    other = sighting(400, score=0.7)
    assert surest([other, a, b]) == [b, other]


def test_a_part_of_a_face_is_no_face_of_its_own():
    assert surest([sighting(), sighting(140, side=45, score=0.8)]) == [sighting()]
    assert surest([sighting(), sighting(150, side=300, score=0.8)]) == [sighting()]
    beside = sighting(220, side=45, score=0.8)
    assert surest([sighting(), beside]) == [sighting(), beside]


def test_a_hit_of_a_cascade_is_a_place():
    expected = Place(Square(150.0, 130.0, 100.0), 25.0, 3)
    assert place_of(Hit(150.0, 130.0, 100.0, 3, 25.0)) == expected


def test_places_that_overlap_well_are_of_one_face():
    assert is_near(place(), [place(400), place(190)])
    assert not is_near(place(), [place(210)])
    assert not is_near(place(), [])


def test_many_hits_of_the_cascades_make_a_face_surer():
    check = FakeCheck(FACE, probability=0.94)

    def score(*n_hits, weight=1.0):
        places = [Place(Square(150.0, 130.0, 100.0), 0.0, n) for n in n_hits]
        elsewhere = Place(Square(400.0, 300.0, 100.0), 0.0, 500)
        found = found_among(check, IMAGE, [*places, elsewhere], weight)
        return found[0].score if found else 0.0

    assert score(1) == 0
    assert SURE_SCORE < score(10) < score(40) < 1
    assert score(4, 6) == score(10)
    assert score(5, weight=2.0) == score(10)


def test_hits_alone_make_no_face():
    assert found_among(FakeCheck(), IMAGE, [Place(Square(150.0, 130.0, 100.0), 0.0, 60)]) == []


class WaveringCheck(FakeCheck):
    """Sees the face too far to the right in boxes that lie to the right, and so on."""

    def check(self, image, boxes, tilts_deg=None, *, in_mirror=False):
        said = super().check(image, boxes, tilts_deg)
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        off = 0.5 * (middles - (150.0, 130.0))
        return replace(said, boxes=said.boxes + np.tile(off, 2))


def test_a_face_lies_where_the_check_sees_it_on_the_average():
    (found,) = decided(WaveringCheck(FACE), IMAGE, [place(156)])
    # One look at the place would be 3 px off, and the next one 1.5.
    assert found.square == pytest.approx((150, 130, 100), abs=1.6)


class ParedCheck(FakeCheck):
    """Sees two parts of the face at first, and all of it in boxes around them."""

    def check(self, image, boxes, tilts_deg=None, *, in_mirror=False):
        said = super().check(image, boxes, tilts_deg)
        if len(boxes) > 2:
            return said
        off = np.array([[-45.0, 0.0], [45.0, 0.0]])
        return replace(said, boxes=said.boxes + np.tile(off, 2))


def test_a_face_that_was_seen_in_two_parts_is_found_once():
    found = decided(ParedCheck(FACE, reach=0.6), IMAGE, [place(105), place(195)])
    assert [one.square for one in found] == [pytest.approx((150, 130, 100))]


@pytest.mark.parametrize("way", [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_a_place_beside_a_real_face_comes_back_to_it(astronaut, way):
    x, y, side = 224.0, 115.0, 101.0
    start = Place(Square(x + 0.2 * side * way[0], y + 0.2 * side * way[1], side))
    (found,) = decided(FaceCheck(paths.face_check()), astronaut, [start])
    assert abs(found.square.center_x - x) < 0.05 * side
    assert abs(found.square.center_y - y) < 0.05 * side
    assert abs(found.square.side / side - 1) < 0.08
