"""Real neutral faces that the face model can move: found in the training parts of labelled data.

Never from what is measured or chosen on: the parts are those that trainings draw from.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import Layout, Sample, detect_layout, read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import whole_picture_chip
from model.data import split_off_validation
from model.rendered.fitting import Fit, Fitter, gray_of
from model.rendered.mesh import FaceMesh

TRAINING_SPLITS: Mapping[Layout, str] = {"ferplus": "Train", "legend": "common-train"}
_LEAST_SCORE, _LEAST_PART_SCORE = 0.72, 0.66
_MOST_GAP = 1.0
_LEAST_NEUTRAL = 0.9
_PICTURES_OF_ONE = 3
"""Some people of facial_expressions are in dozens of pictures."""
_TO_LEARN_FROM = 400
"""The template is the mean of the best third of so many pictures."""


@dataclass(frozen=True, eq=False)
class Portrait:
    """A neutral face, and where the face model lies on it.

    Attributes:
        name: Of its file, without suffix.
        picture: (H, W, 3) uint8 BGR, a face crop.
        fit: Where the template lies.
    """

    name: str
    picture: ImageBGR
    fit: Fit


def neutral_samples(roots: Sequence[Path]) -> list[Sample]:
    """Return the neutral pictures of the parts that are trained on.

    Raises:
        DataError: A folder's layout has no part that is for training only, or none is neutral.
    """
    found: list[Sample] = []
    for root in roots:
        layout = detect_layout(root)
        if layout not in TRAINING_SPLITS:
            raise DataError(
                f"{root}: class folders have no training part; give FER+ or facial_expressions."
            )
        samples = read_samples(root, layout, TRAINING_SPLITS[layout])
        if layout == "legend":  # FER+ has a split of its own for choosing
            samples, _ = split_off_validation(samples)
        found += [sample for sample in samples if sample.label == INDEX["neutral"]]
    if not found:
        raise DataError("There is no neutral picture in the data.")
    return found


def fitter_for(mesh: FaceMesh, samples: Sequence[Sample], rng: np.random.Generator) -> Fitter:
    """Return a fitter that has learned its template from some of the pictures."""
    chosen = rng.permutation(len(samples))[:_TO_LEARN_FROM]
    return Fitter.learned(mesh, [gray_of(load_picture(samples[i])) for i in chosen])


def portraits(
    samples: Sequence[Sample], fitter: Fitter, classifier: Classifier, rng: np.random.Generator
) -> Iterator[Portrait]:
    """Give the frontal pictures that fit well and that a network calls neutral, in random order."""
    taken: Counter[str] = Counter()
    for i in rng.permutation(len(samples)):
        person = samples[i].person
        if person and taken[person] == _PICTURES_OF_ONE:
            continue
        picture = load_picture(samples[i])
        fit = fitter.fit(gray_of(picture))
        if not is_good(fit) or not _is_neutral(picture, classifier):
            continue
        taken[person] += 1
        yield Portrait(samples[i].path.stem, picture, fit)


def is_good(fit: Fit) -> bool:
    """Return whether a face is frontal, its mouth closed, and the model lies well on it."""
    lies_well = fit.score >= _LEAST_SCORE and fit.part_score >= _LEAST_PART_SCORE
    return lies_well and fit.is_frontal and fit.gap <= _MOST_GAP


def _is_neutral(picture: ImageBGR, classifier: Classifier) -> bool:
    chip = whole_picture_chip(picture, classifier.spec.chip_format)
    return bool(classifier.classify(chip[np.newaxis])[0, INDEX["neutral"]] > _LEAST_NEUTRAL)
