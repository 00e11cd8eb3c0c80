"""Skin, hair, eyes and clothes painted by place on the face model: heads that are nobody's.

It knows places of the mesh at rest, in cm; it must not know pictures or expressions.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.rendered.mesh import PART_NAMES

Values = NDArray[np.float32]
Colour = tuple[float, float, float]
_INSIDE: dict[str, Colour] = {
    "mouth": (38, 32, 78),
    "gums": (84, 78, 150),
    "teeth": (200, 222, 232),
}
_EYE = (3.25, 3.5)
"""Middle of the left eye; the right one is its mirror image."""


@dataclass(frozen=True)
class Look:
    """What somebody looks like; colours are BGR of 0 to 255.

    Attributes:
        skin: Colour of the cheeks in even light.
        lips: Colour of the lips.
        hair: Colour of hair and brows.
        iris: Colour of the eyes.
        shirt: Colour of what is worn.
        hairline: Height of the hair above the middle of the eyes, in cm.
        brow: How thick the brows are, 1 as usual.
        stubble: How much of a beard shows, 0 to 1.
        person: Seed of the shape.
    """

    skin: Colour
    lips: Colour
    hair: Colour
    iris: Colour
    shirt: Colour
    hairline: float
    brow: float
    stubble: float
    person: int


def hairiness(places: Values, look: Look) -> Values:
    """Return (N,) how much of the skin at these (N, 3) places is under hair, 0 to 1."""
    x, y, z = places.T
    line = look.hairline - 0.16 * np.abs(x) ** 1.3 - 1.25 * np.maximum(0, 5.2 - z)
    line = line + 0.3 * np.sin(7 * x + 2 * np.sin(3 * x)) + 0.2 * np.sin(19 * x)
    ears = (np.abs(x) > 7.6) & (y < 4.6)
    return np.asarray(np.clip((y - line) / 0.5, 0, 1) * (y > -7) * ~ears, np.float32)


def colours(places: Values, parts: NDArray[np.int8], look: Look) -> Values:
    """Return (N, 3) BGR in even light at (N, 3) places of these (N,) parts."""
    x, y, z = places.T
    across = np.abs(x)
    skin = np.broadcast_to(np.array(look.skin, np.float32), places.shape).copy()
    skin *= (1 + 0.035 * _waves(places, 2.1) + 0.02 * _waves(places, 7.3))[:, np.newaxis]
    red = 0.5 * _spot(across - 4.4, y + 0.6, 2.0) + 0.5 * _spot(x, y - 0.2, 1.2)
    skin *= 1 - 0.18 * red[:, np.newaxis] * np.array((1.0, 0.9, 0.1), np.float32)
    skin *= (1 - 0.16 * _spot(across - 3.2, (y - 2.5) * 1.8, 1.2))[:, np.newaxis]
    jaw = np.clip((-1.2 - y) / 2, 0, 1) * np.clip((y + 9.5) / 2, 0, 1) * (z > 1)
    beard = look.stubble * (0.6 + 0.06 * _waves(places, 2.7)) * jaw
    found = _mixed(skin, look.hair, beard * (1 - _spot(across - 3.9, y + 0.9, 1.6)))
    bow = 0.16 * np.cos(np.clip(2.2 * across, 0, np.pi))
    height = np.where(y > -3.45, 0.86 - bow, 1.05)
    lips = _inside((across / 2.6) ** 2 + ((y + 3.45) / height) ** 2, 0.22) * (z > 6)
    found = _mixed(found, look.lips, 0.75 * lips)
    arch = 5.05 + 0.5 * np.clip(1 - ((across - 3.5) / 2.3) ** 2, -1, 1)
    thick = look.brow * np.clip(0.42 - 0.075 * np.maximum(0, across - 2.6), 0.08, 1)
    brow = np.exp(-(((y - arch) / thick) ** 2)) * _within(across, 1.35, 5.3, 0.35)
    found = _mixed(found, look.hair, np.clip(brow, 0, 1) * (0.8 + 0.12 * _waves(places, 19)))
    rim = ((across - _EYE[0]) / 1.62) ** 2 + ((y - _EYE[1]) / 0.72) ** 2
    lashes = _inside(rim, 0.35) * np.where(y > _EYE[1] - 0.1, 0.75, 0.35)
    found = _mixed(found, (22, 20, 24), lashes)
    under_hair = hairiness(places, look)
    # Combed from the crown outwards: light and dark only change around it.
    around = np.arctan2(x, z + 2)
    strands = 1 + 0.16 * np.sin(31 * around + 3 * np.sin(9 * around)) + 0.1 * np.sin(83 * around)
    strands = strands + 0.12 * _waves(places, 1.1)
    found = _mixed(found, np.array(look.hair, np.float32) * strands[:, np.newaxis], under_hair)
    neck = -10.6 - 1.8 * np.exp(-((x / 4.5) ** 2)) * (z > -2)
    shirt = np.clip((neck - y) / 0.15, 0, 1)
    found = _mixed(found, look.shirt, shirt)
    for name, colour in _INSIDE.items():
        rows = parts == PART_NAMES.index(name)
        depth = np.clip((z[rows, np.newaxis] - 4.5) / 6, 0.15, 1)
        found[rows] = np.array(colour, np.float32) * depth
    _paint_eyes(found, places, parts, look)
    return np.asarray(found, np.float32)


def _paint_eyes(found: Values, places: Values, parts: NDArray[np.int8], look: Look) -> None:
    rows = parts == PART_NAMES.index("eyes")
    x, y, _ = places[rows].T
    away = np.hypot(np.abs(x) - _EYE[0], y - _EYE[1])[:, np.newaxis]
    eye = np.broadcast_to(np.array((214, 220, 226), np.float32), (len(x), 3))
    iris = np.array(look.iris, np.float32) * (0.75 + 0.5 * np.clip(away / 0.6, 0, 1))
    eye = np.where(away < 0.62, iris, eye)
    eye = np.where((away > 0.55) & (away < 0.66), 0.5 * eye, eye)
    eye = np.where(away < 0.27, 12, eye)
    glint = np.hypot(np.abs(x) - _EYE[0] + 0.18 * np.sign(x), y - _EYE[1] - 0.22) < 0.13
    eye = np.where(glint[:, np.newaxis], 245, eye)
    shade = np.clip(0.55 + 0.6 * (_EYE[1] + 0.55 - y), 0.45, 1)[:, np.newaxis]
    found[rows] = eye * shade
    found[parts == PART_NAMES.index("sockets")] = 0.35 * np.array(look.skin, np.float32)


def _waves(places: Values, often: float) -> Values:
    """Return (N,) values of about -1 to 1 that change over the head: irregular, always the same."""
    x, y, z = (places * np.float32(often / 2)).T
    found = np.sin(1.3 * x + np.sin(0.9 * y + 2) * 2) + np.sin(1.1 * y + np.sin(1.7 * z) * 2 + 1)
    return np.asarray((found + np.sin(1.5 * z + np.sin(1.2 * x + 3) * 2)) / 3, np.float32)


def _spot(right: Values, up: Values, size: float) -> Values:
    return np.asarray(np.exp(-(right**2 + up**2) / size**2), np.float32)


def _inside(form: Values, soft: float) -> Values:
    """Return 1 where a form is below 1, and 0 where it is above, with a soft edge."""
    return np.asarray(np.clip((1 - form) / soft + 0.5, 0, 1), np.float32)


def _within(value: Values, low: float, high: float, soft: float) -> Values:
    up, down = (value - low) / soft + 0.5, (high - value) / (3 * soft) + 0.5
    return np.asarray(np.clip(up, 0, 1) * np.clip(down, 0, 1), np.float32)


def _mixed(under: Values, over: Values | Colour, share: Values) -> Values:
    part = np.clip(share, 0, 1)[:, np.newaxis]
    return np.asarray(under + (np.asarray(over, np.float32) - under) * part, np.float32)
