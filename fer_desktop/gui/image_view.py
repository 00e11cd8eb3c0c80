"""Shows one picture with boxes and words over it, as large as fits."""

import time

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import OverlayItem, text_color
from fer_desktop.core.rates import MedianMeter
from fer_desktop.core.types import ImageBGR

_GROUND = QColor("#0f1216")
_QUIET = QColor("#aab4c0")


def to_qimage(image: ImageBGR) -> QImage:
    """Return a QImage on the array's own memory; keep the array while the QImage is used."""
    height, width = image.shape[:2]
    # The length of a row is given: Qt would round it up to four bytes and shear the picture.
    return QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888)


class ImageView(QWidget):
    """The picture, the faces' boxes and labels; a click chooses a face.

    Signals:
        face_clicked: Position of the clicked face in the items, or -1 beside all of them.
    """

    face_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: ImageBGR | None = None
        self._size = (1, 1)
        self._items: list[OverlayItem] = []
        self._chosen = -1
        self._is_mirrored = False
        self._text = ""
        self._captured_s: float | None = None
        self._latency = MedianMeter()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Picture"))

    @property
    def latency_ms(self) -> float:
        """Median time from reading a live frame to painting it."""
        return self._latency.value()

    @property
    def items(self) -> list[OverlayItem]:
        """What is drawn over the picture."""
        return self._items

    def show_image(
        self,
        image: ImageBGR,
        size: tuple[int, int],
        items: list[OverlayItem],
        *,
        chosen: int = -1,
        is_mirrored: bool = False,
        captured_s: float | None = None,
    ) -> None:
        """Show a picture.

        Args:
            image: (h, w, 3) uint8 BGR; it must not be written to any more.
            size: Width and height that the items' boxes are in; may be larger than the image.
            items: Boxes and words.
            chosen: Position of the face that the panel shows, drawn stronger.
            is_mirrored: Mirror the picture, but not the words.
            captured_s: When a live frame was read, for the latency.
        """
        self._image, self._size, self._items = image, size, items
        self._chosen, self._is_mirrored, self._captured_s = chosen, is_mirrored, captured_s
        self._text = ""
        words = ", ".join(item.text for item in items) or self.tr("no face")
        self.setAccessibleDescription(words)
        self.update()

    def show_text(self, text: str) -> None:
        """Show words in the place of a picture."""
        self._image, self._items, self._text = None, [], text
        self._captured_s = None
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that a window starts with."""
        return QSize(800, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and what lies over it."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        if self._image is None:
            painter.setPen(_QUIET)
            area = self.rect().adjusted(32, 32, -32, -32)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._text)
        else:
            target = self._target()
            self._paint_image(painter, target, self._image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for position, item in enumerate(self._items):
                self._paint_item(painter, item, position == self._chosen)
        painter.end()
        if self._captured_s is not None:
            self._latency.add((time.perf_counter() - self._captured_s) * 1e3)
            self._captured_s = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the face under the mouse."""
        hits = [
            position
            for position, item in enumerate(self._items)
            if self._rect(item.box).contains(event.position())
        ]
        self.face_clicked.emit(hits[-1] if hits else -1)

    def _target(self) -> QRectF:
        width, height = self._size
        scale = min(self.width() / width, self.height() / height)
        w, h = width * scale, height * scale
        return QRectF((self.width() - w) / 2, (self.height() - h) / 2, w, h)

    def _paint_image(self, painter: QPainter, target: QRectF, image: ImageBGR) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._is_mirrored:
            painter.translate(target.left() + target.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(target, to_qimage(image))
        painter.restore()

    def _rect(self, box: BoundingBox) -> QRectF:
        target = self._target()
        scale = target.width() / self._size[0]
        x1, x2 = (
            (self._size[0] - box.x2, self._size[0] - box.x1)
            if self._is_mirrored
            else (
                box.x1,
                box.x2,
            )
        )
        corner = QPointF(target.left() + x1 * scale, target.top() + box.y1 * scale)
        return QRectF(corner.x(), corner.y(), (x2 - x1) * scale, box.height * scale)

    def _paint_item(self, painter: QPainter, item: OverlayItem, is_chosen: bool) -> None:
        rect = self._rect(item.box)
        color = QColor(*item.color)
        # A dark line below the coloured one keeps the box visible on any picture.
        for pen_color, width in ((QColor(0, 0, 0, 150), 5), (color, 4 if is_chosen else 2.5)):
            pen = QPen(pen_color, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if item.is_dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(item.text) + 16, metrics.height() + 8
        top = rect.top() - height - 4
        if top < 0:  # no room above
            top = min(rect.bottom() + 4, self.height() - height)
        left = max(0.0, min(rect.left(), self.width() - width))
        ground = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(ground, 5, 5)
        painter.setPen(QColor(*text_color(item.color)))
        painter.drawText(ground, int(Qt.AlignmentFlag.AlignCenter), item.text)


def thumbnail(image: ImageBGR, side: int) -> QImage:
    """Return a small copy of a picture, at most `side` pixels wide and high."""
    small = to_qimage(np.ascontiguousarray(image)).scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.copy()
