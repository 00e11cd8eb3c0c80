"""The only place where a face is cut out, resized and scaled. Training imports it too.

It knows pictures and boxes; it must not know detectors, models or files.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox, Square, square_around
from fer_desktop.core.types import ImageBGR

UPRIGHT_DEG = 5.0
"""A tilt below this is not undone: cascades see it no more exactly than that, and networks are
trained on more."""
_DIAGONAL = 1.42
_TURNED_AT_MOST = 4
"""A face with more pixels than so many times the chip's is shrunk before it is turned."""


@dataclass(frozen=True)
class ChipFormat:
    """What a network wants to see.

    Attributes:
        height: Rows of the chip.
        width: Columns of the chip; the cut is square, so it equals `height`.
        channels: 3 for red-green-blue, 1 for gray.
        low: Value of black.
        high: Value of white.
        margin: Added at each side of the detector's box, as a share of its longer side.
    """

    height: int
    width: int
    channels: int
    low: float = 0.0
    high: float = 1.0
    margin: float = 0.0

    def __post_init__(self) -> None:
        if self.height != self.width or not 8 <= self.height <= 1024:
            raise ValueError(f"a chip is square, 8 to 1024 px, not {self.height}x{self.width}")
        if self.channels not in (1, 3):
            raise ValueError(f"a chip has 1 or 3 channels, not {self.channels}")
        if not self.low < self.high:
            raise ValueError(f"the value range [{self.low}, {self.high}] is empty")
        if not -0.25 <= self.margin <= 1.0:
            raise ValueError(f"a crop margin is between -0.25 and 1, not {self.margin}")

    @property
    def shape(self) -> tuple[int, int, int]:
        """(height, width, channels)."""
        return self.height, self.width, self.channels


def cut_square(image: ImageBGR, square: Square, size: int) -> ImageBGR:
    """Return the square resized to (size, size, 3) uint8 BGR, C-contiguous; gray stays gray.

    Pixels outside the picture repeat its edge.
    """
    side = max(1, round(square.side))
    x1 = round(square.center_x - side / 2)
    y1 = round(square.center_y - side / 2)
    height, width = image.shape[:2]
    # The part that is cut before padding keeps one pixel of the picture even for a square beside
    # it, so there is always an edge to repeat.
    left, right = min(max(x1, 0), width - 1), max(min(x1 + side, width), 1)
    top, bottom = min(max(y1, 0), height - 1), max(min(y1 + side, height), 1)
    inside = image[top:bottom, left:right]
    above, below = max(0, top - y1), max(0, y1 + side - bottom)
    before, behind = max(0, left - x1), max(0, x1 + side - right)
    if above or below or before or behind:
        inside = np.asarray(
            cv2.copyMakeBorder(inside, above, below, before, behind, cv2.BORDER_REPLICATE), np.uint8
        )
    return resized(inside, size)


def resized(image: ImageBGR, size: int) -> ImageBGR:
    """Return the picture as (size, size, 3) uint8 BGR, C-contiguous; shrinking averages areas."""
    shrinking = max(image.shape[:2]) > size
    interpolation = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    chip = cv2.resize(image, (size, size), interpolation=interpolation)
    return np.ascontiguousarray(chip, dtype=np.uint8)


def to_network_values(chip: ImageBGR, chip_format: ChipFormat) -> NDArray[np.float32]:
    """Return a (H, W, 3) uint8 BGR chip as float32 (H, W, channels) in [low, high].

    Channels are red, green, blue, or one of gray.
    """
    if chip_format.channels == 1:
        values = cv2.cvtColor(chip, cv2.COLOR_BGR2GRAY)[:, :, np.newaxis]
    else:
        values = cv2.cvtColor(chip, cv2.COLOR_BGR2RGB)
    scale = (chip_format.high - chip_format.low) / 255.0
    return values.astype(np.float32) * np.float32(scale) + np.float32(chip_format.low)


def chip_to_image(chip: NDArray[np.float32], chip_format: ChipFormat) -> ImageBGR:
    """Return a chip as a (H, W, 3) uint8 BGR picture: what `to_network_values` was given.

    Of a gray network all three channels are the gray.
    """
    scale = 255.0 / (chip_format.high - chip_format.low)
    values = np.rint((chip - np.float32(chip_format.low)) * np.float32(scale))
    pixels = np.clip(values, 0, 255).astype(np.uint8)
    code = cv2.COLOR_GRAY2BGR if chip_format.channels == 1 else cv2.COLOR_RGB2BGR
    return np.ascontiguousarray(cv2.cvtColor(pixels, code), np.uint8)


def cut_upright(image: ImageBGR, square: Square, size: int, tilt_deg: float) -> ImageBGR:
    """Return the square around a tilted head as (size, size, 3) uint8 BGR, the head upright.

    Args:
        image: (H, W, 3) uint8 BGR.
        square: Around the head, its sides along the picture's.
        size: Side of the result in pixels.
        tilt_deg: How far the head is tilted counter-clockwise. The square is turned as far.
    """
    if abs(tilt_deg) < UPRIGHT_DEG:
        return cut_square(image, square, size)
    # Cut first with room for the turned corners, and turned at no more pixels than are needed: the
    # shrinking that is left averages areas.
    room = square._replace(side=square.side * _DIAGONAL)
    inner = min(max(size, round(square.side)), _TURNED_AT_MOST * size)
    view = cut_square(image, room, round(inner * _DIAGONAL))
    middle = (len(view) - 1) / 2
    turn = np.asarray(cv2.getRotationMatrix2D((middle, middle), -tilt_deg, 1.0), np.float64)
    turn[:, 2] += (inner - 1) / 2 - middle
    chip = cv2.warpAffine(view, turn, (inner, inner), borderMode=cv2.BORDER_REPLICATE)
    return resized(np.asarray(chip, np.uint8), size)


def face_chip(
    image: ImageBGR, box: BoundingBox, chip_format: ChipFormat, tilt_deg: float = 0.0
) -> NDArray[np.float32]:
    """Return the face in `box` as the network takes it: cut out, and turned upright.

    Args:
        image: (H, W, 3) uint8 BGR.
        box: The detector's box in pixels of `image`; it may reach beyond the picture.
        chip_format: Size, channels, range and margin.
        tilt_deg: How far the head is tilted counter-clockwise, as the detector saw it.

    Returns:
        float32 (height, width, channels) in [low, high]; pixels outside the picture repeat the
        edge.
    """
    square = square_around(box, chip_format.margin)
    chip = cut_upright(image, square, chip_format.height, tilt_deg)
    return to_network_values(chip, chip_format)


def whole_picture_chip(image: ImageBGR, chip_format: ChipFormat) -> NDArray[np.float32]:
    """Return a picture that is a face crop already as the network takes it.

    A picture that is not square is stretched: repeated edges would tell the network what kind of
    source it is from.
    """
    return to_network_values(resized(framed(image, chip_format), chip_format.height), chip_format)


def framed(image: ImageBGR, chip_format: ChipFormat) -> ImageBGR:
    """Return a view of what a network sees of a picture that stands for the detector's box.

    A margin below 0 cuts all four sides; one above 0 is left out, for there is nothing around.
    """
    if chip_format.margin >= 0:
        return image
    rows, columns = (round(-chip_format.margin * side) for side in image.shape[:2])
    return image[rows : image.shape[0] - rows, columns : image.shape[1] - columns]
