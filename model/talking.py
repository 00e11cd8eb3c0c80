"""Makes the picture of a face talk: mouth, lids, brows and head are moved by warping it.

The parts are where they are in the cascades' boxes as a rule; only the height of the mouth is
looked for. The inside of a mouth is painted, for the picture has none.
"""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Frame, ImageBGR
from model.noisy_camera import NoisyCamera
from model.speech import Pose, Speech

_Floats = NDArray[np.float32]

_EYES = ((0.31, 0.4), (0.69, 0.4))
_BROWS = 0.29
_MOUTH = (0.74, 0.9)
"""Rows between which the lips meet, as shares of the box."""
_MOUTH_HALF = 0.15
_DARK, _TEETH = 0.25, 0.85
"""Brightness of the inside of a mouth and of teeth, as shares of the skin's around."""


class _Fields:
    """What of a face moves with what, once for all poses; all in shares of the box's side."""

    def __init__(self, u: _Floats, v: _Floats, mouth: float) -> None:
        self.x, self.y = u - 0.5, v - mouth
        self.below, self.lip = _step(self.y / 0.15), 1 - _step(-self.y / 0.12)
        self.above_throat = 1 - _step((v - 1.0) / 0.3)
        self.jaw = _bell(self.x, 0.22)
        self.near = self.jaw * _bell(self.y, 0.12)
        self.at_mouth = _bell(self.y, 0.08)
        self.brows = _bell(v - _BROWS, 0.07) * _bell(self.x, 0.35)
        self.lids = sum((_bell(u - x, 0.09) * _bell(v - y, 0.04) for x, y in _EYES), np.float32(0))
        self.front = np.clip(1 - (self.x / 0.6) ** 2, 0, 1)


class TalkingFace:
    """A picture with one face, which can be moved."""

    def __init__(self, scene: ImageBGR, box: BoundingBox) -> None:
        """Take the picture and where the face is in it, as the cascades frame faces."""
        self._scene, self._box = scene, box
        side = box.width
        x1, y1 = max(0, round(box.x1 - 0.2 * side)), max(0, round(box.y1 - 0.1 * side))
        x2, y2 = round(box.x2 + 0.2 * side), round(box.y2 + 0.4 * side)
        self._part = np.s_[y1 : min(y2, scene.shape[0]), x1 : min(x2, scene.shape[1])]
        rows, columns = np.mgrid[self._part].astype(np.float32)
        self._u, self._v = (columns - box.x1) / side, (rows - box.y1) / side
        self.mouth = _mouth_row(scene, box)
        self._skin = _skin(scene, box)
        self._fields = _Fields(self._u, self._v, self.mouth)

    def at(self, pose: Pose) -> ImageBGR:
        """Return the picture in a pose, of the same size."""
        u, v, inside, depth = self._source(pose)
        side = self._box.width
        columns = (u * side + self._box.x1).astype(np.float32)
        rows = (v * side + self._box.y1).astype(np.float32)
        part = cv2.remap(
            self._scene, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        ).astype(np.float32)
        light = np.where(depth < 0.3, _TEETH, _DARK) if pose.opening > 0.05 else _DARK
        mouth = self._skin * np.broadcast_to(light, inside.shape)[..., np.newaxis]
        part += (mouth - part) * inside[..., np.newaxis]
        picture = self._scene.copy()
        picture[self._part] = np.clip(np.rint(part), 0, 255)
        return self._with_head(picture, pose)

    def _source(self, pose: Pose) -> tuple[_Floats, _Floats, _Floats, _Floats]:
        """Return where each pixel comes from, how far it is inside the mouth, and how deep."""
        f = self._fields
        half = _MOUTH_HALF * (1 + pose.width)
        lips = np.sqrt(np.clip(1 - (f.x / half) ** 2, 0, 1))
        up, down = 0.3 * pose.opening * lips, 0.7 * pose.opening * lips
        # Inside the mouth there is nothing to move; below it the jaw goes down as a whole.
        inside = np.clip((np.minimum(f.y + up, down - f.y)) / 0.03 + 0.5, 0, 1) * (lips > 0)
        inside *= min(0.9, pose.opening / 0.03)
        depth = (f.y + up) / np.maximum(up + down, 1e-6)
        lower = (down * (1 - f.below) + 0.7 * pose.opening * f.jaw * f.below) * f.above_throat
        lift = np.where(f.y > 0, np.clip(f.y, 0, lower), np.clip(f.y, -up * f.lip, 0))
        from_v = self._v - lift + (f.y - lift) * 0.4 * pose.width * f.near
        # Corners are up by the shift of what lies around them, lids down by that above them.
        corners = _bell(np.abs(f.x) - half, 0.06) * f.at_mouth if pose.corners else 0.0
        from_v += pose.corners * corners + pose.brows * f.brows - 0.06 * pose.lids * f.lids
        from_u = 0.5 + f.x / (1 + pose.width * f.near) - pose.turn * f.front
        return from_u, from_v, inside, depth

    def _with_head(self, picture: ImageBGR, pose: Pose) -> ImageBGR:
        box, (height, width) = self._box, picture.shape[:2]
        # A head turns about the neck.
        turn = cv2.getRotationMatrix2D(((box.x1 + box.x2) / 2, box.y2), pose.tilt_deg, 1.0)
        turn[:, 2] += np.array(pose.shift) * box.width
        moved = cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(moved, np.uint8)


