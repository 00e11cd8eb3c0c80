"""Where the first picture of a GIF lies on its canvas, which may be larger, or too small."""

import struct
from typing import Final, NamedTuple

import numpy as np

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.video_picture import UNDER_GLASS

_EXTENSION: Final = 0x21
_CONTROL: Final = 0xF9
_PICTURE: Final = 0x2C


class GifPicture(NamedTuple):
    """The first picture of a GIF.

    Attributes:
        x: Of its left edge on the canvas.
        y: Of its upper edge.
        width: In pixels.
        height: In pixels.
        has_alpha: One of its colours is transparent.
    """

    x: int
    y: int
    width: int
    height: int
    has_alpha: bool


def first_picture(data: bytes) -> GifPicture | None:
    """Return where the first picture lies; None where there is none.

    Raises:
        struct.error, IndexError: The file ends before it.
    """
    at = 13 + _table_bytes(data[10])
    has_alpha = False
    while data[at] == _EXTENSION:
        if data[at + 1] == _CONTROL:
            has_alpha = bool(data[at + 3] & 1)
        at += 2
        while data[at]:  # pieces with their lengths before them
            at += 1 + data[at]
        at += 1
    if data[at] != _PICTURE:
        return None
    x, y, width, height = struct.unpack_from("<HHHH", data, at + 1)
    return GifPicture(x, y, width, height, has_alpha)


def with_room(data: bytes) -> bytes:
    """Return a GIF whose canvas holds its first picture, as browsers make it; else unchanged."""
    try:
        found = first_picture(data)
        size = struct.unpack_from("<HH", data, 6)
    except (struct.error, IndexError):
        return data  # others tell what is wrong with it
    if found is None:
        return data
    needed = max(size[0], found.x + found.width), max(size[1], found.y + found.height)
    if needed == size or max(needed) > 0xFFFF:
        return data
    return data[:6] + struct.pack("<HH", *needed) + data[10:]


def clear_around(image: ImageBGR, data: bytes) -> ImageBGR:
    """Return the canvas with gray around its first picture: nothing was painted there yet.

    Args:
        image: (H, W, 3) uint8 BGR, which may be changed.
        data: The whole file, of which `with_room` has looked at the first picture.
    """
    found = first_picture(data)
    if found is None or (found.width, found.height) == (image.shape[1], image.shape[0]):
        return image
    rows, columns = slice(found.y, found.y + found.height), slice(found.x, found.x + found.width)
    shown = np.full_like(image, UNDER_GLASS)
    shown[rows, columns] = image[rows, columns]
    return shown


def _table_bytes(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
