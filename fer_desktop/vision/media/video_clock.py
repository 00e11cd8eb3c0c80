"""When the frames of a file are shown: seconds since the start of the file, always growing."""

from fractions import Fraction
from typing import Final

_JUMP_S: Final = 1.0
"""A stamp that lies so far back begins a new count: files that were put together have such."""


class VideoClock:
    """Turns the stamps of one frame after the other into seconds."""

    def __init__(self, tick_s: Fraction, zero_s: Fraction | None, step_s: float) -> None:
        """Begin before the first frame.

        Args:
            tick_s: What the stamps count.
            zero_s: The start of the file, on the same clock; None takes the first frame's time.
            step_s: How long a frame lasts where nothing better is known.
        """
        self._tick_s, self._step_s = tick_s, step_s
        self._start(zero_s)
        self._shift_s = 0.0
        self._last_s: float | None = None
        self._late_stamp: int | None = None

    @property
    def last_s(self) -> float:
        """Time of the last frame; 0 before the first."""
        return self._last_s or 0.0

    def time_s(self, stamp: int) -> float:
        """Return the time that a stamp alone says."""
        if self._denominator == 0:
            self._start(stamp * self._tick_s)
        # As fractions would give it, which take many times as long.
        return (stamp * self._factor - self._offset) / self._denominator

    def _start(self, zero_s: Fraction | None) -> None:
        """Note when the file starts; without that the next time asked for is its start."""
        tick_s, zero = self._tick_s, zero_s or Fraction(0)
        self._factor = tick_s.numerator * zero.denominator
        self._offset = zero.numerator * tick_s.denominator
        self._denominator = 0 if zero_s is None else tick_s.denominator * zero.denominator

    def next_s(self, stamp: int | None) -> float:
        """Return the time of the next frame; None as a stamp counts on."""
        last_s = self._last_s
        time_s = None if stamp is None else self.time_s(stamp) + self._shift_s
        if last_s is None:
            first_s = time_s or 0.0
            if first_s < 0:  # before the file's own start, so the file starts here
                self._shift_s = -first_s
            time_s = max(0.0, first_s)
        elif time_s is None:
            time_s = last_s + self._step_s
        elif last_s - time_s > _JUMP_S:
            self._shift_s += last_s + self._step_s - time_s
            time_s = last_s + self._step_s
        elif time_s <= last_s:
            # Broken files repeat a time; the tracker and the pace need it to go on. Half a step
            # lets stamps that go on catch up: after a whole one they would be late to the end.
            is_stuck, self._late_stamp = stamp == self._late_stamp, stamp
            time_s = last_s + (self._step_s if is_stuck else self._step_s / 2)
        else:
            self._late_stamp = None
        self._last_s = time_s
        return time_s
