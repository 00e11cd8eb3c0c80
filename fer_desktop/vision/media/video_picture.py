"""Makes a decoded frame a picture as people see it: upright, of square pixels, 8 bits, BGR."""

from fractions import Fraction
from typing import Final, NamedTuple

import cv2
import numpy as np
from av.buffer import Buffer
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.color_code import ColorChange, coded
from fer_desktop.vision.media.video_file import MAX_FRAME_PIXELS

UNDER_GLASS: Final = 128
"""The gray that shows through what is transparent."""
_BAND: Final = 1 << 20
"""So many pixels are mixed at a time."""
_WIDE: Final = (9, 11, 12)
"""Colours that differ much from sRGB's, as ITU-T H.273 counts them: BT.2020, and two of P3."""
_OTHER_LIGHT: Final = (8, 16, 17, 18)
"""Curves that do, likewise: light itself, PQ, that of cinemas, and HLG, which phones record in."""
_THINNEST: Final = Fraction(1, 8)
"""Pixels of a shape beyond this are a mistake in the file."""


class Turn(NamedTuple):
    """How a stored picture becomes upright: first the diagonal, then the mirrors.

    Attributes:
        is_transposed: Rows become columns.
        is_mirrored: Left becomes right.
        is_flipped: Top becomes bottom.
    """

    is_transposed: bool = False
    is_mirrored: bool = False
    is_flipped: bool = False


EXIF_TURNS: Final = {
    1: Turn(),
    2: Turn(is_mirrored=True),
    3: Turn(is_mirrored=True, is_flipped=True),
    4: Turn(is_flipped=True),
    5: Turn(is_transposed=True),
    6: Turn(is_transposed=True, is_mirrored=True),
    7: Turn(is_transposed=True, is_mirrored=True, is_flipped=True),
    8: Turn(is_transposed=True, is_flipped=True),
}
"""By what EXIF says of a picture's orientation."""


def turn_of(frame: VideoFrame) -> Turn:
    """Return what the frame's display matrix says, to the nearest quarter turn."""
    data = frame.side_data.get("DISPLAYMATRIX")
    if not isinstance(data, Buffer):
        return Turn()
    # One step to the right in the stored picture is (a, b) in the shown one, one step down (c, d).
    a, b, _, c, d = np.frombuffer(bytes(data), np.int32)[:5].tolist()
    if abs(a) + abs(d) >= abs(b) + abs(c):
        return Turn(False, a < 0, d < 0)
    return Turn(True, c < 0, b < 0)


def turned(image: ImageBGR, turn: Turn) -> ImageBGR:
    """Return the picture upright; the same one where it is."""
    if turn.is_transposed:
        image = np.asarray(cv2.transpose(image), np.uint8)
    if turn.is_mirrored or turn.is_flipped:
        code = {(True, True): -1, (True, False): 1, (False, True): 0}[turn[1:]]
        image = np.asarray(cv2.flip(image, code), np.uint8)
    return image


class PictureMaker:
    """Turns frames of one video into pictures."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._alphas: dict[str, bool] = {}
        self._turns: dict[tuple[int, int, int], Turn] = {}
        self._changes: dict[tuple[int, int], ColorChange | None] = {}

    def picture(self, frame: VideoFrame, shape: Fraction | None) -> ImageBGR:
        """Return the picture, (H, W, 3) uint8 BGR, C-contiguous and with memory of its own.

        Args:
            frame: As it was decoded, no longer interlaced.
            shape: Width of a pixel by its height; None where the file does not say.

        Raises:
            av.FFmpegError: FFmpeg knows no way from the frame's format.
        """
        width, height = square_size(frame.width, frame.height, shape)
        has_alpha = self._has_alpha(frame)
        converted = self._reformatter.reformat(
            frame, width, height, format="bgra" if has_alpha else "bgr24", threads=1
        )
        plane, n = converted.planes[0], 4 if has_alpha else 3
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(height, plane.line_size)
        image = np.ascontiguousarray(rows[:, : width * n]).reshape(height, width, n)
        change = self._change(frame)
        if change is not None:
            colors = change.of(np.ascontiguousarray(image[:, :, :3]))
            image = np.dstack([colors, image[:, :, 3]]) if has_alpha else colors
        return turned(over_gray(image) if has_alpha else image, self._turn(frame))

    def _change(self, frame: VideoFrame) -> ColorChange | None:
        told = (int(frame.color_primaries), int(frame.color_trc))
        if told not in self._changes:
            is_other = told[0] in _WIDE or told[1] in _OTHER_LIGHT
            self._changes[told] = ColorChange(coded(*told)) if is_other else None
        return self._changes[told]

    def _turn(self, frame: VideoFrame) -> Turn:
        # What lies beside a frame holds the frame, and the frame holds it: each one looked at there
        # would stay in memory until Python looks for such rings. Its angle is had without.
        seen = (frame.rotation, frame.width, frame.height)
        if seen not in self._turns:
            self._turns[seen] = turn_of(frame)
        return self._turns[seen]

    def _has_alpha(self, frame: VideoFrame) -> bool:
        name = frame.format.name
        if name not in self._alphas:
            parts = frame.format.components
            self._alphas[name] = name != "pal8" and any(part.is_alpha for part in parts)
        return self._alphas[name]


def square_size(width: int, height: int, shape: Fraction | None) -> tuple[int, int]:
    """Return the size with square pixels; the side that is too short grows, nothing is lost."""
    if not shape or shape == 1 or not _THINNEST <= shape <= 1 / _THINNEST:
        return width, height
    wide = (round(width * shape), height) if shape > 1 else (width, round(height / shape))
    return wide if wide[0] * wide[1] <= MAX_FRAME_PIXELS else (width, height)


def over_gray(image: ImageBGR, *, is_premultiplied: bool = False) -> ImageBGR:
    """Return a (H, W, 4) uint8 BGRA picture in front of gray, (H, W, 3).

    Args:
        image: The picture.
        is_premultiplied: Its colours are dark already where it is transparent.
    """
    mixed = np.ascontiguousarray(image[:, :, :3])
    if image[:, :, 3].min() == 255:
        return mixed
    n_rows = max(1, _BAND // max(1, image.shape[1]))
    for start in range(0, image.shape[0], n_rows):  # memory does not grow with the picture
        band = mixed[start : start + n_rows]
        share = image[start : start + n_rows, :, 3:].astype(np.uint16)
        parts = band * np.uint16(255) if is_premultiplied else band * share
        behind = UNDER_GLASS * (255 - share) + 127
        band[:] = np.minimum((parts + behind.astype(np.uint32)) // 255, 255)
    return mixed
