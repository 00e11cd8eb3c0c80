"""How far a run is in the middle of a long video, as the journal has it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fer_desktop.core.plain import from_plain, to_plain
from fer_desktop.vision.analyzed_video import VideoPlace

EVERY_S: Final = 10.0
"""So much work a stop in the middle of a video costs at most, beside reading up to there."""
_SIGN: Final = "video "


@dataclass(frozen=True)
class InputPlace:
    """A place in the input that comes after the last whole one.

    Attributes:
        stamp: What `stamp_of` gave of the file.
        n_bytes: The output's length with all frames until there.
        checksum: Of these bytes.
        place: How far the video is.
    """

    stamp: str
    n_bytes: int
    checksum: int
    place: VideoPlace

    @property
    def line(self) -> str:
        """A line of a journal, without its end."""
        return _SIGN + json.dumps(to_plain(self))


def place_of(line: str) -> InputPlace | None:
    """Return the place that a line tells; None for a line that is cut or tells something else."""
    if not line.startswith(_SIGN):
        return None
    try:
        return from_plain(InputPlace, json.loads(line.removeprefix(_SIGN)))
    except (ValueError, RecursionError):
        return None


class TimedPlaces:
    """The place where a video begins, and a place each few seconds that goes to `keep`."""

    def __init__(
        self,
        start: VideoPlace | None,
        keep: Callable[[VideoPlace], None],
        clock: Callable[[], float] = time.monotonic,
        every_s: float | None = None,
    ) -> None:
        """Take where it begins, who wants the places, a clock in seconds, and how often."""
        self.start, self.keep, self._clock = start, keep, clock
        self._every_s = EVERY_S if every_s is None else every_s
        self._last_s = clock()

    def is_due(self) -> bool:
        """Return whether it is time for one."""
        now_s = self._clock()
        if now_s - self._last_s < self._every_s:
            return False
        self._last_s = now_s
        return True
