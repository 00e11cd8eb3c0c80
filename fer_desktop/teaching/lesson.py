"""Teaches a model: features once, a last layer fitted to them, and an honest before and after.

Each face is judged by a layer that saw no picture of its person or source. So all of them count
for the figures, and none is judged by a layer that was fitted to it.
"""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import LABELS, N_LABELS
from fer_desktop.evaluation.intervals import RESAMPLES, Interval
from fer_desktop.evaluation.run import Answers
from fer_desktop.teaching.fitting import balance, fit
from fer_desktop.teaching.network import Features, LastLayer
from fer_desktop.vision.recognition.classifier import Probabilities, calibrated

FEWEST: Final = 20
"""Faces that are needed, at least."""
FEWEST_OF_CLASS: Final = 5
"""So many faces make a class count."""
FEWEST_GROUPS: Final = 4
"""Persons or sources that are needed, at least."""
MOST_FALL: Final = 0.10
"""A model that finds any class less often by more than this is refused."""

_AIM: Final = 0.075
_AIM_OF_FOCUS: Final = MOST_FALL
"""A prior is chosen that lets no class fall by more. Measured with 10, 20 and 50 faces of each on
other persons (`python docs/teaching_figures.py`): less gains hardly anything, and more lets neutral
fall by more than is allowed; where one class is asked for, it may cost the others a little more."""
_FEWEST_INSIDE: Final = 3
"""So many faces make a class count while the prior is chosen, of which a fold is missing."""
_FOLDS: Final = 5
_INNER_FOLDS: Final = 3
_STRENGTHS: Final = (10.0, 3.0, 1.0, 0.3, 0.1, 0.03)
"""Weaker priors let classes with few faces fall (measured)."""
_FEWEST_TO_CALIBRATE: Final = 100
_SEED: Final = 24

Reason = Literal["few", "classes", "focus", "groups", "no_gain", "worse"]
Check = Callable[[], None]
"""Called now and then; raises where the work is to end."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """What is taught.

    Attributes:
        features: (n, sides, F) float32.
        truth: (n,) class indices.
        groups: Person or source of each.
        focus: The class that is to be found more often; None treats all alike.
    """

    features: Features
    truth: NDArray[np.int64]
    groups: Sequence[str]
    focus: int | None = None

    def part(self, rows: NDArray[np.bool_]) -> "Lesson":
        """Return the lesson with these rows only."""
        groups = [group for group, inside in zip(self.groups, rows, strict=True) if inside]
        return Lesson(self.features[rows], self.truth[rows], groups, self.focus)


@dataclass(frozen=True)
class Refusal:
    """Why no model was made.

    Attributes:
        reason: What is the matter.
        label: The class that is concerned; "" for none.
        found: How much there is; a share where a class got worse.
        needed: How much there must be.
    """

    reason: Reason
    label: str = ""
    found: float = 0.0
    needed: float = 0.0


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a lesson.

    Attributes:
        before: The old layer's answers to the faces.
        after: The answers of new layers that did not see the face's group.
        layer: The new layer, fitted to all faces; None where it is refused.
        temperature: That goes with it.
        strength: How strongly it is held to the old one.
        gain: The 95 % interval of the change of the balanced accuracy; None without figures.
        refusal: Why there is no layer.
        n_groups: Persons or sources.
        changes: By how much the recall of each class changes that has enough faces.
    """

    before: Answers
    after: Answers
    layer: LastLayer | None
    temperature: float
    strength: float = 0.0
    gain: Interval | None = None
    refusal: Refusal | None = None
    n_groups: int = 0
    changes: dict[str, float] = field(default_factory=dict)


def too_little(
    truth: Sequence[int], groups: Sequence[str], focus: int | None = None
) -> Refusal | None:
    """Return why so few faces are not enough to learn from; None where they are."""
    if len(truth) < FEWEST:
        return Refusal("few", found=len(truth), needed=FEWEST)
    counts = np.bincount(np.asarray(truth, np.int64), minlength=N_LABELS)
    n_classes = int((counts >= FEWEST_OF_CLASS).sum())
    if n_classes < 2:
        return Refusal("classes", found=n_classes, needed=2)
    if focus is not None and counts[focus] < FEWEST_OF_CLASS:
        return Refusal("focus", LABELS[focus], int(counts[focus]), FEWEST_OF_CLASS)
    n_groups = len(set(groups))
    if n_groups < FEWEST_GROUPS:
        return Refusal("groups", found=n_groups, needed=FEWEST_GROUPS)
    return None


