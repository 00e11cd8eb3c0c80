"""What lies beside the pixels of a picture: transparency, its turn, its colour profile.

OpenCV takes none of it from a file whose transparency is wanted as well.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from fer_desktop.vision.media.color_code import ColorCode, coded, of_gamma
from fer_desktop.vision.media.gif_canvas import first_picture
from fer_desktop.vision.media.picture_size import (
    FRAMES_OF_JPEG,
    BrokenHeaderError,
    segments,
    tiff_tags,
)
from fer_desktop.vision.media.tiff_levels import is_rare

_HEAD_BYTES: Final = 65_536
_MOST_PROFILE: Final = 4_000_000
_ALPHA_OF_AVIF: Final = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"
_TURN_IN_XMP: Final = re.compile(rb"tiff:Orientation(?:=[\"']|>)\s*([1-8])\s*[\"'<]")
_XMP_OF_PNG: Final = b"XML:com.adobe.xmp\0\0\0"
"""What its text begins with where it is not packed."""
_EXIF_AS_TEXT: Final = re.compile(rb"Raw profile type (?:exif|APP1)\0\0?")
_MOST_TEXT: Final = 1_000_000
_NO_COLOR: Final = 0x10
"""What an AVIF picture of gray alone says."""
_ICC_OF_JPEG: Final = b"ICC_PROFILE\0"
_EXIF_OF_JPEG: Final = b"Exif\0\0"
_XMP_OF_JPEG: Final = b"http://ns.adobe.com/xap/1.0/\0"
_ORIENTATION: Final = 274
_SEPARATED: Final = 5
"""What a TIFF says where its colours are those of inks."""
_LAB: Final = 8
"""What it says where they are told as the eye sees them."""
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
        orientation: As EXIF counts them, 1 to 8; of a JPEG only what XMP says alone.
        is_deep: Its numbers are floats, signed, or of a rare length.
        n_bits: Of its numbers, where they are of more than 8 and fewer than 16.
        has_inks: Its colours are those of four inks, or are told as the eye sees them (CIELab).
        profile: ICC profile of its colours.
        code: What else it says of its colours; a profile counts first.
        is_long: It has 16 bits that are wanted, all of them, before they are made fewer.
        clear_level: The level of a PNG of gray that is transparent, in as many bits as it has.
        is_faint: It has levels of gray from 16 to 235, which OpenCV takes for all of them.
    """

    has_alpha: bool = False
    is_premultiplied: bool = False
    orientation: int = 1
    is_deep: bool = False
    n_bits: int = 16
    has_inks: bool = False
    profile: bytes | None = field(default=None, repr=False)
    code: ColorCode | None = None
    is_long: bool = False
    is_faint: bool = False
    clear_level: int | None = None


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
    except (struct.error, IndexError, KeyError, ValueError, zlib.error, BrokenHeaderError):
        return Extras()


def _png(data: bytes) -> Extras:
    parts: dict[bytes, bytes] = {}
    text_turn = 1
    for name, body in _chunks(data, 8, ">I4s", is_name_first=False):
        parts.setdefault(name, body)
        if name in (b"zTXt", b"tEXt", b"iTXt"):
            text_turn = max(text_turn, _turn_in_text(name, body))
    profile = None
    if b"iCCP" in parts:
        packed = parts[b"iCCP"].partition(b"\0")[2][1:]
        profile = zlib.decompressobj().decompress(packed, _MOST_PROFILE)
    code = _code_of_png(parts)
    if b"cICP" in parts:
        profile = None  # it is meant to count first
    return Extras(
        data[25] in (4, 6) or b"tRNS" in parts,
        orientation=_turn_of(parts[b"eXIf"]) if b"eXIf" in parts else text_turn,
        profile=profile,
        code=code if profile is None else None,
        is_long=code is not None and data[24] == 16,
        clear_level=_clear_level(data, parts),
    )


def _clear_level(data: bytes, parts: dict[bytes, bytes]) -> int | None:
    if data[25] != 0 or b"tRNS" not in parts:
        return None
    (level,) = struct.unpack_from(">H", parts[b"tRNS"])
    return int(level) & ((1 << data[24]) - 1)


def without_clear_level(data: bytes) -> bytes:
    """Return a PNG without its chunk of what is transparent."""
    at = 8
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == b"tRNS":
            return data[:at] + data[at + 12 + length :]
        at += 12 + length
    return data


def _code_of_png(parts: dict[bytes, bytes]) -> ColorCode | None:
    """Return what a PNG says of its colours without a profile; None where they are sRGB's."""
    if b"cICP" in parts:
        primaries, transfer, _, is_full = parts[b"cICP"][:4]
        return coded(primaries, transfer, is_narrow=is_full == 0)
    if b"sRGB" in parts:
        return None
    if not {b"gAMA", b"cHRM"} & parts.keys():
        return None
    (gamma,) = struct.unpack_from(">I", parts.get(b"gAMA", bytes(4)))
    places = None
    if b"cHRM" in parts:
        places = tuple(each / 100_000 for each in struct.unpack_from(">8I", parts[b"cHRM"]))
    return of_gamma(gamma / 100_000, places)


