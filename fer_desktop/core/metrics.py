"""Figures of merit of a classifier, from its probabilities and the true labels."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import LABELS, N_LABELS


@dataclass(frozen=True)
class ClassFigures:
    """Precision, recall and F1 of one class, and `n`, how many pictures truly belong to it."""

    n: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, eq=False)
class Figures:
    """How well a classifier did.

    Attributes:
        n: Number of pictures.
        accuracy: Share of pictures named rightly.
        balanced_accuracy: Mean recall over the classes that occur.
        macro_f1: Mean F1 over the classes that occur.
        ece: Expected calibration error, 15 equal bins of confidence (Naeini et al., 2015).
        per_class: Figures by label.
        confusion: (8, 9) int: rows are true classes, columns the answers; the last column
            counts pictures in which no face was found.
    """

    n: int
    accuracy: float
    balanced_accuracy: float
    macro_f1: float
    ece: float
    per_class: dict[str, ClassFigures]
    confusion: NDArray[np.int64]

    @property
    def detected(self) -> float:
        """Share of the pictures in which a face was found."""
        return 1.0 - float(self.confusion[:, N_LABELS].sum()) / self.n if self.n else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON values; the confusion matrix has the eight answers only."""
        return {
            "n": self.n,
            "accuracy": self.accuracy,
            "balanced_accuracy": self.balanced_accuracy,
            "macro_f1": self.macro_f1,
            "ece": self.ece,
            "per_class": {label: vars(row).copy() for label, row in self.per_class.items()},
            "confusion": self.confusion[:, :N_LABELS].tolist(),
            "labels": list(LABELS),
            "detected": self.detected,
        }


def expected_calibration_error(
    confidence: NDArray[np.floating], correct: NDArray[np.bool_], bins: int = 15
) -> float:
    """Return the mean gap between confidence and accuracy over equal bins, weighted by count."""
    if confidence.size == 0:
        return 0.0
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(float(confidence[which == b].mean()) - float(correct[which == b].mean()))
        * int((which == b).sum())
        for b in range(bins)
        if (which == b).any()
    ]
    return sum(gaps) / int(confidence.size)


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
    confusion = np.zeros((N_LABELS, N_LABELS + 1), np.int64)
    np.add.at(confusion, (truth, answers), 1)
    hits = confusion[:, :N_LABELS].diagonal()
    totals, answered = confusion.sum(axis=1), confusion[:, :N_LABELS].sum(axis=0)
    recall = hits / np.maximum(totals, 1)
    precision = hits / np.maximum(answered, 1)
    f1 = 2 * hits / np.maximum(totals + answered, 1)
    occurs = totals > 0
    per_class = {
        label: ClassFigures(int(totals[i]), float(precision[i]), float(recall[i]), float(f1[i]))
        for i, label in enumerate(LABELS)
    }
    return Figures(
        n=int(truth.size),
        accuracy=float(hits.sum() / max(truth.size, 1)),
        balanced_accuracy=float(recall[occurs].mean()) if occurs.any() else 0.0,
        macro_f1=float(f1[occurs].mean()) if occurs.any() else 0.0,
        ece=expected_calibration_error(
            probabilities[found].max(axis=1, initial=0.0), (answers == truth)[found]
        ),
        per_class=per_class,
        confusion=confusion,
    )
