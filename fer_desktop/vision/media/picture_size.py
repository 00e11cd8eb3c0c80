"""What the headers of a picture say of its size, before any of it is unpacked.

A file of some hundred bytes can ask a decoder for gigabytes or for minutes; so sizes are read here,
and lengths that are longer than the file are found here, whatever library decodes afterwards.
"""

import re
import struct
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np

_MOST_PARTS: Final = 200_000
"""A file of more headers than that was made to be slow."""
_FILL: Final = re.compile(rb"\xff{1,65536}")
FRAMES_OF_JPEG: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers with which a picture begins, its size and the number of its colours."""
_HEAD_BYTES: Final = 65_536
"""Behind these are compressed data, which may hold any letters by chance."""
_NUMBERS: Final = {1: "B", 3: "H", 4: "I", 16: "Q"}
"""Types of a TIFF's values."""
_ARRAYS: Final = {1: "u1", 3: "u2", 4: "u4", 16: "u8"}
_SIZES: Final = {1: 1, 3: 2, 4: 4, 7: 1, 16: 8}
"""Bytes of those types, and of one that says nothing."""
_SUBFILE: Final = 254
_NOT_MAIN: Final = 1 | 4
"""What it says of a smaller copy, and of a mask."""
_MOST_DIRECTORIES: Final = 64


class PictureSize(NamedTuple):
    """What a header says.

    Attributes:
        width: In pixels.
        height: In pixels.
        n_bytes: Of a pixel as it is stored.
    """

    width: int
    height: int
    n_bytes: float = 3.0


class BrokenHeaderError(Exception):
    """A header contradicts itself or the file's length."""


def size_of(kind: str, data: bytes) -> PictureSize | None:
    """Return the size of a picture; None where its header says none that is known here.

    Args:
        kind: Such as "JPEG".
        data: The whole file.

    Raises:
        BrokenHeaderError: A part is longer than the file, or there are far too many.
    """
    reader = {
        "PNG": _png,
        "JPEG": _jpeg,
        "GIF": _gif,
        "BMP": _bmp,
        "WebP": _webp,
        "TIFF": _tiff,
        "AVIF": _avif,
        "HEIC": _avif,
    }[kind]
    try:
        return reader(data)
    except (struct.error, IndexError) as error:
        raise BrokenHeaderError(str(error)) from error


def start_of_scan(data: bytes) -> int | None:
    """Return where a JPEG's picture data begin, past the headers with their own thumbnails."""
    return next((at for marker, at in segments(data) if marker == 0xDA), None)


def segments(data: bytes) -> list[tuple[int, int]]:
    """Return the markers of a JPEG and their places, up to the first scan."""
    found: list[tuple[int, int]] = []
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and len(found) < _MOST_PARTS:
        fill = _FILL.match(data, at)
        at = fill.end() - 1 if fill else at
        marker = data[at + 1]
        if marker == 0xFF:
            break  # no camera fills so much
        found.append((marker, at))
        if marker == 0xDA:
            break
        at += 2 + max(2, int(_numbers_at(">H", data, at + 2)[0]))
    return found


def _png(data: bytes) -> PictureSize:
    at, n_parts = 8, 0
    while at + 8 <= len(data):
        length, name = _numbers_at(">I4s", data, at)
        n_parts += 1
        if at + 12 + length > len(data) or n_parts > _MOST_PARTS:
            raise BrokenHeaderError("a chunk is longer than the file")
        if name == b"IEND":
            break
        at += 12 + length
    width, height = _numbers_at(">II", data, 16)
    return PictureSize(width, height)


def _jpeg(data: bytes) -> PictureSize | None:
    for marker, at in segments(data):
        if marker in FRAMES_OF_JPEG:
            height, width = _numbers_at(">HH", data, at + 5)
            return PictureSize(width, height)
    return None


def _gif(data: bytes) -> PictureSize:
    width, height = _numbers_at("<HH", data, 6)
    return PictureSize(width, height, 4.0)


def _bmp(data: bytes) -> PictureSize:
    if _numbers_at("<I", data, 14)[0] == 12:  # of OS/2
        return PictureSize(*_numbers_at("<HH", data, 18))
    width, height = _numbers_at("<ii", data, 18)
    return PictureSize(abs(width), abs(height))


def _webp(data: bytes) -> PictureSize | None:
    name = data[12:16]
    if name == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return PictureSize(width, height, 4.0)
    if name == b"VP8L":
        bits = int(_numbers_at("<I", data, 21)[0])
        return PictureSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, 4.0)
    if name == b"VP8 ":
        width, height = _numbers_at("<HH", data, 26)
        return PictureSize(width & 0x3FFF, height & 0x3FFF)
    return None


