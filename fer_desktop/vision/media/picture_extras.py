"""What lies beside the pixels of a picture: transparency, its turn, its colour profile.

OpenCV takes none of it from a file whose transparency is wanted as well.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from fer_desktop.vision.media.picture_size import (
    FRAMES_OF_JPEG,
    BrokenHeaderError,
    segments,
    tiff_tags,
)

_HEAD_BYTES: Final = 65_536
_MOST_PROFILE: Final = 4_000_000
_ALPHA_OF_AVIF: Final = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"
_GIF_CONTROL: Final = re.compile(rb"\x21\xf9\x04(.)", re.DOTALL)
_ICC_OF_JPEG: Final = b"ICC_PROFILE\0"
_ORIENTATION: Final = 274
_SEPARATED: Final = 5
"""What a TIFF says where its colours are those of inks."""
_ALPHA_IN_BMP: Final = 56
"""Bytes of the shortest head of a BMP that can tell where transparency is."""
_MASKS: Final = 3
"""Its way of storing pixels in which that counts."""


@dataclass(frozen=True)
class Extras:
    """What was found.

    Attributes:
        has_alpha: Parts of it may be transparent.
        is_premultiplied: What is transparent is dark already.
        orientation: As EXIF counts them, 1 to 8; OpenCV turns TIFF itself, and JPEG has no alpha.
        is_deep: Its numbers are floats, or longer than 16 bits.
        n_bits: Of its numbers, where they are of more than 8 and fewer than 16.
        has_inks: Its colours are those of four inks.
        profile: ICC profile of its colours.
    """

    has_alpha: bool = False
    is_premultiplied: bool = False
    orientation: int = 1
    is_deep: bool = False
    n_bits: int = 16
    has_inks: bool = False
    profile: bytes | None = field(default=None, repr=False)


def extras_of(kind: str, data: bytes) -> Extras:
    """Return what lies beside the pixels; what is damaged there is taken for nothing.

    Args:
        kind: Such as "PNG".
        data: The whole file, whose lengths `size_of` has looked at.
    """
    reader = {
        "PNG": _png,
        "JPEG": _jpeg,
        "GIF": _gif,
        "WebP": _webp,
        "TIFF": _tiff,
        "AVIF": _avif,
        "BMP": _bmp,
    }.get(kind)
    try:
        return Extras() if reader is None else reader(data)
    except (struct.error, IndexError, KeyError, zlib.error, BrokenHeaderError):
        return Extras()


def _png(data: bytes) -> Extras:
    has_alpha, turn, profile = data[25] in (4, 6), 1, None
    for name, body in _chunks(data, 8, ">I4s", is_name_first=False):
        if name == b"tRNS":
            has_alpha = True
        elif name == b"eXIf":
            turn = _turn_of(body)
        elif name == b"iCCP":
            packed = body.partition(b"\0")[2][1:]
            profile = zlib.decompressobj().decompress(packed, _MOST_PROFILE)
    return Extras(has_alpha, orientation=turn, profile=profile)


def _webp(data: bytes) -> Extras:
    has_alpha, turn, profile = False, 1, None
    for name, body in _chunks(data, 12, "<4sI", is_name_first=True):
        if name == b"VP8X":
            has_alpha = bool(body[0] & 0x10)
        elif name == b"VP8L":
            has_alpha = has_alpha or bool(body[4] & 0x10)
        elif name == b"EXIF":
            turn = _turn_of(body.removeprefix(b"Exif\0\0"))
        elif name == b"ICCP":
            profile = bytes(body)
    return Extras(has_alpha, orientation=turn, profile=profile)


def _chunks(
    data: bytes, start: int, head: str, *, is_name_first: bool
) -> Iterator[tuple[bytes, bytes]]:
    at = start
    while at + 8 <= len(data):
        first, second = struct.unpack_from(head, data, at)
        name, length = (first, second) if is_name_first else (second, first)
        # The pixels themselves are not copied.
        is_large = name in (b"IDAT", b"fdAT", b"VP8 ", b"ANMF", b"ALPH")
        yield name, b"" if is_large else data[at + 8 : at + 8 + (8 if name == b"VP8L" else length)]
        at += 8 + length + (length & 1 if is_name_first else 4)


def _jpeg(data: bytes) -> Extras:
    parts, has_inks = {}, False
    for marker, at in segments(data):
        if marker in FRAMES_OF_JPEG:
            has_inks = data[at + 9] == 4
        if marker == 0xE2 and data[at + 4 : at + 16] == _ICC_OF_JPEG:
            (length,) = struct.unpack_from(">H", data, at + 2)
            parts[data[at + 16]] = data[at + 18 : at + 2 + length]
    profile = b"".join(parts[number] for number in sorted(parts))
    return Extras(profile=profile or None, has_inks=has_inks)


def _bmp(data: bytes) -> Extras:
    (head,) = struct.unpack_from("<I", data, 14)
    (n_bits,) = struct.unpack_from("<H", data, 28)
    # Shorter heads, and pixels without masks, have a fourth byte that means nothing.
    if head < _ALPHA_IN_BMP or n_bits != 32 or struct.unpack_from("<I", data, 30)[0] != _MASKS:
        return Extras()
    return Extras(struct.unpack_from("<I", data, 66)[0] != 0)


def _gif(data: bytes) -> Extras:
    control = _GIF_CONTROL.search(data, 0, _HEAD_BYTES)
    return Extras(has_alpha=control is not None and bool(control[1][0] & 1))


def _tiff(data: bytes) -> Extras:
    tags = tiff_tags(data)

    def first(tag: int, default: int) -> int:
        return tags[tag].values(data)[0] if tag in tags else default

    bits, is_float = first(258, 1), first(339, 1) == 3
    # Of inks, there is nothing that they could lie over.
    extra = first(338, 0) if first(262, 2) in (0, 1, 2) else 0
    profile = tags[34675].raw(data) if 34675 in tags else None
    # libtiff multiplies those of 8 bits itself.
    return Extras(
        has_alpha=extra in (1, 2),
        is_premultiplied=extra == 1 or bits <= 8,
        is_deep=is_float or bits > 16,
        has_inks=first(262, 2) == _SEPARATED,
        profile=profile,
    )


def _avif(data: bytes) -> Extras:
    head = data[:_HEAD_BYTES]
    at = head.find(b"colrprof")
    profile = None
    if at >= 4:
        (size,) = struct.unpack_from(">I", head, at - 4)
        profile = data[at + 8 : at - 4 + min(size, _MOST_PROFILE)]
    # Bits 6 and 5 of the third byte: more than 8 bits, and more than 10.
    config = head.find(b"av1C")
    flags = head[config + 6] if 0 <= config < len(head) - 6 else 0
    n_bits = (12 if flags & 0x20 else 10) if flags & 0x40 else 16
    return Extras(_ALPHA_OF_AVIF in head, n_bits=n_bits, profile=profile)


def _turn_of(exif: bytes) -> int:
    tags = tiff_tags(exif)
    found = tags[_ORIENTATION].values(exif)[0] if _ORIENTATION in tags else 1
    return found if 1 <= found <= 8 else 1
