"""Pictures as Python users have them, made what the analysis takes: (H, W, 3) uint8 BGR arrays."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeGuard, Union, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.api.picture_hints import WHAT, hint_of, hint_of_array, hint_of_box, named, no_path
from fer_desktop.core.errors import ImageError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.vision.media.images import read_image
from fer_desktop.vision.media.video_file import is_video

if TYPE_CHECKING:
    from PIL import Image

ColorOrder = Literal["bgr", "rgb", "gray"]
"""What the channels of an array are: OpenCV reads `bgr`, most other libraries give `rgb`."""


class PillowPicture(Protocol):
    """A Pillow picture; type checkers know it without Pillow, too."""

    @property
    def mode(self) -> str:
        """What its channels are."""
        ...

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        ...

    def convert(self, mode: str) -> Any:  # noqa: ANN401 - Pillow's own class
        """Return the picture with other channels."""
        ...


ArrayOrPath: TypeAlias = Union["NDArray[Any]", str, "os.PathLike[str]"]
"""An array, or the path of a picture. OpenCV's types say of no array that it is one of uint8."""
Picture: TypeAlias = ArrayOrPath | PillowPicture
"""An array, the path of a picture, or a Pillow picture."""
Pictures: TypeAlias = list[Any] | tuple[Any, ...]
"""Several of them. No other sequence, for a text is one too; of any, for lists are invariant."""
Box: TypeAlias = Sequence[float]
"""x1, y1, x2, y2 in pixels, half-open."""


def as_bgr(picture: Picture, color: ColorOrder = "bgr") -> ImageBGR:
    """Return a picture as (H, W, 3) uint8 BGR, C-contiguous; the picture itself is not changed.

    Args:
        picture: An array whose channels `color` tells; or a path or a Pillow picture, whose colours
            are known, and which are turned upright as their EXIF orientation says.
        color: Of an array: `bgr` or `rgb`, (H, W, 3), or `gray`, (H, W) or (H, W, 1).

    Raises:
        ValueError: The array has another shape or type, or the order is unknown.
        ImageError: The file can't be read as a picture.
    """
    if color not in ("bgr", "rgb", "gray"):
        raise ValueError(f"color is one of bgr, rgb and gray, not {color!r}")
    if isinstance(picture, str | os.PathLike):
        problem = no_path(os.fspath(picture))
        if problem:
            raise ImageError(problem)
        return _of_file(picture)
    if is_pillow(picture):
        return _of_pillow(picture)
    if not hasattr(picture, "__array_interface__"):
        raise ValueError(f"a picture is {WHAT}, not {named(picture)}{hint_of(picture)}")
    return _of_array(cast("NDArray[np.uint8]", picture), color)


def is_pillow(picture: object) -> TypeGuard[PillowPicture]:
    """Return whether it is a Pillow picture; Pillow itself is not loaded for that."""
    return any(kind.__module__ == "PIL.Image" for kind in type(picture).__mro__)


def given_faces(image: ImageBGR, boxes: Sequence[Box]) -> list[Face]:
    """Return faces at these places, clipped to the picture, in their order.

    Raises:
        ValueError: A box has not four numbers, or nothing of it lies in the picture.
    """
    height, width = image.shape[:2]
    faces = []
    for box in boxes:
        edges = _edges(box)
        inside = BoundingBox(*(round(edge) for edge in edges)).clipped(width, height)
        if not inside.area:
            is_turned = edges[2] <= edges[0] or edges[3] <= edges[1]
            hint = "; x2 and y2 are edges too, no width and height" if is_turned else ""
            if min(edges) >= 0 and max(edges) <= 1:
                hint = "; boxes are in pixels, no shares of the picture"
            raise ValueError(
                f"the box {tuple(box)} has nothing in this {width}x{height} picture{hint}"
            )
        faces.append(Face(inside, 1.0))
    return faces


def _of_file(path: str | os.PathLike[str]) -> ImageBGR:
    try:
        return read_image(path)
    except ImageError as error:
        if is_video(Path(path)):
            raise ImageError(f"{path}: this is a video; analyze_video takes those.") from error
        raise


def _edges(box: Box) -> list[float]:
    try:
        edges = np.asarray(box, float)
    except (TypeError, ValueError):
        edges = np.empty(0)
    if edges.shape != (4,) or not np.isfinite(edges).all():
        raise ValueError(f"a box is x1, y1, x2, y2, not {box!r}{hint_of_box(box)}")
    found: list[float] = edges.tolist()
    return found


def _of_pillow(picture: PillowPicture) -> ImageBGR:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(cast("Image.Image", picture))
    if upright.mode.startswith(("I", "F")):
        return np.asarray(cv2.cvtColor(_of_deep_pillow(upright), cv2.COLOR_GRAY2BGR), np.uint8)
    return np.ascontiguousarray(np.asarray(upright.convert("RGB"), np.uint8)[:, :, ::-1])


def _of_deep_pillow(picture: "Image.Image") -> "NDArray[np.uint8]":
    """Return a gray picture of more than 8 bits as (H, W) uint8.

    Pillow's own conversion takes all above 255 for white.
    """
    values = np.asarray(picture)
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)
    is_deep = picture.mode.startswith("I;16") or (picture.mode == "I" and high > 255)
    if is_deep and low >= 0 and high <= 65_535:
        return np.asarray(values // 256, np.uint8)
    # From 0 to 1 nobody can tell whether it is dark or another range. NaN is in none.
    if not (low >= 0 and high <= 255 and (picture.mode == "I" or high > 1)):
        raise ValueError(
            f"a Pillow picture of mode {picture.mode} has values from 0 to 255, not from {low:g} "
            f"to {high:g}; make a gray one of them, of mode L, first"
        )
    return np.asarray(values.round(), np.uint8)


def _of_array(picture: "NDArray[np.uint8]", color: ColorOrder) -> ImageBGR:
    image = np.asarray(picture)
    wanted = "(H, W) or (H, W, 1)" if color == "gray" else "(H, W, 3)"
    is_flat = image.ndim == 2 or (image.ndim == 3 and image.shape[2] == 1)
    is_right = is_flat if color == "gray" else image.ndim == 3 and image.shape[2] == 3
    if image.dtype != np.uint8 or not is_right:
        raise ValueError(
            f"a picture is {wanted} uint8 for color={color!r}, not {image.shape} "
            f"{image.dtype.name}{hint_of_array(image, is_flat=is_flat, is_right=is_right)}"
        )
    if not image.size:
        raise ValueError(f"a picture is not empty, as {image.shape} is")
    if color == "gray":
        flat = np.ascontiguousarray(image.reshape(image.shape[:2]))
        return np.asarray(cv2.cvtColor(flat, cv2.COLOR_GRAY2BGR), np.uint8)
    return np.ascontiguousarray(image[:, :, ::-1] if color == "rgb" else image)
