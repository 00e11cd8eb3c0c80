"""Measure when a bad view changes the answer: `python -m model.quality --data FACIAL_EXPRESSIONS`.

Labelled faces are made worse step by step and seen through a noisy camera. A step is bad where the
network answers otherwise than to the very same face as it was in `CHANGED` of the pictures or more,
and is right in fewer of them by more than `FALL`. The thresholds of fer_desktop/core/quality.py
stand at the first step from which on all are bad; how many faces as they were would get advice is
told beside.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core import quality
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.quality import ChipQuality, Issue
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.evaluation.datasets import read_samples, split_to_read
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import BALANCED
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import ChipFormat, face_chip, resized
from fer_desktop.vision.recognition.quality import assess
from model.noisy_camera import framed
from model.reports import tell
from model.steadiness import spread
from model.worsened import (
    BLURRED,
    DARKENED,
    OVEREXPOSED,
    SHRUNK,
    SIDE,
    TILTED,
    TURNED,
    Sensor,
    Series,
)

CHANGED = 0.15
FALL = 0.05


@dataclass(frozen=True, eq=False)
class Look:
    """A face as it was seen."""

    chip: NDArray[np.float32]
    quality: ChipQuality


Eye = Callable[[ImageBGR], Look | None]
"""Takes a face crop and gives how it is seen; None where it is not found."""


@dataclass(frozen=True)
class Trial:
    """A way to get worse, what is advised then, and what is measured for it.

    Attributes:
        series: The steps.
        issue: What is said of them.
        measure: What has the threshold; None where the step itself has, and no advice is looked
            at, because only the detector could tell.
        in_use: The threshold in the program.
    """

    series: Series
    issue: Issue
    measure: Callable[[ChipQuality], float] | None
    in_use: float


STILL = (
    Trial(SHRUNK, "small", lambda q: q.face_px, quality.SMALL_PX),
    Trial(DARKENED, "dark", lambda q: q.brightness, quality.DARK_BELOW),
    Trial(OVEREXPOSED, "bright", lambda q: q.white, quality.WHITE_ABOVE),
    Trial(BLURRED, "blurred", lambda q: q.sharpness, quality.SHARP_FROM),
    Trial(TILTED, "turned", None, quality.TURNED_DEG),
)
"""Of faces whose place is known."""
MOVED = (
    Trial(TILTED, "turned", lambda q: abs(q.tilt_deg), quality.TURNED_DEG),
    Trial(TURNED, "turned", lambda q: abs(q.tilt_deg), quality.TURNED_DEG),
)
"""Of faces that the detector finds first, for only it sees how they are turned."""


def known_place(chip_format: ChipFormat) -> Eye:
    """Return an eye that takes the whole picture for the face."""
    sensor = Sensor()

    def look(picture: ImageBGR) -> Look:
        height, width = picture.shape[:2]
        face = Face(BoundingBox(0, 0, width, height), 1.0)
        return _look(sensor.take(picture), face, chip_format)

    return look


def found_place(chip_format: ChipFormat) -> Eye:
    """Return an eye that finds the face in a frame first."""
    sensor, detector = Sensor(), assembly.haar_detector(BALANCED)

    def look(picture: ImageBGR) -> Look | None:
        frame = sensor.take(framed(picture))
        faces = detector.detect(frame)
        return _look(frame, faces[0], chip_format) if faces else None

    return look


def _look(image: ImageBGR, face: Face, chip_format: ChipFormat) -> Look:
    chip = face_chip(image, face.box, chip_format, face.tilt_deg)
    return Look(chip, assess(chip, face, chip_format))


def asymmetry(chip: NDArray[np.float32]) -> float:
    """Return how little a face is like its mirror image, 0 to 2, at the best of several axes.

    One minus their correlation. It is what could tell a head turned aside, and too weak for it.
    """
    rows = chip.mean(axis=2)[len(chip) // 8 : -len(chip) // 8]
    width, best = rows.shape[1], -1.0
    for shift in range(-width // 6, width // 6 + 1):
        half = rows[:, max(0, shift) : width + min(0, shift)]
        best = max(best, float(np.corrcoef(half.ravel(), half[:, ::-1].ravel())[0, 1]))
    return 1 - best


@dataclass(frozen=True, eq=False)
class Seen:
    """Pictures as they were seen.

    Attributes:
        looks: One a picture; None where no face was found.
        answers: (n,) the classes that the network named; -1 where no face was found.
    """

    looks: Sequence[Look | None]
    answers: NDArray[np.int64]


def see(classifier: Classifier, eye: Eye, pictures: Iterable[ImageBGR]) -> Seen:
    """Return how pictures are seen and what the network says."""
    looks = [eye(picture) for picture in pictures]
    answers = np.full(len(looks), -1, np.int64)
    places = [number for number, look in enumerate(looks) if look]
    if places:
        chips = np.stack([look.chip for look in looks if look])
        answers[places] = classifier.classify(chips).argmax(axis=1)
    return Seen(looks, answers)


def row_of(
    trial: Trial, step: float, seen: Seen, own: Seen, truth: NDArray[np.int64]
) -> dict[str, Any]:
    """Return the figures of a step: shares of the pictures whose face is found before and after.

    Args:
        trial: What is measured.
        step: How bad the view is.
        seen: The pictures at this step.
        own: The same pictures as they were.
        truth: (n,) their classes.
    """
    both = (seen.answers >= 0) & (own.answers >= 0)
    kept = [look for look, is_kept in zip(seen.looks, both, strict=True) if look and is_kept]
    row: dict[str, Any] = {"step": step, "n": len(kept)}
    if not kept:
        return row
    answers, before, right = seen.answers[both], own.answers[both], truth[both]
    row["changed"] = _share(answers != before)
    row["fall"] = round(_share(before == right) - _share(answers == right), 4)
    if trial.measure:
        row["advised"] = _share(trial.issue in look.quality.issues for look in kept)
        values = [trial.measure(look.quality) for look in kept]
        row["measured"] = [round(float(v), 4) for v in np.quantile(values, (0.05, 0.5, 0.95))]
    if trial.series is TURNED:
        limit = np.quantile([asymmetry(look.chip) for look in own.looks if look], 0.95)
        row["asymmetric"] = _share(asymmetry(look.chip) > limit for look in kept)
    return row


def verdict(trial: Trial, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the rows of a trial, from which step on all are bad, and where its threshold stands.

    The threshold is the median of the measure at that step.
    """
    bad = [row["n"] > 0 and row["changed"] >= CHANGED and row["fall"] > FALL for row in rows]
    n_good = max((number for number, is_bad in enumerate(bad, 1) if not is_bad), default=0)
    first = rows[n_good] if n_good < len(rows) else None
    threshold = None
    if first:
        threshold = first["measured"][1] if trial.measure else first["step"]
    return {
        "issue": trial.issue,
        "bad_from": first["step"] if first else None,
        "threshold": threshold,
        "in_use": trial.in_use,
        "steps": rows,
    }


