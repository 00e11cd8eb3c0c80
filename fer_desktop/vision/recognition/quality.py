"""Measures how well a face can be seen, on the very chip that the network takes."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.quality import ChipQuality
from fer_desktop.core.types import Face
from fer_desktop.vision.recognition.preprocess import ChipFormat

_SIDE: Final = 48
"""All is measured at this size, so that figures of all networks are alike."""
_WHITE: Final = 0.98
_FEATURES: Final = _SIDE / 6
"""Deviation of the Gaussian that leaves light from one side away and keeps eyes and mouth."""
_FLAT: Final = 1e-3
"""A contrast below this is none: a quarter of a gray level."""


def _face_mask() -> NDArray[np.bool_]:
    """Return where in a chip the face is, without hair and ground in the corners."""
    y, x = (np.mgrid[:_SIDE, :_SIDE] - (_SIDE - 1) / 2) / _SIDE
    return np.asarray((x / 0.40) ** 2 + (y / 0.46) ** 2 < 1)


_FACE: Final = _face_mask()


def assess(chip: NDArray[np.float32], face: Face, chip_format: ChipFormat) -> ChipQuality:
    """Return how well a face can be seen.

    Sharpness is the root mean square of the Laplacian over the deviation of the gray without its
    slow changes. Detectors give squares, so a box that is not square was cut by the edge.

    Args:
        chip: float32 (height, width, channels) in [low, high], as it goes into the network.
        face: The face that was cut out.
        chip_format: Of the chip.
    """
    gray = _gray(chip, chip_format)
    values = gray[_FACE]
    fine = cv2.Laplacian(gray, cv2.CV_32F, ksize=1)[_FACE]
    features = (gray - cv2.GaussianBlur(gray, (0, 0), _FEATURES))[_FACE].std()
    sharpness = np.sqrt((fine**2).mean()) / features if features > _FLAT else 0.0
    shorter, longer = sorted((face.box.width, face.box.height))
    return ChipQuality(
        face_px=longer,
        brightness=float(values.mean()),
        contrast=float(values.std()),
        white=float((values >= _WHITE).mean()),
        sharpness=float(sharpness),
        tilt_deg=face.tilt_deg,
        covered=face.covered,
        turn_deg=face.turn_deg,
        cut=1 - shorter / longer if longer else 0.0,
    )


def _gray(chip: NDArray[np.float32], chip_format: ChipFormat) -> NDArray[np.float32]:
    """Return the face in the chip as (48, 48) float32 gray in [0, 1]."""
    if chip_format.margin > 0:
        inner = chip_format.height / (1 + 2 * chip_format.margin)
        edge = round((chip_format.height - inner) / 2)
        chip = chip[edge : chip_format.height - edge, edge : chip_format.width - edge]
    if chip_format.channels == 3:
        values = cv2.cvtColor(np.ascontiguousarray(chip), cv2.COLOR_RGB2GRAY)
    else:
        values = chip[:, :, 0]
    if values.shape != (_SIDE, _SIDE):
        shrinking = cv2.INTER_AREA if len(values) > _SIDE else cv2.INTER_LINEAR
        values = cv2.resize(values, (_SIDE, _SIDE), interpolation=shrinking)
    gray = (values - chip_format.low) / (chip_format.high - chip_format.low)
    return np.ascontiguousarray(gray, np.float32)
