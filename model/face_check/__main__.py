"""Make the face check: `python -m model.face_check STEP ...`.

In this order: `fetch` downloads pictures without people, `heads` renders turned heads, `prepare`
composes and mines what is learned from, `train`, `export`, and `figures` measures on what was held
back. `make` does them all.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import FerError, ModelError
from fer_desktop.system import paths
from fer_desktop.system.paths import SPEC_FILE
from model.reports import REPORTS, tell

REPORT = REPORTS / "face-check.json"
WEIGHTS_FILE = "face-check.keras"
SCENES, HEADS, CLUTTERED, DRAWN = 16000, 1600, 400, 160
EPOCHS = 20
TRAINING_DATA = (
    "facial_expressions, split common-train",
    "FER+, split Train",
    "rendered heads of ICT-FaceKit",
    "pictures without people from Debian packages",
)


def _fetch(options: argparse.Namespace) -> int:
    from model.face_check.grounds import fetch

    fetch(options.to)
    return 0


def _heads(options: argparse.Namespace) -> int:
    from model.face_check.turned import write_heads

    write_heads(options.mesh, options.data, options.count, options.to, options.seed)
    return 0


def _prepare(options: argparse.Namespace) -> int:
    from fer_desktop.vision.detection.face_check import FaceCheck
    from model.face_check.grounds import read_grounds
    from model.face_check.mining import mined, mistaken
    from model.face_check.prepare import composed_cases, face_samples, part_of_heads, write_cases
    from model.face_check.round_things import round_things
    from model.face_check.turned import read_heads

    heads = read_heads(options.heads)
    check = FaceCheck(options.check) if options.check else None
    for number, (part, share) in enumerate((("train", 1.0), ("held back", 0.15))):
        rng = np.random.default_rng((options.seed, number))
        grounds = read_grounds(options.grounds, part)
        grounds += round_things(round(share * options.drawn), rng)
        scenes, cluttered = (round(share * n) for n in (options.scenes, options.cluttered))
        name = part.replace(" ", "-")
        if scenes:
            samples = face_samples(options.data, part)
            cases = composed_cases(samples, part_of_heads(heads, part), grounds, scenes, rng, check)
            write_cases(options.to / f"{name}-composed-{options.seed}.npz", cases)
        if cluttered:
            if check:
                cases = mistaken(paths.face_cascade(), check, grounds, cluttered, rng)
            else:
                cases = mined(paths.face_cascade(), grounds, cluttered, rng)
            write_cases(options.to / f"{name}-mined-{options.seed}.npz", cases)
    return 0


def _train(options: argparse.Namespace) -> int:
    from model.face_check.prepare import read_cases
    from model.face_check.training import trained

    cases = read_cases(options.pool, "train-*.npz")
    weights = options.to / WEIGHTS_FILE
    trained(cases, options.epochs, weights, options.start, options.seed, options.rate)
    return 0


def _export(options: argparse.Namespace) -> int:
    from fer_desktop.system.paths import FACE_CHECK
    from model.face_check.export import export
    from model.face_check.prepare import read_cases
    from model.model_files import Release

    state = json.loads((options.weights / "state.json").read_text(encoding="utf-8"))
    cases = read_cases(options.pool, "held-back-*.npz")
    release = Release(FACE_CHECK, options.release, TRAINING_DATA, state)
    export(
        options.weights / WEIGHTS_FILE,
        cases.only(_halves(len(cases.chips))[0]),
        release,
        options.model,
    )
    return 0


def _figures(options: argparse.Namespace) -> int:
    from fer_desktop.vision.detection.face_check import FaceCheck
    from model.face_check.figures import figures
    from model.face_check.prepare import read_cases

    def measured() -> dict[str, object]:
        check = FaceCheck(options.model)
        cases = read_cases(options.pool, "held-back-*.npz")
        spec = json.loads((options.model / SPEC_FILE).read_text(encoding="utf-8"))
        return {
            "version": check.spec.version,
            "parameters": spec["parameters"],
            "multiply_adds": spec["multiply_adds"],
            **figures(check, cases.only(_halves(len(cases.chips))[1])),
        }

    return tell(measured, options.report)


def _make(options: argparse.Namespace) -> int:
    """Do all steps, each in a process of its own; the network is trained again on its errors."""
    work, data = options.work, [str(folder) for folder in options.data]
    grounds, heads, pool = work / "grounds", work / "heads", work / "pool"
    prepare = ("prepare", "--data", *data, "--heads", heads, "--grounds", grounds, "--to", pool)
    first, second, draft = work / "first", work / "second", work / "draft"
    train = ("train", "--pool", pool, "--epochs", options.epochs)
    export = ("export", "--pool", pool)
    mine = ("--cluttered", options.cluttered)
    _do("fetch", "--to", grounds)
    _do("heads", "--mesh", options.mesh, "--data", *data, "--to", heads, "--count", options.count)
    _do(*prepare, "--scenes", options.scenes, *mine)
    _do(*train, "--to", first)
    _do(*export, "--weights", first, "--release", "draft", "--model", draft)
    _do(*prepare, "--scenes", 0, *mine, "--check", draft, "--seed", 1)
    _do(*train, "--to", second, "--start", first / WEIGHTS_FILE)
    _do(*export, "--weights", second, "--release", options.release, "--model", options.model)
    report = options.report or REPORT
    _do("figures", "--pool", pool, "--model", options.model, "--report", report)
    return 0


def _do(step: str, *arguments: object) -> None:
    environment = dict(os.environ)
    if step == "train" and importlib.util.find_spec("torch"):  # faster there
        environment.setdefault("KERAS_BACKEND", "torch")
    command = [sys.executable, "-m", "model.face_check", step, *map(str, arguments)]
    if subprocess.run(command, env=environment, check=False).returncode:
        raise ModelError(f"The step {step} failed; what it says stands above.")


def _halves(n: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which cases calibrate and which measure: blocks, so no picture is in both."""
    block = np.arange(n) // 500
    return block % 2 == 0, block % 2 == 1


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.face_check`."""
    parser = argparse.ArgumentParser(
        prog="python -m model.face_check",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(required=True, metavar="STEP")
    for name, (run, told, options) in _STEPS.items():
        step = steps.add_parser(name, help=told)
        step.set_defaults(run=run)
        for option in options:
            kind, default, needed, meaning = _OPTIONS[option]
            if option == "data":
                step.add_argument(
                    "--data", type=Path, nargs=2, required=True, metavar="DIR", help=meaning
                )
            elif default is None:
                step.add_argument(f"--{option}", type=kind, required=needed, help=meaning)
            else:
                step.add_argument(
                    f"--{option}", type=kind, default=default, help=f"{meaning} ({default})"
                )
    return parser


_OPTIONS: dict[str, tuple[Callable[[str], object], object, bool, str]] = {
    "data": (Path, None, True, "the folders of FER+ and facial_expressions"),
    "mesh": (Path, None, True, "the file of the face model"),
    "grounds": (Path, None, True, "the folder of pictures without people"),
    "heads": (Path, None, True, "the folder of rendered heads"),
    "pool": (Path, None, True, "the folder of what was prepared"),
    "weights": (Path, None, True, "the folder that `train` wrote"),
    "work": (Path, None, True, "a folder for all that is made on the way"),
    "to": (Path, None, True, "the folder that is written"),
    "start": (Path, None, False, "weights to go on from"),
    "check": (Path, None, False, "an earlier face check, whose worst errors are mined"),
    "model": (Path, paths.face_check(), False, "the face check's folder"),
    "report": (Path, None, False, "a file for the figures"),
    "release": (str, "new", False, "version of the weights"),
    "count": (int, HEADS, False, "how many heads"),
    "scenes": (int, SCENES, False, "composed pictures"),
    "cluttered": (int, CLUTTERED, False, "pictures without people that are mined"),
    "drawn": (int, DRAWN, False, "drawn round things among them"),
    "epochs": (int, EPOCHS, False, "how often all is seen"),
    "rate": (float, 2e-3, False, "the highest rate of learning"),
    "seed": (int, 0, False, "the same gives the same"),
}
"""By name: type, default, whether it is needed, and what it means."""

_Step = tuple[Callable[[argparse.Namespace], int], str, tuple[str, ...]]
_STEPS: dict[str, _Step] = {
    "fetch": (_fetch, "download pictures without people", ("to",)),
    "heads": (_heads, "render turned heads", ("mesh", "data", "to", "count", "seed")),
    "prepare": (
        _prepare,
        "compose and mine what is learned from",
        ("data", "heads", "grounds", "to", "check", "scenes", "cluttered", "drawn", "seed"),
    ),
    "train": (_train, "train the network", ("pool", "to", "start", "epochs", "rate", "seed")),
    "export": (_export, "write the model's folder", ("weights", "pool", "release", "model")),
    "figures": (_figures, "measure on what was held back", ("pool", "model", "report")),
    "make": (
        _make,
        "all steps, one after the other",
        (
            "data",
            "mesh",
            "work",
            "release",
            "model",
            "report",
            "count",
            "scenes",
            "cluttered",
            "epochs",
        ),
    ),
}


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except FerError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
