"""Every frame of a video file through an analyzer: none is dropped, however long it takes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.media.video_source import VideoSource

Told = Callable[[int, int], None]
"""Takes how many frames are done, and how many the file says it has; 0 where it does not say."""


def analyzed_frames(
    path: Path, analyzer: FrameAnalyzer, every: int = 1, told: Told | None = None
) -> Iterator[AnalyzedFrame]:
    """Yield the analyzed frames of a video; their times are the container's.

    Faces that the detector missed are not made up: held boxes are left out.

    Args:
        path: The video.
        analyzer: A fresh one, which knows no faces of another video; closed in the end.
        every: The first and then every N-th frame.
        told: Learns how far it is, after each frame of the file.

    Raises:
        SourceError: The video can't be opened, or is damaged; frames before that were given.
    """
    source = VideoSource(path)
    try:
        source.open()
        for analyzed in analyzer.analyze_all(_every(source, every, told)):
            seen = tuple(face for face in analyzed.faces if not face.face.is_held)
            yield replace(analyzed, faces=seen)
    finally:
        source.close()
        analyzer.close()


def _every(source: VideoSource, every: int, told: Told | None) -> Iterator[Frame]:
    """Yield every N-th frame of a source that is open."""
    n_read = 0
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
