"""95 % confidence intervals of a classifier's figures: the percentile bootstrap (Efron, 1979).

All figures follow from the confusion matrix. So its cells are drawn anew, from the multinomial
distribution of the counts that were seen: the same as drawing the pictures themselves with
replacement, in milliseconds.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.evaluation.confusion import SHAPE, scores

RESAMPLES: Final = 2000
_SEED: Final = 1979
_TAIL: Final = 0.025

Interval = tuple[float, float]
"""The lower and the upper end."""


@dataclass(frozen=True)
class ClassIntervals:
    """Intervals of one class; None where there is nothing to count over."""

    recall: Interval | None
    precision: Interval | None
    f1: Interval | None


@dataclass(frozen=True)
class Intervals:
    """Intervals of all figures; None without pictures."""

    accuracy: Interval | None
    balanced_accuracy: Interval | None
    macro_f1: Interval | None
    per_class: dict[str, ClassIntervals]

    def as_dict(self) -> dict[str, Any]:
        """Return the intervals as JSON values: [lower, upper] or None."""
        return {
            "accuracy": _pair(self.accuracy),
            "balanced_accuracy": _pair(self.balanced_accuracy),
            "macro_f1": _pair(self.macro_f1),
            "per_class": {
                label: {name: _pair(interval) for name, interval in vars(row).items()}
                for label, row in self.per_class.items()
            },
        }


def bootstrap_intervals(confusion: NDArray[np.int64], resamples: int = RESAMPLES) -> Intervals:
    """Return the intervals for a confusion matrix, (8, 9); the same ones every time.

    A class that is absent from a resample is left out of that resample's means. Where none or all
    of the pictures were right, every resample says the same, which would claim certainty; there
    the end that could still move is the exact bound (Clopper and Pearson, 1934): none of 9 right
    gives [0, 0.34].
    """
    n = int(confusion.sum())
    if n == 0:
        nothing = ClassIntervals(None, None, None)
        return Intervals(None, None, None, dict.fromkeys(LABELS, nothing))
    drawn = scores(_resampled(confusion, n, resamples))
    named = confusion[:, :N_LABELS]
    hits, totals, answered = named.diagonal(), confusion.sum(axis=1), named.sum(axis=0)
    per_class = {}
    for i, label in enumerate(LABELS):
        right = int(hits[i])
        recall = _of_share(drawn.recall[:, i], right, int(totals[i]))
        precision = _of_share(drawn.precision[:, i], right, int(answered[i]))
        f1 = _of_f1(drawn.f1[:, i], right, recall, precision)
        per_class[label] = ClassIntervals(recall, precision, f1)
    right, rows = int(hits.sum()), per_class.values()
    return Intervals(
        accuracy=_of_share(drawn.accuracy, right, n),
        balanced_accuracy=_of_mean(drawn.balanced_accuracy, right, n, [r.recall for r in rows]),
        macro_f1=_of_mean(drawn.macro_f1, right, n, [r.f1 for r in rows]),
        per_class=per_class,
    )


def _resampled(confusion: NDArray[np.int64], n: int, resamples: int) -> NDArray[np.int64]:
    """Return as many matrices of n pictures each, (resamples, 8, 9)."""
    # Empty cells stay out: rounding must not put a picture into one.
    cells = np.flatnonzero(confusion)
    drawn = np.zeros((resamples, confusion.size), np.int64)
    generator = np.random.default_rng(_SEED)
    drawn[:, cells] = generator.multinomial(n, confusion.ravel()[cells] / n, size=resamples)
    return drawn.reshape(resamples, *SHAPE)


def _percentiles(values: NDArray[np.float64]) -> Interval:
    known = values[~np.isnan(values)]
    low, high = np.percentile(known, [100 * _TAIL, 100 - 100 * _TAIL])
    return float(low), float(high)


def _of_share(values: NDArray[np.float64], right: int, n: int) -> Interval | None:
    """Return the interval of `right` out of `n`."""
    if n == 0:
        return None
    low, high = _percentiles(values)
    bound = float(_TAIL ** (1 / n))
    return (bound if right == n else low), (1 - bound if right == 0 else high)


def _of_f1(
    values: NDArray[np.float64], right: int, recall: Interval | None, precision: Interval | None
) -> Interval | None:
    """Return the interval of F1, whose ends follow the others' where resamples can't differ."""
    if recall is None:
        return None
    low, high = _percentiles(values)
    if right == 0:
        most = precision[1] if precision else 1.0
        high = 2 * recall[1] * most / (recall[1] + most)
    elif low == 1.0:
        low = recall[0]
    return low, high


def _of_mean(
    values: NDArray[np.float64], right: int, n: int, parts: list[Interval | None]
) -> Interval:
    """Return the interval of a mean over classes, with the classes' ends where none can differ."""
    low, high = _percentiles(values)
    lows, highs = zip(*(part for part in parts if part is not None), strict=True)
    return (
        float(np.mean(lows)) if right == n else low,
        float(np.mean(highs)) if right == 0 else high,
    )


def _pair(interval: Interval | None) -> list[float] | None:
    return None if interval is None else list(interval)
