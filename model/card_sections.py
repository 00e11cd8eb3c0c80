"""Parts of the model card that are there only where their reports are."""

from collections.abc import Mapping, Sequence
from typing import Any

from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.trust import weaknesses
from model.set_figures import FIGURES, PREFIX, mean_of, without_contempt

Report = Mapping[str, Any]
Reports = Mapping[str, Report]
"""By name of the report."""

VALID = "valid-crops"

_OUTSIDE = (
    "Sets of face crops from other hands than the training data, with other people before other "
    "cameras (`python -m model.outside`). No picture of them was trained on. Balanced accuracy "
    "and macro-F1 count the classes that a set has. The mean counts each set the same."
)
_TRUST = (
    "Classes of which, on one of the sets below, fewer than half were found (recall), or of "
    "which fewer than half of the answers were right (precision). Precision also hangs on how "
    "common a class is in a set. Of a class with few pictures the figures say little."
)
_BAD_VIEWS = (
    "{n:,} crops of {data}, {split}, made worse step by step (`python -m model.degraded`); "
    "covers are drawn, lit as the face is. *Answered* and *right of answered* show whether the "
    "network that sees less also says so."
)
_TRUTHS = (
    "An answer stands for what people would say that a face shows, because FER+ has the votes of "
    "ten people who looked at it. What the person before the camera meant, or felt, is another "
    "matter, and nothing here knows it."
)
_TWO_TRUTHS = (
    "FER2013 has, for the same pictures, the feeling that each was searched for. Of {n:,} "
    "pictures of {data}, {split} with both, the two truths agree on {agree:.1%}. The network is "
    "right on {seen:.1%} by what was seen and on {meant:.1%} by what was meant (balanced accuracy "
    "{seen_balanced:.3f} and {meant_balanced:.3f}): two people who name the same face "
    "otherwise are no mistake of either."
)
_RIVALS = (
    "{rival} from Python's package registry on the very same crops (`python -m model.rivals`), "
    "framed as it does best with them. It has seven classes, without contempt; so the last two "
    "columns leave contempt out for all. It learned from FER2013's own labels, and so by another "
    "truth than FER+'s votes."
)
_FACE_CHECK = (
    "What the cascades find is decided by a small network of its own (`resources/models/"
    "face-check`, {parameters:,} parameters, 40x40 gray): is it a face, where exactly, how is it "
    "turned and covered. It was trained with the code of `python -m model.face_check`, in pieces "
    "that were gone on with (the command was not run as a whole), on faces of "
    "facial_expressions (common-train) and FER+ (Train) that were laid on pictures without people, "
    "covered, tilted, blurred, lit from aside, cut by the edge, filling the picture, or beside "
    "others; on heads turned by up to 90 degrees, rendered with the face model of ICT-FaceKit "
    "(MIT; Li et al., 2020); and on no faces: wallpapers and drawings of Debian packages, parts of "
    "faces, heads from behind, places between faces, and what the cascades and earlier weights "
    "took for faces where none are. Nothing of these pictures is part of the program. It says "
    "nothing about who somebody is."
)
_FACE_CHECK_HELD = (
    "Measured on {n:,} boxes of composed pictures with {faces:,} times a face: people of "
    "person-test and FER+ Valid, heads and grounds that it never saw, mostly harder than what "
    "cascades find. Errors of place and size are in shares of the box's side, median and nine in "
    "ten, before and after the box was moved; those of turns are medians. Calibration (expected "
    "error) counts faces and others alike; covers are the mean of the shares told right of the "
    "covered and of the open. Version {version}, measured {where}"
)


