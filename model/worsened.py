"""Good pictures of faces made worse, step by step, as a camera would see them.

A picture is a face crop of `SIDE` px. All that a step makes is seen through the sensor noise of a
cheap webcam; the same seed gives the same pictures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.recognition.preprocess import resized
from model.noisy_camera import Disturbance, NoisyCamera

SIDE = 144
"""Side of a face before a laptop's camera, in pixels."""

_SENSOR = Disturbance(beat=0.0, flicker=0.0, shake_px=0.0)
_HEAD_WIDTH, _HEAD_HEIGHT = 0.95, 1.3
"""Half axes of the head, in halves of the crop's side."""
_EDGE_OF_VIEW = 0.98
"""Sine of the angle from which on the picture from the front shows nothing of the head's side."""


@dataclass(frozen=True)
class Series:
    """One way in which a picture gets worse.

    Attributes:
        name: Of the way.
        steps: From the slightest to the worst.
        worsen: Returns a (S, S, 3) uint8 picture as it is at a step.
    """

    name: str
    steps: tuple[float, ...]
    worsen: Callable[[ImageBGR, float], ImageBGR]


def with_gain(picture: ImageBGR, gain: float) -> ImageBGR:
    """Return the picture with its light multiplied; what is too bright is white."""
    return np.asarray(np.clip(np.rint(picture * np.float32(gain)), 0, 255), np.uint8)


def blurred(picture: ImageBGR, deviation: float) -> ImageBGR:
    """Return the picture out of focus; `deviation` of the Gaussian is a share of its side."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), deviation * len(picture)), np.uint8)


def with_contrast(picture: ImageBGR, contrast: float) -> ImageBGR:
    """Return the picture with its distances from middle gray multiplied."""
    values = (picture.astype(np.float32) - 127.5) * np.float32(contrast) + 127.5
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def with_gamma(picture: ImageBGR, gamma: float) -> ImageBGR:
    """Return the picture with its light raised to a power: above 1 middle tones darken."""
    table = 255 * (np.arange(256) / 255) ** gamma
    return np.asarray(cv2.LUT(picture, np.rint(table).astype(np.uint8)), np.uint8)


def with_noise(picture: ImageBGR, deviation: float, rng: np.random.Generator) -> ImageBGR:
    """Return the picture with noise of each pixel's own; `deviation` is in gray levels."""
    noise = rng.normal(0, deviation, picture.shape)
    return np.asarray(np.clip(np.rint(picture + noise), 0, 255), np.uint8)


def in_low_light(picture: ImageBGR, gain: float, rng: np.random.Generator) -> ImageBGR:
    """Return the picture in low light as a camera shows it that brightens it again in part.

    The sensor sees the light times `gain`, with its own noise, and the camera multiplies both until
    the picture is half way back to its brightness. So a dark room is dim and grainy, as it is.
    """
    seen = picture.astype(np.float32) * np.float32(gain)
    variance = np.float32(_SENSOR.shot_variance) * seen + np.float32(_SENSOR.read_sigma**2)
    seen += rng.standard_normal(picture.shape, np.float32) * np.sqrt(variance)
    values = np.clip(seen, 0, 255) * np.float32(gain**-0.5)
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def through_jpeg(picture: ImageBGR, quality: float) -> ImageBGR:
    """Return the picture after it was kept as a JPEG file of a quality from 1 to 100."""
    _, file = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, round(quality)])
    return np.asarray(cv2.imdecode(file, cv2.IMREAD_COLOR), np.uint8)


def tilted(picture: ImageBGR, degrees: float) -> ImageBGR:
    """Return the picture with the head laid to one side, counter-clockwise."""
    middle = (len(picture) - 1) / 2
    turn = cv2.getRotationMatrix2D((middle, middle), degrees, 1.0)
    size = picture.shape[1], picture.shape[0]
    turned = cv2.warpAffine(picture, turn, size, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8)


def turned_aside(picture: ImageBGR, degrees: float) -> ImageBGR:
    """Return the picture with the head turned to one side, the ground behind it unchanged.

    The picture is laid on an ellipsoid that is turned and seen from far away. It has no nose that
    sticks out, and what was hidden from the front is smeared.
    """
    columns, rows = _directions(len(picture), degrees)
    seen = cv2.remap(picture, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.uint8)


@lru_cache(maxsize=32)
def _directions(side: int, degrees: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the column and the row, (S, S) float32, that each pixel comes from."""
    across = (2 * np.arange(side, dtype=np.float32) + 1) / side - 1
    x, y = np.meshgrid(across, across)
    half_width = _HEAD_WIDTH * np.sqrt(np.maximum(1 - (y / _HEAD_HEIGHT) ** 2, 1e-6))
    sine = np.clip(x / half_width, -1, 1)
    angle = np.arcsin(sine) - np.radians(degrees)
    edge = np.arcsin(_EDGE_OF_VIEW)
    from_x = np.where(np.abs(sine) < 1, half_width * np.sin(np.clip(angle, -edge, edge)), x)
    columns = (from_x + 1) * side / 2 - 0.5
    rows = (y + 1) * side / 2 - 0.5
    return columns.astype(np.float32), rows.astype(np.float32)


def covered_from_below(picture: ImageBGR, share: float) -> ImageBGR:
    """Return the picture with a plain cloth before the face, up to a share of its height.

    The cloth is as bright as the picture, so that it says nothing by its light.
    """
    top = round(len(picture) * (1 - share))
    cloth = picture.copy()
    cloth[top:] = np.rint(picture.mean(axis=(0, 1)))
    return cloth


def without_left(picture: ImageBGR, share: float) -> ImageBGR:
    """Return the picture without the left share of its columns."""
    return np.ascontiguousarray(picture[:, round(share * picture.shape[1]) :])


class Sensor:
    """Adds the noise of a cheap webcam, and nothing else, to pictures of any size."""

    def __init__(self) -> None:
        self._cameras: dict[tuple[int, ...], NoisyCamera] = {}

    def take(self, picture: ImageBGR) -> ImageBGR:
        """Return the picture with noise."""
        size = picture.shape[:2]
        if size not in self._cameras:
            self._cameras[size] = NoisyCamera(size[1], size[0], disturbance=_SENSOR)
        return self._cameras[size].frame(picture).image


SHRUNK = Series(
    "small",
    (64.0, 48.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 16.0, 12.0),
    lambda picture, side: resized(picture, round(side)),
)
DARKENED = Series("dark", (0.7, 0.5, 0.35, 0.25, 0.18, 0.13, 0.09, 0.06, 0.04), with_gain)
OVEREXPOSED = Series("bright", (1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0), with_gain)
BLURRED = Series("blurred", (0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.06), blurred)
TILTED = Series("tilted", (5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 45.0), tilted)
TURNED = Series("turned aside", (20.0, 30.0, 40.0, 50.0, 60.0), turned_aside)
PALE = Series("pale", (0.2, 0.1, 0.07, 0.05, 0.035, 0.025, 0.018), with_contrast)
DIM = Series("dim", (1.6, 2.5, 3.2, 4.0, 5.0, 6.5), with_gamma)
COVERED = Series("covered", (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5), covered_from_below)
CUT = Series("cut", (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4), without_left)
