"""Fetches pictures of a video in a thread of its own, so that a search in it blocks nobody."""

import logging
import threading
from pathlib import Path
from typing import NamedTuple

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import ImageBGR
from fer_desktop.live.slot import LatestSlot
from fer_desktop.system.shutdown import Worker, left_s
from fer_desktop.vision.media.frame_seeker import VideoFrames

log = logging.getLogger(__name__)


class Fetched(NamedTuple):
    """A picture that was asked for.

    Attributes:
        number: Of the picture.
        image: (H, W, 3) uint8 BGR, not to be written to; None where there is none.
        problem: Why the video can't be used; "" while all is well.
    """

    number: int
    image: ImageBGR | None
    problem: str = ""


class PictureFetcher:
    """Takes wishes and gives pictures; of several wishes the last one counts."""

    def __init__(self, path: Path) -> None:
        self._frames = VideoFrames(path)
        self._wishes: LatestSlot[tuple[int, float | None]] = LatestSlot()
        self._found: LatestSlot[Fetched] = LatestSlot()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread = Worker(self._run, "pictures fetch", self._request_stop)
        self._thread.start()

    def ask(self, number: int, time_s: float | None = None) -> None:
        """Ask for a picture, counted from 0; its time in the file finds it, where it is known."""
        self._wishes.put((number, time_s))
        self._wake.set()

    def poll(self) -> Fetched | None:
        """Return the newest picture that was fetched since the last call."""
        return self._found.take()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End; return False where a disk hangs."""
        self._request_stop()
        self._thread.join(left_s(timeout_s))
        return not self._thread.is_alive()

    def _request_stop(self) -> None:
        self._stop.set()
        self._wake.set()

    def _run(self) -> None:
        try:
            self._frames.open()
            while not self._stop.is_set():
                self._wake.wait()
                self._wake.clear()
                wish = self._wishes.take()
                if wish is not None:
                    self._found.put(Fetched(wish[0], self._frames.picture(*wish)))
        except SourceError as error:
            self._found.put(Fetched(-1, None, str(error)))
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("fetching pictures failed")
            text = "The video could not be read on; the log file says why."
            self._found.put(Fetched(-1, None, text))
        finally:
            self._frames.close()
