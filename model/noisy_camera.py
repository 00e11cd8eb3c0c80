"""A camera that is made up: still pictures under sensor noise, flickering light and a shaking hand.

It has its own clock and waits for nothing; the same seed gives the same frames.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import Frame, ImageBGR

WIDTH, HEIGHT = 640, 480
FRAMED_SIDE = 210
"""Side of a face crop in the middle of a frame; the boxes are then about 200 px wide."""


@dataclass(frozen=True)
class Disturbance:
    """What a cheap webcam on a lap in an artificially lit room does to a picture.

    Attributes:
        read_sigma: Sensor noise that is there in the dark too, in gray levels.
        shot_variance: Sensor noise that grows with the light: its variance per gray level.
        beat: Slow swing of the exposure, as a share: mains light flickers at 100 Hz, and a camera
            whose rate is nearly a divisor of that sees their slow beat.
        beat_hz: How fast it swings.
        flicker: Exposure of each frame on top of that, at most so far off, as a share.
        shake_px: How far each frame is moved at most, on both axes, in parts of pixels too.
    """

    read_sigma: float = 3.0
    shot_variance: float = 0.15
    beat: float = 0.06
    beat_hz: float = 0.4
    flicker: float = 0.04
    shake_px: float = 2.0


def framed(picture: ImageBGR, side: int = FRAMED_SIDE) -> ImageBGR:
    """Return a picture in the middle of a camera's 640x480.

    Args:
        picture: Of any size. Its edge is repeated up to the frame's: before a plain ground the
            detector misses one face in six that is cut as closely as the labelled ones.
        side: Its longer side becomes so long, at most 480. Of faces that fill their picture the
            boxes are then about 200 px wide.
    """
    height, width = picture.shape[:2]
    scale = side / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    shrinking = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    face = cv2.resize(picture, size, interpolation=shrinking)
    left, top = (WIDTH - size[0]) // 2, (HEIGHT - size[1]) // 2
    right, bottom = WIDTH - size[0] - left, HEIGHT - size[1] - top
    framed = cv2.copyMakeBorder(face, top, bottom, left, right, cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(framed, np.uint8)


class NoisyCamera:
    """Makes frames of undisturbed pictures, one after the other; all have one size."""

    def __init__(
        self,
        width: int,
        height: int,
        *,
        rate: float = 30.0,
        seed: int = 0,
        disturbance: Disturbance | None = None,
    ) -> None:
        """Take the pictures' size, frames a second, and how strong the disturbance is."""
        self._rate, self._d = rate, disturbance or Disturbance()
        self._size = height, width
        self._rng = np.random.default_rng(seed)
        # Drawing numbers for each frame anew would take longer than the analysis: each frame looks
        # at one large field from another place.
        self._noise = self._rng.standard_normal((height + 64, width + 64, 3), np.float32)
        self._phase = self._rng.uniform(0, 2 * math.pi)
        self._index = 0

    def frame(self, scene: ImageBGR) -> Frame:
        """Return the next frame."""
        d, rng, time_s = self._d, self._rng, self._index / self._rate
        light = 1 + d.beat * math.sin(2 * math.pi * d.beat_hz * time_s + self._phase)
        light += d.flicker * rng.uniform(-1, 1)
        dx, dy = rng.uniform(-d.shake_px, d.shake_px, 2)
        y, x = rng.integers(0, 65, 2)
        view = self._noise[y : y + self._size[0], x : x + self._size[1]]
        frame = Frame(_disturbed(scene, light, (dx, dy), view, d), self._index, time_s, time_s)
        self._index += 1
        return frame


def noisy_frames(
    scenes: Sequence[tuple[float, ImageBGR]],
    *,
    rate: float = 30.0,
    seed: int = 0,
    disturbance: Disturbance | None = None,
) -> Iterator[Frame]:
    """Give the frames of a camera in front of still scenes.

    Args:
        scenes: How long each is seen, in seconds, and the picture; all of one size.
        rate: Frames a second.
        seed: The same seed gives the same frames.
        disturbance: None takes the usual one.
    """
    height, width = scenes[0][1].shape[:2]
    camera = NoisyCamera(width, height, rate=rate, seed=seed, disturbance=disturbance)
    index, end_s = 0, 0.0
    for seconds, scene in scenes:
        end_s += seconds
        # Counted in frames, so that no rounding loses or doubles one.
        while index < round(end_s * rate):
            yield camera.frame(scene)
            index += 1


def _disturbed(
    scene: ImageBGR,
    light: float,
    shift: tuple[float, float],
    noise: NDArray[np.float32],
    d: Disturbance,
) -> ImageBGR:
    height, width = scene.shape[:2]
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    moved = cv2.warpAffine(scene, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    values = moved.astype(np.float32) * np.float32(light)
    values += noise * np.sqrt(np.float32(d.shot_variance) * values + np.float32(d.read_sigma**2))
    return np.ascontiguousarray(np.clip(np.rint(values), 0, 255), np.uint8)
