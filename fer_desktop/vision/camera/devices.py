"""Which cameras this computer has, by name."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import cv2
from cv2_enumerate_cameras import enumerate_cameras
from cv2_enumerate_cameras.camera_info import CameraInfo


@dataclass(frozen=True)
class CameraDevice:
    """A camera.

    Attributes:
        number: Place in the list of this moment, from 0; changes when cameras come and go.
        name: What the system calls it.
        target: What OpenCV opens it by: a device file on Linux, else an index.
        backend: OpenCV's number of the way it is reached.
        identity: Stays the same over restarts and reconnections.
    """

    number: int
    name: str
    target: str | int
    backend: int
    identity: str


ListCameras = Callable[[], list[CameraDevice]]


def system_backend() -> int:
    """Return OpenCV's backend for cameras here; asking for any brings noise, or crashes on Macs."""
    if sys.platform == "win32":
        return int(cv2.CAP_MSMF)
    if sys.platform == "darwin":
        return int(cv2.CAP_AVFOUNDATION)
    return int(cv2.CAP_V4L2)


def list_cameras() -> list[CameraDevice]:
    """Return the cameras of this computer, in a steady order."""
    own = system_backend()
    found = [(own, info) for info in _in_order(own)]
    if own == cv2.CAP_MSMF:
        # On Windows virtual cameras, such as OBS's, are known to DirectShow only.
        names = {info.name for _, info in found}
        other = int(cv2.CAP_DSHOW)
        found += [(other, info) for info in _in_order(other) if info.name not in names]
    cameras = []
    for number, (backend, info) in enumerate(found):
        target: str | int = info.index % 100
        if sys.platform.startswith("linux") and info.path:
            target = info.path
        ids = f"{info.vid or 0:04x}:{info.pid or 0:04x}"
        identity = f"{info.name}|{ids}|{_steady_path(info.path or '')}"
        cameras.append(CameraDevice(number, info.name, target, backend, identity))
    return cameras


def _in_order(backend: int) -> list[CameraInfo]:
    return sorted(enumerate_cameras(backend), key=lambda info: (info.index, info.path or ""))


def find_camera(cameras: list[CameraDevice], identity: str) -> CameraDevice | None:
    """Return the camera with this identity, else the same make in another socket, else None."""
    for camera in cameras:
        if camera.identity == identity:
            return camera
    make = identity.rpartition("|")[0]
    return next((c for c in cameras if make and c.identity.rpartition("|")[0] == make), None)


def is_refused(device: CameraDevice) -> bool:
    """Return whether the system lets this user not use a camera, where its device file tells."""
    # Only of a device file that is there: one that was just unplugged is refused by nobody.
    if not isinstance(device.target, str) or not os.access(device.target, os.F_OK):
        return False
    return not os.access(device.target, os.R_OK | os.W_OK)


def system_tells_refusal() -> bool:
    """Return whether `is_refused` is sure here; elsewhere a refused camera just does not open."""
    return system_backend() == cv2.CAP_V4L2


def _steady_path(path: str) -> str:
    """Return a name of the socket or device that survives a restart, where the system has one."""
    folder = "/dev/v4l/by-id"
    if path.startswith("/dev/") and os.path.isdir(folder):  # noqa: PTH112 - a plain probe
        for entry in sorted(os.listdir(folder)):  # noqa: PTH208
            link = os.path.join(folder, entry)  # noqa: PTH118
            if os.path.realpath(link) == path:
                return entry
    return path
