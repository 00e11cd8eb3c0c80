"""The figures of a measurement as text for people."""

from collections.abc import Sequence
from typing import Final

from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.intervals import Interval
from fer_desktop.evaluation.metrics import ClassFigures, Figures

FEW_PICTURES: Final = 50
"""A class with fewer is marked: its figures say little."""

NONE: Final = "-"
"""Of a class without pictures nothing is known."""
_COLUMN: Final = 12


def figures_text(found: Figures) -> str:
    """Return the overall figures, the confusion matrix and the figures per class as tables."""
    return "\n\n".join([_overall(found), _confusion(found), _per_class(found)])


def _overall(found: Figures) -> str:
    intervals = found.intervals
    rows: list[tuple[str, float, Interval | None]] = [
        ("accuracy", found.accuracy, intervals.accuracy),
        ("balanced accuracy", found.balanced_accuracy, intervals.balanced_accuracy),
        ("macro-F1", found.macro_f1, intervals.macro_f1),
    ]
    return "\n".join(
        [
            f"{'pictures':<18}{found.n:>9}",
            f"{'faces found':<18}{found.detected:>9.4f}",
            f"{'calibration error':<18}{found.ece:>9.4f}",
            "",
            f"{'':<18}{'':>9}{'95 % interval':>18}",
            *(f"{name:<18}{value:>9.4f}{_ends(pair, 4):>18}" for name, value, pair in rows),
        ]
    )


def _confusion(found: Figures) -> str:
    columns = (*LABELS, "no face")
    widths = [max(len(name), 5) + 2 for name in columns]
    lines = [f"{'true class':<{_COLUMN}}" + _cells(columns, widths)]
    for label, row in zip(LABELS, found.confusion, strict=True):
        lines.append(f"{label:<{_COLUMN}}" + _cells([str(count) for count in row], widths))
    return "\n".join(lines)


def _cells(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"{text:>{width}}" for text, width in zip(texts, widths, strict=True))


def _per_class(found: Figures) -> str:
    names = f"{'n':>6}{'precision':>11}{'recall':>9}{'95 % interval':>18}{'F1':>8}"
    rows = [f"{'class':<{_COLUMN}}{names}"]
    for label, f in found.per_class.items():
        interval = _ends(found.intervals.per_class[label].recall, 3)
        precision, recall, f1 = (
            f"{value:.3f}" if f.n else NONE for value in (f.precision, f.recall, f.f1)
        )
        values = f"{f.n:>6}{precision:>11}{recall:>9}{interval:>18}{f1:>8}"
        rows.append(f"{label:<{_COLUMN}}{values}{_remark(f)}")
    return "\n".join(rows)


def _remark(row: ClassFigures) -> str:
    if row.n >= FEW_PICTURES:
        return ""
    return "   few pictures" if row.n else "   no pictures"


def _ends(interval: Interval | None, digits: int) -> str:
    return f"{interval[0]:.{digits}f} to {interval[1]:.{digits}f}" if interval else NONE
