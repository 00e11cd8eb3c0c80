"""What tells faces in one picture apart for a few seconds: coarse colours in and around them."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox, square_around
from fer_desktop.core.likeness import Appearance
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.recognition.preprocess import cut_square

_SIDE: Final = 24
_CELLS: Final = 3
"""In each direction: hair, eyes, mouth and neck, and both sides of each."""
_MARGIN: Final = 0.15
_STEPS: Final = 16
_TINT_STEP: Final = 3.0
"""In steps of OpenCV's Lab: faces, hair and most clothes differ by few of them."""
_MIDDLE: Final = 110.0
"""All faces are brought to this mean gray, because more light makes nobody another person."""


def appearance_of(image: ImageBGR, box: BoundingBox) -> Appearance:
    """Return the shares of grays and tints in parts of a face and of what is around it.

    Args:
        image: (H, W, 3) uint8 BGR.
        box: Of the face, in pixels of the picture.
    """
    cut = cut_square(image, square_around(box, _MARGIN), _SIDE)
    lab = cv2.cvtColor(cut, cv2.COLOR_BGR2LAB).astype(np.float64)
    gray = lab[..., 0] * (_MIDDLE / max(1.0, lab[..., 0].mean())) / 256 * _STEPS
    tints = (lab[..., 1:] - 128) / _TINT_STEP + _STEPS / 2
    kinds = (gray, tints[..., 0], tints[..., 1])
    return np.asarray([_shares(values) for values in kinds], np.float32)


def _shares(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (144,) shares of values in [0, 16) in all parts, each between its two next steps."""
    places = np.clip(values - 0.5, 0, _STEPS - 1.001)
    low = places.astype(np.intp)
    high = (places - low).ravel()
    first = (_PARTS * _STEPS + low).ravel()
    size = _CELLS**2 * _STEPS
    sums = np.bincount(first, 1 - high, size) + np.bincount(first + 1, high, size)
    return np.asarray(sums / _SIDE**2)


def _parts() -> NDArray[np.intp]:
    """Return the number of the part that each pixel belongs to."""
    cell = np.arange(_SIDE) * _CELLS // _SIDE
    return np.asarray(cell[:, np.newaxis] * _CELLS + cell, np.intp)


_PARTS: Final = _parts()
