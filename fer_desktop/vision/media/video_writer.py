"""Writes the clean picture of a session as a video, with faces blurred where that was asked for."""

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import cv2
import numpy as np

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import ImageBGR
from fer_desktop.system.native_noise import silenced

SLOWEST, FASTEST = 1.0, 120.0
"""What a nominal rate can be, in frames a second."""

_AROUND_S: Final = 1.0
"""A face is blurred so long before and after it was found: a new one is believed late."""
_MARGIN: Final = 0.25
"""A box is made larger by so much of its size at each edge: hair and ears tell who it is too."""
_BLOCKS: Final = 6
"""A face is left with so many blocks in each direction."""


class VideoFile:
    """A video that grows by one picture a frame; it can be played once it is closed."""

    def __init__(self, path: Path, rate: float) -> None:
        """Prepare a file; it is made with the first picture, whose size it takes.

        Args:
            path: Of an MP4 file.
            rate: Nominal frames a second; a picture's own time stands in the rows.
        """
        self._path = path
        self.rate = round(min(FASTEST, max(SLOWEST, rate)), 3)
        self._writer: cv2.VideoWriter | None = None
        self._size = (0, 0)

    def write(self, image: ImageBGR) -> None:
        """Add a picture; one of another size than the first is brought to that.

        Raises:
            SessionError: The file can't be made.
        """
        height, width = image.shape[:2]
        if self._writer is None:
            self._size = (width // 2 * 2, height // 2 * 2)  # the codec halves its colours
            codec = cv2.VideoWriter.fourcc(*"mp4v")
            with silenced():
                self._writer = cv2.VideoWriter(
                    str(self._path), cv2.CAP_FFMPEG, codec, self.rate, self._size
                )
            if not self._writer.isOpened():
                raise SessionError(f"{self._path}: the video can't be written.")
        if (width, height) != self._size:
            image = np.asarray(
                cv2.resize(image, self._size, interpolation=cv2.INTER_AREA), np.uint8
            )
        self._writer.write(image)

    def close(self) -> None:
        """Write the end; nothing can be added any more."""
        if self._writer is not None:
            self._writer.release()
            self._writer = None


class _Waiting(NamedTuple):
    image: ImageBGR
    boxes: tuple[BoundingBox, ...]
    time_s: float


class FaceBlur:
    """Blurs faces, also in the second before they were found and after they were lost.

    So pictures come out a second late.
    """

    def __init__(self) -> None:
        self._waiting: deque[_Waiting] = deque()
        self._before: deque[_Waiting] = deque()

    def put(
        self, image: ImageBGR, boxes: Sequence[BoundingBox], time_s: float
    ) -> Iterator[ImageBGR]:
        """Take a picture with its faces, and yield those whose time has come."""
        self._waiting.append(_Waiting(image, tuple(boxes), time_s))
        while time_s - self._waiting[0].time_s > _AROUND_S:
            yield self._next()

    def rest(self) -> Iterator[ImageBGR]:
        """Yield the pictures that still wait."""
        while self._waiting:
            yield self._next()

    def _next(self) -> ImageBGR:
        now = self._waiting.popleft()
        while self._before and now.time_s - self._before[0].time_s > _AROUND_S:
            self._before.popleft()
        near = [now.boxes, *(one.boxes for one in self._before)]
        near += [one.boxes for one in self._waiting if one.time_s - now.time_s <= _AROUND_S]
        # Of the past only the places are kept, no pictures.
        self._before.append(now._replace(image=now.image[:0]))
        return blurred(now.image, {box for boxes in near for box in boxes})


def blurred(image: ImageBGR, boxes: "set[BoundingBox] | Sequence[BoundingBox]") -> ImageBGR:
    """Return a copy of a (H, W, 3) uint8 BGR picture in which nobody in the boxes can be known."""
    picture = image.copy()
    height, width = picture.shape[:2]
    for box in boxes:
        dx, dy = round(box.width * _MARGIN), round(box.height * _MARGIN)
        x1, y1, x2, y2 = BoundingBox(box.x1 - dx, box.y1 - dy, box.x2 + dx, box.y2 + dy).clipped(
            width, height
        )
        if x2 <= x1 or y2 <= y1:
            continue
        part = picture[y1:y2, x1:x2]
        few = cv2.resize(
            part, (min(_BLOCKS, x2 - x1), min(_BLOCKS, y2 - y1)), interpolation=cv2.INTER_AREA
        )
        picture[y1:y2, x1:x2] = cv2.resize(few, (x2 - x1, y2 - y1), interpolation=cv2.INTER_LINEAR)
    return picture
