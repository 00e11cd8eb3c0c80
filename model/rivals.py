"""Measure the `fer` package on the same face crops: `python -m model.rivals --data FERPLUS`.

`fer` is what one gets from the package registry for this task. It knows seven of the eight classes:
contempt it never says. So its figures are told twice: over all pictures, and over those that are
not contempt. It gets the very crops that our networks are measured on, once as they are and once
with the margin that it adds around a face by itself; the better of the two counts. It runs in an
environment of its own, which is made where `--python` names none.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX, LABELS, N_LABELS
from fer_desktop.evaluation.datasets import Sample, read_samples, split_to_read
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.evaluation.run import Answers
from fer_desktop.system import paths
from model.compare import environment
from model.degraded import chosen
from model.outside import sets_in
from model.reports import REPORTS, tell
from model.set_figures import without_contempt

WORDS = {
    "angry": "anger",
    "disgust": "disgust",
    "fear": "fear",
    "happy": "happiness",
    "neutral": "neutral",
    "sad": "sadness",
    "surprise": "surprise",
}
"""What the package calls our classes."""
MARGINS_PX = {"as it is": 0, "with its own margin": 10}
"""How the package may frame a crop; 10 px is what it adds if nobody says otherwise."""
_KEPT = ("n", "accuracy", "balanced_accuracy", "macro_f1", "ece", "per_class", "confusion")


def answers_of(python: Path, samples: Sequence[Sample], margin_px: int) -> tuple[Answers, str]:
    """Return the package's answers to pictures that are face crops, and its version.

    Args:
        python: The Python of an environment in which it is installed.
        samples: The pictures.
        margin_px: What it adds around each.

    Raises:
        DataError: It fails, or says something unknown.
        ImageError: A picture can't be read.
    """
    probe = Path(__file__).with_name("rival_crops.py")
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.png" for number in range(len(samples))]
        for file, sample in zip(files, samples, strict=True):
            cv2.imwrite(str(file), load_picture(sample))
        try:
            done = subprocess.run(
                [str(python), str(probe), str(margin_px)],
                input="".join(f"{file}\n" for file in files),
                capture_output=True,
                text=True,
                check=False,
            )
        except OSError as error:
            raise DataError(f"{python}: it can't be run ({error.strerror}).") from error
    if done.returncode:
        raise DataError(
            f"{python}: fer fails ({' '.join(done.stderr.strip().splitlines()[-1:])}). Leave "
            "--python out to have an environment made for it."
        )
    answer = json.loads(done.stdout.splitlines()[-1])
    truth = np.array([sample.label for sample in samples], np.int64)
    rows = probabilities_of(answer["answers"])
    return Answers(rows, truth, np.ones(len(samples), bool)), answer["version"]


def probabilities_of(answers: Sequence[Mapping[str, float]]) -> NDArray[np.float32]:
    """Return answers by the package's words as (n, 8) float32 in our order, contempt 0.

    Raises:
        DataError: A word is unknown.
    """
    rows = np.zeros((len(answers), N_LABELS), np.float32)
    for row, answer in zip(rows, answers, strict=True):
        unknown = answer.keys() - WORDS.keys()
        if unknown:
            raise DataError(f"fer: it says {', '.join(sorted(unknown))}, which is no class here.")
        for word, share in answer.items():
            row[INDEX[WORDS[word]]] = share
    return rows


def measure(python: Path, sets: Mapping[str, Sequence[Sample]]) -> dict[str, Any]:
    """Return the package's figures on each set.

    Raises:
        FerError: The package fails, or a picture can't be read.
    """
    found: dict[str, Any] = {}
    version = ""
    for name, samples in sets.items():
        ways = {}
        for way, margin_px in MARGINS_PX.items():
            print(f"fer on {name}, {way}: {len(samples)} pictures", file=sys.stderr)
            answers, version = answers_of(python, samples, margin_px)
            ways[way] = answers.figures().as_dict()
        best = max(ways, key=lambda way: ways[way]["accuracy"])
        found[name] = {
            "framing": best,
            "accuracy_by_framing": {way: figures["accuracy"] for way, figures in ways.items()},
            **{key: ways[best][key] for key in _KEPT},
            "without_contempt": without_contempt(ways[best]["confusion"]),
        }
    return {"rival": f"fer {version}", "labels": list(LABELS), "sets": found}


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.rivals`."""
    parser = argparse.ArgumentParser(prog="python -m model.rivals", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="FER+")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--outside", type=Path, nargs="+", default=[], metavar="DIR", help="sets from outside")
    add("--limit", type=int, metavar="N", help="only so many pictures of each set, evenly spread")
    add("--python", type=Path, metavar="PATH", help="a Python that has fer already")
    add(
        "--environment",
        type=Path,
        default=paths.cache_directory() / "fer-environment",
        metavar="DIR",
        help="where the package is installed otherwise",
    )
    add("--report", type=Path, default=REPORTS / "rivals.json", metavar="FILE")
    return parser


def read_sets(options: argparse.Namespace) -> dict[str, list[Sample]]:
    """Return the pictures to measure on, by the name that the card knows the set under.

    Raises:
        DataError: A folder is not as it should be.
    """
    split = split_to_read(options.data, None, options.split)
    sets = {f"{options.data.resolve().name}, {split}": read_samples(options.data, None, split)}
    for name, folder in sets_in(options.outside).items():
        sets[name] = read_samples(folder, "folders")
    return {name: chosen(samples, options.limit) for name, samples in sets.items()}


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)

    def run() -> dict[str, Any]:
        sets = read_sets(options)
        return measure(options.python or environment(options.environment), sets)

    return tell(run, options.report)


if __name__ == "__main__":
    sys.exit(main())
