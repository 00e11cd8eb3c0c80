"""A picture file as a source of one frame."""

import time
from pathlib import Path

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import Frame
from fer_desktop.vision.media.images import read_image


class ImageSource:
    """Gives the picture once."""

    is_live = False
    may_drop = False
    can_come_back = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._frame: Frame | None = None
        self._is_open = False

    def open(self) -> None:
        """Read the picture.

        Raises:
            ImageError: The file can't be read as a picture.
        """
        self._frame = Frame(read_image(self._path), captured_s=time.perf_counter())
        self._is_open = True

    def read(self) -> Frame | None:
        """Return the picture the first time, then None."""
        if not self._is_open:
            raise SourceError(f"{self.name}: not open.")
        frame, self._frame = self._frame, None
        return frame

    def close(self) -> None:
        """Forget the picture."""
        self._frame, self._is_open = None, False
