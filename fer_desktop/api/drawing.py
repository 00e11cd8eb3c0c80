"""Boxes and labels drawn into a picture, as annotated copies have them."""

from typing import TYPE_CHECKING, Union, overload

import numpy as np
from numpy.typing import NDArray

from fer_desktop.api.pictures import (
    ArrayOrPath,
    ColorOrder,
    Picture,
    PillowPicture,
    as_bgr,
    is_pillow,
)
from fer_desktop.api.results import Faces, faces_in
from fer_desktop.core.overlay import overlay_items
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.vision.render import annotated

if TYPE_CHECKING:
    from PIL import Image


@overload
def draw(
    image: ArrayOrPath, faces: Faces, *, color: ColorOrder = ..., smoothed: bool = ...
) -> NDArray[np.uint8]: ...


@overload
def draw(
    image: PillowPicture, faces: Faces, *, color: ColorOrder = ..., smoothed: bool = ...
) -> "Image.Image": ...


def draw(
    image: Picture,
    faces: Faces,
    *,
    color: ColorOrder = "bgr",
    smoothed: bool = False,
) -> Union[NDArray[np.uint8], "Image.Image"]:
    """Return a copy of a picture with boxes, numbers and labels, as `analyze --annotate` makes it.

    >>> from fer_desktop import Analyzer, draw
    >>> analyzer = Analyzer()
    >>> faces = analyzer.analyze("astronaut.jpg")
    >>> draw("astronaut.jpg", faces).shape
    (512, 512, 3)

    Args:
        image: As `Analyzer.analyze` takes it.
        faces: What was found in it: faces, one face, or a frame of a video.
        color: What the channels of an array are.
        smoothed: Show what the window shows of a live face, instead of the raw values.

    Returns:
        (H, W, 3) uint8 with the channels of the given array (BGR for a path or a gray one); a
        Pillow picture for a Pillow picture.

    Raises:
        TypeError: These are no faces of one picture.
        ValueError: The array has another shape or type.
        ImageError: The file can't be read as a picture.
    """
    analyzed = AnalyzedFrame(Frame(as_bgr(image, color)), faces_in(faces, "draw"))
    drawn = annotated(analyzed.frame.image, overlay_items(analyzed, smoothed=smoothed))
    if is_pillow(image):
        from PIL import Image

        return Image.fromarray(np.ascontiguousarray(drawn[:, :, ::-1]))
    is_rgb = color == "rgb" and isinstance(image, np.ndarray)
    return np.ascontiguousarray(drawn[:, :, ::-1]) if is_rgb else drawn
