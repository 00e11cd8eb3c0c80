"""Which stretch of a session the timeline shows, and where in it a moment lies. Geometry only."""

from dataclasses import dataclass, replace
from typing import Final, Self

LEAST_S: Final = 0.5
"""No shorter stretch can be shown."""
_STEPS_S: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)


@dataclass(frozen=True)
class TimeScale:
    """A stretch of time over some pixels.

    Attributes:
        start_s: At the left edge.
        end_s: At the right edge.
        left: Where the left edge is, in pixels.
        width: How wide the stretch is, in pixels.
        most_s: The whole session's length; nothing after it is shown.
    """

    start_s: float = 0.0
    end_s: float = 1.0
    left: float = 0.0
    width: float = 1.0
    most_s: float = 1.0

    @property
    def span_s(self) -> float:
        """The length of the stretch."""
        return self.end_s - self.start_s

    @property
    def second(self) -> float:
        """How many pixels a second has."""
        return self.width / self.span_s

    def x(self, time_s: float) -> float:
        """Return where a moment lies, in pixels."""
        return self.left + (time_s - self.start_s) * self.second

    def time(self, x: float) -> float:
        """Return the moment at a place, inside the session."""
        return min(max(0.0, self.start_s + (x - self.left) / self.second), self.most_s)

    def whole(self, most_s: float) -> Self:
        """Return the scale with a session of this length, all of it shown."""
        most_s = max(most_s, LEAST_S)
        return replace(self, start_s=0.0, end_s=most_s, most_s=most_s)

    def over(self, left: float, width: float) -> Self:
        """Return the scale over other pixels."""
        return replace(self, left=left, width=max(1.0, width))

    def zoomed(self, factor: float, at_s: float) -> Self:
        """Return the stretch `factor` times as long; the moment `at_s` stays where it is."""
        span_s = min(max(LEAST_S, self.span_s * factor), self.most_s)
        share = (at_s - self.start_s) / self.span_s
        return self._from(at_s - share * span_s, span_s)

    def moved(self, by_s: float) -> Self:
        """Return the stretch further on, inside the session."""
        return self._from(self.start_s + by_s, self.span_s)

    def showing(self, time_s: float) -> Self:
        """Return the stretch with this moment in it: turned like a page where it was not."""
        if self.start_s <= time_s <= self.end_s:
            return self
        return self._from(time_s - 0.1 * self.span_s, self.span_s)

    def ticks(self, least_apart: float) -> list[float]:
        """Return round moments in the stretch, at least so many pixels apart."""
        fitting = (step for step in _STEPS_S if step * self.second >= least_apart)
        step_s = next(fitting, float(_STEPS_S[-1] * 2))
        first = -(-self.start_s // step_s)
        count = int(self.end_s // step_s - first) + 1
        return [(first + number) * step_s for number in range(count)]

    def _from(self, start_s: float, span_s: float) -> Self:
        start_s = min(max(0.0, start_s), self.most_s - span_s)
        return replace(self, start_s=start_s, end_s=start_s + span_s)
