"""Finds faces in video with little work a frame.

A known face is followed by the motion of the picture in it, and checked several times a second,
which steadies its box as well. New faces are looked for twice a second, a size of them at a time:
over the whole picture, or, before a camera, where it changed.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from fer_desktop.core.geometry import BoundingBox, Square, covered, iou, square_around
from fer_desktop.core.tracker import Expected
from fer_desktop.core.types import Face, Frame, ImageBGR
from fer_desktop.vision.detection.background_scan import BackgroundScan
from fer_desktop.vision.detection.candidates import HaarOptions
from fer_desktop.vision.detection.check_chips import GrayLevels
from fer_desktop.vision.detection.decide import (
    SURE_SCORE,
    WEAK_SCORE,
    Check,
    Place,
    Sighting,
    box_of,
    decided,
    is_near,
    is_part,
    surest,
)
from fer_desktop.vision.detection.live_memory import DetectorState, Memory, MemoryState
from fer_desktop.vision.detection.optical_flow import Gray, Patch

WHOLE_S: Final = 0.5
"""The whole picture is looked at once in so long for upright faces."""
LOOK_S: Final = 0.15
"""A known face is checked once in so long, and in between only followed."""
_HIDDEN: Final = 0.2
"""A face is hidden where a seen one covers so much of it."""
_GAIN: Final = 0.12
"""So far a box goes from where the face was followed to towards where the check sees it, after the
first few checks, which are averaged. The first has little noise but drifts, the second is noisy
but does not (a complementary filter)."""
_LEAST_INSIDE: Final = 0.6
"""A face less of which is inside the picture is not followed."""
_LEAST_SIDE: Final = 0.9
"""Of a hidden face that looks smaller than this only a part is seen, however sure that is: it may
not lead the box astray."""
_REST: Final = 0.3
"""So much of such a part lies where the face is expected."""
_OWN_IOU: Final = 0.5
"""A check that sees the face elsewhere than this is believed altogether."""
_AROUND: Final = 0.45
"""A face that could not be followed is looked for so many sides around where it is expected."""


@dataclass(frozen=True, eq=False)
class _Known:
    """A known face in the next frame: where it was followed to, or else where it is expected.

    Attributes:
        last: As it was in the last frame.
        place: In pixels of this frame.
        memory: None where it was not followed, so that it has to be looked for.
        is_worn: Whether its patch shows it no more as it is.
        is_alone: Whether no other face touches it.
        is_leaving: Whether it reaches beyond the picture.
    """

    last: Face
    place: Square
    memory: Memory | None = None
    is_worn: bool = False
    is_alone: bool = True
    is_leaving: bool = False

    @property
    def box(self) -> BoundingBox:
        return box_of(self.place)

    @property
    def is_hidden(self) -> bool:
        return self.memory is None and (self.is_leaving or not self.is_alone)

    @property
    def expected(self) -> Place:
        return Place(self.place, self.last.tilt_deg)


class HaarLiveDetector:
    """A live detector of Haar cascades and the face check; it forgets all where time goes back."""

    def __init__(
        self,
        cascade_file: Path,
        make_check: Callable[[], Check],
        options: HaarOptions,
        whole_s: float = WHOLE_S,
        *,
        in_background: bool = False,
    ) -> None:
        """Read the cascades.

        Args:
            cascade_file: As `HaarDetector` takes it.
            make_check: Makes the face check, once for each thread.
            options: How thoroughly to look.
            whole_s: Seconds in which the whole picture is looked at once.
            in_background: Look for new faces in a thread beside the frames.

        Raises:
            ModelError: A file is missing, or holds no cascade or check.
        """
        self._check = make_check()
        self._scan = BackgroundScan(
            cascade_file, make_check, options, whole_s, in_background=in_background
        )
        self._shape: tuple[int, ...] = ()
        self._memories: dict[BoundingBox, Memory] = {}
        self._to_recall: tuple[MemoryState, ...] = ()
        self._time_s = -math.inf

    def look(self, frame: Frame, expected: Sequence[Expected]) -> list[Face]:
        """Return the faces in a frame, largest first; those that were only carried on come last.

        A known face that was followed but not looked at comes with its number.
        """
        gray = _gray(frame.image)
        time_s = frame.time_s
        if not frame.follows or time_s < self._time_s or gray.shape != self._shape:
            self._memories = {}
        self._time_s, self._shape = time_s, gray.shape
        known = [self._known(gray, face, expected) for face in expected]
        due = [one for one in known if _is_due(one, time_s)]
        seen = self._again(GrayLevels(gray), due)
        # What is left to see of a face at the edge of the picture is not where it is.
        seen = [one for one in seen if _is_inside(one.box, frame)]
        # One that is neither followed nor seen may be somewhere near, so it is looked for as well.
        sure = [*seen, *(one.expected for one in known if one.memory is not None)]
        # What lies in a known face is a part of it, as is what is left to see of a hidden one.
        new = [
            one
            for one in self._new(frame, gray, sure)
            if not is_part(one, sure) and not _is_rest(one, known)
        ]
        seen = surest(seen + new)
        sightings = [(one.face(), _looked_at(one, due, gray, time_s)) for one in seen]
        for one in known:
            if one.memory is None:
                continue
            held = replace(one.last, detection_score=0.0, is_held=True)
            if one not in due and _is_inside(one.box, frame):
                face = one.last if one.memory.is_seen else held
                sightings.append((face, replace(one.memory, place=one.place)))
            elif one in due and not any(covered(one.box, other.box) > _HIDDEN for other in seen):
                patch = Patch.cut(gray, one.place, time_s)
                memory = Memory(one.place, time_s, patch, is_seen=False)
                sightings.append((held, memory))
        return self._remembered(sightings, frame)

    @property
    def state(self) -> DetectorState:
        """What `restore` takes, so that another detector goes on as this one would.

        Only of one that does nothing in the background.
        """
        memories = tuple(MemoryState.of(*each) for each in self._memories.items())
        return DetectorState(memories, self._shape, self._time_s, self._scan.state)

    def restore(self, state: DetectorState) -> None:
        """Go on where another detector was; `recall` has to show the frames of its patches."""
        self._scan.restore(state.scan)
        self._shape, self._time_s = state.shape, state.time_s
        self._memories, self._to_recall = {}, state.memories

    def recall(self, frame: Frame) -> None:
        """See a frame again from which patches were cut that were restored."""
        gray = _gray(frame.image)
        for state in self._to_recall:
            if state.origin.time_s == frame.time_s:
                self._memories[state.box] = state.memory(gray)

    def close(self) -> None:
        """End the thread in the background."""
        self._scan.close()

    def _known(self, gray: Gray, face: Expected, others: Sequence[Expected]) -> _Known:
        memory = self._memories.get(face.last.box)
        # What hides a face would carry it away.
        is_alone = all(other is face or not iou(face.box, other.box) for other in others)
        followed = memory.patch.found(gray, memory.place) if memory and is_alone else None
        if followed is None:
            height, width = gray.shape
            is_leaving = face.box.clipped(width, height) != face.box
            place = square_around(face.box, 0.0)
            return _Known(face.last, place, is_alone=is_alone, is_leaving=is_leaving)
        return _Known(face.last, followed.place, memory, followed.is_worn)

    def _again(self, levels: GrayLevels, due: Sequence[_Known]) -> list[Sighting]:
        """Return which of the known faces are still there, all of them checked at once."""
        places = [place for one in due for place in _around(one)]
        seen = decided(self._check, levels, places, WEAK_SCORE)
        return [one for one in seen if not _is_rest(one, due)]

    def _new(self, frame: Frame, gray: Gray, known: Sequence[Place]) -> list[Sighting]:
        found: list[Sighting] = []
        for one in self._scan.look(frame, known):
            if one.image is frame.image:
                found.append(one.sighting)
                continue
            place = one.sighting.square
            followed = Patch.cut(_gray(one.image), place).found(gray, place)
            there = Place(followed.place if followed else place, one.sighting.tilt_deg)
            if not is_near(there, [*known, *found]):
                still = decided(self._check, GrayLevels(gray), [there], WEAK_SCORE)
                found += [replace(sighting, score=one.sighting.score) for sighting in still]
        return found

    def _remembered(self, sightings: Iterable[tuple[Face, Memory]], frame: Frame) -> list[Face]:
        faces, self._memories = [], {}
        for face, memory in sightings:
            box = box_of(memory.place).clipped(frame.width, frame.height)
            if box.area:
                self._memories[box] = memory
                faces.append(replace(face, box=box))
        return sorted(faces, key=lambda face: (face.is_held, -face.box.area))


def _is_inside(box: BoundingBox, frame: Frame) -> bool:
    return box.clipped(frame.width, frame.height).area >= _LEAST_INSIDE * box.area


def _is_rest(seen: Sighting, known: Sequence[_Known]) -> bool:
    """Return whether a sighting is what is left to see of a hidden face, not all of it again.

    It would lead the box of the face astray. Faces are hidden that others touch, or the edge, and
    that were not followed.
    """
    own = max(known, key=lambda one: iou(one.box, seen.box), default=None)
    if own is None:
        return False
    if own.is_hidden and seen.square.side < _LEAST_SIDE * own.place.side:
        return covered(seen.box, own.box) >= _REST
    hidden = [one.expected for one in known if one.is_hidden]
    return seen.score < SURE_SCORE and is_near(seen, hidden)


def _is_due(one: _Known, time_s: float) -> bool:
    return one.memory is None or time_s - one.memory.looked_s >= LOOK_S


def _around(one: _Known) -> list[Place]:
    """Return where a known face may be: where it was followed to, or around where it should be."""
    if one.memory is not None:
        return [one.expected]
    x, y, side = one.place
    step = _AROUND * side
    return [
        Place(Square(x + right * step, y + down * step, side), one.last.tilt_deg)
        for right, down in ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
    ]


def _looked_at(seen: Sighting, due: Sequence[_Known], gray: Gray, time_s: float) -> Memory:
    """Return the place of a sighting, steadied by where its face was followed to."""
    place = seen.square
    own = max(due, key=lambda one: iou(one.box, seen.box), default=None)
    if own is None or own.memory is None or iou(own.box, seen.box) < _OWN_IOU:
        return Memory(place, time_s, Patch.cut(gray, place, time_s))
    n_looks = own.memory.n_looks + 1
    gain = max(_GAIN, 1 / n_looks)
    place = Square(*(old + gain * (new - old) for old, new in zip(own.place, place, strict=True)))
    if own.is_worn:
        patch = Patch.cut(gray, place, time_s)
    else:
        patch = own.memory.patch.corrected(own.place, place)
    return Memory(place, time_s, patch, n_looks=n_looks)


def _gray(image: ImageBGR) -> Gray:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)
