"""Measures on a Dask cluster: the pictures go there by path, and their answers come back.

Each machine must see the pictures under the same path. What the command line says of clusters
holds here too: pictures leave this computer, and the network around a scheduler must be trusted.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from fer_desktop.batch.inputs import Input
from fer_desktop.batch.jobs import Job, Outcome, Task
from fer_desktop.core.errors import DataError, SettingsError
from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import Sample
from fer_desktop.sessions.records import model_record
from fer_desktop.system.background import Background
from fer_desktop.teaching.measuring import Answer, Measurement, measurement_of
from fer_desktop.vision.recognition.classifier import Classifier

_FORM: Final = "jsonl"


def measure_on_cluster(
    title: str,
    samples: Sequence[Sample],
    models: Sequence[tuple[Settings, Classifier, float]],
    address: str,
    job: Background[Any],
) -> Measurement:
    """Return what the models say to the pictures, as `measure` does with a detector.

    Args:
        title: What is measured on.
        samples: The labelled pictures; the detector finds the face in each.
        models: One model or two: the settings that it is used with, itself, and its threshold.
        address: Of the scheduler, such as "tcp://10.0.0.5:8786".
        job: Told of each picture.

    Raises:
        SettingsError: Dask is not installed, the scheduler does not answer or has no fit worker.
        SourceError: The scheduler is gone.
        DataError: None of the pictures can be read, or they are no files.
    """
    if any(sample.pixels is not None for sample in samples):
        raise DataError(f"{title}: a table of pixels is measured on this computer only.")
    job.n_expected = len(samples) * len(models)
    rows = [_answers(samples, settings, model, address, job) for settings, model, _ in models]
    measured = [(model, threshold) for _, model, threshold in models]
    return measurement_of(title, samples, measured, rows)


def _answers(
    samples: Sequence[Sample],
    settings: Settings,
    classifier: Classifier,
    address: str,
    job: Background[Any],
) -> list[Answer]:
    """Return what one model says to each picture."""
    try:
        from fer_desktop.batch.cluster import Cluster
    except ImportError as error:
        raise SettingsError(
            "A cluster needs Dask: pip install 'fer-desktop[cluster]', here and on its workers."
        ) from error
    task = Task(settings, _FORM, model_record(classifier))
    jobs = (Job(number, Input(str(sample.path), "image")) for number, sample in enumerate(samples))
    with Cluster(address, task, job.check) as cluster:
        return [_answer(outcome) for outcome in job.counted(cluster.outcomes(_checked(jobs, job)))]


def _checked(jobs: Iterator[Job], job: Background[Any]) -> Iterator[Job]:
    """Yield the jobs until the end is asked for."""
    for each in jobs:
        job.check()
        yield each


def _answer(outcome: Outcome) -> Answer:
    """Return what was said to the largest face of a picture."""
    if outcome.error is not None:
        return Answer(is_read=False)
    faces = json.loads("".join(outcome.pieces()).splitlines()[0])["faces"]
    if not faces:
        return Answer()
    said = faces[0]["probabilities"]
    return Answer(np.array([said[label] for label in LABELS], np.float32))
