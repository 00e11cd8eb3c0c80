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
_PATIENCE: Final = 0.4
"""Lead times seconds that change the label, as a share of the response time."""


@dataclass
class _State:
    values: NDArray[np.float32]
    shown: int
    evidence: NDArray[np.float64]
    time_s: float


class Smoother:
    """Shows a mean over the last moments, and a label that stays until another is clearly better.

    Probabilities: an exponential mean with a response time in seconds.

    Label: a sum of evidence for each label that is not shown (Page's CUSUM, 1954): how far its
    raw probability leads the shown one's, less a margin, times the seconds since the frame before;
    never below 0. The first to reach the limit is shown. So a clear change shows after a few
    frames and a slight one later; a single outlier, a tie and noise around a tie change nothing.
    `uncertain` takes part with the threshold as its probability.

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
        state.evidence = np.maximum(0.0, state.evidence + (leads - _LEAD) * passed_s)
        best = int(state.evidence.argmax())
        if state.evidence[best] >= _PATIENCE * self._response_s:
            state.shown = best
            state.evidence = np.zeros(len(_NAMES))

    def forget_all_but(self, known: AbstractSet[int]) -> None:
        """Drop the state of faces that are gone."""
        for track_id in self._states.keys() - known:
            del self._states[track_id]
