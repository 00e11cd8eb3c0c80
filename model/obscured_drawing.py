"""What covers of a face are drawn with: outlines, strokes, folds, colours over one another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Drawing = Callable[[np.random.Generator], "Cover"]
"""Draws a cover; chance decides how exactly."""
Points = NDArray[np.float64]
"""(n, 2) x and y, as shares of the crop's side."""

CANVAS = 288
"""Covers are drawn at this many pixels a side and shrunk, which makes their edges smooth."""
TONE = 128.0
"""What stands for the gray of skin and hair."""
EYES_Y, EYE_X = 0.385, 0.195
"""Height of the eyes, and how far each is from the middle."""


@dataclass(eq=False)
class Cover:
    """What is drawn over a face.

    Attributes:
        color: (C, C, 3) float32, blue, green and red in evenly white light; of skin and hair, of
            which the drawing does not know the colour, with `TONE` for it.
        alpha: (C, C) float32, 1 where nothing is seen through it.
        relief: (C, C) float32, what folds and curves do to its light; 1 nothing.
        is_shiny: The light on the face does not show on it.
    """

    color: NDArray[np.float32]
    alpha: NDArray[np.float32]
    relief: NDArray[np.float32]
    is_shiny: bool = False


def nothing() -> Cover:
    """Return a cover with nothing on it yet."""
    size = (CANVAS, CANVAS)
    return Cover(
        np.zeros((*size, 3), np.float32), np.zeros(size, np.float32), np.ones(size, np.float32)
    )


def grid() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return x and y of each pixel, as shares of the side."""
    along = (np.arange(CANVAS, dtype=np.float32) + 0.5) / CANVAS
    x, y = np.meshgrid(along, along)
    return x, y


def curve(*corners: tuple[float, float]) -> Points:
    """Return a smooth closed line through corners (Catmull and Rom's spline)."""
    points = np.array(corners)
    before, after, next_after = (np.roll(points, shift, axis=0) for shift in (1, -1, -2))
    pieces = []
    for t in np.linspace(0, 1, 12, endpoint=False):
        a = 2 * points
        b = (after - before) * t
        c = (2 * before - 5 * points + 4 * after - next_after) * t**2
        d = (-before + 3 * points - 3 * after + next_after) * t**3
        pieces.append((a + b + c + d) / 2)
    return np.stack(pieces, axis=1).reshape(-1, 2)


def mirrored(*right: tuple[float, float]) -> Points:
    """Return a smooth closed line from its right half, top to bottom; its left is the same."""
    left = [(1 - x, y) for x, y in reversed(right) if abs(x - 0.5) > 1e-6]
    return curve(*right, *left)


def filled(points: Points) -> NDArray[np.float32]:
    """Return the inside of an outline as a mask, (C, C) float32 from 0 to 1."""
    mask = np.zeros((CANVAS, CANVAS), np.uint8)
    at = np.rint(points * CANVAS * 16).astype(np.int32)
    cv2.fillPoly(mask, [at], 255, cv2.LINE_AA, shift=4)
    return mask.astype(np.float32) / 255


def stroke(points: Points, width: float, *, closed: bool = False) -> NDArray[np.float32]:
    """Return a line as a mask."""
    mask = np.zeros((CANVAS, CANVAS), np.uint8)
    draw_stroke(mask, points, width, 255, closed=closed)
    return mask.astype(np.float32) / 255


def draw_stroke(
    canvas: NDArray[np.uint8], points: Points, width: float, tone: int, *, closed: bool = False
) -> None:
    """Draw a line into a (C, C) uint8 canvas."""
    at = np.rint(points * CANVAS * 16).astype(np.int32)
    thickness = max(1, round(width * CANVAS))
    cv2.polylines(canvas, [at], closed, tone, thickness, cv2.LINE_AA, shift=4)


def soft(mask: NDArray[np.float32], deviation: float) -> NDArray[np.float32]:
    """Return the mask blurred; `deviation` is a share of the side."""
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), deviation * CANVAS), np.float32)


def paint(cover: Cover, mask: NDArray[np.float32], color: Sequence[float]) -> None:
    """Lay one more colour on a cover."""
    share = mask[:, :, np.newaxis]
    cover.color[:] = cover.color * (1 - share) + np.array(color, np.float32) * share
    cover.alpha[:] = np.maximum(cover.alpha, mask)


def wrinkles(rng: np.random.Generator, scale: float) -> NDArray[np.float32]:
    """Return soft irregular light, mean 0 and deviation 1; `scale` is the size of its spots."""
    n = round(1 / scale)
    spots = rng.standard_normal((n, n)).astype(np.float32)
    light = cv2.resize(spots, (CANVAS, CANVAS), interpolation=cv2.INTER_CUBIC)
    return np.asarray((light - light.mean()) / max(float(light.std()), 1e-6), np.float32)
