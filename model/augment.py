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
        trim: Chance that two sides of the picture are cut off, so that its edge is repeated there.
            In facial_expressions the pictures that are not square are nearly all of one kind.
        style: Chance that the picture takes the shape, sharpness and tones of another one.
        gray: Chance that a colour picture loses its colour.
        tint: Chance of a colour cast, on gray pictures too: colour tells nothing then. Without it
            the network learns "colour means disgust".
        contrast: Change of contrast, as a factor away from 1.
        brightness: Change of brightness, as a share of white.
        erase: Chance that a rectangle (a hand, hair, a cup) hides a part.
        blur: Chance of a soft picture.
    """

    flip: float = 0.5
    rotate_deg: float = 10.0
    scale: tuple[float, float] = (0.88, 1.1)
    shift: float = 0.05
    trim: float = 0.0
    style: float = 0.0
    gray: float = 0.5
    tint: float = 0.0
    contrast: float = 0.25
    brightness: float = 0.1
    erase: float = 0.1
    blur: float = 0.1


NONE = Augmentation(0, 0, (1, 1), 0, 0, 0, 0, 0, 0, 0, 0, 0)
AUGMENTATIONS = {
    "none": NONE,
    "plain": Augmentation(),
    # Also hides what kind of source a picture is from; helps on pictures from other hands, and
    # costs some of the rare classes (the model card has the figures).
    "style": Augmentation(trim=0.3, style=0.6, gray=0.6, tint=0.3, blur=0.2),
}


def random_chip(
    image: ImageBGR,
    chip_format: ChipFormat,
    strength: Augmentation,
    rng: np.random.Generator,
    style: ImageBGR | None = None,
) -> NDArray[np.float32]:
    """Return a changed chip, float32 (H, W, channels) in the network's range.

    Args:
        image: (H, W, 3) uint8 BGR, a face crop.
        chip_format: What the network wants to see.
        strength: How strong the changes are.
        rng: Where chance comes from.
        style: Another picture, whose look this one may take.
    """
    if style is not None and rng.random() < strength.style:
        image = styled(image, style, rng)
    if rng.random() < strength.trim:
        image = _trimmed(image, rng)
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
    if rng.random() < strength.tint:
        cast = rng.uniform(0.7, 1.3, 3)
        chip = cv2.multiply(chip, (*(cast / cast.mean()), 1.0))
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


def styled(image: ImageBGR, style: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the picture in the shape, sharpness and tones of another one.

    Pictures of one class may come from one kind of source, and their look then gives the class
    away. Tones are matched as by Reinhard et al. (2001), channel by channel.
    """
    height, width = image.shape[:2]
    style_height, style_width = style.shape[:2]
    wanted = style_width / style_height
    if width / height > wanted:
        kept = max(8, round(height * wanted))
        first = round(rng.uniform(0.25, 0.75) * (width - kept))
        image = image[:, first : first + kept]
    else:
        kept = max(8, round(width / wanted))
        first = round(rng.uniform(0.25, 0.75) * (height - kept))
        image = image[first : first + kept]
    if image.shape[0] > style_height:
        small = cv2.resize(image, (style_width, style_height), interpolation=cv2.INTER_AREA)
    else:
        small = image
    (mean, deviation), (new_mean, new_deviation) = map(cv2.meanStdDev, (small, style))
    gain = new_deviation / np.maximum(deviation, 1.0)
    offset = new_mean - gain * mean
    tables = np.arange(256)[:, np.newaxis] * gain.T + offset.T
    lut = np.clip(tables, 0, 255).astype(np.uint8).reshape(1, 256, 3)
    return np.ascontiguousarray(cv2.LUT(np.ascontiguousarray(small), lut), np.uint8)


def _trimmed(image: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return the picture without parts of two opposite sides, narrower or flatter than before."""
    height, width = image.shape[:2]
    kept = rng.uniform(0.6, 0.95)
    if rng.random() < 0.75:
        first = round(rng.uniform(0.2, 0.8) * (1 - kept) * width)
        image = image[:, first : first + max(8, round(kept * width))]
    else:
        first = round(rng.uniform(0.2, 0.8) * (1 - kept) * height)
        image = image[first : first + max(8, round(kept * height))]
    return np.ascontiguousarray(image)


def _erase(chip: ImageBGR, rng: np.random.Generator) -> None:
    size = chip.shape[0]
    h, w = (int(v) for v in rng.integers(size // 10, size // 3, 2))
    y, x = int(rng.integers(0, size - h)), int(rng.integers(0, size - w))
    chip[y : y + h, x : x + w] = rng.integers(0, 256)