def _figure(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join([_row(*heads), "|---" * len(heads) + "|", *(_row(*row) for row in rows)])


def outside_sets(reports: Reports) -> dict[str, Report]:
    """Return the reports on sets from outside, by the name of the set."""
    return {
        name.removeprefix(PREFIX): report
        for name, report in reports.items()
        if name.startswith(PREFIX)
    }


def outside_part(models: Mapping[str, Reports]) -> list[str]:
    """Return the section about sets from outside; [] where none was measured."""
    found = {model: outside_sets(reports) for model, reports in models.items()}
    found = {model: sets for model, sets in found.items() if sets}
    if not found:
        return []
    rows, recalls = [], []
    for model, sets in found.items():
        for name, r in sets.items():
            rows.append([name, f"{r['n']:,}", model, *(_figure(r[key]) for key in FIGURES)])
            cells = (_recall(r["per_class"][label]) for label in LABELS)
            recalls.append([name, model, *cells])
        if len(sets) > 1:
            mean = mean_of(list(sets.values()))
            rows.append(["mean", "", model, *(_figure(mean[key]) for key in FIGURES)])
    heads = [
        *("set", "n", "model", "accuracy", "balanced accuracy", "macro-F1", "ECE", "answered"),
        *("right of answered", "mean confidence of wrong answers"),
    ]
    return [
        "\n## Sets from outside\n",
        f"{_OUTSIDE}\n",
        _table(heads, rows),
        "\nRecall of each class:\n",
        _table(["set", "model", *LABELS], recalls),
    ]


def _recall(row: Mapping[str, Any]) -> str:
    return f"{row['recall']:.2f} of {row['n']:,}" if row["n"] else "-"


def trust_part(models: Mapping[str, Reports], where: Mapping[str, str]) -> list[str]:
    """Return the section about the classes not to be trusted.

    Args:
        models: The reports of each model.
        where: How the card calls what a report was measured on.
    """
    lines, rows = [], []
    for model, reports in models.items():
        weak: dict[str, list[list[str]]] = {}
        for name, report in measured_for_trust(reports).items():
            on = where.get(name, name.removeprefix(PREFIX))
            for label in (found.label for found in weaknesses(report["per_class"])):
                r = report["per_class"][label]
                figures = [f"{r['recall']:.2f}", f"{r['precision']:.2f}"]
                weak.setdefault(label, []).append([model, label, on, f"{r['n']:,}", *figures])
        named = ", ".join(f"*{label}*" for label in LABELS if label in weak)
        lines.append(f"**{model}**: {named or 'none'}.")
        rows += [row for label in LABELS for row in weak.get(label, [])]
    heads = ["model", "class", "measured on", "n", "recall", "precision"]
    table = ["\n" + _table(heads, rows)] if rows else []
    return ["\n## Classes not to be trusted\n", f"{_TRUST}\n", "\n\n".join(lines), *table]


def measured_for_trust(reports: Reports) -> dict[str, Report]:
    """Return the reports by which classes are trusted or not: FER+ Valid and outside sets."""
    return {
        name: report for name, report in reports.items() if name == VALID or name.startswith(PREFIX)
    }


def bad_views_part(reports: Reports) -> list[str]:
    """Return the section about bad views and covered faces; [] where it was not measured."""
    report = reports.get("degraded")
    if report is None:
        return []
    keys = ("accuracy", "balanced_accuracy", "ece", "answered", "right_of_answered")
    rows = [["as it is", "", *(_figure(report["as it is"][key]) for key in keys)]]
    for name, way in report["ways"].items():
        title = f"{name}, {way['unit']}" if way["unit"] else name
        for step, row in way["steps"].items():
            rows.append([title, step, *(_figure(row[key]) for key in keys)])
    heads = ["view", "step", "accuracy", "balanced accuracy", "ECE", "answered"]
    about = _BAD_VIEWS.format(n=report["n"], data=report["data"], split=report["split"])
    return ["\n## Bad views\n", f"{about}\n", _table([*heads, "right of answered"], rows)]


def truths_part(reports: Reports) -> list[str]:
    """Return the section about what an answer stands for, with figures where they are."""
    part = ["\n## What an answer stands for\n", _TRUTHS]
    report = reports.get("truths")
    if report is None:
        return part
    seen, meant = report["votes"], report["meant"]
    text = _TWO_TRUTHS.format(
        n=report["n"],
        data=report["data"],
        split=report["split"],
        agree=report["truths_agree"],
        seen=seen["accuracy"],
        meant=meant["accuracy"],
        seen_balanced=seen["balanced_accuracy"],
        meant_balanced=meant["balanced_accuracy"],
    )
    rows = [
        [label, _recall(seen["per_class"][label]), _recall(meant["per_class"][label])]
        for label in LABELS
    ]
    table = _table(["class", "recall by what was seen", "recall by what was meant"], rows)
    return [*part, f"\n{text}\n", table]


def rivals_part(report: Report | None, models: Mapping[str, Reports]) -> list[str]:
    """Return the section about another package; [] where it was not measured."""
    if report is None:
        return []
    rows = []
    for name, theirs in report["sets"].items():
        rows.append(_rival_row(name, report["rival"], theirs))
        for model, reports in models.items():
            ours = reports.get(PREFIX + name)
            valid = reports.get(VALID)
            if valid and name == f"{valid['data']}, {valid['split']}":
                ours = valid
            if ours and ours["n"] == theirs["n"]:
                rows.append(_rival_row(name, model, ours))
    heads = [
        *("measured on", "n", "of", "accuracy", "balanced accuracy", "ECE"),
        *("accuracy without contempt", "balanced accuracy without contempt"),
    ]
    about = _RIVALS.format(rival=report["rival"])
    return ["\n## Beside another package\n", f"{about}\n", _table(heads, rows)]


def _rival_row(name: str, who: str, report: Report) -> list[str]:
    seven = without_contempt(report["confusion"])
    figures = [_figure(report[key]) for key in ("accuracy", "balanced_accuracy", "ece")]
    figures += [_figure(seven[key]) for key in ("accuracy", "balanced_accuracy")]
    return [name, f"{report['n']:,}", who, *figures]


def face_check_part(report: Report | None, where: str) -> list[str]:
    """Return the section about the face check; nothing without its report.

    Args:
        report: What `python -m model.face_check figures` wrote.
        where: When and on what it was measured, as a sentence's end.
    """
    if report is None:
        return []
    place, size = report["place_off"], report["size_off"]
    rows = [
        ["faces told to be one", _figure(report["recall"])],
        *([f"of them: {kind}", _figure(v)] for kind, v in report["recall_of"].items()),
        ["others refused", _figure(report["refused"])],
        *([f"of them: {kind}", _figure(v)] for kind, v in report["refused_of"].items()),
        [
            "others refused where 95 % of the faces are kept",
            _figure(report["refused_at_recall_095"]),
        ],
        ["calibration", _figure(report["ece"])],
        ["place", _before_after(place)],
        ["size", _before_after(size)],
        ["roll", f"{report['roll_off_deg']['median']:.1f} degrees"],
        [
            "turn, of rendered heads and faces from the front",
            f"{report['turn_off_deg']['median']:.1f} degrees",
        ],
        ["mouth and chin covered, told right", _figure(report["lower_right"])],
        ["eyes covered, told right", _figure(report["upper_right"])],
        ["time on one core", f"{report['ms_a_chip']:.3f} ms a box"],
    ]
    told = _FACE_CHECK_HELD.format(
        n=report["n"], faces=report["faces"], version=report["version"], where=where
    )
    return [
        "\n## Face check\n",
        _FACE_CHECK.format(parameters=report["parameters"]) + "\n",
        told + "\n",
        _table(["what", "figure"], rows),
    ]


def _before_after(off: Mapping[str, Mapping[str, float]]) -> str:
    before, after = (
        f"{off[when]['median']:.3f} (0.9: {off[when]['p90']:.3f})" for when in ("before", "after")
    )
    return f"{before} to {after}"
