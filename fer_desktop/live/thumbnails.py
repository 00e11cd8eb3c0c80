"""Small copies of pictures that are seen before their analysis, where it is cheap to read them."""

import logging
from collections.abc import Callable
from pathlib import Path

from fer_desktop.core.errors import FerError
from fer_desktop.core.types import ImageBGR
from fer_desktop.live.pictures import THUMBNAIL_SIDE_PX, encoded, shrunk
from fer_desktop.live.wanted_pictures import WantedPictures

log = logging.getLogger(__name__)

MOST_WAITING = 64
"""Wishes; older ones are of pictures that were scrolled past, and come back with them."""


class Thumbnails(WantedPictures):
    """A thread that makes small copies of the pictures that were asked for, the last ones first."""

    def __init__(self, read: Callable[[Path], ImageBGR | None]) -> None:
        """Start the thread; `read` gives a picture, or None where it would take long."""
        self._read = read
        self._waiting: dict[Path, None] = {}
        self._tried: set[Path] = set()
        self._ready: list[tuple[Path, bytes]] = []
        super().__init__("thumbnails")

    def want(self, path: Path) -> None:
        """Make a copy of this picture soon; nothing where that was tried already."""
        with self._change:
            if path in self._tried:
                return
            self._waiting.pop(path, None)
            self._waiting[path] = None
            if len(self._waiting) > MOST_WAITING:
                del self._waiting[next(iter(self._waiting))]
            self._change.notify_all()

    def forget(self, path: Path) -> None:
        """Make no copy of this picture any more: its analysis gives one."""
        with self._change:
            self._tried.add(path)
            self._waiting.pop(path, None)

    def poll(self) -> list[tuple[Path, bytes]]:
        """Return the copies since the last call, as JPEG files."""
        with self._change:
            ready, self._ready = self._ready, []
        return ready

    def _has_wish(self) -> bool:
        return bool(self._waiting)

    def _take(self) -> Path:
        path, _ = self._waiting.popitem()
        self._tried.add(path)
        return path

    def _do(self, path: Path) -> None:
        data = self._made(path)
        with self._change:
            if data:
                self._ready.append((path, data))

    def _made(self, path: Path) -> bytes:
        try:
            image = self._read(path)
        except FerError:
            return b""  # the analysis tells why
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("making a thumbnail failed")
            return b""
        return b"" if image is None else encoded(shrunk(image, THUMBNAIL_SIDE_PX))
