"""What cameras offer: read from V4L2 as a driver tells it, and nothing where none does."""

import struct
import sys

import cv2
import pytest

from fer_desktop.vision.camera import formats
from fer_desktop.vision.camera.capture_format import CaptureFormat
from fer_desktop.vision.camera.devices import CameraDevice
from fer_desktop.vision.camera.formats import (
    ENUM_FORMAT,
    ENUM_RATES,
    ENUM_SIZES,
    formats_of,
    offered_formats,
)

DISCRETE, STEPWISE = 1, 3
YUYV, MJPG = 0x56595559, 0x47504A4D


class Driver:
    """Answers as a V4L2 driver: pixel format -> list of (kind, size numbers, rates)."""

    def __init__(self, offers):
        self.offers = offers
        self.n_asked = 0

    def __call__(self, request, buffer):
        self.n_asked += 1
        index = struct.unpack_from("=I", buffer)[0]
        assert len(buffer) == (request >> 16) & 0x3FFF  # the size is a part of the number
        try:
            getattr(self, f"_answer_{request & 0xFF:02x}")(buffer, index)
        except (IndexError, KeyError):
            return False
        return True

    def _answer_02(self, buffer, index):
        assert struct.unpack_from("=I", buffer, 4) == (1,)
        struct.pack_into("=I", buffer, 44, list(self.offers)[index])

    def _answer_4a(self, buffer, index):
        (pixel_format,) = struct.unpack_from("=I", buffer, 4)
        kind, numbers, _ = self.offers[pixel_format][index]
        struct.pack_into(f"=I{len(numbers)}I", buffer, 8, kind, *numbers)

    def _answer_4b(self, buffer, index):
        pixel_format, width, height = struct.unpack_from("=3I", buffer, 4)
        for kind, numbers, rates in self.offers[pixel_format]:
            if kind == STEPWISE or tuple(numbers) == (width, height):
                struct.pack_into(f"={len(rates[index])}I", buffer, 16, *rates[index])
                return
        raise IndexError


def test_the_requests_are_those_of_the_kernel():
    # _IOWR('V', n, size) as linux/videodev2.h has them.
    assert (ENUM_FORMAT, ENUM_SIZES, ENUM_RATES) == (0xC0405602, 0xC02C564A, 0xC034564B)


def test_sizes_and_rates_of_all_pixel_formats_once_each_smallest_first():
    driver = Driver(
        {
            YUYV: [
                (DISCRETE, (640, 480), [(DISCRETE, 1, 30), (DISCRETE, 1, 15)]),
                (DISCRETE, (1280, 720), [(DISCRETE, 1, 10)]),
            ],
            MJPG: [
                (DISCRETE, (1280, 720), [(DISCRETE, 1001, 30000)]),
                (DISCRETE, (640, 480), [(DISCRETE, 1, 30)]),
            ],
        }
    )
    assert formats_of(driver) == (
        CaptureFormat(640, 480, 15.0),
        CaptureFormat(640, 480, 30.0),
        CaptureFormat(1280, 720, 10.0),
        CaptureFormat(1280, 720, 29.97),
    )


def test_of_a_range_the_sizes_and_rates_that_people_know():
    rates = [(STEPWISE, 1, 30, 1, 10, 1, 1)]  # from 30 to 10 a second
    driver = Driver({YUYV: [(STEPWISE, (160, 800, 8, 120, 600, 8), rates)]})
    assert {(f.width, f.height) for f in formats_of(driver)} == {(320, 240), (640, 480), (800, 600)}
    assert sorted({f.rate for f in formats_of(driver)}) == [10.0, 15.0, 24.0, 30.0]


def test_a_driver_that_tells_no_rates():
    assert formats_of(Driver({YUYV: [(DISCRETE, (640, 480), [])]})) == (CaptureFormat(640, 480),)


def test_a_driver_without_an_end_is_left_in_time():
    class Endless(Driver):
        def _answer_02(self, buffer, index):
            struct.pack_into("=I", buffer, 44, YUYV)

        def _answer_4a(self, buffer, index):
            struct.pack_into("=3I", buffer, 8, DISCRETE, 0, 0)

        def _answer_4b(self, buffer, index):
            raise IndexError

    driver = Endless({})
    assert formats_of(driver) == (CaptureFormat(0, 0),)
    assert driver.n_asked < 200_000


def device(target):
    return CameraDevice(0, "Webcam", target, cv2.CAP_V4L2, "Webcam|0:0|a")


def test_untold(tmp_path, monkeypatch):
    assert offered_formats(device(0)) == ()
    assert offered_formats(device(str(tmp_path / "video9"))) == ()
    no_camera = tmp_path / "video0"
    no_camera.write_bytes(b"")
    assert offered_formats(device(str(no_camera))) == ()
    monkeypatch.setattr(formats.sys, "platform", "win32")
    assert offered_formats(device("x")) == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="device files")
def test_the_device_is_asked_and_let_go_of(tmp_path, monkeypatch):
    import fcntl

    path = tmp_path / "video0"
    path.write_bytes(b"")
    driver, files = Driver({YUYV: [(DISCRETE, (640, 480), [(DISCRETE, 1, 30)])]}), []

    def ioctl(file, request, buffer):
        files.append(file)
        if not driver(request, buffer):
            raise OSError(22, "Invalid argument")
        return 0

    monkeypatch.setattr(fcntl, "ioctl", ioctl)
    assert offered_formats(device(str(path))) == (CaptureFormat(640, 480, 30.0),)
    with pytest.raises(OSError, match="Bad file descriptor"):
        formats.os.fstat(files[0])
