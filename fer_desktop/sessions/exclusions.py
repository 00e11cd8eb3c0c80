"""Ranges of a session that its figures leave out. The rows themselves never change."""

from collections.abc import Iterable
from dataclasses import dataclass

from fer_desktop.sessions.episodes import frames_of
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import Statistics, StatisticsCollector


@dataclass(frozen=True, order=True)
class Exclusion:
    """A range that does not count.

    Attributes:
        start_s: Its first moment, in seconds of the session.
        end_s: The first moment after it.
        reason: Why, in the user's words; "" for none.
    """

    start_s: float
    end_s: float
    reason: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start_s < self.end_s:
            raise ValueError(
                f"a range goes from 0 or later to later, not {self.start_s} s to {self.end_s} s"
            )

    def holds(self, time_s: float) -> bool:
        """Return whether a moment lies in the range."""
        return self.start_s <= time_s < self.end_s


def is_excluded(exclusions: Iterable[Exclusion], time_s: float) -> bool:
    """Return whether a moment lies in one of the ranges."""
    return any(each.holds(time_s) for each in exclusions)


class Exclusions:
    """The ranges of a session, with undo.

    Attributes:
        ranges: In order of time; they may overlap.
    """

    def __init__(self, ranges: Iterable[Exclusion] = ()) -> None:
        self.ranges = tuple(sorted(ranges))
        self._before: list[tuple[Exclusion, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether something was changed here."""
        return bool(self._before)

    def add(self, exclusion: Exclusion) -> None:
        """Leave a range out."""
        self._change((*self.ranges, exclusion))

    def restore(self, start_s: float, end_s: float) -> None:
        """Count all ranges again that touch this one."""
        left = [each for each in self.ranges if each.end_s <= start_s or end_s < each.start_s]
        if len(left) < len(self.ranges):
            self._change(left)

    def undo(self) -> None:
        """Take back the last change."""
        if self._before:
            self.ranges = self._before.pop()

    def _change(self, ranges: Iterable[Exclusion]) -> None:
        self._before.append(self.ranges)
        self.ranges = tuple(sorted(ranges))


def figures_without(rows: Iterable[Row], exclusions: Iterable[Exclusion]) -> Statistics:
    """Return the figures of a recording without the frames in these ranges.

    No episode and no transition goes through a range that is left out.
    """
    ranges, collector = tuple(exclusions), StatisticsCollector()
    was_counted = False
    for frame in frames_of(rows):
        is_counted = not is_excluded(ranges, frame[0].time_s)
        if is_counted:
            collector.add(frame)
        elif was_counted:
            collector.end()
        was_counted = is_counted
    collector.end()
    return collector.statistics()
