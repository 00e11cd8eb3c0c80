"""How a face moves that talks: syllables, phrases and pauses, blinks, brows and a swaying head.

Nothing of it is drawn here. The same seed gives the same speech, and it is a function of time, so
cameras of different rates see the same one.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

SYLLABLE_S = (1 / 6, 1 / 3)
PHRASE_S = (1.0, 3.0)
PAUSE_S = (0.25, 0.9)
BLINK_EVERY_S = (1.5, 5.0)
BLINK_S = 0.2
LOOK_DOWN_S = (0.3, 1.0)

_Key = tuple[float, float]
"""A time in seconds and the value then."""


@dataclass(frozen=True)
class Pose:
    """Where the parts of a face are, against the picture of it.

    Attributes:
        opening: Of the lips, as a share of the face's side.
        width: Change of the mouth's width, as a share of it; below 0 the lips are pursed.
        corners: How far the corners of the mouth are up, as a share of the face's side.
        lids: How far the eyes are shut, in [0, 1].
        brows: How far the brows are up, as a share of the face's side.
        shift: Of the head, to the right and down, as shares of the face's side.
        tilt_deg: Of the head, counter-clockwise.
        turn: Of the head, to the right, as a share of the face's side that its middle moves.
    """

    opening: float = 0.0
    width: float = 0.0
    corners: float = 0.0
    lids: float = 0.0
    brows: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)
    tilt_deg: float = 0.0
    turn: float = 0.0


class Speech:
    """What a person does who talks for some time, in phrases with pauses between."""

    def __init__(self, seconds: float, seed: int = 0) -> None:
        rng = np.random.default_rng((17, seed))
        self._opening: list[_Key] = [(0.0, 0.0)]
        self._width: list[_Key] = [(0.0, 0.0)]
        self._corners: list[_Key] = [(0.0, 0.0)]
        self._brows: list[_Key] = [(0.0, 0.0)]
        self._nod: list[_Key] = [(0.0, 0.0)]
        time_s = rng.uniform(*PAUSE_S)
        while time_s < seconds:
            time_s = self._say(time_s, rng) + rng.uniform(*PAUSE_S)
        self._lids = list(_blinks(seconds, rng))
        # Three slow swings, whose sum does not repeat within a minute.
        self._sway = rng.uniform(0.1, 0.5, (3, 3)), rng.uniform(0, 2 * math.pi, (3, 3))

    def _say(self, start_s: float, rng: np.random.Generator) -> float:
        """Add a phrase and return when it ends."""
        time_s, end_s = start_s, start_s + rng.uniform(*PHRASE_S)
        loud = rng.uniform(0.7, 1.3)
        for keys in (self._opening, self._width, self._corners, self._brows, self._nod):
            keys.append((start_s, 0.0))
        while time_s < end_s:
            syllable_s = rng.uniform(*SYLLABLE_S)
            peak = loud * min(0.16, abs(rng.normal(0.075, 0.04)))
            # One consonant in four shuts the lips.
            valley = 0.0 if rng.random() < 0.25 else peak * rng.uniform(0.1, 0.5)
            middle_s = time_s + syllable_s / 2
            time_s += syllable_s
            self._opening += [(middle_s, peak), (time_s, valley)]
            self._width.append((middle_s, rng.uniform(-0.4, 0.3)))
            # What is stressed moves more than the mouth, and for some syllables.
            if rng.random() < 0.3:
                self._brows.append((middle_s, rng.uniform(-0.03, 0.07)))
            if rng.random() < 0.3:
                self._corners.append((middle_s, rng.normal(0, 0.035)))
            nod = loud * rng.uniform(0.0, 0.05) if rng.random() < 0.3 else 0.0
            self._nod.append((middle_s, nod))
        for keys in (self._opening, self._width, self._corners):
            keys.append((time_s + 0.12, 0.0))
        for keys in (self._brows, self._nod):
            keys.append((time_s + 0.3, 0.0))
        return time_s + 0.3

    def at(self, time_s: float) -> Pose:
        """Return the pose at a time."""
        hz, phases = self._sway
        x, tilt, turn = np.sin(2 * math.pi * hz * time_s + phases).mean(axis=1)
        return Pose(
            opening=_between(self._opening, time_s),
            width=_between(self._width, time_s),
            corners=_between(self._corners, time_s),
            lids=_between(self._lids, time_s),
            brows=_between(self._brows, time_s),
            shift=(0.08 * float(x), _between(self._nod, time_s)),
            tilt_deg=12 * float(tilt),
            turn=0.1 * float(turn),
        )


def _blinks(seconds: float, rng: np.random.Generator) -> Iterable[_Key]:
    """Give the lids: blinks, and now and then a look down to the table."""
    time_s = 0.0
    yield time_s, 0.0
    while (time_s := time_s + rng.uniform(*BLINK_EVERY_S)) < seconds:
        is_look = rng.random() < 0.3
        lasts_s, shut = (rng.uniform(*LOOK_DOWN_S), 0.6) if is_look else (0.0, 1.0)
        yield from ((time_s, 0.0), (time_s + 0.4 * BLINK_S, shut))
        yield from ((time_s + lasts_s + 0.5 * BLINK_S, shut), (time_s + lasts_s + BLINK_S, 0.0))
        time_s += lasts_s + BLINK_S


def _between(keys: list[_Key], time_s: float) -> float:
    """Return the value at a time, on half waves of a cosine from key to key."""
    times = [key[0] for key in keys]
    i = int(np.searchsorted(times, time_s, side="right"))
    if i == 0 or i == len(keys):
        return keys[min(i, len(keys) - 1)][1]
    (start_s, first), (end_s, last) = keys[i - 1], keys[i]
    share = (time_s - start_s) / (end_s - start_s)
    return first + (last - first) * (1 - math.cos(math.pi * share)) / 2
