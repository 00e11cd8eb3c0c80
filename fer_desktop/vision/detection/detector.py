"""Finds faces with Haar cascades (Viola and Jones, 2001): candidates first, then a close look.

A quick look over the small gray picture, upright and turned, takes every single hit of one cascade
for a candidate; a close look at each with another cascade decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from fer_desktop.core.geometry import Square, iou
from fer_desktop.core.settings import Search
from fer_desktop.core.tracker import Expected
from fer_desktop.core.types import Face, Frame, ImageBGR
from fer_desktop.vision.detection.cascade import Cascade, Hit, best, grouped
from fer_desktop.vision.detection.close_look import close_look, first_look, score
from fer_desktop.vision.detection.gray_view import GrayView, gray_view, mirrored, turned


class Detector(Protocol):
    """Finds faces. Used from the thread that made it."""

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        ...


class LiveDetector(Protocol):
    """Finds faces in the frames of a video. Used from the thread that made it."""

    def look(self, frame: Frame, expected: Sequence[Expected]) -> list[Face]:
        """Return the faces in a frame, largest first, boxes inside it.

        Args:
            frame: The next frame.
            expected: The faces that are known. One that is not seen but known to have moved may be
                among the returned ones, with its number and `is_held`.
        """
        ...

    def close(self) -> None:
        """End what runs in the background; nothing is looked for after it."""
        ...


class EveryFrame:
    """Takes each frame of a video for a picture of its own."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector

    def look(self, frame: Frame, expected: Sequence[Expected]) -> list[Face]:
        """Return what the detector finds in the frame, whatever is expected."""
        del expected
        return self._detector.detect(frame.image)

    def close(self) -> None:
        """Do nothing: nothing runs in the background."""


@dataclass(frozen=True)
class HaarOptions:
    """How thoroughly to look.

    Attributes:
        work_side_px: The picture is shrunk until its longer side is at most this long.
        scale_factor: Step from one size of face to the next.
        padding: Border added at each side, as a share of the longer side, in which the picture's
            edge is repeated: a face that fills the picture is found only with one.
        tilts_deg: Turns of the head, counter-clockwise, that are looked for beside upright ones;
            each finds what is within 15 degrees of it.
        gives_up: Leave candidates alone of which a smaller first look sees hardly anything.
        looks_again: Where no face is found, be content with less: one that the close look does not
            confirm, or one from the side.
        smallest: Smallest face as a share of the picture's longer side. None is found below 21 px
            of the shrunk picture, nor below 28 px of the picture itself.
    """

    work_side_px: int
    scale_factor: float
    padding: float = 0.0
    tilts_deg: tuple[float, ...] = ()
    gives_up: bool = False
    looks_again: bool = False
    smallest: float = 0.0

    @property
    def least_px(self) -> int:
        """Smallest face in pixels of the shrunk picture."""
        return max(_LEAST_PX, round(self.smallest * self.work_side_px))


CASCADE_PX: Final = 20
"""Smallest face that the frontal cascades know."""
_LEAST_PX: Final = 21
_LEAST_PICTURE_PX: Final = 28
"""Below so many pixels of the picture much looks like a face, and no expression can be read."""

FAST: Final = HaarOptions(320, 1.2, gives_up=True)
"""For slow computers: faces from a fifteenth of the picture's width up, upright."""
BALANCED: Final = HaarOptions(480, 1.2, tilts_deg=(25.0, -25.0), gives_up=True)
"""For video."""
THOROUGH: Final = HaarOptions(640, 1.1, 0.2, (25.0, -25.0), looks_again=True)
"""For pictures and video files: takes ten times as long as `BALANCED`, finds small faces, faces
from the side, and those that fill the picture."""

SEARCHES: Final[dict[Search, HaarOptions]] = {
    "fast": FAST,
    "balanced": BALANCED,
    "thorough": THOROUGH,
}

SAME_FACE_IOU: Final = 0.3
"""Boxes that overlap so much are of one face."""
SURE_COUNT: Final = 16
"""Hits of the close look that make a face."""
SURE_SCORE: Final = score(SURE_COUNT)

CLOSE_FILE: Final = "haarcascade_frontalface_alt.xml"
PROFILE_FILE: Final = "haarcascade_profileface.xml"

_AGAIN_STEP: Final = 1.05
_AGAIN_HITS: Final = 5

