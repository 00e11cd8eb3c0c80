"""Follows a face from the frame in which it was seen by the motion of the picture in it.

Points in the face are followed both ways (pyramidal Lucas and Kanade, Bouguet, 2001); those that
come back where they began tell how it moved and grew, by medians (the median flow of Kalal,
Mikolajczyk and Matas, 2010). All the way from the frame in which it was seen, not from frame to
frame, so that errors don't add up: the box of a still face stands still.
"""

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import Square
from fer_desktop.vision.recognition.preprocess import cut_square

Gray = NDArray[np.uint8]
"""(H, W) uint8."""

_FACE_PX: Final = 48
_AROUND: Final = 2.0
_SIZE: Final = round(_AROUND * _FACE_PX)
_WINDOW_PX: Final = 15
_MOST_POINTS: Final = 25
_LEAST_POINTS: Final = 8
_MOST_ERROR_PX: Final = 1.0
_MOST_GROWTH: Final = 1.15
_MANY: Final = 0.7
"""With so many of its points found a patch still shows the face as it is."""


@dataclass(frozen=True)
class Followed:
    """Where a face is in a frame, and whether its patch is worn: another look from now on."""

    place: Square
    is_worn: bool


@dataclass(frozen=True)
class PatchOrigin:
    """The time of the frame that a patch was cut from, and the face's place as it was told."""

    time_s: float
    place: Square


@dataclass(frozen=True, eq=False)
class Patch:
    """A face in one frame, ready to be found again in the next ones.

    Attributes:
        place: In pixels of that frame.
        around: The part that was cut out.
        gray: That part, (96, 96) uint8.
        points: What can be followed, (N, 1, 2) float32, in pixels of `gray`.
        origin: Where and when it was cut out; the same patch can be cut there again.
    """

    place: Square
    around: Square
    gray: Gray
    points: NDArray[np.float32]
    origin: PatchOrigin

    @classmethod
    def cut(cls, frame: Gray, place: Square, time_s: float = 0.0) -> "Patch":
        """Return the patch of a face that is at a place in the frame of a time."""
        around = _around(place)
        gray = cut_square(frame, around, _SIZE)
        edge = (_SIZE - _FACE_PX) // 2
        inside = np.ascontiguousarray(gray[edge : _SIZE - edge, edge : _SIZE - edge])
        corners = cv2.goodFeaturesToTrack(inside, _MOST_POINTS, 0.01, 3)
        # OpenCV gives None where there is no corner.
        points = np.empty((0, 1, 2)) if corners is None else corners + edge
        origin = PatchOrigin(time_s, place)
        return cls(place, around, gray, np.asarray(points, np.float32), origin)

    def corrected(self, followed: Square, seen: Square) -> "Patch":
        """Return the same patch, whose face is seen in another place than it was followed to."""
        growth = followed.side / self.place.side
        place = Square(
            self.place.center_x + (seen.center_x - followed.center_x) / growth,
            self.place.center_y + (seen.center_y - followed.center_y) / growth,
            self.place.side * seen.side / followed.side,
        )
        return replace(self, place=place)

    def found(self, frame: Gray, last: Square) -> Followed | None:
        """Return where the face is in a frame; None where that is unclear.

        Args:
            frame: Of the same size.
            last: Where it was in the frame before.
        """
        if len(self.points) < _LEAST_POINTS:
            return None
        around = _around(last)
        gray = cut_square(frame, around, _SIZE)
        there, is_there = _followed(self.gray, gray, self.points)
        back, is_back = _followed(gray, self.gray, there)
        error = np.linalg.norm(self.points - back, axis=2).ravel()
        kept = is_there & is_back & (error < _MOST_ERROR_PX)
        if kept.sum() < _LEAST_POINTS:
            return None
        old, new = _in_frame(self.points[kept, 0], self.around), _in_frame(there[kept, 0], around)
        side = self.place.side * _growth(old, new)
        side = float(np.clip(side, last.side / _MOST_GROWTH, last.side * _MOST_GROWTH))
        middle = np.array(self.place[:2])
        x, y = np.median(new - side / self.place.side * (old - middle), axis=0)
        is_worn = bool(kept.mean() < _MANY)
        return Followed(Square(float(x), float(y), side), is_worn)


def _around(place: Square) -> Square:
    """Return the part that is cut out, in whole pixels, so that it is known where they lie."""
    side = max(1, round(_AROUND * place.side))
    x1, y1 = round(place.center_x - side / 2), round(place.center_y - side / 2)
    return Square(x1 + side / 2, y1 + side / 2, side)


def _in_frame(points: NDArray[np.float32], around: Square) -> NDArray[np.float64]:
    """Return points (N, 2) of the part in pixels of the frame."""
    scale = around.side / _SIZE
    return np.asarray((points - _SIZE / 2) * scale + around[:2], np.float64)


def _followed(
    before: Gray, after: Gray, points: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return where points (N, 1, 2) are in the next picture, and which of them were found."""
    there, is_found, _ = cv2.calcOpticalFlowPyrLK(
        before, after, points, points.copy(), winSize=(_WINDOW_PX, _WINDOW_PX)
    )
    return np.asarray(there, np.float32), is_found.ravel() == 1


def _growth(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """Return the median ratio of the distances between all pairs of points."""
    first, second = np.triu_indices(len(before), 1)
    old = np.linalg.norm(before[first] - before[second], axis=1)
    new = np.linalg.norm(after[first] - after[second], axis=1)
    return float(np.median(new[old > 1] / old[old > 1])) if (old > 1).any() else 1.0
