"""Reads HEIC pictures, which phones make and OpenCV does not know."""

import io
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.color_code import coded
from fer_desktop.vision.media.picture_extras import Extras
from fer_desktop.vision.media.picture_levels import finished

BRANDS: Final = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)
"""What a file of the kind begins with, behind `ftyp`."""
_AVIF_BRANDS: Final = (b"avif", b"avis")


class HeicError(Exception):
    """Such a picture can't be read; the text says why, to go on after the file's name."""


def is_heic(head: bytes) -> bool:
    """Return whether a file is one; some AVIF pictures begin likewise and say so further on.

    Args:
        head: Its first bytes; with 64 of them the answer is sure.
    """
    if head[4:8] != b"ftyp" or head[8:12] not in BRANDS:
        return False
    others = head[16 : min(len(head), int.from_bytes(head[:4], "big"))]
    return not any(others[at : at + 4] in _AVIF_BRANDS for at in range(0, len(others), 4))


def is_picture_brand(head: bytes) -> bool:
    """Return whether a file in boxes begins as pictures do: HEIC, AVIF or their common brands."""
    return head[4:8] == b"ftyp" and head[8:12] in {*BRANDS, *_AVIF_BRANDS}


def decoded(data: bytes) -> ImageBGR:
    """Return the main picture of a file, (H, W, 3) uint8 BGR, upright.

    Raises:
        HeicError: It is damaged, or the library is missing.
    """
    try:
        import pi_heif
    except ImportError as error:
        raise HeicError(
            "HEIC pictures need the package pi-heif (pip install pi-heif); or export it as JPEG"
        ) from error
    pi_heif.options.DECODE_THREADS = max(1, cv2.getNumThreads())
    try:
        picture = pi_heif.open_heif(io.BytesIO(data), bgr_mode=True)
        # A copy: what the library lends is gone with `picture`. Its rows may be longer.
        pixels = np.array(picture)[:, : picture.size[0]]
    except (ValueError, RuntimeError, OSError, EOFError, SyntaxError) as error:
        raise HeicError("the HEIC file is damaged or of a kind that can't be read") from error
    if pixels.dtype == np.uint16:  # gray of more than 8 bits, which stays as it is
        pixels = (pixels >> 8).astype(np.uint8)
    extras = Extras(
        is_premultiplied=picture.mode.endswith("a"), profile=picture.info.get("icc_profile")
    )
    told = picture.info.get("nclx_profile")
    if told and extras.profile is None:
        code = coded(told["color_primaries"], told["transfer_characteristics"])
        extras = replace(extras, code=code)
    return finished(pixels, extras)
