"""A copy of a picture with boxes and words, as the window shows them, in the picture's size."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import OverlayItem, OverlayStyle
from fer_desktop.core.types import ImageBGR
from fer_desktop.gui.view.image_view import to_qimage
from fer_desktop.gui.view.overlay_painter import OverlayPainter

_USUAL_SIDE = 720
"""The shorter side of a picture in which words have the size that they have in the window."""


def with_overlay(
    image: ImageBGR,
    items: Sequence[OverlayItem],
    style: OverlayStyle,
) -> QImage:
    """Return a copy of a (H, W, 3) uint8 BGR picture with its overlay; it is never mirrored."""
    picture = to_qimage(image).convertToFormat(QImage.Format.Format_RGB32)
    width, height = picture.width(), picture.height()

    def place(box: BoundingBox) -> QRectF:
        return QRectF(box.x1, box.y1, box.width, box.height)

    scale = max(0.6, min(width, height) / _USUAL_SIDE) * style.scale
    painter = QPainter(picture)
    OverlayPainter(QGuiApplication.font(), replace(style, scale=scale)).paint(
        painter, items, place, QRectF(0, 0, width, height)
    )
    painter.end()
    return picture


def to_bgr(picture: QImage) -> ImageBGR:
    """Return a picture as (H, W, 3) uint8 BGR of its own memory."""
    picture = picture.convertToFormat(QImage.Format.Format_BGR888)
    rows = np.frombuffer(picture.constBits(), np.uint8)
    rows = rows.reshape(picture.height(), picture.bytesPerLine())[:, : picture.width() * 3]
    # A copy in any case: the memory goes with the QImage.
    return rows.reshape(picture.height(), picture.width(), 3).copy()
