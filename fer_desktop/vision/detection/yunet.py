"""Finds faces with a user's own YuNet file (Wu, Peng and Yu, 2023) through OpenCV."""

import math
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.system.reading import read_whole

_WORK_SIDE_PX: Final = 640
_MIN_SCORE: Final = 0.7
_MOST_BYTES: Final = 50_000_000
"""YuNet has 0.2 MB."""

# A cascade's box in terms of the eyes, so that both detectors cut faces alike: medians of 185
# upright faces of facial_expressions, eyes by OpenCV's eye cascade. The mouth is 1.16 eye distances
# below the eyes in the template that face recognition aligns faces to.
_EYE_DISTANCE: Final = 0.378
_EYE_LINE: Final = 0.393
_MOUTH_BELOW_EYES: Final = 1.16 * _EYE_DISTANCE


class YuNetDetector:
    """`cv2.FaceDetectorYN` behind the protocol of the cascades, with boxes framed as theirs."""

    def __init__(self, file: Path) -> None:
        """Read the ONNX file.

        Raises:
            ModelError: It is missing, or OpenCV can't use it.
        """
        try:
            data = np.frombuffer(read_whole(file, _MOST_BYTES), np.uint8)
        except OSError as error:
            raise ModelError(f"{file}: the detector can't be read ({error.strerror}).") from error
        try:
            # From memory, because OpenCV opens no non-ASCII path on Windows.
            self._net = cv2.FaceDetectorYN.create(
                "onnx", data, np.empty(0, np.uint8), (32, 32), _MIN_SCORE
            )
            self.detect(np.zeros((64, 64, 3), np.uint8))
        except (cv2.error, SystemError) as error:
            raise ModelError(
                f"{file}: this is no YuNet file that OpenCV {cv2.__version__} can use."
            ) from error

    def detect(self, image: ImageBGR) -> list[Face]:
        """Return the faces in a (H, W, 3) uint8 BGR picture, largest first, boxes inside it."""
        height, width = image.shape[:2]
        scale = min(1.0, _WORK_SIDE_PX / max(height, width))
        if scale < 1:
            size = max(1, round(width * scale)), max(1, round(height * scale))
            image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
        self._net.setInputSize((image.shape[1], image.shape[0]))
        _, rows = self._net.detect(image)
        faces = [] if rows is None else [_face(row, scale, width, height) for row in rows]
        return sorted((f for f in faces if f.box.area), key=lambda face: -face.box.area)


def _face(row: NDArray[np.float32], scale: float, width: int, height: int) -> Face:
    """Return one row of OpenCV's answer: box, five points and score, as a face of the picture."""
    points = row[4:14].reshape(5, 2).astype(np.float64) / scale
    # The person's right eye and mouth corner are at the left of the picture.
    eyes, mouth = points[:2], points[3:]
    across = eyes[1] - eyes[0]
    tilt = math.atan2(-across[1], across[0])
    middle = eyes.mean(axis=0)
    to_mouth = mouth.mean(axis=0) - middle
    # Of a head from the side the eyes are close together, of one that nods the mouth is near.
    side = max(
        float(np.hypot(*across)) / _EYE_DISTANCE, float(np.hypot(*to_mouth)) / _MOUTH_BELOW_EYES
    )
    down = (0.5 - _EYE_LINE) * side
    x = middle[0] + down * math.sin(tilt)
    y = middle[1] + down * math.cos(tilt)
    box = BoundingBox.from_xywh(x - side / 2, y - side / 2, side, side).clipped(width, height)
    return Face(box, min(1.0, float(row[14])), tilt_deg=math.degrees(tilt))
