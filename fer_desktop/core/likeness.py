"""Whether two sights of a face within a few seconds may be of one person.

What is compared are coarse colours of hair, face and clothes. They tell two people in one picture
apart, identify nobody, and are kept for seconds, in memory only.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Appearance = NDArray[np.float32]
"""(3, n) float32: shares of grays and of two tints in parts of the picture around a face, each row
summing to 1."""

ALIKE_FROM: Final = 0.65
"""Hardly two faces of one picture are so much alike; one that moves or turns a little is."""


def likeness(a: Appearance, b: Appearance) -> float:
    """Return how much of two sights' colours is the same, in [0, 1].

    It is the intersection of their histograms, of that kind in which they differ most.

    Raises:
        ValueError: They are not of the same shape.
    """
    if a.shape != b.shape:
        raise ValueError(f"appearances of one shape can be compared, not {a.shape} and {b.shape}")
    return float(np.minimum(a, b).sum(axis=1).min())


def is_alike(a: Appearance | None, b: Appearance | None) -> bool:
    """Return whether two sights may be of one person; what is not known may be."""
    return a is None or b is None or likeness(a, b) >= ALIKE_FROM
