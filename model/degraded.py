"""Measure what a bad view costs: `python -m model.degraded --data DIR`.

Labelled face crops are made worse step by step: unsharp, dark and noisy, pale, small, packed, laid
to one side, turned aside, and with masks, glasses, hands and hair before them. What is told at each
step is what `fer-desktop evaluate` tells, through the same code; so one sees whether a model that
sees less also says so, by answering less and being right where it does answer. Everything begins
with the crop at `SIDE` px, which is the step `as it is`; the same seed gives the same pictures.
"""

import argparse
import json
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from fer_desktop.core.errors import FerError
from fer_desktop.core.geometry import Square
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import Sample, read_samples, split_to_read
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.evaluation.run import classify_samples
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.preprocess import cut_upright, resized
from model import worsened
from model.evaluate import about
from model.obscured import GLASSES, HAIR, HANDS, MASKS, SUNGLASSES, Obscure
from model.reports import REPORTS, write_report
from model.worsened import SIDE

AS_IT_IS = "as it is"
FIGURES = (
    *("accuracy", "balanced_accuracy", "ece", "answered", "right_of_answered"),
    "confidence_when_wrong",
)
"""What is kept of each step."""


@dataclass(frozen=True)
class Way:
    """One way in which a view gets bad.

    Attributes:
        name: Of the way.
        unit: What its steps are; "" where they are kinds of a thing.
        steps: What each does to a picture, by its name.
    """

    name: str
    unit: str
    steps: Mapping[str, Obscure]


def _numbered(
    name: str, unit: str, steps: Sequence[float], worsen: Callable[[ImageBGR, float], ImageBGR]
) -> Way:
    return Way(name, unit, {f"{step:g}": partial(_surely, worsen, step) for step in steps})


def _surely(
    worsen: Callable[[ImageBGR, float], ImageBGR],
    step: float,
    picture: ImageBGR,
    _rng: np.random.Generator,
) -> ImageBGR:
    return worsen(picture, step)


def _by_chance(
    name: str,
    unit: str,
    steps: Sequence[float],
    worsen: Callable[[ImageBGR, float, np.random.Generator], ImageBGR],
) -> Way:
    def at(step: float) -> Obscure:
        return lambda picture, rng: worsen(picture, step, rng)

    return Way(name, unit, {f"{step:g}": at(step) for step in steps})


def _to_a_side(
    worsen: Callable[[ImageBGR, float], ImageBGR],
) -> Callable[[ImageBGR, float, np.random.Generator], ImageBGR]:
    """Return the same to the left in half of the pictures."""

    def either(picture: ImageBGR, degrees: float, rng: np.random.Generator) -> ImageBGR:
        return worsen(picture, degrees if rng.random() < 0.5 else -degrees)

    return either


def turned_upright(picture: ImageBGR, tilt_deg: float) -> ImageBGR:
    """Return the crop of a head that is tilted by a known angle with its eyes level again.

    It is what the program does with a tilt that it sees, but for the corners: here they are lost,
    because a crop holds nothing around it.
    """
    middle = len(picture) / 2
    return cut_upright(picture, Square(middle, middle, len(picture)), len(picture), tilt_deg)


def _through_the_tilt(picture: ImageBGR, degrees: float) -> ImageBGR:
    return turned_upright(worsened.tilted(picture, degrees), degrees)


_ROLLS = (0.0, 10.0, 20.0, 30.0, 45.0)

WAYS: tuple[Way, ...] = (
    _numbered("blur", "sigma / side", (0.01, 0.02, 0.03, 0.04, 0.06, 0.08), worsened.blurred),
    _by_chance("low light", "gain", (0.5, 0.25, 0.12, 0.06, 0.03), worsened.in_low_light),
    _numbered("contrast", "times", (0.75, 0.5, 0.25, 0.1), worsened.with_contrast),
    _numbered("gamma", "", (0.4, 0.6, 1.6, 2.5, 4.0), worsened.with_gamma),
    _by_chance("noise", "gray levels", (5.0, 10.0, 20.0, 40.0), worsened.with_noise),
    _numbered("JPEG", "quality", (50.0, 30.0, 15.0, 8.0, 4.0), worsened.through_jpeg),
    _numbered("size", "px", (200.0, 100.0, 64.0, 48.0, 32.0, 24.0, 16.0), worsened.SHRUNK.worsen),
    _by_chance("roll", "degrees", _ROLLS, _to_a_side(worsened.tilted)),
    _by_chance("roll, turned back", "degrees", _ROLLS, _to_a_side(_through_the_tilt)),
    _by_chance("turned aside", "degrees", worsened.TURNED.steps, _to_a_side(worsened.turned_aside)),
    Way("mask", "", MASKS),
    Way("sunglasses", "", SUNGLASSES),
    Way("glasses", "", GLASSES),
    Way("hand", "", HANDS),
    Way("hair", "", HAIR),
)


