"""Measure a model against both truths: `python -m model.both_truths --data FERPLUS`.

FER+ has what ten people saw in a face. FER2013 has the feeling that its picture was searched for:
what was meant. The two differ, and a network that is right by the one is wrong by the other. The
table of the second one (`model.truths.label_table`) lies in the folder or beside it. Both are told
over the pictures that have both.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from fer_desktop.core.errors import DataError
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import read_samples, split_to_read
from fer_desktop.evaluation.run import Answers
from fer_desktop.vision import assembly
from model.evaluate import about, answers_of_model
from model.reports import REPORTS, tell
from model.truths import label_table, read_meant

REPORT = REPORTS / Settings.model / "truths.json"
_KEPT = ("accuracy", "balanced_accuracy", "macro_f1", "ece", "per_class")


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Return the figures against what was seen and against what was meant.

    Raises:
        FerError: The data or the model can't be read, or no picture has both truths.
    """
    split = split_to_read(options.data, "ferplus", options.split)
    table = options.labels or label_table(options.data)
    meant = read_meant(table, split)
    samples = [s for s in read_samples(options.data, "ferplus", split) if s.path.name in meant]
    if not samples:
        raise DataError(f"{table}: it has no label for a picture of {split}.")
    settings = Settings(model=options.model, engine=options.engine)
    classifier = assembly.make_classifier(settings).for_pictures()
    seen = answers_of_model(classifier, samples, crops=True)
    truth = np.array([meant[sample.path.name] for sample in samples], np.int64)
    by_meaning = Answers(seen.probabilities, truth, seen.found).figures().as_dict()
    by_votes = seen.figures().as_dict()
    return {
        **about(classifier.spec),
        "engine": options.engine,
        "data": options.data.resolve().name,
        "split": split,
        "n": len(samples),
        "truths_agree": float((seen.truth == truth).mean()),
        "votes": {key: by_votes[key] for key in _KEPT},
        "meant": {key: by_meaning[key] for key in _KEPT},
    }


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.both_truths`."""
    parser = argparse.ArgumentParser(prog="python -m model.both_truths", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="FER+")
    add("--labels", type=Path, metavar="FILE", help="what was meant; else with the data")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--model", default=Settings.model, metavar="NAME|DIR", help="a finished model")
    add("--engine", choices=("litert", "keras"), default="litert")
    add("--report", type=Path, default=REPORT, metavar="FILE")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    return tell(lambda: measure(options), options.report)


if __name__ == "__main__":
    sys.exit(main())
