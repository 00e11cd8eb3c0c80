"""Random changes to training pictures, so that a webcam face is an easy case.

Works on uint8 pictures and on the square that is cut from them, before the preprocessing that
training shares with the program.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox, Square, square_around
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.preprocess import ChipFormat, cut_square, to_network_values


@dataclass(frozen=True)
class Augmentation:
    """How strong the changes are; each is drawn evenly within its range.

    Attributes:
        flip: Chance of a mirrored picture.
        rotate_deg: Turn, to either side.
        scale: Side of the cut, as a factor.
        shift: Offset of the cut in each direction, as a share of its side.
        gray: Chance that a colour picture loses its colour.
        contrast: Change of contrast, as a factor away from 1.
        brightness: Change of brightness, as a share of white.
        erase: Chance that a rectangle (a hand, hair, a cup) hides a part.
        blur: Chance of a soft picture.
    """

    flip: float = 0.5
    rotate_deg: float = 12.0
    scale: tuple[float, float] = (0.85, 1.12)
    shift: float = 0.06
    gray: float = 0.5
    contrast: float = 0.3
    brightness: float = 0.12
    erase: float = 0.2
    blur: float = 0.15


NONE = Augmentation(0, 0, (1, 1), 0, 0, 0, 0, 0, 0)


def random_chip(
    image: ImageBGR, chip_format: ChipFormat, strength: Augmentation, rng: np.random.Generator
) -> NDArray[np.float32]:
    """Return a changed chip, float32 (H, W, channels) in the network's range."""
    height, width = image.shape[:2]
    whole = square_around(BoundingBox(0, 0, width, height), 0.0)
    angle = rng.uniform(-1, 1) * strength.rotate_deg
    if angle:
        turn = cv2.getRotationMatrix2D((whole.center_x, whole.center_y), angle, 1.0)
        image = cv2.warpAffine(image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    side = whole.side * rng.uniform(*strength.scale)
    dx, dy = rng.uniform(-1, 1, 2) * strength.shift * side
    chip = cut_square(
        image, Square(whole.center_x + dx, whole.center_y + dy, side), chip_format.height
    )
    if rng.random() < strength.flip:
        chip = np.ascontiguousarray(chip[:, ::-1])
    if rng.random() < strength.gray:
        chip = cv2.cvtColor(cv2.cvtColor(chip, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if rng.random() < strength.blur:
        chip = cv2.GaussianBlur(chip, (0, 0), rng.uniform(0.6, 2.0))
    gain = 1.0 + rng.uniform(-1, 1) * strength.contrast
    offset = 255.0 * rng.uniform(-1, 1) * strength.brightness
    if strength.contrast or strength.brightness:
        mean = float(chip.mean())
        # The table is computed once for 256 values instead of for every pixel.
        table = (np.arange(256) - mean) * gain + mean + offset
        chip = cv2.LUT(chip, np.clip(table, 0, 255).astype(np.uint8))
    if rng.random() < strength.erase:
        _erase(chip, rng)
    return to_network_values(chip, chip_format)


def _erase(chip: ImageBGR, rng: np.random.Generator) -> None:
    size = chip.shape[0]
    h, w = (int(v) for v in rng.integers(size // 10, size // 3, 2))
    y, x = int(rng.integers(0, size - h)), int(rng.integers(0, size - w))
    chip[y : y + h, x : x + w] = rng.integers(0, 256)
