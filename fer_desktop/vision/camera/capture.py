"""A camera of this computer, through OpenCV."""

import logging
import time

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import CameraError, NoPictureError
from fer_desktop.core.types import Frame
from fer_desktop.vision.camera.capture_format import PROGRAMS_CHOICE, CaptureFormat
from fer_desktop.vision.camera.devices import (
    CameraDevice,
    ListCameras,
    find_camera,
    is_refused,
    list_cameras,
)
from fer_desktop.vision.camera.driver_image import DriverImages

log = logging.getLogger(__name__)

_STREAM_TIMEOUT_MS = 5000
_TIMEOUTS = [
    cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
    _STREAM_TIMEOUT_MS,
    cv2.CAP_PROP_READ_TIMEOUT_MSEC,
    _STREAM_TIMEOUT_MS,
]
_BAD_READS = 5
"""So many failed reads in a row mean that the camera is gone; single ones happen."""
_BAD_READS_S = 2.0
"""And so does this time: a read may block for three seconds before it fails."""


class _CaptureSource:
    """Reads live frames from an OpenCV capture."""

    is_live = True
    may_drop = True
    can_come_back = True
    name = ""
    _lost = ""

    def __init__(self) -> None:
        self._capture: cv2.VideoCapture | None = None
        self._index = 0
        self._images = DriverImages()

    def read(self) -> Frame | None:
        """Return the next frame; its time is the monotonic clock's.

        Raises:
            CameraError: It is gone, silent, or not open.
        """
        if self._capture is None:
            raise CameraError(f"{self.name}: not open.")
        give_up_s = time.perf_counter() + _BAD_READS_S
        for _ in range(_BAD_READS):
            array = _read(self._capture)
            if array is not None and array.size:
                image, now_s = self._images.picture(array, self.name), time.perf_counter()
                frame = Frame(image, self._index, now_s, now_s)
                self._index += 1
                return frame
            if time.perf_counter() > give_up_s:
                break
        raise CameraError(self._lost)

    def close(self) -> None:
        """Let go of the camera."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None

    def _start(self, capture: cv2.VideoCapture, no_picture: str) -> None:
        """Keep the capture if it gives a picture: a busy camera opens, but gives none."""
        self._capture, self._images = capture, DriverImages()
        try:
            self.read()
        except NoPictureError:  # it knows better
            self.close()
            raise
        except CameraError as error:
            self.close()
            raise NoPictureError(no_picture) from error
        self._index = 0


def _read(capture: cv2.VideoCapture) -> NDArray[np.generic] | None:
    """Return what a driver gives; None where it gives nothing, or fails."""
    try:
        is_read, array = capture.read()
    except cv2.error as error:  # an exception within the driver's part of OpenCV
        log.warning("a camera could not be read: %s", error)
        return None
    return array if is_read else None


def _opened(device: CameraDevice, parameters: list[int]) -> cv2.VideoCapture | None:
    try:
        capture = cv2.VideoCapture(device.target, device.backend, parameters)
    except cv2.error as error:
        log.warning("%s could not be opened: %s", device.name, error)
        return None
    if capture.isOpened():
        return capture
    capture.release()
    return None


class CameraSource(_CaptureSource):
    """A camera, found again by its identity each time it is opened."""

    def __init__(
        self,
        identity: str = "",
        number: int = 0,
        cameras: ListCameras = list_cameras,
        wanted: CaptureFormat = PROGRAMS_CHOICE,
    ) -> None:
        """Choose a camera; nothing is opened before `open`.

        Args:
            identity: The camera; "" takes the one with the number.
            number: Its place in the list, from 0.
            cameras: Lists the cameras; tests give their own.
            wanted: What it is asked for; what it gives is told by the frames.
        """
        super().__init__()
        # Counted as the command line does, until its own name is known.
        self.name = identity.partition("|")[0] or (f"Camera {number}" if number else "Camera")
        self.identity = identity
        self._number = number
        self._list_cameras, self._wanted = cameras, wanted

    def open(self) -> None:
        """Open the camera: the one with the identity, or else the one with the number.

        Raises:
            NoPictureError: It opens, but gives no picture.
            CameraError: There is none, or it is refused; the texts say what to try.
        """
        device = self._find()
        self.name, self.identity = device.name, device.identity
        self._lost = (
            f"The camera {device.name} was disconnected, or another program has taken it. "
            "It goes on by itself once it is back."
        )
        _check_access(device)
        parameters = _parameters(device.backend, self._wanted.filled())
        capture = _opened(device, parameters)
        if capture is None:
            raise CameraError(
                f"The camera {device.name} can't be opened. Close other programs that may use it, "
                "allow camera use in the system's privacy settings, or plug it in again."
            )
        self._start(
            capture,
            f"The camera {device.name} gives no picture. Another program may be using it: close "
            "that, or choose another camera.",
        )

    def _find(self) -> CameraDevice:
        cameras = self._list_cameras()
        if self.identity:
            device = find_camera(cameras, self.identity)
            if device is None:
                raise CameraError(
                    f"The camera {self.name} is not connected. Plug it in, or choose another one "
                    "from the Camera menu."
                )
            return device
        if not cameras:
            raise CameraError(
                "No camera was found. Plug one in, or choose another source: the Camera menu has "
                "the demo, File has pictures and videos."
            )
        if self._number >= len(cameras):
            names = ", ".join(f"{c.number} {c.name}" for c in cameras)
            raise CameraError(f"There is no camera {self._number}; there are: {names}.")
        return cameras[self._number]


def _parameters(backend: int, wanted: CaptureFormat) -> list[int]:
    if backend == cv2.CAP_FFMPEG:
        # An address: FFmpeg opens nothing when it is given a size.
        return _TIMEOUTS
    size = [
        cv2.CAP_PROP_FRAME_WIDTH,
        wanted.width,
        cv2.CAP_PROP_FRAME_HEIGHT,
        wanted.height,
        cv2.CAP_PROP_FPS,
        round(wanted.rate),
    ]
    if backend != cv2.CAP_V4L2:
        return size
    # MJPG first: raw 720p over USB 2 comes at 10 frames a second. One buffer: the newest frame.
    mjpg = cv2.VideoWriter.fourcc(*"MJPG")
    return [cv2.CAP_PROP_FOURCC, mjpg, *size, cv2.CAP_PROP_BUFFERSIZE, 1]


def _check_access(device: CameraDevice) -> None:
    if is_refused(device):
        raise CameraError(
            f"The system refuses access to the camera {device.name} ({device.target}). Add "
            "yourself to the group 'video' (sudo usermod -aG video $USER) and log in again."
        )
