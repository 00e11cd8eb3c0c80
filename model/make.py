"""Make a bundled model again: `python -m model.make --network NAME --data DIR [DIR ...]`.

Trains it (or goes on where a killed training stopped), exports it, measures it as the model card
tells, and writes the reports that the card is made of. Options that are not listed go to
`model.train`. Where torch is installed it does the training, which is faster there. With `--init`
all of it goes there: one's own pictures make no bundled model.
"""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from fer_desktop.core.errors import FerError
from fer_desktop.evaluation.datasets import Layout, detect_layout
from fer_desktop.system import paths
from fer_desktop.system.paths import SPEC_FILE
from model import evaluate, export, train
from model.networks import NETWORKS
from model.outside import main as measure_outside
from model.outside import sets_in
from model.quote import quote_metrics
from model.recipes import GOING_ON
from model.rendered import __main__ as rendered
from model.reports import REPORTS
from model.set_figures import PREFIX


@dataclass(frozen=True)
class Measure:
    """One report: its name, and what is measured on."""

    name: str
    layout: Layout
    split: str
    detector: bool = False
    live: bool = False


MEASURES = (
    Measure("valid-crops", "ferplus", "Valid"),
    Measure("valid-live", "ferplus", "Valid", live=True),
    Measure("person-crops", "legend", "person-test"),
    Measure("person-detector", "legend", "person-test", detector=True),
    Measure("seed-crops", "legend", "seed-test"),
)


class Beside(NamedTuple):
    """What a network is made with, beside its data sets.

    Attributes:
        outside: Sets from other hands, or folders of them: for calibration and measuring alone.
        teacher: Name or directory of a finished teacher; "" makes one first where one is needed.
        mesh: The face model that moves faces, for a network that learns some.
    """

    outside: Sequence[Path] = ()
    teacher: str = ""
    mesh: Path | None = None


WEIGHTS = "best.keras"
N_MOVED = 8000
_NO_MESH = "Without --mesh the parts of the training that learn moved faces are left out."
SEEN_IN_TRAINING = {"seed": {"seed-crops"}}
"""What a bundled network may not be measured on, for it has learned from these pictures."""


def training_environment() -> Mapping[str, str]:
    """Return the environment to train in: the backend that was asked for, else the fastest."""
    environment = dict(os.environ)
    if "KERAS_BACKEND" not in environment and importlib.util.find_spec("torch"):
        environment["KERAS_BACKEND"] = "torch"
    return environment


def measures(network: str, folders: Mapping[Layout, Path]) -> list[Measure]:
    """Return what a network is measured on, as far as the data is there."""
    seen = SEEN_IN_TRAINING.get(network, set())
    return [
        measure
        for measure in MEASURES
        if measure.layout in folders and measure.name not in seen
        # Without the mirror image live is no different.
        if not measure.live or NETWORKS[network].mirror_average
    ]


def run_training(options: Sequence[str], network: str, out: Path) -> int:
    """Run `model.train` in a process of its own and return its exit code."""
    command = [sys.executable, "-m", "model.train", "--network", network, "--out", str(out)]
    return subprocess.run([*command, *options], env=training_environment(), check=False).returncode


def trained(
    network: str,
    data: Sequence[str],
    runs: Path,
    teacher: str,
    more: Sequence[str],
    moved: Sequence[str] = (),
) -> tuple[int, Path]:
    """Train a network in all its parts; return the exit code and the folder of the last part."""
    run = runs / network
    code = run_training([*data, *more], network, run)
    if code or any(o.startswith("--start") for o in more):
        return code, run
    parts = GOING_ON.get(network, ())
    if not moved and any(part.moved for part in parts):
        print(_NO_MESH, file=sys.stderr)
    for number, part in enumerate(parts, 1):
        if part.moved and not moved:
            continue
        begin = ["--start", str(run / WEIGHTS), "--part", str(number)]
        run = runs / network / f"part-{number}"
        given = [*(["--teacher", teacher] if part.teacher else []), *(moved if part.moved else [])]
        code = run_training([*begin, *data, *given, *more], network, run)
        if code:
            break
    return code, run


def make_moved(data: Sequence[str], mesh: Path, runs: Path, teacher: str) -> tuple[int, Path]:
    """Make the moved faces, unless they are there; return the exit code and their folder."""
    out, part = runs / "moved", runs / "moved.part"
    if out.is_dir():
        return 0, out
    shutil.rmtree(part, ignore_errors=True)
    options = ["--mesh", str(mesh), "--neutral-data", *data, "--model", teacher]
    code = rendered.main([*options, "--out", str(part), "--count", str(N_MOVED)])
    if code == 0:
        part.rename(out)
    return code, out


