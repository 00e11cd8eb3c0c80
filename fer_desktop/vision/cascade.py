"""One Haar cascade (Viola and Jones, 2001) from its file, and what it finds in a gray view."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import ModelError
from fer_desktop.vision.gray_view import GrayView


@dataclass(frozen=True)
class Hit:
    """A square that the cascade takes for a face, in pixels of the picture.

    Attributes:
        x: Middle of the square.
        y: Middle of the square.
        side: Length of its sides.
        count: How many overlapping squares were taken for this face.
    """

    x: float
    y: float
    side: float
    count: int


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

    def look(
        self, view: GrayView, scale_factor: float, min_neighbors: int, min_face_px: int
    ) -> list[Hit]:
        """Return what it finds.

        Args:
            view: Where to look.
            scale_factor: Step from one size of face to the next.
            min_neighbors: More overlapping squares than this make a face.
            min_face_px: Smallest face in pixels of the view.
        """
        if min(view.gray.shape) < min_face_px:
            return []
        boxes, counts = self._cascade.detectMultiScale2(
            view.gray,
            scaleFactor=scale_factor,
            minNeighbors=min_neighbors,
            minSize=(min_face_px, min_face_px),
        )
        return [
            Hit(*view.place(x + w / 2, y + h / 2), w * view.scale, int(count))
            for (x, y, w, h), count in zip(boxes, np.ravel(counts), strict=True)
        ]