def answers_of(layer: LastLayer, lesson: Lesson, temperature: float) -> Probabilities:
    """Return (n, 8) what people see of a layer: the mean over the sides, calibrated."""
    n, n_sides, width = lesson.features.shape
    flat = layer.probabilities(lesson.features.reshape(n * n_sides, width))
    raw = flat.reshape(n, n_sides, N_LABELS).mean(axis=1)
    return calibrated(np.asarray(raw, np.float32), temperature)


def teach(
    lesson: Lesson, old: LastLayer, temperature: float, check: Check = lambda: None
) -> Outcome:
    """Return a new last layer with its figures, or why there is none.

    Args:
        lesson: The faces.
        old: The layer of the model that is taught.
        temperature: Of that model.
        check: Called between the fits.
    """
    said = answers_of(old, lesson, temperature)
    before, n_groups = _answers(said, lesson), len(set(lesson.groups))
    refusal = too_little(lesson.truth.tolist(), lesson.groups, lesson.focus)
    if refusal is not None:
        return Outcome(before, before, None, temperature, refusal=refusal, n_groups=n_groups)
    fitted = _Fitting(old, temperature, check)
    held_back, raw = np.empty_like(said), np.empty_like(said)
    for inside in folds(lesson):
        layer, _ = fitted.best(lesson.part(~inside))
        fold = lesson.part(inside)
        held_back[inside] = answers_of(layer, fold, temperature)
        raw[inside] = answers_of(layer, fold, 1.0)
    after = _answers(held_back, lesson)
    changes = _changes(before, after)
    refusal = _verdict(before, after, changes, lesson.focus)
    new, strength = (None, 0.0) if refusal is not None else fitted.best(lesson)
    return Outcome(
        before,
        after,
        new,
        temperature if refusal is not None else _temperature(raw, lesson.truth, temperature),
        strength,
        _gain(before, after, lesson.groups),
        refusal,
        n_groups,
        changes,
    )


def folds(lesson: Lesson, n: int = _FOLDS) -> list[NDArray[np.bool_]]:
    """Return which rows are held back at a time; a group is held back as a whole."""
    found = np.array(lesson.groups)
    names = sorted(set(lesson.groups))
    main = {name: int(np.bincount(lesson.truth[found == name]).argmax()) for name in names}
    # Dealt out class by class, or a rare one would be held back all at once.
    dealt = sorted(names, key=lambda name: (main[name], zlib.crc32(name.encode())))
    of_group = {name: position % n for position, name in enumerate(dealt)}
    which = np.array([of_group[group] for group in lesson.groups])
    return [which == number for number in range(n) if (which == number).any()]


@dataclass(frozen=True)
class _Fitting:
    """Fits layers near an old one; the prior is as strong as held-back groups want it."""

    old: LastLayer
    temperature: float
    check: Check

    def best(self, lesson: Lesson) -> tuple[LastLayer, float]:
        """Return a layer and its strength: the best of those that let no class fall too far."""
        losses = np.zeros(len(_STRENGTHS))
        rows = np.empty((len(_STRENGTHS), len(lesson.truth), N_LABELS), np.float32)
        weights = balance(lesson.truth, lesson.focus)
        for inside in folds(lesson, _INNER_FOLDS):
            rest, fold = lesson.part(~inside), lesson.part(inside)
            for position, strength in enumerate(_STRENGTHS):
                said = answers_of(self._fit(rest, strength), fold, self.temperature)
                right = np.maximum(said[np.arange(len(said)), fold.truth], 1e-9)
                losses[position] -= float((weights[inside] * np.log(right)).sum())
                rows[position, inside] = said
        before = _answers(answers_of(self.old, lesson, self.temperature), lesson)
        aim = _AIM if lesson.focus is None else _AIM_OF_FOCUS
        falls = [_fall(before, _answers(each, lesson), aim, _FEWEST_INSIDE) for each in rows]
        allowed = [
            loss if fall is None else np.inf for loss, fall in zip(losses, falls, strict=True)
        ]
        strength = _STRENGTHS[int(np.argmin(allowed))]  # where none is allowed, the strongest
        return self._fit(lesson, strength), strength

    def _fit(self, lesson: Lesson, strength: float) -> LastLayer:
        self.check()
        return fit(
            lesson.features,
            lesson.truth,
            self.old,
            strength=strength,
            temperature=self.temperature,
            focus=lesson.focus,
        )


