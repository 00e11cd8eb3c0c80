"""Calms what is shown of a face over time: its probabilities and its label; raw values stay raw."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import LABELS, N_LABELS, UNCERTAIN
from fer_desktop.core.types import Expression

_NAMES: Final = (*LABELS, UNCERTAIN)
_UNCERTAIN: Final = N_LABELS

_LEAD: Final = 0.1
"""Another label counts against the shown one only by what it leads beyond this."""
_PATIENCE: Final = 0.6
"""Lead times seconds that change the label of a calm face, as a share of the response time."""
_MOST_PATIENCE: Final = 2.0
"""No more than this is asked for on top of that, of a face whose evidence came and went."""
_MEMORY_S: Final = 2.5
"""What was lost is forgotten in this time, about that of a phrase with the pause after it."""


@dataclass
class _State:
    """What is known of a face.

    Attributes:
        values: The probabilities to show.
        shown: The label to show, by its place in `_NAMES`.
        evidence: For each label against the shown one, in lead times seconds.
        time_s: When it was seen last.
        lost: The evidence that came and went again in the last seconds.
    """

    values: NDArray[np.float32]
    shown: int
    evidence: NDArray[np.float64]
    time_s: float
    lost: float = 0.0


class Smoother:
    """Shows a mean over the last moments, and a label that stays until another is clearly better.

    Probabilities: an exponential mean with a response time in seconds.

    Label: a sum of evidence for each label that is not shown (Page's CUSUM, 1954): how far its
    raw probability leads the shown one's, less a margin, times the seconds since the frame before;
    never below 0. The first to reach the limit is shown. So a clear change shows after a few
    frames and a slight one later; a single outlier, a tie and noise around a tie change nothing.
    `uncertain` takes part with the threshold as its probability.

    Evidence that is lost again was no change of expression: speech moves the mouth, and with it
    the probabilities, to and fro several times a second. What a face lost in the last seconds is
    added to its limit, up to a point. So who talks keeps a label that others overtake for
    syllables only, and what lasts is shown later, but shown; a calm face loses none, so its true
    changes are not held up, however many follow each other.

    All is measured in seconds, so it acts alike at any frame rate.
    """

    def __init__(self, response_s: float) -> None:
        self._response_s = response_s
        self._states: dict[int, _State] = {}

    def update(self, track_id: int, raw: Expression, time_s: float) -> Expression:
        """Return what to show of a face after this observation."""
        state = self._states.get(track_id)
        if state is None or time_s < state.time_s or self._response_s <= 0:
            self._states[track_id] = _State(
                raw.probabilities, _NAMES.index(raw.label), np.zeros(len(_NAMES)), time_s
            )
            return raw
        passed_s = time_s - state.time_s
        weight = np.float32(1.0 - math.exp(-passed_s / self._response_s))
        state.values = state.values + weight * (raw.probabilities - state.values)
        state.time_s = time_s
        self._decide(state, raw, passed_s)
        return replace(raw, probabilities=state.values, steady_label=_NAMES[state.shown])

    def _decide(self, state: _State, raw: Expression, passed_s: float) -> None:
        scores = np.append(raw.probabilities, raw.threshold).astype(np.float64)
        leads = scores - scores[state.shown]
        if state.shown == _UNCERTAIN:
            # As a share of the room above the threshold, for it may be high.
            leads /= max(1.0 - raw.threshold, 1e-6)
        before = state.evidence
        state.evidence = np.maximum(0.0, before + (leads - _LEAD) * passed_s)
        state.lost *= math.exp(-passed_s / _MEMORY_S)
        state.lost += max(0.0, float((before - state.evidence).max()))
        best = int(state.evidence.argmax())
        more_s = min(state.lost, _MOST_PATIENCE * self._response_s)
        if state.evidence[best] >= _PATIENCE * self._response_s + more_s:
            state.shown = best
            state.evidence = np.zeros(len(_NAMES))

    def forget_all_but(self, known: AbstractSet[int]) -> None:
        """Drop the state of faces that are gone."""
        for track_id in self._states.keys() - known:
            del self._states[track_id]
