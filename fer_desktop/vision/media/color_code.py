"""Colours that a file describes by numbers: which red, green and blue, and how bright a level is.

The numbers are those of ITU-T H.273, which PNG, AVIF and HEIC share; a PNG may also give a gamma
and the very places of its colours.
"""

import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR

SRGB: Final = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
"""Where white, red, green and blue lie, x and y of each."""
_D65: Final = (0.3127, 0.329)
_PRIMARIES: Final = {
    1: SRGB,
    4: (0.31, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*_D65, 0.64, 0.33, 0.29, 0.6, 0.15, 0.06),
    6: (*_D65, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07),
    7: (*_D65, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07),
    9: (*_D65, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
    12: (*_D65, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
    22: (*_D65, 0.63, 0.34, 0.295, 0.605, 0.155, 0.077),
}
"""By H.273's numbers; all others are taken for sRGB's."""
_GAMMAS: Final = {4: 2.2, 5: 2.8, 8: 1.0}
_PQ, _HLG, _DCI = 16, 18, 17
_WHITE_NITS: Final = 203.0
"""What is paper white where light is measured (ITU-R BT.2408); brighter lights are cut off."""
_USUAL: Final = 1 / 2.2
_NEAR_USUAL: Final = 0.05
"""A gamma so near to it, with sRGB's colours, was written by programs that meant sRGB."""
_D50: Final = np.array([0.9642, 1.0, 0.8249])
_BRADFORD: Final = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)
_SAME: Final = 0.004
_MOST_LIGHT: Final = 32_767
_SRGB_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


class ColorCode(NamedTuple):
    """How the levels of a picture become light.

    Attributes:
        primaries: Where white, red, green and blue lie, x and y of each.
        transfer: H.273's number of the curve; 0 where `gamma` says it.
        gamma: The exponent by which levels become light.
        is_narrow: Black is at 16 and white at 235, of 255.
    """

    primaries: tuple[float, ...] = SRGB
    transfer: int = 13
    gamma: float = 0.0
    is_narrow: bool = False

    def table(self, top: int) -> NDArray[np.uint8] | None:
        """Return sRGB's level, uint8, for each level from 0 to `top`; None where it is the same."""
        if not self.is_narrow and self._light is None:
            return None
        levels = np.arange(top + 1) / top
        if self.is_narrow:
            levels = np.clip((levels * 255 - 16) / 219, 0, 1)
        if self._light is not None:
            levels = _levels_of(self._light(levels))
        return np.rint(levels * 255).astype(np.uint8)

    def light(self) -> NDArray[np.float64]:
        """Return the light from 0 to 1 of the levels from 0 to 255."""
        return np.clip((self._light or _light_of_srgb)(np.arange(256) / 255), 0, 1)

    def profile(self) -> bytes | None:
        """Return an ICC profile of these colours with sRGB's curve; None where they are sRGB's."""
        if max(abs(a - b) for a, b in zip(self.primaries, SRGB, strict=True)) < _SAME:
            return None
        return _profile(self.primaries)

    @property
    def _light(self) -> Callable[[NDArray[np.float64]], NDArray[np.float64]] | None:
        gamma = self.gamma if self.transfer == 0 else _GAMMAS.get(self.transfer, 0.0)
        if gamma:
            return lambda levels: levels**gamma
        return {_PQ: _light_of_pq, _HLG: _light_of_hlg, _DCI: _light_of_dci}.get(self.transfer)


class ColorChange:
    """Brings many pictures of one kind to sRGB, in a third of the time that a profile takes."""

    def __init__(self, code: ColorCode) -> None:
        """Prepare what all pictures need."""
        self._light = np.rint(code.light() * _MOST_LIGHT).astype(np.int16)
        matrix = np.linalg.solve(_under_d50(SRGB), _under_d50(code.primaries))
        self._matrix = np.ascontiguousarray(matrix[::-1, ::-1], np.float32)
        # What is below zero lies behind the middle, as numbers without a sign.
        self._levels = np.zeros(2 * (_MOST_LIGHT + 1), np.uint8)
        light = np.arange(_MOST_LIGHT + 1) / _MOST_LIGHT
        self._levels[: light.size] = np.rint(_levels_of(light) * 255)

    def of(self, image: ImageBGR) -> ImageBGR:
        """Return a picture, (H, W, 3) uint8 BGR, in sRGB."""
        light = cv2.transform(cv2.LUT(image, self._light), self._matrix).view(np.uint16)
        return np.take(self._levels, light)


def coded(primaries: int, transfer: int, *, is_narrow: bool = False) -> ColorCode:
    """Return what H.273's numbers say; unknown ones are sRGB's."""
    return ColorCode(_PRIMARIES.get(primaries, SRGB), transfer, is_narrow=is_narrow)


def of_gamma(gamma: float, primaries: tuple[float, ...] | None = None) -> ColorCode:
    """Return what a PNG says with a gamma and the places of its colours.

    Args:
        gamma: The exponent by which light became levels; 0 where it does not say.
        primaries: Where white, red, green and blue lie; None where it does not say, or one that is
            no triangle.
    """
    is_known = primaries is not None and _is_possible(primaries)
    code = ColorCode(primaries if primaries is not None and is_known else SRGB)
    is_usual = abs(gamma / _USUAL - 1) < _NEAR_USUAL and code.profile() is None
    if is_usual or not 0.05 <= gamma <= 5:
        return code
    return code._replace(transfer=0, gamma=1 / gamma)


def _is_possible(primaries: tuple[float, ...]) -> bool:
    if not all(0 < value < 1 for value in primaries[:2]) or min(primaries[3::2]) <= 0:
        return False
    (x1, y1), (x2, y2), (x3, y3) = (primaries[at : at + 2] for at in (2, 4, 6))
    return abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) > 0.01


