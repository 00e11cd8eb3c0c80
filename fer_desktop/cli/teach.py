"""`fer-desktop teach`: a new last layer for a model, from labelled pictures or the corrections."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from fer_desktop.cli import options as shared
from fer_desktop.core.errors import DataError, SettingsError
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.system.terminal import OK, SOME_FAILED, show
from fer_desktop.teaching.corrections import Corrections
from fer_desktop.teaching.gathering import taught
from fer_desktop.teaching.lesson import Outcome, Refusal
from fer_desktop.teaching.taught_model import MODEL_NAME, free_name, save_taught
from fer_desktop.vision import assembly

_LOOK_S: Final = 0.5
_WHY: Final = {
    "few": "{needed:.0f} faces are needed (found: {found:.0f})",
    "classes": "at least two expressions need five faces each",
    "focus": "{needed:.0f} faces of {label} are needed (found: {found:.0f})",
    "groups": "faces of {needed:.0f} persons or sources are needed (found: {found:.0f})",
    "worse": "{label} would be found less often by {found:.0%}; more faces of it may help",
    "no_gain": "it would not be better on other persons; faces of more persons may help",
}


def _add_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "data",
        type=Path,
        nargs="?",
        metavar="DIR",
        help="labelled pictures, one folder a class (default: the corrections of this computer)",
    )
    add("--focus", choices=LABELS, help="the expression that is to be found more often")
    add("--name", help="of the new model (default: the model's with '-taught-1')")
    add("--crops", action="store_true", help="the pictures are face crops; no detector")
    shared.add_json(parser)
    shared.add_model(parser)


def _run(options: argparse.Namespace) -> int:
    settings = shared.settings_from(options, Settings())
    spec = assembly.model_spec(settings)
    name = options.name or free_name(spec.directory.name)
    if MODEL_NAME.fullmatch(name) is None:
        raise SettingsError(f"--name {name!r}: take letters, digits, spaces, points and hyphens.")
    if options.data is None:
        kept = Corrections(paths.corrections_directory())
        if not len(kept):
            raise DataError("There are no corrections on this computer; name a folder.")
        samples, title = kept.samples(), "My corrections"
    else:
        samples, title = read_samples(options.data), options.data.resolve().name
    is_cut = options.crops or options.data is None
    detector = None if is_cut else assembly.still_detector(settings)
    focus = None if options.focus is None else INDEX[options.focus]
    network, outcome = _waited(
        Background(lambda job: taught(samples, spec, detector, job, focus), "teaching")
    )
    folder = None
    if outcome.layer is not None:
        folder = paths.taught_directory() / name
        save_taught(outcome, network, spec, folder, data=title, focus=focus)
    show(json.dumps(_as_dict(outcome, folder)) if options.json else _as_text(outcome, folder))
    return OK if folder is not None else SOME_FAILED


def _waited(job: Background[Any]) -> Any:  # noqa: ANN401
    """Return what the job gives, and tell how far it is."""
    while not job.wait(_LOOK_S):
        if sys.stderr.isatty() and job.n_expected:
            print(f"{job.n_done} of {job.n_expected} pictures", end="\r", file=sys.stderr)
    if job.result is None:
        raise DataError(job.problem)
    return job.result


def _reason(refusal: Refusal) -> str:
    return _WHY[refusal.reason].format(
        found=refusal.found, needed=refusal.needed, label=refusal.label
    )


def _as_dict(outcome: Outcome, folder: Path | None) -> dict[str, Any]:
    return {
        "model": None if folder is None else str(folder),
        "refused": None if outcome.refusal is None else _reason(outcome.refusal),
        "before": outcome.before.figures().as_dict(),
        "after": outcome.after.figures().as_dict(),
        "gain": outcome.gain,
    }


def _as_text(outcome: Outcome, folder: Path | None) -> str:
    lines = []
    if outcome.changes:
        before, after = outcome.before.figures().per_class, outcome.after.figures().per_class
        lines.append(f"{'on persons held back':<24}{'faces':>6}{'before':>9}{'after':>9}")
        lines += [
            f"recall of {label:<14}{before[label].n:>6}{before[label].recall:>9.3f}"
            f"{after[label].recall:>9.3f}"
            for label in LABELS
            if before[label].n
        ]
    if outcome.refusal is not None:
        lines.append(f"No model was made: {_reason(outcome.refusal)}.")
    else:
        lines += [f"The model is in {folder}; use it with", f'    fer-desktop --model "{folder}"']
    return "\n".join(lines)


COMMAND = shared.Command(
    "teach", "teach a model with your own labelled pictures", _add_options, _run
)
