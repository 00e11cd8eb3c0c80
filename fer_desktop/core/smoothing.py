"""Calms the probabilities of a face over time, for showing only; raw values are kept beside."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass
class _State:
    values: NDArray[np.float32]
    time_s: float


class Smoother:
    """Exponential mean with a response time in seconds, so that it acts alike at any frame rate."""

    def __init__(self, response_s: float) -> None:
        self._response_s = response_s
        self._states: dict[int, _State] = {}

    def update(
        self, track_id: int, probabilities: NDArray[np.float32], time_s: float
    ) -> NDArray[np.float32]:
        """Return the (8,) smoothed probabilities of a face after this observation."""
        state = self._states.get(track_id)
        if state is None or time_s < state.time_s or self._response_s <= 0:
            values = probabilities
        else:
            weight = 1.0 - math.exp(-(time_s - state.time_s) / self._response_s)
            values = state.values + np.float32(weight) * (probabilities - state.values)
        self._states[track_id] = _State(values, time_s)
        return values

    def forget_all_but(self, known: AbstractSet[int]) -> None:
        """Drop the state of faces that are gone."""
        for track_id in self._states.keys() - known:
            del self._states[track_id]
