"""A cascade looks at a view and tells what it found in pixels of the picture."""

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.vision.detection.cascade import Cascade, Hit, best, grouped
from fer_desktop.vision.detection.gray_view import gray_view, turned


def test_squares_in_heaps_are_faces(cascade, astronaut):
    squares = Cascade(cascade).squares(gray_view(astronaut, 320, 0.1), 1.1, 28, 320)
    assert all(square.count == 1 for square in squares)
    (hit,) = grouped(squares, 5)
    assert (hit.x, hit.y) == pytest.approx((225, 115), abs=8)
    assert hit.side == pytest.approx(98, abs=12)
    assert hit.count > 10
    assert hit.box == BoundingBox.from_xywh(
        hit.x - hit.side / 2, hit.y - hit.side / 2, hit.side, hit.side
    )


def test_sizes_that_are_not_asked_for(cascade, astronaut):
    view = gray_view(astronaut, 320)
    found = [
        grouped(Cascade(cascade).squares(view, 1.1, least, most), 5)
        for least, most in ((28, 45), (45, 90), (90, 320))
    ]
    assert [len(hits) for hits in found] == [0, 1, 0], "the face has 61 px there"


def test_a_view_smaller_than_a_face(cascade, astronaut):
    view = gray_view(astronaut[:20, :20].copy(), 320)
    assert Cascade(cascade).squares(view, 1.1, 28, 320) == []


def test_what_is_found_in_a_turned_view_is_tilted_the_other_way(cascade, astronaut):
    tilted = turned(gray_view(astronaut, 320), 10)
    squares = Cascade(cascade).squares(tilted, 1.1, 28, 400)
    (hit,) = grouped(squares, 5)
    assert hit.tilt_deg == -10
    assert (hit.x, hit.y) == pytest.approx((225, 115), abs=10)


def test_alike_squares_become_their_mean_and_single_ones_stay():
    squares = [Hit(100, 100, 40, 1, 25.0), Hit(101.5, 99, 41, 1, 25.0), Hit(300, 50, 30, 1, 25.0)]
    first, second = sorted(grouped(squares), key=lambda hit: hit.x)
    assert (first.x, first.y, first.side) == pytest.approx((100.75, 99.5, 40.5), abs=0.1)
    assert (first.count, second.count) == (2, 1)
    assert (second.x, second.y, second.side) == (300, 50, 30)
    assert first.tilt_deg == 25.0
    assert grouped(squares, 2) == [first]
    assert grouped([]) == []


def test_of_overlapping_hits_the_one_with_most_squares_stays():
    hits = [Hit(100, 100, 80, 15), Hit(300, 100, 40, 14), Hit(104, 98, 90, 30)]
    assert best(hits) == [hits[2], hits[1]]


def test_a_file_that_is_none(tmp_path):
    with pytest.raises(ModelError, match="the face cascade can't be read"):
        Cascade(tmp_path / "gone.xml")


def test_two_looks_give_the_same_in_the_same_order(cascade, astronaut):
    view = gray_view(astronaut, 480)
    looks = [Cascade(cascade).squares(view, 1.05, 21, 480) for _ in range(6)]
    assert all(look == looks[0] for look in looks)
