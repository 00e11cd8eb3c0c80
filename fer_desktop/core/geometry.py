"""Boxes in pixels, and what can be computed from boxes alone."""

from typing import NamedTuple, Self


class BoundingBox(NamedTuple):
    """A half-open rectangle in pixels: x1 <= x < x2, y1 <= y < y2; x to the right, y down.

    >>> box = BoundingBox(10, 20, 40, 60)
    >>> box.width, box.height, box.area, box == (10, 20, 40, 60)
    (30, 40, 1200, True)
    """

    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.x2 - self.x1

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.y2 - self.y1

    @property
    def area(self) -> int:
        """Area in square pixels; 0 for an empty box."""
        return max(0, self.width) * max(0, self.height)

    @classmethod
    def from_xywh(cls, x: float, y: float, width: float, height: float) -> Self:
        """Return the box with this upper left corner and size, rounded to whole pixels."""
        return cls(round(x), round(y), round(x + width), round(y + height))

    def clipped(self, width: int, height: int) -> "BoundingBox":
        """Return the part inside a picture of this size; its area is 0 when nothing is inside."""
        return BoundingBox(
            min(max(self.x1, 0), width),
            min(max(self.y1, 0), height),
            max(min(self.x2, width), 0),
            max(min(self.y2, height), 0),
        )


class Square(NamedTuple):
    """A square in pixels, not rounded: what a face chip is cut from."""

    center_x: float
    center_y: float
    side: float


def common(a: BoundingBox, b: BoundingBox) -> BoundingBox:
    """Return what lies in both boxes; its area is 0 where nothing does."""
    return BoundingBox(max(a.x1, b.x1), max(a.y1, b.y1), min(a.x2, b.x2), min(a.y2, b.y2))


def iou(a: BoundingBox, b: BoundingBox) -> float:
    """Return intersection over union in [0, 1]; 0 when both boxes are empty."""
    overlap = common(a, b).area
    union = a.area + b.area - overlap
    return overlap / union if union else 0.0


def covered(box: BoundingBox, by: BoundingBox) -> float:
    """Return the share in [0, 1] of a box that lies under another; 0 for an empty one."""
    return common(box, by).area / box.area if box.area else 0.0


def square_around(box: BoundingBox, margin: float) -> Square:
    """Return the square centred on a box: its longer side, plus `margin` of that at each side."""
    side = max(box.width, box.height) * (1.0 + 2.0 * margin)
    return Square((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, side)
