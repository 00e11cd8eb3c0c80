"""The built-in demo: a portrait under slow pan, zoom and changes of light, and a clip in turn."""

import math
import time
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import Frame, ImageBGR
from fer_desktop.vision.media.frame_seeker import VideoFrames
from fer_desktop.vision.media.images import read_image

WIDTH, HEIGHT, FRAME_RATE = 640, 480, 30
PICTURE_S: Final = 12
"""So long the photograph is shown, before the clip and after it."""
CLIP_RATE: Final = 10
"""Pictures of the clip a second; the frames between two of them are mixed."""
CLIP_PICTURES: Final = 160


class DemoSource:
    """Moving pictures from a photograph and a clip in turn; the same frame for the same index."""

    name = "Demo"
    is_live = False
    may_drop = True
    can_come_back = False

    def __init__(self, picture: Path, clip: Path | None = None) -> None:
        """Take the photograph, and the clip of heads; None shows the photograph alone."""
        self._picture = picture
        self._clip = None if clip is None else VideoFrames(clip)
        self._image: ImageBGR | None = None
        self._pair: tuple[int, ImageBGR, ImageBGR] | None = None
        self._index = 0

    def open(self) -> None:
        """Read the photograph, and open the clip.

        Raises:
            ImageError: The photograph is missing or damaged.
            SourceError: The clip is.
        """
        self._image, self._index = read_image(self._picture), 0
        if self._clip is not None:
            self._clip.open()

    def read(self) -> Frame | None:
        """Return the next frame, 640x480.

        Raises:
            SourceError: It is not open, or the clip ends too soon.
        """
        if self._image is None:
            raise SourceError(f"{self.name}: not open.")
        time_s = self._index / FRAME_RATE
        is_clip = self._is_clip(time_s)
        image = self._of_clip(self._index) if is_clip else _moved(self._image, time_s)
        frame = Frame(image, self._index, time_s, time.perf_counter())
        self._index += 1
        return frame

    def close(self) -> None:
        """Forget the photograph, and close the clip."""
        self._image = self._pair = None
        if self._clip is not None:
            self._clip.close()

    def _is_clip(self, time_s: float) -> bool:
        whole_s = PICTURE_S + CLIP_PICTURES / CLIP_RATE
        return self._clip is not None and time_s % whole_s >= PICTURE_S

    def _of_clip(self, index: int) -> ImageBGR:
        """Return the clip's picture at a frame, mixed of its two neighbours in time."""
        each = FRAME_RATE // CLIP_RATE
        n_frames = CLIP_PICTURES * each
        place, between = divmod(
            index % (n_frames + PICTURE_S * FRAME_RATE) - PICTURE_S * FRAME_RATE, each
        )
        if self._pair is None or self._pair[0] != place:
            before = self._pair[2] if self._pair and self._pair[0] == place - 1 else None
            first = self._picture_of(place) if before is None else before
            after = self._picture_of(min(place + 1, CLIP_PICTURES - 1))
            self._pair = (place, first, after)
        share = between / each
        mixed = cv2.addWeighted(self._pair[1], 1 - share, self._pair[2], share, 0)
        return np.ascontiguousarray(mixed, np.uint8)

    def _picture_of(self, number: int) -> ImageBGR:
        picture = self._clip.picture(number) if self._clip is not None else None
        if picture is None:
            raise SourceError(f"{self.name}: the clip has no picture {number + 1}; install again.")
        return picture


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
