"""Random changes to training pictures, so that a webcam face is an easy case.

Works on uint8 pictures before the preprocessing that training shares with the program. Place, size
and shape change in one affine map; light, sharpness and occlusion change on the small chip.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.recognition.preprocess import ChipFormat, framed, resized, to_network_values
from model.covers import covered


@dataclass(frozen=True, kw_only=True)
class Augmentation:
    """How strong the changes are; each is drawn evenly within its range.

    Attributes:
        flip: Chance of a mirrored picture.
        rotate_deg: Turn, to either side.
        scale: Side of the cut, as a factor of the one that the network is used with.
        shift: Offset of the cut in each direction, as a share of its side.
        aspect: Natural logarithm of the widest stretch of width against height.
        shear: Slant, as the tangent of its angle.
        trim: Chance that two opposite sides of the picture are cut off before it is stretched. In
            facial_expressions the pictures that are not square are nearly all of one kind.
        style: Chance that the picture takes the shape, sharpness and tones of another one.
        gray: Chance that a colour picture loses its colour.
        tint: Chance of a colour cast, on gray pictures too: colour tells nothing then. Without it
            the network learns "colour means disgust".
        contrast: Change of contrast, as a factor away from 1.
        brightness: Change of brightness, as a share of white.
        shade: Chance of light from one side.
        erase: Chance that a rectangle (a hand, hair, a cup) hides a part.
        blur: Chance of a soft picture.
        coarse: Chance of a picture with few pixels, as of a face far away.
        noise: Chance of sensor noise.
        gamma: Natural logarithm of the furthest exponent of the tones, to either side.
        cover: Chance of a mask, glasses, a hand or the like before the face, see `model.covers`.
        compress: Chance of JPEG at a low quality.
    """

    flip: float = 0.0
    rotate_deg: float = 0.0
    scale: tuple[float, float] = (1.0, 1.0)
    shift: float = 0.0
    aspect: float = 0.0
    shear: float = 0.0
    trim: float = 0.0
    style: float = 0.0
    gray: float = 0.0
    tint: float = 0.0
    contrast: float = 0.0
    brightness: float = 0.0
    shade: float = 0.0
    erase: float = 0.0
    blur: float = 0.0
    coarse: float = 0.0
    noise: float = 0.0
    gamma: float = 0.0
    cover: float = 0.0
    compress: float = 0.0


NONE = Augmentation()
_PLAIN = Augmentation(
    flip=0.5,
    rotate_deg=10.0,
    scale=(0.88, 1.1),
    shift=0.05,
    gray=0.5,
    contrast=0.25,
    brightness=0.1,
    erase=0.1,
    blur=0.1,
)
_STYLE = replace(_PLAIN, trim=0.3, style=0.6, gray=0.6, tint=0.3, blur=0.2)
_STRONG = Augmentation(
    flip=0.5,
    rotate_deg=12.0,
    # Haar boxes lie within 0.88 to 1.0 of these pictures' sides and 3 % off their middle
    # (model.framing, 5th to 95th percentile); tracked boxes in live use less exactly.
    scale=(0.82, 1.15),
    shift=0.07,
    aspect=0.12,
    shear=0.08,
    trim=0.2,
    contrast=0.3,
    brightness=0.12,
    shade=0.12,
    erase=0.2,
    blur=0.1,
    coarse=0.1,
    noise=0.1,
)
_WILD = Augmentation(
    flip=0.5,
    # What is left after a chip was cut upright by the detector's tilt.
    rotate_deg=14.0,
    scale=(0.847, 1.2),
    shift=0.06,
    aspect=0.14,
    shear=0.1,
    trim=0.1,
    contrast=0.35,
    brightness=0.12,
    shade=0.15,
    erase=0.12,
    blur=0.1,
    coarse=0.12,
    noise=0.1,
    gamma=0.5,
    cover=0.15,
    compress=0.1,
)
_MILD = replace(
    _WILD,
    rotate_deg=9.0,
    scale=(0.906, 1.118),
    shift=0.04,
    aspect=0.08,
    shear=0.05,
    trim=0.0,
    shade=0.1,
    erase=0.05,
    blur=0.08,
    coarse=0.1,
    noise=0.08,
    gamma=0.3,
    cover=0.12,
    compress=0.06,
)
AUGMENTATIONS = {
    "none": NONE,
    "plain": _PLAIN,
    # Also hides what kind of source a picture is from (the model card has its figures).
    "style": _STYLE,
    "strong": _STRONG,
    # As faces come before webcams, phones and films: covered, badly lit, small, compressed.
    "wild": _WILD,
    "mild": _MILD,
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
    if rng.random() < strength.cover:
        image = covered(shrunk(image, chip_format.height), rng)
    chip = _moved(image, chip_format, strength, rng)
    for chance, change in (
        (strength.gray, _gray),
        (strength.tint, _tinted),
        (strength.coarse, _coarse),
        (strength.blur, _blurred),
        (strength.shade, _shaded),
        (strength.compress, _compressed),
    ):
        if rng.random() < chance:
            chip = change(chip, rng)
    if strength.contrast or strength.brightness or strength.gamma:
        chip = _lit(chip, strength, rng)
    if rng.random() < strength.noise:
        chip = _noisy(chip, rng)
    if rng.random() < strength.erase:
        _erase(chip, rng)
    return to_network_values(chip, chip_format)


def shrunk(image: ImageBGR, chip_size: int) -> ImageBGR:
    """Return the picture with no more pixels than a changed chip of this size can show."""
    height, width = image.shape[:2]
    factor = 1.5 * chip_size / max(height, width)
    if factor >= 1:
        return image
    new_size = max(8, round(width * factor)), max(8, round(height * factor))
    return np.asarray(cv2.resize(image, new_size, interpolation=cv2.INTER_AREA), np.uint8)


def _moved(
    image: ImageBGR, chip_format: ChipFormat, strength: Augmentation, rng: np.random.Generator
) -> ImageBGR:
    """Return the cut stretched to a square, and mirrored, turned, zoomed, slanted, shifted."""
    size = chip_format.height
    if rng.random() < strength.flip:
        image = np.ascontiguousarray(image[:, ::-1])
    angle = np.deg2rad(rng.uniform(-1, 1) * strength.rotate_deg)
    share = 1 + 2 * min(0.0, chip_format.margin)
    zoom = 1 / rng.uniform(*strength.scale) / share
    stretch = np.exp(rng.uniform(-0.5, 0.5) * strength.aspect)
    slant = rng.uniform(-1, 1) * strength.shear
    shift = rng.uniform(-1, 1, 2) * strength.shift * size
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shape = np.array([[stretch, slant], [0, 1 / stretch]]) * zoom
    if np.array_equal(turn @ shape * share, np.eye(2)) and not shift.any():
        return resized(framed(image, chip_format), size)
    image = shrunk(image, size)
    height, width = image.shape[:2]
    linear = turn @ shape @ np.diag([size / width, size / height])
    # Pixel centres lie at whole numbers, so the middle of n pixels is at (n - 1) / 2.
    middle = np.array([(width - 1) / 2, (height - 1) / 2])
    offset = (size - 1) / 2 + shift - linear @ middle
    chip = cv2.warpAffine(
        image,
        np.column_stack([linear, offset]),
        (size, size),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(chip, np.uint8)


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


def _gray(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    del rng
    gray = cv2.cvtColor(chip, cv2.COLOR_BGR2GRAY)
    return np.asarray(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), np.uint8)


def _tinted(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    cast = rng.uniform(0.7, 1.3, 3)
    return np.asarray(cv2.multiply(chip, (*(cast / cast.mean()), 1.0)), np.uint8)


def _blurred(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    # Of 100 px; a chip of fewer pixels is blurred by fewer.
    deviation = rng.uniform(0.6, 2.0) * chip.shape[0] / 100
    return np.asarray(cv2.GaussianBlur(chip, (0, 0), deviation), np.uint8)


def _noisy(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    noise = rng.normal(0, rng.uniform(2, 14), (*chip.shape[:2], 1))
    return np.clip(chip + noise, 0, 255).astype(np.uint8)


def _compressed(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    quality = int(rng.integers(15, 60))
    _, data = cv2.imencode(".jpg", chip, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def _coarse(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    size = chip.shape[0]
    few = int(rng.integers(max(8, size // 3), size))
    small = cv2.resize(chip, (few, few), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (size, size), interpolation=cv2.INTER_LINEAR), np.uint8)


def _shaded(chip: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    size = chip.shape[0]
    across = np.linspace(-1, 1, size)
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * across[np.newaxis] + np.sin(angle) * across[:, np.newaxis]
    light = 1.0 + rng.uniform(0.2, 0.6) * slope
    return np.clip(chip * light[:, :, np.newaxis], 0, 255).astype(np.uint8)


def _lit(chip: ImageBGR, strength: Augmentation, rng: np.random.Generator) -> ImageBGR:
    gain = 1.0 + rng.uniform(-1, 1) * strength.contrast
    offset = 255.0 * rng.uniform(-1, 1) * strength.brightness
    mean = float(chip.mean())
    # The table is computed once for 256 values instead of for every pixel.
    table = (np.arange(256) - mean) * gain + mean + offset
    if strength.gamma:
        exponent = np.exp(rng.uniform(-1, 1) * strength.gamma)
        table = 255.0 * (np.clip(table, 0, 255) / 255.0) ** exponent
    return np.asarray(cv2.LUT(chip, np.clip(table, 0, 255).astype(np.uint8)), np.uint8)


def _erase(chip: ImageBGR, rng: np.random.Generator) -> None:
    size = chip.shape[0]
    h, w = (int(v) for v in rng.integers(size // 10, size // 3, 2))
    y, x = int(rng.integers(0, size - h)), int(rng.integers(0, size - w))
    chip[y : y + h, x : x + w] = rng.integers(0, 256)
