"""Writes the clean picture of a session as a video, with faces blurred where that was asked for."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final, NamedTuple

import cv2

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import ImageBGR
from fer_desktop.system.files import reason
from fer_desktop.vision.media.mp4_writer import VideoWriter

_AROUND_S: Final = 1.0
"""A face is blurred so long before and after it was found: a new one is believed late."""
_MARGIN: Final = 0.25
"""A box is made larger by so much of its size at each edge: hair and ears tell who it is too."""
_BLOCKS: Final = 6
"""A face is left with so many blocks in each direction."""


class VideoFile:
    """The video of a session: it plays up to its last half second wherever it breaks off."""

    def __init__(self, path: Path) -> None:
        """Prepare a file; it is made with the first picture, whose size it takes.

        Args:
            path: Of an MP4 file that is not there yet.
        """
        self._path = path
        self._file: IO[bytes] | None = None
        self._writer: VideoWriter | None = None

    def write(self, image: ImageBGR, time_s: float) -> None:
        """Add a picture at its time; the first one is at 0.

        Raises:
            OSError: The file can't be written.
            SessionError: It can't be made.
        """
        if self._writer is None:
            try:
                # Without a buffer: what was written outlives this program.
                self._file = self._path.open("xb", buffering=0)
            except OSError as error:
                raise SessionError(
                    f"{self._path}: the video can't be written ({reason(error)})."
                ) from error
            self._writer = VideoWriter(self._file, fragmented=True)
        self._writer.write(image, time_s)

    def sync(self) -> None:
        """Bring what was written to the disk, so that it outlives the power.

        Raises:
            OSError: It can't be.
        """
        if self._file is not None:
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Write the end; nothing can be added any more.

        Raises:
            OSError: It can't be written.
        """
        writer, file = self._writer, self._file
        self._writer = self._file = None
        try:
            if writer is not None:
                writer.close()
        finally:
            if file is not None:
                file.close()


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
    ) -> Iterator[tuple[ImageBGR, float]]:
        """Take a picture with its faces, and yield those whose time has come, each with its own."""
        self._waiting.append(_Waiting(image, tuple(boxes), time_s))
        while time_s - self._waiting[0].time_s > _AROUND_S:
            yield self._next()

    def rest(self) -> Iterator[tuple[ImageBGR, float]]:
        """Yield the pictures that still wait."""
        while self._waiting:
            yield self._next()

    def _next(self) -> tuple[ImageBGR, float]:
        now = self._waiting.popleft()
        while self._before and now.time_s - self._before[0].time_s > _AROUND_S:
            self._before.popleft()
        near = [now.boxes, *(one.boxes for one in self._before)]
        near += [one.boxes for one in self._waiting if one.time_s - now.time_s <= _AROUND_S]
        # Of the past only the places are kept, no pictures.
        self._before.append(now._replace(image=now.image[:0]))
        return blurred(now.image, {box for boxes in near for box in boxes}), now.time_s


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
