"""Pictures that are face crops already, named without looking for anything."""

from collections.abc import Sequence

import numpy as np

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression, Face, ImageBGR, RecognizedFace
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import chip_to_image, whole_picture_chip
from fer_desktop.vision.recognition.quality import assess


def faces_of_crops(
    images: Sequence[ImageBGR], classifier: Classifier, min_confidence: float | None
) -> list[RecognizedFace]:
    """Return a face for each picture, whose box is all of it; all go through the network at once.

    Args:
        images: At least one, (H, W, 3) uint8 BGR.
        classifier: Names them.
        min_confidence: Below it a label is `uncertain`; None takes the model's own threshold.
    """
    form = classifier.spec.chip_format
    least = classifier.spec.uncertain_below if min_confidence is None else min_confidence
    chips = np.stack([whole_picture_chip(image, form) for image in images])
    faces = []
    for image, chip, row in zip(images, chips, classifier.classify(chips), strict=True):
        raw = Expression(row, least)
        face = Face(BoundingBox(0, 0, image.shape[1], image.shape[0]), 1.0)
        faces.append(
            RecognizedFace(face, raw, raw, chip_to_image(chip, form), assess(chip, face, form))
        )
    return faces
