"""A measurement as one HTML file, which loads nothing, or as JSON."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.evaluation.intervals import Interval
from fer_desktop.evaluation.metrics import Figures
from fer_desktop.evaluation.report import FEW_PICTURES
from fer_desktop.system import files
from fer_desktop.teaching.measuring import MeasuredModel, Measurement

NOTE: Final = (
    "The figures hold for these pictures and their labels only. What a model says is a guess about "
    "an expression that is shown, not about a feeling."
)

_STYLE: Final = """
:root { color-scheme: light; }
body { font: 16px/1.5 sans-serif; color: #1a1f26; background: #ffffff; max-width: 64rem;
  margin: 2rem auto; padding: 0 1rem; }
h1, h2 { overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-top: 1px solid #c3c9d1; padding-top: 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.25rem; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid #dfe3e8; text-align: right; }
th:first-child { text-align: left; }
.note { border-left: 5px solid #d55e00; padding-left: 1rem; }
.scroll { overflow-x: auto; }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def write_measurement(found: Measurement, path: Path) -> None:
    """Write the file: JSON where its name ends so, else HTML.

    Raises:
        DataError: It can't be written.
    """
    if path.suffix.lower() == ".json":
        text = json.dumps(found.as_dict(), indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    else:
        text = "\n".join(_parts(found)) + "\n"
    try:
        files.write_text(path, text, chosen=True)
    except OSError as error:
        raise DataError(f"{path}: can't be written ({files.reason(error)}).") from error


def _parts(found: Measurement) -> Iterator[str]:
    title = f"Measured on {escape(found.title)}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<style>{_STYLE}</style></head><body><h1>{title}</h1>"
    yield f'<p class="note">{escape(NOTE)}</p>'
    yield f"<p>{len(found.samples)} pictures; {found.n_unreadable} more could not be read.</p>"
    yield from _overview(found)
    for model in found.models:
        yield f"<h2>{escape(model.name)} {escape(model.version)}</h2>"
        figures = model.answers.figures()
        yield from _confusion(figures)
        yield from _classes(figures)
        yield from _calibration(figures)
        yield from _card(model)
    yield "</body></html>"


def _overview(found: Measurement) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(model.name)}</th>' for model in found.models)
    yield f"<table><caption>Overall, with 95 % intervals</caption><tr><th></th>{heads}</tr>"
    columns = [overall(model) for model in found.models]
    for row, name in enumerate(name for name, _ in columns[0]):
        cells = "".join(f"<td>{column[row][1]}</td>" for column in columns)
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
    yield "</table>"


def overall(model: MeasuredModel) -> list[tuple[str, str]]:
    """Return the overall figures of a model by name."""
    figures = model.answers.figures()
    intervals = figures.intervals
    answered, right = model.answers.answered(model.threshold)
    return [
        ("accuracy", with_interval(figures.accuracy, intervals.accuracy)),
        (
            "balanced accuracy",
            with_interval(figures.balanced_accuracy, intervals.balanced_accuracy),
        ),
        ("macro-F1", with_interval(figures.macro_f1, intervals.macro_f1)),
        ("faces found", f"{figures.detected:.1%}"),
        ("calibration error", f"{figures.ece:.3f}"),
        ("not sure", f"{1 - answered:.1%}"),
        ("right where it is sure", f"{right:.1%}"),
    ]


def with_interval(value: float, interval: Interval | None) -> str:
    """Return such as "0.812 (0.790 to 0.835)"."""
    return f"{value:.3f} ({interval[0]:.3f} to {interval[1]:.3f})" if interval else f"{value:.3f}"


def _confusion(figures: Figures) -> Iterator[str]:
    columns = (*LABELS, "no face")
    heads = "".join(f'<th scope="col">{name}</th>' for name in columns)
    yield '<div class="scroll"><table><caption>True class (rows) and answer (columns)</caption>'
    yield f"<tr><th></th>{heads}</tr>"
    for label, row in zip(LABELS, figures.confusion, strict=True):
        total = max(int(row.sum()), 1)
        # From 0.6 on the ground would be too dark for dark letters.
        cells = "".join(
            f'<td style="background: rgba(31, 95, 191, {0.6 * count / total:.2f})">{count}</td>'
            for count in row[: N_LABELS + 1]
        )
        yield f'<tr><th scope="row">{label}</th>{cells}</tr>'
    yield "</table></div>"


def _classes(figures: Figures) -> Iterator[str]:
    yield '<div class="scroll"><table><caption>By class</caption><tr><th></th>'
    heads = ("pictures", "recall", "precision", "F1", "")
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr>"
    for label, row in figures.per_class.items():
        recall = with_interval(row.recall, figures.intervals.per_class[label].recall)
        remark = "few pictures" if row.n < FEW_PICTURES else ""
        cells = (str(row.n), recall, f"{row.precision:.3f}", f"{row.f1:.3f}", remark)
        yield f'<tr><th scope="row">{label}</th>'
        yield "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</table></div>"


def _calibration(figures: Figures) -> Iterator[str]:
    yield "<table><caption>How often answers are right, by their confidence</caption>"
    yield '<tr><th scope="col">confidence</th><th scope="col">answers</th>'
    yield '<th scope="col">mean confidence</th><th scope="col">right</th></tr>'
    for each in figures.calibration:
        if each.confidence is None or each.accuracy is None:
            continue
        cells = f"<td>{each.n}</td><td>{each.confidence:.1%}</td><td>{each.accuracy:.1%}</td>"
        yield f'<tr><th scope="row">{each.low:.0%} to {each.high:.0%}</th>{cells}</tr>'
    yield "</table>"


def _card(model: MeasuredModel) -> Iterator[str]:
    """Yield what the model's card says of other pictures, to compare with."""
    if not model.quoted:
        return
    yield "<table><caption>What the model's card says of other pictures</caption>"
    yield '<tr><th scope="col">measured on</th><th scope="col">pictures</th>'
    yield '<th scope="col">accuracy</th><th scope="col">balanced accuracy</th></tr>'
    for each in model.quoted:
        values = [each.figures.get(name) for name in ("accuracy", "balanced_accuracy")]
        shares = ["\u2013" if value is None else f"{value:.3f}" for value in values]
        cells = [str(each.figures.get("n", "\u2013")), *shares]
        yield f'<tr><th scope="row">{escape(f"{each.data}, {each.split}")}</th>'
        yield "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    yield "</table>"
