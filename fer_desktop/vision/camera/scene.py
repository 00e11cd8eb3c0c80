"""A made-up camera: copies of one portrait that sway before a blurred room, without end.

For measuring: what stands in the picture is known, and any size and number of faces can be had.
"""

import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import SourceError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Frame, ImageBGR
from fer_desktop.vision.media.images import read_image

FRAME_RATE: Final = 30

_HEAD: Final = BoundingBox(120, 10, 330, 220)
"""The head in the demo's photograph; the face takes up nearly half of its width."""
_SWAY: Final = 0.12
"""How far a face moves to either side, as a share of its head's width."""


@dataclass(frozen=True)
class Scene:
    """What is to be seen: the size of the picture, and how many faces (at most 9) are in it."""

    width: int
    height: int
    n_faces: int

    @property
    def name(self) -> str:
        """Return it in words."""
        faces = {0: "no face", 1: "1 face"}.get(self.n_faces, f"{self.n_faces} faces")
        return f"{faces}, {self.width}x{self.height}"


class SceneSource:
    """The same frame for the same index; a frame's time is its index by 30."""

    is_live = False
    may_drop = True
    can_come_back = False

    def __init__(self, picture: Path, scene: Scene) -> None:
        """Take the demo's photograph, and what is to be seen."""
        self.name = scene.name
        self._picture, self._scene = picture, scene
        self._room: ImageBGR | None = None
        self._index = 0

    def open(self) -> None:
        """Read the photograph and put the room up.

        Raises:
            ImageError: The file is missing or damaged.
        """
        photograph = read_image(self._picture)
        columns = max(1, math.ceil(math.sqrt(self._scene.n_faces)))
        cell = self._scene.width / columns, self._scene.height / columns
        self._side = round(min(cell) * 0.8)
        box = _HEAD
        head = photograph[box.y1 : box.y2, box.x1 : box.x2]
        size = (self._side, self._side)
        self._head = cv2.resize(head, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        self._mask = _soft_oval(self._side)
        self._middles = [
            (cell[0] * (n % columns + 0.5), cell[1] * (n // columns + 0.5))
            for n in range(self._scene.n_faces)
        ]
        self._room, self._index = _room(photograph, self._scene), 0

    def read(self) -> Frame | None:
        """Return the next frame."""
        if self._room is None:
            raise SourceError(f"{self.name}: not open.")
        image = self._room.copy()
        time_s = self._index / FRAME_RATE
        for number, (x, y) in enumerate(self._middles):
            angle = 2 * math.pi * time_s / (5 + number)
            sway = _SWAY * self._side
            self._paste(image, x + sway * math.sin(angle), y + sway * math.sin(2 * angle) / 2)
        frame = Frame(image, self._index, time_s, time.perf_counter())
        self._index += 1
        return frame

    def close(self) -> None:
        """Forget the room."""
        self._room = None

    def _paste(self, image: ImageBGR, x: float, y: float) -> None:
        """Put the head into the picture with its middle at (x, y), parts of pixels too."""
        left, top = math.floor(x - self._side / 2), math.floor(y - self._side / 2)
        rest = x - self._side / 2 - left, y - self._side / 2 - top
        moved = np.array([[1, 0, rest[0]], [0, 1, rest[1]]], np.float32)
        size = (self._side, self._side)
        head = cv2.warpAffine(self._head, moved, size, borderMode=cv2.BORDER_REPLICATE)
        mask = cv2.warpAffine(self._mask, moved, size)[:, :, np.newaxis]
        first_x, first_y = max(0, left), max(0, top)
        height, width = image.shape[:2]
        last_x, last_y = min(width, left + self._side), min(height, top + self._side)
        place = image[first_y:last_y, first_x:last_x]
        part = np.s_[first_y - top : last_y - top, first_x - left : last_x - left]
        place[:] = np.rint(place * (1 - mask[part]) + head[part] * mask[part])


def _soft_oval(side: int) -> NDArray[np.float32]:
    across = np.linspace(-1, 1, side, dtype=np.float32)
    distance = np.sqrt((across[np.newaxis] / 0.85) ** 2 + across[:, np.newaxis] ** 2)
    return np.asarray(np.clip((1 - distance) / 0.15, 0, 1), np.float32)


def _room(photograph: ImageBGR, scene: Scene) -> ImageBGR:
    """Return the photograph, blurred beyond recognition, under a fine grain."""
    small = cv2.GaussianBlur(cv2.resize(photograph, (32, 32)), (0, 0), 5)
    room = cv2.resize(small, (scene.width, scene.height), interpolation=cv2.INTER_CUBIC)
    grain = np.random.default_rng(0).normal(0, 4, room.shape)
    return np.asarray(np.clip(room + grain, 0, 255), np.uint8)
