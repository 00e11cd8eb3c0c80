"""Measure a model on sets from outside: `python -m model.outside --data DIR [DIR ...]`.

Such a set is from other hands than the training data and tells how a model does among strangers:
other cameras, other people, other ways to say what a face shows. Each is a folder of class folders
with face crops; DIR is one, or holds several. The figures are those of `fer-desktop evaluate
--layout folders --crops`: one implementation. Each set gets a report, `outside-SET.json`, of which
the model card and model.json tell.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from fer_desktop.core.errors import DataError, FerError
from fer_desktop.core.labels import INDEX
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import DEFAULT_SPLIT, read_samples
from fer_desktop.evaluation.run import Answers
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import Classifier
from model.evaluate import answers_of_model, told_of_model
from model.reports import REPORTS, write_report
from model.set_figures import FIGURES, PREFIX, mean_of

_NO_SET = (
    "{root}: no set in it. Expected folders named after classes with face crops in them, or "
    "folders of such folders."
)


def sets_in(roots: Sequence[Path]) -> dict[str, Path]:
    """Return the sets by name: each root is one, or holds some.

    Raises:
        DataError: A root is no folder or holds none, or two sets have one name.
    """
    found: dict[str, Path] = {}
    for root in roots:
        if not root.is_dir():
            raise DataError(f"{root}: there is no such data folder.")
        own = [root] if _is_set(root) else sorted(p for p in root.iterdir() if _is_set(p))
        if not own:
            raise DataError(_NO_SET.format(root=root))
        for folder in own:
            name = folder.resolve().name
            if name in found:
                raise DataError(f"{folder}: {found[name]} has the same name; rename one.")
            found[name] = folder
    return found


def _is_set(folder: Path) -> bool:
    return folder.is_dir() and any(
        path.is_dir() and path.name.lower() in INDEX for path in folder.iterdir()
    )


def measure(classifier: Classifier, sets: Mapping[str, Path]) -> dict[str, Any]:
    """Return the report of each set, and the figures of all sets together.

    Returns:
        `sets`: reports by name; `mean`: the mean of each figure over the sets; `together`: the
        figures of all their pictures as if they were one set.

    Raises:
        FerError: A set or the model can't be read.
    """
    reports, every = {}, []
    for name, folder in sets.items():
        answers = answers_of_model(classifier, read_samples(folder, "folders"), crops=True)
        every.append(answers)
        reports[name] = {
            **told_of_model(classifier, answers),
            "data": name,
            "split": DEFAULT_SPLIT["folders"],
            "crops": True,
            "live": False,
            "outside": True,
            **answers.as_dict(classifier.spec.uncertain_below),
        }
    together = joined(every).as_dict(classifier.spec.uncertain_below)
    return {"sets": reports, "mean": mean_of(list(reports.values())), "together": together}


def joined(answers: Sequence[Answers]) -> Answers:
    """Return the answers to several sets as those to one."""
    return Answers(
        np.concatenate([each.probabilities for each in answers]),
        np.concatenate([each.truth for each in answers]),
        np.concatenate([each.found for each in answers]),
    )


def table(found: Mapping[str, Any]) -> str:
    """Return the figures of all sets as a table for people."""
    width = max(len("all together"), *(len(name) for name in found["sets"])) + 1
    titles = "".join(f"{title:>{len(title) + 2}}" for title in FIGURES.values())
    lines = [f"{'set':<{width}}{'n':>6}{'classes':>8}{titles}"]
    rows = list(found["sets"].items())
    if len(rows) > 1:
        rows += [("mean of sets", found["mean"]), ("all together", found["together"])]
    for name, row in rows:
        classes = sum(bool(one["n"]) for one in row.get("per_class", {}).values())
        line = f"{name:<{width}}{row.get('n', ''):>6}{classes or '':>8}"
        for key, title in FIGURES.items():
            value = "-" if row[key] is None else f"{row[key]:.3f}"
            line += f"{value:>{len(title) + 2}}"
        lines.append(line)
    return "\n".join(lines)


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.outside`."""
    parser = argparse.ArgumentParser(prog="python -m model.outside", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, nargs="+", metavar="DIR", help="sets, or folders of")
    add("--model", default=Settings.model, metavar="NAME|DIR", help="a finished model")
    add("--engine", choices=("litert", "keras"), default="litert")
    add(
        "--report-dir",
        type=Path,
        metavar="DIR",
        help="where the reports go (default: the model's folder in model/reports)",
    )
    add("--json", action="store_true", help="for machines")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    try:
        sets = sets_in(options.data)
        settings = Settings(model=options.model, engine=options.engine)
        classifier = assembly.make_classifier(settings).for_pictures()
        found = measure(classifier, sets)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    folder = options.report_dir or REPORTS / classifier.spec.name
    for name, report in found["sets"].items():
        write_report(folder / f"{PREFIX}{name}.json", report)
    print(json.dumps(found) if options.json else table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
