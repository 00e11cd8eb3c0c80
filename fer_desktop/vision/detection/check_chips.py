"""What the face check looks at: small gray chips around boxes, turned upright.

Training cuts with the same code. It knows pictures and boxes; it must not know detectors or models.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

GrayImage = NDArray[np.uint8]
Boxes = NDArray[np.float64]
"""(n, 4): x1, y1, x2, y2 in pixels of the picture, half-open, not rounded."""

CHIP_PX: Final = 40
AROUND: Final = 1.4
"""Side of what a chip shows, in sides of the box: a face that lies beside the box is seen whole."""
_SHRUNK_AT_MOST: Final = 2.0
"""So far a chip is shrunk without averaging; for more there are smaller copies of the picture."""


class GrayLevels:
    """A gray picture and copies of half its size, of a quarter and so on, made when needed.

    Give it instead of a picture where one is looked at more than once.
    """

    def __init__(self, image: NDArray[np.uint8]) -> None:
        """Take a (H, W) gray or (H, W, 3) BGR uint8 picture."""
        gray = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        self._levels: list[GrayImage] = [np.asarray(gray, np.uint8)]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        height, width = self._levels[0].shape
        return width, height

    def chip(self, box: NDArray[np.float64], tilt_deg: float) -> GrayImage:
        """Return a (40, 40) uint8 chip; beyond the picture its edge is repeated.

        Args:
            box: (4,) x1, y1, x2, y2 in pixels of the picture.
            tilt_deg: How far the head is turned counter-clockwise; the chip shows it upright.
        """
        x1, y1, x2, y2 = (float(v) for v in box)
        per_pixel = max(x2 - x1, y2 - y1, 1.0) * AROUND / CHIP_PX
        level = self._level(per_pixel)
        width, height = self.size
        across, down = level.shape[1] / width, level.shape[0] / height
        angle = np.deg2rad(tilt_deg)
        cos, sin = per_pixel * np.cos(angle), per_pixel * np.sin(angle)
        half = CHIP_PX / 2 - 0.5
        to_level = np.array(
            [
                [cos * across, sin * across, ((x1 + x2) / 2 - half * (cos + sin)) * across - 0.5],
                [-sin * down, cos * down, ((y1 + y2) / 2 - half * (cos - sin)) * down - 0.5],
            ]
        )
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        chip = cv2.warpAffine(
            level, to_level, (CHIP_PX, CHIP_PX), flags=how, borderMode=cv2.BORDER_REPLICATE
        )
        return np.asarray(chip, np.uint8)

    def _level(self, per_pixel: float) -> GrayImage:
        index = 0
        while per_pixel > _SHRUNK_AT_MOST:
            per_pixel /= 2
            index += 1
        while len(self._levels) <= index:
            last = self._levels[-1]
            if min(last.shape) < 2:
                break
            half = (last.shape[1] // 2, last.shape[0] // 2)
            smaller = cv2.resize(last, half, interpolation=cv2.INTER_AREA)
            self._levels.append(np.asarray(smaller, np.uint8))
        return self._levels[min(index, len(self._levels) - 1)]


def cut_chips(levels: GrayLevels, boxes: Boxes, tilts_deg: NDArray[np.float64]) -> GrayImage:
    """Return (n, 40, 40) uint8 chips of n boxes, each turned upright by its tilt."""
    chips = np.empty((len(boxes), CHIP_PX, CHIP_PX), np.uint8)
    for row, box, tilt_deg in zip(chips, boxes, tilts_deg, strict=True):
        row[:] = levels.chip(box, float(tilt_deg))
    return chips


def moved(boxes: Boxes, tilts_deg: NDArray[np.float64], ways: NDArray[np.float64]) -> Boxes:
    """Return (n, 4) squares: the boxes moved and grown as their chips show it.

    Args:
        boxes: (n, 4).
        tilts_deg: (n,) by which the chips were turned upright.
        ways: (n, 3): to the right and down in the chip, in sides of the box; natural logarithm of
            the growth.
    """
    side = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    cos, sin = np.cos(np.deg2rad(tilts_deg)), np.sin(np.deg2rad(tilts_deg))
    right, down = ways[:, 0] * side, ways[:, 1] * side
    x = (boxes[:, 0] + boxes[:, 2]) / 2 + right * cos + down * sin
    y = (boxes[:, 1] + boxes[:, 3]) / 2 - right * sin + down * cos
    half = side * np.exp(ways[:, 2]) / 2
    return np.stack([x - half, y - half, x + half, y + half], axis=1)


def way_between(boxes: Boxes, tilts_deg: NDArray[np.float64], others: Boxes) -> NDArray[np.float64]:
    """Return (n, 3) ways that `moved` needs to come from the boxes to the others."""
    side = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    other = np.maximum(others[:, 2] - others[:, 0], others[:, 3] - others[:, 1])
    cos, sin = np.cos(np.deg2rad(tilts_deg)), np.sin(np.deg2rad(tilts_deg))
    x = (others[:, 0] + others[:, 2] - boxes[:, 0] - boxes[:, 2]) / 2 / side
    y = (others[:, 1] + others[:, 3] - boxes[:, 1] - boxes[:, 3]) / 2 / side
    return np.stack([x * cos - y * sin, x * sin + y * cos, np.log(other / side)], axis=1)
