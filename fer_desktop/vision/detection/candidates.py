"""Finds what may be a face: single hits of Haar cascades, upright and turned, and a net of places.

Most of it is none. That does not matter, because a network of ours decides (decide.py); what counts
is that hardly a face is missing here, at little cost. So steps from size to size are wide, and all
but small faces are looked for in a copy of half the size. What no frontal cascade knows, faces from
the side or behind a mask, lies on a net of places if it is large enough; for small faces from the
side there is a cascade of their own, which looks at the mirrored picture, too.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.detection.cascade import Cascade, Hit, grouped
from fer_desktop.vision.detection.gray_view import GrayView, gray_view, mirrored, turned

CASCADE_PX: Final = 20
"""Smallest face that the cascades know."""
_LARGE_PX: Final = 40
"""Faces from so many pixels of the shrunk picture are looked for in half of it."""
_LEAST_PICTURE_PX: Final = 22
"""Smallest candidate in pixels of the picture itself."""
_LEAST_VIEW_PX: Final = 160
"""Smaller pictures are enlarged to this for large faces, which then lie not too coarsely."""
_SMALL_PADDING: Final = 0.02
_LAID_PADDING: Final = 0.05
"""Turning a padded picture makes it larger still, and its corners are empty."""

_LARGEST: Final = 0.95
"""Of the picture's shorter side."""
_LEAST_LARGE: Final = 0.12
"""Of the picture's longer side."""
_LARGE_STEP: Final = 1.4
_LARGE_APART: Final = 0.45
"""In sides; the check finds faces up to a third of a side away."""

DEFAULT_FILE: Final = "haarcascade_frontalface_default.xml"
PROFILE_FILE: Final = "haarcascade_profileface.xml"
_PROFILE_SHARE: Final = 0.87
"""Faces from the side are looked for in a copy with so much of the size of the shrunk picture."""
_PROFILE_STEP: Final = 1.25


@dataclass(frozen=True)
class HaarOptions:
    """How thoroughly to look.

    Attributes:
        work_side_px: The picture is shrunk until its longer side is at most this long. None below
            20 px of the shrunk picture is found, nor below 22 px of the picture itself.
        scale_factor: Step from one size of face to the next.
        padding: Border added at each side, as a share of the longer side, in which the picture's
            edge is repeated: a face that fills the picture or is cut by its edge is found with one.
        tilts_deg: Turns of the head, counter-clockwise, that are looked for beside upright ones;
            each finds what is within 20 degrees of it.
        cascades: How many cascades look for small faces, of two: `alt2`, and `default` as well. For
            all others the last of them looks alone.
        smallest: Smallest face as a share of the picture's longer side.
        profiles: Whether small faces from the side are looked for as well.
        laid_side_px: As `work_side_px` for turned heads; 0 is half of that. What is smaller than
            20 px there, no cascade finds where it is turned by more than some 15 degrees.
        laid_step: As `scale_factor` for turned heads; 0 is the same.
    """

    work_side_px: int
    scale_factor: float
    padding: float = 0.0
    tilts_deg: tuple[float, ...] = ()
    cascades: int = 1
    smallest: float = 0.0
    profiles: bool = False
    laid_side_px: int = 0
    laid_step: float = 0.0

    @property
    def least_px(self) -> int:
        """Smallest face in pixels of the shrunk picture."""
        return max(CASCADE_PX, round(self.smallest * self.work_side_px))

    @property
    def hit_weight(self) -> float:
        """For how many hits one stands, had two cascades looked in steps of 1.15.

        More cascades and finer steps find a face more often. The root of that, because few hits
        are less to be relied on.
        """
        return math.sqrt(2 / math.log(1.15) * math.log(self.scale_factor) / self.cascades)


