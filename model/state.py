"""`state.json` beside a training's weights: how they were made, and what they never saw."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fer_desktop.core.errors import DataError
from fer_desktop.evaluation.datasets import Sample, read_samples
from fer_desktop.system.files import write_text

STATE_FILE = "state.json"


def read_state(folder: Path) -> dict[str, Any]:
    """Return the state in a training's folder; {} where there is none."""
    path = folder / STATE_FILE
    if not path.is_file():
        return {}
    state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return state


def write_state(folder: Path, state: dict[str, Any]) -> None:
    """Write the state; the file is replaced whole."""
    write_text(folder / STATE_FILE, json.dumps(state, indent=1) + "\n")


def kept_apart(state: dict[str, Any], data: Sequence[Path], split: str) -> list[Sample]:
    """Return the pictures of class folders that a training on one's own pictures did not see.

    Raises:
        DataError: These are not the pictures that the training speaks of.
    """
    names = set(state["kept"])
    samples = [(root, s) for root in data for s in read_samples(root, "folders", split)]
    kept = [sample for root, sample in samples if relative_name(sample, root) in names]
    if not kept:
        roots = ", ".join(map(str, data))
        raise DataError(f"{roots}: none of the pictures that the training kept aside is here.")
    return kept


def relative_name(sample: Sample, root: Path) -> str:
    """Return a picture's path in its data folder, the same on every system."""
    return sample.path.relative_to(root).as_posix()
