"""Every frame of a video file through an analyzer: none is dropped, however long it takes."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.analyzer_state import AnalyzerState
from fer_desktop.vision.media.video_source import VideoSource

Told = Callable[[int, int], None]
"""Takes how many frames are done, and how many the file says it has; 0 where it does not say."""


@dataclass(frozen=True)
class VideoPlace:
    """How far a video is analyzed, and what the rest of it depends on: numbers, no pictures.

    Attributes:
        n_frames: So many frames of the file are done.
        time_s: Of the last one that was given.
        state: Of the analyzer.
    """

    n_frames: int
    time_s: float
    state: AnalyzerState


class Places(Protocol):
    """Where an analysis begins, and who keeps in mind how far it is."""

    @property
    def start(self) -> VideoPlace | None:
        """Where it begins; None at the beginning."""
        ...

    def is_due(self) -> bool:
        """Return whether the place after the next frame is wanted."""
        ...

    def keep(self, place: VideoPlace) -> None:
        """Take a place; all frames before it were given, and the next one was asked for."""
        ...


def analyzed_frames(
    path: Path,
    analyzer: FrameAnalyzer,
    every: int = 1,
    told: Told | None = None,
    places: Places | None = None,
) -> Iterator[AnalyzedFrame]:
    """Yield the analyzed frames of a video; their times are the container's.

    Faces that the detector missed are not made up: held boxes are left out. From a place on come
    the frames that an analysis from the beginning gives: the file is read from its beginning, and
    only not analyzed until there.

    Args:
        path: The video.
        analyzer: A fresh one, which knows no faces of another video; closed in the end.
        every: The first and then every N-th frame.
        told: Learns how far it is, after each frame of the file.
        places: Where to begin, and what is told how far it is.

    Raises:
        SourceError: The video can't be opened, or is damaged; frames before that were given.
    """
    source = VideoSource(path)
    start = None if places is None else places.start
    try:
        source.open()
        n_before = 0
        if start is not None:
            n_before = start.n_frames
            times_s = start.state.times_s
            analyzer.restore(start.state, _passed(source, n_before, times_s, told))
        frames = _every(source, every, told, n_before)
        keeper = None if places is None else _Keeper(places)
        for analyzed in analyzer.analyze_all(frames, keeper):
            seen = tuple(face for face in analyzed.faces if not face.face.is_held)
            yield replace(analyzed, faces=seen)
    finally:
        source.close()
        analyzer.close()


class _Keeper:
    """Makes places of what an analyzer gives."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def is_due(self) -> bool:
        return self._places.is_due()

    def keep(self, frame: Frame, state: AnalyzerState) -> None:
        self._places.keep(VideoPlace(frame.index + 1, frame.time_s, state))


def _passed(
    source: VideoSource, n_frames: int, times_s: Container[float], told: Told | None
) -> Iterator[Frame]:
    """Go past so many frames, and yield those of these times."""
    for n_read in range(1, n_frames + 1):
        frame = source.read_at(times_s)
        if frame is not None:
            yield frame
        if told is not None:
            told(n_read, source.n_expected)


def _every(source: VideoSource, every: int, told: Told | None, n_read: int) -> Iterator[Frame]:
    """Yield every N-th frame of a source that is open, of which so many were read."""
    while True:
        if n_read % every:
            if not source.skip():
                return
        else:
            frame = source.read()
            if frame is None:
                return
            yield frame
        n_read += 1
        if told is not None:
            told(n_read, source.n_expected)
