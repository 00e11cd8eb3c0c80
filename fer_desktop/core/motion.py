"""Where a box that moved so far will be: the same way on, ever slower."""

import math
from dataclasses import dataclass
from typing import Final

from fer_desktop.core.geometry import BoundingBox

_MEMORY_S: Final = 0.25
"""Speed is an average that forgets in this time: noise of the boxes is not taken for motion."""
_SLOWING_S: Final = 3.0
"""An unseen face slows down in this time: whoever walks on behind another does not stop there."""


@dataclass(frozen=True)
class Motion:
    """A box at a time, and its speed in pixels a second."""

    box: BoundingBox
    time_s: float
    speed: tuple[float, float] = (0.0, 0.0)

    def seen(self, box: BoundingBox, time_s: float) -> "Motion":
        """Return the motion with one more sighting."""
        passed_s = time_s - self.time_s
        if passed_s <= 0:
            return Motion(box, time_s, self.speed)
        share = 1.0 - math.exp(-passed_s / _MEMORY_S)
        steps = (
            (box.x1 + box.x2 - self.box.x1 - self.box.x2) / 2,
            (box.y1 + box.y2 - self.box.y1 - self.box.y2) / 2,
        )
        x, y = (
            old + share * (step / passed_s - old)
            for old, step in zip(self.speed, steps, strict=True)
        )
        return Motion(box, time_s, (x, y))

    def touched(self, box: BoundingBox, time_s: float) -> "Motion":
        """Return the motion with a sighting beside another face, which tells nothing of its speed.

        What begins to be hidden is seen where the rest of it is.
        """
        return Motion(box, time_s, self.speed)

    def at(self, time_s: float) -> BoundingBox:
        """Return the box where it should be at a time, of the same size."""
        way_s = _SLOWING_S * (1.0 - math.exp(-max(0.0, time_s - self.time_s) / _SLOWING_S))
        x, y = (round(way_s * speed) for speed in self.speed)
        box = self.box
        return BoundingBox(box.x1 + x, box.y1 + y, box.x2 + x, box.y2 + y)
