"""Tells how far a run over many inputs is, and about how long the rest takes."""

import time
from collections.abc import Callable
from typing import Final

from fer_desktop.system.terminal import time_left

_FEWEST: Final = 5
"""Inputs that must be done before a guess."""
_EVERY_INPUT: Final = 200
"""With more inputs than that it is told twice a second and no more often."""
_TELL_S: Final = 0.5


class BatchProgress:
    """Counts inputs and tells it in words."""

    def __init__(
        self,
        n_inputs: int,
        tell: Callable[[str], None],
        *,
        n_done: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin.

        Args:
            n_inputs: All of them.
            tell: Takes a line.
            n_done: So many were done by an earlier run.
            clock: Seconds.
        """
        self._n_inputs, self._tell, self._clock = n_inputs, tell, clock
        self._n_before = self._n_done = n_done
        self._start_s = clock()
        self._told_s = self._start_s - _TELL_S

    def done(self, *, is_told: bool = True) -> None:
        """Count an input; `is_told` is false where something else was said about it."""
        self._n_done += 1
        now_s = self._clock()
        is_last = self._n_done == self._n_inputs
        is_early = self._n_inputs > _EVERY_INPUT and now_s - self._told_s < _TELL_S
        if not is_told or (is_early and not is_last):
            return
        self._told_s = now_s
        self._tell(f"{self._n_done} of {self._n_inputs} done{self._rest(now_s)}")

    def _rest(self, now_s: float) -> str:
        n_new, n_left = self._n_done - self._n_before, self._n_inputs - self._n_done
        if n_new < _FEWEST or n_left <= 0:
            return ""
        return f", {time_left((now_s - self._start_s) / n_new * n_left)}"
