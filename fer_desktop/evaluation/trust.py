"""Which classes a model is not to be trusted with: one rule for the model card and `models`."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

TRUSTED_FROM: Final = 0.5
"""A class with less recall or precision than this is named as not to be trusted."""


class Weakness(NamedTuple):
    """What tells against a class: the smaller of its recall and its precision, and of how many."""

    label: str
    figure: str
    value: float
    n: int


def weaknesses(per_class: Mapping[str, Mapping[str, Any]]) -> Iterator[Weakness]:
    """Give the classes of a measurement that are missed, or named wrongly, more often than not.

    Args:
        per_class: `n`, `recall` and `precision` by label, as `evaluate --json` tells them; a class
            without pictures says nothing.
    """
    for label, row in per_class.items():
        if not row["n"]:
            continue
        figure = min(("recall", "precision"), key=row.__getitem__)
        if row[figure] < TRUSTED_FROM:
            yield Weakness(label, figure, row[figure], row["n"])
