"""Analyzes picture files in a thread of its own and hands the results to whoever polls."""

import logging
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import FerError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Frame, ImageBGR, RecognizedFace
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.images import read_image

log = logging.getLogger(__name__)

VIEW_SIDE_PX = 2048
"""Pictures are kept for the view no larger than this; the analysis sees them whole."""


@dataclass(frozen=True, eq=False)
class PictureResult:
    """A picture with its faces, or why it could not be read.

    Attributes:
        path: The file.
        image: (h, w, 3) uint8 BGR for the view, shrunk where the picture is large; None on error.
        size: Width and height of the picture itself; boxes are in its pixels.
        faces: Largest first.
        error: What to tell the user; "" when all went well.
    """

    path: Path
    image: ImageBGR | None
    size: tuple[int, int]
    faces: tuple[RecognizedFace, ...]
    error: str = ""

    def faces_scaled(self, scale: float) -> tuple[RecognizedFace, ...]:
        """Return the faces with their boxes in pixels of a picture scaled by this factor."""
        return tuple(
            replace(
                face,
                face=replace(face.face, box=BoundingBox(*(round(v * scale) for v in face.box))),
            )
            for face in self.faces
        )


class PictureThread:
    """A thread that analyzes the files it is given until it is stopped."""

    def __init__(self, make_analyzer: Callable[[], FrameAnalyzer]) -> None:
        self._make_analyzer = make_analyzer
        self._jobs: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[PictureResult] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pictures", daemon=True)
        self._thread.start()

    def add(self, paths: Iterable[Path]) -> None:
        """Analyze these files too."""
        for path in paths:
            self._jobs.put(path)

    def poll(self) -> list[PictureResult]:
        """Return the results since the last call."""
        results = []
        while True:
            try:
                results.append(self._results.get_nowait())
            except queue.Empty:
                return results

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End after the picture at hand; return False when that was not in time."""
        self._stop.set()
        self._jobs.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        analyzer: FrameAnalyzer | None = None
        while (path := self._jobs.get()) is not None and not self._stop.is_set():
            try:
                analyzer = analyzer or self._make_analyzer()
                result = _analyzed(path, analyzer)
            except FerError as error:
                result = PictureResult(path, None, (0, 0), (), str(error))
            except Exception:  # the top of a thread: nobody else would ever tell
                log.exception("the analysis of a picture failed")
                text = f"{path}: the analysis failed; the log file says why."
                result = PictureResult(path, None, (0, 0), (), text)
            self._results.put(result)


def _analyzed(path: Path, analyzer: FrameAnalyzer) -> PictureResult:
    frame = Frame(read_image(path))
    faces = analyzer.analyze(frame).faces
    image, size = frame.image, (frame.width, frame.height)
    shrink = VIEW_SIDE_PX / max(size)
    if shrink < 1:
        small = max(1, round(size[0] * shrink)), max(1, round(size[1] * shrink))
        image = np.asarray(cv2.resize(image, small, interpolation=cv2.INTER_AREA), np.uint8)
    return PictureResult(path, image, size, faces)
