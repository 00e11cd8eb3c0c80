"""Looks at each camera for a few seconds, in its own thread, and says what is the matter."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fer_desktop.core.errors import FerError, NoPictureError
from fer_desktop.live.pipeline import leave_behind
from fer_desktop.system.shutdown import Worker, left_s
from fer_desktop.vision.camera.devices import (
    CameraDevice,
    ListCameras,
    is_refused,
    system_tells_refusal,
)
from fer_desktop.vision.camera.health import HealthMonitor, Verdict
from fer_desktop.vision.camera.sources import FrameSource

log = logging.getLogger(__name__)

OpenCamera = Callable[[CameraDevice], FrameSource]
MOST_S: Final = 8.0
"""A camera that tells nothing in this time gives no picture."""


@dataclass(frozen=True)
class Finding:
    """What was found about a camera.

    Attributes:
        device: The camera; None where there is none at all.
        verdict: What is the matter; None while it is looked at.
        size: Width and height of its pictures; None without any.
        rate: Measured frames a second; 0 without any.
    """

    device: CameraDevice | None
    verdict: Verdict | None
    size: tuple[int, int] | None = None
    rate: float = 0.0


def examine(
    device: CameraDevice,
    source: FrameSource,
    is_stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.perf_counter,
) -> Finding:
    """Open a camera, watch it until its pictures tell, and close it."""
    if is_refused(device):
        return Finding(device, Verdict.REFUSED)
    monitor, begin_s = HealthMonitor(), clock()
    try:
        source.open()
    except NoPictureError:
        return Finding(device, Verdict.BUSY)
    except FerError:
        # Where refusal can't be told from the outside, it is what keeps a camera from opening.
        is_sure = system_tells_refusal()
        return Finding(device, Verdict.BUSY if is_sure else Verdict.REFUSED)
    try:
        while not is_stopped() and clock() < begin_s + MOST_S:
            frame = source.read()
            if frame is None:
                break
            monitor.add(frame)
            verdict = monitor.verdict(clock())
            if verdict is not None:
                return Finding(device, verdict, monitor.size, monitor.rate())
    except FerError as error:
        log.info("%s", error)
    finally:
        source.close()
    return Finding(device, None if is_stopped() else Verdict.BUSY)


class CameraCheck:
    """Examines all cameras, one after the other, until it is done or stopped."""

    def __init__(self, list_cameras: ListCameras, open_camera: OpenCamera, in_use: str) -> None:
        """Start at once.

        Args:
            list_cameras: Lists the cameras.
            open_camera: Gives the source of a camera; nothing is opened yet.
            in_use: Identity of a camera that is not to be opened a second time; "" for none.
        """
        self._list_cameras, self._open_camera, self._in_use = list_cameras, open_camera, in_use
        self._findings: queue.SimpleQueue[Finding] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = Worker(self._run, "doctor of cameras", self._stop.set)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether it still looks at cameras."""
        return self._thread.is_alive()

    def poll(self) -> list[Finding]:
        """Return the findings since the last call: of each camera first that it is looked at."""
        findings = []
        while True:
            try:
                findings.append(self._findings.get_nowait())
            except queue.Empty:
                return findings

    def stop(self, timeout_s: float = 2.0) -> None:
        """End; a driver that hangs is left behind."""
        self._stop.set()
        self._thread.join(left_s(timeout_s))
        if self.is_alive:
            leave_behind(self)

    def _run(self) -> None:
        try:
            cameras = self._list_cameras()
        except Exception:  # a driver's fault; the user is told that no camera was found
            log.exception("the cameras could not be listed")
            cameras = []
        if not cameras:
            self._findings.put(Finding(None, Verdict.ABSENT))
        for device in cameras:
            self._findings.put(Finding(device, None))
        for device in cameras:
            if self._stop.is_set():
                return
            if device.identity == self._in_use:
                continue
            try:
                found = examine(device, self._open_camera(device), self._stop.is_set)
            except Exception:  # the top of a thread: nobody else would ever tell
                log.exception("%s could not be examined", device.name)
                found = Finding(device, Verdict.BUSY)
            self._findings.put(found)
