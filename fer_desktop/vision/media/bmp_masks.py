"""Reads BMP pictures that say where in a pixel its colours lie, of which OpenCV knows one order."""

import struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MASKS: Final = (3, 6)
"""Their ways of storing pixels: with masks for three colours, and for transparency as well."""
_FIRST: Final = 54
"""Where the masks lie, in or behind the head."""
_HEAD_WITH_ALPHA: Final = 56
_ROWS: Final = 64
"""So many are worked on at a time."""


def decoded(data: bytes) -> NDArray[np.uint8] | None:
    """Return the picture, (H, W, 3) BGR or (H, W, 4) BGRA uint8; None where it has no such masks.

    Args:
        data: The whole file.

    Raises:
        struct.error, ValueError: It ends too early.
    """
    start, head, width, height = struct.unpack_from("<I", data, 10) + struct.unpack_from(
        "<Iii", data, 14
    )
    n_bits, kind = struct.unpack_from("<HI", data, 28)
    if head < 40 or kind not in _MASKS or n_bits not in (16, 32) or width <= 0 or not height:
        return None
    has_alpha = head >= _HEAD_WITH_ALPHA or kind == 6
    masks = struct.unpack_from("<IIII" if has_alpha else "<III", data, _FIRST)
    masks = (masks[2], masks[1], masks[0], *(mask for mask in masks[3:] if mask))
    if not all(_is_row_of_bits(mask) for mask in masks[:3]):
        return None
    step = (width * n_bits + 31) // 32 * 4
    rows = np.frombuffer(data, np.uint8, step * abs(height), start).reshape(abs(height), step)
    pixels = rows[:: -1 if height > 0 else 1].view(f"<u{n_bits // 8}")[:, :width]
    image = np.empty((abs(height), width, len(masks)), np.uint8)
    for top in range(0, abs(height), _ROWS):
        band = pixels[top : top + _ROWS].astype(np.uint32)
        for channel, mask in enumerate(masks):
            image[top : top + _ROWS, :, channel] = _levels(band, mask)
    if len(masks) == 4 and not image[:, :, 3].any():
        image[:, :, 3] = 255  # as browsers take it: nobody saves what can't be seen
    return image


def _levels(pixels: NDArray[np.uint32], mask: int) -> NDArray[np.uint8]:
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    levels = (pixels & np.uint32(mask)) >> np.uint32(shift)
    if most == 255:
        return np.asarray(levels, np.uint8)
    return np.asarray(np.rint(levels * (255 / most)), np.uint8)


def _is_row_of_bits(mask: int) -> bool:
    if not mask:
        return False
    bits = mask >> (mask & -mask).bit_length() - 1
    return not bits & (bits + 1)
