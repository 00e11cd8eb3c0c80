"""Things before a face, drawn on face crops for measuring only: masks, glasses, hands and hair.

They lie where a face crop has mouth, nose and eyes on average. Training must not see them: whoever
learns these very drawings is not measured by them any more. Each is drawn large, lit as the face
under it is, made as soft as the picture is, and throws a soft shadow. The same generator gives the
same picture.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from model.obscured_drawing import CANVAS, TONE, Drawing
from model.obscured_held import OVER_EYE, OVER_MOUTH, fringe
from model.obscured_worn import BELOW_NOSE, FROM_NOSE, cloth, glasses, moulded, sunglasses, surgical

Obscure = Callable[[ImageBGR, np.random.Generator], ImageBGR]
"""Takes a square face crop and chance, and gives the crop with something before the face."""

_VARIANTS = 12
"""So many drawings of each look; how they lie differs from picture to picture."""
_LIT_FACE = 135.0
"""Gray of a well-lit face."""
_HAIRS = ((24, 26, 30), (30, 42, 62), (60, 92, 130), (120, 165, 200), (150, 150, 152))
_HAIR_SHARES = (0.4, 0.3, 0.15, 0.1, 0.05)
"""Black, brown, light brown, blond and gray hair, and how often each is drawn."""


class _Sheet(NamedTuple):
    """A drawing with its relief worked in.

    Attributes:
        layer: (C, C, 4) float32: blue, green and red times alpha, and alpha from 0 to 1.
        is_shiny: The light on the face hardly shows on it.
    """

    layer: NDArray[np.float32]
    is_shiny: bool


@lru_cache(maxsize=2 * _VARIANTS)
def _sheet(draw: Drawing, variant: int) -> _Sheet:
    cover = draw(np.random.default_rng(variant))
    color = cover.color * np.clip(cover.relief, 0.2, 1.6)[:, :, np.newaxis]
    layer = np.dstack([color * cover.alpha[:, :, np.newaxis], cover.alpha])
    return _Sheet(layer.astype(np.float32), cover.is_shiny)


def _placed(
    sheet: _Sheet, side: int, reach: float, rng: np.random.Generator
) -> NDArray[np.float32]:
    """Return the layer at a picture's size, somewhat moved, turned and scaled.

    Nobody wears a thing quite straight, and faces lie differently in their crops.
    """
    turn = cv2.getRotationMatrix2D(
        (CANVAS / 2, CANVAS * 0.55), rng.uniform(-4, 4), rng.uniform(0.96, 1.06)
    )
    turn[:, 2] += rng.uniform(-reach, reach, 2) * CANVAS
    border = cv2.BORDER_REPLICATE
    moved = cv2.warpAffine(sheet.layer, turn, (CANVAS, CANVAS), borderMode=border)
    shrunk = cv2.resize(moved, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(shrunk, (0, 0), 0.006 * side), np.float32)


def _laid(
    picture: ImageBGR, layer: NDArray[np.float32], tint: NDArray[np.float32], *, is_shiny: bool
) -> ImageBGR:
    """Return the picture with the layer on it, in the light of the face."""
    side, face = len(picture), picture.astype(np.float32)
    alpha, color = layer[:, :, 3:], layer[:, :, :3] * tint
    if _is_gray(picture):
        color = (color @ np.array([0.114, 0.587, 0.299], np.float32))[:, :, np.newaxis]
    light = _light_on(face)[:, :, np.newaxis]
    color = color * (0.65 + 0.35 * light if is_shiny else light)
    down = max(1, round(0.012 * side))
    below = np.zeros((side, side), np.float32)
    below[down:] = alpha[:-down, :, 0]
    below = np.asarray(cv2.GaussianBlur(below, (0, 0), 0.018 * side), np.float32)
    shadow = np.clip(below[:, :, np.newaxis] - alpha, 0, 1)
    mixed = face * (1 - 0.30 * shadow) * (1 - alpha) + color
    return np.asarray(np.clip(np.rint(mixed), 0, 255), np.uint8)


def _light_on(face: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how the light falls: 1 on a well-lit face, less in shadow."""
    gray = cv2.GaussianBlur(face.mean(axis=2), (0, 0), 0.14 * len(face))
    return np.asarray(np.clip(0.25 + 0.75 * gray / _LIT_FACE, 0.35, 1.3), np.float32)


