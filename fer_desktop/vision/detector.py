"""Finds faces with Haar cascades (Viola and Jones, 2001) on a small gray copy of the picture."""

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.vision.cascade import Cascade, Hit
from fer_desktop.vision.gray_view import GrayView, gray_view, mirrored, turned


class Detector(Protocol):
    """Finds faces. Used from the thread that made it."""

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        ...


@dataclass(frozen=True)
class HaarOptions:
    """How thoroughly to look.

    Attributes:
        work_side_px: The picture is shrunk until its longer side is at most this long.
        scale_factor: Step from one size of face to the next.
        min_neighbors: More overlapping hits than this make a face.
        min_face_px: Smallest face in the shrunk picture.
        padding: Border added at each side, as a share of the longer side, in which the picture's
            edge is repeated: a face that fills the picture is found only with one.
        looks_again: Where no upright face is seen from the front, look for tilted ones and ones
            from the side.
    """

    work_side_px: int
    scale_factor: float
    min_neighbors: int
    min_face_px: int
    padding: float
    looks_again: bool = False


LIVE: Final = HaarOptions(320, 1.1, 4, 28, 0.0)
"""For video: about 20 ms a frame."""
STILL: Final = HaarOptions(640, 1.05, 4, 28, 0.2, looks_again=True)
"""For single pictures: takes ten times as long, finds smaller faces, tilted ones, ones from the
side, and those that fill the picture."""

LIVE_WEAK: Final = replace(LIVE, min_neighbors=1)
"""`LIVE` and faces that it is not sure of, for a tracker that goes on with those that it knows."""

PROFILE_FILE: Final = "haarcascade_profileface.xml"

_AGAIN: Final = HaarOptions(320, 1.05, 0, 28, 0.2)
_AGAIN_LEAST_PX: Final = 160
_TILTS_DEG: Final = (15.0, -15.0)
# Of 333 training pictures in which the first look finds no face, the second finds one in the right
# place in half. In pictures without a face it must not invent one, so more hits are asked for: with
# these, none in 25 pictures and 2 in 240 small parts of them.
_TILTED_HITS: Final = 11
_PROFILE_HITS: Final = 6
# The profile cascade cuts closer and higher than the frontal one (medians on those pictures).
_PROFILE_GROWTH: Final = 1.06
_PROFILE_DROP: Final = 0.05


class HaarDetector:
    """OpenCV's `frontalface_alt2` cascade; of its three it invents the fewest faces (measured)."""

    def __init__(self, cascade_file: Path, options: HaarOptions) -> None:
        """Read the cascade; the one for faces from the side lies beside it.

        Raises:
            ModelError: A file is missing, or holds no cascade.
        """
        self._options = options
        self._frontal = Cascade(cascade_file)
        if options.looks_again:
            self._profile = Cascade(cascade_file.with_name(PROFILE_FILE))

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        options = self._options
        view = gray_view(image, options.work_side_px, options.padding)
        hits = _look(self._frontal, view, options, options.min_neighbors)
        if not hits and options.looks_again:
            hits = _best(self._second_look(image))
        height, width = image.shape[:2]
        faces = [Face(_box(hit).clipped(width, height), score(hit.count)) for hit in hits]
        return sorted((f for f in faces if f.box.area), key=lambda face: -face.box.area)

    def _second_look(self, image: ImageBGR) -> list[Hit]:
        view = gray_view(image, _AGAIN.work_side_px, _AGAIN.padding, _AGAIN_LEAST_PX)
        hits = []
        for degrees in _TILTS_DEG:
            hits += _look(self._frontal, turned(view, degrees), _AGAIN, _TILTED_HITS)
        for side in (view, mirrored(view)):  # the cascade knows one side of the face
            for hit in _look(self._profile, side, _AGAIN, _PROFILE_HITS):
                y = hit.y + _PROFILE_DROP * hit.side
                hits.append(Hit(hit.x, y, _PROFILE_GROWTH * hit.side, hit.count))
        return hits


def _look(cascade: Cascade, view: GrayView, options: HaarOptions, min_neighbors: int) -> list[Hit]:
    return cascade.look(view, options.scale_factor, min_neighbors, options.min_face_px)


def _box(hit: Hit) -> BoundingBox:
    return BoundingBox.from_xywh(hit.x - hit.side / 2, hit.y - hit.side / 2, hit.side, hit.side)


def _best(hits: list[Hit]) -> list[Hit]:
    """Return the hits without those that overlap one with a higher count: it is the same face."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: -hit.count):
        if all(iou(_box(hit), _box(other)) < 0.3 for other in kept):
            kept.append(hit)
    return kept


def score(n_hits: int) -> float:
    """Return a confidence in [0, 1) from the number of overlapping hits.

    Hits separate faces from phantoms better than the cascade's own weights: of true faces 95 % have
    17 or more, phantoms about 5. The scale puts those at 0.68 and 0.28.
    """
    return 1.0 - math.exp(-n_hits / 15)
