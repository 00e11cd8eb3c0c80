"""Figures of merit of a classifier, from its probabilities and the true labels."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.evaluation.confusion import SHAPE, scores
from fer_desktop.evaluation.intervals import Intervals, bootstrap_intervals

BINS: Final = 15


@dataclass(frozen=True)
class ClassFigures:
    """Precision, recall and F1 of one class, and `n`, how many pictures truly belong to it."""

    n: int
    precision: float
    recall: float
    f1: float

    def as_dict(self) -> dict[str, float | None]:
        """Return them as JSON values; of a class without pictures nothing is known but that."""
        return vars(self).copy() if self.n else {**dict.fromkeys(vars(self)), "n": 0}


@dataclass(frozen=True)
class CalibrationBin:
    """The answers whose confidence is from `low` up to `high`.

    Attributes:
        low: The lowest confidence that counts in.
        high: The first that does not; 1 counts into the last bin.
        n: Number of answers.
        confidence: Their mean confidence; None without answers.
        accuracy: The share of them that is right; None without answers.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    accuracy: float | None


@dataclass(frozen=True, eq=False)
class Figures:
    """How well a classifier did.

    Attributes:
        n: Number of pictures.
        accuracy: Share of pictures named rightly.
        balanced_accuracy: Mean recall over the classes that occur.
        macro_f1: Mean F1 over the classes that occur.
        ece: Expected calibration error, 15 equal bins of confidence (Naeini et al., 2015).
        calibration: Those bins, over the pictures in which a face was found.
        per_class: Figures by label.
        confusion: (8, 9) int: rows are true classes, columns the answers; the last column
            counts pictures in which no face was found.
    """

    n: int
    accuracy: float
    balanced_accuracy: float
    macro_f1: float
    ece: float
    calibration: tuple[CalibrationBin, ...]
    per_class: dict[str, ClassFigures]
    confusion: NDArray[np.int64]

    @property
    def detected(self) -> float:
        """Share of the pictures in which a face was found."""
        return 1.0 - float(self.confusion[:, N_LABELS].sum()) / self.n if self.n else 0.0

    @cached_property
    def intervals(self) -> Intervals:
        """The 95 % confidence intervals; worked out when first asked for."""
        return bootstrap_intervals(self.confusion)

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON values; the confusion matrix has the eight answers only."""
        return {
            "n": self.n,
            "accuracy": self.accuracy,
            "balanced_accuracy": self.balanced_accuracy,
            "macro_f1": self.macro_f1,
            "ece": self.ece,
            "per_class": {label: row.as_dict() for label, row in self.per_class.items()},
            "confusion": self.confusion[:, :N_LABELS].tolist(),
            "labels": list(LABELS),
            "detected": self.detected,
            "intervals": self.intervals.as_dict(),
            "calibration": [vars(row).copy() for row in self.calibration],
        }


def calibration_curve(
    confidence: NDArray[np.floating], correct: NDArray[np.bool_], bins: int = BINS
) -> tuple[CalibrationBin, ...]:
    """Return equal bins of confidence, (n,) in [0, 1], with how often the answers were right."""
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    curve = []
    for b in range(bins):
        inside = which == b
        n = int(inside.sum())
        means = (float(confidence[inside].mean()), float(correct[inside].mean())) if n else None
        curve.append(CalibrationBin(b / bins, (b + 1) / bins, n, *(means or (None, None))))
    return tuple(curve)


def expected_calibration_error(curve: tuple[CalibrationBin, ...]) -> float:
    """Return the mean gap between confidence and accuracy over the bins, weighted by count."""
    gaps = [
        abs(row.confidence - row.accuracy) * row.n
        for row in curve
        if row.confidence is not None and row.accuracy is not None
    ]
    return sum(gaps) / max(sum(row.n for row in curve), 1)


def figures(
    probabilities: NDArray[np.float32], truth: NDArray[np.int64], found: NDArray[np.bool_]
) -> Figures:
    """Return the figures of merit.

    Args:
        probabilities: (n, 8); rows where no face was found are not looked at.
        truth: (n,) class indices.
        found: (n,) False where no face was found; such a picture counts as named wrongly.
    """
    answers = np.where(found, probabilities.argmax(axis=1), N_LABELS)
    confusion = np.zeros(SHAPE, np.int64)
    np.add.at(confusion, (truth, answers), 1)
    overall = scores(confusion)
    rows = np.nan_to_num([overall.precision, overall.recall, overall.f1])
    per_class = {
        label: ClassFigures(int(n), *(float(value) for value in rows[:, i]))
        for i, (label, n) in enumerate(zip(LABELS, confusion.sum(axis=1), strict=True))
    }
    curve = calibration_curve(
        probabilities[found].max(axis=1, initial=0.0), (answers == truth)[found]
    )
    return Figures(
        n=int(truth.size),
        accuracy=float(np.nan_to_num(overall.accuracy)),
        balanced_accuracy=float(np.nan_to_num(overall.balanced_accuracy)),
        macro_f1=float(np.nan_to_num(overall.macro_f1)),
        ece=expected_calibration_error(curve),
        calibration=curve,
        per_class=per_class,
        confusion=confusion,
    )
