"""Decides which of many places in a picture hold a face, with the face check.

All places are checked at once. Where the check sees a face it says where exactly and how far
turned; a face that lies elsewhere than the place, or is turned otherwise, is checked once more
there, because the check knows best what is before it. What is a face is one in boxes a little
beside it, too; and how many hits of the cascades speak for it counts as well: what is none seldom
has many.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox, Square, covered, iou
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.vision.detection.cascade import Hit
from fer_desktop.vision.detection.check_chips import Boxes, GrayLevels
from fer_desktop.vision.detection.face_check import FaceChecks, Values

SURE_SCORE: Final = 0.5
"""From this probability on something is a face."""
WEAK_SCORE: Final = 0.2
"""From this on a known face is still there."""
SAME_FACE_IOU: Final = 0.3
"""Boxes that overlap so much are of one face."""
_INSIDE: Final = 0.75
"""A box so much of which lies in that of a surer face is a part of it."""
_PROMISING: Final = 0.05
"""Below this a place is not checked once more."""
_FAR: Final = 0.1
"""In sides of the box: a face that lies so far from the place, or is so much larger or smaller."""
_FAR_DEG: Final = 8.0
_AROUND: Final = (
    (0.0, 0.0, 1.0),
    (0.06, 0.0, 0.94),
    (-0.06, 0.0, 0.94),
    (0.0, 0.06, 1.06),
    (0.0, -0.06, 1.06),
)
"""Shifts in sides and growths of the boxes whose mean is taken."""
_SAME_HIT_IOU: Final = 0.4
"""Hits that overlap a face so much speak for it."""
# A logistic regression on the log odds of the check, on their mean in the boxes around, and on the
# logarithm of one plus the hits, over pictures with faces of which the check has learned nothing;
# new weights of it want a new one.
_OF_CHECK: Final = 0.46
_OF_AROUND: Final = 1.00
_OF_HITS: Final = 0.46
_OF_NONE: Final = -4.35
_LEAST_ODDS: Final = 1e-6


class Check(Protocol):
    """What decides; see `face_check.FaceCheck`. It is used from the thread that made it."""

    def check(
        self,
        image: NDArray[np.uint8] | GrayLevels,
        boxes: Boxes,
        tilts_deg: Values | None = None,
        *,
        in_mirror: bool = False,
    ) -> FaceChecks:
        """Return what is said about boxes in a picture."""
        ...


@dataclass(frozen=True)
class Place:
    """A square that may hold a face, in pixels of the picture.

    Attributes:
        square: The place.
        tilt_deg: How far the head is laid counter-clockwise.
        n_hits: How many hits of the cascades it stands for.
    """

    square: Square
    tilt_deg: float = 0.0
    n_hits: int = 0

    @property
    def box(self) -> BoundingBox:
        """The square, rounded to whole pixels."""
        return box_of(self.square)


@dataclass(frozen=True)
class Sighting(Place):
    """A place that holds a face.

    Attributes:
        score: The probability that it does.
        turn_deg: How far the head is turned aside, see `Face`.
        covered: How likely a part of the face is covered.
        around: The mean of the log odds of a face in boxes around it; 0 where not looked at.
    """

    score: float = 0.0
    turn_deg: float = 0.0
    covered: float = 0.0
    around: float = 0.0

    def face(self) -> Face:
        """Return it as a face whose box may reach beyond the picture."""
        return Face(
            self.box,
            self.score,
            tilt_deg=self.tilt_deg,
            turn_deg=self.turn_deg,
            covered=self.covered,
        )


def box_of(square: Square) -> BoundingBox:
    """Return a square, rounded to whole pixels."""
    half = square.side / 2
    x, y = square.center_x - half, square.center_y - half
    return BoundingBox.from_xywh(x, y, square.side, square.side)


def place_of(hit: Hit) -> Place:
    """Return where a cascade takes something for a face."""
    return Place(Square(hit.x, hit.y, hit.side), hit.tilt_deg, hit.count)


def found_among(
    check: Check,
    image: ImageBGR | GrayLevels,
    candidates: Sequence[Place],
    hit_weight: float = 1.0,
) -> list[Sighting]:
    """Return the faces among candidates, each once, the surest first.

    Their score is the probability that follows from what the check says, there and around, and
    from how many hits of the cascades lie there.

    Args:
        check: What decides.
        image: (H, W, 3) uint8 BGR, or the levels of it.
        candidates: All that were found in the picture.
        hit_weight: As `HaarOptions` have it.

    Raises:
        ModelError: The check can't run.
    """
    found = []
    hits = [(place.box, place.n_hits) for place in candidates if place.n_hits]
    for sighting in decided(check, image, candidates, _PROMISING):
        box = sighting.box
        n_hits = sum(n for hit, n in hits if iou(hit, box) >= _SAME_HIT_IOU)
        score = _together(sighting, hit_weight * n_hits)
        if score >= SURE_SCORE:
            found.append(replace(sighting, score=score))
    return sorted(found, key=lambda s: -s.score)


def decided(
    check: Check,
    image: ImageBGR | GrayLevels,
    places: Sequence[Place],
    least_score: float = SURE_SCORE,
) -> list[Sighting]:
    """Return the faces at places where one is expected, each once, the surest first.

    Raises:
        ModelError: The check can't run.
    """
    if not places:
        return []
    levels = image if isinstance(image, GrayLevels) else GrayLevels(image)
    near: list[Sighting] = []
    far: list[Sighting] = []
    for place, sighting in zip(places, seen_at(check, levels, places), strict=True):
        if sighting.score >= _PROMISING:
            (far if _is_far(place, sighting) else near).append(sighting)
    near += seen_at(check, levels, far)
    found = surest(sighting for sighting in near if sighting.score >= least_score)
    # On a face two that lay apart may come together.
    return surest(steadied(check, levels, found))


def steadied(check: Check, levels: GrayLevels, found: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings where the check sees them on the average of some boxes around.

    What it says of one box is right to some hundredths of a side; the mean of several, and of their
    mirror images, stands stiller and is cheap for the few faces that there are.

    Raises:
        ModelError: The check can't run.
    """
    boxes = [
        replace(
            one,
            square=Square(
                one.square.center_x + x * one.square.side,
                one.square.center_y + y * one.square.side,
                one.square.side * growth,
            ),
        )
        for one in found
        for x, y, growth in _AROUND
    ]
    seen = seen_at(check, levels, boxes)
    mirrored = seen_at(check, levels, boxes, in_mirror=True)
    steady = []
    for number, one in enumerate(found):
        own = slice(number * len(_AROUND), (number + 1) * len(_AROUND))
        views = seen[own] + mirrored[own]
        around = float(np.mean([_log_odds(view.score) for view in views]))
        one = replace(one, around=around)  # noqa: PLW2901
        views = [view for view in views if view.score >= _PROMISING]
        if views:
            square = Square(*np.mean([view.square for view in views], axis=0).tolist())
            tilt_deg = float(np.mean([view.tilt_deg for view in views]))
            one = replace(one, square=square, tilt_deg=tilt_deg)  # noqa: PLW2901
        steady.append(one)
    return steady


