"""Reads with Pillow what OpenCV reads wrongly or not at all: pictures of inks, and rare kinds."""

import io
import logging
import struct
import warnings
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.media.color_profile import inks_to_srgb, lab_to_srgb
from fer_desktop.vision.media.video_picture import EXIF_TURNS, turned

_ORIENTATION: Final = 274
_LEVELS: Final = ("L", "I;16", "I;16B")
_RARE: Final = ("I", "F")
"""Numbers of which Pillow does not say how far they go."""
_FAILURES: Final = (
    *(OSError, EOFError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError),
    *(MemoryError, RuntimeError, struct.error),
)
"""What Pillow raises at damaged files."""


class PillowError(Exception):
    """Pillow can't read it either."""


def decoded(kind: str, data: bytes) -> NDArray[np.generic]:
    """Return a picture upright, as (H, W) levels of 8 or 16 bits, or as BGR or BGRA of 8 bits.

    A picture of inks is BGR, in sRGB already; an AVIF is as it is stored, not turned.

    Args:
        kind: Such as "TIFF".
        data: The whole file, of which `size_of` has looked at the lengths.

    Raises:
        PillowError: It can't be read.
    """
    from PIL import Image

    # Of damaged tags it tells the log as well.
    logging.getLogger("PIL.TiffImagePlugin").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it says of damaged tags helps nobody
            with Image.open(io.BytesIO(data), formats=[kind]) as picture:
                picture.load()
                # A TIFF is turned by now, and says so.
                number = 1 if kind == "AVIF" else picture.getexif().get(_ORIENTATION)
                turn = EXIF_TURNS.get(number, EXIF_TURNS[1])
                return np.asarray(turned(_pixels(kind, picture), turn))
    except (*_FAILURES, Image.DecompressionBombError) as error:
        raise PillowError(str(error)) from error


def _pixels(kind: str, picture: Any) -> Any:  # noqa: ANN401 - Pillow has no types
    if picture.mode == "CMYK":
        # Pillow takes all of them for Adobe's, where zero is full ink. Those have Adobe's mark.
        is_inverted = kind == "JPEG" and "adobe" not in picture.info
        profile = picture.info.get("icc_profile")
        return inks_to_srgb(picture, profile, is_inverted=is_inverted)
    if picture.mode == "LAB":
        return lab_to_srgb(picture)
    if picture.has_transparency_data:
        return np.asarray(picture.convert("RGBA"))[:, :, (2, 1, 0, 3)]
    if picture.mode in _LEVELS:
        levels = np.asarray(picture)
        return levels.astype(levels.dtype.newbyteorder("="), copy=False)
    if picture.mode in _RARE:
        raise ValueError("numbers of a rare kind")
    return np.ascontiguousarray(np.asarray(picture.convert("RGB"))[:, :, ::-1])
