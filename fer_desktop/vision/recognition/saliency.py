"""What the network looks at: how much less sure it is when a part of the face is covered."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.recognition.classifier import Chips, Classifier

STEPS: Final = 7
"""Positions of the cover along each side of the face."""
_COVER: Final = 0.3
"""Side of the cover as a share of the face's; smaller ones change nothing that could be seen."""
_LEAST: Final = 1e-6
"""Probabilities nearer to 0 or 1 are rounding."""


def covered(chip: NDArray[np.float32]) -> Chips:
    """Return the face with each of its parts covered by its mean colour, row by row.

    Args:
        chip: (H, W, C) float32 as the network takes it.

    Returns:
        (STEPS * STEPS, H, W, C) float32.
    """
    height, width = chip.shape[:2]
    rows, columns = max(1, round(_COVER * height)), max(1, round(_COVER * width))
    chips = np.repeat(chip[np.newaxis], STEPS * STEPS, axis=0)
    mean = chip.mean(axis=(0, 1))
    tops = np.linspace(0, height - rows, STEPS).round().astype(int)
    lefts = np.linspace(0, width - columns, STEPS).round().astype(int)
    for number in range(STEPS * STEPS):
        top, left = tops[number // STEPS], lefts[number % STEPS]
        chips[number, top : top + rows, left : left + columns] = mean
    return chips


def occlusion_saliency(
    classifier: Classifier, chip: NDArray[np.float32], label: int
) -> NDArray[np.float32]:
    """Return by how much each covered part lowers the log-odds of a label.

    Log-odds, because the probability of a sure answer hardly changes at all.

    Args:
        classifier: The model.
        chip: (H, W, C) float32 as the network takes it.
        label: Index of the label that is asked about.

    Returns:
        (STEPS, STEPS) float32; below 0 where the label becomes likelier.

    Raises:
        ModelError: The network gave no probabilities.
    """
    rows = classifier.classify(np.concatenate([chip[np.newaxis], covered(chip)]))[:, label]
    shares = np.clip(rows.astype(np.float64), _LEAST, 1 - _LEAST)
    odds = np.log(shares / (1 - shares))
    return np.asarray(odds[0] - odds[1:], np.float32).reshape(STEPS, STEPS)
