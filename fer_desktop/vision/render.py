"""Draws overlay data into a picture; the window draws the same data with Qt."""

from collections.abc import Sequence

import cv2

from fer_desktop.core.overlay import OverlayItem, text_color
from fer_desktop.core.types import ImageBGR

_FONT = cv2.FONT_HERSHEY_SIMPLEX


def annotated(image: ImageBGR, items: Sequence[OverlayItem]) -> ImageBGR:
    """Return a copy of a (H, W, 3) uint8 BGR picture with boxes and words, sized to the picture."""
    picture = image.copy()
    scale = max(0.45, min(picture.shape[:2]) / 900)
    thickness = max(1, round(scale * 2))
    for item in items:
        box, color = item.box, item.color[::-1]
        cv2.rectangle(picture, (box.x1, box.y1), (box.x2 - 1, box.y2 - 1), color, thickness)
        text_thickness = max(1, thickness // 2)
        (width, height), below = cv2.getTextSize(item.text, _FONT, scale, text_thickness)
        pad = max(3, round(height * 0.35))
        tall = height + below + 2 * pad
        # Above the box, or inside it where there is no room; never beyond the right edge.
        top = box.y1 - tall if box.y1 >= tall else box.y1
        left = max(0, min(box.x1, picture.shape[1] - width - 2 * pad))
        cv2.rectangle(picture, (left, top), (left + width + 2 * pad, top + tall), color, -1)
        cv2.putText(
            picture,
            item.text,
            (left + pad, top + pad + height),
            _FONT,
            scale,
            text_color(item.color)[::-1],
            text_thickness,
            cv2.LINE_AA,
        )
    return picture