def measure(
    classifier: Classifier,
    eye: Eye,
    trials: Sequence[Trial],
    pictures: Sequence[ImageBGR],
    truth: NDArray[np.int64],
) -> dict[str, Any]:
    """Return the figures of all trials, and of the pictures as they were, through one eye."""
    own = see(classifier, eye, pictures)
    kept = [look.quality.issues for look in own.looks if look]
    found: dict[str, Any] = {
        "n": len(pictures),
        "found": len(kept),
        "accuracy": _share(own.answers == truth),
        "false_advice": {
            issue: _share(issue in issues for issues in kept) for issue in get_args(Issue)
        },
        "any_false_advice": _share(bool(issues) for issues in kept),
    }
    with tqdm(total=sum(len(t.series.steps) for t in trials), desc="Steps", unit="step") as bar:
        for trial in trials:
            rows = []
            for step in trial.series.steps:
                seen = see(classifier, eye, (trial.series.worsen(p, step) for p in pictures))
                rows.append(row_of(trial, step, seen, own, truth))
                bar.update()
            found[trial.series.name] = verdict(trial, rows)
    return found


def _share(which: Iterable[bool] | NDArray[np.bool_]) -> float:
    values = list(which)
    return round(sum(map(bool, values)) / len(values), 4) if values else 0.0


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.quality`."""
    parser = argparse.ArgumentParser(prog="python -m model.quality", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="a labelled data set of face crops")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--model", default=Settings.model, metavar="NAME|DIR")
    add(
        "--pictures",
        type=int,
        default=300,
        metavar="N",
        help="evenly of all classes, while there are",
    )
    add("--turned", type=int, default=100, metavar="N", help="of them for tilted and turned heads")
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    return tell(lambda: figures(options), options.report)


def figures(options: argparse.Namespace) -> dict[str, Any]:
    """Return all that is measured.

    Raises:
        FerError: The model or the data can't be read.
    """
    classifier = assembly.make_classifier(Settings(model=options.model))
    samples = spread(read_samples(options.data, None, options.split))[: options.pictures]
    pictures = [resized(load_picture(sample), SIDE) for sample in samples]
    truth = np.array([sample.label for sample in samples], np.int64)
    chip_format, n = classifier.spec.chip_format, options.turned
    classes = Counter(LABELS[sample.label] for sample in samples)
    return {
        "model": classifier.spec.name,
        "version": classifier.spec.version,
        "data": options.data.resolve().name,
        "split": split_to_read(options.data, None, options.split),
        "classes": {label: classes[label] for label in LABELS},
        "bad": {"changed": CHANGED, "fall": FALL},
        "still": measure(classifier, known_place(chip_format), STILL, pictures, truth),
        "moved": measure(classifier, found_place(chip_format), MOVED, pictures[:n], truth[:n]),
    }


if __name__ == "__main__":
    sys.exit(main())