@dataclass(frozen=True)
class TiffTag:
    """A value of a TIFF's first directory.

    Attributes:
        order: Of its bytes.
        kind: As TIFF counts types.
        n_values: How many values it has.
        place: Where they lie.
    """

    order: str
    kind: int
    n_values: int
    place: int

    def values(self, data: bytes) -> tuple[int, ...]:
        """Return the first value, where it is a whole number.

        Raises:
            struct.error: It lies behind the end.
        """
        return _numbers_at(self.order + _NUMBERS[self.kind], data, self.place)

    def numbers(self, data: bytes) -> list[int]:
        """Return all values, where they are whole numbers.

        Raises:
            ValueError: They lie behind the end.
            KeyError: They are of another kind.
        """
        kind = self.order + _ARRAYS[self.kind]
        return [int(each) for each in np.frombuffer(data, kind, self.n_values, self.place)]

    def raw(self, data: bytes) -> bytes:
        """Return a value of single bytes."""
        return data[self.place : self.place + self.n_values]


def tiff_tags(data: bytes) -> dict[int, TiffTag]:
    """Return the tags of a TIFF's first directory; EXIF data are one.

    Raises:
        BrokenHeaderError: There are far too many.
        struct.error: It lies behind the end.
    """
    order, is_big = _tiff_kind(data)
    (at,) = _numbers_at(order + ("Q" if is_big else "I"), data, 8 if is_big else 4)
    return _tags_at(data, at)[0]


def _numbers_at(kind: str, data: bytes, at: int) -> tuple[Any, ...]:
    """Return the numbers at a place; Python has no word of its own for one behind all memory.

    Raises:
        struct.error: It lies behind the end.
    """
    if at > len(data):
        raise struct.error("behind the end")
    return struct.unpack_from(kind, data, at)


def main_first(data: bytes) -> bytes:
    """Return a TIFF whose first picture is none of the small copies that may lie before it.

    Args:
        data: The file; what is damaged stays as it is.
    """
    try:
        order, is_big = _tiff_kind(data)
        kind, place = (order + "Q", 8) if is_big else (order + "I", 4)
        (first,) = _numbers_at(kind, data, place)
        at, seen = first, set[int]()
        while at and at not in seen and len(seen) < _MOST_DIRECTORIES:
            seen.add(at)
            tags, following = _tags_at(data, at)
            if _SUBFILE not in tags or not tags[_SUBFILE].values(data)[0] & _NOT_MAIN:
                head = data[:place] + struct.pack(kind, at)
                return data if at == first else head + data[len(head) :]
            at = following
    except (struct.error, KeyError, BrokenHeaderError):
        pass  # others tell what is wrong with it
    return data


def _tiff_kind(data: bytes) -> tuple[str, bool]:
    """Return the order of bytes, and whether it is one for more than 4 GB."""
    order = "<" if data[:2] == b"II" else ">"
    return order, _numbers_at(order + "H", data, 2)[0] == 43


def _tags_at(data: bytes, at: int) -> tuple[dict[int, TiffTag], int]:
    """Return the tags of a directory, and where the next one is; 0 behind the last."""
    order, is_big = _tiff_kind(data)
    (n,) = _numbers_at(order + ("Q" if is_big else "H"), data, at)
    if n > 65_535:
        raise BrokenHeaderError("too many tags")
    at += 8 if is_big else 2
    size, value_at, count_of = (20, 12, "Q") if is_big else (12, 8, "I")
    tags: dict[int, TiffTag] = {}
    for start in range(at, at + n * size, size):
        tag, kind = _numbers_at(order + "HH", data, start)
        if kind not in _SIZES:
            continue
        (count,) = _numbers_at(order + count_of, data, start + 4)
        place = start + value_at
        if count * _SIZES[kind] > (8 if is_big else 4):  # the values are elsewhere
            (place,) = _numbers_at(order + count_of, data, place)
        tags[tag] = TiffTag(order, kind, count, place)
    # EXIF data may end here.
    end = at + n * size
    following = data[end : end + (8 if is_big else 4)]
    return tags, int.from_bytes(following, "little" if order == "<" else "big")


def _tiff(data: bytes) -> PictureSize | None:
    tags = tiff_tags(data)
    values = {
        tag: tags[tag].values(data)[0]
        for tag in (256, 257, 258, 277)
        if tag in tags and tags[tag].kind in _NUMBERS
    }
    if 256 not in values or 257 not in values:
        return None
    n_bytes = values.get(258, 1) * values.get(277, 1) / 8
    return PictureSize(values[256], values[257], n_bytes)


def _avif(data: bytes) -> PictureSize | None:
    head = data[:_HEAD_BYTES]
    items, tracks = re.finditer(b"ispe", head), re.finditer(b"av01\0{7}\x01", head)
    found = [_numbers_at(">II", data, place.end() + 4) for place in items]
    found += [_numbers_at(">HH", data, place.end() + 16) for place in tracks]
    width, height = max(found, key=lambda each: each[0] * each[1], default=(0, 0))
    return PictureSize(width, height) if width else None
