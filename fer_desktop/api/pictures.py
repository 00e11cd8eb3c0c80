"""Pictures as Python users have them, made what the analysis takes: (H, W, 3) uint8 BGR arrays."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.vision.media.images import read_image

if TYPE_CHECKING:
    from PIL import Image

ColorOrder = Literal["bgr", "rgb", "gray"]
"""What the channels of an array are: OpenCV reads `bgr`, most other libraries give `rgb`."""
Picture: TypeAlias = Union["NDArray[np.uint8]", str, "os.PathLike[str]", "Image.Image"]
"""An array, the path of a picture, or a Pillow picture."""
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
        return read_image(picture)
    if is_pillow(picture):
        return _of_pillow(picture)
    return _of_array(picture, color)


def is_pillow(picture: object) -> bool:
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
        edges = np.asarray(box, float)
        if edges.shape != (4,) or not np.isfinite(edges).all():
            raise ValueError(f"a box is x1, y1, x2, y2, not {box}")
        inside = BoundingBox(*(round(edge) for edge in edges.tolist())).clipped(width, height)
        if not inside.area:
            raise ValueError(f"the box {tuple(box)} has nothing in this {width}x{height} picture")
        faces.append(Face(inside, 1.0))
    return faces


def _of_pillow(picture: "Image.Image") -> ImageBGR:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture).convert("RGB")
    return np.ascontiguousarray(np.asarray(upright, np.uint8)[:, :, ::-1])


def _of_array(picture: "NDArray[np.uint8]", color: ColorOrder) -> ImageBGR:
    image = np.asarray(picture)
    wanted = "(H, W) or (H, W, 1)" if color == "gray" else "(H, W, 3)"
    is_flat = image.ndim == 2 or (image.ndim == 3 and image.shape[2] == 1)
    is_right = is_flat if color == "gray" else image.ndim == 3 and image.shape[2] == 3
    if image.dtype != np.uint8 or not is_right:
        hint = " (say color='gray' for a gray one)" if is_flat and color != "gray" else ""
        raise ValueError(
            f"a picture is {wanted} uint8 for color={color!r}, not {image.shape} "
            f"{image.dtype.name}{hint}"
        )
    if not image.size:
        raise ValueError(f"a picture is not empty, as {image.shape} is")
    if color == "gray":
        flat = np.ascontiguousarray(image.reshape(image.shape[:2]))
        return np.asarray(cv2.cvtColor(flat, cv2.COLOR_GRAY2BGR), np.uint8)
    return np.ascontiguousarray(image[:, :, ::-1] if color == "rgb" else image)
