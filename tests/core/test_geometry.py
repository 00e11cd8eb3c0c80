"""Boxes and squares in pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fer_desktop.core.geometry import BoundingBox, covered, iou, square_around

BOXES = st.builds(BoundingBox, *[st.integers(-50, 150)] * 4)


def test_a_box_is_half_open():
    box = BoundingBox(2, 3, 7, 13)
    assert (box.width, box.height, box.area) == (5, 10, 50)


@pytest.mark.parametrize("box", [(5, 5, 5, 9), (5, 5, 4, 9), (9, 9, 4, 4)])
def test_an_empty_or_turned_box_has_no_area(box):
    assert BoundingBox(*box).area == 0


def test_from_xywh_rounds_the_corners_not_the_size():
    # Rounding width and height instead would move the lower right corner: 0.4 + 9.3 -> 9, not 10.
    assert BoundingBox.from_xywh(0.4, 0.4, 9.3, 10.3) == (0, 0, 10, 11)


@pytest.mark.parametrize(
    ("box", "clipped"),
    [
        ((10, 10, 20, 20), (10, 10, 20, 20)),
        ((-5, -6, 20, 20), (0, 0, 20, 20)),
        ((90, 40, 120, 60), (90, 40, 100, 50)),
        ((-10, -10, 200, 200), (0, 0, 100, 50)),
    ],
)
def test_clipping_keeps_the_part_inside_the_picture(box, clipped):
    assert BoundingBox(*box).clipped(100, 50) == clipped


@given(BOXES)
def test_a_clipped_box_lies_inside_and_is_never_larger(box):
    clipped = box.clipped(100, 50)
    assert all(0 <= x <= 100 for x in (clipped.x1, clipped.x2))
    assert all(0 <= y <= 50 for y in (clipped.y1, clipped.y2))
    assert clipped.area <= box.area


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 0, 10, 10), (0, 0, 10, 10), 1.0),
        ((0, 0, 10, 10), (5, 0, 15, 10), 50 / 150),
        ((0, 0, 10, 10), (2, 2, 4, 4), 4 / 100),
        ((0, 0, 10, 10), (10, 0, 20, 10), 0.0),  # half-open: they touch, they do not overlap
        ((0, 0, 10, 10), (30, 30, 40, 40), 0.0),
        ((5, 5, 5, 5), (5, 5, 5, 5), 0.0),
    ],
)
def test_intersection_over_union(a, b, expected):
    assert iou(BoundingBox(*a), BoundingBox(*b)) == pytest.approx(expected)


@given(BOXES, BOXES)
def test_intersection_over_union_is_symmetric_and_between_0_and_1(a, b):
    assert iou(a, b) == iou(b, a)
    assert 0 <= iou(a, b) <= 1


@pytest.mark.parametrize(
    ("box", "by", "expected"),
    [
        ((0, 0, 10, 10), (5, 0, 50, 50), 0.5),
        ((5, 5, 7, 7), (0, 0, 10, 10), 1.0),
        ((0, 0, 10, 10), (10, 0, 20, 10), 0.0),
        ((5, 5, 5, 5), (0, 0, 10, 10), 0.0),
    ],
)
def test_how_much_of_a_box_lies_under_another(box, by, expected):
    assert covered(BoundingBox(*box), BoundingBox(*by)) == pytest.approx(expected)


def test_the_square_has_the_longer_side_plus_the_margin_at_each_side():
    square = square_around(BoundingBox(10, 20, 30, 60), margin=0.25)
    assert (square.center_x, square.center_y) == (20, 40)
    assert square.side == 40 * 1.5
    assert square_around(BoundingBox(0, 0, 60, 40), margin=0.0).side == 60
