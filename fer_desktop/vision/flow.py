"""Carries a box from one frame to the next by the motion of the picture in it.

Points in the box are followed both ways (pyramidal Lucas and Kanade, Bouguet, 2001); those that
come back where they began tell how the box moved and grew, by medians (the median flow of Kalal,
Mikolajczyk and Matas, 2010).
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox, Square, square_around
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.preprocess import cut_square

_FACE_PX: Final = 48
_AROUND: Final = 2.0
_MOST_POINTS: Final = 40
_LEAST_POINTS: Final = 8
_MOST_ERROR_PX: Final = 1.0
_MOST_GROWTH: Final = 1.15


def carried(before: ImageBGR, after: ImageBGR, box: BoundingBox) -> BoundingBox | None:
    """Return where what was in a box is in the next frame, inside it; None where that is unclear.

    Args:
        before: (H, W, 3) uint8 BGR.
        after: The next frame, of the same size.
        box: In pixels of `before`.
    """
    place = square_around(box, (_AROUND - 1) / 2)
    if not place.side:
        return None
    size = round(_AROUND * _FACE_PX)
    old, new = (_gray(image, place, size) for image in (before, after))
    inside = np.zeros_like(old)
    edge = (size - _FACE_PX) // 2
    inside[edge : size - edge, edge : size - edge] = 255
    corners = cv2.goodFeaturesToTrack(old, _MOST_POINTS, 0.01, 3, mask=inside)
    if np.ndim(corners) == 0:  # OpenCV gives None where there is no corner
        return None
    points = np.asarray(corners, np.float32)
    there, is_there = _followed(old, new, points)
    back, is_back = _followed(new, old, there)
    error = np.linalg.norm(points - back, axis=2).ravel()
    kept = is_there & is_back & (error < _MOST_ERROR_PX)
    if kept.sum() < _LEAST_POINTS:
        return None
    a, b = points[kept, 0], there[kept, 0]
    step = np.median(b - a, axis=0) * place.side / size
    growth = float(np.clip(_growth(a, b), 1 / _MOST_GROWTH, _MOST_GROWTH))
    width, height = box.width * growth, box.height * growth
    x, y = (box.x1 + box.x2) / 2 + step[0], (box.y1 + box.y2) / 2 + step[1]
    moved = BoundingBox.from_xywh(x - width / 2, y - height / 2, width, height)
    moved = moved.clipped(after.shape[1], after.shape[0])
    return moved if moved.area else None


def _gray(image: ImageBGR, place: Square, size: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(cut_square(image, place, size), cv2.COLOR_BGR2GRAY), np.uint8)


def _followed(
    before: NDArray[np.uint8], after: NDArray[np.uint8], points: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return where points (N, 1, 2) are in the next picture, and which of them were found."""
    there, is_found, _ = cv2.calcOpticalFlowPyrLK(before, after, points, points.copy())
    return np.asarray(there, np.float32), is_found.ravel() == 1


def _growth(before: NDArray[np.float32], after: NDArray[np.float32]) -> float:
    """Return the median ratio of the distances between all pairs of points."""
    first, second = np.triu_indices(len(before), 1)
    old = np.linalg.norm(before[first] - before[second], axis=1)
    new = np.linalg.norm(after[first] - after[second], axis=1)
    return float(np.median(new[old > 1] / old[old > 1])) if (old > 1).any() else 1.0
