"""What the network looks at: the part whose cover takes the answer away, and no other."""

import numpy as np
import pytest

from fer_desktop.core.labels import INDEX
from fer_desktop.vision.recognition.saliency import STEPS, covered, occlusion_saliency
from tests.fakes import FixedClassifier, probabilities


class LooksAtTheMouth(FixedClassifier):
    """Sees happiness where the lower middle of the chip is bright."""

    def classify(self, chips):
        bright = chips[:, 11:15, 6:10].mean(axis=(1, 2, 3))
        return np.stack([probabilities("happiness", 0.2 + 0.7 * float(each)) for each in bright])


def test_each_part_is_covered_once_by_the_mean():
    chip = np.zeros((16, 16, 1), np.float32)
    chip[:8] = 1
    chips = covered(chip)
    assert chips.shape == (STEPS * STEPS, 16, 16, 1)
    changed = [each != chip for each in chips]
    assert np.any(changed, axis=0).all()
    assert all(each.sum() == 25 for each in changed)
    assert all((part[where] == 0.5).all() for part, where in zip(chips, changed, strict=True))


def test_the_part_that_counts_is_found():
    chip = np.zeros((16, 16, 1), np.float32)
    chip[11:15, 6:10] = 1
    parts = occlusion_saliency(LooksAtTheMouth(), chip, INDEX["happiness"])
    row, column = np.unravel_index(parts.argmax(), parts.shape)
    assert row >= STEPS - 2
    assert column == STEPS // 2
    assert parts[0, 0] == pytest.approx(0)
    assert parts.max() > 0.5
