"""Writes what was taught as a model folder with a card of its own, and removes such a folder."""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import ModelError
from fer_desktop.core.labels import LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.report import figures_text
from fer_desktop.system import files, paths
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.system.reading import read_whole
from fer_desktop.teaching.lesson import MOST_FALL, Outcome
from fer_desktop.teaching.network import OpenedNetwork
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE, ModelSpec

CARD_FILE: Final = "CARD.md"
MODEL_NAME: Final = re.compile(r"\w[\w .-]{0,60}")
"""What a taught model may be called: it is the name of its folder."""
_MOST_BYTES: Final = 1_000_000
_FORGOTTEN: Final = ("training", "calibrated_on", "state", "made_by")
"""What model.json says of the old weights alone."""


def save_taught(
    outcome: Outcome,
    network: OpenedNetwork,
    spec: ModelSpec,
    folder: Path,
    *,
    data: str,
    focus: int | None = None,
) -> Path:
    """Write a taught model and return its folder.

    Args:
        outcome: What came of the lesson; not a refused one.
        network: The network that was taught.
        spec: Of that model.
        folder: Where it goes; its name becomes that of the model. There must be nothing.
        data: What it was taught from, in a few words.
        focus: The class that it was to find more often; None where all were alike.

    Raises:
        ModelError: It can't be written, or there is something already.
    """
    if outcome.layer is None:
        raise ModelError(f"{folder}: a refused lesson makes no model.")
    content = network.with_layer(outcome.layer)
    values = _values(outcome, spec, folder.name, data)
    values["sha256"] = {LITERT_FILE: hashlib.sha256(content).hexdigest()}
    try:
        folder.mkdir(parents=True)
        files.write_bytes(folder / LITERT_FILE, content)
        files.write_text(folder / CARD_FILE, _card(outcome, spec, values, focus))
        files.write_text(folder / SPEC_FILE, json.dumps(values, indent=1, ensure_ascii=False))
    except FileExistsError:
        raise ModelError(f"{folder}: there is a model of this name; choose another.") from None
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise ModelError(f"{folder}: can't be written ({files.reason(error)}).") from error
    return folder


def is_taught(directory: Path) -> bool:
    """Return whether a model was taught here."""
    return directory.resolve().parent == paths.taught_directory().resolve()


@dataclass(frozen=True)
class TaughtFacts:
    """What a model's folder says of how it was taught here.

    Attributes:
        base: Name of the model that was taught, if it is a bundled one; else the default's.
        time: When, in ISO 8601, UTC.
        n_faces: With how many faces.
        n_groups: Of how many persons or sources.
    """

    base: str
    time: str
    n_faces: int
    n_groups: int


def taught_facts(directory: Path) -> TaughtFacts | None:
    """Return how a model was taught here; None where it was not, or its folder does not say so."""
    if not is_taught(directory):
        return None
    try:
        values = json.loads(read_whole(directory / SPEC_FILE, _MOST_BYTES))
        taught, base = values["taught"], values["based_on"]["name"]
        counts = int(taught["faces"]), int(taught["groups"])
        known = base if base in paths.bundled_models() else Settings().model
        return TaughtFacts(known, str(taught["time"]), *counts)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def remove_taught(directory: Path) -> None:
    """Delete a taught model's folder.

    Raises:
        ModelError: It is none, or can't be deleted.
    """
    if not is_taught(directory) or directory.is_symlink():
        raise ModelError(f"{directory}: only models that were taught here are removed.")
    try:
        for name in (SPEC_FILE, LITERT_FILE, KERAS_FILE, CARD_FILE):
            files.remove_drafts(directory / name)
            (directory / name).unlink(missing_ok=True)
        if not any(directory.iterdir()):
            directory.rmdir()
    except OSError as error:
        raise ModelError(f"{directory}: can't be removed ({files.reason(error)}).") from error


def free_name(base: str) -> str:
    """Return a name for a model taught from another that no folder has yet."""
    stem = re.sub(r"-taught(-\d+)?$", "", base) + "-taught"
    number = 1
    while (paths.taught_directory() / (name := f"{stem}-{number}")).exists():
        number += 1
    return name


def _values(outcome: Outcome, spec: ModelSpec, name: str, data: str) -> dict[str, Any]:
    """Return model.json of the base, with what is another now."""
    base = json.loads((spec.directory / SPEC_FILE).read_text(encoding="utf-8"))
    values = {key: value for key, value in base.items() if key not in _FORGOTTEN}
    made = datetime.now(UTC).isoformat(timespec="seconds")
    n = outcome.before.truth.size
    return {
        **values,
        "name": name,
        "version": f"{spec.version}+{made}",
        "description": (
            f"{spec.name} {spec.version}, its last layer taught on this computer with {n} faces of "
            f"{outcome.n_groups} persons or sources."
        ),
        "temperature": outcome.temperature,
        "training_data": [*spec.training_data, f"{data}: {n} faces named on this computer"],
        "based_on": {"name": spec.name, "version": spec.version, "sha256": spec.sha256},
        "taught": {
            "time": made,
            "faces": n,
            "groups": outcome.n_groups,
            "strength": outcome.strength,
            "gain": outcome.gain,
        },
        "metrics": {
            "what it was taught with, held back": {
                "before": outcome.before.figures().as_dict(),
                "after": outcome.after.figures().as_dict(),
            }
        },
    }


def _card(outcome: Outcome, spec: ModelSpec, values: dict[str, Any], focus: int | None) -> str:
    aim = "all expressions alike" if focus is None else f"to find {LABELS[focus]} more often"
    return "\n".join(
        [
            f"# {values['name']}",
            "",
            values["description"],
            f"It was taught {aim}, and made at {values['taught']['time']}.",
            "",
            "Only the last layer is new. It is held near the old one by a Gaussian prior "
            f"(strength {outcome.strength:g}). The figures are of faces whose person or source the "
            "judging layer had not seen; the model itself learnt from all of them. A model that "
            f"finds any expression less often by more than {MOST_FALL:.0%} is refused.",
            "",
            "Of faces of other people, in other light and from other cameras it may be worse than "
            f"{spec.name}. What it says is a guess about an expression, not about a feeling.",
            "",
            "## Before",
            "",
            "```",
            figures_text(outcome.before.figures()),
            "```",
            "",
            "## After",
            "",
            "```",
            figures_text(outcome.after.figures()),
            "```",
            "",
        ]
    )
