"""Reads TIFF pictures of rare numbers: floats of any length, signed ones, of 10, 12 or 32 bits.

OpenCV and Pillow read most of these wrongly or not at all. What is packed without loss is unpacked
here or by libtiff, which is given each piece as gray bytes; what the bytes mean is told here.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.media.picture_size import BrokenHeaderError, TiffTag, tiff_tags

_WIDTH, _HEIGHT, _BITS, _PACKING, _MEANING, _STRIPS = 256, 257, 258, 259, 262, 273
_ORIENTATION, _N_SAMPLES, _STRIP_ROWS, _STRIP_BYTES, _PLANES = 274, 277, 278, 279, 284
_PREDICTOR, _TILE_WIDTH, _TILE_HEIGHT, _TILES, _TILE_BYTES = 317, 322, 323, 324, 325
_EXTRA, _FORMAT = 338, 339
_PLAIN: Final = 1
_ZIPPED: Final = (8, 32946)
_BY_LIBTIFF: Final = (5, 32773, 34925, 50000)
"""LZW, PackBits, LZMA and Zstandard."""
_WHITE_IS_ZERO: Final = 0
_UNSIGNED, _SIGNED, _FLOAT = 1, 2, 3
_USUAL_BITS: Final = (1, 2, 4, 8, 16)
_WHOLE_BYTES: Final = (8, 16, 24, 32, 64)
_MOST_PIECES: Final = 500_000
_BAND: Final = 1 << 18
"""So many numbers are worked on at a time, so that memory does not grow with the picture."""
_BRIGHT: Final = 32.0
"""Floats up to it are those of a picture from 0 to 1 with lights that are brighter than paper."""
_LIGHTS: Final = 99.5
"""Per cent of the numbers that are no such lights."""
_FAILURES: Final = (
    *(ValueError, IndexError, KeyError, TypeError, OverflowError, struct.error, zlib.error),
    *(OSError, EOFError, SyntaxError, ArithmeticError, MemoryError, BrokenHeaderError),
)


class TiffError(Exception):
    """It is damaged, or of a kind that is not read here."""


@dataclass(frozen=True)
class _Layout:
    """How numbers lie in the file: in pieces from left to right and down, for each plane again."""

    order: str
    width: int
    height: int
    bits: int
    form: int
    meaning: int
    n_samples: int
    has_planes: bool
    packing: int
    predictor: int
    piece: tuple[int, int]
    places: list[int]
    lengths: list[int]
    extra: int

    @property
    def n_across(self) -> int:
        return -(-self.width // self.piece[0])

    @property
    def n_down(self) -> int:
        return -(-self.height // self.piece[1])

    @property
    def n_together(self) -> int:
        return 1 if self.has_planes else self.n_samples

    @property
    def row_bytes(self) -> int:
        return -(-self.piece[0] * self.n_together * self.bits // 8)


def is_rare(data: bytes) -> bool:
    """Return whether the numbers of a TIFF are such that they have to be read here.

    Raises:
        struct.error: A tag lies behind the end.
    """
    tags = tiff_tags(data)
    bits, form = _first(tags, data, _BITS, 1), _first(tags, data, _FORMAT, _UNSIGNED)
    n_samples = _first(tags, data, _N_SAMPLES, 1)
    # OpenCV puts each tile of a turned picture upright by itself.
    is_turned = _TILES in tags and _first(tags, data, _ORIENTATION, 1) != 1
    is_odd = bits not in _USUAL_BITS or form in (_SIGNED, _FLOAT)
    return is_turned or is_odd or (bits > 8 and n_samples not in (1, 3, 4))


def decoded(data: bytes) -> NDArray[np.uint8]:
    """Return a picture as it is stored, not turned: (H, W) gray, or (H, W, 2 to 4), uint8.

    The last of two or four channels says how much is to be seen; colours are BGR. Floats go from 0
    to 1, to 255 or to 65535, long numbers to 255, to 65535 or to the highest that there is.

    Args:
        data: The whole file, of which `size_of` has looked at the lengths.

    Raises:
        TiffError: It is damaged, or of a kind that is not read here.
    """
    try:
        layout = _layout(data)
        channels = _channels(layout)
        levels = np.empty((layout.height, layout.width, len(channels)), _kept_type(layout))
        for where, numbers, plane in _pieces(data, layout):
            if not layout.has_planes:
                levels[where] = numbers[:, :, channels]
            elif plane in channels:
                levels[(*where, channels.index(plane))] = numbers[:, :, 0]
        return _as_bytes(levels, layout)
    except _FAILURES as error:
        raise TiffError(str(error)) from error


def _first(tags: dict[int, TiffTag], data: bytes, tag: int, default: int) -> int:
    return tags[tag].values(data)[0] if tag in tags else default


def _layout(data: bytes) -> _Layout:
    tags = tiff_tags(data)

    def first(tag: int, default: int) -> int:
        return _first(tags, data, tag, default)

    bits = tags[_BITS].numbers(data) if _BITS in tags else [1]
    width, height, is_tiled = first(_WIDTH, 0), first(_HEIGHT, 0), _TILES in tags
    piece = (first(_TILE_WIDTH, 0), first(_TILE_HEIGHT, 0))
    if not is_tiled:
        piece = (width, min(first(_STRIP_ROWS, height), height))
    layout = _Layout(
        order=tags[_WIDTH].order,
        width=width,
        height=height,
        bits=bits[0],
        form=first(_FORMAT, _UNSIGNED),
        meaning=first(_MEANING, 1),
        n_samples=first(_N_SAMPLES, 1),
        has_planes=first(_PLANES, 1) == 2,
        packing=first(_PACKING, _PLAIN),
        predictor=first(_PREDICTOR, 1),
        piece=piece,
        places=tags[_TILES if is_tiled else _STRIPS].numbers(data),
        lengths=tags[_TILE_BYTES if is_tiled else _STRIP_BYTES].numbers(data),
        extra=first(_EXTRA, 0),
    )
    if min(*piece, width, height) <= 0 or len(set(bits)) != 1:
        raise TiffError("no size")
    n_pieces = layout.n_across * layout.n_down * (layout.n_samples if layout.has_planes else 1)
    if n_pieces > min(len(layout.places), len(layout.lengths), _MOST_PIECES):
        raise TiffError("pieces are missing")
    if piece[0] > 2 * width + 4096 or piece[1] > 2 * height + 4096:
        raise TiffError("pieces are too large")
    return layout


def _channels(layout: _Layout) -> list[int]:
    """Return which of the numbers of a pixel are wanted, blue first."""
    colors = {0: [0], 1: [0], 2: [2, 1, 0]}.get(layout.meaning)
    if colors is None or layout.n_samples < len(colors):
        raise TiffError("other colours")
    has_alpha = layout.extra in (1, 2) and layout.n_samples > len(colors)
    return [*colors, len(colors)] if has_alpha else colors


def _pieces(
    data: bytes, layout: _Layout
) -> Iterator[tuple[tuple[slice, slice], NDArray[Any], int]]:
    """Yield where each piece lies, its numbers (rows, columns, samples), and its plane."""
    wide, high = layout.piece
    n_planes = layout.n_samples if layout.has_planes else 1
    is_tiled = wide * high < layout.width * layout.height and wide != layout.width
    for number in range(layout.n_across * layout.n_down * n_planes):
        plane, place = divmod(number, layout.n_across * layout.n_down)
        y, x = place // layout.n_across * high, place % layout.n_across * wide
        rows, columns = min(high, layout.height - y), min(wide, layout.width - x)
        stored = high if is_tiled else rows
        start = layout.places[number]
        packed = memoryview(data)[start : start + layout.lengths[number]]
        raw = _unpacked(packed, layout, stored)[: rows * layout.row_bytes]
        for first, numbers in _numbers(raw, layout, rows):
            where = slice(y + first, y + first + len(numbers)), slice(x, x + columns)
            yield where, numbers[:, :columns], plane


def _unpacked(packed: memoryview, layout: _Layout, rows: int) -> bytes | memoryview:
    n_bytes = layout.row_bytes * rows
    if layout.packing == _PLAIN:
        return packed
    if layout.packing in _ZIPPED:
        return zlib.decompressobj().decompress(packed, n_bytes)
    if layout.packing not in _BY_LIBTIFF:
        raise TiffError("packed with loss")
    from PIL import Image

    tags = {_WIDTH: layout.row_bytes, _HEIGHT: rows, _BITS: 8, _PACKING: layout.packing}
    tags |= {_MEANING: 1, _STRIPS: 0, _N_SAMPLES: 1, _STRIP_ROWS: rows, _STRIP_BYTES: len(packed)}
    tags[_STRIPS] = 8 + 2 + 12 * len(tags) + 4
    head = b"II*\0" + struct.pack("<IH", 8, len(tags))
    head += b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(tags.items()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = io.BytesIO(head + bytes(4) + bytes(packed))
        try:
            with Image.open(file, formats=["TIFF"]) as picture:
                return bytes(picture.tobytes())
        except Image.DecompressionBombError as error:
            raise TiffError("a piece is too large") from error


def _numbers(
    raw: bytes | memoryview, layout: _Layout, rows: int
) -> Iterator[tuple[int, NDArray[Any]]]:
    """Yield the first row of each band of a piece, and its numbers (rows, columns, samples)."""
    if len(raw) < rows * layout.row_bytes:
        raise TiffError("a piece is cut short")
    n_rows = max(1, _BAND // (layout.piece[0] * layout.n_together))
    stored = np.frombuffer(raw, np.uint8).reshape(rows, layout.row_bytes)
    for first in range(0, rows, n_rows):
        band = stored[first : first + n_rows]
        numbers = _of_bytes(band, layout) if layout.bits in _WHOLE_BYTES else _of_bits(band, layout)
        yield first, numbers


def _of_bytes(band: NDArray[np.uint8], layout: _Layout) -> NDArray[Any]:
    n_rows, n = len(band), layout.bits // 8
    shape = (n_rows, layout.piece[0], layout.n_together)
    if layout.predictor == 3:
        steps = band.reshape(n_rows, -1, layout.n_together)
        summed = np.cumsum(steps, axis=1, dtype=np.uint8)
        # The first bytes of all numbers lie together, then the second ones.
        apart = summed.reshape(n_rows, n, -1)
        band, order = np.ascontiguousarray(apart.swapaxes(1, 2)), ">"
    else:
        order = layout.order
    if n == 3:
        parts = band.reshape(*shape, 3).astype(np.uint32)
        low, high = (2, 0) if order == ">" else (0, 2)
        numbers = parts[..., low] | parts[..., 1] << 8 | parts[..., high] << 16
    else:
        kind = {_SIGNED: "i", _FLOAT: "f"}.get(layout.form, "u")
        numbers = np.ascontiguousarray(band).view(f"{order}{kind}{n}").reshape(shape)
    if layout.predictor == 2:
        whole = numbers.astype(numbers.dtype.newbyteorder("="))
        return np.cumsum(whole, axis=1, dtype=whole.dtype)
    return numbers


def _of_bits(band: NDArray[np.uint8], layout: _Layout) -> NDArray[Any]:
    n = layout.piece[0] * layout.n_together
    if layout.predictor != 1 or layout.form != _UNSIGNED or layout.bits > 32:
        raise TiffError("numbers of a rare kind")
    bits = np.unpackbits(band, axis=1, count=n * layout.bits).reshape(len(band), n, layout.bits)
    numbers: NDArray[Any] = np.zeros((len(band), n), np.uint32)
    for place in range(layout.bits):
        numbers = numbers << 1 | bits[:, :, place]
    return numbers.reshape(len(band), layout.piece[0], layout.n_together)


def _kept_type(layout: _Layout) -> Any:  # noqa: ANN401 - NumPy's types have many
    if layout.bits <= 16 and layout.form == _UNSIGNED:
        return np.uint16
    if layout.bits == 32 and layout.form != _FLOAT:
        return np.int32 if layout.form == _SIGNED else np.uint32
    return np.float32


def _as_bytes(levels: NDArray[Any], layout: _Layout) -> NDArray[np.uint8]:
    result, n_channels = np.empty(levels.shape, np.uint8), levels.shape[-1]
    scale = 255 / _top(levels, layout)
    n_rows = max(1, _BAND // levels[0].size)
    for start in range(0, len(levels), n_rows):
        band = np.rint(levels[start : start + n_rows].astype(np.float32) * scale)
        if layout.form == _FLOAT:
            band = np.where(np.isfinite(band), band, 0)
        result[start : start + n_rows] = np.clip(band, 0, 255)
    n_colors = 1 if layout.meaning in (0, 1) else 3
    if layout.meaning == _WHITE_IS_ZERO:
        result[:, :, :n_colors] = 255 - result[:, :, :n_colors]
    return result[..., 0] if n_channels == 1 else result


def _top(levels: NDArray[Any], layout: _Layout) -> float:
    """Return the number that is white."""
    bits = layout.bits - (layout.form == _SIGNED)
    if layout.form == _FLOAT:
        n_rows = max(1, _BAND // levels[0].size)
        starts = range(0, len(levels), n_rows)
        most = max(_highest(levels[start : start + n_rows]) for start in starts)
        if 1 < most <= _BRIGHT:
            some = levels.reshape(-1)[:: max(1, levels.size // _BAND)]
            return max(1.0, float(np.percentile(some[np.isfinite(some)], _LIGHTS)))
        tops = [1.0, 255.0, 65535.0]
    else:
        most = float(levels.max())
        tops = [255.0, 65535.0] if layout.bits > 16 else [255.0] if layout.bits > bits > 7 else []
        tops.append(float(2**bits - 1))
    return next((top for top in tops if most <= top), most)


def _highest(floats: NDArray[Any]) -> float:
    return float(floats[np.isfinite(floats)].max(initial=0.0))