def make_teacher(
    network: str, data: Sequence[str], runs: Path, out: Path, more: Sequence[str]
) -> int:
    """Train and export a teacher, unless it is there; return the exit code."""
    if (out / SPEC_FILE).is_file():
        return 0
    code, run = trained(network, data, runs, "", more)
    if code:
        return code
    exporting = ["--weights", str(run / WEIGHTS), "--network", network, *data]
    return export.main([*exporting, "--out", str(out)])


def make(
    network: str,
    folders: Mapping[Layout, Path],
    runs: Path,
    models: Path,
    reports: Path,
    beside: Beside,
    more: Sequence[str],
) -> int:
    """Train, export and measure a network and return the exit code of the first step that failed.

    Args:
        network: A key of `model.networks.NETWORKS`.
        folders: The data folder of each layout.
        runs: Where the training is kept.
        models: The folder of model directories.
        reports: The folder of reports.
        beside: What else it learns from or is measured on.
        more: Further options of `model.train`.
    """
    outside, teacher, mesh = beside
    data = ["--data", *map(str, folders.values())]
    strangers = ["--outside", *map(str, outside)] if outside else []
    parts = GOING_ON.get(network, ())
    taught_by = next((part.teacher for part in parts if part.teacher), "")
    if not teacher and taught_by:
        teacher = str(runs / taught_by / "model")
        code = make_teacher(taught_by, data, runs, Path(teacher), more)
        if code:
            return code
    moved: list[str] = []
    if mesh and any(part.moved for part in parts):
        code, folder = make_moved([str(folders[name]) for name in folders], mesh, runs, teacher)
        if code:
            return code
        moved = ["--moved", str(folder)]
    code, run = trained(network, data, runs, teacher, more, moved)
    if code:
        return code
    exporting = ["--weights", str(run / WEIGHTS), "--network", network, *data, *strangers]
    exporting += ["--model-version", NETWORKS[network].version]
    with tempfile.TemporaryDirectory() as folder:
        # Measured before it takes the old one's place, because model.json quotes its own figures.
        first = Path(folder) / network
        code = export.main([*exporting, "--out", str(first)])
        written = []
        for measure in measures(network, folders) if code == 0 else ():
            report = reports / network / f"{measure.name}.json"
            options = ["--model", str(first), "--data", str(folders[measure.layout])]
            options += ["--split", measure.split, "--report", str(report)]
            options += ["--detector"] * measure.detector + ["--live"] * measure.live
            code = code or evaluate.main(options)
            if not measure.live:
                written.append(report)
        if code == 0 and outside:
            own = reports / network
            options = [
                "--data",
                *map(str, outside),
                "--model",
                str(first),
                "--report-dir",
                str(own),
            ]
            code = measure_outside(options)
            written += [own / f"{PREFIX}{name}.json" for name in sets_in(outside)]
        if code == 0:
            quote_metrics(first, written)
            shutil.copytree(first, models / network, dirs_exist_ok=True)
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.make`."""
    parser = argparse.ArgumentParser(prog="python -m model.make", description=__doc__)
    add = parser.add_argument
    add("--network", choices=sorted(NETWORKS), default="se-resnet")
    add("--data", type=Path, required=True, nargs="+", metavar="DIR", help="its training data")
    add("--outside", type=Path, nargs="+", default=[], metavar="DIR", help="see model.outside")
    add("--teacher", default="", metavar="MODEL", help="a finished teacher; else it is made first")
    add("--mesh", type=Path, metavar="FILE", help="the face model that moves faces to learn from")
    add("--runs", type=Path, default=Path("runs"), metavar="DIR", help="where trainings are kept")
    add("--models", type=Path, default=paths.resources() / "models", metavar="DIR")
    add("--reports", type=Path, default=REPORTS, metavar="DIR")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if any(option.split("=")[0] == "--init" for option in given):
        return train.main(given)
    options, more = build_parser().parse_known_args(given)
    try:
        folders = {detect_layout(root): root for root in options.data}
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    code = make(
        options.network,
        folders,
        options.runs,
        options.models,
        options.reports,
        Beside(options.outside, options.teacher, options.mesh),
        more,
    )
    if code == 0:
        print(f"{options.models / options.network} is made; `python -m model.card` tells of it.")
    return code


if __name__ == "__main__":
    sys.exit(main())
