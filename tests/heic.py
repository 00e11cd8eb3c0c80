"""Makes small HEIC and AVIF pictures, whole or in tiles, in the boxes of ISO/IEC 23008-12."""

import io
import struct
from fractions import Fraction
from typing import NamedTuple

import av
import numpy as np
from PIL import Image

_ALPHA = {
    "hevc": b"urn:mpeg:hevc:2015:auxid:1\0",
    "av1": b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0",
}
_ITEM = {"hevc": b"hvc1", "av1": b"av01"}
_CONFIG = {"hevc": b"hvcC", "av1": b"av1C"}


class _Item(NamedTuple):
    kind: bytes
    data: bytes
    parts: list
    is_hidden: bool = False


def heic(image, *, rotation=0, mirror=None, brand=b"heic", size=None, **more):
    """Return the bytes of a picture (H, W, 3) uint8 BGR.

    Args:
        image: The picture as it is stored.
        rotation: By how many quarter turns to the left it is shown.
        mirror: 0 exchanges top and bottom, 1 left and right.
        brand: What the file begins with.
        size: Width and height that it says; else the true ones.
        more: `tile` as width and height of the parts that it is cut into; `alpha` (H, W) uint8;
            `is_premultiplied`; `codec`, which is `av1` for AVIF.
    """
    codec = more.get("codec", "hevc")
    turns = [_box(b"irot", bytes([rotation]))] if rotation else []
    turns += [] if mirror is None else [_box(b"imir", bytes([mirror]))]
    items, links = [], []
    _add(items, links, image, turns, codec, more.get("tile"), size=size)
    if more.get("alpha") is not None:
        n_before = len(items)
        alpha = more["alpha"]
        of_alpha = [*turns, _full(b"auxC", _ALPHA[codec])]
        _add(items, links, alpha, of_alpha, codec, more.get("tile"), is_hidden=True)
        links.append((b"auxl", n_before + 1, [1]))
        if more.get("is_premultiplied"):
            links.append((b"prem", 1, [n_before + 1]))
    return _file(items, links, brand, _ITEM[codec])


