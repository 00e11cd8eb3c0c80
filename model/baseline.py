"""Measure what a person's neutral face is worth: `python -m model.baseline --data DIR`.

Of every person with a neutral picture and at least one other, one neutral picture is the baseline;
all their other pictures are named with and without it (`fer_desktop.core.baseline`). Strength and
least factor of the correction, and what the network says to neutral faces as a rule, come from
other persons: those of seed-test of whom no picture is in person-test or was trained on. What is
chosen is then measured on the persons of person-test, once.

The result is sober. How a person's neutral face is misread once tells a little of how it is misread
on another day: a few more neutral faces are found than with a stranger's baseline, some expressions
are lost, and the whole can hardly be told from no change. A strong correction does harm: it costs
more log loss on the persons for choosing. What it is made for is a face that stays as it was while
the baseline was taken, and is to be called neutral. So the gentlest correction is chosen with which
half of the misread neutral pictures, corrected by themselves, are; not the one that is best on
other days, which is about none.

Live, the baseline is the mean over some seconds of one camera in one light. Here it is one press
photograph, often of another day and another side, so it tells less; and press photographs are not
webcams. Contempt, disgust and fear are so rare among these persons that nothing follows for them.
"""

import argparse
import itertools
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.baseline import factors, log_mean, multiplied
from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.evaluation.run import Answers, classify_samples
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.model_spec import KERAS_FILE
from model.baseline_figures import compare, log_losses, outcome
from model.baseline_page import write_page
from model.reports import REPORTS, read_report, tell

REPORT = REPORTS / Settings.model / "baseline.json"

NEUTRAL = INDEX["neutral"]
TURNS = 5
"""For choosing, up to so many neutral pictures of a person are the baseline in turn."""
STRENGTHS = tuple(step / 10 for step in range(11))
LEAST_FACTORS = (0.5, 0.33, 0.25, 0.2, 0.15, 0.1)
HELPED = 0.5
"""Such a share of the misread neutral pictures shall be named neutral when corrected by themselves:
what a person sees who asks for it and keeps still."""


class Trial(NamedTuple):
    """A person's pictures, by their place in a list of samples."""

    person: str
    baseline: int
    others: tuple[int, ...]


