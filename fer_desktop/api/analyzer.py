"""The program from Python: pictures, arrays, videos and cameras in, faces out."""

import os
import weakref
from collections.abc import Generator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from fer_desktop.api.live_frames import live_frames
from fer_desktop.core.settings import DetectorName, EngineName, Search, Settings
from fer_desktop.core.types import AnalyzedFrame, Frame, RecognizedFace
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzed_video import analyzed_frames
from fer_desktop.vision.media.images import read_image


class Analyzer:
    """Finds faces in pictures and names their expression.

    It loads the model once; keep it and call it for every picture, from the thread that made it.

        analyzer = Analyzer()
        for face in analyzer.analyze(image_bgr):
            print(face.box, face.label, face.confidence, face.probabilities)

    `with Analyzer() as analyzer:` lets go of cameras and videos at the end of the block.
    """

    def __init__(
        self,
        model: str = Settings.model,
        engine: EngineName = "litert",
        min_confidence: float | None = None,
        *,
        detector: DetectorName = "haar",
        detector_model: str | os.PathLike[str] = "",
        video_search: Search = "thorough",
    ) -> None:
        """Load a model.

        Args:
            model: Name of a bundled model, or the path of a model directory.
            engine: `litert`, or `keras`, which needs TensorFlow.
            min_confidence: Below it a label is `uncertain`; None takes the model's own threshold.
            detector: `haar`, the bundled cascades, or `yunet`, which needs its file.
            detector_model: That file (ONNX).
            video_search: How thoroughly the cascades look for faces in video files: `fast`,
                `balanced` or `thorough`.

        Raises:
            ModelError: The model is unknown or damaged, or the engine is not installed.
            SettingsError: A choice is not a possible one.
        """
        self._settings = Settings(
            model=model,
            engine=engine,
            min_confidence=min_confidence,
            detector=detector,
            detector_model=os.fspath(detector_model),
            video_search=video_search,
        )
        self._classifier = assembly.make_classifier(self._settings)
        self._still = assembly.still_analyzer(self._settings, self._classifier)
        self._is_closed = False
        # Weak, so that a loop that is left lets go of its source at once.
        self._running: weakref.WeakSet[Generator[AnalyzedFrame, None, None]] = weakref.WeakSet()

    def analyze(self, image: NDArray[np.uint8] | str | os.PathLike[str]) -> list[RecognizedFace]:
        """Return the faces of a picture, largest first.

        Args:
            image: (H, W, 3) uint8, blue-green-red as OpenCV reads it; it is not changed. Or the
                path of a picture, which is turned upright as its EXIF orientation says.

        Raises:
            ValueError: The array has another shape or type, or the analyzer is closed.
            ImageError: The file can't be read as a picture.
        """
        self._check_open()
        pixels = read_image(image) if isinstance(image, str | os.PathLike) else image
        return list(self._still.analyze(Frame(np.ascontiguousarray(pixels))).faces)

    def analyze_video(
        self, path: str | os.PathLike[str], every: int = 1
    ) -> Generator[AnalyzedFrame, None, None]:
        """Return an iterator over the frames of a video file; none is dropped.

        Of each, `frame.image` is the picture, (H, W, 3) uint8 BGR, upright and read-only;
        `frame.index` its number from 0; `frame.time_s` the container's own time in seconds, also
        where the rate varies; `faces` the faces, largest first, whose `track_id` is the number that
        stays with a face through the video. Frames are read as they are asked for, so a long video
        needs no more memory than a short one.

        Args:
            path: The video. It is opened at the first step.
            every: The first and then every N-th frame.

        Raises:
            ValueError: `every` is below 1, or the analyzer is closed.
            SourceError: While it is iterated: the video can't be opened, or is damaged; the frames
                before that were given.
        """
        self._check_open()
        if every < 1:
            raise ValueError(f"every is a number from 1, not {every}")
        return self._kept(self._video_frames(Path(path), every))

    def analyze_live(
        self, source: str | int = "camera", *, patience_s: float = 10.0
    ) -> Generator[AnalyzedFrame, None, None]:
        """Return a generator over what a camera shows now.

        Each step gives the newest result; frames that came while the loop was busy are dropped. The
        frames are those of `analyze_video`, with two differences: a camera's `frame.time_s` is the
        monotonic clock, and a face that the detector lost is still there for a moment, with
        `face.face.is_held` set. `face.smoothed` is what the window would show, calmed over time;
        all else is raw.

        The camera is opened at the first step, in a thread of its own, and closed when the
        generator is: at the end of its `with contextlib.closing(...)`, of that of the analyzer, or
        when a loop is left by `break` and nothing else keeps the generator.

        Args:
            source: `camera`, `camera:N` or N (from 0), `demo`, an http or rtsp address, or a file,
                which is played at its own speed.
            patience_s: So long a camera that was unplugged may stay away; it goes on by itself.

        Raises:
            ValueError: The analyzer is closed.
            SourceError: The text names no source. While it is iterated: it can't be read.
            CameraError: While it is iterated: the camera can't be opened, or did not come back.
        """
        self._check_open()
        text = f"camera:{source}" if isinstance(source, int) else source
        assembly.source(text, self._settings)  # a name that is no source is told at once
        return self._kept(live_frames(text, self._settings, patience_s))

    def close(self) -> None:
        """Let go of cameras and videos; nothing is analyzed after it."""
        self._is_closed = True
        for frames in list(self._running):
            frames.close()
        self._still.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _video_frames(self, path: Path, every: int) -> Generator[AnalyzedFrame, None, None]:
        analyzer = assembly.video_analyzer(self._settings, self._classifier)
        yield from analyzed_frames(path, analyzer, every)

    def _kept(
        self, frames: Generator[AnalyzedFrame, None, None]
    ) -> Generator[AnalyzedFrame, None, None]:
        self._running.add(frames)
        return frames

    def _check_open(self) -> None:
        if self._is_closed:
            raise ValueError("this Analyzer is closed; make another one")
