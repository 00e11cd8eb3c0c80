"""Measure when a bad view costs answers: `python -m model.quality --data FERPLUS --split Valid`.

Labelled faces are made worse step by step and seen through a noisy camera. A limit stands where the
network is right in `FALL` fewer of them than of the very same faces as they were, and from where on
it stays so; between two steps it is read off a straight line. The thresholds of
fer_desktop/core/quality.py are what is measured on half of the faces there; how many faces as they
were would get advice is told beside. `--write-docs` puts the table into docs/view.md.
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
from fer_desktop.core.geometry import BoundingBox, Square
from fer_desktop.core.labels import LABELS
from fer_desktop.core.quality import ChipQuality, Issue
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.evaluation.datasets import Sample, read_samples, split_to_read
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.decide import Place, decided
from fer_desktop.vision.detection.detector import faces_of
from fer_desktop.vision.detection.face_check import FaceCheck
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import ChipFormat, face_chip, resized
from fer_desktop.vision.recognition.quality import assess
from model.degraded import chosen
from model.noisy_camera import FRAMED_SIDE, HEIGHT, WIDTH, framed
from model.quality_page import write_page
from model.reports import REPORTS, read_report, tell
from model.worsened import (
    BLURRED,
    COVERED,
    CUT,
    DARKENED,
    DIM,
    OVEREXPOSED,
    PALE,
    SHRUNK,
    SIDE,
    TILTED,
    TURNED,
    Sensor,
    Series,
)

FALL = 0.05
_TILTS = (0.0, 25.0, -25.0)


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
        measure: What has the threshold; None where the step itself has, because the face check
            does not see a turn that is made up.
        in_use: The threshold in the program.
    """

    series: Series
    issue: Issue
    measure: Callable[[ChipQuality], float] | None
    in_use: float


STILL = (
    Trial(SHRUNK, "small", lambda q: q.face_px, quality.SMALL_PX),
    Trial(DARKENED, "dark", lambda q: q.brightness, quality.DARK_BELOW),
    Trial(DIM, "dark", lambda q: q.brightness, quality.DARK_BELOW),
    Trial(PALE, "pale", lambda q: q.contrast, quality.PALE_BELOW),
    Trial(OVEREXPOSED, "bright", lambda q: q.white, quality.WHITE_ABOVE),
    Trial(BLURRED, "blurred", lambda q: q.sharpness, quality.SHARP_FROM),
)
"""Of faces whose place is known."""
MOVED = (
    Trial(TILTED, "turned", lambda q: abs(q.tilt_deg), quality.TILTED_DEG),
    Trial(TURNED, "turned", None, quality.TURNED_DEG),
    Trial(COVERED, "covered", lambda q: q.covered, quality.COVERED_FROM),
)
"""Of faces that the detector finds first, for only it sees how they are turned and covered."""
AT_EDGE = (Trial(CUT, "cut", lambda q: q.cut, quality.CUT_FROM),)
"""Of faces at the edge of the frame that the detector finds first."""


def known_place(chip_format: ChipFormat) -> Eye:
    """Return an eye that takes the whole picture for the face."""
    sensor = Sensor()

    def look(picture: ImageBGR) -> Look:
        height, width = picture.shape[:2]
        face = Face(BoundingBox(0, 0, width, height), 1.0)
        return _look(sensor.take(picture), face, chip_format)

    return look


def found_place(chip_format: ChipFormat, *, at_edge: bool = False) -> Eye:
    """Return an eye that lets the face check find the face in the middle of a frame.

    It is told of the middle, upright and tilted as the cascades see it, and judges the rest.

    Args:
        chip_format: What the network takes.
        at_edge: The face's picture begins at the left edge of the frame.
    """
    sensor, check = Sensor(), FaceCheck(paths.face_check())

    def look(picture: ImageBGR) -> Look | None:
        height, width = picture.shape[:2]
        before = round((WIDTH - FRAMED_SIDE * width / height) / 2) if at_edge else 0
        whole = np.ascontiguousarray(framed(picture)[:, before:])
        frame = sensor.take(whole)
        middle = Square(WIDTH / 2 - before, HEIGHT / 2, FRAMED_SIDE)
        places = [Place(middle, tilt, 1) for tilt in _TILTS]
        faces = faces_of(decided(check, frame, places), frame)
        return _look(frame, faces[0], chip_format) if faces else None

    return look


def _look(image: ImageBGR, face: Face, chip_format: ChipFormat) -> Look:
    chip = face_chip(image, face.box, chip_format, face.tilt_deg)
    return Look(chip, assess(chip, face, chip_format))


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
        values = [trial.measure(look.quality) for look in kept]
        row["measured"] = [round(float(v), 4) for v in np.quantile(values, (0.05, 0.5, 0.95))]
    return row


def verdict(trial: Trial, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the rows of a trial, the step from which on the fall is too great, and its threshold.

    The threshold is the median of the measure there. Both are None where no step is that bad, and
    those of the first step where all are.
    """
    falls = [row.get("fall", 1.0) for row in rows]
    first = max((number for number, fall in enumerate(falls, 1) if fall < FALL), default=0)
    bad_from = threshold = None
    if first < len(rows):
        last, here = rows[max(0, first - 1)], rows[first]
        rise = falls[first] - falls[first - 1] if first and "fall" in here else 0.0
        share = (FALL - falls[first - 1]) / rise if rise > 0 else 1.0 if "fall" in here else 0.0

        def between(before: float, after: float) -> float:
            return round(before + share * (after - before), 4)

        bad_from = between(last["step"], here["step"])
        nearest = here if "measured" in here else last
        if "measured" in nearest:
            threshold = between(
                last.get("measured", nearest["measured"])[1], nearest["measured"][1]
            )
        elif trial.measure is None:
            threshold = bad_from
    return {
        "issue": trial.issue,
        "bad_from": bad_from,
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
        default=500,
        metavar="N",
        help="evenly over the split",
    )
    add("--found", type=int, default=200, metavar="N", help="of them where the face is found first")
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    add("--write-docs", action="store_true", help="put the table of the report into docs/view.md")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    code = tell(lambda: figures(options), options.report)
    if options.write_docs and not code:
        write_page(read_report(options.report or REPORTS / options.model / "quality.json"))
    return code


def figures(options: argparse.Namespace) -> dict[str, Any]:
    """Return all that is measured.

    Raises:
        FerError: The model or the data can't be read.
    """
    classifier = assembly.make_classifier(Settings(model=options.model))
    samples = chosen(read_samples(options.data, None, options.split), options.pictures)
    some = chosen(samples, options.found)
    chip_format = classifier.spec.chip_format

    def measured(eye: Eye, trials: Sequence[Trial], which: Sequence[Sample]) -> dict[str, Any]:
        pictures = [resized(load_picture(sample), SIDE) for sample in which]
        truth = np.array([sample.label for sample in which], np.int64)
        return measure(classifier, eye, trials, pictures, truth)

    classes = Counter(LABELS[sample.label] for sample in samples)
    return {
        "model": classifier.spec.name,
        "version": classifier.spec.version,
        "data": options.data.resolve().name,
        "split": split_to_read(options.data, None, options.split),
        "classes": {label: classes[label] for label in LABELS},
        "fall": FALL,
        "still": measured(known_place(chip_format), STILL, samples),
        "moved": measured(found_place(chip_format), MOVED, some),
        "at_edge": measured(found_place(chip_format, at_edge=True), AT_EDGE, some),
    }


if __name__ == "__main__":
    sys.exit(main())
