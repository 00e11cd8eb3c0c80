"""Brings pictures with a colour profile to sRGB, where that is cheap: by curves and a matrix.

ICC.1:2022. Profiles of tables (printers, CMYK) are left alone.
"""

import struct
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR

_CURVES: Final = {"RGB ": (b"rTRC", b"gTRC", b"bTRC"), "GRAY": (b"kTRC",) * 3}
_PARTS: Final = (b"rXYZ", b"gXYZ", b"bXYZ")
_TO_SRGB: Final = np.linalg.inv(
    np.array(
        [
            [0.43607, 0.38515, 0.14307],
            [0.22249, 0.71687, 0.06061],
            [0.01392, 0.09708, 0.71410],
        ]
    )
)
"""From XYZ under D50, as profiles have it, to linear sRGB."""
_STEPS: Final = 4096
_BAND: Final = 1 << 20
"""So many pixels are worked on at a time, so that memory does not grow with the picture."""
_SEEN: Final = 2
"""Profiles by which no colour changes more than that are sRGB by another name."""

_MOST: Final = 100.0
"""Numbers beyond this are no color's."""

Table = NDArray[np.float32]


def to_srgb(image: ImageBGR, profile: bytes | None) -> ImageBGR:
    """Return a picture, (H, W, 3) uint8 BGR, in sRGB; the same one where it is, or nobody knows."""
    found = None if profile is None else _read(profile)
    if found is None:
        return image
    curves, matrix = found
    cube = np.stack(np.meshgrid(*[np.arange(0, 256, 51, dtype=np.uint8)] * 3), -1).reshape(1, -1, 3)
    sample = np.ascontiguousarray(cube)
    if np.abs(_converted(sample, curves, matrix).astype(int) - sample).max() <= _SEEN:
        return image
    n_rows = max(1, _BAND // max(1, image.shape[1]))
    result = np.empty_like(image)
    for start in range(0, image.shape[0], n_rows):
        band = slice(start, start + n_rows)
        result[band] = _converted(image[band], curves, matrix)
    return result


def _converted(image: ImageBGR, curves: Table, matrix: Table) -> ImageBGR:
    linear = np.asarray(cv2.LUT(np.ascontiguousarray(image), curves), np.float32)
    if matrix.size:
        linear = np.asarray(cv2.transform(linear, matrix), np.float32)
    steps = np.clip(linear * (_STEPS - 1) + 0.5, 0, _STEPS - 1).astype(np.uint16)
    return np.asarray(_ENCODED[steps], np.uint8)


def _read(profile: bytes) -> tuple[Table, Table] | None:
    """Return curves (1, 256, 3) and a matrix (3, 3), both for BGR; None where it has others."""
    with np.errstate(all="ignore"):
        found = _read_any(profile)
    if found is None:
        return None
    is_sane = all(np.isfinite(each).all() and np.abs(each).max(initial=0) < _MOST for each in found)
    return found if is_sane else None


def _read_any(profile: bytes) -> tuple[Table, Table] | None:
    try:
        kind = profile[16:20].decode("latin-1")
        names = _CURVES.get(kind)
        if names is None or profile[20:24] != b"XYZ ":
            return None
        tags = {}
        for number in range(min(100, struct.unpack_from(">I", profile, 128)[0])):
            name, start, size = struct.unpack_from(">4sII", profile, 132 + 12 * number)
            tags[name] = profile[start : start + size]
        curves = np.stack([_curve(tags[name]) for name in reversed(names)], -1)[np.newaxis]
        if kind == "GRAY":
            return curves, np.empty(0, np.float32)
        parts = [np.array(struct.unpack_from(">3i", tags[n], 8)) / 65536 for n in _PARTS]
    except (struct.error, KeyError, IndexError, ValueError, ArithmeticError):
        return None
    matrix = _TO_SRGB @ np.stack(parts, 1)
    return curves, np.ascontiguousarray(matrix[::-1, ::-1], np.float32)


def _curve(tag: bytes) -> Table:
    """Return what 256 levels are in linear light, (256,) float32.

    Raises:
        ValueError: It is of another kind.
    """
    levels = np.linspace(0, 1, 256)
    if tag[:4] == b"curv":
        (n,) = struct.unpack_from(">I", tag, 8)
        if n == 0:
            return np.asarray(levels, np.float32)
        points = np.array(struct.unpack_from(f">{min(n, 65_536)}H", tag, 12)) / 65535
        if n == 1:
            return np.asarray(levels ** (points[0] * 65535 / 256), np.float32)
        return np.asarray(np.interp(levels, np.linspace(0, 1, len(points)), points), np.float32)
    if tag[:4] == b"para":
        return np.asarray(_parametric(tag, levels), np.float32)
    raise ValueError(tag[:4])


def _parametric(tag: bytes, x: NDArray[np.float64]) -> NDArray[np.float64]:
    (kind,) = struct.unpack_from(">H", tag, 8)
    n = (1, 3, 4, 5, 7)[kind]
    values = [value / 65536 for value in struct.unpack_from(f">{n}i", tag, 12)]
    g, a, b, c, d, e, f = values + [0.0] * (7 - n)
    if kind == 0:
        return np.asarray(x**g)
    if kind in (1, 2):
        # Linear from where the power begins; c is added everywhere.
        return np.asarray(np.where(x >= -b / a, np.maximum(a * x + b, 0) ** g + c, c))
    return np.asarray(np.where(x >= d, np.maximum(a * x + b, 0) ** g + e, c * x + f))


def _encoded() -> NDArray[np.uint8]:
    light = np.linspace(0, 1, _STEPS)
    bent = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(bent * 255), np.uint8)


_ENCODED: Final = _encoded()
