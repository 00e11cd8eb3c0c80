"""Pictures of a video by their numbers, in any order."""

from pathlib import Path
from typing import Final

import cv2
import numpy as np

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.video_kinds import looks_like_video

_NEAR: Final = 30
"""So many pictures ahead are read on to; a search in the file would read as many."""
_NOWHERE: Final = 1 << 62
"""Where the file stands after a fault: the next look searches in it."""


class VideoFrames:
    """A video that is looked at here and there. Not for several threads at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._capture: cv2.VideoCapture | None = None
        self._next = 0
        self._last: tuple[int, ImageBGR] | None = None

    def open(self) -> None:
        """Open the file.

        Raises:
            SourceError: It can't be opened as a video.
        """
        try:
            with self._path.open("rb") as file:
                head = file.read(16)
        except OSError as error:
            raise SourceError(f"{self._path} can't be opened ({error.strerror}).") from error
        # FFMPEG by name: another backend would take `img%03d.png` for a pattern.
        capture = cv2.VideoCapture()
        if not looks_like_video(head) or not capture.open(str(self._path), cv2.CAP_FFMPEG):
            capture.release()
            raise SourceError(f"{self._path}: damaged, cut short, or a video of unknown kind.")
        self._capture, self._next, self._last = capture, 0, None

    def picture(self, number: int) -> ImageBGR | None:
        """Return a picture, (H, W, 3) uint8 BGR, counted from 0; None where there is none."""
        if self._last is not None and self._last[0] == number:
            return self._last[1]
        capture = self._capture
        if capture is None or number < 0:
            return None
        if not self._next <= number < self._next + _NEAR:
            capture.set(cv2.CAP_PROP_POS_FRAMES, number)
            self._next = number
        while self._next < number:
            if not capture.grab():
                self._next = _NOWHERE
                return None
            self._next += 1
        is_read, image = capture.read()
        if not is_read:
            self._next = _NOWHERE
            return None
        self._next = number + 1
        self._last = (number, np.ascontiguousarray(image, np.uint8))
        return self._last[1]

    def close(self) -> None:
        """Close the file."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None
        self._last = None
