"""Reads the picture that the user looks at, at once, while others are being analyzed."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fer_desktop.core.errors import FerError
from fer_desktop.core.types import ImageBGR
from fer_desktop.live.pictures import VIEW_SIDE_PX, shrunk
from fer_desktop.live.wanted_pictures import WantedPictures

log = logging.getLogger(__name__)

ReadView = Callable[[Path], tuple[ImageBGR, tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class PictureView:
    """A picture to look at, or why there is none.

    Attributes:
        path: The file.
        image: (h, w, 3) uint8 BGR, shrunk where the picture is large; None on error.
        size: Width and height of the picture itself.
        error: What to tell the user; "" when all went well.
    """

    path: Path
    image: ImageBGR | None
    size: tuple[int, int]
    error: str = ""


class PictureViews(WantedPictures):
    """A thread that reads the picture that was asked for last, and leaves the others before it."""

    def __init__(self, read: ReadView) -> None:
        """Start the thread; `read` returns a picture with its own size, or raises ImageError."""
        self._read = read
        self._wanted: Path | None = None
        self._ready: PictureView | None = None
        super().__init__("pictures view")

    def want(self, path: Path) -> None:
        """Read this picture next."""
        with self._change:
            self._wanted, self._ready = path, None
            self._change.notify_all()

    def poll(self) -> PictureView | None:
        """Return the picture that was asked for last, once; None while it is not read."""
        with self._change:
            ready, self._ready = self._ready, None
        return ready

    def _has_wish(self) -> bool:
        return self._wanted is not None

    def _take(self) -> Path:
        path, self._wanted = self._wanted, None
        assert path is not None
        return path

    def _do(self, path: Path) -> None:
        view = self._view(path)
        with self._change:
            if self._wanted is None:  # else another one is wanted by now
                self._ready = view

    def _view(self, path: Path) -> PictureView:
        try:
            image, size = self._read(path)
            return PictureView(path, shrunk(image, VIEW_SIDE_PX), size)
        except FerError as error:
            return PictureView(path, None, (0, 0), str(error))
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("reading a picture failed")
            return PictureView(path, None, (0, 0), f"{path}: can't be read; see the log file.")
