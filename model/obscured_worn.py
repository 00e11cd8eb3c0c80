"""Drawings of what is worn before a face: masks and glasses."""

from collections.abc import Sequence

import numpy as np

from model.obscured_drawing import (
    EYE_X,
    EYES_Y,
    Cover,
    Drawing,
    Points,
    curve,
    filled,
    grid,
    mirrored,
    nothing,
    paint,
    stroke,
    wrinkles,
)


def _mask_outline(top: float) -> Points:
    """Return the outline of a mask from `top`, its upper rim in the middle, to under the chin."""
    return mirrored(
        (0.5, top),
        (0.60, top + 0.035),
        (0.76, 0.555 if top < 0.58 else top + 0.05),
        (0.865, 0.60 if top < 0.58 else top + 0.055),
        (0.845, 0.74),
        (0.77, 0.88),
        (0.65, 0.97),
        (0.5, 1.0),
    )


FROM_NOSE, BELOW_NOSE = 0.465, 0.665
"""Where the upper rim of a mask is in the middle of the face: as it is worn, and slipped down."""


def _bulging(cover: Cover) -> None:
    """Curve a mask around the face: it darkens towards its sides and below the chin."""
    x, y = grid()
    aside = np.abs(x - 0.5) / 0.36
    cover.relief *= (
        1.06 - 0.34 * np.clip(aside, 0, 1.2) ** 2.4 - 0.22 * np.clip((y - 0.8) / 0.2, 0, 1)
    )
    nose = np.exp(-(((x - 0.5) / 0.07) ** 2 + ((y - 0.60) / 0.07) ** 2))
    cover.relief += (0.10 * nose * (cover.alpha > 0)).astype(np.float32)


def _ear_loops(cover: Cover, top: float, color: Sequence[float]) -> None:
    """Draw the bands from the mask's sides to the ears."""
    high = 0.575 if top < 0.58 else top + 0.04
    for side in (-1, 1):
        for y1, y2 in ((high, 0.45), (0.80, 0.60)):
            line = np.array([(0.5 + side * 0.34, y1), (0.5 + side * 0.43, (y1 + y2) / 2 + 0.01)])
            line = np.vstack([line, (0.5 + side * 0.50, y2)])
            paint(cover, stroke(line, 0.012), color)


def surgical(color: Sequence[float], top: float) -> Drawing:
    """Return what draws a pleated mask with its upper rim at `top`."""

    def draw(rng: np.random.Generator) -> Cover:
        cover, outline = nothing(), _mask_outline(top)
        _ear_loops(cover, top, (225, 228, 228))
        shade = rng.uniform(0.92, 1.05)
        mask = filled(outline)
        paint(cover, mask, [min(255.0, c * shade) for c in color])
        x, y = grid()
        for fold in np.linspace(0.36, 0.72, 3) + rng.uniform(-0.02, 0.02, 3):
            middle = top + fold * (1.0 - top) + 0.10 * (x - 0.5) ** 2
            edge = np.exp(-(((y - middle) / 0.008) ** 2))
            below = np.exp(-(((y - middle - 0.02) / 0.018) ** 2))
            cover.relief *= (1 - 0.16 * edge + 0.06 * below).astype(np.float32)
        rim = stroke(outline, 0.022, closed=True) * mask
        paint(cover, rim * 0.6, [min(255.0, c * 1.06 + 8) for c in color])
        cover.relief += 0.035 * wrinkles(rng, 0.03)
        _bulging(cover)
        return cover

    return draw


def cloth(color: Sequence[float], top: float, pattern: str = "") -> Drawing:
    """Return what draws a mask of cloth: plain, `checked` or `dotted`."""

    def draw(rng: np.random.Generator) -> Cover:
        cover, outline = nothing(), _mask_outline(top)
        _ear_loops(cover, top, color)
        mask = filled(outline)
        paint(cover, mask, color)
        x, y = grid()
        turn = rng.uniform(-0.3, 0.3)
        along, across = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
        if pattern == "checked":
            wide = 0.055
            lines = 0.5 * ((along / wide) % 1 < 0.45) + 0.5 * ((across / wide) % 1 < 0.45)
            paint(cover, (mask * lines).astype(np.float32), rng.uniform(180, 235, 3))
        elif pattern == "dotted":
            wide = 0.075
            from_middle = np.hypot((along / wide) % 1 - 0.5, (across / wide) % 1 - 0.5)
            dots = np.clip((0.27 - from_middle) * 20, 0, 1)
            paint(cover, (mask * dots).astype(np.float32), rng.uniform(190, 245, 3))
        cover.alpha[:] = np.maximum(cover.alpha, mask)
        seam = np.exp(-(((x - 0.5) / 0.006) ** 2)) * (y > top + 0.03)
        cover.relief *= (1 - 0.20 * seam).astype(np.float32)
        cover.relief += 0.06 * wrinkles(rng, 0.035)
        _bulging(cover)
        return cover

    return draw