@dataclass(frozen=True)
class Choice:
    """A correction: see `fer_desktop.core.baseline.factors`."""

    typical: NDArray[np.float32]
    strength: float
    least: float

    def apply(self, rows: NDArray[np.float32], answer: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (n, 8) probabilities, corrected for the answer to a neutral face."""
        return multiplied(rows, factors(answer, self.typical, self.strength, self.least))


def choosing_samples(data: Path) -> list[Sample]:
    """Return the pictures of persons that neither training nor measuring knows."""
    parts = (read_samples(data, "legend", split) for split in ("common-train", "person-test"))
    known = {sample.person for part in parts for sample in part}
    return [s for s in read_samples(data, "legend", "seed-test") if s.person not in known]


def trials(samples: Sequence[Sample], turns: int = 1) -> list[Trial]:
    """Return each person's trial, with up to so many neutral pictures as the baseline in turn.

    Which one is first hangs on the checksums of the names.
    """
    persons: dict[str, list[int]] = {}
    for index, sample in enumerate(samples):
        persons.setdefault(sample.person, []).append(index)
    found = []
    for person, own in sorted(persons.items()):
        neutral = [i for i in own if samples[i].label == NEUTRAL]
        neutral.sort(key=lambda i: zlib.crc32(samples[i].path.name.encode()))
        if len(own) > 1:
            found += [Trial(person, b, tuple(i for i in own if i != b)) for b in neutral[:turns]]
    return found


def helped(choice: Choice, misread: NDArray[np.float32]) -> float | None:
    """Return the share of (n, 8) answers that name neutral when corrected by themselves."""
    named = [choice.apply(row[np.newaxis], row)[0].argmax() == NEUTRAL for row in misread]
    return float(np.mean(named)) if named else None


def choose(neutral: NDArray[np.float32]) -> Choice:
    """Return the gentlest correction that helps enough of the misread; none where nobody is.

    Args:
        neutral: (n, 8) answers to neutral pictures.
    """
    typical = log_mean(neutral).round(4)
    misread = neutral[neutral.argmax(axis=1) != NEUTRAL]
    choices = [Choice(typical, *pair) for pair in itertools.product(STRENGTHS, LEAST_FACTORS)]
    if not len(misread):
        return choices[0]
    enough = (choice for choice in choices if (helped(choice, misread) or 0.0) >= HELPED)
    return next(enough, choices[-1])


def loss_of(
    choice: Choice, rows: NDArray[np.float32], truth: NDArray[np.int64], found: Sequence[Trial]
) -> float:
    """Return the mean log loss of the trials' other pictures.

    Neutral pictures and all others weigh the same, so that calling more faces neutral is no gain
    by itself; and each trial the same.

    Args:
        choice: The correction.
        rows: (n, 8) answers.
        truth: (n,) class indices.
        found: The trials; their numbers are places in `rows`.
    """
    losses: tuple[list[float], list[float]] = ([], [])
    for trial in found:
        others = list(trial.others)
        own = log_losses(choice.apply(rows[others], rows[trial.baseline]), truth[others])
        for kind, which in enumerate((truth[others] == NEUTRAL, truth[others] != NEUTRAL)):
            if which.any():
                losses[kind].append(float(own[which].mean()))
    return float(np.mean([np.mean(kind) for kind in losses if kind]))


def compare_trials(
    choice: Choice, rows: NDArray[np.float32], truth: NDArray[np.int64], found: Sequence[Trial]
) -> dict[str, Any]:
    """Return the figures of the trials' other pictures, with and without the correction."""
    before, after = [], []
    for trial in found:
        others = list(trial.others)
        before.append((rows[others], truth[others]))
        after.append((choice.apply(rows[others], rows[trial.baseline]), truth[others]))
    return compare(outcome(before), outcome(after))


def with_strangers(found: Sequence[Trial]) -> list[Trial]:
    """Return the trials, each with the neutral picture of the next person."""
    nexts = [*found[1:], *found[:1]]
    return [own._replace(baseline=other.baseline) for own, other in zip(found, nexts, strict=True)]


def answers_of(classifier: Classifier, samples: Sequence[Sample], what: str) -> Answers:
    """Return the answers to pictures that are face crops, with a progress bar on stderr."""
    with tqdm(total=len(samples), desc=what, unit="px") as bar:
        return classify_samples(samples, classifier, None, lambda _done, _total: bar.update())


def measure(data: Path, classifier: Classifier) -> dict[str, Any]:
    """Return what was chosen and what it is worth, as JSON values.

    Raises:
        DataError: The data set is not as its layout says, or has no person to choose or measure on.
    """
    parts = {"Choosing": choosing_samples(data), "Measuring": read_samples(data, "legend")}
    found = {name: trials(samples) for name, samples in parts.items()}
    for name, own in found.items():
        if not own:
            raise DataError(f"{data}: {name}: nobody has a neutral picture and another one.")
    answers = answers_of(classifier, parts["Choosing"], "Choosing")
    choice = choose(answers.probabilities[answers.truth == NEUTRAL])
    tested = answers_of(classifier, parts["Measuring"], "Measuring")
    rows, truth, own = tested.probabilities, tested.truth, found["Measuring"]
    misread = [trial for trial in own if rows[trial.baseline].argmax() != NEUTRAL]
    return {
        "chosen": {
            **as_json(choice),
            "persons": len(found["Choosing"]),
            "neutral_pictures": int((answers.truth == NEUTRAL).sum()),
            "log_loss": losses_by_strength(choice, answers, trials(parts["Choosing"], TURNS)),
        },
        "measured_on": "person-test",
        "itself": {
            "pictures": len(misread),
            "helped": helped(choice, rows[[trial.baseline for trial in misread]]),
        },
        "own": compare_trials(choice, rows, truth, own),
        "misread": compare_trials(choice, rows, truth, misread) if misread else None,
        "stranger": compare_trials(choice, rows, truth, with_strangers(own)),
    }


def as_json(choice: Choice) -> dict[str, Any]:
    """Return a correction as JSON values."""
    typical = [round(float(p), 4) for p in choice.typical]
    values = {"strength": choice.strength, "least": choice.least}
    return {**values, "typical": typical, "labels": list(LABELS)}


def losses_by_strength(
    choice: Choice, answers: Answers, found: Sequence[Trial]
) -> dict[str, float]:
    """Return the log loss of the trials' other pictures for each strength, as `loss_of` weighs."""
    return {
        f"{s:g}": loss_of(replace(choice, strength=s), answers.probabilities, answers.truth, found)
        for s in STRENGTHS
    }


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.baseline`."""
    parser = argparse.ArgumentParser(prog="python -m model.baseline", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, metavar="DIR", help="facial_expressions")
    add("--model", default=Settings.model, metavar="NAME|DIR", help="a finished model")
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    add("--write-docs", action="store_true", help="put the default model's report into the docs")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    if not options.data and not options.write_docs:
        print("Give --data, --write-docs or both.", file=sys.stderr)
        return 2
    code = tell(lambda: figures(options), options.report) if options.data else 0
    if code == 0 and options.write_docs:
        write_page(read_report(REPORT))
    return code


def figures(options: argparse.Namespace) -> dict[str, Any]:
    """Return all that is measured.

    Raises:
        FerError: The model or the data can't be read.
    """
    classifier = assembly.make_classifier(Settings(model=options.model))
    spec = classifier.spec
    return {
        "model": spec.name,
        "version": spec.version,
        "sha256": spec.sha256[KERAS_FILE],
        "data": options.data.resolve().name,
        "live": True,
        **measure(options.data, classifier),
    }


if __name__ == "__main__":
    sys.exit(main())
