"""Which sizes and rates a camera offers, where the system tells: on Linux, from V4L2."""

import contextlib
import os
import struct
import sys
from collections.abc import Callable, Iterator
from typing import Final

from fer_desktop.vision.camera.capture_format import USUAL_RATES, USUAL_SIZES, CaptureFormat
from fer_desktop.vision.camera.devices import CameraDevice

Ask = Callable[[int, bytearray], bool]
"""Puts a question to the driver, which answers in the buffer; False where there is no answer."""

# Number of the request and layout of its buffer, from linux/videodev2.h.
ENUM_FORMAT: Final = 0xC0405602
ENUM_SIZES: Final = 0xC02C564A
ENUM_RATES: Final = 0xC034564B
_FORMAT_BYTES, _SIZE_BYTES, _RATE_BYTES = 64, 44, 52
_CAPTURE: Final = 1
_DISCRETE: Final = 1
_PIXEL_FORMAT_AT: Final = 44
_MOST: Final = 256
"""No list is longer; a driver that does not end its lists must not hang the program."""


def offered_formats(device: CameraDevice) -> tuple[CaptureFormat, ...]:
    """Return the sizes with their rates that a camera offers, smallest first; () if untold.

    A rate of 0 means that the system tells the size only.
    """
    if not sys.platform.startswith("linux") or not isinstance(device.target, str):
        return ()
    try:
        file = os.open(device.target, os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        return ()
    try:
        return formats_of(_asker(file))
    finally:
        os.close(file)


def formats_of(ask: Ask) -> tuple[CaptureFormat, ...]:
    """Return what a driver offers in any pixel format, each size and rate once."""
    found = set()
    for pixel_format in _pixel_formats(ask):
        for width, height in _sizes(ask, pixel_format):
            rates = list(_rates(ask, pixel_format, width, height)) or [0.0]
            found |= {CaptureFormat(width, height, rate) for rate in rates}
    return tuple(sorted(found, key=lambda f: (f.width * f.height, f.width, f.rate)))


def _asker(file: int) -> Ask:
    import fcntl

    def ask(request: int, buffer: bytearray) -> bool:
        with contextlib.suppress(OSError):
            fcntl.ioctl(file, request, buffer)
            return True
        return False

    return ask


def _pixel_formats(ask: Ask) -> Iterator[int]:
    for index in range(_MOST):
        buffer = bytearray(_FORMAT_BYTES)
        struct.pack_into("=II", buffer, 0, index, _CAPTURE)
        if not ask(ENUM_FORMAT, buffer):
            return
        yield struct.unpack_from("=I", buffer, _PIXEL_FORMAT_AT)[0]


def _sizes(ask: Ask, pixel_format: int) -> Iterator[tuple[int, int]]:
    for index in range(_MOST):
        buffer = bytearray(_SIZE_BYTES)
        struct.pack_into("=II", buffer, 0, index, pixel_format)
        if not ask(ENUM_SIZES, buffer):
            return
        kind, *numbers = struct.unpack_from("=I6I", buffer, 8)
        if kind == _DISCRETE:
            yield numbers[0], numbers[1]
            continue
        # From a smallest to a largest size in steps: those that people know.
        least_w, most_w, _, least_h, most_h, _ = numbers
        for width, height in USUAL_SIZES:
            if least_w <= width <= most_w and least_h <= height <= most_h:
                yield width, height
        return


def _rates(ask: Ask, pixel_format: int, width: int, height: int) -> Iterator[float]:
    for index in range(_MOST):
        buffer = bytearray(_RATE_BYTES)
        struct.pack_into("=4I", buffer, 0, index, pixel_format, width, height)
        if not ask(ENUM_RATES, buffer):
            return
        # The driver tells seconds a frame, as fractions.
        kind, *numbers = struct.unpack_from("=I6I", buffer, 16)
        highest, lowest = _rate(*numbers[:2]), _rate(*numbers[2:4])
        if kind == _DISCRETE:
            yield highest
            continue
        yield from (rate for rate in USUAL_RATES if lowest <= rate <= highest)
        return


def _rate(numerator: int, denominator: int) -> float:
    return round(denominator / numerator, 2) if numerator else 0.0