def _answers(rows: Probabilities, lesson: Lesson) -> Answers:
    return Answers(rows, lesson.truth, np.ones(len(rows), bool))


def _changes(before: Answers, after: Answers, fewest: int = FEWEST_OF_CLASS) -> dict[str, float]:
    """Return by how much the recall of each class changes that has enough faces."""
    old, new = before.figures().per_class, after.figures().per_class
    return {
        label: new[label].recall - old[label].recall for label in LABELS if old[label].n >= fewest
    }


def _fall(
    before: Answers,
    after: Answers,
    most: float = MOST_FALL,
    fewest: int = FEWEST_OF_CLASS,
) -> Refusal | None:
    """Return which class would be found too much less often; None for none.

    Of a class with few faces two numbers are looked at: how many are lost, which is all or nothing
    for each, and how much less sure of it the model is, which tells of faces that nearly are. With
    the first alone neutral fell by up to 21 points on other persons (measured), with both by 10.
    """
    rows = np.arange(len(before.truth))
    sure = before.probabilities[rows, before.truth] - after.probabilities[rows, before.truth]
    worst: tuple[float, str] = (most, "")
    for label, change in _changes(before, after, fewest).items():
        own = before.truth == LABELS.index(label)
        # A single face of a class with few of them is no proof.
        lost = -change if -change * int(own.sum()) > 1.5 else 0.0
        worst = max(worst, (max(lost, float(sure[own].mean())), label))
    return Refusal("worse", worst[1], worst[0], most) if worst[1] else None


def _verdict(
    before: Answers, after: Answers, changes: dict[str, float], focus: int | None
) -> Refusal | None:
    """Return why a layer with these answers is not wanted; None where it is."""
    fall = _fall(before, after)
    if fall is not None:
        return fall
    if focus is not None and changes[LABELS[focus]] <= 0:
        return Refusal("no_gain", LABELS[focus])
    # Of classes with enough faces: the recall of one face is all or nothing.
    if sum(changes.values()) <= 0:
        return Refusal("no_gain")
    return None


def _gain(before: Answers, after: Answers, groups: Sequence[str]) -> Interval:
    """Return the interval of the change of the balanced accuracy, groups drawn with replacement."""
    names, of_row = np.unique(np.array(groups), return_inverse=True)
    counts = np.zeros((3, len(names), N_LABELS))
    for number, rows in enumerate((None, before, after)):
        hit = np.ones(len(of_row)) if rows is None else rows.probabilities.argmax(1) == rows.truth
        np.add.at(counts[number], (of_row, before.truth), hit)
    draws = np.random.default_rng(_SEED).multinomial(
        len(names), np.full(len(names), 1 / len(names)), RESAMPLES
    )
    totals, old, new = (draws @ part for part in counts)
    with np.errstate(divide="ignore", invalid="ignore"):
        change = np.nanmean(np.where(totals > 0, (new - old) / totals, np.nan), axis=1)
    low, high = np.quantile(change, [0.025, 0.975])
    return float(low), float(high)


def _temperature(raw: Probabilities, truth: NDArray[np.int64], old: float) -> float:
    """Return the temperature that makes held-back answers honest; few faces leave the old one."""
    if len(truth) < _FEWEST_TO_CALIBRATE:
        return old
    tried = np.clip(old * np.geomspace(0.5, 2, 41), 0.05, 20)
    rows = np.arange(len(truth))
    right = [calibrated(raw, float(each))[rows, truth] for each in tried]
    losses = [-np.log(np.maximum(each, 1e-9)).mean() for each in right]
    return round(float(tried[int(np.argmin(losses))]), 4)
