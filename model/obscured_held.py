"""Drawings of what covers a face by itself: hands and hair."""

from collections.abc import Sequence

import cv2
import numpy as np

from model.obscured_drawing import (
    CANVAS,
    TONE,
    Cover,
    Drawing,
    Points,
    draw_stroke,
    grid,
    nothing,
    paint,
    soft,
    wrinkles,
)


def _limb(cover: Cover, line: Points, widths: Sequence[float]) -> None:
    """Draw a finger or a palm: round, bright along its middle, dark at its edges."""
    at = np.interp(np.linspace(0, 1, 60), np.linspace(0, 1, len(line)), np.arange(len(line)))
    xs, ys, radii = (
        np.interp(at, np.arange(len(line)), values)
        for values in (line[:, 0], line[:, 1], np.array(widths) / 2)
    )
    depth = np.zeros((CANVAS, CANVAS), np.float32)
    x, y = grid()
    for cx, cy, radius in zip(xs, ys, radii, strict=True):
        left, right, top, low = (
            int(np.clip(edge * CANVAS, 0, CANVAS))
            for edge in (cx - radius, cx + radius + 0.01, cy - radius, cy + radius + 0.01)
        )
        near = np.s_[top:low, left:right]
        away = ((x[near] - cx) ** 2 + (y[near] - cy) ** 2) / radius**2
        depth[near] = np.maximum(depth[near], np.sqrt(np.clip(1 - away, 0, 1)))
    shape = np.clip(depth * 5, 0, 1)
    light = TONE * (0.70 + 0.34 * depth)
    share = shape[:, :, np.newaxis]
    cover.color[:] = cover.color * (1 - share) + light[:, :, np.newaxis] * share
    cover.alpha[:] = np.maximum(cover.alpha, shape)


def _nail(cover: Cover, tip: Points, width: float) -> None:
    spot = np.zeros((CANVAS, CANVAS), np.uint8)
    at = tuple(int(v) for v in np.rint(tip * CANVAS))
    axes = round(width * 0.26 * CANVAS), round(width * 0.34 * CANVAS)
    cv2.ellipse(spot, at, axes, 0, 0, 360, 255, -1)
    paint(cover, soft(spot.astype(np.float32) / 255, 0.003) * 0.5, [TONE * 1.2] * 3)


def _hand(
    fingers: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    palm: Sequence[tuple[float, float]],
    width: float,
) -> Drawing:
    """Return what draws a hand whose back is seen: fingers from knuckle to tip, and its back."""

    def draw(rng: np.random.Generator) -> Cover:
        cover = nothing()
        _limb(cover, np.array(palm), [width * 3.8] * (len(palm) - 1) + [width * 3.3])
        for root, tip in fingers:
            bend = (np.array(root) + tip) / 2 + rng.uniform(-0.008, 0.008, 2)
            line = np.array([root, bend, tip])
            _limb(cover, line, [width * 1.1, width * 1.06, width * 0.88])
            toward = np.array(tip) - bend
            _nail(cover, np.array(tip) + toward * 0.04, width)
        cover.relief *= rng.uniform(0.92, 1.08)
        cover.relief += 0.02 * wrinkles(rng, 0.02)
        return cover

    return draw


OVER_MOUTH = _hand(
    fingers=(
        ((0.68, 0.66), (0.27, 0.62)),
        ((0.69, 0.75), (0.19, 0.72)),
        ((0.69, 0.84), (0.20, 0.82)),
        ((0.68, 0.925), (0.28, 0.92)),
    ),
    palm=((1.15, 1.05), (0.95, 0.92), (0.78, 0.80)),
    width=0.098,
)
OVER_EYE = _hand(
    fingers=(
        ((0.59, 0.56), (0.48, 0.15)),
        ((0.68, 0.54), (0.595, 0.06)),
        ((0.77, 0.54), (0.715, 0.07)),
        ((0.85, 0.57), (0.83, 0.17)),
    ),
    palm=((0.98, 1.15), (0.87, 0.86), (0.72, 0.60)),
    width=0.096,
)


def fringe(length: float, *, aside: bool) -> Drawing:
    """Return what draws hair over the forehead, down to `length`."""

    def draw(rng: np.random.Generator) -> Cover:
        cover = nothing()
        lean = (0.16 if aside else 0.02) * rng.choice((-1, 1))
        x, _ = grid()
        strands = np.zeros((CANVAS, CANVAS), np.uint8)
        ends = np.linspace(0, 1, 7)
        for root in np.sort(rng.uniform(-0.1, 1.1, 230)):
            spread = 0.5 + (root - 0.5) * 1.12
            reach = length + rng.normal(0, 0.025) + 0.35 * (spread - 0.5) ** 2
            reach -= 1.375 * lean * (spread - 0.5) if aside else 0
            line = np.stack(
                [root + (spread - root + lean) * ends**1.4, -0.08 + (reach + 0.08) * ends], axis=1
            )
            tone = round(TONE * max(0.3, rng.normal(1.0, 0.22)))
            draw_stroke(strands, line, rng.uniform(0.006, 0.020), tone)
        # Between two strands and at their ends some of the forehead is seen.
        cover.color[:] = np.maximum(strands, TONE * 0.3)[:, :, np.newaxis]
        cover.alpha[:] = np.clip(strands / (TONE * 0.3), 0, 1) * 0.96
        shine = np.exp(-(((grid()[1] - 0.10) / 0.06) ** 2))
        cover.relief *= (1 + 0.25 * shine * (1 - np.abs(x - 0.5))).astype(np.float32)
        return cover

    return draw
