"""Labelled pictures as a lesson: read, cut as the network wants them, and looked at once."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from fer_desktop.core.errors import DataError, ImageError
from fer_desktop.evaluation.datasets import Sample, person_of
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.evaluation.run import sample_chip
from fer_desktop.system.background import Background
from fer_desktop.teaching.lesson import Lesson, Outcome, teach
from fer_desktop.teaching.network import OpenedNetwork
from fer_desktop.vision.detection.detector import Detector
from fer_desktop.vision.recognition.model_spec import ModelSpec


def group_of(sample: Sample) -> str:
    """Return the person or source of a sample: what is known, else what its file's name tells."""
    return sample.person or person_of(sample.path.name)


def gather(
    samples: Sequence[Sample],
    spec: ModelSpec,
    network: OpenedNetwork,
    detector: Detector | None,
    job: Background[Any],
    focus: int | None = None,
) -> Lesson:
    """Return the features of all pictures in which there is a face; others are left out.

    Args:
        samples: The labelled pictures.
        spec: Of the network.
        network: What gives the features.
        detector: Finds the face first; None takes pictures as face crops.
        job: Told of each picture.
        focus: The class that is to be found more often; None treats all alike.

    Raises:
        DataError: There is no face in any of them.
    """
    job.n_expected = len(samples)
    rows, truth, groups = [], [], []
    for sample in job.counted(samples):
        try:
            chip = sample_chip(load_picture(sample), spec.chip_format, detector)
        except ImageError:
            continue
        if chip is not None:
            rows.append(network.features(chip[np.newaxis])[0])
            truth.append(sample.label)
            groups.append(group_of(sample))
    if not rows:
        raise DataError("There is no picture with a face among these.")
    return Lesson(np.stack(rows), np.array(truth, np.int64), groups, focus)


def taught(
    samples: Sequence[Sample],
    spec: ModelSpec,
    detector: Detector | None,
    job: Background[Any],
    focus: int | None = None,
) -> tuple[OpenedNetwork, Outcome]:
    """Return the network with what came of teaching it; raises as `gather` and `OpenedNetwork`."""
    network = OpenedNetwork(spec)
    lesson = gather(samples, spec, network, detector, job, focus)
    job.n_done = job.n_expected = 0  # of the fits nobody knows how many there are
    outcome = teach(lesson, network.layer, spec.temperature, job.check)
    return network, outcome
