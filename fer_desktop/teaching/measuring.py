"""Measures one model or two side by side on labelled pictures, which are read and cut once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError, ImageError
from fer_desktop.core.labels import N_LABELS
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.evaluation.quoted import Measured, quoted
from fer_desktop.evaluation.run import Answers, sample_chip
from fer_desktop.system.background import Background
from fer_desktop.vision.detection.detector import Detector
from fer_desktop.vision.recognition.classifier import Classifier, Probabilities
from fer_desktop.vision.recognition.preprocess import ChipFormat


@dataclass(frozen=True, eq=False)
class Answer:
    """What a model said to a picture.

    Attributes:
        probabilities: (8,) float32 of the largest face; None where no face was found.
        is_read: Whether the picture could be read.
    """

    probabilities: Probabilities | None = None
    is_read: bool = True


@dataclass(frozen=True, eq=False)
class MeasuredModel:
    """What a model said.

    Attributes:
        name: Of the model.
        version: Of the model.
        threshold: Below this confidence it says `uncertain`.
        answers: To all pictures of the measurement.
        quoted: What its card says of other pictures.
        trained_on: What its card says that it learned from.
    """

    name: str
    version: str
    threshold: float
    answers: Answers
    quoted: tuple[Measured, ...] = ()
    trained_on: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        found = self.answers.as_dict(self.threshold)
        card = [{"data": q.data, "split": q.split, **_overall(q.figures)} for q in self.quoted]
        known = {"name": self.name, "version": self.version, "threshold": self.threshold}
        return {**known, **found, "card": card, "trained_on": list(self.trained_on)}


@dataclass(frozen=True, eq=False)
class Measurement:
    """What models said to labelled pictures.

    Attributes:
        title: What was measured on.
        samples: The pictures that could be read.
        n_unreadable: How many could not.
        models: The models, one or two.
    """

    title: str
    samples: tuple[Sample, ...]
    n_unreadable: int
    models: tuple[MeasuredModel, ...]

    def behind(self, model: int, truth: int, answer: int) -> list[Path]:
        """Return the files behind a cell of a confusion matrix.

        Args:
            model: Which of the models.
            truth: Index of the true class.
            answer: Index of the answer; 8 for no face found.
        """
        answers = self.models[model].answers
        said = np.where(answers.found, answers.probabilities.argmax(axis=1), N_LABELS)
        rows = np.flatnonzero((answers.truth == truth) & (said == answer))
        paths = [self.samples[row].path for row in rows]
        return [path for path in paths if path.is_file()]  # a table of pixels has none

    def as_dict(self) -> dict[str, Any]:
        """Return everything but the single pictures as JSON values."""
        return {
            "schema": 1,
            "measured_on": self.title,
            "unreadable": self.n_unreadable,
            "models": [model.as_dict() for model in self.models],
        }


def measure(
    title: str,
    samples: Sequence[Sample],
    classifiers: Sequence[tuple[Classifier, float]],
    detector: Detector | None,
    job: Background[Any],
) -> Measurement:
    """Return what the models say to the pictures.

    Args:
        title: What is measured on.
        samples: The labelled pictures.
        classifiers: One model or two, each with its threshold of `uncertain`.
        detector: Finds the face first, the largest counts; None takes pictures as face crops.
        job: Told of each picture.

    Raises:
        DataError: None of the pictures can be read.
        ModelError: A network gave no probabilities.
    """
    job.n_expected = len(samples)
    rows: list[list[Answer]] = [[] for _ in classifiers]
    for sample in job.counted(samples):
        try:
            image = load_picture(sample)
        except ImageError:
            for answers in rows:
                answers.append(Answer(is_read=False))
            continue
        chips: dict[ChipFormat, Any] = {}  # two models may want the same
        for (classifier, _), answers in zip(classifiers, rows, strict=True):
            chip_format = classifier.spec.chip_format
            if chip_format not in chips:
                chips[chip_format] = sample_chip(image, chip_format, detector)
            chip = chips[chip_format]
            said = None if chip is None else classifier.classify(chip[np.newaxis])[0]
            answers.append(Answer(said))
    return measurement_of(title, samples, classifiers, rows)


def measurement_of(
    title: str,
    samples: Sequence[Sample],
    classifiers: Sequence[tuple[Classifier, float]],
    rows: Sequence[Sequence[Answer]],
) -> Measurement:
    """Return a measurement from what each model said to each picture.

    Args:
        title: What is measured on.
        samples: The labelled pictures.
        classifiers: The models, each with its threshold of `uncertain`.
        rows: Of each model, an answer to each picture.

    Raises:
        DataError: None of the pictures could be read.
    """
    is_read = [all(answers[n].is_read for answers in rows) for n in range(len(samples))]
    read = [sample for sample, is_there in zip(samples, is_read, strict=True) if is_there]
    if not read:
        raise DataError(f"{title}: none of its pictures can be read.")
    truth = np.array([sample.label for sample in read], np.int64)
    models = tuple(
        MeasuredModel(
            classifier.spec.name,
            classifier.spec.version,
            threshold,
            _answers([a for a, is_there in zip(answers, is_read, strict=True) if is_there], truth),
            tuple(quoted(classifier.spec)),
            tuple(classifier.spec.training_data),
        )
        for (classifier, threshold), answers in zip(classifiers, rows, strict=True)
    )
    return Measurement(title, tuple(read), len(samples) - len(read), models)


def _answers(said: Sequence[Answer], truth: NDArray[np.int64]) -> Answers:
    nothing = np.zeros(N_LABELS, np.float32)
    rows = [nothing if each.probabilities is None else each.probabilities for each in said]
    found = np.array([each.probabilities is not None for each in said])
    return Answers(np.stack(rows), truth, found)


def _overall(figures: dict[str, Any]) -> dict[str, Any]:
    """Return the overall figures of those that a card quotes."""
    return {name: figures.get(name) for name in ("n", "accuracy", "balanced_accuracy")}
