"""A video file that is played: read on, and gone to any moment of."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.video_reader import ReadFrame, VideoReader

_NEAR_S: Final = 1.0
"""So far ahead the file is read on; a search in it would read as much."""
_BACK_S: Final = (0.0, 1.0, 4.0, 16.0, 64.0)
"""Where a search lands too late, it begins so much earlier; then at the beginning of the file."""
_SAME_S: Final = 0.0006
"""Containers round times to milliseconds."""


class VideoPlayback:
    """A video file with a place in it. Not for several threads at once.

    Frames are numbered as they are in the file: counted where all before them were read, else by
    the rate that the file claims.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._reader = VideoReader(path)
        self._ahead: ReadFrame | None = None
        self._now: ReadFrame | None = None
        self._first_s = 0.0
        self._begin_number = 0
        self._is_from_begin = True

    def open(self) -> None:
        """Open the file, before its first frame.

        Raises:
            SourceError: With one sentence that names the file and the reason.
        """
        self._rewind()

    @property
    def length_s(self) -> float:
        """When the last frame is over, in seconds, as far as the file says; or 0."""
        return self._reader.length_s

    @property
    def step_s(self) -> float:
        """How long a frame lasts at the nominal rate."""
        return self._reader.step_s

    def next(self) -> ReadFrame | None:
        """Return the next frame; None at the end.

        Raises:
            SourceError: The file is damaged, as far as that can be told.
        """
        read, self._ahead = self._ahead, None
        read = read or self._read()
        if read is not None:
            self._now = read
        elif self._is_from_begin:
            self._reader.check_end()
        return read

    def put_back(self, read: ReadFrame) -> None:
        """Give a frame back that was the newest: `next` returns it again."""
        self._ahead = read

    def go_to(
        self, time_s: float, is_wanted: Callable[[], bool] = lambda: True
    ) -> ReadFrame | None:
        """Go to the frame that is shown at a time, and return it; the last one behind the end.

        Args:
            time_s: In seconds of the file.
            is_wanted: Asked again and again; where it says no, an earlier frame may come.

        Raises:
            SourceError: The file can't be read any more.
        """
        found = self._found(time_s + _SAME_S, is_wanted)
        if found is not None:
            self._now = found
        return found

    def before(self) -> ReadFrame | None:
        """Go to the frame before the newest one; the first where there is none.

        Raises:
            SourceError: The file can't be read any more.
        """
        return self.go_to(0.0 if self._now is None else self._now.time_s - 2 * _SAME_S)

    def picture(self, read: ReadFrame) -> ImageBGR:
        """Return a frame as people see it, (H, W, 3) uint8 BGR.

        Raises:
            SourceError: It can't be converted.
        """
        return self._reader.picture(read)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._ahead = self._now = None
        self._reader.close()

    def _found(self, time_s: float, is_wanted: Callable[[], bool]) -> ReadFrame | None:
        now, ahead = self._now, self._ahead
        if now is not None and ahead is not None and now.time_s <= time_s < ahead.time_s:
            return now
        now = ahead or now
        if now is not None and now.time_s <= time_s < now.time_s + _NEAR_S:
            return self._up_to(time_s, is_wanted, now)
        for back_s in _BACK_S if self._reader.has_stamps else ():
            if (time_s < back_s and back_s) or not self._seek(time_s - back_s):
                break
            read = self._up_to(time_s, is_wanted, None)
            if read is not None:
                return read
        self._rewind()
        read = self._up_to(time_s, is_wanted, None)
        if read is None:  # the file's first frame comes later
            read, self._ahead = self._ahead, None
        return read

    def _up_to(
        self, time_s: float, is_wanted: Callable[[], bool], last: ReadFrame | None
    ) -> ReadFrame | None:
        """Read on to the last frame up to a time; None where the first one read is later."""
        if last is not None and last is self._ahead:
            self._ahead = None
        while last is None or is_wanted():
            read = self._ahead or self._read()
            self._ahead = None
            if read is None:
                return last
            if read.time_s > time_s:
                self._ahead = read
                return last
            last = read
        return last

    def _seek(self, time_s: float) -> bool:
        self._ahead = None
        if not self._reader.seek(max(0.0, time_s)):
            return False
        self._is_from_begin = False
        return True

    def _rewind(self) -> None:
        self._reader.open()
        self._ahead = self._now = None
        self._begin_number, self._is_from_begin = 0, True

    def _read(self) -> ReadFrame | None:
        read = self._reader.next()
        if read is None:
            return None
        if not self._is_from_begin:
            if read.number == 0:
                self._begin_number = round((read.time_s - self._first_s) / self.step_s)
            return read._replace(number=self._begin_number + read.number)
        if read.number == 0:
            self._first_s = read.time_s
        return read
