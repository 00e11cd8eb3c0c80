"""A video file, frame by frame, with the container's own timestamps."""

import time
from collections.abc import Container
from pathlib import Path

from fer_desktop.core.types import Frame
from fer_desktop.vision.media.video_reader import ReadFrame, VideoReader


class VideoSource:
    """Gives every frame of a file as people see it."""

    is_live = False
    may_drop = False
    can_come_back = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._reader = VideoReader(path)
        self._index = 0

    @property
    def n_expected(self) -> int:
        """How many frames there are, as far as the file says or what was read lets guess; or 0."""
        return self._reader.n_expected

    def open(self) -> None:
        """Open the file.

        Raises:
            SourceError: With one sentence that names the file and the reason.
        """
        self._reader.open()
        self._index = 0

    def read(self) -> Frame | None:
        """Return the next frame; its time is the container's timestamp.

        Raises:
            SourceError: The file is damaged: it ends early by more than a tenth and a second, or as
                much of it can't be decoded.
        """
        read = self._next()
        return None if read is None else self._frame(read)

    def read_at(self, times_s: Container[float]) -> Frame | None:
        """Go past the next frame, and return it if it is of one of these times.

        Raises:
            SourceError: As `read`.
        """
        read = self._next()
        return self._frame(read) if read is not None and read.time_s in times_s else None

    def skip(self) -> bool:
        """Go past the next frame, which is quicker than to read it; return False at the end.

        Raises:
            SourceError: As `read`.
        """
        return self._next() is not None

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def _frame(self, read: ReadFrame) -> Frame:
        image = self._reader.picture(read)
        return Frame(image, read.number, read.time_s, time.perf_counter())

    def _next(self) -> ReadFrame | None:
        read = self._reader.next()
        if read is None:
            self._reader.check_end()
        else:
            self._index = read.number + 1
        return read
