"""How long the rest of many alike jobs takes, in numbers that a person can use."""

from collections import deque
from statistics import median
from typing import Final, Literal, NamedTuple

_FEWEST: Final = 5
"""Jobs that must be done before a guess; the first one also loads what all of them need."""

Unit = Literal["seconds", "minutes", "hours"]


class TimeLeft(NamedTuple):
    """A rounded duration: `n` of a unit."""

    n: int
    unit: Unit


class Pace:
    """The median time of the last jobs, and what it says about those that are left."""

    def __init__(self, size: int = 30) -> None:
        self._seconds: deque[float] = deque(maxlen=size)

    def add(self, seconds: float) -> None:
        """Take in how long a job took."""
        self._seconds.append(seconds)

    def seconds_left(self, n_left: int) -> float | None:
        """Return how long so many jobs will take; None while too few are done for a guess."""
        if len(self._seconds) < _FEWEST:
            return None
        return median(self._seconds) * n_left


def rounded(seconds: float) -> TimeLeft:
    """Return a duration no finer than its guess is good: tens of seconds, minutes or hours."""
    if seconds < 45:
        return TimeLeft(max(1, round(seconds / 10)) * 10, "seconds")
    if seconds < 90 * 60:
        return TimeLeft(max(1, round(seconds / 60)), "minutes")
    return TimeLeft(round(seconds / 3600), "hours")
