"""Looks for new faces over the whole picture, a part of it at a time."""

import contextlib
import math
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Frame, ImageBGR
from fer_desktop.vision.detection.candidates import CASCADE_PX, Candidates, HaarOptions
from fer_desktop.vision.detection.changes import ChangeWatch, small_copy
from fer_desktop.vision.detection.decide import (
    Check,
    Place,
    Sighting,
    found_among,
    is_near,
    place_of,
)
from fer_desktop.vision.detection.gray_view import GrayView, cropped, gray_view, turned
from fer_desktop.vision.detection.scan_schedule import (
    DENSE,
    SPARSE,
    Part,
    ScanSchedule,
    ScanState,
)

_SMALLEST: Final = 1.2
"""Of the smallest faces that the options ask for: those between are found with the next larger."""
LAG_S: Final = 0.2
"""So long after its frame a part that is done in the background has to be ready."""


@dataclass(frozen=True, eq=False)
class Discovery:
    """A face that is not known yet, and the picture in which it was seen, (H, W, 3) uint8 BGR."""

    sighting: Sighting
    image: ImageBGR


class BackgroundScan:
    """Finds faces that are not known yet.

    In the background, where faces are known already, each part is done in a thread of its own,
    beside the frames that follow. When it is told depends on the times of the frames alone, not on
    how fast the computer is: a part that is late is waited for. Upright faces of the first frame
    are looked for at once.
    """

    def __init__(
        self,
        cascade_file: Path,
        make_check: Callable[[], Check],
        options: HaarOptions,
        look_s: float,
        *,
        in_background: bool,
    ) -> None:
        """Read the cascades.

        Raises:
            ModelError: A file is missing, or holds no cascade or check.
        """
        sizes = SPARSE if in_background else DENSE
        self._options = options
        # Used by one thread at a time: what is in the background is waited for first.
        self._candidates = Candidates(cascade_file, self._options)
        # A check belongs to the thread that made it.
        self._make_check = make_check
        self._checks: dict[int, Check] = {threading.get_ident(): make_check()}
        self._schedule = ScanSchedule(options.tilts_deg, look_s, sizes)
        self._thread = ThreadPoolExecutor(1, "scan") if in_background else None
        self._later: deque[tuple[float, Future[list[Discovery]]]] = deque()
        self._time_s = math.inf
        # Not in video files, which can go on from the middle: what it remembers are pictures.
        self._changes = ChangeWatch() if in_background else None

    def look(self, frame: Frame, known: Sequence[Place]) -> list[Discovery]:
        """Return what was found since, in this frame or in the background in an earlier one.

        Args:
            frame: The next frame.
            known: Faces that need not be found.
        """
        time_s = frame.time_s
        if not frame.follows:
            self._schedule.begin_anew()
            self._time_s = math.inf
        parts = self._schedule.due(time_s)
        is_start, self._time_s = time_s < self._time_s, time_s
        if is_start:
            self._told_by(math.inf)
            if self._changes:
                self._changes.forget()
        now, later = parts, parts[:0]
        if self._thread and is_start:
            now = [part for part in parts if not part.tilt_deg]
            later = [part for part in parts if part.tilt_deg]
        elif self._thread and known:
            now, later = later, now
        found = self._told_by(math.inf if now else time_s)
        found += self._done(frame, now, [*known, *(one.sighting for one in found)])
        if self._thread and later:
            places = [*known, *(one.sighting for one in found)]
            # Where Python itself is ending it begins no work in threads any more.
            with contextlib.suppress(RuntimeError):
                job = self._thread.submit(self._done, frame, later, places)
                self._later.append((time_s + LAG_S, job))
        return found

    @property
    def state(self) -> ScanState:
        """What `restore` takes; of a scan that does nothing in the background."""
        assert self._thread is None
        return self._schedule.state

    def restore(self, state: ScanState) -> None:
        """Go on where another scan was."""
        self._schedule.restore(state)
        self._time_s = state.time_s

    def close(self) -> None:
        """End the thread in the background; what it looks at is waited for, what waits is not."""
        if self._thread:
            self._thread.shutdown(cancel_futures=True)
        self._later.clear()

    def _told_by(self, time_s: float) -> list[Discovery]:
        found: list[Discovery] = []
        while self._later and self._later[0][0] <= time_s:
            found += self._later.popleft()[1].result()
        return found

    def _done(self, frame: Frame, parts: Sequence[Part], known: Sequence[Place]) -> list[Discovery]:
        image = frame.image
        views: dict[float, GrayView] = {}
        places: list[Place] = []
        for planned, box in self._due(frame, parts, known):
            part = planned.hurried if known else planned
            if part.zoom not in views:
                views[part.zoom] = self._view(image, part.zoom)
            view = views[part.zoom]
            view = turned(view, -part.tilt_deg) if part.tilt_deg else view
            if box is not None:
                view = cropped(view, box, part.most_px)
            hits = self._candidates.in_view(view, part.least_px, part.most_px, step=part.step)
            places += [place for place in map(place_of, hits) if not is_near(place, known)]
        # Parts that are done together have one step.
        step = parts[0].step if parts else self._options.scale_factor
        weight = replace(self._options, scale_factor=step).hit_weight
        found = found_among(self._check(), image, places, weight)
        return [Discovery(one, image) for one in found if not is_near(one, known)]

    def _due(
        self, frame: Frame, parts: Sequence[Part], known: Sequence[Place]
    ) -> list[tuple[Part, BoundingBox | None]]:
        """Return the parts that have to be done, each with where; None is everywhere."""
        if self._changes is None or not parts:
            return [(part, None) for part in parts]
        small, whole = small_copy(frame.image), BoundingBox(0, 0, frame.width, frame.height)
        due: list[tuple[Part, BoundingBox | None]] = []
        for part in parts:
            box = self._changes.due(part, small, frame.time_s, known, whole)
            if box is not None:
                due.append((part, None if box == whole else box))
        return due

    def _check(self) -> Check:
        own = threading.get_ident()
        if own not in self._checks:
            self._checks[own] = self._make_check()
        return self._checks[own]

    def _view(self, image: ImageBGR, zoom: float) -> GrayView:
        options = self._options
        side = options.work_side_px * CASCADE_PX / (_SMALLEST * options.least_px)
        return gray_view(image, round(zoom * side), options.padding)
