"""Drawn round things, which an early face check took for faces: cups, plates, bowls, balls, wheels.

They are laid about as the stamps are, see `model.face_check.grounds`. A ring with something dark in
it, lit from aside, is what a face is to something that has seen few rings.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from model.face_check.grounds import Ground

Values = NDArray[np.float32]
_SIDE = 160
_FINE = 8
"""OpenCV draws in parts of pixels, three bits of them."""


def round_things(count: int, rng: np.random.Generator) -> list[Ground]:
    """Return drawn things of all kinds, (160, 160) gray with the mask of what is there."""
    return [_thing(number, rng) for number in range(count)]


def _thing(number: int, rng: np.random.Generator) -> Ground:
    draw = _KINDS[number % len(_KINDS)]
    canvas = np.zeros((_SIDE, _SIDE), np.float32)
    mask = np.zeros((_SIDE, _SIDE), np.uint8)
    draw(canvas, mask, rng)
    lit = _lit(canvas, rng)
    gray = np.clip(np.rint(cv2.GaussianBlur(lit, (0, 0), 0.8)), 0, 255).astype(np.uint8)
    return Ground(f"drawn/{draw.__name__.strip('_')}-{number}", gray, mask)


def _lit(canvas: Values, rng: np.random.Generator) -> Values:
    """Return the thing with a light from one side, a shine now and then, and a little texture."""
    across = np.linspace(-1, 1, _SIDE, dtype=np.float32)
    slopes = rng.normal(0, 0.3, 2).astype(np.float32)
    light = 1 + slopes[0] * across[np.newaxis] + slopes[1] * across[:, np.newaxis]
    lit = canvas * np.clip(light, 0.2, 1.8)
    for _ in range(int(rng.integers(0, 3))):
        x, y = rng.uniform(-0.6, 0.6, 2)
        wide = rng.uniform(0.04, 0.2)
        away = (across[np.newaxis] - x) ** 2 + (across[:, np.newaxis] - y) ** 2
        lit = lit + np.float32(rng.uniform(20, 120)) * np.exp(-away / np.float32(wide**2))
    texture = cv2.GaussianBlur(
        rng.standard_normal(canvas.shape, np.float32), (0, 0), rng.uniform(0.5, 3)
    )
    return np.asarray(lit + texture * np.float32(rng.uniform(0, 14)), np.float32)


def _ring(
    canvas: Values,
    mask: NDArray[np.uint8],
    middle: tuple[float, float],
    half: tuple[float, float],
    tone: float,
    *,
    thick: int = -1,
) -> None:
    """Fill an ellipse, or draw its line, by its middle and half axes in pixels."""
    point = (round(middle[0] * _FINE), round(middle[1] * _FINE))
    axes = (round(half[0] * _FINE), round(half[1] * _FINE))
    for target, value in ((canvas, tone), (mask, 255.0)):
        cv2.ellipse(target, point, axes, 0, 0, 360, value, thick, cv2.LINE_AA, 3)


def _cup(canvas: Values, mask: NDArray[np.uint8], rng: np.random.Generator) -> None:
    """Draw a cup from above and aside, with what is in it, mostly with a handle and a saucer."""
    wide, squeezed = rng.uniform(38, 56), rng.uniform(0.35, 1.0)
    x, top = 80.0, rng.uniform(50, 80)
    deep = rng.uniform(20, 60) * (1.1 - squeezed)
    tone = rng.uniform(60, 250)
    if rng.random() < 0.6:
        saucer = wide * rng.uniform(1.2, 1.4)
        low = top + deep + rng.uniform(-6, 6)
        _ring(canvas, mask, (x, low), (saucer, saucer * squeezed), rng.uniform(90, 250))
        _ring(canvas, mask, (x, low), (0.75 * saucer, 0.75 * saucer * squeezed), tone * 0.85)
    if rng.random() < 0.8:
        side = -1 if rng.random() < 0.5 else 1
        at = (x + side * wide, top + deep / 2)
        size = rng.uniform(10, 18)
        _ring(canvas, mask, at, (size, size), tone * 0.9, thick=int(rng.integers(4, 9)))
    foot = wide * rng.uniform(0.6, 0.95)
    outline = [
        (x - wide, top),
        (x + wide, top),
        (x + foot, top + deep),
        (x - foot, top + deep),
    ]
    points = np.rint(np.array(outline) * _FINE).astype(np.int32)
    for target, value in ((canvas, tone * 0.8), (mask, 255.0)):
        cv2.fillPoly(target, [points], value, cv2.LINE_AA, 3)
    _ring(canvas, mask, (x, top + deep), (foot, foot * squeezed), tone * 0.8)
    _ring(canvas, mask, (x, top), (wide, wide * squeezed), tone)
    inner = wide * rng.uniform(0.8, 0.94)
    _ring(canvas, mask, (x, top), (inner, inner * squeezed), tone * rng.uniform(0.6, 0.95))
    drink, low = inner * rng.uniform(0.75, 1.0), top + rng.uniform(0, 8) * (1.1 - squeezed)
    dark = rng.uniform(5, 120)
    _ring(canvas, mask, (x, low), (drink, drink * squeezed), dark)
    for _ in range(int(rng.integers(0, 6))):  # foam and reflections
        spot = rng.uniform(3, 14)
        dx, dy = rng.uniform(-0.6, 0.6, 2) * drink
        at = (x + dx, low + dy * squeezed)
        _ring(canvas, mask, at, (spot, spot * squeezed), dark + rng.uniform(10, 120))


def _plate(canvas: Values, mask: NDArray[np.uint8], rng: np.random.Generator) -> None:
    """Draw a plate or a bowl: rings, the innermost with something on it or nothing."""
    wide, squeezed = rng.uniform(50, 74), rng.uniform(0.4, 1.0)
    tone, y = rng.uniform(60, 250), 80.0
    for share in np.sort(rng.uniform(0.4, 1.0, int(rng.integers(2, 6))))[::-1]:
        half = wide * float(share)
        level = tone * rng.uniform(0.7, 1.15)
        _ring(canvas, mask, (80.0, y), (half, half * squeezed), level)
        y += rng.uniform(-2, 2)
    for _ in range(int(rng.integers(0, 9))):  # food
        dx, dy = rng.uniform(-0.45, 0.45, 2) * wide
        sizes = rng.uniform(4, 22, 2)
        at = (80 + float(dx), 80 + float(dy) * squeezed)
        _ring(canvas, mask, at, (sizes[0], sizes[1] * squeezed), rng.uniform(10, 240))


def _ball(canvas: Values, mask: NDArray[np.uint8], rng: np.random.Generator) -> None:
    """Draw a ball, a fruit or a lamp, shaded as what is round."""
    wide, squeezed = rng.uniform(45, 72), rng.uniform(0.8, 1.1)
    tone = rng.uniform(40, 240)
    half = (wide, min(74.0, wide * squeezed))
    _ring(canvas, mask, (80.0, 80.0), half, tone)
    across = np.linspace(-1, 1, _SIDE, dtype=np.float32) * np.float32(80 / wide)
    x, y = rng.uniform(-0.5, 0.5, 2)
    away = (across[np.newaxis] - x) ** 2 + (across[:, np.newaxis] - y) ** 2
    canvas *= np.clip(1.1 - np.float32(rng.uniform(0.2, 0.7)) * away, 0.1, 1.3)
    for _ in range(int(rng.integers(0, 7))):  # spots and seams
        dx, dy = rng.uniform(-0.6, 0.6, 2) * wide
        sizes = rng.uniform(2, 16, 2)
        _ring(canvas, mask, (80 + dx, 80 + dy), (sizes[0], sizes[1]), rng.uniform(0, 250))


def _wheel(canvas: Values, mask: NDArray[np.uint8], rng: np.random.Generator) -> None:
    """Draw a wheel, a clock, a button or a socket: a rim, and marks around the middle."""
    wide, squeezed = rng.uniform(45, 72), rng.uniform(0.6, 1.0)
    _ring(canvas, mask, (80.0, 80.0), (wide, wide * squeezed), rng.uniform(0, 120))
    inner, tone = wide * rng.uniform(0.65, 0.9), rng.uniform(60, 250)
    _ring(canvas, mask, (80.0, 80.0), (inner, inner * squeezed), tone)
    n, start = int(rng.integers(2, 13)), rng.uniform(0, 2 * np.pi)
    reach, spot = rng.uniform(0.3, 0.8) * inner, rng.uniform(3, 12)
    for angle in start + np.arange(n) * 2 * np.pi / n:
        at = (80 + reach * float(np.cos(angle)), 80 + reach * float(np.sin(angle)) * squeezed)
        _ring(canvas, mask, at, (spot, spot * squeezed), tone * rng.uniform(0.1, 0.6))
    middle = inner * rng.uniform(0.05, 0.3)
    _ring(canvas, mask, (80.0, 80.0), (middle, middle * squeezed), rng.uniform(0, 250))


_KINDS: tuple[Callable[[Values, NDArray[np.uint8], np.random.Generator], None], ...] = (
    _cup,
    _cup,
    _plate,
    _ball,
    _wheel,
)
