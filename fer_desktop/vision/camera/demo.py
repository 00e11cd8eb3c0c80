"""The built-in demo: a portrait under slow pan, zoom and changes of light, without end."""

import math
import time
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import Frame, ImageBGR
from fer_desktop.vision.media.images import read_image

WIDTH, HEIGHT, FRAME_RATE = 640, 480, 30


class DemoSource:
    """Moving pictures made from one photograph; the same frame for the same index."""

    name = "Demo"
    is_live = False
    may_drop = True
    can_come_back = False

    def __init__(self, picture: Path) -> None:
        self._picture = picture
        self._image: ImageBGR | None = None
        self._index = 0

    def open(self) -> None:
        """Read the photograph.

        Raises:
            ImageError: The file is missing or damaged.
        """
        self._image, self._index = read_image(self._picture), 0

    def read(self) -> Frame | None:
        """Return the next frame, 640x480."""
        if self._image is None:
            raise SourceError(f"{self.name}: not open.")
        time_s = self._index / FRAME_RATE
        frame = Frame(_moved(self._image, time_s), self._index, time_s, time.perf_counter())
        self._index += 1
        return frame

    def close(self) -> None:
        """Forget the photograph."""
        self._image = None


def _moved(image: ImageBGR, time_s: float) -> ImageBGR:
    """Return the view at a time: sines with periods of 7 to 17 s, so that nothing repeats soon."""

    def wave(period_s: float) -> float:
        return math.sin(2 * math.pi * time_s / period_s)

    height, width = image.shape[:2]
    # Close enough to the face that no edge of the photograph shows at the widest view.
    zoom = WIDTH / width * (1.62 + 0.25 * wave(11))
    center_x = width * (0.44 + 0.05 * wave(7))
    center_y = height * (0.29 + 0.015 * wave(9))
    matrix = cv2.getRotationMatrix2D((center_x, center_y), 4 * wave(13), zoom)
    matrix[:, 2] += (WIDTH / 2 - center_x, HEIGHT / 2 - center_y)
    view = cv2.warpAffine(
        image, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    light = 0.95 + 0.17 * wave(17)
    return np.ascontiguousarray(cv2.convertScaleAbs(view, alpha=light), dtype=np.uint8)
