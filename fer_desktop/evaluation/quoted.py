"""What a model's own card says of it: figures by data set, and classes that it is weak in."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from fer_desktop.evaluation.datasets import DEFAULT_SPLIT
from fer_desktop.evaluation.trust import Weakness, weaknesses
from fer_desktop.vision.recognition.model_spec import ModelSpec


class Measured(NamedTuple):
    """Figures that model.json quotes: of which data set, of which split, and what they are."""

    data: str
    split: str
    figures: dict[str, Any]


def quoted(spec: ModelSpec) -> list[Measured]:
    """Return the figures to judge a model by: FER+ Valid and the sets from outside.

    A model without these is judged by all that it quotes.
    """
    every = list(_all_quoted(spec))
    valid = [each for each in every if each.split == DEFAULT_SPLIT["ferplus"]]
    return [*valid, *(each for each in every if each.figures.get("outside"))] or every


def _all_quoted(spec: ModelSpec) -> Iterator[Measured]:
    for data, splits in spec.metrics.items():
        for split, figures in splits.items():
            yield Measured(data, split, figures)


def worst_of(measured: Sequence[Measured]) -> list[tuple[Weakness, Measured]]:
    """Return the classes that are not to be trusted, each with the worst that was measured."""
    worst: dict[str, tuple[Weakness, Measured]] = {}
    for each in measured:
        for weak in weaknesses(each.figures.get("per_class", {})):
            if weak.label not in worst or weak.value < worst[weak.label][0].value:
                worst[weak.label] = weak, each
    return sorted(worst.values(), key=lambda found: found[0].value)
