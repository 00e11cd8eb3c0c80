"""A teacher's answers beside the labels."""

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.preprocess import whole_picture_chip

pytestmark = pytest.mark.keras
teaching = pytest.importorskip("model.teaching", reason="needs the extra keras")


@pytest.fixture
def pictures():
    """Return three pictures of different shapes."""
    rng = np.random.default_rng(1)
    return [rng.integers(0, 256, (h, w, 3), np.uint8) for h, w in ((48, 48), (60, 50), (90, 90))]


@pytest.fixture
def targets():
    """Return labels without votes."""
    return np.eye(N_LABELS, dtype=np.float32)[[0, 3, 7]]


def test_the_teacher_answers_as_the_program_does(pictures, targets):
    classifier = assembly.make_classifier(Settings(model="se-resnet"))
    chip_format = classifier.spec.chip_format
    chips = np.stack([whole_picture_chip(picture, chip_format) for picture in pictures])
    said = teaching.taught_targets(targets, pictures, "se-resnet", 1.0)
    assert said.shape == (3, N_LABELS)
    np.testing.assert_allclose(said.sum(axis=1), 1, atol=1e-5)
    # The program's own answers are calibrated and of two views; the most likely one is the same.
    assert (said.argmax(axis=1) == classifier.classify(chips).argmax(axis=1)).all()


def test_a_share_of_them_is_learned(pictures, targets):
    alone = teaching.taught_targets(targets, pictures, "se-resnet", 1.0)
    half = teaching.taught_targets(targets, pictures, "se-resnet", 0.5)
    np.testing.assert_allclose(half, (targets + alone) / 2, atol=1e-6)
    assert (teaching.taught_targets(targets, pictures, "se-resnet", 0.0) == targets).all()


def test_a_teacher_that_is_not_there_is_told(pictures, targets):
    with pytest.raises(ModelError, match="There is no model 'nobody'"):
        teaching.taught_targets(targets, pictures, "nobody", 0.5)
