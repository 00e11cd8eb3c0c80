"""Write a model's figures into its model.json: `python -m model.quote`.

`fer-desktop models` and the program's own pages tell what model.json quotes. All reports of the
model are quoted that are of the form of `model.evaluate`, but for those of live; a report that was
measured with other weights is refused, because it speaks of another network.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fer_desktop.core.errors import DataError, FerError
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, ModelSpec, load_spec
from model.reports import REPORTS, read_report


def reports_to_quote(spec: ModelSpec, folder: Path) -> list[Path]:
    """Return the reports of a model that model.json quotes, in the order of their names.

    Raises:
        DataError: There are none, or one is of other weights.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        report = read_report(path)
        if "accuracy" not in report or report.get("model") != spec.name or report.get("live"):
            continue
        if report["sha256"] != spec.sha256[KERAS_FILE]:
            raise DataError(
                f"{path}: it was measured with other weights than those in {spec.directory}. "
                "Measure it again, or remove it."
            )
        found.append(path)
    if not found:
        raise DataError(f"{folder}: no report of {spec.name} to quote.")
    return found


def quote_metrics(folder: Path, reports: Sequence[Path]) -> None:
    """Write the figures of some reports into a model directory's model.json."""
    metrics: dict[str, Any] = {}
    for path in reports:
        report = read_report(path)
        split = report["split"] + ("" if report["crops"] else ", faces found by the detector")
        metrics.setdefault(report["data"], {})[split] = quoted(report)
    spec = json.loads((folder / SPEC_FILE).read_text(encoding="utf-8"))
    spec["metrics"] = metrics
    (folder / SPEC_FILE).write_text(json.dumps(spec, indent=1) + "\n", encoding="utf-8")


def quoted(report: Mapping[str, Any]) -> dict[str, Any]:
    """Return what model.json quotes of a report.

    How much is answered, and how much of that is right, is there where the report says it; that a
    set is from outside, only where it is.
    """
    kept = ("n", "accuracy", "balanced_accuracy", "macro_f1", "ece", "detected", "per_class")
    found = {key: report[key] for key in kept}
    if "uncertain" in report:
        found["answered"] = report["uncertain"]["coverage"]
        found["right_of_answered"] = report["uncertain"]["accuracy"]
    if report.get("outside"):
        found["outside"] = True
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m model.quote", description=__doc__)
    add = parser.add_argument
    add("--model", default=Settings.model, metavar="NAME|DIR")
    add("--reports", type=Path, metavar="DIR", help="default: the model's in model/reports")
    options = parser.parse_args(arguments)
    try:
        spec = load_spec(paths.model_directory(options.model))
        reports = reports_to_quote(spec, options.reports or REPORTS / spec.name)
        quote_metrics(spec.directory, reports)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{spec.directory}: quotes {', '.join(path.stem for path in reports)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
