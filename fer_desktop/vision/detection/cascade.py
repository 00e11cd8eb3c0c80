"""One Haar cascade (Viola and Jones, 2001) from its file, and what it finds in a gray view."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.vision.detection.gray_view import GrayView


@dataclass(frozen=True)
class Hit:
    """A square that the cascade takes for a face, in pixels of the picture.

    Attributes:
        x: Middle of the square.
        y: Middle of the square.
        side: Length of its sides.
        count: How many overlapping squares were taken for this face.
        tilt_deg: How far the face is turned counter-clockwise.
    """

    x: float
    y: float
    side: float
    count: int
    tilt_deg: float = 0.0

    @property
    def box(self) -> BoundingBox:
        """The square, rounded to whole pixels."""
        return BoundingBox.from_xywh(
            self.x - self.side / 2, self.y - self.side / 2, self.side, self.side
        )


class Cascade:
    """A cascade that is ready to look; it belongs to the thread that made it."""

    def __init__(self, file: Path) -> None:
        """Read one of OpenCV's cascade files.

        Raises:
            ModelError: The file is missing, or holds no cascade.
        """
        self._cascade = cv2.CascadeClassifier()
        try:
            text = file.read_text(encoding="utf-8")
            # From memory, because OpenCV opens no non-ASCII path on Windows.
            storage = cv2.FileStorage(text, cv2.FILE_STORAGE_READ | cv2.FILE_STORAGE_MEMORY)
            is_loaded = self._cascade.read(storage.getFirstTopLevelNode())
        except (OSError, UnicodeDecodeError, cv2.error, SystemError) as error:
            raise ModelError(f"{file}: the face cascade can't be read ({error}).") from error
        if not is_loaded or self._cascade.empty():
            raise ModelError(f"{file}: this is no face cascade of OpenCV.")

    def squares(
        self, view: GrayView, scale_factor: float, least_px: int, most_px: int
    ) -> list[Hit]:
        """Return every square that it takes for a face, a count of 1 each; see `grouped`.

        Args:
            view: Where to look.
            scale_factor: Step from one size of face to the next.
            least_px: Smallest face in pixels of the view.
            most_px: Largest face in pixels of the view.
        """
        if min(view.gray.shape) < least_px:
            return []
        found = self._cascade.detectMultiScale(
            view.gray,
            scaleFactor=scale_factor,
            minNeighbors=0,
            minSize=(least_px, least_px),
            maxSize=(most_px, most_px),
        )
        return [
            Hit(*view.place(x + w / 2, y + h / 2), w * view.scale, 1, -view.turned_deg)
            # OpenCV's threads find them in any order; two looks are to give the same.
            for x, y, w, h in sorted(map(tuple, found))
        ]


_FINE = 16
"""OpenCV groups whole numbers, so pixels are cut into so many parts."""
_LIKENESS = 0.2
"""OpenCV's measure of how alike squares are that belong together; its own default."""


def grouped(squares: Sequence[Hit], least_count: int = 1) -> list[Hit]:
    """Return one hit for each cluster of overlapping squares: their mean, and how many they are.

    Args:
        squares: All of one turn of the picture.
        least_count: Clusters with fewer squares are left out.
    """
    corners = [
        [round(_FINE * v) for v in (s.x - s.side / 2, s.y - s.side / 2, s.side, s.side)]
        for s in squares
    ]
    # Each twice, because OpenCV forgets a square that stands alone.
    boxes, counts = cv2.groupRectangles(corners * 2, 1, _LIKENESS)
    return [
        Hit((x + w / 2) / _FINE, (y + h / 2) / _FINE, w / _FINE, count // 2, squares[0].tilt_deg)
        for (x, y, w, h), count in zip(boxes, np.ravel(counts).tolist(), strict=True)
        if count // 2 >= least_count
    ]


def best(hits: Sequence[Hit], most_overlap: float = 0.3) -> list[Hit]:
    """Return the hits without those that overlap one with a higher count: it is the same face."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: -hit.count):
        if all(iou(hit.box, other.box) < most_overlap for other in kept):
            kept.append(hit)
    return kept