def loader(way: Way, step: str, seed: int) -> Callable[[Sample], ImageBGR]:
    """Return what gives a sample's picture as it is at a step."""
    obscure = way.steps[step]

    def load(sample: Sample) -> ImageBGR:
        # By its name: each picture is the same whichever others are measured beside it.
        named = zlib.crc32(f"{way.name} {sample.path.parent.name}/{sample.path.name}".encode())
        return obscure(resized(load_picture(sample), SIDE), np.random.default_rng((seed, named)))

    return load


def measure(
    classifier: Classifier, samples: Sequence[Sample], ways: Sequence[Way], seed: int
) -> dict[str, Any]:
    """Return the figures of the crops as they are, and of each step of each way.

    Raises:
        FerError: A picture can't be read, or the model fails.
    """
    plain = Way(AS_IT_IS, "", {AS_IT_IS: lambda picture, _rng: picture})
    found: dict[str, Any] = {"seed": seed, "ways": {}}
    with tqdm(total=1 + sum(len(way.steps) for way in ways), desc="Steps", unit="step") as bar:
        for way in (plain, *ways):
            rows = {}
            for step in way.steps:
                load = loader(way, step, seed)
                answers = classify_samples(samples, classifier, None, lambda *_: None, load)
                figures = answers.as_dict(classifier.spec.uncertain_below)
                rows[step] = {key: figures[key] for key in FIGURES}
                bar.update()
            if way is plain:
                found[AS_IT_IS] = rows[AS_IT_IS]
            else:
                found["ways"][way.name] = {"unit": way.unit, "steps": rows}
    return found


def table(found: Mapping[str, Any]) -> str:
    """Return the figures as a table for people."""
    heads = ("accuracy", "balanced", "ECE", "answered", "right of it", "sure, wrong")
    lines = [f"{'':<34}" + "".join(f"{head:>{max(9, len(head) + 2)}}" for head in heads)]

    def add(name: str, row: Mapping[str, Any]) -> None:
        values = ["-" if row[key] is None else f"{row[key]:.3f}" for key in FIGURES]
        cells = (f"{v:>{max(9, len(head) + 2)}}" for v, head in zip(values, heads, strict=True))
        lines.append(f"{name:<34}" + "".join(cells))

    add(AS_IT_IS, found[AS_IT_IS])
    for name, way in found["ways"].items():
        lines.append(f"{name} ({way['unit']})" if way["unit"] else name)
        for step, row in way["steps"].items():
            add(f"  {step}", row)
    return "\n".join(lines)


def chosen(samples: Sequence[Sample], limit: int | None) -> list[Sample]:
    """Return so many samples, evenly over the list: classes keep their shares."""
    if limit is None or limit >= len(samples):
        return list(samples)
    return [samples[int(place)] for place in np.linspace(0, len(samples), limit, endpoint=False)]


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.degraded`."""
    names = [way.name for way in WAYS]
    parser = argparse.ArgumentParser(prog="python -m model.degraded", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="a labelled data set of face crops")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--limit", type=int, metavar="N", help="only so many pictures, evenly over the split")
    add("--only", nargs="+", choices=names, metavar="WAY", help=f"of {', '.join(names)}")
    add("--seed", type=int, default=0, metavar="N")
    add("--model", default=Settings.model, metavar="NAME|DIR", help="a finished model")
    add("--engine", choices=("litert", "keras"), default="litert")
    add("--report", type=Path, metavar="FILE", help="default: with the model's in model/reports")
    add("--json", action="store_true", help="for machines")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    ways = [way for way in WAYS if not options.only or way.name in options.only]
    try:
        samples = chosen(read_samples(options.data, None, options.split), options.limit)
        settings = Settings(model=options.model, engine=options.engine)
        classifier = assembly.make_classifier(settings).for_pictures()
        found = {
            **about(classifier.spec),
            "engine": options.engine,
            "data": options.data.resolve().name,
            "split": split_to_read(options.data, None, options.split),
            "n": len(samples),
            **measure(classifier, samples, ways, options.seed),
        }
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    write_report(options.report or REPORTS / classifier.spec.name / "degraded.json", found)
    print(json.dumps(found) if options.json else table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
