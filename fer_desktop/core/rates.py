"""Frame rates and typical durations over the last moments."""

from collections import deque
from statistics import median


class RateMeter:
    """Events a second over a sliding window, from the events' own times."""

    def __init__(self, window_s: float = 2.0) -> None:
        self._window_s = window_s
        self._times: deque[float] = deque()

    def add(self, time_s: float) -> None:
        """Count an event."""
        self._times.append(time_s)
        while self._times[0] < time_s - self._window_s:
            self._times.popleft()

    def rate(self, now_s: float) -> float:
        """Return events a second: gaps divided by their time; 0 when nothing came lately."""
        if len(self._times) < 2 or now_s - self._times[-1] > self._window_s:
            return 0.0
        span = self._times[-1] - self._times[0]
        return (len(self._times) - 1) / span if span > 0 else 0.0


class MedianMeter:
    """Median of the last values."""

    def __init__(self, size: int = 60) -> None:
        self._values: deque[float] = deque(maxlen=size)

    def add(self, value: float) -> None:
        """Take in a value."""
        self._values.append(value)

    def value(self) -> float:
        """Return the median, or 0 before the first value."""
        return median(self._values) if self._values else 0.0
