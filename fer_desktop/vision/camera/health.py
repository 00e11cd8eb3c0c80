"""Judges from its pictures whether a camera is well: black, frozen, too slow, or as it should."""

import itertools
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

import cv2
import numpy as np

from fer_desktop.core.types import Frame

BLACK_BELOW: Final = 2.0
"""Mean and spread of a picture of nothing, in gray levels; a covered lens still has some noise."""
STILL_S: Final = 2.0
"""A picture that is black or the same for so long is no accident."""
RATE_S: Final = 3.0
"""A rate is measured over so long."""
SLOWEST_RATE: Final = 5.0
SILENT_S: Final = 3.0
"""A live source that gives no frame for so long gives no picture."""
PROOF_S: Final = 1.0
"""One that was gone is back when its frames have come for so long: a single one proves nothing."""


class Verdict(Enum):
    """What is the matter with a camera."""

    WELL = "well"
    ABSENT = "absent"
    REFUSED = "refused"
    BUSY = "busy"
    BLACK = "black"
    FROZEN = "frozen"
    SLOW = "slow"


@dataclass(frozen=True)
class Look:
    """What is kept of a frame to judge it.

    Attributes:
        index: The frame's number in its source.
        time_s: When it was read, on the monotonic clock.
        mean: Mean of its gray levels, in [0, 255].
        spread: Their standard deviation.
        digest: The same for equal pictures only, but for rare accidents.
        size: Width and height in pixels.
    """

    index: int
    time_s: float
    mean: float
    spread: float
    digest: int
    size: tuple[int, int]

    @property
    def is_black(self) -> bool:
        """Whether there is nothing to see."""
        return self.mean < BLACK_BELOW and self.spread < BLACK_BELOW


def look_at(frame: Frame) -> Look:
    """Return what is to be kept of a frame."""
    # A grid of single pixels tells as much as the whole picture, in a fraction of the time.
    step = max(1, min(frame.width, frame.height) // 240)
    gray = cv2.cvtColor(np.ascontiguousarray(frame.image[::step, ::step]), cv2.COLOR_BGR2GRAY)
    mean, spread = cv2.meanStdDev(gray)
    return Look(
        frame.index,
        frame.captured_s,
        float(mean[0, 0]),
        float(spread[0, 0]),
        zlib.crc32(gray.tobytes()),
        (frame.width, frame.height),
    )


class HealthMonitor:
    """Takes frames in, every one or a few a second, and says what is the matter.

    The rate comes from the frames' own numbers and times, so it is right however few are seen.
    """

    def __init__(self) -> None:
        self._looks: deque[Look] = deque()

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the newest frame; None before the first."""
        return self._looks[-1].size if self._looks else None

    def clear(self) -> None:
        """Forget everything, for another camera or after a pause."""
        self._looks.clear()

    def add(self, frame: Frame) -> None:
        """Take in a frame; the same one again changes nothing."""
        if not self._looks or frame.index != self._looks[-1].index:
            self.add_look(look_at(frame))

    def add_look(self, look: Look) -> None:
        """Take in what was kept of a frame."""
        looks = self._looks
        if looks and (look.index <= looks[-1].index or look.size != looks[-1].size):
            if look == looks[-1]:
                return
            looks.clear()  # it was opened anew
        looks.append(look)
        # One look may be older than what is judged, so that a slow camera has two.
        while len(looks) > 2 and looks[1].time_s <= look.time_s - RATE_S:
            looks.popleft()

    def rate(self) -> float:
        """Return the measured frames a second over the last three seconds; 0 while unknown."""
        if len(self._looks) < 2:
            return 0.0
        first, last = self._looks[0], self._looks[-1]
        span = last.time_s - first.time_s
        return (last.index - first.index) / span if span > 0 else 0.0

    def verdict(self, now_s: float) -> Verdict | None:
        """Return what the pictures tell at this time; None while they do not tell enough."""
        if not self._looks or now_s - self._looks[-1].time_s > RATE_S:
            return None
        last = self._looks[-1]
        blacks = self._streak(lambda look: look.is_black)
        if blacks and last.time_s - blacks[0].time_s >= STILL_S:
            return Verdict.BLACK
        is_slow = self.rate() < SLOWEST_RATE
        same = self._streak(lambda look: look.digest == last.digest)
        if not is_slow and last.time_s - same[0].time_s >= STILL_S:
            return Verdict.FROZEN
        if last.time_s - self._looks[0].time_s < RATE_S or blacks:
            return None
        return Verdict.SLOW if is_slow else Verdict.WELL

    def _streak(self, is_so: Callable[[Look], bool]) -> list[Look]:
        """Return the newest looks that are all so, oldest first."""
        streak = list(itertools.takewhile(is_so, reversed(self._looks)))
        return streak[::-1]


class Presence:
    """Tells from the times at which frames come whether a live source gives pictures.

    It needs no word of the source: one that is silent may still be waited for.
    """

    def __init__(self) -> None:
        self.is_gone = False
        self._first_s: float | None = None
        self._last_s: float | None = None

    def clear(self) -> None:
        """Forget everything, for another source."""
        self.__init__()  # type: ignore[misc]  # as at the start

    def lose(self) -> None:
        """Note that the source itself says that it is gone."""
        self.is_gone, self._first_s = True, None

    def add(self, captured_s: float) -> None:
        """Note a frame that was read at a time of the monotonic clock."""
        is_late = self._last_s is not None and captured_s - self._last_s > SILENT_S
        if self._first_s is None or is_late:
            self._first_s = captured_s
        self._last_s = captured_s
        if self.is_gone and captured_s - self._first_s >= PROOF_S:
            self.is_gone = False

    def look(self, now_s: float) -> bool:
        """Return whether pictures come; before the first one nothing is missed."""
        if self._last_s is not None and now_s - self._last_s > SILENT_S:
            self.lose()
        return not self.is_gone
