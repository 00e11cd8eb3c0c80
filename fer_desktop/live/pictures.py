"""Analyzes picture files in threads of its own and hands the results to whoever polls."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import FerError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Frame, ImageBGR, RecognizedFace
from fer_desktop.live.picture_queue import PictureQueue
from fer_desktop.system.shutdown import Worker, left_s
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.media.images import read_image

log = logging.getLogger(__name__)

VIEW_SIDE_PX = 2048
"""Pictures are kept for the view no larger than this; the analysis sees them whole."""
THUMBNAIL_SIDE_PX = 160
"""Sharp enough for a filmstrip on a screen of high resolution."""
MOST_RESULTS = 8
"""Results that wait to be fetched; the thread rests when there are so many."""


@dataclass(frozen=True, eq=False)
class PictureResult:
    """A picture with its faces, or why it could not be read.

    Attributes:
        path: The file.
        image: (h, w, 3) uint8 BGR for the view, shrunk where the picture is large; None on error,
            and where it was put out of memory.
        size: Width and height of the picture itself; boxes are in its pixels.
        faces: Largest first.
        error: What to tell the user; "" when all went well.
        thumbnail: A small copy as a JPEG file; empty on error.
        seconds: How long reading and analysis took.
    """

    path: Path
    image: ImageBGR | None
    size: tuple[int, int]
    faces: tuple[RecognizedFace, ...]
    error: str = ""
    thumbnail: bytes = b""
    seconds: float = 0.0

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
    """Threads that analyze the files they are given until they are stopped.

    They wait while nobody fetches their results, so that memory stays bounded.
    """

    def __init__(
        self,
        make_analyzer: Callable[[], FrameAnalyzer],
        read: Callable[[Path], ImageBGR] = read_image,
        n_workers: int = 1,
    ) -> None:
        """Start the threads; each makes its analyzer itself, with its first picture.

        Args:
            make_analyzer: Makes what finds faces and names expressions.
            read: Reads a picture; raises ImageError where it can't.
            n_workers: How many pictures are analyzed at a time. With several, results come in the
                order in which they are ready.
        """
        self._make_analyzer, self._read = make_analyzer, read
        self._queue, self._results = PictureQueue(), deque[PictureResult]()
        self._at_hand: set[Path] = set()
        self._round = 0
        """Counts the restarts: what was begun in an earlier round is thrown away."""
        self._is_stopped = False
        self._change = threading.Condition()
        self._threads = [
            Worker(self._run, "pictures", self._request_stop) for _ in range(n_workers)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def is_paused(self) -> bool:
        """Whether only those pictures are analyzed that are asked for first."""
        return self._queue.is_paused

    def add(self, paths: Iterable[Path]) -> None:
        """Analyze these files too."""
        with self._change:
            self._queue.add(paths)
            self._change.notify_all()

    def put_first(self, path: Path) -> None:
        """Analyze this file next, also while paused; nothing where it is on its way already."""
        with self._change:
            is_ready = any(path == result.path for result in self._results)
            if path not in self._at_hand and not is_ready:
                self._queue.put_first(path)
            self._change.notify_all()

    def forget(self, paths: Iterable[Path]) -> None:
        """Analyze these files no more; a result that is on its way comes all the same."""
        with self._change:
            self._queue.remove(paths)

    def pause(self, on: bool) -> None:
        """Rest after the pictures at hand, or carry on where it rested."""
        with self._change:
            self._queue.is_paused = on
            self._change.notify_all()

    def restart(self, make_analyzer: Callable[[], FrameAnalyzer]) -> None:
        """Throw away files and results, and go on with other analyzers, made with the next file."""
        with self._change:
            self._make_analyzer = make_analyzer
            self._round += 1
            self._at_hand.clear()
            self._queue.clear()
            self._queue.is_paused = False
            self._results.clear()
            self._change.notify_all()

    def poll(self) -> list[PictureResult]:
        """Return the results since the last call, a handful at most."""
        with self._change:
            results = list(self._results)
            self._results.clear()
            self._change.notify_all()
        return results

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End after the pictures at hand; return False when that was not in time."""
        self._request_stop()
        until_s = time.monotonic() + left_s(timeout_s)
        for thread in self._threads:
            thread.join(max(0.0, until_s - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _request_stop(self) -> None:
        with self._change:
            self._is_stopped = True
            self._change.notify_all()

    def _run(self) -> None:
        own = _Analyst(self._read)
        try:
            while (job := self._next()) is not None:
                path, job_round, make_analyzer = job
                self._deliver(own.result(path, job_round, make_analyzer), job_round)
        finally:
            own.close()

    def _deliver(self, result: PictureResult, job_round: int) -> None:
        """Wait for room among the results; throw away what belongs to an earlier round."""
        with self._change:
            self._change.wait_for(
                lambda: (
                    self._is_stopped
                    or job_round != self._round
                    or len(self._results) < MOST_RESULTS
                )
            )
            if job_round == self._round:
                self._at_hand.discard(result.path)
                self._results.append(result)

    def _next(self) -> tuple[Path, int, Callable[[], FrameAnalyzer]] | None:
        """Wait for a file to analyze; None at the end."""
        with self._change:
            path = None
            while not self._is_stopped and (path := self._queue.take()) is None:
                self._change.wait()
            if self._is_stopped or path is None:
                return None
            self._at_hand.add(path)
            return path, self._round, self._make_analyzer


class _Analyst:
    """What one of the threads has of its own: an analyzer is used from one thread only."""

    def __init__(self, read: Callable[[Path], ImageBGR]) -> None:
        self._read = read
        self._analyzer: FrameAnalyzer | None = None
        self._made_in = -1

    def close(self) -> None:
        """Close the analyzer."""
        if self._analyzer is not None:
            self._analyzer.close()
            self._analyzer = None

    def result(
        self, path: Path, job_round: int, make_analyzer: Callable[[], FrameAnalyzer]
    ) -> PictureResult:
        """Return what is found on a picture, or why it can't be."""
        begin_s = time.perf_counter()
        try:
            image = self._read(path)
            if self._analyzer is None or self._made_in != job_round:
                self.close()  # of an earlier round
                self._analyzer, self._made_in = make_analyzer(), job_round
            result = _analyzed(path, image, self._analyzer)
        except FerError as error:
            result = PictureResult(path, None, (0, 0), (), str(error))
        except Exception:  # the top of a thread: nobody else would ever tell
            log.exception("the analysis of a picture failed")
            text = f"{path}: the analysis failed; the log file says why."
            result = PictureResult(path, None, (0, 0), (), text)
        return replace(result, seconds=time.perf_counter() - begin_s)


def _analyzed(path: Path, image: ImageBGR, analyzer: FrameAnalyzer) -> PictureResult:
    frame = Frame(image)
    faces = analyzer.analyze(frame).faces
    shown = shrunk(frame.image, VIEW_SIDE_PX)
    thumbnail = encoded(shrunk(shown, THUMBNAIL_SIDE_PX))
    return PictureResult(path, shown, (frame.width, frame.height), faces, thumbnail=thumbnail)


def shrunk(image: ImageBGR, side: int) -> ImageBGR:
    """Return a (H, W, 3) uint8 BGR picture whose longer side has so many pixels at most."""
    height, width = image.shape[:2]
    shrink = side / max(width, height)
    if shrink >= 1:
        return image
    small = max(1, round(width * shrink)), max(1, round(height * shrink))
    return np.asarray(cv2.resize(image, small, interpolation=cv2.INTER_AREA), np.uint8)


def encoded(image: ImageBGR) -> bytes:
    """Return a (H, W, 3) uint8 BGR picture as a small JPEG file; empty where that fails."""
    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 85])
    return data.tobytes() if done else b""
