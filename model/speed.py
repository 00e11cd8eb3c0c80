"""Measure how long a face takes on one core: `python -m model.speed --report FILE`.

All bundled models take turns in one run on the same chip, so that another program's load hits them
alike; the first rounds, in which caches fill, are not counted.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import Classifier
from model.reports import tell

WARMING_UP = 10
LIVE, PICTURE = "live", "picture"


def face_calls(classifier: Classifier) -> dict[str, Callable[[], object]]:
    """Return what naming one face is, live and in a picture, each without arguments."""
    chip = np.random.default_rng(0).random((1, *classifier.spec.chip_format.shape), np.float32)
    for_pictures = classifier.for_pictures()
    return {
        LIVE: lambda: classifier.classify(chip),
        PICTURE: lambda: for_pictures.classify(chip),
    }


def milliseconds(
    calls: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float]
) -> dict[str, dict[str, float]]:
    """Return median and 95th percentile of each call's time in ms, over rounds in turn."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(WARMING_UP + rounds):
        for name, call in calls.items():
            start = clock()
            call()
            if turn >= WARMING_UP:
                taken[name].append(1e3 * (clock() - start))
    return {
        name: {
            "median_ms": round(float(np.median(times)), 2),
            "p95_ms": round(float(np.percentile(times, 95)), 2),
        }
        for name, times in taken.items()
    }


def measure(models: list[str], rounds: int) -> dict[str, Any]:
    """Return the times of all models, by model and then by kind.

    Raises:
        ModelError: A model is unknown or damaged.
    """
    calls = {
        f"{model} {kind}": call
        for model in models
        for kind, call in face_calls(assembly.make_classifier(Settings(model=model))).items()
    }
    times = milliseconds(calls, rounds, time.perf_counter)
    return {model: {kind: times[f"{model} {kind}"] for kind in (LIVE, PICTURE)} for model in models}


def on_one_core() -> bool:
    """Keep this process on one core, where the system can, and say whether it could."""
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return True


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.speed`."""
    parser = argparse.ArgumentParser(prog="python -m model.speed", description=__doc__)
    bundled = paths.bundled_models()
    parser.add_argument("--model", nargs="+", default=bundled, metavar="NAME|DIR")
    parser.add_argument("--rounds", type=int, default=300, metavar="N")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    pinned = on_one_core()
    how = {"engine": "litert", "one_core": pinned, "rounds": options.rounds}
    return tell(lambda: {**how, "models": measure(options.model, options.rounds)}, options.report)


if __name__ == "__main__":
    sys.exit(main())