def _is_gray(picture: ImageBGR) -> bool:
    return not np.ptp(picture[::8, ::8], axis=2).any()


def _white(_picture: ImageBGR, _rng: np.random.Generator) -> NDArray[np.float32]:
    return np.ones(3, np.float32)


def _skin(picture: ImageBGR, _rng: np.random.Generator) -> NDArray[np.float32]:
    """Return the colour of cheeks and nose in evenly white light, in parts of `TONE`."""
    top, low, left, right = (round(share * len(picture)) for share in (0.48, 0.66, 0.28, 0.72))
    tone = np.median(picture[top:low, left:right].reshape(-1, 3), axis=0)
    light = _light_on(picture.astype(np.float32))[(top + low) // 2, (left + right) // 2]
    return np.asarray(tone / light / TONE, np.float32)


def _hair(_picture: ImageBGR, rng: np.random.Generator) -> NDArray[np.float32]:
    tone = np.array(_HAIRS[rng.choice(len(_HAIRS), p=_HAIR_SHARES)], np.float32)
    return np.asarray(tone / TONE, np.float32)


def _look(
    draw: Drawing,
    tint: Callable[[ImageBGR, np.random.Generator], NDArray[np.float32]] = _white,
    *,
    reach: float = 0.018,
    is_mirrored: bool = False,
) -> Obscure:
    def obscure(picture: ImageBGR, rng: np.random.Generator) -> ImageBGR:
        sheet = _sheet(draw, int(rng.integers(_VARIANTS)))
        layer = _placed(sheet, len(picture), reach, rng)
        if is_mirrored and rng.random() < 0.5:
            layer = layer[:, ::-1]
        return _laid(picture, layer, tint(picture, rng), is_shiny=sheet.is_shiny)

    return obscure


_BLUE, _WHITE, _BLACK = (205, 172, 120), (232, 234, 236), (34, 33, 32)

MASKS: dict[str, Obscure] = {
    "surgical, blue": _look(surgical(_BLUE, FROM_NOSE)),
    "surgical, white": _look(surgical(_WHITE, FROM_NOSE)),
    "respirator, white": _look(moulded),
    "cloth, black": _look(cloth(_BLACK, FROM_NOSE)),
    "cloth, checked": _look(cloth((96, 70, 150), FROM_NOSE, "checked")),
    "cloth, dotted": _look(cloth((110, 60, 48), FROM_NOSE, "dotted")),
    "surgical, blue, below the nose": _look(surgical(_BLUE, BELOW_NOSE)),
    "cloth, black, below the nose": _look(cloth(_BLACK, BELOW_NOSE)),
}
SUNGLASSES: dict[str, Obscure] = {
    "black, large": _look(sunglasses(0.97, (26, 24, 24), (0.315, 0.235))),
    "black, small": _look(sunglasses(0.95, (30, 28, 28), (0.27, 0.165))),
    "brown, fading": _look(sunglasses(0.9, (36, 52, 74), (0.32, 0.245), fading=True)),
}
GLASSES: dict[str, Obscure] = {
    "thin, metal": _look(glasses(0.0085, (120, 122, 128), (0.275, 0.19))),
    "thin, black": _look(glasses(0.012, (32, 32, 34), (0.285, 0.195))),
    "thick, black": _look(glasses(0.027, (28, 26, 26), (0.30, 0.205))),
}
HANDS: dict[str, Obscure] = {
    "over the mouth": _look(OVER_MOUTH, _skin, reach=0.03, is_mirrored=True),
    "over an eye": _look(OVER_EYE, _skin, reach=0.03, is_mirrored=True),
}
HAIR: dict[str, Obscure] = {
    "fringe to the brow": _look(fringe(0.30, aside=False), _hair),
    "fringe over the brow": _look(fringe(0.37, aside=False), _hair),
    "swept aside": _look(fringe(0.33, aside=True), _hair),
}
