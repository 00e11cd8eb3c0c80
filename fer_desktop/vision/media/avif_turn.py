"""Cuts, turns and mirrors AVIF pictures as their boxes say, which OpenCV does not look at.

ISO/IEC 23008-12: the properties of the primary item, in the order of their association.
"""

import struct
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import cv2
import numpy as np

from fer_desktop.core.types import ImageBGR

_PLAIN: Final = 8
"""Bytes of a box's own head: length and name."""
_LONG: Final = 1
_NEEDED: Final = {b"clap": 32, b"irot": 1, b"imir": 1}
"""The boxes that count, and how many bytes are in them."""


def upright_avif(image: ImageBGR, data: bytes) -> ImageBGR:
    """Return the picture as its file says it is to be seen; the same one where it says nothing."""
    for name, body in _turns(data):
        value = body[0]
        if name == b"clap":
            image = _clean(image, body)
        elif name == b"irot" and value & 3:
            # Quarter turns to the left.
            codes = (cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_CLOCKWISE)
            image = np.asarray(cv2.rotate(image, codes[(value & 3) - 1]), np.uint8)
        elif name == b"imir":
            # 0 exchanges top and bottom, 1 left and right.
            image = np.asarray(cv2.flip(image, value & 1), np.uint8)
    return image


def _clean(image: ImageBGR, clap: bytes) -> ImageBGR:
    """Return the part that is to be seen; all of it where that part can't be."""
    numbers = struct.unpack_from(">IIIIiIiI", clap)
    if 0 in numbers[1::2]:
        return image
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    width, height, right, down = (Fraction(*pair) for pair in pairs)
    # How far its middle lies off that of the picture.
    x, y = right + (image.shape[1] - width) / 2, down + (image.shape[0] - height) / 2
    left, top = round(x), round(y)
    end_x, end_y = round(x + width), round(y + height)
    is_inside = 0 <= left < end_x <= image.shape[1] and 0 <= top < end_y <= image.shape[0]
    return np.ascontiguousarray(image[top:end_y, left:end_x]) if is_inside else image


def _turns(data: bytes) -> list[tuple[bytes, bytes]]:
    try:
        meta = _inside(data, b"meta", skip=4)
        properties = _inside(meta, b"iprp")
        kept = list(_boxes(_inside(properties, b"ipco")))
        wanted = _places(_inside(properties, b"ipma"), _primary(_inside(meta, b"pitm")))
        turns = [kept[place - 1] for place in wanted if 0 < place <= len(kept)]
        return [(name, body) for name, body in turns if len(body) >= _NEEDED.get(name, len(data))]
    except (struct.error, IndexError):
        return []  # without such boxes, it is upright


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + _PLAIN <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        start = at + _PLAIN
        if size == _LONG:
            (size,) = struct.unpack_from(">Q", data, start)
            start += 8
        end = len(data) if size == 0 else at + size
        if end < start:
            return
        yield name, data[start:end]
        at = end


def _inside(data: bytes, name: bytes, skip: int = 0) -> bytes:
    return next((body[skip:] for found, body in _boxes(data) if found == name), b"")


def _primary(pitm: bytes) -> int:
    return int(struct.unpack_from(">H" if pitm[0] == 0 else ">I", pitm, 4)[0])


def _places(ipma: bytes, wanted: int) -> list[int]:
    """Return which properties an item has, counted from 1."""
    is_long, is_wide = ipma[0] > 0, ipma[3] & 1
    (n_items,) = struct.unpack_from(">I", ipma, 4)
    at = 8
    for _ in range(n_items):
        (item,) = struct.unpack_from(">I" if is_long else ">H", ipma, at)
        at += 4 if is_long else 2
        n, at = ipma[at], at + 1
        places = struct.unpack_from(f">{n}H" if is_wide else f">{n}B", ipma, at)
        at += n * (2 if is_wide else 1)
        if item == wanted:
            return [place & (0x7FFF if is_wide else 0x7F) for place in places]
    return []
