"""What naming pictures in two ways gives, person by person, and how sure their difference is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.evaluation.confusion import SHAPE, scores
from fer_desktop.evaluation.intervals import RESAMPLES

FIGURES = (
    "accuracy",
    "balanced_accuracy",
    "macro_f1",
    "neutral_recall",
    "expressive_as_neutral",
    "log_loss",
)
"""`expressive_as_neutral` is the share of the pictures of another class that were named neutral;
`log_loss` the mean negative logarithm of the true class' probability."""

_NEUTRAL = INDEX["neutral"]
_SEED = 1979


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of the pictures of some persons.

    Attributes:
        confusion: (persons, 8, 9) int, see `fer_desktop.evaluation.confusion`.
        loss: (persons,) the negative log-likelihoods of the true classes, summed.
    """

    confusion: NDArray[np.int64]
    loss: NDArray[np.float64]


def log_losses(probabilities: NDArray[np.float32], truth: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the negative logarithm of each picture's true class, (n,)."""
    own = probabilities[np.arange(len(truth)), truth].astype(np.float64)
    return np.asarray(-np.log(np.maximum(own, 1e-6)))


def outcome(persons: Sequence[tuple[NDArray[np.float32], NDArray[np.int64]]]) -> Outcome:
    """Return the outcome of persons, each with (n, 8) probabilities and (n,) true classes."""
    confusion = np.zeros((len(persons), *SHAPE), np.int64)
    for number, (probabilities, truth) in enumerate(persons):
        np.add.at(confusion[number], (truth, probabilities.argmax(axis=1)), 1)
    return Outcome(confusion, np.array([log_losses(*person).sum() for person in persons]))


def compare(before: Outcome, after: Outcome, resamples: int = RESAMPLES) -> dict[str, Any]:
    """Return the figures of two outcomes of the same pictures as JSON values.

    A figure is None where there is no picture to count over.

    The interval of a difference is the percentile bootstrap over persons, as pictures of one
    person resemble each other: persons are drawn anew, with all their pictures, and the same ones
    for both outcomes.
    """
    n = len(before.loss)
    drawn = np.random.default_rng(_SEED).multinomial(n, np.full(n, 1 / n), size=resamples)
    # The first row is the persons as they are.
    taken = np.concatenate([np.ones((1, n), np.int64), drawn])
    old, new = _figures(before, taken), _figures(after, taken)
    counts = before.confusion.sum(axis=(0, 2))
    return {
        "persons": n,
        "pictures": int(counts.sum()),
        "classes": dict(zip(LABELS, counts.tolist(), strict=True)),
        "before": {name: _value(old[name]) for name in FIGURES},
        "after": {name: _value(new[name]) for name in FIGURES},
        "difference": {
            name: {
                "value": _value(new[name] - old[name]),
                "interval": _interval((new[name] - old[name])[1:]),
            }
            for name in FIGURES
        },
    }


def _value(values: NDArray[np.float64]) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])


def _interval(values: NDArray[np.float64]) -> list[float] | None:
    known = values[~np.isnan(values)]
    return [float(v) for v in np.percentile(known, [2.5, 97.5])] if known.size else None


def _figures(found: Outcome, drawn: NDArray[np.int64]) -> dict[str, NDArray[np.float64]]:
    """Return the figures, each (resamples,), where each person is taken (resamples, persons)."""
    confusion = (drawn @ found.confusion.reshape(len(found.loss), -1)).reshape(-1, *SHAPE)
    overall = scores(confusion)
    expressive = np.delete(confusion, _NEUTRAL, axis=1)
    with np.errstate(invalid="ignore"):  # nobody with an expression
        as_neutral = expressive[:, :, _NEUTRAL].sum(axis=1) / expressive.sum(axis=(1, 2))
    values = (
        overall.accuracy,
        overall.balanced_accuracy,
        overall.macro_f1,
        overall.recall[:, _NEUTRAL],
        as_neutral,
        (drawn @ found.loss) / confusion.sum(axis=(1, 2)),
    )
    return dict(zip(FIGURES, values, strict=True))
