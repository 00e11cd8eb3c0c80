"""Draws overlay data into a picture; the window draws the same data with Qt."""

from collections.abc import Sequence

import cv2

from fer_desktop.core.overlay import OverlayItem, text_color
from fer_desktop.core.types import ImageBGR

_FONT = cv2.FONT_HERSHEY_SIMPLEX
_DARK = (40, 40, 40)


def annotated(image: ImageBGR, items: Sequence[OverlayItem]) -> ImageBGR:
    """Return a copy of a (H, W, 3) uint8 BGR picture with boxes and words, sized to the picture.

    As in the window, each of several faces has its number and a box in a colour of its own; the
    ground of the words has the colour of the label.
    """
    picture = image.copy()
    scale = max(0.45, min(picture.shape[:2]) / 900)
    thickness = max(1, round(scale * 2))
    for item in items:
        _draw(picture, item, scale, thickness)
    return picture


def _draw(picture: ImageBGR, item: OverlayItem, scale: float, thickness: int) -> None:
    box, color = item.box, item.box_color
    # All lines lie inside the box, one pixel each: OpenCV's thick ones reach beyond it. The dark
    # line within keeps a light box visible on a light picture.
    n_lines = thickness + max(1, thickness // 2)
    for inset in range(min(n_lines, (min(box.width, box.height) + 1) // 2)):
        corners = (box.x1 + inset, box.y1 + inset), (box.x2 - 1 - inset, box.y2 - 1 - inset)
        cv2.rectangle(picture, *corners, color[::-1] if inset < thickness else _DARK)
    text_thickness = max(1, thickness // 2)
    chips = [(item.text, item.color)]
    if item.number is not None:
        chips.insert(0, (str(item.number), color))
    sizes = [cv2.getTextSize(text, _FONT, scale, text_thickness) for text, _ in chips]
    height, below = sizes[-1][0][1], sizes[-1][1]
    pad = max(3, round(height * 0.35))
    widths = [size[0] + 2 * pad for size, _ in sizes]
    tall = height + below + 2 * pad
    # Above the box, or inside it where there is no room; never beyond the right edge.
    top = box.y1 - tall if box.y1 >= tall else box.y1
    left = max(0, min(box.x1, picture.shape[1] - sum(widths)))
    for (text, ground), width in zip(chips, widths, strict=True):
        cv2.rectangle(picture, (left, top), (left + width, top + tall), ground[::-1], -1)
        cv2.putText(
            picture,
            text,
            (left + pad, top + pad + height),
            _FONT,
            scale,
            text_color(ground)[::-1],
            text_thickness,
            cv2.LINE_AA,
        )
        left += width
