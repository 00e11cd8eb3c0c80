"""Figures over several sets from outside, and over the classes that another package has too."""

from collections.abc import Mapping, Sequence
from typing import Any

from fer_desktop.core.labels import INDEX, LABELS

PREFIX = "outside-"
"""How the names of the reports begin."""
FIGURES = {
    "accuracy": "accuracy",
    "balanced_accuracy": "balanced",
    "macro_f1": "macro-F1",
    "ece": "  ECE",
    "answered": "answered",
    "right_of_answered": "right of it",
    "confidence_when_wrong": "sure, wrong",
}
"""What the table tells, and how it calls it."""

_SEVEN = tuple(label for label in LABELS if label != "contempt")


def mean_of(reports: Sequence[Mapping[str, Any]]) -> dict[str, float | None]:
    """Return the mean of each figure over reports, every set counting the same."""
    means: dict[str, float | None] = {}
    for key in FIGURES:
        values = [report[key] for report in reports if report[key] is not None]
        means[key] = sum(values) / len(values) if values else None
    return means


def without_contempt(confusion: Sequence[Sequence[int]]) -> dict[str, Any]:
    """Return the figures over the pictures that are not contempt, from a report's confusion.

    Returns:
        `n`, `accuracy` and `balanced_accuracy`; an answer that is contempt counts as wrong.
    """
    rows = [row for label, row in zip(LABELS, confusion, strict=True) if label != "contempt"]
    hits = [row[INDEX[label]] for label, row in zip(_SEVEN, rows, strict=True)]
    totals = [sum(row) for row in rows]
    recalls = [hit / total for hit, total in zip(hits, totals, strict=True) if total]
    n = sum(totals)
    return {
        "n": n,
        "accuracy": sum(hits) / n if n else 0.0,
        "balanced_accuracy": sum(recalls) / len(recalls) if recalls else 0.0,
    }