def talking_frames(
    faces: Sequence[tuple[float, TalkingFace]], speech: Speech, *, rate: float, seed: int = 0
) -> Iterator[Frame]:
    """Give a noisy camera's frames of faces that talk one after the other, in one speech.

    Args:
        faces: How long each is seen, in seconds; all pictures have one size.
        speech: What they do.
        rate: Frames a second.
        seed: Of the camera.
    """
    camera: NoisyCamera | None = None
    index, end_s = 0, 0.0
    for seconds, face in faces:
        end_s += seconds
        while index < round(end_s * rate):
            picture = face.at(speech.at(index / rate))
            if camera is None:
                camera = NoisyCamera(picture.shape[1], picture.shape[0], rate=rate, seed=seed)
            yield camera.frame(picture)
            index += 1


def _bell(distance: _Floats, deviation: float) -> _Floats:
    return np.exp(-((distance / deviation) ** 2) / 2).astype(np.float32)


def _step(x: _Floats) -> _Floats:
    """Return 0 below 0, 1 above 1, and a smooth way between."""
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


def _gray_face(scene: ImageBGR, box: BoundingBox) -> _Floats:
    """Return the face, (100, 100) float32, so that shares of the box are hundredths."""
    inside = box.clipped(scene.shape[1], scene.shape[0])
    x1, y1, x2, y2 = (round(value) for value in (inside.x1, inside.y1, inside.x2, inside.y2))
    face = cv2.cvtColor(scene[y1:y2, x1:x2], cv2.COLOR_BGR2GRAY)
    return cv2.resize(face, (100, 100), interpolation=cv2.INTER_AREA).astype(np.float32)


def _mouth_row(scene: ImageBGR, box: BoundingBox) -> float:
    """Return where the lips meet: in the row that is darkest against those around it."""
    face = _gray_face(scene, box)
    profile = face[:, 36:65].mean(axis=1)[:, np.newaxis]
    fine = cv2.GaussianBlur(profile, (1, 0), 1, sigmaY=1.5)
    coarse = cv2.GaussianBlur(profile, (1, 0), 1, sigmaY=8)
    first, last = (round(100 * share) for share in _MOUTH)
    return (first + int((fine - coarse)[first:last].argmin())) / 100


def _skin(scene: ImageBGR, box: BoundingBox) -> _Floats:
    """Return the colour of the cheeks, (3,)."""
    side = box.width
    y1, y2 = round(box.y1 + 0.55 * side), round(box.y1 + 0.7 * side)
    x1, x2 = round(box.x1 + 0.25 * side), round(box.x1 + 0.75 * side)
    return np.asarray(np.median(scene[y1:y2, x1:x2], axis=(0, 1)), np.float32)
