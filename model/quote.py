"""Write a model's figures into its model.json: `python -m model.quote`.

`fer-desktop models` and the program's own pages tell what model.json quotes. All reports of the
model are quoted that are of the form of `model.evaluate`, but for those of live; a report that was
measured with other weights is refused, because it speaks of another network.
"""

import argparse
import sys
from pathlib import Path

from fer_desktop.core.errors import DataError, FerError
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, ModelSpec, load_spec
from model.export import quote_metrics
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
