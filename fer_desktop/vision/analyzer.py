"""One frame in, its faces with their expressions out.

Detect, track, cut, classify; and for what is shown: calibrate to the person, smooth.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from fer_desktop.core.baseline import Baselines
from fer_desktop.core.errors import FerError
from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace, Timings
from fer_desktop.vision.analyzer_state import AnalyzerState, Keeper
from fer_desktop.vision.detection.appearance import appearance_of
from fer_desktop.vision.detection.cuts import CutWatch
from fer_desktop.vision.detection.detector import LiveDetector
from fer_desktop.vision.recognition.classifier import Chips, Classifier, Probabilities
from fer_desktop.vision.recognition.interpreter_pool import Answer, SideBySide
from fer_desktop.vision.recognition.preprocess import chip_to_image, face_chip
from fer_desktop.vision.recognition.quality import assess

_NOTHING: Final = np.empty((0, N_LABELS), np.float32)
"""Of a frame without faces, for which the network need not run."""
_NEVER: Final = 2.0
"""A threshold that no probability reaches: what is said of half a face is not to be relied on."""
_MOST_UNDER_WAY: Final = 4
"""Frames whose faces are found and not yet named."""


@dataclass(frozen=True, eq=False)
class _Located:
    """A frame whose faces are found and not yet named.

    Attributes:
        frame: The frame.
        faces: What was found in it.
        chips: What the network is to see of each.
        known: Numbers of the faces that are not forgotten by then.
        detect_ms: How long it took to find them.
        track_ms: How long it took to number them.
        cut_ms: How long it took to cut them out.
        state: What the next frame depends on; None where nobody wants it.
    """

    frame: Frame
    faces: tuple[Face, ...]
    chips: Chips
    known: frozenset[int]
    detect_ms: float
    track_ms: float
    cut_ms: float
    state: AnalyzerState | None = None


class FrameAnalyzer:
    """Analyzes frames in order. Used from the thread that made it."""

    def __init__(
        self,
        detector: LiveDetector,
        classifier: Classifier,
        *,
        threshold: float,
        tracker: Tracker | None = None,
        smoother: Smoother | None = None,
        baselines: Baselines | None = None,
    ) -> None:
        """Take the parts together.

        Args:
            detector: Finds the faces.
            classifier: Names their expression.
            threshold: Below this confidence a label is `uncertain`.
            tracker: Numbers faces and holds lost ones; None for single pictures.
            smoother: Calms what is shown; None shows it at once.
            baselines: Corrects what is shown of some faces. Emptied with the first frame: its
                numbers are those of an earlier tracker, whose analyzer is used until then.
        """
        self.classifier = classifier
        self._detector, self._tracker, self._smoother = detector, tracker, smoother
        self._threshold = threshold
        self._baselines = Baselines() if baselines is None else baselines
        self._networks = SideBySide(classifier)
        self._cuts = CutWatch()
        self._is_first = True

    def analyze(self, frame: Frame) -> AnalyzedFrame:
        """Return the faces of the frame with raw and smoothed expressions, seen faces first.

        Raises:
            ModelError: The network gave no probabilities.
        """
        located = self._located(frame)
        start = time.perf_counter()
        if len(located.faces) > 1 and self._networks.n_threads > 1:
            rows, _ = self._networks.submit(located.chips).get()
        else:
            rows = self.classifier.classify(located.chips) if located.faces else _NOTHING
        return self._named(located, rows, (time.perf_counter() - start) * 1e3)

    def analyze_together(
        self, frames: Sequence[Frame], known: Sequence[Sequence[Face] | None] | None = None
    ) -> list[AnalyzedFrame]:
        """Return what `analyze` returns for each frame; the network sees all faces at once.

        Args:
            frames: Single pictures.
            known: The faces of each frame, which are not looked for then; None looks for them.

        Raises:
            ModelError: The network gave no probabilities.
        """
        given = [None] * len(frames) if known is None else known
        located = [self._located(*each) for each in zip(frames, given, strict=True)]
        start = time.perf_counter()
        chips = [each.chips for each in located if each.faces]
        rows = self.classifier.classify(np.concatenate(chips)) if chips else _NOTHING
        ms = (time.perf_counter() - start) * 1e3 / max(1, len(frames))
        ends = np.cumsum([len(each.faces) for each in located])
        parts = np.split(rows, ends[:-1]) if located else []
        return [self._named(each, part, ms) for each, part in zip(located, parts, strict=True)]

    def analyze_all(
        self, frames: Iterable[Frame], keeper: Keeper | None = None
    ) -> Iterator[AnalyzedFrame]:
        """Yield what `analyze` returns for each frame, one after the other, on all cores.

        While the network names the faces of a frame, those of the next ones are found already. So
        it is for frames that can be had at once, and not for a camera, whose newest result would
        wait for later frames.

        Args:
            frames: In their order.
            keeper: Gets the state after some of them; only without smoother and baselines, and
                where the detector does nothing in the background.

        Raises:
            ModelError: The network gave no probabilities.
            FerError: Of `frames`, after the results of the frames before.
        """
        if self._networks.n_threads == 1:
            yield from self._one_by_one(frames, keeper)
            return
        frames = iter(frames)
        under_way: deque[tuple[_Located, Answer | None]] = deque()
        problem: FerError | None = None
        is_over = False
        while under_way or not is_over:
            if is_over or len(under_way) >= _MOST_UNDER_WAY:
                located, answer = under_way.popleft()
                yield self._named(located, *(answer.get() if answer else (_NOTHING, 0.0)))
                if keeper is not None and located.state is not None:
                    keeper.keep(located.frame, located.state)
                continue
            try:
                frame = next(frames, None)
            except FerError as error:
                frame, problem = None, error
            if frame is None:
                is_over = True
                continue
            located = self._located(frame, keeper=keeper)
            answer = self._networks.submit(located.chips) if located.faces else None
            under_way.append((located, answer))
        if problem is not None:
            raise problem

    @property
    def state(self) -> AnalyzerState:
        """What `restore` takes, so that another analyzer goes on as this one would.

        Only of one that numbers faces, but smooths and corrects nothing, with a detector that does
        nothing in the background.
        """
        assert self._tracker is not None
        assert self._smoother is None
        return AnalyzerState(self._detector.state, self._tracker.state, self._cuts.last_s)

    def restore(self, state: AnalyzerState, frames: Iterable[Frame]) -> None:
        """Go on where another analyzer was.

        Args:
            state: Of an analyzer of the same kind.
            frames: Those of `state.times_s`, in their order.
        """
        assert self._tracker is not None
        self._is_first = False
        self._tracker.restore(state.tracker)
        if state.detector is not None:
            self._detector.restore(state.detector)
        for frame in frames:
            self._detector.recall(frame)
            self._tracker.recall(frame.time_s, partial(appearance_of, frame.image))
            if frame.time_s == state.last_s:
                self._cuts.is_cut(frame.image, frame.time_s)

    def close(self) -> None:
        """End what runs in the background; nothing is analyzed after it."""
        self._detector.close()
        self._networks.close()

    def _one_by_one(
        self, frames: Iterable[Frame], keeper: Keeper | None
    ) -> Iterator[AnalyzedFrame]:
        for frame in frames:
            yield self.analyze(frame)
            if keeper is not None and keeper.is_due():
                keeper.keep(frame, self.state)

    def _located(
        self, frame: Frame, known: Sequence[Face] | None = None, keeper: Keeper | None = None
    ) -> _Located:
        start = time.perf_counter()
        tracker = self._tracker
        if tracker and (self._cuts.is_cut(frame.image, frame.time_s) or not frame.follows):
            tracker.forget()
        expected = tracker.expected(frame.time_s) if tracker else []
        faces = self._detector.look(frame, expected) if known is None else known
        detected = time.perf_counter()
        if tracker:
            looked_at = [_with_appearance(face, frame) for face in faces]
            faces = tracker.update(looked_at, frame.time_s, (frame.width, frame.height))
        tracked = time.perf_counter()
        chip_format = self.classifier.spec.chip_format
        chips = np.empty((len(faces), *chip_format.shape), np.float32)
        for chip, face in zip(chips, faces, strict=True):
            chip[:] = face_chip(frame.image, face.box, chip_format, face.tilt_deg)
        end = time.perf_counter()
        return _Located(
            frame,
            tuple(faces),
            chips,
            tracker.known if tracker else frozenset(),
            (detected - start) * 1e3,
            (tracked - detected) * 1e3,
            (end - tracked) * 1e3,
            self.state if keeper is not None and keeper.is_due() else None,
        )

    def _named(self, located: _Located, rows: Probabilities, classify_ms: float) -> AnalyzedFrame:
        start = time.perf_counter()
        if self._is_first:
            self._is_first = False
            self._baselines.clear()
        time_s, chip_format = located.frame.time_s, self.classifier.spec.chip_format
        recognized = []
        for face, chip, row in zip(located.faces, located.chips, rows, strict=True):
            quality = assess(chip, face, chip_format)
            raw = Expression(row, _NEVER if quality.is_covered else self._threshold)
            shown = self._baselines.apply(face.track_id, raw)
            if self._smoother is not None and face.track_id is not None:
                # After the correction, so that the label too is decided from what is shown.
                shown = self._smoother.update(face.track_id, shown, time_s)
            seen = chip_to_image(chip, chip_format)
            recognized.append(RecognizedFace(face, raw, shown, seen, quality))
        if self._tracker is not None:
            self._forget_all_but(located.known)
        classify_ms += located.cut_ms + (time.perf_counter() - start) * 1e3
        timings = Timings(located.detect_ms, located.track_ms, classify_ms)
        return AnalyzedFrame(located.frame, tuple(recognized), timings)

    def _forget_all_but(self, known: frozenset[int]) -> None:
        self._baselines.forget_all_but(known)
        if self._smoother is not None:
            self._smoother.forget_all_but(known)


def _with_appearance(face: Face, frame: Frame) -> Face:
    """Return a face with what tells it from others; one that was only followed needs none."""
    if face.track_id is not None:
        return face
    return replace(face, appearance=appearance_of(frame.image, face.box))
