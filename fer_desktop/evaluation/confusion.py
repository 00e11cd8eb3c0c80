"""The figures that follow from confusion matrices alone, for one matrix or thousands at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import N_LABELS

SHAPE: Final = (N_LABELS, N_LABELS + 1)
"""Rows are true classes, columns the answers; the last column counts pictures without a face."""


@dataclass(frozen=True, eq=False)
class Scores:
    """Figures in [0, 1], each NaN where it has nothing to be counted over.

    Attributes:
        accuracy: (...,) share named rightly; NaN without pictures.
        balanced_accuracy: (...,) mean recall over the classes that occur.
        macro_f1: (...,) mean F1 over the classes that occur.
        precision: (..., 8); NaN for a class that was never answered.
        recall: (..., 8); NaN for a class that does not occur.
        f1: (..., 8); NaN for a class that does not occur.
    """

    accuracy: NDArray[np.float64]
    balanced_accuracy: NDArray[np.float64]
    macro_f1: NDArray[np.float64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    f1: NDArray[np.float64]


def scores(confusion: NDArray[np.int64]) -> Scores:
    """Return the figures of confusion matrices, (..., 8, 9)."""
    named = confusion[..., :N_LABELS]
    hits = np.diagonal(named, axis1=-2, axis2=-1)
    totals, answered = confusion.sum(axis=-1), named.sum(axis=-2)
    occurs = totals > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        recall = hits / totals
        f1 = np.where(occurs, 2 * hits / (totals + answered), np.nan)
        return Scores(
            accuracy=hits.sum(axis=-1) / totals.sum(axis=-1),
            balanced_accuracy=np.where(occurs, recall, 0).sum(axis=-1) / occurs.sum(axis=-1),
            macro_f1=np.where(occurs, f1, 0).sum(axis=-1) / occurs.sum(axis=-1),
            precision=hits / answered,
            recall=recall,
            f1=f1,
        )
