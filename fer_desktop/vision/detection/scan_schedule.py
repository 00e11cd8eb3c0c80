"""Divides the look over the whole picture into parts, and says when each is due."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

_ALL_PX: Final = 10_000
_LARGE_PX: Final = 36
"""From here on faces may be looked for in half the view."""


@dataclass(frozen=True)
class Sizes:
    """The sizes of faces that are looked for.

    Attributes:
        step: From one size to the next. Every other look is at sizes between.
        bands: Smallest and largest face in pixels of the view; each takes about as long as the
            next.
    """

    step: float
    bands: tuple[tuple[int, int], ...]


DENSE: Final = Sizes(2 ** (1 / 3), ((20, 22), (23, 35), (36, _ALL_PX)))
"""Three to an octave: for the first look, and for video files."""
SPARSE: Final = Sizes(2 ** (1 / 2), ((20, 24), (25, 39), (40, _ALL_PX)))
"""Two to an octave, at less cost: before a camera, where the next look comes soon."""
_LOOKS: Final = 6
"""For upright faces in a round, in which there is one for each tilt."""


@dataclass(frozen=True)
class Part:
    """A part of the look over the whole picture.

    Attributes:
        tilt_deg: Turn of the heads that are looked for, counter-clockwise.
        zoom: Size of the view; at 1 its smallest faces have the 20 px of the cascades.
        least_px: Smallest face, in pixels of the view.
        most_px: Largest face, in pixels of the view.
        step: From one size to the next.
    """

    tilt_deg: float
    zoom: float
    least_px: int
    most_px: int
    step: float

    @property
    def hurried(self) -> "Part":
        """The same with large faces in half the view.

        There the cascade takes as large steps as with small faces, and a quarter of the time; hard
        faces are then found a look or two later.
        """
        if self.least_px < _LARGE_PX:
            return self
        return replace(self, zoom=self.zoom / 2, least_px=self.least_px // 2)


@dataclass(frozen=True)
class ScanState:
    """How far a scan is: when it began, when it was asked last, how many parts are done."""

    start_s: float
    time_s: float
    n_done: int


class ScanSchedule:
    """Goes round: six times over the picture for upright faces, and once for each tilt."""

    def __init__(self, tilts_deg: Sequence[float], look_s: float, sizes: Sizes) -> None:
        """Plan the way.

        Args:
            tilts_deg: Turns of heads beside upright ones.
            look_s: Seconds for one look for upright faces.
            sizes: Which sizes each look is for; the first one is always dense.
        """
        self._parts = _parts(tilts_deg, sizes)
        self._first = list(dict.fromkeys(_parts(tilts_deg, DENSE)))
        self._round_s = _LOOKS * look_s
        self._start_s = self._time_s = math.inf
        self._n_done = 0

    @property
    def state(self) -> ScanState:
        """What `restore` takes."""
        return ScanState(self._start_s, self._time_s, self._n_done)

    def restore(self, state: ScanState) -> None:
        """Go on where another schedule was."""
        self._start_s, self._time_s, self._n_done = state.start_s, state.time_s, state.n_done

    def begin_anew(self) -> None:
        """Let all parts be due at the next time."""
        self._time_s = math.inf

    def due(self, time_s: float) -> list[Part]:
        """Return the parts that are to be done by this time, each once.

        All of them at first, where time goes backwards, and after a pause.
        """
        n = len(self._parts)
        is_first = time_s < self._time_s
        self._time_s = time_s
        if is_first:
            self._start_s, self._n_done = time_s, 0
            return self._first
        by_now = int((time_s - self._start_s) / self._round_s * n)
        first = max(self._n_done, by_now - n)
        self._n_done = by_now
        return list(dict.fromkeys(self._parts[number % n] for number in range(first, by_now)))


def _parts(tilts_deg: Sequence[float], sizes: Sizes) -> list[Part]:
    zooms = 1.0, sizes.step**-0.5
    upright = [part for look in range(_LOOKS) for part in _look(0.0, zooms[look % 2], sizes)]
    tilted = [part.hurried for tilt in tilts_deg for part in _look(tilt, zooms[1], sizes)]
    parts: list[Part] = []
    for number, part in enumerate(upright):
        share = len(tilted) * number // len(upright), len(tilted) * (number + 1) // len(upright)
        parts += [part, *tilted[slice(*share)]]
    return parts


def _look(tilt_deg: float, zoom: float, sizes: Sizes) -> list[Part]:
    return [Part(tilt_deg, zoom, least, most, sizes.step) for least, most in sizes.bands]
