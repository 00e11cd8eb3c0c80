"""Measures a classifier on labelled pictures: given as crops, or found by the detector first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.evaluation.metrics import Figures, figures
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision.detection.detector import Detector
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import (
    ChipFormat,
    face_chip,
    whole_picture_chip,
)

Progress = Callable[[int, int], None]
"""Takes how many pictures are done, and of how many."""
Loader = Callable[[Sample], ImageBGR]
"""Gives the picture of a sample; raises ImageError where it can't be read."""


@dataclass(frozen=True, eq=False)
class Answers:
    """What a classifier said to each picture.

    Attributes:
        probabilities: (n, 8) float32; rows where no face was found are 0.
        truth: (n,) class indices.
        found: (n,) whether a face was found; all True for crops.
    """

    probabilities: NDArray[np.float32]
    truth: NDArray[np.int64]
    found: NDArray[np.bool_]

    def answered(self, threshold: float) -> tuple[float, float]:
        """Return what is left when answers below a confidence count as `uncertain`.

        Returns:
            The share of all pictures that is answered, and the share of those that is right (0
            where nothing is answered).
        """
        kept = self.found & (self.probabilities.max(axis=1) >= threshold)
        right = self.probabilities.argmax(axis=1) == self.truth
        return float(kept.mean()), float(right[kept].mean()) if kept.any() else 0.0

    def confidence_when_wrong(self) -> float | None:
        """Return the mean confidence of the wrong answers; None where all are right."""
        wrong = self.found & (self.probabilities.argmax(axis=1) != self.truth)
        return float(self.probabilities[wrong].max(axis=1).mean()) if wrong.any() else None

    def figures(self) -> Figures:
        """Return the figures of merit; a picture without a found face counts as wrong."""
        return figures(self.probabilities, self.truth, self.found)

    def as_dict(self, threshold: float) -> dict[str, Any]:
        """Return the figures as JSON values, and what is left above a threshold."""
        answered, right = self.answered(threshold)
        return {
            **self.figures().as_dict(),
            "answered": answered,
            "right_of_answered": right,
            "confidence_when_wrong": self.confidence_when_wrong(),
        }


def classify_samples(
    samples: Sequence[Sample],
    classifier: Classifier,
    detector: Detector | None,
    progress: Progress,
    load: Loader = load_picture,
) -> Answers:
    """Return the answers to all samples.

    Args:
        samples: The labelled pictures.
        classifier: What is measured.
        detector: Finds the face first, the largest counts; None takes pictures as face crops.
        progress: Called after each picture.
        load: Gives the pictures; measurements of changed ones change them here.

    Raises:
        ImageError: A picture can't be read.
    """
    probabilities = np.zeros((len(samples), N_LABELS), np.float32)
    found = np.zeros(len(samples), bool)
    for row, sample in enumerate(samples):
        chip = sample_chip(load(sample), classifier.spec.chip_format, detector)
        if chip is not None:
            probabilities[row] = classifier.classify(chip[np.newaxis])[0]
            found[row] = True
        progress(row + 1, len(samples))
    truth = np.array([sample.label for sample in samples], np.int64)
    return Answers(probabilities, truth, found)


def sample_chip(
    image: ImageBGR, chip_format: ChipFormat, detector: Detector | None
) -> NDArray[np.float32] | None:
    """Return what a network is to see of a labelled picture, (H, W, C) float32.

    None where the detector finds no face; without one the picture is a face crop already.
    """
    if detector is None:
        return whole_picture_chip(image, chip_format)
    faces = detector.detect(image)
    if not faces:
        return None
    return face_chip(image, faces[0].box, chip_format, faces[0].tilt_deg)
