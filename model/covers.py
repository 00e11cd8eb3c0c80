"""Things in front of a face: masks, sunglasses, hands, hair and microphones, drawn at random.

Works on face crops in the cascades' framing, in which eyes, nose and mouth lie at known heights;
places are drawn widely, for faces do not lie exactly so. What is drawn is plain on purpose: the
network has to learn what is left of the face, not the look of the cover.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR

EYES, NOSE, CHIN = 0.37, 0.58, 0.97
"""Heights in a crop, as shares of its side (mean of FER+ pictures)."""

Points = NDArray[np.float64]


def covered(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the crop with one thing in front of the face; most often a mask."""
    draw = COVERS[int(rng.choice(len(COVERS), p=CHANCES))]
    return draw(image, rng)


def masked(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the crop with a mask over mouth and chin, with folds or bands or without."""
    top = NOSE + rng.uniform(-0.12, 0.08)
    side = top + rng.uniform(-0.1, 0.14)
    left, right = 0.1 + rng.uniform(-0.1, 0.12), 0.9 + rng.uniform(-0.12, 0.1)
    bottom = CHIN + rng.uniform(-0.08, 0.15)
    middle = 0.5 + rng.uniform(-0.06, 0.06)
    outline = np.array(
        [
            (left, side),
            (middle - rng.uniform(0.08, 0.2), top + rng.uniform(0, 0.05)),
            (middle, top),
            (middle + rng.uniform(0.08, 0.2), top + rng.uniform(0, 0.05)),
            (right, side),
            (right - rng.uniform(0, 0.15), (side + bottom) / 2 + rng.uniform(0, 0.15)),
            (middle + rng.uniform(0.1, 0.2), bottom),
            (middle - rng.uniform(0.1, 0.2), bottom),
            (left + rng.uniform(0, 0.15), (side + bottom) / 2 + rng.uniform(0, 0.15)),
        ]
    )
    colour = _cloth(rng)
    result = _filled(image, outline, _shaded_cloth(image, colour, rng))
    if rng.random() < 0.5:
        for height in rng.uniform(top + 0.08, bottom, int(rng.integers(1, 4))):
            ends = np.array([(left + 0.05, height), (right - 0.05, height + rng.normal(0, 0.03))])
            cv2.polylines(result, [_pixels(image, ends)], False, _tuple(colour * 0.85), 1)
    if rng.random() < 0.5:
        for x, edge in ((left, 0.0), (right, 1.0)):
            band = np.array([(x, side), (edge, side - rng.uniform(0.02, 0.2))])
            cv2.polylines(result, [_pixels(image, band)], False, _tuple(colour), 1, cv2.LINE_AA)
    return result


def with_sunglasses(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the crop with dark glasses, or anything else, over both eyes."""
    height = EYES + rng.uniform(-0.05, 0.06)
    half = rng.uniform(0.07, 0.14)
    colour = np.full(3, rng.uniform(0, 70)) + rng.uniform(-10, 10, 3)
    result = image.copy()
    for x in (0.5 - rng.uniform(0.17, 0.23), 0.5 + rng.uniform(0.17, 0.23)):
        width = rng.uniform(0.11, 0.18)
        angles = np.linspace(0, 2 * np.pi, 16)
        power = rng.uniform(0.5, 1.0)
        cos, sin = (np.sign(v) * np.abs(v) ** power for v in (np.cos(angles), np.sin(angles)))
        lens = np.column_stack([x + width * cos, height + half * sin])
        result = _filled(result, lens, np.broadcast_to(colour, image.shape))
    bridge = np.array([(0.3, height - half / 3), (0.7, height - half / 3)])
    cv2.polylines(result, [_pixels(image, bridge)], False, _tuple(colour), 1, cv2.LINE_AA)
    return result


def with_hand(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the crop with a blob of the face's own tone before a part of it, from an edge."""
    size = np.array(image.shape[1::-1], float)
    middle = size / 2
    skin = np.median(image[int(size[1] * 0.3) : int(size[1] * 0.7)].reshape(-1, 3), axis=0)
    angle = rng.uniform(-0.25, np.pi + 0.25)  # from below and from the sides
    far = middle + np.array([np.cos(angle), np.sin(angle)]) * size * 0.7
    near = middle + np.array([np.cos(angle), np.sin(angle)]) * size * rng.uniform(0.05, 0.35)
    thick = max(2, round(size[0] * rng.uniform(0.1, 0.3)))
    tone = _tuple(skin * rng.uniform(0.75, 1.2))
    result = image.copy()
    ends = [tuple(int(v) for v in np.rint(p)) for p in (far, near)]
    cv2.line(result, ends[0], ends[1], tone, thick, cv2.LINE_AA)
    across = np.array([-np.sin(angle), np.cos(angle)]) * thick / 4
    for step in range(-1, 2):
        start = tuple(int(v) for v in np.rint(near + across * step))
        end = tuple(int(v) for v in np.rint(far + across * step))
        cv2.line(result, start, end, _tuple(skin * rng.uniform(0.6, 0.9)), 1, cv2.LINE_AA)
    return result


def with_hair(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the crop with its upper part, or one side of it, behind hair or a cap."""
    tone = rng.uniform(0, 160) + rng.uniform(-12, 12, 3)
    low = EYES + rng.uniform(-0.15, 0.1)
    if rng.random() < 0.5:
        outline = np.array([(0, 0), (1, 0), (1, low + rng.normal(0, 0.06)), (0, low)])
    else:
        side = rng.uniform(0.25, 0.5)
        outline = np.array([(0, 0), (side + 0.3, 0), (side, 0.5), (side - 0.1, 1), (0, 1)])
        if rng.random() < 0.5:
            outline[:, 0] = 1 - outline[:, 0]
    return _filled(image, outline, _shaded_cloth(image, tone, rng))


def with_microphone(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the crop with a round thing before the mouth, on a stick."""
    height, width = image.shape[:2]
    at = (round(width * rng.uniform(0.3, 0.7)), round(height * rng.uniform(0.7, 0.95)))
    end = (round(width * rng.uniform(0, 1)), height)
    tone = _tuple(rng.uniform(0, 120) + rng.uniform(-8, 8, 3))
    result = image.copy()
    cv2.line(result, at, end, tone, max(1, round(width * rng.uniform(0.05, 0.12))), cv2.LINE_AA)
    cv2.circle(result, at, round(width * rng.uniform(0.07, 0.17)), tone, -1, cv2.LINE_AA)
    return result


COVERS: tuple[Callable[[ImageBGR, np.random.Generator], ImageBGR], ...] = (
    masked,
    with_sunglasses,
    with_hand,
    with_hair,
    with_microphone,
)
CHANCES = (0.4, 0.2, 0.15, 0.15, 0.1)


def _cloth(rng: np.random.Generator) -> NDArray[np.float64]:
    """Return a colour of cloth or paper: white, surgical blue, black or any other."""
    colours = ((235, 235, 235), (215, 190, 150), (30, 30, 30), tuple(rng.uniform(20, 240, 3)))
    return np.array(colours[int(rng.integers(len(colours)))]) + rng.uniform(-15, 15, 3)


def _shaded_cloth(
    image: ImageBGR, colour: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.float64]:
    """Return the colour lit as the whole picture is, with a gradient and a little texture."""
    height, width = image.shape[:2]
    light = np.clip(image.mean() / 128.0, 0.4, 1.4)
    across = np.linspace(-1, 1, width)[np.newaxis, :, np.newaxis] * rng.uniform(-0.25, 0.25)
    down = np.linspace(-1, 1, height)[:, np.newaxis, np.newaxis] * rng.uniform(-0.25, 0.25)
    texture = rng.normal(0, rng.uniform(0, 8), (height, width, 1))
    return np.asarray(colour * light * (1 + across + down) + texture, np.float64)


def _filled(image: ImageBGR, outline: Points, paint: NDArray[np.float64]) -> ImageBGR:
    """Return the picture with `paint` inside the outline (shares of the sides), edges soft."""
    weight = np.zeros(image.shape[:2], np.uint8)
    cv2.fillPoly(weight, [_pixels(image, outline)], 255, cv2.LINE_AA)
    share = weight[:, :, np.newaxis] / 255.0
    return np.clip(image * (1 - share) + paint * share, 0, 255).astype(np.uint8)


def _pixels(image: ImageBGR, points: Points) -> NDArray[np.int32]:
    height, width = image.shape[:2]
    return np.rint(points * (width - 1, height - 1)).astype(np.int32)


def _tuple(colour: NDArray[np.float64]) -> tuple[int, int, int]:
    blue, green, red = (int(v) for v in np.clip(colour, 0, 255))
    return blue, green, red
