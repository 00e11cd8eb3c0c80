"""The program from Python: pictures, arrays, videos and cameras in, faces out."""

import atexit
import contextlib
import os
import threading
import weakref
from collections.abc import Generator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, NoReturn, Self, cast, get_args, overload

from fer_desktop.api.arguments import (
    check_crops,
    check_patience,
    check_pictures,
    model_text,
    source_text,
    whole,
)
from fer_desktop.api.crops import faces_of_crops
from fer_desktop.api.live_frames import live_frames
from fer_desktop.api.pictures import Box, ColorOrder, Picture, Pictures, as_bgr, given_faces
from fer_desktop.core.errors import SourceError
from fer_desktop.core.settings import DetectorName, EngineName, Search, Settings
from fer_desktop.core.types import AnalyzedFrame, Frame, RecognizedFace
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzed_video import analyzed_frames
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.media.video_source import VideoSource

_BATCH: Final = 32
"""So many pictures are in memory at once, and so many crops go through the network together."""

# Weak, so that a loop that is left lets go of its source at once.
_running: "weakref.WeakSet[Generator[AnalyzedFrame, None, None]]" = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """Let go of all sources while Python can still end their threads."""
    for frames in list(_running):
        with contextlib.suppress(ValueError):  # another thread takes a step of it just now
            frames.close()