def _add(items, links, image, more_parts, codec, tile, *, size=None, is_hidden=False):
    """Add a picture, and the tiles that it consists of, to the items."""
    height, width = image.shape[:2]
    extent = _full(b"ispe", struct.pack(">II", *(size or (width, height))))
    bits = _full(b"pixi", b"\x03\x08\x08\x08")
    if tile is None:
        config, sample = _encoded(image, codec)
        parts = [_box(_CONFIG[codec], config), extent, bits, *more_parts]
        items.append(_Item(_ITEM[codec], sample, parts, is_hidden))
        return
    n_columns, n_rows = -(-width // tile[0]), -(-height // tile[1])
    grid = struct.pack(">BBBBHH", 0, 0, n_rows - 1, n_columns - 1, width, height)
    items.append(_Item(b"grid", grid, [extent, bits, *more_parts], is_hidden))
    number = len(items)
    # What lies beyond the edge is bright, and must not be seen.
    whole = np.full((n_rows * tile[1], n_columns * tile[0], *image.shape[2:]), 250, np.uint8)
    whole[:height, :width] = image
    for row in range(n_rows):
        for column in range(n_columns):
            part = whole[row * tile[1] :, column * tile[0] :][: tile[1], : tile[0]]
            _add(items, links, part, [], codec, None, is_hidden=True)
    links.append((b"dimg", number, list(range(number + 1, len(items) + 1))))


def _file(items, links, brand, kind):
    parts = list(dict.fromkeys(part for item in items for part in item.parts))
    entries, places, b_items = b"", [], b""
    for number, item in enumerate(items, 1):
        flags = bytes([0, 0, int(item.is_hidden)])
        body = bytes([2]) + flags + struct.pack(">HH4s", number, 0, item.kind) + b"\0"
        b_items += _box(b"infe", body)
        must = (b"hvcC", b"av1C", b"irot", b"imir", b"clap")
        indices = [parts.index(p) + 1 | (0x80 if p[4:8] in must else 0) for p in item.parts]
        entries += struct.pack(">HB", number, len(indices)) + bytes(indices)
        places.append(len(item.data))
    references = b"".join(
        _box(name, struct.pack(">HH", start, len(ends)) + struct.pack(f">{len(ends)}H", *ends))
        for name, start, ends in links
    )
    head = _box(b"ftyp", brand + b"\0\0\0\0" + b"mif1" + (b"avif" if kind == b"av01" else b"heic"))

    def meta(start):
        iloc = struct.pack(">BBH", 0x44, 0, len(items))
        for number, length in enumerate(places, 1):
            iloc += struct.pack(">HHHII", number, 0, 1, start, length)
            start += length
        return _full(
            b"meta",
            _full(b"hdlr", b"\0\0\0\0pict" + bytes(13))
            + _full(b"pitm", struct.pack(">H", 1))
            + _full(b"iloc", iloc)
            + _full(b"iinf", struct.pack(">H", len(items)) + b_items)
            + _box(
                b"iprp",
                _box(b"ipco", b"".join(parts))
                + _full(b"ipma", struct.pack(">I", len(items)) + entries),
            )
            + (_full(b"iref", references) if links else b""),
        )

    start = len(head) + len(meta(0)) + 8
    return head + meta(start) + _box(b"mdat", b"".join(item.data for item in items))


def _encoded(image, codec):
    """Return the decoder's configuration and a picture: colors (H, W, 3), or levels (H, W)."""
    image = np.ascontiguousarray(image)
    if codec == "hevc":
        return _hevc(image)
    data = _avif(image)
    at = data.index(_CONFIG[codec])
    size = int.from_bytes(data[at - 4 : at], "big")
    return data[at + 4 : at - 4 + size], data[data.index(b"mdat") + 4 :]


def _avif(image):
    file = io.BytesIO()
    rgb = image[:, :, ::-1] if image.ndim == 3 else np.dstack([image] * 3)
    Image.fromarray(rgb).save(file, "AVIF", quality=95, range="full", max_threads=1)
    return file.getvalue()


def _hevc(image):
    # Not through an MP4: FFmpeg's writer of those refuses the encoder's pieces now and then.
    with av.open(io.BytesIO(), "w", format="hevc") as container:
        options = {"x265-params": "log-level=none:pools=none:frame-threads=1"}
        track = container.add_stream("libx265", rate=25, options=options)
        height, width = image.shape[:2]
        track.width, track.height, track.pix_fmt = width, height, "yuv420p"
        if image.ndim == 2:
            # As they are: transparency goes from 0 to 255.
            flat = np.full((height // 2, width), 128, np.uint8)
            frame = av.VideoFrame.from_ndarray(np.vstack([image, flat]), format="yuv420p")
        else:
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
        frame.pts, frame.time_base = 0, Fraction(1, 25)
        data = b"".join(bytes(packet) for packet in [*track.encode(frame), *track.encode(None)])
    units = [unit for part in data.split(b"\0\0\1") if (unit := part.rstrip(b"\0"))]
    by_kind = {unit[0] >> 1 & 63: unit for unit in units}
    level = by_kind[33].replace(b"\0\0\3", b"\0\0")[3:15]
    config = b"\1" + level + bytes([0xF0, 0, 0xFC, 0xFD, 0xF8, 0xF8, 0, 0, 0x0F, 3])
    for kind in (32, 33, 34):
        config += bytes([0x80 | kind]) + struct.pack(">HH", 1, len(by_kind[kind])) + by_kind[kind]
    picture = next(unit for unit in units if unit[0] >> 1 & 63 < 32)
    return config, struct.pack(">I", len(picture)) + picture


def _box(name, body):
    return struct.pack(">I4s", 8 + len(body), name) + body


def _full(name, body, version=0):
    return _box(name, bytes([version, 0, 0, 0]) + body)