_PROFILE: Final = HaarOptions(320, 1.05, 0.2)
_PROFILE_LEAST_PX: Final = 28
_PROFILE_VIEW_PX: Final = 160
"""Smaller pictures are enlarged to this."""
_PROFILE_HITS: Final = 7
"""In pictures without a face it must not invent one: with so many hits asked for, none in 25
pictures, and 2 in 240 small parts of them."""
# The profile cascade cuts closer and higher than the frontal ones (medians on those training
# pictures in which no frontal face was found).
_PROFILE_GROWTH: Final = 1.06
_PROFILE_DROP: Final = 0.05


class HaarDetector:
    """OpenCV's cascades `frontalface_alt2` for candidates, `frontalface_alt` for the close look.

    Both frame faces alike, and so did `default` (medians on composed pictures).
    """

    def __init__(self, cascade_file: Path, options: HaarOptions) -> None:
        """Read the cascade for candidates; the others lie beside it.

        Raises:
            ModelError: A file is missing, or holds no cascade.
        """
        self._options = options
        self._candidates = Cascade(cascade_file)
        self._close = Cascade(cascade_file.with_name(CLOSE_FILE))
        if options.looks_again:
            self._profile = Cascade(cascade_file.with_name(PROFILE_FILE))

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        options = self._options
        upright = gray_view(image, options.work_side_px, options.padding)
        hits: list[Hit] = []
        for degrees in (0.0, *options.tilts_deg):
            view = turned(upright, -degrees) if degrees else upright
            hits += self.confirmed(image, self.candidates(view), SURE_COUNT, hits)
        if not hits and options.looks_again:
            hits = self._unconfirmed(upright) or self._from_the_side(image)
        return faces_of(best(hits), image)

    def candidates(self, view: GrayView, least_px: int = 0, most_px: int = 0) -> list[Hit]:
        """Return what may be a face, in pixels of the picture.

        Args:
            view: The picture, or the picture turned.
            least_px: Smallest face in pixels of the view; 0 is the options' own.
            most_px: Largest face; 0 is the whole view.
        """
        least = max(least_px or self._options.least_px, round(_LEAST_PICTURE_PX / view.scale))
        most = min(most_px or max(view.gray.shape), max(view.gray.shape))
        return grouped(self._candidates.squares(view, self._options.scale_factor, least, most))

    def confirmed(
        self,
        image: ImageBGR,
        candidates: Iterable[Hit],
        least_count: int,
        known: Sequence[Hit] = (),
    ) -> list[Hit]:
        """Return the faces that a close look finds at candidates, apart from known ones."""
        found: list[Hit] = []
        for hit in candidates:
            place = Square(hit.x, hit.y, hit.side)
            if near(hit, [*known, *found]):
                continue
            if self._options.gives_up and not first_look(self._close, image, place, hit.tilt_deg):
                continue
            found += close_look(self._close, image, place, hit.tilt_deg, least_count)
        return found

    def _unconfirmed(self, view: GrayView) -> list[Hit]:
        squares = self._candidates.squares(
            view, _AGAIN_STEP, self._options.least_px, max(view.gray.shape)
        )
        return best(grouped(squares, _AGAIN_HITS))

    def _from_the_side(self, image: ImageBGR) -> list[Hit]:
        options = _PROFILE
        view = gray_view(image, options.work_side_px, options.padding, _PROFILE_VIEW_PX)
        hits: list[Hit] = []
        for side in (view, mirrored(view)):  # the cascade knows one side of the face
            most = max(side.gray.shape)
            squares = self._profile.squares(side, options.scale_factor, _PROFILE_LEAST_PX, most)
            for hit in grouped(squares, _PROFILE_HITS):
                y = hit.y + _PROFILE_DROP * hit.side
                hits.append(Hit(hit.x, y, _PROFILE_GROWTH * hit.side, hit.count))
        return best(hits)


def faces_of(hits: Iterable[Hit], image: ImageBGR) -> list[Face]:
    """Return hits as faces, largest first, boxes inside the picture."""
    height, width = image.shape[:2]
    faces = [
        Face(hit.box.clipped(width, height), score(hit.count), tilt_deg=hit.tilt_deg)
        for hit in hits
    ]
    return sorted((f for f in faces if f.box.area), key=lambda face: -face.box.area)


def near(hit: Hit, others: Sequence[Hit]) -> bool:
    """Return whether a hit is of the same face as one of the others."""
    return any(iou(hit.box, other.box) >= SAME_FACE_IOU for other in others)
