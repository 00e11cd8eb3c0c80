"""Folds of the skin that the mesh is too coarse for: where they lie on it, and what makes them.

It knows places of the mesh in cm and action units; it must not know pictures.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]


def darkening(x: Field, y: Field, left: Mapping[str, float], right: Mapping[str, float]) -> Field:
    """Return how much darker folds make the skin, 0 (not) to about 0.5.

    Args:
        x: Where the skin lies at rest, in cm; positive on the person's left.
        y: The same, upwards.
        left: Strength of the action units on the left.
        right: Strength on the right.
    """

    def of(unit: str) -> Field:
        is_left = 1 / (1 + np.exp(-np.clip(4 * x, -30, 30)))
        both = left.get(unit, 0.0) * is_left + right.get(unit, 0.0) * (1 - is_left)
        return np.asarray(both, np.float32)

    across = np.abs(x)
    found = np.zeros_like(x)
    # Upright lines between the brows.
    frown = of("4") + 0.4 * of("9")
    found += 0.27 * frown * _line(across - 0.75 - 0.08 * (y - 5.3), 0.26) * _within(y, 5.3, 0.8)
    # Lines across the forehead.
    raised = 0.5 * of("1") * _within(across, 0, 2.2) + 0.5 * of("2") * _within(across, 2.5, 3.0)
    for height in (7.6, 8.6, 9.5):
        bent = y - height - 0.03 * across**2 * (of("2") - 0.7 * of("1"))
        found += 0.22 * np.minimum(raised, 1.2) * _line(bent, 0.2)
    # Across the root of the nose, and beside it.
    found += 0.34 * of("9") * _line(y - 4.1 + 0.2 * across, 0.25) * _within(across, 0, 1.2)
    found += 0.25 * of("9") * _line(across - 1.25, 0.3) * _within(y, 2.4, 1.0)
    # From the wings of the nose to the corners of the mouth.
    fold = 1.75 + 0.36 * (-0.3 - y)
    deep = 0.45 * of("9") + 0.4 * of("10") + 0.35 * of("12") + 0.3 * of("14") + 0.15 * of("20")
    found += 0.42 * np.minimum(deep, 1.3) * _line(across - fold, 0.3) * _within(y, -1.6, 1.7)
    # Beside the corner of the mouth.
    found += 0.45 * of("14") * _line(across - 2.95, 0.3) * _within(y, -3.4, 0.8)
    found += 0.30 * of("15") * _line(across - 2.75 + 0.3 * (y + 4.3), 0.28) * _within(y, -4.4, 0.8)
    # Below the lower lip, and on the chin.
    found += 0.28 * of("17") * _line(y + 5.5 + 0.12 * across**2, 0.3) * _within(across, 0, 1.6)
    # Below the eyes, and at their outer corners.
    squint = of("6") + 0.4 * of("7") + 0.3 * of("9")
    found += (
        0.25
        * squint
        * _line(y - 2.45 - 0.12 * (across - 3.2) ** 2, 0.22)
        * _within(across, 3.2, 1.5)
    )
    return np.asarray(np.clip(found, 0, 0.55), np.float32)


def _line(distance: Field, width: float) -> Field:
    return np.asarray(np.exp(-((distance / width) ** 2)), np.float32)


def _within(place: Field, middle: float, half: float) -> Field:
    return np.asarray(np.exp(-(np.abs((place - middle) / half) ** 4)), np.float32)