class Candidates:
    """The cascades of a search. They belong to one thread at a time."""

    def __init__(self, cascade_file: Path, options: HaarOptions) -> None:
        """Read the cascades; those beside the first lie in its folder.

        Raises:
            ModelError: A file is missing, or holds no cascade.
        """
        self._options = options
        self._cascades = [Cascade(cascade_file)]
        if options.cascades > 1:
            self._cascades.append(Cascade(cascade_file.with_name(DEFAULT_FILE)))
        self._profile = Cascade(cascade_file.with_name(PROFILE_FILE)) if options.profiles else None

    def everywhere(self, image: ImageBGR) -> list[Hit]:
        """Return what may be a face in a (H, W, 3) uint8 BGR picture, in pixels of the picture."""
        options = self._options
        least = options.least_px
        hits: list[Hit] = []
        if least < _LARGE_PX:
            small = gray_view(image, options.work_side_px, _SMALL_PADDING)
            hits += self.in_view(small, least, _LARGE_PX, with_all=True)
            hits += self._from_the_side(image, least)
        half = options.work_side_px // 2
        large = gray_view(image, half, options.padding, min(half, _LEAST_VIEW_PX))
        hits += self.in_view(large, max(CASCADE_PX, least // 2))
        hits += self._laid(image)
        if options.padding:
            hits += large_faces(image.shape[1], image.shape[0])
        return hits

    def _laid(self, image: ImageBGR) -> list[Hit]:
        """Return faces of turned heads."""
        options = self._options
        if not options.tilts_deg:
            return []
        side = options.laid_side_px or options.work_side_px // 2
        least = max(CASCADE_PX, options.least_px * side // options.work_side_px)
        view = gray_view(image, side, _LAID_PADDING, min(side, _LEAST_VIEW_PX))
        hits: list[Hit] = []
        for degrees in options.tilts_deg:
            hits += self.in_view(turned(view, -degrees), least, step=options.laid_step)
        return hits

    def _from_the_side(self, image: ImageBGR, least_px: int) -> list[Hit]:
        """Return faces from both sides, the least in pixels of the shrunk picture.

        Small ones; of all sizes where the picture is small.
        """
        if self._profile is None:
            return []
        work = self._options.work_side_px
        view = gray_view(image, round(_PROFILE_SHARE * work), _SMALL_PADDING)
        least = round(max(_PROFILE_SHARE * least_px, _LEAST_PICTURE_PX / view.scale))
        most = _LARGE_PX
        if max(image.shape[:2]) <= work // 2:
            # A small picture costs little, and is mostly cut out around a face.
            view = gray_view(image, work // 2, self._options.padding, _LEAST_VIEW_PX)
            least, most = round(_LEAST_PICTURE_PX / view.scale), max(view.gray.shape)
        hits: list[Hit] = []
        for seen in (view, mirrored(view)):
            hits += grouped(
                self._profile.squares(seen, _PROFILE_STEP, max(CASCADE_PX, least), most)
            )
        return hits

    def in_view(
        self,
        view: GrayView,
        least_px: int,
        most_px: int = 0,
        *,
        with_all: bool = False,
        step: float = 0.0,
    ) -> list[Hit]:
        """Return what may be a face in one view, in pixels of the picture.

        Args:
            view: The picture, or the picture turned.
            least_px: Smallest face in pixels of the view.
            most_px: Largest face; 0 is the whole view.
            with_all: Whether all cascades look, and not the last alone. Of laid heads and of large
                faces `default` finds more, in less time.
            step: From one size to the next; 0 is that of the options.
        """
        step = step or self._options.scale_factor
        least = max(least_px, round(_LEAST_PICTURE_PX / view.scale))
        most = min(most_px or max(view.gray.shape), max(view.gray.shape))
        squares: list[Hit] = []
        for cascade in self._cascades if with_all else self._cascades[-1:]:
            squares += cascade.squares(view, step, least, most)
        return grouped(squares)


def large_faces(width: int, height: int) -> list[Hit]:
    """Return places all over a picture where a large face could be, some a quarter beyond its edge.

    There are some hundred, so that the check can decide about all of them: it finds faces that no
    cascade does, because they are turned, covered or cut.
    """
    hits: list[Hit] = []
    side = _LARGEST * min(width, height)
    while side >= max(_LEAST_LARGE * max(width, height), _LEAST_PICTURE_PX):
        for y in _middles(height, side):
            hits += [Hit(x, y, side, 0) for x in _middles(width, side)]
        side /= _LARGE_STEP
    return hits


def _middles(length: int, side: float) -> list[float]:
    first = side / 4
    n = max(1, round((length - 2 * first) / (_LARGE_APART * side)) + 1)
    if n == 1:
        return [length / 2]
    return [first + (length - 2 * first) * i / (n - 1) for i in range(n)]
