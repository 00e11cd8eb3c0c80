"""Figures of a study: several recordings, brought together by participant and condition.

A participant's recordings of one condition are averaged first; then participants are averaged, and
drawn again and again for the interval. No test of significance is made of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from fer_desktop.sessions.statistics import SHOWN_LABELS, FaceFigures, Statistics

N_DRAWS: Final = 2000
_SEED: Final = 0
_COVERED: Final = (2.5, 97.5)


class Place(NamedTuple):
    """Where a recording belongs."""

    participant: str
    condition: str


class Figure(NamedTuple):
    """A mean over participants with its 95 % interval; None where too few have a value."""

    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Recorded:
    """What one recording has to say: of the face that was measured longest in it.

    Attributes:
        place: Where it belongs.
        lost: Share of all its frames in which that face was not measured; None without frames.
        valence: Mean of the raw values; None without a face.
        shares: Share of the face's time by label; empty without a face.
        episodes: Episodes a minute of that time, by label; empty without a face.
    """

    place: Place
    lost: float | None
    valence: float | None
    shares: Mapping[str, float]
    episodes: Mapping[str, float]


@dataclass(frozen=True)
class Condition:
    """The figures of one condition.

    Attributes:
        name: Its name.
        n_participants: All who were recorded in it.
        n_recordings: All recordings.
        n_faceless: Those of them without any face.
        shares: By label.
        episodes: A minute, by label.
        valence: Of the raw values.
        lost: Share of lost frames.
    """

    name: str
    n_participants: int
    n_recordings: int
    n_faceless: int
    shares: Mapping[str, Figure]
    episodes: Mapping[str, Figure]
    valence: Figure
    lost: Figure


def recorded(found: Statistics, places: Mapping[str, Place]) -> list[Recorded]:
    """Return what each recording has to say, in the order of `places`, which are by path."""
    longest: dict[str, FaceFigures] = {}
    for face in found.faces:  # those that were seen longest come first
        longest.setdefault(face.path, face)
    return [
        _recorded(place, longest.get(path), found.n_of_path.get(path, 0))
        for path, place in places.items()
    ]


def conditions(recordings: Sequence[Recorded]) -> list[Condition]:
    """Return the figures of each condition, in the order in which they come first."""
    names = dict.fromkeys(each.place.condition for each in recordings)
    return [
        _condition(name, [each for each in recordings if each.place.condition == name])
        for name in names
    ]


def interval(values: Sequence[float]) -> Figure:
    """Return the mean of the participants' values with a bootstrap interval (Efron, 1979).

    The same values always give the same interval.
    """
    if not values:
        return Figure(None, None, None)
    known = np.asarray(values, float)
    if len(known) == 1:
        return Figure(float(known[0]), None, None)
    drawn = np.random.default_rng(_SEED).integers(0, len(known), (N_DRAWS, len(known)))
    low, high = np.percentile(known[drawn].mean(axis=1), _COVERED)
    return Figure(float(known.mean()), float(low), float(high))


def _recorded(place: Place, face: FaceFigures | None, n_frames: int) -> Recorded:
    if face is None:
        return Recorded(place, 1.0 if n_frames else None, None, {}, {})
    minutes = sum(label.total_s for label in face.labels.values()) / 60
    n_measured = face.n_frames - face.n_lost
    return Recorded(
        place,
        1 - n_measured / n_frames if n_frames else None,
        face.valence_mean,
        {name: label.share for name, label in face.labels.items() if label.share is not None},
        {name: label.n_episodes / minutes for name, label in face.labels.items()}
        if minutes
        else {},
    )


def _condition(name: str, recordings: Sequence[Recorded]) -> Condition:
    return Condition(
        name,
        len({each.place.participant for each in recordings}),
        len(recordings),
        sum(not each.shares for each in recordings),
        {label: _over(recordings, [e.shares.get(label) for e in recordings]) for label in _LABELS},
        {
            label: _over(recordings, [e.episodes.get(label) for e in recordings])
            for label in _LABELS
        },
        _over(recordings, [each.valence for each in recordings]),
        _over(recordings, [each.lost for each in recordings]),
    )


_LABELS: Final = SHOWN_LABELS


def _over(recordings: Sequence[Recorded], values: Sequence[float | None]) -> Figure:
    """Return a figure over participants, each of whom counts once."""
    own: dict[str, list[float]] = {}
    for each, value in zip(recordings, values, strict=True):
        if value is not None:
            own.setdefault(each.place.participant, []).append(value)
    return interval([float(np.mean(each)) for each in own.values()])
