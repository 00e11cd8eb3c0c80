"""Small pictures with one known face, or none: what boxes are cut from.

The same random numbers give the same picture.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from model.face_check.grounds import Ground
from model.face_check.patches import Patch

Values = NDArray[np.float32]
_SIDES_PX = (14.0, 110.0)
_CUT_BY_EDGE = 0.25
_MOST_CUT = 0.33
_FILLED = 0.12
"""So many faces fill their picture."""
_HATS, _SIDE_LIT = 0.08, 0.15
_MOST_NOISE = 0.4
"""Of the spread of the gray."""


@dataclass(frozen=True, eq=False)
class Composed:
    """A picture and what was laid on it.

    Attributes:
        gray: (H, W) uint8.
        box: (4,) float64 x1, y1, x2, y2 of the thing.
        roll_deg: How far it is turned counter-clockwise.
        patch: The thing.
        others: (n, 4) boxes of other faces beside it.
    """

    gray: NDArray[np.uint8]
    box: NDArray[np.float64]
    roll_deg: float
    patch: Patch
    others: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 4)))


def composed(
    patch: Patch, ground: Ground, rng: np.random.Generator, neighbour: Patch | None = None
) -> Composed:
    """Return the patch on a part of the ground, as a camera would have seen both.

    Args:
        patch: What is laid into the middle.
        ground: What lies around.
        rng: Draws all else.
        neighbour: Another face, beside it and a little behind.
    """
    side = float(np.exp(rng.uniform(*np.log(_SIDES_PX))))
    side = min(side, 2.2 * patch.side)
    size = round(side * rng.uniform(2.6, 3.6))
    canvas = _part_of(ground, size, rng)
    roll_deg = float(rng.normal(0, 13) if rng.random() < 0.5 else rng.uniform(-45, 45))
    x, y = size / 2 + rng.uniform(-0.2, 0.2, 2) * side
    others = np.empty((0, 4))
    if neighbour is not None:
        others = _lay_beside(canvas, neighbour, x, y, side, rng)
    if rng.random() < 0.7:
        _lay_body(canvas, patch, x, y, side, roll_deg, rng)
    _lay(canvas, patch, x, y, side, roll_deg, rng)
    if patch.is_face and rng.random() < _HATS:
        _lay_hat(canvas, x, y, side, roll_deg, rng)
    if rng.random() < _SIDE_LIT:
        canvas = _lit_from_aside(canvas, x, y, side, rng)
    boxes = np.concatenate([_box(x, y, side), others])
    cut = _filled if rng.random() < _FILLED else _cut_by_edge
    canvas, shift = cut(canvas, boxes[0], rng)
    boxes = boxes - np.tile(shift, 2)
    return Composed(photographed(canvas, side, rng), boxes[0], roll_deg, patch, boxes[1:])


def photographed(canvas: Values, side: float, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return the canvas as a camera gives it: unevenly lit, blurred, noisy, compressed."""
    height, width = canvas.shape
    image = canvas
    if rng.random() < 0.4:
        across = np.linspace(-1, 1, width, dtype=np.float32)[np.newaxis] * rng.normal(0, 0.4)
        down = np.linspace(-1, 1, height, dtype=np.float32)[:, np.newaxis] * rng.normal(0, 0.25)
        image = image * np.clip(1 + across + down, 0.15, 1.9)
    if rng.random() < 0.25:
        image = 255 * (np.clip(image, 0, 255) / 255) ** np.exp(rng.normal(0, 0.4))
    if rng.random() < 0.25:
        image = image * rng.uniform(0.12, 0.6)
    if rng.random() < 0.2:  # out of focus, or shown larger than it was taken
        image = cv2.GaussianBlur(image, (0, 0), side * float(rng.uniform(0.01, 0.045)) + 0.1)
    else:
        image = cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.25, 1.1)))
    if rng.random() < 0.1:
        length = max(2, round(side * rng.uniform(0.03, 0.12)))
        kernel = np.zeros((length, length), np.float32)
        kernel[length // 2] = 1 / length
        image = cv2.filter2D(image, -1, kernel if rng.random() < 0.6 else kernel.T)
    if rng.random() < 0.6:
        most = min(10.0, _MOST_NOISE * float(image.std()))
        noise = rng.standard_normal(image.shape, np.float32) * float(rng.uniform(0, most))
        image = image + noise
    gray = np.clip(np.rint(image), 0, 255).astype(np.uint8)
    if rng.random() < 0.5:
        quality = int(rng.integers(25, 95))
        packed = cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        gray = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    return gray


def _part_of(ground: Ground, size: int, rng: np.random.Generator) -> Values:
    """Return a (size, size) part of a ground at any scale; stamps lie on a plain one."""
    gray = ground.gray
    if ground.mask is not None:
        plain = np.full_like(gray, int(rng.integers(0, 256)))
        gray = np.where(ground.mask > 127, gray, plain)
    height, width = gray.shape
    part = int(min(height, width, size * np.exp(rng.uniform(-0.5, 1.5))))
    y, x = (int(rng.integers(0, length - part + 1)) for length in (height, width))
    how = cv2.INTER_AREA if part > size else cv2.INTER_LINEAR
    canvas = cv2.resize(gray[y : y + part, x : x + part], (size, size), interpolation=how)
    if rng.random() < 0.5:
        canvas = canvas[:, ::-1]
    return np.ascontiguousarray(canvas, np.float32)


def _lay(
    canvas: Values,
    patch: Patch,
    x: float,
    y: float,
    side: float,
    roll_deg: float,
    rng: np.random.Generator,
) -> None:
    """Lay the patch on the canvas, the middle of its box at a place."""
    scale = side / patch.side
    gray, mask = patch.gray, patch.mask
    if scale < 0.75:
        size = max(2, round(len(gray) * scale))
        gray = cv2.resize(gray, (size, size), interpolation=cv2.INTER_AREA)
        mask = cv2.resize(mask, (size, size), interpolation=cv2.INTER_AREA)
        scale = side / (patch.side * size / len(patch.gray))
    middle = (len(gray) - 1) / 2
    turn = cv2.getRotationMatrix2D((middle, middle), roll_deg, scale)
    turn[:, 2] += (x - 0.5 - middle, y - 0.5 - middle)
    size = canvas.shape[::-1]
    how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_LINEAR
    laid = cv2.warpAffine(gray, turn, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
    weight = cv2.warpAffine(mask, turn, size, flags=cv2.INTER_LINEAR)
    level = float(rng.uniform(0.7, 1.25)) if rng.random() < 0.5 else 1.0
    canvas += (laid * level - canvas) * weight


def _lay_body(
    canvas: Values,
    patch: Patch,
    x: float,
    y: float,
    side: float,
    roll_deg: float,
    rng: np.random.Generator,
) -> None:
    """Lay hair, a neck and shoulders under what comes, turned as it is."""
    skin = float(np.clip(patch.skin * rng.uniform(0.7, 1.1), 5, 250))
    tilt_deg = roll_deg * rng.uniform(0, 1)

    def filled(points: NDArray[np.float64], tone: float) -> None:
        _fill(canvas, points, tone, x, y, side, tilt_deg)

    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    if rng.random() < 0.6:
        wide, high = rng.uniform(0.45, 0.75), rng.uniform(0.6, 0.9)
        hair = np.stack([wide * np.cos(angles), high * np.sin(angles)], axis=1)
        hair[:, 1] += rng.uniform(-0.15, 0.25)
        filled(hair, float(rng.uniform(5, 200)))
    width, long = rng.uniform(0.2, 0.36), rng.uniform(0.6, 0.95)
    filled(np.array([(-width, 0.2), (width, 0.2), (width, long + 0.3), (-width, long + 0.3)]), skin)
    broad = rng.uniform(0.8, 1.4)
    shoulders = np.array(
        [
            (-0.22, long - 0.08),
            (0.22, long - 0.08),
            (broad, long + 0.3),
            (broad, 3),
            (-broad, 3),
            (-broad, long + 0.3),
        ]
    )
    filled(shoulders, float(rng.uniform(5, 250)))
    if rng.random() < 0.7:
        noise = rng.standard_normal(canvas.shape, np.float32)
        canvas += cv2.GaussianBlur(noise, (0, 0), 0.02 * side + 0.3) * float(rng.uniform(0, 25))


def _lay_beside(
    canvas: Values, patch: Patch, x: float, y: float, side: float, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Lay another face beside what comes, and return its box, (1, 4)."""
    own = side * float(np.exp(rng.uniform(-0.5, 0.3)))
    away = (side + own) / 2 * rng.uniform(0.95, 1.6)
    angle = rng.normal(0, 0.5) + (np.pi if rng.random() < 0.5 else 0.0)
    x, y = x + away * np.cos(angle), y + away * np.sin(angle)
    roll_deg = float(rng.normal(0, 13))
    _lay_body(canvas, patch, x, y, own, roll_deg, rng)
    _lay(canvas, patch, x, y, own, roll_deg, rng)
    return _box(x, y, own)


def _lay_hat(
    canvas: Values, x: float, y: float, side: float, roll_deg: float, rng: np.random.Generator
) -> None:
    """Lay a hat or a cap over the forehead: a crown and a brim, down to the eyes at the most."""
    tone, wide, brim = rng.uniform(5, 230), rng.uniform(0.4, 0.6), rng.uniform(0.45, 1.1)
    low, high = rng.uniform(-0.38, -0.17), rng.uniform(0.4, 0.7)
    angles = np.linspace(0, np.pi, 16)
    crown = np.stack([wide * np.cos(angles), low - high * np.sin(angles)], axis=1)
    _fill(canvas, crown, float(tone), x, y, side, roll_deg)
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    thick = rng.uniform(0.03, 0.14)
    edge = np.stack([brim * np.cos(angles), low - thick / 2 + thick * np.sin(angles)], axis=1)
    _fill(canvas, edge, float(tone * rng.uniform(0.5, 1.1)), x, y, side, roll_deg)


def _fill(
    canvas: Values,
    points: NDArray[np.float64],
    tone: float,
    x: float,
    y: float,
    side: float,
    tilt_deg: float,
) -> None:
    """Fill an outline, (n, 2) in sides of the box from its middle, turned counter-clockwise."""
    tilt = np.deg2rad(tilt_deg)
    down, right = np.array([np.sin(tilt), np.cos(tilt)]), np.array([np.cos(tilt), -np.sin(tilt)])
    places = np.array([x, y]) + side * (points[:, :1] * right + points[:, 1:] * down)
    cv2.fillPoly(canvas, [np.rint(8 * places).astype(np.int32)], tone, cv2.LINE_AA, 3)


def _lit_from_aside(
    canvas: Values, x: float, y: float, side: float, rng: np.random.Generator
) -> Values:
    """Return the canvas with the light on one side of the face alone."""
    height, width = canvas.shape
    angle = rng.normal(0, 0.6) + (np.pi if rng.random() < 0.5 else 0.0)
    across = (np.arange(width, dtype=np.float32) - x)[np.newaxis] / side * np.cos(angle)
    down = (np.arange(height, dtype=np.float32) - y)[:, np.newaxis] / side * np.sin(angle)
    way = (across + down - rng.normal(0, 0.15)) / rng.uniform(0.04, 0.3)
    dark = rng.uniform(0.1, 0.6)
    return np.asarray(
        canvas * (dark + (1 - dark) / (1 + np.exp(-np.clip(way, -30, 30)))), np.float32
    )


def _box(x: float, y: float, side: float) -> NDArray[np.float64]:
    return np.array([[x - side / 2, y - side / 2, x + side / 2, y + side / 2]])


def _filled(
    canvas: Values, box: NDArray[np.float64], rng: np.random.Generator
) -> tuple[Values, NDArray[np.float64]]:
    """Return the canvas cut so that the face fills it, and how far that moved it."""
    side = box[2] - box[0]
    margins = np.clip(rng.uniform(-0.12, 0.14) + rng.normal(0, 0.05, 4), -0.25, 0.3) * side
    height, width = canvas.shape
    x1, y1 = (max(0, round(v)) for v in box[:2] - margins[:2])
    x2, y2 = max(x1 + 8, round(box[2] + margins[2])), max(y1 + 8, round(box[3] + margins[3]))
    return np.ascontiguousarray(canvas[y1 : min(y2, height), x1 : min(x2, width)]), np.array(
        [x1, y1], float
    )


def _cut_by_edge(
    canvas: Values, box: NDArray[np.float64], rng: np.random.Generator
) -> tuple[Values, NDArray[np.float64]]:
    """Return the canvas, of which an edge cuts the face now and then, and how far that moved it."""
    if rng.random() >= _CUT_BY_EDGE:
        return canvas, np.zeros(2)
    side = box[2] - box[0]
    share = rng.uniform(-0.1, _MOST_CUT)
    edge = int(rng.integers(4))
    if edge == 0:
        first = max(0, round(box[0] + share * side))
        return np.ascontiguousarray(canvas[:, first:]), np.array([first, 0.0])
    if edge == 1:
        first = max(0, round(box[1] + share * side))
        return np.ascontiguousarray(canvas[first:]), np.array([0.0, first])
    if edge == 2:
        return np.ascontiguousarray(canvas[:, : max(8, round(box[2] - share * side))]), np.zeros(2)
    return np.ascontiguousarray(canvas[: max(8, round(box[3] - share * side))]), np.zeros(2)