def _turn_in_text(name: bytes, body: bytes) -> int:
    """Return how a PNG is to be turned, as a text in it says; 1 where it does not."""
    if name == b"iTXt":
        return _turn_in_xmp(body) if body.startswith(_XMP_OF_PNG) else 1
    head = _EXIF_AS_TEXT.match(body)
    if head is None:
        return 1
    text = body[head.end() :]
    if name == b"zTXt":
        text = zlib.decompressobj().decompress(text, _MOST_TEXT)
    # A line with its name, one with its length, and then the bytes as letters.
    words = text.split(None, 2)
    return _turn_of(bytes.fromhex(words[2].decode("latin-1")).removeprefix(b"Exif\0\0"))


def _turn_in_xmp(text: bytes) -> int:
    found = _TURN_IN_XMP.search(text)
    return 1 if found is None else int(found[1])


def _webp(data: bytes) -> Extras:
    has_alpha, turn, text_turn, profile = False, 0, 1, None
    for name, body in _chunks(data, 12, "<4sI", is_name_first=True):
        if name == b"VP8X":
            has_alpha = bool(body[0] & 0x10)
        elif name == b"VP8L":
            has_alpha = has_alpha or bool(body[4] & 0x10)
        elif name == b"EXIF":
            turn = _turn_of(body.removeprefix(b"Exif\0\0"))
        elif name == b"XMP ":
            text_turn = _turn_in_xmp(body)
        elif name == b"ICCP":
            profile = bytes(body)
    return Extras(has_alpha, orientation=turn or text_turn, profile=profile)


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
    said, xmp_turn = False, 1
    for marker, at in segments(data):
        if marker in FRAMES_OF_JPEG:
            has_inks = data[at + 9] == 4
        if marker not in (0xE1, 0xE2):
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4 : at + 2 + length]
        if marker == 0xE2 and body.startswith(_ICC_OF_JPEG):
            parts[body[12]] = body[14:]
        elif marker == 0xE1 and body.startswith(_EXIF_OF_JPEG):
            said = said or _has_turn(body.removeprefix(_EXIF_OF_JPEG))
        elif marker == 0xE1 and body.startswith(_XMP_OF_JPEG):
            xmp_turn = _turn_in_xmp(body)
    profile = b"".join(parts[number] for number in sorted(parts))
    # As Pillow and Windows take it; OpenCV turns by EXIF only.
    turn = 1 if said else xmp_turn
    return Extras(orientation=turn, profile=profile or None, has_inks=has_inks)


def _has_turn(exif: bytes) -> bool:
    try:
        return _ORIENTATION in tiff_tags(exif)
    except (struct.error, BrokenHeaderError):
        return False


def _bmp(data: bytes) -> Extras:
    (head,) = struct.unpack_from("<I", data, 14)
    (n_bits,) = struct.unpack_from("<H", data, 28)
    # Shorter heads, and pixels without masks, have a fourth byte that means nothing.
    if head < _ALPHA_IN_BMP or n_bits != 32 or struct.unpack_from("<I", data, 30)[0] != _MASKS:
        return Extras()
    return Extras(struct.unpack_from("<I", data, 66)[0] != 0)


def _gif(data: bytes) -> Extras:
    found = first_picture(data)
    return Extras(has_alpha=found is not None and found.has_alpha)


def _tiff(data: bytes) -> Extras:
    tags = tiff_tags(data)

    def first(tag: int, default: int) -> int:
        return tags[tag].values(data)[0] if tag in tags else default

    bits, is_deep = first(258, 1), is_rare(data)
    turn = first(_ORIENTATION, 1)
    # Of inks, there is nothing that they could lie over.
    extra = first(338, 0) if first(262, 2) in (0, 1, 2) else 0
    profile = tags[34675].raw(data) if 34675 in tags else None
    # libtiff multiplies those of 8 bits itself.
    return Extras(
        has_alpha=extra in (1, 2),
        is_premultiplied=extra == 1 or (bits <= 8 and not is_deep),
        # All others are turned where they are read.
        orientation=turn if is_deep and 1 <= turn <= 8 else 1,
        is_deep=is_deep,
        has_inks=first(262, 2) == _SEPARATED or (first(262, 2) == _LAB and bits == 8),
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
    return Extras(
        _ALPHA_OF_AVIF in head,
        n_bits=n_bits,
        profile=profile,
        code=_code_of_avif(head) if profile is None else None,
        is_faint=bool(flags & _NO_COLOR),
    )


def _code_of_avif(head: bytes) -> ColorCode | None:
    at = head.find(b"colrnclx")
    if at < 0:
        return None
    primaries, transfer = struct.unpack_from(">HH", head, at + 8)
    return coded(primaries, transfer)


def _turn_of(exif: bytes) -> int:
    tags = tiff_tags(exif)
    found = tags[_ORIENTATION].values(exif)[0] if _ORIENTATION in tags else 1
    return found if 1 <= found <= 8 else 1
