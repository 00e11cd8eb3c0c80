"""Advice that does not flicker while somebody moves before the camera."""

from typing import Final, Generic, TypeVar

Kind = TypeVar("Kind", bound=str)

HELD_S: Final = 0.5
"""What is wrong must be the same for so long before it is shown."""
BETWEEN_S: Final = 1.0
"""Nobody reads a sentence faster."""


class SteadyAdvice(Generic[Kind]):
    """Says what is wrong with the view of a face, at most one change a second."""

    def __init__(self) -> None:
        self._shown: tuple[Kind, ...] | None = None
        self._waiting: tuple[Kind, ...] = ()
        self._since_s = self._changed_s = self._last_s = 0.0

    def update(self, issues: tuple[Kind, ...], time_s: float) -> tuple[Kind, ...]:
        """Return what to show after this observation; the first is shown at once.

        Args:
            issues: What is wrong at this moment.
            time_s: Seconds on any clock; one that is set back begins anew.
        """
        if self._shown is None or time_s < self._last_s:
            self._shown = self._waiting = issues
            self._since_s = self._changed_s = time_s
        self._last_s = time_s
        if issues != self._waiting:
            self._waiting, self._since_s = issues, time_s
        is_due = time_s - self._since_s >= HELD_S and time_s - self._changed_s >= BETWEEN_S
        if self._waiting != self._shown and is_due:
            self._shown, self._changed_s = self._waiting, time_s
        return self._shown

    def forget(self) -> None:
        """Begin anew, with another face."""
        self._shown = None