def moulded(rng: np.random.Generator) -> Cover:
    """Draw a white respirator with a fold down its middle, as FFP2 and KN95 have."""
    cover = nothing()
    _ear_loops(cover, FROM_NOSE, (235, 235, 235))
    outline = mirrored(
        *((0.5, 0.44), (0.595, 0.485), (0.72, 0.555), (0.86, 0.63), (0.84, 0.77)),
        *((0.74, 0.90), (0.62, 0.97), (0.5, 1.0)),
    )
    paint(cover, filled(outline), [rng.uniform(228, 246)] * 3)
    x, _ = grid()
    cover.relief *= (1.04 - 0.9 * np.abs(x - 0.5)).astype(np.float32)
    cover.relief *= (1 - 0.16 * np.exp(-(((x - 0.5) / 0.009) ** 2))).astype(np.float32)
    clip = stroke(
        np.array([(0.41, 0.535), (0.455, 0.495), (0.5, 0.48), (0.545, 0.495), (0.59, 0.535)]), 0.02
    )
    paint(cover, clip * 0.7, (150, 155, 155))
    cover.relief += 0.02 * wrinkles(rng, 0.05)
    _bulging(cover)
    return cover


def _lens(side: int, width: float, height: float, drop: float) -> Points:
    """Return the outline of a lens: wider above, rounder below."""
    middle = 0.5 + side * EYE_X
    w, h, y = width / 2, height / 2, EYES_Y + drop
    inner, outer = -side * w, side * w
    return curve(
        *((middle + inner * 0.92, y - h * 0.80), (middle, y - h), (middle + outer, y - h * 0.92)),
        *((middle + outer * 1.02, y), (middle + outer * 0.72, y + h * 0.92), (middle, y + h)),
        *((middle + inner * 0.74, y + h * 0.86), (middle + inner * 1.0, y + h * 0.05)),
    )


def _frame(cover: Cover, lenses: Sequence[Points], width: float, color: Sequence[float]) -> None:
    """Draw rims, the bridge over the nose and the temples to the ears."""
    for lens in lenses:
        paint(cover, stroke(lens, width, closed=True), color)
    inner = [float(np.abs(lens[:, 0] - 0.5).min()) for lens in lenses]
    arch = np.array([(0.5 - inner[0], 0.375), (0.5, 0.352), (0.5 + inner[1], 0.375)])
    paint(cover, stroke(arch, width), color)
    for side, lens in zip((-1, 1), lenses, strict=True):
        edge = float(np.abs(lens[:, 0] - 0.5).max())
        temple = np.array([(0.5 + side * edge, 0.355), (0.5 + side * 0.52, 0.375)])
        paint(cover, stroke(temple, width), color)


def glasses(width: float, color: Sequence[float], size: tuple[float, float]) -> Drawing:
    """Return what draws clear glasses: how wide their rims are, and how large the lenses."""

    def draw(rng: np.random.Generator) -> Cover:
        cover = nothing()
        cover.is_shiny = True
        lenses = [_lens(side, *size, 0.012) for side in (-1, 1)]
        x, y = grid()
        slope = rng.uniform(0.5, 1.2)
        for lens in lenses:  # a faint veil, and a streak of a window in one of three
            glass = filled(lens)
            paint(cover, glass * 0.06, (235, 235, 235))
            if rng.random() < 1 / 3:
                start = lens[:, 0].min() + rng.uniform(0.05, 0.15)
                streak = np.exp(-(((x + slope * (y - EYES_Y) - start) / 0.022) ** 2))
                paint(cover, (glass * streak * 0.45).astype(np.float32), (250, 250, 245))
        _frame(cover, lenses, width, color)
        return cover

    return draw


def sunglasses(
    darkness: float, color: Sequence[float], size: tuple[float, float], *, fading: bool = False
) -> Drawing:
    """Return what draws sunglasses; `fading` ones are clearer below."""

    def draw(rng: np.random.Generator) -> Cover:
        cover = nothing()
        cover.is_shiny = True
        lenses = [_lens(side, *size, 0.02) for side in (-1, 1)]
        x, y = grid()
        lean = rng.uniform(-0.6, 0.6)
        for lens in lenses:
            glass = filled(lens)
            top, low = float(lens[:, 1].min()), float(lens[:, 1].max())
            down = np.clip((y - top) / (low - top), 0, 1)
            share = darkness * (1 - 0.65 * down) if fading else np.full_like(y, darkness)
            paint(cover, (glass * share).astype(np.float32), color)
            sky = np.clip(1 - 2.2 * down + lean * (x - float(lens[:, 0].mean())), 0, 1)
            paint(cover, (glass * sky * 0.22).astype(np.float32), (205, 200, 195))
        _frame(cover, lenses, 0.016, [c * 0.8 for c in color])
        return cover

    return draw
