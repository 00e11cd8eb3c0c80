"""Pictures and clips with faces at known places, so that detector and tracker can be measured.

Face crops of a labelled data set are pasted on photographs without a face: at a known place, size
and tilt, in a known light and blur. The crops were cut at Haar boxes, so what counts as a face's
box is the frame of its crop. The same seed gives the same pictures.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.types import ImageBGR

BACKGROUNDS = (
    *("brick", "chelsea", "coffee", "grass", "gravel", "hubble_deep_field"),
    *("moon", "page", "rocket", "text"),
)
"""Pictures of scikit-image without a person (its coins bear heads); `chelsea` is a cat."""

_AROUND = 0.3
"""The crop's edge is repeated so far around it, and fades into the background there."""


@dataclass(frozen=True)
class Placed:
    """A face in a picture.

    Attributes:
        face: Number of its crop.
        x: Middle of the crop, in pixels.
        y: Middle of the crop.
        side: Of the crop's frame, in pixels.
        tilt_deg: Turn, counter-clockwise.
        light: Factor on its brightness.
        blur: Deviation of a Gaussian, as a share of the side.
    """

    face: int
    x: float
    y: float
    side: float
    tilt_deg: float = 0.0
    light: float = 1.0
    blur: float = 0.0

    @property
    def box(self) -> BoundingBox:
        """The square around the middle; a tilt does not change it."""
        return BoundingBox.from_xywh(
            self.x - self.side / 2, self.y - self.side / 2, self.side, self.side
        )


@dataclass(frozen=True, eq=False)
class Composed:
    """A picture and the faces in it."""

    image: ImageBGR
    faces: tuple[Placed, ...]


@dataclass(frozen=True)
class Group:
    """A kind of picture: how many there are, and what is drawn evenly from which range."""

    name: str
    n: int
    sides: tuple[float, float] = (60.0, 260.0)
    n_faces: tuple[int, int] = (1, 4)
    tilts_deg: tuple[float, ...] = (0.0,)
    light: float = 1.0
    blur: float = 0.0


GROUPS = (
    Group("upright", 60),
    Group("small", 30, sides=(40.0, 60.0)),
    Group("tilted 15", 30, tilts_deg=(-15.0, 15.0)),
    Group("tilted 30", 30, tilts_deg=(-30.0, 30.0)),
    Group("dim", 20, light=0.25),
    Group("blurred", 20, blur=0.04),
    Group("no face", 40, n_faces=(0, 0)),
)
SIZES = ((640, 480), (1280, 720))


class Composer:
    """Pastes face crops on backgrounds."""

    def __init__(self, crops: Sequence[ImageBGR], backgrounds: Sequence[ImageBGR]) -> None:
        """Take square crops, each the frame of a face, and pictures without one."""
        self._crops, self._backgrounds = crops, backgrounds

    @property
    def n_crops(self) -> int:
        """How many faces there are."""
        return len(self._crops)

    def background(self, number: int, width: int, height: int) -> ImageBGR:
        """Return a background that fills a picture of this size, its middle kept."""
        image = self._backgrounds[number % len(self._backgrounds)]
        scale = max(width / image.shape[1], height / image.shape[0])
        size = math.ceil(image.shape[1] * scale), math.ceil(image.shape[0] * scale)
        shrinking = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        large = cv2.resize(image, size, interpolation=shrinking)
        left, top = (size[0] - width) // 2, (size[1] - height) // 2
        return np.ascontiguousarray(large[top : top + height, left : left + width])

    def compose(self, background: ImageBGR, faces: Sequence[Placed]) -> ImageBGR:
        """Return the background with the faces on it, later ones in front."""
        canvas = background.astype(np.float32)
        for face in faces:
            self._paste(canvas, face)
        return np.asarray(np.clip(np.rint(canvas), 0, 255), np.uint8)

    def pictures(self, group: Group, seed: int = 0) -> Iterator[Composed]:
        """Give the pictures of a group."""
        for number in range(group.n):
            rng = np.random.default_rng((seed, sum(group.name.encode()), number))
            width, height = SIZES[number % len(SIZES)]
            background = self.background(int(rng.integers(1000)), width, height)
            faces = self._placed(group, width, height, rng)
            if group.light != 1.0:
                background = np.asarray(background * group.light, np.uint8)
            yield Composed(self.compose(background, faces), tuple(faces))

    def _placed(
        self, group: Group, width: int, height: int, rng: np.random.Generator
    ) -> list[Placed]:
        """Return faces that do not touch each other and lie inside the picture."""
        wanted = int(rng.integers(group.n_faces[0], group.n_faces[1] + 1))
        found: list[Placed] = []
        for _ in range(200):
            if len(found) == wanted:
                break
            side = float(rng.uniform(*group.sides))
            room = side * (0.5 + _AROUND)
            if 2 * room >= min(width, height):
                continue
            face = Placed(
                face=int(rng.integers(self.n_crops)),
                x=float(rng.uniform(room, width - room)),
                y=float(rng.uniform(room, height - room)),
                side=side,
                tilt_deg=float(rng.choice(group.tilts_deg)),
                light=group.light,
                blur=group.blur,
            )
            if not any(iou(_with_room(face), _with_room(other)) for other in found):
                found.append(face)
        return found

    def _paste(self, canvas: NDArray[np.float32], face: Placed) -> None:
        crop = self._crops[face.face]
        side = max(8, round(face.side))
        shrinking = cv2.INTER_AREA if side < crop.shape[0] else cv2.INTER_LINEAR
        patch = cv2.resize(crop, (side, side), interpolation=shrinking).astype(np.float32)
        if face.blur:
            patch = cv2.GaussianBlur(patch, (0, 0), face.blur * face.side)
        edge = round(_AROUND * side)
        patch = cv2.copyMakeBorder(patch, edge, edge, edge, edge, cv2.BORDER_REPLICATE)
        mask = _fading(side, edge)
        reach = math.ceil((side / 2 + edge) * math.sqrt(2)) + 1
        left, top = math.floor(face.x) - reach, math.floor(face.y) - reach
        middle = side / 2 + edge - 0.5
        turn = cv2.getRotationMatrix2D((middle, middle), face.tilt_deg, face.side / side)
        turn[:, 2] += (face.x - 0.5 - left - middle, face.y - 0.5 - top - middle)
        size = (2 * reach, 2 * reach)
        patch = cv2.warpAffine(patch * face.light, turn, size, borderMode=cv2.BORDER_REPLICATE)
        mask = cv2.warpAffine(mask, turn, size)[:, :, np.newaxis]
        height, width = canvas.shape[:2]
        x1, y1 = max(0, left), max(0, top)
        x2, y2 = min(width, left + size[0]), min(height, top + size[1])
        if x1 >= x2 or y1 >= y2:
            return
        part = np.s_[y1 - top : y2 - top, x1 - left : x2 - left]
        place = canvas[y1:y2, x1:x2]
        place += (patch[part] - place) * mask[part]


def _with_room(face: Placed) -> BoundingBox:
    return replace(face, side=face.side * (1 + 2 * _AROUND)).box


def _fading(side: int, edge: int) -> NDArray[np.float32]:
    """Return 1 on the crop, falling to 0 at the outer edge, with round corners."""
    across = np.abs(np.linspace(-1, 1, side + 2 * edge)) * (side / 2 + edge) / (side / 2)
    distance = (across[np.newaxis] ** 6 + across[:, np.newaxis] ** 6) ** (1 / 6)
    return np.clip((1 + 2 * _AROUND - distance) / (2 * _AROUND), 0, 1).astype(np.float32)