def seen_at(
    check: Check, levels: GrayLevels, places: Sequence[Place], *, in_mirror: bool = False
) -> list[Sighting]:
    """Return what the check says about each place: with a low score, that there is no face.

    Raises:
        ModelError: The check can't run.
    """
    if not places:
        return []
    squares = np.array([place.square for place in places], np.float64)
    half = squares[:, 2:] / 2
    tilts = np.array([place.tilt_deg for place in places], np.float64)
    boxes = np.hstack([squares[:, :2] - half, squares[:, :2] + half])
    said = check.check(levels, boxes, tilts, in_mirror=in_mirror)
    return [
        Sighting(
            Square((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1), tilt_deg, 0, score, turn_deg, covered_by
        )
        for (x1, y1, x2, y2), tilt_deg, score, turn_deg, covered_by in zip(
            said.boxes.tolist(),
            (tilts + said.roll_deg).tolist(),
            said.probability.tolist(),
            said.turn_deg.tolist(),
            np.maximum(said.lower_covered, said.upper_covered).tolist(),
            strict=True,
        )
    ]


def surest(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return the sightings without those of a face that another is surer of, the surest first."""
    kept: list[Sighting] = []
    for sighting in sorted(sightings, key=lambda s: -s.score):
        box = sighting.box
        if not any(_is_same(box, other.box) for other in kept):
            kept.append(sighting)
    return kept


def is_near(place: Place, others: Iterable[Place]) -> bool:
    """Return whether a place is of the same face as one of the others."""
    return any(iou(place.box, other.box) >= SAME_FACE_IOU for other in others)


def is_part(place: Place, others: Iterable[Place]) -> bool:
    """Return whether a place lies in one of the others, like a mouth in a face."""
    return any(covered(place.box, other.box) >= _INSIDE for other in others)


def _is_same(box: BoundingBox, surer: BoundingBox) -> bool:
    return (
        iou(box, surer) >= SAME_FACE_IOU
        or covered(box, surer) >= _INSIDE
        or covered(surer, box) >= _INSIDE
    )


def _together(sighting: Sighting, n_hits: float) -> float:
    """Return the probability of a face at a sighting with so many hits of the cascades."""
    evidence = (
        _OF_CHECK * _log_odds(sighting.score)
        + _OF_AROUND * sighting.around
        + _OF_HITS * math.log1p(n_hits)
        + _OF_NONE
    )
    return 1.0 / (1.0 + math.exp(-evidence))


def _log_odds(score: float) -> float:
    return math.log(max(score, _LEAST_ODDS) / max(1.0 - score, _LEAST_ODDS))


def _is_far(place: Place, sighting: Sighting) -> bool:
    old, new = place.square, sighting.square
    way = max(abs(new.center_x - old.center_x), abs(new.center_y - old.center_y)) / old.side
    growth = abs(math.log(new.side / old.side))
    return max(way, growth) > _FAR or abs(sighting.tilt_deg - place.tilt_deg) > _FAR_DEG
