"""What is fitted after training, on pictures kept for choosing: temperature and threshold.

Answers that are honest on pictures like those of the training are too sure on others. So both are
fitted on several parts together, each with the same weight: the part kept for choosing, which
comes first, and sets from outside where there are some. One temperature can't be right for all; it
goes towards the strangers as far as the first part stays honest.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fer_desktop.evaluation.metrics import figures
from fer_desktop.vision.recognition.classifier import calibrated


class Part(NamedTuple):
    """Answers to one set of pictures.

    Attributes:
        probabilities: (n, 8) as the network gives them.
        truth: (n,) class indices.
        kept_accuracy: How often the answers that are not `uncertain` shall be right.
    """

    probabilities: NDArray[np.float32]
    truth: NDArray[np.int64]
    kept_accuracy: float = 0.9


OUTSIDE_ACCURACY = 0.76
"""Of answers to pictures from outside, in the mean over those sets."""

MOST_ECE = 0.03
"""Calibration error that the first part may have for the sake of those from outside."""

_HIGHEST_THRESHOLD = 0.7


def fit_temperature(parts: Sequence[Part]) -> float:
    """Return the temperature with the smallest negative log-likelihood (Guo et al., 2017).

    With several parts it is the one nearest to that of all of them, in steps from that of the
    first, at which the first has a calibration error of at most `MOST_ECE`.
    """
    # A grid is enough for one smooth parameter and can't get lost.
    grid = np.exp(np.linspace(np.log(0.3), np.log(5.0), 300))
    own, common = (_best(grid, some) for some in (parts[:1], parts))
    if own != common:
        step = 1 if common > own else -1
        while own != common and _calibration_error(parts[0], grid[own + step]) <= MOST_ECE:
            own += step
    return round(float(grid[own]), 4)


def _best(grid: NDArray[np.float64], parts: Sequence[Part]) -> int:
    losses = [np.mean([_negative_log_likelihood(part, t) for part in parts]) for t in grid]
    return int(np.argmin(losses))


def _calibration_error(part: Part, temperature: float) -> float:
    rows = calibrated(part.probabilities, temperature)
    return figures(rows, part.truth, np.ones(len(rows), bool)).ece


def _negative_log_likelihood(part: Part, temperature: float) -> float:
    rows = calibrated(part.probabilities, temperature)
    return float(-np.log(np.maximum(rows[np.arange(len(rows)), part.truth], 1e-9)).mean())


def choose_threshold(parts: Sequence[Part], temperature: float) -> float:
    """Return the lowest confidence from which answers are right often enough, in steps of 0.01.

    Often enough in the first part, and in the mean of the others. Never above 0.7: a network that
    is wrong more often than that is to be told by its figures, not hidden behind `uncertain`.
    """
    judged = []
    for part in parts:
        rows = calibrated(part.probabilities, temperature)
        judged.append((rows.max(axis=1), rows.argmax(axis=1) == part.truth, part.kept_accuracy))
    n_classes = parts[0].probabilities.shape[1]
    for step in range(round(100 / n_classes), round(100 * _HIGHEST_THRESHOLD)):
        above = [_above(*each, step / 100) for each in judged]
        if above[0] >= 0 and (len(above) == 1 or np.mean(above[1:]) >= 0):
            return step / 100
    return _HIGHEST_THRESHOLD


def _above(
    confidence: NDArray[np.float32], right: NDArray[np.bool_], wanted: float, threshold: float
) -> float:
    """Return by how much the share that is right exceeds the wanted one; -1 without answers."""
    kept = confidence >= threshold
    return float(right[kept].mean()) - wanted if kept.any() else -1.0
