"""`fer-desktop models`: what each model has learned from, its figures, and what not to trust."""

import argparse
import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any, Final

from fer_desktop.cli.options import Command, add_json
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import DEFAULT_SPLIT
from fer_desktop.evaluation.quoted import Measured, quoted, worst_of
from fer_desktop.evaluation.trust import TRUSTED_FROM
from fer_desktop.system import paths
from fer_desktop.system.terminal import OK, show
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.model_spec import ModelSpec

_WIDTH: Final = 96
_INDENT: Final = 16
_UNBROKEN: Final = "\u00a0"
_HEAD: Final = "accuracy, balanced, calibration error: "
_WAY: Final = {"recall": "found", "precision": "right"}


def is_default(spec: ModelSpec) -> bool:
    """Return whether the program takes this model if nobody says otherwise."""
    return spec.directory.name == Settings.model


def models_json(specs: Sequence[ModelSpec]) -> dict[str, Any]:
    """Return the JSON object of the command."""
    return {
        "models": [
            {
                "name": spec.name,
                "version": spec.version,
                "description": spec.description,
                "default": is_default(spec),
                "sha256": spec.sha256,
                "licence": spec.licence,
                "metrics": spec.metrics,
                "training_data": list(spec.training_data),
                "not_to_be_trusted": [
                    {**weak._asdict(), "data": where.data, "split": where.split}
                    for weak, where in worst_of(quoted(spec))
                ],
            }
            for spec in specs
        ]
    }


def models_text(specs: Sequence[ModelSpec]) -> str:
    """Return what people read: after its name, three lines a model, long ones wrapped."""
    return "\n".join(line for spec in specs for line in _lines(spec))


def _lines(spec: ModelSpec) -> Iterator[str]:
    default = " (default)" if is_default(spec) else ""
    yield from textwrap.wrap(
        f"{spec.name} {spec.version}{default}: {spec.description}", _WIDTH, subsequent_indent="  "
    )
    measured = quoted(spec)
    yield from _wrapped("trained on", "; ", spec.training_data or ["not told"])
    if not measured:
        yield from _wrapped("measured", "", ["not told"])
        return
    yield from _wrapped("measured", "; ", list(map(_figures, measured)), lead=_HEAD)
    yield from _wrapped("do not trust", ", ", _mistrusted(measured))


def _figures(measured: Measured) -> str:
    is_whole = measured.split == DEFAULT_SPLIT["folders"]
    name = measured.data if is_whole else f"{measured.data} {measured.split}"
    keys = ("accuracy", "balanced_accuracy", "ece")
    values = (measured.figures.get(key) for key in keys)
    return f"{name} " + ", ".join("-" if value is None else f"{value:.3f}" for value in values)


def _mistrusted(measured: Sequence[Measured]) -> list[str]:
    worst = worst_of(measured)
    named = [f"{weak.label} ({weak.value:.2f} {_WAY[weak.figure]})" for weak, _ in worst]
    return named or [f"no class: each is found and right in {TRUSTED_FROM:g} of cases or more"]


def _wrapped(title: str, between: str, items: Sequence[str], *, lead: str = "") -> list[str]:
    """Return a line with its title, broken between items and not in them where that is possible."""
    lines = textwrap.wrap(
        lead + between.join(item.replace(" ", _UNBROKEN) for item in items),
        _WIDTH,
        initial_indent=f"{'  ' + title:<{_INDENT}}",
        subsequent_indent=" " * _INDENT,
    )
    return [line.replace(_UNBROKEN, " ") for line in lines]


def _run(options: argparse.Namespace) -> int:
    specs = [assembly.model_spec(Settings(model=name)) for name in paths.bundled_models()]
    show(json.dumps(models_json(specs)) if options.json else models_text(specs))
    return OK


COMMAND = Command("models", "list the bundled models, their figures and limits", add_json, _run)
