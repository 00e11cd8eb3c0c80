"""Looks every few seconds which cameras there are, in its own thread: some systems are slow."""

import logging
import threading

from fer_desktop.live.slot import LatestSlot
from fer_desktop.system.shutdown import Worker, left_s
from fer_desktop.vision.camera.devices import CameraDevice, ListCameras

log = logging.getLogger(__name__)


class DeviceWatch:
    """Tells the list of cameras at the start, when it changed, and when it was asked for."""

    def __init__(self, list_cameras: ListCameras, every_s: float = 2.0) -> None:
        self._list_cameras, self._every_s = list_cameras, every_s
        self._news: LatestSlot[list[CameraDevice]] = LatestSlot()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._is_asked = False
        self._thread = Worker(self._run, "device watch", self._request_stop)
        self._thread.start()

    def refresh(self) -> None:
        """Look at once, and tell even when nothing changed."""
        self._is_asked = True
        self._wake.set()

    def poll(self) -> list[CameraDevice] | None:
        """Return the cameras when there is news, else None."""
        return self._news.take()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End; return False when a look at the devices hangs."""
        self._request_stop()
        self._thread.join(left_s(timeout_s))
        return not self._thread.is_alive()

    def _request_stop(self) -> None:
        self._stop.set()
        self._wake.set()

    def _run(self) -> None:
        known: list[CameraDevice] | None = None
        while not self._stop.is_set():
            try:
                cameras = self._list_cameras()
            except Exception:  # a driver's fault is no reason to end; it is tried again
                log.exception("the cameras could not be listed")
                cameras = []
            if cameras != known or self._is_asked:
                self._is_asked = False
                known = cameras
                self._news.put(cameras)
            self._wake.wait(self._every_s)
            self._wake.clear()
