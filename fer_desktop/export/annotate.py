"""Annotated copies of what was analyzed: pictures as pictures, videos as videos."""

from pathlib import Path

import cv2

from fer_desktop.core.errors import ImageError
from fer_desktop.core.overlay import overlay_items
from fer_desktop.core.types import AnalyzedFrame, ImageBGR
from fer_desktop.vision.images import write_image
from fer_desktop.vision.render import annotated


class CopyNames:
    """Gives each input the name of its copy, in the order of the inputs; none twice."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def of(self, path: str) -> str:
        """Return the next input's: its file's name without suffix, with a number where taken."""
        stem, number = Path(path).stem, 1
        name = stem
        while name.lower() in self._used:
            number += 1
            name = f"{stem}-{number}"
        self._used.add(name.lower())  # Windows and macOS take P and p for the same
        return name


class Annotator:
    """Writes `NAME-annotated.png` or `.mp4` files into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = ""
        self._video: cv2.VideoWriter | None = None
        self._kind = ""
        self._pending: AnalyzedFrame | None = None

    def begin(self, name: str, kind: str) -> None:
        """Start an input, whose copy gets a name that `CopyNames` gave.

        Raises:
            ImageError: The folder can't be made.
        """
        self._kind, self._name = kind, name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ImageError(f"{self._folder}: can't be made ({error.strerror}).") from error

    def frame(self, analyzed: AnalyzedFrame) -> None:
        """Write a picture, or a frame of the video.

        Raises:
            ImageError: The file can't be written.
        """
        if self._kind == "image":
            write_image(self._folder / f"{self._name}-annotated.png", _drawn(analyzed))
            return
        if self._pending is not None:
            self._write_video(self._pending, analyzed.frame.time_s - self._pending.frame.time_s)
        self._pending = analyzed

    def end(self) -> None:
        """Close the video."""
        if self._pending is not None:
            self._write_video(self._pending, 1 / 25)
        if self._video is not None:
            self._video.release()
        self._pending = self._video = None

    def _write_video(self, analyzed: AnalyzedFrame, lasts_s: float) -> None:
        if self._video is None:
            path = self._folder / f"{self._name}-annotated.mp4"
            # The rate is known once the second frame is there.
            rate = min(120.0, max(1.0, 1.0 / max(lasts_s, 1e-3)))
            size = analyzed.frame.width, analyzed.frame.height
            codec = cv2.VideoWriter.fourcc(*"mp4v")
            self._video = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, codec, rate, size)
            if not self._video.isOpened():
                raise ImageError(f"{path}: the annotated video can't be written.")
        self._video.write(_drawn(analyzed))


def _drawn(analyzed: AnalyzedFrame) -> ImageBGR:
    return annotated(analyzed.frame.image, overlay_items(analyzed, smoothed=False))
