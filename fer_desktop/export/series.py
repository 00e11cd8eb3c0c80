"""A long series of probabilities in few points, gathered while the rows pass."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import N_LABELS

MOST_BINS: Final = 1024
_FEWEST_BINS: Final = 32
"""Doubled until there are the most."""
_FIRST_WIDTH_S: Final = 1 / 64


class Series:
    """Means over equal stretches of time, which double in width whenever there are too many."""

    def __init__(self) -> None:
        self._width_s = _FIRST_WIDTH_S
        self._start_s: float | None = None
        self._sums = np.zeros((_FEWEST_BINS, N_LABELS))
        self._counts = np.zeros(_FEWEST_BINS, np.int64)

    def add(self, time_s: float, probabilities: NDArray[np.float32]) -> None:
        """Take the (8,) probabilities of a time; one before the first counts as the first."""
        if self._start_s is None:
            self._start_s = time_s
        while (position := int((time_s - self._start_s) / self._width_s)) >= len(self._counts):
            if len(self._counts) < MOST_BINS:
                self._grow()
            else:
                self._double()
        self._sums[max(0, position)] += probabilities
        self._counts[max(0, position)] += 1

    def points(self) -> list[tuple[float, NDArray[np.float64]]]:
        """Return the middle of each stretch that has values, in seconds, and their means (8,)."""
        if self._start_s is None:
            return []
        return [
            (
                self._start_s + (position + 0.5) * self._width_s,
                self._sums[position] / self._counts[position],
            )
            for position in np.flatnonzero(self._counts)
        ]

    def _grow(self) -> None:
        # Many faces are there for a moment only, so the room comes as it is needed.
        self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
        self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])

    def _double(self) -> None:
        half = MOST_BINS // 2
        for array in (self._sums, self._counts):
            pairs = array.reshape(half, 2, -1).sum(axis=1).reshape(half, *array.shape[1:])
            array[:half], array[half:] = pairs, 0
        self._width_s *= 2
