"""Makes decoded levels the picture that people see: 8 bits, sRGB, over gray, upright."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.color_profile import to_srgb
from fer_desktop.vision.media.picture_extras import Extras
from fer_desktop.vision.media.video_picture import EXIF_TURNS, over_gray, turned

_BAND: Final = 1 << 20
"""So many numbers are worked on at a time, so that memory does not grow with the picture."""


def finished(decoded: NDArray[np.generic], extras: Extras) -> ImageBGR:
    """Return what was decoded as it is stored as (H, W, 3) uint8 BGR in sRGB, upright.

    Args:
        decoded: (H, W) or (H, W, 1 to 4) levels of 8 or 16 bits; the last of two or of four
            channels says how much of it is to be seen.
        extras: What lies beside them.
    """
    levels = decoded[..., np.newaxis] if decoded.ndim == 2 else decoded
    if levels.shape[2] in (1, 2):
        levels = np.concatenate([levels[:, :, :1].repeat(3, axis=2), levels[:, :, 1:]], axis=2)
    image = _as_bytes(levels, extras)
    profile = extras.profile
    if profile is None and extras.code is not None:
        profile = extras.code.profile()
    if image.shape[2] == 4:
        image = _flattened(image, profile, extras)
    else:
        image = to_srgb(np.ascontiguousarray(image[:, :, :3]), profile)
    return turned(image, EXIF_TURNS[extras.orientation])


def with_clear_level(levels: NDArray[np.generic], level: int, n_bits: int) -> NDArray[np.generic]:
    """Return gray levels (H, W), of 8 bits or 16, with what is to be seen of each, (H, W, 2).

    Args:
        levels: As they were decoded.
        level: The one that is transparent, as the file counts.
        n_bits: Of the numbers in the file.
    """
    top = 255 if levels.dtype == np.uint8 else 65535
    clear = level * (top // ((1 << n_bits) - 1)) if n_bits < 16 else level
    return np.dstack([levels, np.where(levels == clear, 0, top).astype(levels.dtype)])


def _flattened(image: ImageBGR, profile: bytes | None, extras: Extras) -> ImageBGR:
    if profile is None:
        return over_gray(image, is_premultiplied=extras.is_premultiplied)
    # A profile tells of the colours themselves, not of what is mixed with gray.
    if extras.is_premultiplied:
        for band in _bands(image):
            share = np.maximum(image[band, :, 3:].astype(np.uint16), 1)
            image[band, :, :3] = np.minimum(image[band, :, :3] * np.uint16(255) // share, 255)
    image[:, :, :3] = to_srgb(np.ascontiguousarray(image[:, :, :3]), profile)
    return over_gray(image)


def _as_bytes(levels: NDArray[np.generic], extras: Extras) -> NDArray[np.uint8]:
    """Return levels of 8 bits, the colours on sRGB's curve; may be the same ones."""
    is_long = levels.dtype == np.uint16
    top = 2**extras.n_bits - 1 if is_long else 255
    table = None if extras.code is None else extras.code.table(top)
    if table is None:
        if not is_long:
            return np.asarray(levels, np.uint8)
        return np.asarray(cv2.convertScaleAbs(np.asarray(levels), alpha=255 / top), np.uint8)
    result = np.empty(levels.shape, np.uint8)
    for band in _bands(levels):
        result[band] = table[np.minimum(np.asarray(levels[band], np.uint16), top)]
        if levels.shape[2] == 4:
            result[band, :, 3] = np.rint(np.asarray(levels[band, :, 3], np.float32) * (255 / top))
    return result


def _bands(image: NDArray[np.generic]) -> list[slice]:
    n_rows = max(1, _BAND // max(1, image[0].size))
    return [slice(start, start + n_rows) for start in range(0, len(image), n_rows)]
