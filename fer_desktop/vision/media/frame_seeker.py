"""Pictures of a video in any order: by their numbers, or by their times."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.video_index import index_of, is_joined
from fer_desktop.vision.media.video_reader import ReadFrame, VideoReader

_NEAR_S: Final = 1.0
"""So far ahead the file is read on; a search in it would read as much."""
_BACK_S: Final = (0.0, 1.0, 4.0, 16.0, 64.0)
"""Where a search lands too late, it begins so much earlier; then at the beginning of the file."""
_SAME_S: Final = 0.0006
"""Containers round times to milliseconds, and rows to microseconds."""
_EXACT_S: Final = 2e-6


class VideoFrames:
    """A video that is looked at here and there. Not for several threads at once.

    Where stamps begin again within a file, a row may have the stamp of another frame as its time;
    there the file is read from its beginning, as the rows were.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = VideoReader(path)
        self._is_open = False
        self._first_s: float | None = None
        self._number: int | None = None
        self._time_s: float | None = None
        self._clock_s: float | None = None
        self._is_joined: bool | None = None
        self._index: NDArray[np.float64] | None = None
        self._last: tuple[int, ImageBGR] | None = None

    def open(self) -> None:
        """Open the file.

        Raises:
            SourceError: It can't be opened as a video.
        """
        self._reader.open()
        self._is_open, self._index, self._last = True, None, None
        self._is_joined = None if self._reader.may_be_joined else False
        # Where a file begins without stamps, those that come later are not the times of rows.
        first = self._reader.next()
        self._first_s = None if first is None else first.stamp_s
        self._rewind()

    def picture(self, number: int, time_s: float | None = None) -> ImageBGR | None:
        """Return a picture, (H, W, 3) uint8 BGR; None where there is none.

        Args:
            number: Counted from 0.
            time_s: When it is shown, in seconds of the file, which finds it at once and surely.

        Raises:
            SourceError: The file can't be read any more.
        """
        if self._last is not None and self._last[0] == number:
            return self._last[1]
        if not self._is_open or number < 0:
            return None
        read = self._found(number, time_s)
        if read is None:
            return None
        self._last = (number, self._reader.picture(read))
        return self._last[1]

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
        self._is_open, self._last, self._index = False, None, None

    def _found(self, number: int, time_s: float | None) -> ReadFrame | None:
        if time_s is None and self._number is not None and number == self._number + 1:
            return self._next()
        if time_s is not None and self._is_joined is None:
            self._is_joined = is_joined(self._path)
        if time_s is not None and self._is_joined:
            return self._read_until(number, time_s)
        if self._first_s is not None and self._reader.has_stamps:
            if time_s is None:
                if self._index is None:
                    # What lies before the first frame could not be decoded, and is none.
                    stamps = index_of(self._path)
                    self._index = stamps[stamps >= self._first_s - _SAME_S]
                if self._index.size and number >= self._index.size:
                    return None
                time_s = float(self._index[number]) if self._index.size else None
            read = None if time_s is None else self._at(time_s)
            if read is not None:
                self._number = number
                return read
        return self._counted(number)

    def _at(self, time_s: float) -> ReadFrame | None:
        """Return the frame that is shown at a time; None where no frame has it."""
        now_s = self._time_s
        if now_s is not None and now_s < time_s < now_s + _NEAR_S:
            read = self._forward_to(time_s)
            if read is not None:
                return read
        for back_s in _BACK_S:
            if time_s - back_s < 0 and back_s:
                break
            if not self._seek(time_s - back_s):
                break
            read = self._forward_to(time_s)
            if read is not None:
                return read
        self._rewind()
        return self._forward_to(time_s)

    def _forward_to(self, time_s: float) -> ReadFrame | None:
        """Read on to the frame of this time; None where it would have been by now."""
        while (read := self._next()) is not None:
            if read.stamp_s is None:
                continue
            if abs(read.stamp_s - time_s) <= _SAME_S:
                return read
            if read.stamp_s > time_s:
                return None
        return None

    def _read_until(self, number: int, time_s: float) -> ReadFrame | None:
        """Return the frame of this time by reading all before it; by its number if none has it."""
        if self._clock_s is None or time_s <= self._clock_s:
            self._rewind()
        while (read := self._next()) is not None and read.time_s <= time_s + _EXACT_S:
            if abs(read.time_s - time_s) <= _EXACT_S:
                self._number = number
                return read
        self._rewind()
        return self._counted(number)

    def _counted(self, number: int) -> ReadFrame | None:
        """Return a frame by counting all before it; None behind the end."""
        if self._number is None or number <= self._number:
            self._rewind()
        while (read := self._next()) is not None:
            if self._number == number:
                return read
        return None

    def _seek(self, time_s: float) -> bool:
        self._number = self._time_s = self._clock_s = None
        return self._reader.seek(time_s)

    def _rewind(self) -> None:
        self._reader.open()
        self._number, self._time_s, self._clock_s = -1, None, -1.0

    def _next(self) -> ReadFrame | None:
        read = self._reader.next()
        if read is None:
            self._number = self._time_s = self._clock_s = (
                None  # at the end: nothing comes from here
            )
            return None
        self._time_s = read.stamp_s
        if self._clock_s is not None:
            self._clock_s = read.time_s
        if self._number is not None:
            self._number += 1
        return read