def _levels_of(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return sRGB's levels from 0 to 1; more light than there can be is cut off."""
    light = np.clip(light, 0, 1)
    bright = 1.055 * np.maximum(light, 1e-6) ** (1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, light * 12.92, bright)


def _light_of_srgb(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)


def _light_of_pq(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    power = levels ** (1 / m2)
    return (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1) * 10_000 / _WHITE_NITS


def _light_of_hlg(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(levels <= 0.5, levels**2 / 3, (np.exp((levels - c) / a) + b) / 12)
    return scene**1.2 * 1000 / _WHITE_NITS


def _light_of_dci(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    return levels**2.6 * 52.37 / 48


@lru_cache(maxsize=8)
def _profile(primaries: tuple[float, ...]) -> bytes:
    """Return an ICC profile of version 2.4 with the primaries, seen under the light of D50."""
    colors = _under_d50(primaries)
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(_SRGB_CURVE)
    tags = {
        b"desc": b"desc" + struct.pack(">II", 0, 1) + bytes(90),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(_D50.tolist()),
    }
    for name, column in zip((b"r", b"g", b"b"), colors.T.tolist(), strict=True):
        tags[name + b"XYZ"] = b"XYZ \0\0\0\0" + _fixed(column)
        tags[name + b"TRC"] = curve
    start, index, data = 132 + 12 * len(tags), b"", b""
    for name, value in tags.items():
        index += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    size = start + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + _fixed(_D50.tolist())
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + index + data


def _under_d50(primaries: tuple[float, ...]) -> NDArray[np.float64]:
    """Return red, green and blue as columns of XYZ, with the white of D50."""
    xyz = [np.array([x / y, 1.0, (1 - x - y) / y]) for x, y in _pairs(primaries)]
    white, colors = xyz[0], np.stack(xyz[1:], axis=1)
    colors = colors * np.linalg.solve(colors, white)
    scale = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ white))
    return np.asarray(np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD @ colors)


def _pairs(values: tuple[float, ...]) -> list[tuple[float, float]]:
    return list(zip(values[::2], values[1::2], strict=True))


def _fixed(values: "tuple[float, ...] | list[float]") -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)
