"""How far a long video is, on one line of a terminal, with a guess of the time that is left."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final

from fer_desktop.batch.inputs import FileAnalyzer, Input
from fer_desktop.core.inert import inert
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.system.terminal import time_left
from fer_desktop.vision.analyzed_video import Places

_TELL_S: Final = 1.0
_WINDOW: Final = 30
"""Lines whose pace makes the guess: faces come and go, and with them the speed changes."""
_FEWEST: Final = 3


class VideoProgress:
    """Writes such as "clip.mp4: 1200 of 9000 frames, about 2 minutes left" once a second."""

    def __init__(
        self, name: str, file: IO[str], clock: Callable[[], float] = time.perf_counter
    ) -> None:
        """Take the name of the video, the terminal, and a clock in seconds."""
        self._name, self._file, self._clock = inert(name), file, clock
        self._told: deque[tuple[float, int]] = deque(maxlen=_WINDOW)
        self._width = 0

    def __call__(self, n_done: int, n: int) -> None:
        """Take in how many frames are done, and how many there are; 0 where nobody knows."""
        now_s = self._clock()
        if self._told and now_s < self._told[-1][0] + _TELL_S:
            return
        self._told.append((now_s, n_done))
        words = progress_words(self._name, n_done, n, self._seconds_left(n - n_done))
        self._write(words.ljust(self._width))
        self._width = len(words)

    def end(self) -> None:
        """Take the line away."""
        if self._width:
            self._write(" " * self._width + "\r")
            self._width = 0

    def _seconds_left(self, n_left: int) -> float | None:
        if len(self._told) < _FEWEST or n_left <= 0:
            return None
        (start_s, first), (end_s, last) = self._told[0], self._told[-1]
        return (end_s - start_s) / max(1, last - first) * n_left

    def _write(self, text: str) -> None:
        self._file.write("\r" + text)
        self._file.flush()


def told_frames(
    analyzer: FileAnalyzer,
    item: Input,
    every: int,
    file: IO[str] | None,
    places: Places | None = None,
) -> Iterator[AnalyzedFrame]:
    """Yield the frames of a file; where `file` is a terminal, it is told how far a video is."""
    if item.kind != "video" or file is None or not file.isatty():
        yield from analyzer.frames(item, every, None, places)
        return
    progress = VideoProgress(Path(item.path).name, file)
    try:
        yield from analyzer.frames(item, every, progress, places)
    finally:
        progress.end()


def progress_words(name: str, n_done: int, n: int, seconds_left: float | None) -> str:
    """Return how far a video is; the count in a file is an estimate, so it may be passed."""
    if n < n_done:
        return f"{name}: {n_done} frames"
    words = f"{name}: {n_done} of {n} frames"
    if seconds_left is None:
        return words
    return f"{words}, {time_left(seconds_left)}"
