"""What is fitted after training, on pictures kept for choosing: temperature and threshold."""

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.classifier import calibrated

KEPT_ACCURACY = 0.9
"""How often the answers that are not `uncertain` shall be right."""

_HIGHEST_THRESHOLD = 0.6


def fit_temperature(probabilities: NDArray[np.float32], truth: NDArray[np.int64]) -> float:
    """Return the temperature with the smallest negative log-likelihood (Guo et al., 2017).

    Args:
        probabilities: (n, 8) as the network gives them.
        truth: (n,) class indices.
    """

    def loss(temperature: float) -> float:
        rows = calibrated(probabilities, temperature)
        return float(-np.log(np.maximum(rows[np.arange(len(truth)), truth], 1e-9)).mean())

    # A grid is enough for one smooth parameter and can't get lost.
    grid = np.exp(np.linspace(np.log(0.3), np.log(5.0), 300))
    return round(float(min(grid, key=loss)), 4)


def choose_threshold(probabilities: NDArray[np.float32], truth: NDArray[np.int64]) -> float:
    """Return the lowest confidence from which answers are right often enough, in steps of 0.01.

    Never above 0.6: a network that is wrong more often than that is to be told by its figures, not
    hidden behind `uncertain`.

    Args:
        probabilities: (n, 8), calibrated.
        truth: (n,) class indices.
    """
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == truth
    for step in range(round(100 / probabilities.shape[1]), round(100 * _HIGHEST_THRESHOLD)):
        kept = confidence >= step / 100
        if kept.any() and right[kept].mean() >= KEPT_ACCURACY:
            return step / 100
    return _HIGHEST_THRESHOLD
