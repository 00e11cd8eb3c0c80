"""Report files: figures and what they were measured on; the model card is made of them."""

import csv
import datetime as dt
import importlib.metadata
import json
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fer_desktop.core.errors import FerError
from fer_desktop.system.files import write_text
from fer_desktop.vision.doctor import processor
from model.state import read_state

REPORTS = Path(__file__).parent / "reports"


def circumstances() -> dict[str, Any]:
    """Return when and with what something was measured."""
    packages = ("numpy", "opencv-python-headless", "keras", "tensorflow", "ai-edge-litert")
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "processor": processor(),
        "python": platform.python_version(),
        "versions": {name: importlib.metadata.version(name) for name in packages},
    }


def write_report(path: Path, values: dict[str, Any]) -> None:
    """Write a report with its circumstances; the file is replaced whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**values, "measured": circumstances()}, indent=1)
    write_text(path, text + "\n", chosen=True)


def tell(measure: Callable[[], dict[str, Any]], report: Path | None) -> int:
    """Print what is measured as JSON, and write it as a report where one is wanted.

    Returns:
        The exit code of a command: 0, or 1 where an error says in a sentence why nothing could be
        measured.
    """
    try:
        values = measure()
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(values, indent=1))
    if report:
        write_report(report, values)
    return 0


def read_report(path: Path) -> dict[str, Any]:
    """Return a report."""
    values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return values


def training_of(weights: Path) -> dict[str, Any]:
    """Return how weights were trained, from the files beside them; {} where there are none.

    Returns:
        `recipe`, `epoch`, `best_epoch`, `best` of the training's state, `init` or `start` where it
        began with another model, `n_moved` faces of `model.rendered`, and `seconds`, how long all
        epochs took, where they were counted.
    """
    values = read_state(weights.parent)
    kept = {
        key: values[key]
        for key in ("init", "start", "recipe", "epoch", "best_epoch", "best", "n_moved")
        if key in values
    }
    history = weights.parent / "history.csv"
    if not values or not history.is_file():
        return kept
    with history.open(encoding="utf-8", newline="") as file:
        seconds = sum(float(row["seconds"]) for row in csv.DictReader(file))
    return {**kept, "seconds": round(seconds)}
