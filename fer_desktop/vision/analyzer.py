"""One frame in, its faces with their expressions out.

Detect, track, cut, classify; and for what is shown: calibrate to the person, smooth.
"""

import time
from collections.abc import Sequence

import numpy as np

from fer_desktop.core.baseline import Baselines
from fer_desktop.core.smoothing import Smoother
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace, Timings
from fer_desktop.vision.classifier import Classifier
from fer_desktop.vision.detector import LiveDetector
from fer_desktop.vision.preprocess import chip_to_image, face_chip
from fer_desktop.vision.quality import assess


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
        self._is_first = True

    def analyze(self, frame: Frame) -> AnalyzedFrame:
        """Return the faces of the frame with raw and smoothed expressions, seen faces first.

        Raises:
            ModelError: The network gave no probabilities.
        """
        if self._is_first:
            self._is_first = False
            self._baselines.clear()
        start = time.perf_counter()
        tracker = self._tracker
        expected = tracker.expected(frame.time_s) if tracker else []
        faces: Sequence[Face] = self._detector.look(frame, expected)
        detected = time.perf_counter()
        if tracker:
            faces = tracker.update(faces, frame.time_s, (frame.width, frame.height))
        tracked = time.perf_counter()
        recognized = self._recognize(frame, faces)
        if tracker:
            self._forget_gone(tracker)
        end = time.perf_counter()
        timings = Timings(
            (detected - start) * 1e3, (tracked - detected) * 1e3, (end - tracked) * 1e3
        )
        return AnalyzedFrame(frame, recognized, timings)

    def close(self) -> None:
        """End what runs in the background; nothing is analyzed after it."""
        self._detector.close()

    def _recognize(self, frame: Frame, faces: Sequence[Face]) -> tuple[RecognizedFace, ...]:
        if not faces:
            return ()
        chip_format = self.classifier.spec.chip_format
        chips = np.stack([face_chip(frame.image, face.box, chip_format) for face in faces])
        rows = self.classifier.classify(chips)
        recognized = []
        for face, chip, row in zip(faces, chips, rows, strict=True):
            raw = Expression(row, self._threshold)
            shown = self._baselines.apply(face.track_id, raw)
            if self._smoother is not None and face.track_id is not None:
                # After the correction, so that the label too is decided from what is shown.
                shown = self._smoother.update(face.track_id, shown, frame.time_s)
            quality = assess(chip, face, chip_format)
            seen = chip_to_image(chip, chip_format)
            recognized.append(RecognizedFace(face, raw, shown, seen, quality))
        return tuple(recognized)

    def _forget_gone(self, tracker: Tracker) -> None:
        known = tracker.known
        self._baselines.forget_all_but(known)
        if self._smoother is not None:
            self._smoother.forget_all_but(known)
