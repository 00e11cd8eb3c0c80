"""Finds faces in video with little work a frame.

Known faces are looked for where they should be, in every frame; new ones over the whole picture,
which is spread over the frames of half a second: a turn of the picture and a range of sizes at a
time. A known face that the cascades miss is carried on by the motion of the picture itself.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fer_desktop.core.geometry import covered, square_around
from fer_desktop.core.tracker import Expected
from fer_desktop.core.types import Face, Frame, ImageBGR
from fer_desktop.vision.cascade import Hit, best
from fer_desktop.vision.detector import (
    SURE_COUNT,
    HaarDetector,
    HaarOptions,
    faces_of,
    near,
)
from fer_desktop.vision.flow import carried
from fer_desktop.vision.gray_view import gray_view, turned

WEAK_COUNT: Final = 4
"""Hits of a close look that carry a known face on; a new one needs more, see the tracker."""
_HIDDEN: Final = 0.2
"""A face is hidden where a seen one covers so much of it."""
TOUR_S: Final = 0.5
"""The whole picture is looked at once in so long for upright faces, in twice that for tilted."""
_BANDS: Final = ((1.0, 1.45), (1.45, 2.5), (2.5, math.inf))
"""Ranges of size, in smallest faces; each takes about as long as the next."""


@dataclass(frozen=True)
class _Slice:
    """A part of the look over the whole picture: a turn of heads and a range of their sizes."""

    tilt_deg: float
    band: tuple[float, float]


def _tour(tilts_deg: Sequence[float]) -> list[_Slice]:
    """Return two looks for upright faces, and one for each tilt spread among them."""
    upright = [_Slice(0.0, band) for band in _BANDS] * 2
    tilted = [_Slice(tilt, band) for tilt in tilts_deg for band in _BANDS]
    tour: list[_Slice] = []
    for number, part in enumerate(upright):
        share = len(tilted) * number // len(upright), len(tilted) * (number + 1) // len(upright)
        tour += [part, *tilted[slice(*share)]]
    return tour


class HaarLiveDetector:
    """A live detector of Haar cascades; it forgets all where time goes backwards."""

    def __init__(self, cascade_file: Path, options: HaarOptions, tour_s: float = TOUR_S) -> None:
        """Read the cascades.

        Args:
            cascade_file: As `HaarDetector` takes it.
            options: How thoroughly to look.
            tour_s: Seconds in which the whole picture is looked at once.

        Raises:
            ModelError: A file is missing, or holds no cascade.
        """
        self._detector = HaarDetector(cascade_file, options)
        self._options, self._tour_s = options, tour_s
        self._tour = _tour(options.tilts_deg)
        self._start_s = self._time_s = math.inf
        self._n_done = 0
        self._previous: ImageBGR | None = None

    def look(self, frame: Frame, expected: Sequence[Expected]) -> list[Face]:
        """Return the faces in a frame, largest first; those that were only carried on come last."""
        image = frame.image
        due = list(self._due(frame.time_s))
        places = [_place(face) for face in expected]
        found = best([hit for place in places for hit in self._at(image, place)])
        candidates = [
            candidate
            for candidate in self._candidates(image, due)
            if not near(candidate, [*places, *found])
        ]
        found = best(found + self._detector.confirmed(image, candidates, SURE_COUNT))
        missed = [
            face.last
            for face, place in zip(expected, places, strict=True)
            # What hides a face would carry it away.
            if not any(covered(place.box, hit.box) > _HIDDEN for hit in found)
        ]
        faces = faces_of(found, image) + self._carried(image, missed)
        self._previous = image
        return faces

    def _at(self, image: ImageBGR, place: Hit) -> list[Hit]:
        return self._detector.confirmed(image, [place], WEAK_COUNT)

    def _due(self, time_s: float) -> Iterator[_Slice]:
        """Give the slices that are to be looked at by this time; at first all of them."""
        n = len(self._tour)
        if time_s < self._time_s:
            self._start_s, self._n_done, self._previous = time_s, -n, None
        self._time_s = time_s
        by_now = int((time_s - self._start_s) / (2 * self._tour_s) * n)
        first = max(self._n_done, by_now - n)
        self._n_done = by_now
        for number in range(first, by_now):
            yield self._tour[number % n]

    def _candidates(self, image: ImageBGR, slices: Sequence[_Slice]) -> list[Hit]:
        if not slices:
            return []
        upright = gray_view(image, self._options.work_side_px, self._options.padding)
        unit = self._options.least_px
        hits: list[Hit] = []
        for part in slices:
            view = turned(upright, -part.tilt_deg) if part.tilt_deg else upright
            longest = max(view.gray.shape)
            least, most = (round(min(longest, unit * end)) for end in part.band)
            hits += self._detector.candidates(view, least, most)
        return hits

    def _carried(self, image: ImageBGR, missed: Sequence[Face]) -> list[Face]:
        if self._previous is None or self._previous.shape != image.shape:
            return []
        faces = []
        for face in missed:
            box = carried(self._previous, image, face.box)
            if box is not None:
                faces.append(replace(face, box=box, detection_score=0.0, is_held=True))
        return faces


def _place(face: Expected) -> Hit:
    square = square_around(face.box, 0.0)
    return Hit(square.center_x, square.center_y, square.side, 0, face.last.tilt_deg)