class Analyzer:
    """Finds faces in pictures and names their expression.

    It loads the model once; keep it and call it for every picture. Several threads may use one:
    they take turns, so one Analyzer a thread is quicker where there are cores for it.

    >>> from fer_desktop import Analyzer
    >>> with Analyzer() as analyzer:
    ...     for face in analyzer.analyze("astronaut.jpg"):
    ...         print(face.label, face.box.width > 50, face.valence > 0)
    happiness True True

    `with` lets go of cameras and videos at the end of the block.
    """

    def __init__(
        self,
        model: str | os.PathLike[str] = Settings.model,
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
            TypeError: The model is neither name nor path.
            SettingsError: A choice is not a possible one.
        """
        self._settings = Settings(
            model=model_text(model),
            engine=engine,
            min_confidence=min_confidence,
            detector=detector,
            detector_model=os.fspath(detector_model),
            video_search=video_search,
        )
        self._classifier = assembly.make_classifier(self._settings)
        self._stills: dict[Search, FrameAnalyzer] = {}
        self._still("thorough")
        # An engine runs one thing at a time.
        self._lock = threading.RLock()
        self._is_closed = False
        self._running: weakref.WeakSet[Generator[AnalyzedFrame, None, None]] = weakref.WeakSet()

    @overload
    def analyze(
        self,
        image: Picture,
        *,
        color: ColorOrder = ...,
        search: Search = ...,
        boxes: Sequence[Box] | None = ...,
    ) -> list[RecognizedFace]: ...

    @overload
    def analyze(
        self,
        image: Pictures,
        *,
        color: ColorOrder = ...,
        search: Search = ...,
        boxes: Sequence[Sequence[Box] | None] | None = ...,
    ) -> list[list[RecognizedFace]]: ...

    def analyze(
        self,
        image: Picture | Pictures,
        *,
        color: ColorOrder = "bgr",
        search: Search = "thorough",
        boxes: Sequence[Box] | Sequence[Sequence[Box] | None] | None = None,
    ) -> list[RecognizedFace] | list[list[RecognizedFace]]:
        """Return the faces of a picture, largest first; of a list of pictures, a list for each.

        >>> analyzer = Analyzer()
        >>> [[face.label for face in faces] for faces in analyzer.analyze(["astronaut.jpg"] * 2)]
        [['happiness'], ['happiness']]
        >>> (face,) = analyzer.analyze("astronaut.jpg", boxes=[(175, 64, 274, 163)])
        >>> face.box
        BoundingBox(x1=175, y1=64, x2=274, y2=163)

        Args:
            image: An array, (H, W, 3) uint8 or a gray one, which is not changed; the path of a
                picture; a Pillow picture. The last two are turned upright as their EXIF orientation
                says. Or a list of such pictures: the network then sees many faces at once.
            color: What the channels of an array are: `bgr` as OpenCV reads it, `rgb` as most other
                libraries give it, `gray` for (H, W) or (H, W, 1).
            search: How thoroughly the cascades look for faces; `fast` takes a tenth of the time and
                finds upright faces that are not small.
            boxes: Where the faces are, (x1, y1, x2, y2) each: nothing is looked for then, and the
                faces come in this order. For a list of pictures, such a list or None for each.

        Raises:
            ValueError: An array has another shape or type, a box lies outside, or the analyzer is
                closed.
            ImageError: A file can't be read as a picture.
        """
        if isinstance(image, list | tuple):
            check_pictures(image)
            given = [None] * len(image) if boxes is None else list(boxes)
            if len(given) != len(image):
                raise ValueError(
                    f"{len(image)} pictures need as many lists of boxes, not {len(given)}; None "
                    "stands for a picture in which faces are looked for"
                )
            pairs = list(zip(image, given, strict=True))
            parts = [pairs[at : at + _BATCH] for at in range(0, len(pairs), _BATCH)]
            return [faces for part in parts for faces in self._analyzed(part, color, search)]
        return self._analyzed([(image, boxes)], color, search)[0]

    def analyze_crops(
        self, images: Sequence[Picture], *, color: ColorOrder = "bgr"
    ) -> list[RecognizedFace]:
        """Return a face for each picture, which is a face that was cut out already.

        Nothing is looked for: each box is its whole picture. A crop should frame the face as the
        detector's boxes do, from the brows to the chin with a little around.

        >>> import cv2
        >>> crop = cv2.imread("astronaut.jpg")[64:163, 175:274]
        >>> Analyzer().analyze_crops([crop])[0].label
        'happiness'

        Args:
            images: As `analyze` takes them.
            color: As for `analyze`.

        Raises:
            TypeError: These are no list of pictures.
            ValueError: An array has another shape or type, or the analyzer is closed.
            ImageError: A file can't be read as a picture.
        """
        check_crops(images)
        faces: list[RecognizedFace] = []
        for at in range(0, len(images), _BATCH):
            pixels = [as_bgr(image, color) for image in images[at : at + _BATCH]]
            with self._lock:
                self._check_open()
                classifier = self._still("thorough").classifier
                faces += faces_of_crops(pixels, classifier, self._settings.min_confidence)
        return faces

    def analyze_video(
        self, path: str | os.PathLike[str], every: int = 1
    ) -> Generator[AnalyzedFrame, None, None]:
        """Return an iterator over the frames of a video file; none is dropped.

        Of each, `frame.image` is the picture, (H, W, 3) uint8 BGR, upright and read-only;
        `frame.index` its number from 0; `frame.time_s` the container's own time in seconds, also
        where the rate varies; `faces` the faces, largest first, whose `track_id` is the number that
        stays with a face through the video. Frames are read as they are asked for, so a long video
        needs no more memory than a short one.

        >>> frames = Analyzer(model="seed").analyze_video("clip.mp4", every=5)
        >>> [(analyzed.frame.index, analyzed.labels) for analyzed in frames]
        [(0, ['happiness']), (5, ['happiness'])]

        Args:
            path: The video.
            every: The first and then every N-th frame.

        Raises:
            TypeError: The video is no path.
            ValueError: `every` is no whole number from 1, or the analyzer is closed.
            SourceError: The video can't be opened. While it is iterated: it is damaged; the frames
                before that were given.
        """
        self._check_open()
        step = whole(every)
        if step is None or step < 1:
            raise ValueError(f"every is a whole number from 1, not {every!r}")
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"a video is a path, not {path!r}; cameras are for analyze_live")
        if "://" in os.fspath(path):
            raise SourceError(f"{path}: this is an address; analyze_live takes those.")
        source = VideoSource(Path(path))
        try:
            source.open()
        finally:
            source.close()
        return self._kept(self._video_frames(Path(path), step))

    def analyze_live(
        self, source: str | os.PathLike[str] | int = "camera", *, patience_s: float = 10.0
    ) -> Generator[AnalyzedFrame, None, None]:
        """Return a generator over what a camera shows now.

        Each step gives the newest result; frames that came while the loop was busy are dropped. The
        frames are those of `analyze_video`, with two differences: a camera's `frame.time_s` is the
        monotonic clock, and a face that the detector lost is still there for a moment, with
        `face.face.is_held` set. `face.smoothed` is what the window would show, calmed over time;
        all else is raw.

        The camera is opened at the first step, in a thread of its own, and closed when the
        generator is: at the end of its `with contextlib.closing(...)` or of the analyzer's, when a
        loop is left by `break` and nothing else keeps the generator, or when Python ends.

        >>> for analyzed in Analyzer(model="seed").analyze_live("demo"):
        ...     print(analyzed.frame.width, analyzed.frame.height)
        ...     break
        640 480

        Args:
            source: `camera`, `camera:N` or N (from 0), `demo`, an http or rtsp address, or a file,
                which is played at its own speed.
            patience_s: So long a camera that was unplugged may stay away; it goes on by itself.

        Raises:
            TypeError: The source is no text, path or number.
            ValueError: `patience_s` is no number from 0, or the analyzer is closed.
            SourceError: The text names no source. While it is iterated: it can't be read.
            CameraError: While it is iterated: the camera can't be opened, or did not come back.
        """
        self._check_open()
        text = source_text(source)
        check_patience(patience_s)
        assembly.source(text, self._settings)  # a name that is no source is told at once
        frames = live_frames(text, self._settings, patience_s, lambda: self._is_closed)
        return self._kept(frames)

    def close(self) -> None:
        """Let go of cameras and videos; nothing is analyzed after it.

        Loops of other threads end with their next step.
        """
        self._is_closed = True
        for frames in list(self._running):
            with contextlib.suppress(ValueError):  # another thread takes a step of it just now
                frames.close()
        with self._lock:
            for still in self._stills.values():
                still.close()

    def __repr__(self) -> str:
        state = ", closed" if self._is_closed else ""
        return f"Analyzer(model={self._settings.model!r}, engine={self._settings.engine!r}{state})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("an Analyzer can't be copied or sent to another process; make one there")

    def __enter__(self) -> Self:
        self._check_open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _video_frames(self, path: Path, every: int) -> Generator[AnalyzedFrame, None, None]:
        # An engine of its own: pictures may be analyzed meanwhile, also in another thread.
        with self._lock:
            classifier = self._classifier.twin()
        analyzer = assembly.video_analyzer(self._settings, classifier)
        for analyzed in analyzed_frames(path, analyzer, every):
            if self._is_closed:
                return
            yield analyzed

    def _kept(
        self, frames: Generator[AnalyzedFrame, None, None]
    ) -> Generator[AnalyzedFrame, None, None]:
        self._running.add(frames)
        _running.add(frames)
        return frames

    def _still(self, search: Search) -> FrameAnalyzer:
        if search not in self._stills:
            self._stills[search] = assembly.still_analyzer(self._settings, self._classifier, search)
        return self._stills[search]

    def _analyzed(
        self, pairs: Sequence[tuple[Picture, object]], color: ColorOrder, search: Search
    ) -> list[list[RecognizedFace]]:
        if search not in get_args(Search):
            raise ValueError(f"search is one of {', '.join(get_args(Search))}, not {search!r}")
        pixels = [as_bgr(picture, color) for picture, _ in pairs]
        known = [
            None if boxes is None else given_faces(image, cast("Sequence[Box]", boxes))
            for image, (_, boxes) in zip(pixels, pairs, strict=True)
        ]
        with self._lock:
            self._check_open()
            frames = [Frame(image) for image in pixels]
            found = self._still(search).analyze_together(frames, known)
        return [list(analyzed.faces) for analyzed in found]

    def _check_open(self) -> None:
        if self._is_closed:
            raise ValueError("this Analyzer is closed; make another one")
