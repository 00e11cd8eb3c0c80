"""Remembers what each face looked like over the last minutes, in bounded memory."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import N_LABELS

LONGEST_SPAN_S: Final = 300.0
"""Nothing older than this is kept."""
GAP_S: Final = 0.5
"""A face that was not seen for longer than this was away: no line goes through."""
STEP_S: Final = 0.02
"""Values that come closer together share one row, so that no frame rate can shorten the span."""
MOST_FACES: Final = 32
"""Beyond it, the face that was unseen for longest is forgotten."""

_CAPACITY: Final = int(LONGEST_SPAN_S / STEP_S) + 2

Window = tuple[NDArray[np.float64], NDArray[np.float32]]
"""Times (n,) in seconds, rising, and probabilities (n, 8), NaN in the rows that mark a gap."""


def _times() -> NDArray[np.float64]:
    # Empty, not zeros: the system gives the memory only as the rows are written.
    return np.empty(_CAPACITY, np.float64)


def _rows() -> NDArray[np.float32]:
    return np.empty((_CAPACITY, N_LABELS), np.float32)


@dataclass
class _Ring:
    """One face's rows; the oldest one is written over."""

    times: NDArray[np.float64] = field(default_factory=_times)
    rows: NDArray[np.float32] = field(default_factory=_rows)
    end: int = 0
    is_full: bool = False

    @property
    def last_s(self) -> float:
        return float(self.times[self.end - 1])

    def add(self, time_s: float, values: NDArray[np.float32]) -> None:
        if (self.end or self.is_full) and time_s - self.last_s < STEP_S:
            self.rows[self.end - 1] = values
            return
        self.times[self.end], self.rows[self.end] = time_s, values
        self.end = (self.end + 1) % _CAPACITY
        self.is_full = self.is_full or self.end == 0

    def between(self, begin_s: float, end_s: float) -> Window:
        """Return copies of the rows of this time, both ends included."""
        older = slice(self.end, _CAPACITY if self.is_full else self.end)
        found = []
        for part in (older, slice(0, self.end)):
            times = self.times[part]
            first = part.start + int(np.searchsorted(times, begin_s, "left"))
            after = part.start + int(np.searchsorted(times, end_s, "right"))
            found.append(slice(first, max(first, after)))
        return (
            np.concatenate([self.times[part] for part in found]),
            np.concatenate([self.rows[part] for part in found]),
        )


class ExpressionHistory:
    """The shown probabilities of every face over the last `span_s` seconds, at most 300.

    Faces go by their number, times by the source's own clock. A time before the latest one means
    that the video was rewound: all is forgotten, for it would come a second time.
    """

    def __init__(self, span_s: float = LONGEST_SPAN_S) -> None:
        if not 0 < span_s <= LONGEST_SPAN_S:
            raise ValueError(f"a history is up to {LONGEST_SPAN_S:.0f} s long, not {span_s}")
        self._span_s = span_s
        self._rings: dict[int, _Ring] = {}
        self._latest_s = -np.inf

    def __len__(self) -> int:
        """Return how many faces are remembered."""
        return len(self._rings)

    def add(self, track_id: int, time_s: float, probabilities: NDArray[np.float32]) -> None:
        """Remember a face's probabilities, (8,) float32 in [0, 1], as they were at this time."""
        if time_s < self._latest_s:
            self.clear()
        self._latest_s = time_s
        for known in [n for n, r in self._rings.items() if r.last_s < time_s - self._span_s]:
            del self._rings[known]
        if track_id not in self._rings:
            if len(self._rings) == MOST_FACES:
                del self._rings[min(self._rings, key=lambda n: self._rings[n].last_s)]
            self._rings[track_id] = _Ring()
        self._rings[track_id].add(time_s, probabilities)

    def window(self, track_id: int, span_s: float, now_s: float) -> Window:
        """Return a face's times and probabilities from `now_s - span_s` to `now_s`.

        Where the face was not seen for more than 0.5 s, up to now too, a row of NaN stands in
        between. A face that is not known has no rows.
        """
        ring = self._rings.get(track_id)
        if ring is None:
            return np.empty(0, np.float64), np.empty((0, N_LABELS), np.float32)
        begin_s = max(now_s - min(span_s, self._span_s), self._latest_s - self._span_s)
        times, rows = ring.between(begin_s, now_s)
        if not times.size:
            return times, rows
        after = np.flatnonzero(np.diff(times, append=now_s) > GAP_S) + 1
        if after.size:
            middles = (times[after - 1] + np.append(times, now_s)[after]) / 2
            times = np.insert(times, after, middles)
            rows = np.insert(rows, after, np.float32(np.nan), axis=0)
        return times, rows

    def clear(self) -> None:
        """Forget all faces."""
        self._rings.clear()
        self._latest_s = -np.inf
