"""Finds faces with a Haar cascade (Viola and Jones, 2001) on a small gray copy of the picture."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import cv2
import numpy as np

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Face, ImageBGR


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
        min_neighbors: So many overlapping hits make a face.
        min_face_px: Smallest face in the shrunk picture.
        padding: Border added at each side, as a share of the longer side, in which the picture's
            edge is repeated: a face that fills the picture is found only with one.
    """

    work_side_px: int
    scale_factor: float
    min_neighbors: int
    min_face_px: int
    padding: float


LIVE: Final = HaarOptions(320, 1.1, 4, 28, 0.0)
"""For video: about 20 ms a frame."""
STILL: Final = HaarOptions(640, 1.05, 4, 28, 0.2)
"""For single pictures: takes ten times as long, finds smaller faces and those that fill it."""


class HaarDetector:
    """OpenCV's `frontalface_alt2` cascade; of its three it invents the fewest faces (measured)."""

    def __init__(self, cascade_file: Path, options: HaarOptions) -> None:
        self._options = options
        self._cascade = cv2.CascadeClassifier()
        try:
            text = cascade_file.read_text(encoding="utf-8")
            # From memory, because OpenCV opens no non-ASCII path on Windows.
            storage = cv2.FileStorage(text, cv2.FILE_STORAGE_READ | cv2.FILE_STORAGE_MEMORY)
            is_loaded = self._cascade.read(storage.getFirstTopLevelNode())
        except (OSError, UnicodeDecodeError, cv2.error, SystemError) as error:
            raise ModelError(
                f"{cascade_file}: the face cascade can't be read ({error})."
            ) from error
        if not is_loaded or self._cascade.empty():
            raise ModelError(f"{cascade_file}: this is no face cascade of OpenCV.")

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        options = self._options
        height, width = image.shape[:2]
        shrink = min(1.0, options.work_side_px / max(height, width))
        size = max(1, round(width * shrink)), max(1, round(height * shrink))
        gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        if shrink < 1:
            gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
        pad = round(options.padding * max(size))
        if pad:
            gray = cv2.copyMakeBorder(gray, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
        if min(gray.shape) < options.min_face_px:
            return []
        # Dim rooms and side light: without it no face is found below a tenth of normal light.
        gray = cv2.equalizeHist(gray)
        boxes, counts = self._cascade.detectMultiScale2(
            gray,
            scaleFactor=options.scale_factor,
            minNeighbors=options.min_neighbors,
            minSize=(options.min_face_px, options.min_face_px),
        )
        faces = []
        for (x, y, w, h), count in zip(boxes, np.ravel(counts), strict=True):
            box = BoundingBox.from_xywh(
                (x - pad) / shrink, (y - pad) / shrink, w / shrink, h / shrink
            ).clipped(width, height)
            if box.area:
                faces.append(Face(box, _score(int(count))))
        return sorted(faces, key=lambda face: -face.box.area)


def _score(n_hits: int) -> float:
    """Return a confidence in [0, 1) from the number of overlapping hits.

    Hits separate faces from phantoms better than the cascade's own weights: of true faces 95 % have
    17 or more, phantoms about 5. The scale puts those at 0.68 and 0.28.
    """
    return 1.0 - math.exp(-n_hits / 15)
