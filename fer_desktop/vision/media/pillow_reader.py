"""Reads with Pillow what OpenCV reads wrongly or not at all: pictures of inks, and rare kinds."""

import io
import struct
import warnings
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.media.color_profile import inks_to_srgb
from fer_desktop.vision.media.video_picture import EXIF_TURNS, turned

_ORIENTATION: Final = 274
_SAMPLE_FORMAT: Final = 339
"""Whether the numbers of a TIFF are signed, which Pillow does not tell apart."""
_LEVELS: Final = ("L", "I;16", "I;16B", "I", "F")
_FAILURES: Final = (
    *(OSError, EOFError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError),
    *(MemoryError, struct.error),
)
"""What Pillow raises at damaged files."""


class PillowError(Exception):
    """Pillow can't read it either."""


def decoded(kind: str, data: bytes) -> NDArray[np.generic]:
    """Return a picture upright, as (H, W) levels of any type, or as BGR or BGRA of 8 bits.

    A picture of inks is BGR, in sRGB already.

    Args:
        kind: Such as "TIFF".
        data: The whole file, of which `size_of` has looked at the lengths.

    Raises:
        PillowError: It can't be read.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it says of damaged tags helps nobody
            with Image.open(io.BytesIO(data), formats=[kind]) as picture:
                picture.load()
                # A TIFF is turned by now, and says so.
                turn = EXIF_TURNS.get(picture.getexif().get(_ORIENTATION), EXIF_TURNS[1])
                return np.asarray(turned(_pixels(kind, picture), turn))
    except _FAILURES as error:
        raise PillowError(str(error)) from error


def _pixels(kind: str, picture: Any) -> Any:  # noqa: ANN401 - Pillow has no types
    if picture.mode == "CMYK":
        # Pillow takes all of them for Adobe's, where zero is full ink. Those have Adobe's mark.
        is_inverted = kind == "JPEG" and "adobe" not in picture.info
        profile = picture.info.get("icc_profile")
        return inks_to_srgb(picture, profile, is_inverted=is_inverted)
    if picture.has_transparency_data:
        return np.asarray(picture.convert("RGBA"))[:, :, (2, 1, 0, 3)]
    if picture.mode in _LEVELS:
        levels = np.asarray(picture)
        is_signed = picture.tag_v2.get(_SAMPLE_FORMAT, (1,))[0] == 2
        return levels.view(np.uint32) if picture.mode == "I" and not is_signed else levels
    return np.ascontiguousarray(np.asarray(picture.convert("RGB"))[:, :, ::-1])
