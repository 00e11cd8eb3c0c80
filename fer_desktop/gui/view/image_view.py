"""Shows one picture with boxes and words over it, as large as fits or enlarged."""

import time
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import OverlayItem, OverlayStyle
from fer_desktop.core.rates import MedianMeter
from fer_desktop.core.types import ImageBGR
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.view.overlay_painter import OverlayPainter
from fer_desktop.gui.view.signs import (
    SignKind,
    paint_countdown,
    paint_drop,
    paint_focus,
    paint_sign,
)
from fer_desktop.gui.view.viewport import PANS, Viewport

_GROUND = QColor("#0f1216")
_QUIET = QColor("#aab4c0")
_FLASH_MS = 120
_LEAST_SIGN = 120.0
"""In less room there is no second sign: that of the recording goes first."""
_STEP = 1.25
"""A step of the wheel or of the zoom keys."""
_WORDS_S = 1.0
"""Screen readers hear of changes in live pictures no more often."""


def to_qimage(image: ImageBGR) -> QImage:
    """Return a QImage on the array's own memory; keep the array while the QImage is used."""
    height, width = image.shape[:2]
    # The length of a row is given: Qt would round it up to four bytes and shear the picture.
    return QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888)


_VEIL = QColor(10, 12, 16, 150)


class ImageView(Retranslated, QWidget):
    """The picture, the faces' boxes and labels; a click chooses a face.

    Signals:
        double_clicked: The picture was clicked twice.
        filled: There is a picture now, or none any more; or as to the faces in it.
        face_clicked: Position of the clicked face in the items, or -1 beside all of them.
    """

    face_clicked = Signal(int)
    double_clicked = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: ImageBGR | None = None
        self._size = (1, 1)
        self._items: list[OverlayItem] = []
        self._chosen = -1
        self._is_mirrored = False
        self._text = ""
        self._sign: tuple[str, SignKind] = ("", "on")
        self._recording, self._is_paused = "", False
        self._is_stale = False
        self._seconds, self._is_drop = 0, False
        self._shows_focus = False
        self._captured_s: float | None = None
        self._described_s = -_WORDS_S
        self._dragged_from: QPointF | None = None
        self._latency = MedianMeter()
        self._viewport = Viewport()
        self.style_ = OverlayStyle()
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MS)
        self._flash.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 136)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def retranslate(self) -> None:
        """Have a name in the language of now; what is shown is shown again by who gave it."""
        self.setAccessibleName(self.tr("Picture"))

    @property
    def latency_ms(self) -> float:
        """Median time from reading a live frame to painting it."""
        return self._latency.value()

    @property
    def items(self) -> list[OverlayItem]:
        """What is drawn over the picture."""
        return self._items

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture, not words in its place."""
        return self._image is not None

    @property
    def sign(self) -> str:
        """The words in the corner; "" for none."""
        return self._sign[0]

    @property
    def recording(self) -> str:
        """The words that say that it is recorded; "" for none."""
        return self._recording

    @property
    def zoom(self) -> float | None:
        """How large a picture pixel is on the screen; None while the picture fits the view."""
        zoom = self._viewport.zoom
        return None if zoom is None else zoom * self.devicePixelRatioF()

    def show_image(
        self,
        image: ImageBGR,
        size: tuple[int, int],
        items: Sequence[OverlayItem],
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
        is_news = self._image is None or bool(items) != bool(self._items)
        self._image, self._size, self._items = image, size, list(items)
        self._chosen, self._is_mirrored, self._captured_s = chosen, is_mirrored, captured_s
        self._text = ""
        now_s = time.perf_counter()
        if captured_s is None or now_s - self._described_s >= _WORDS_S:
            self._described_s = now_s
            words = ", ".join(item.text for item in items if item.text) or self.tr("no face")
            self.setAccessibleDescription(words)
        self.update()
        if is_news:
            self.filled.emit()

    def show_text(self, text: str) -> None:
        """Show words in the place of a picture."""
        is_news = self._image is not None
        self._image, self._items, self._text = None, [], text
        self._captured_s, self._described_s = None, -_WORDS_S
        self.setAccessibleDescription(text)
        self.update()
        if is_news:
            self.filled.emit()

    def show_sign(self, text: str, kind: SignKind = "on") -> None:
        """Show words in the corner until others come; "" shows none."""
        self._sign = (text, kind)
        self.update()

    def show_stale(self, on: bool) -> None:
        """Dim what is shown, or no more: it is not what there is to see at this moment."""
        self._is_stale = on
        self.update()

    def show_recording(self, text: str, *, is_paused: bool = False) -> None:
        """Show in the other corner that it is recorded, in words; "" where it is not."""
        if (text, is_paused) != (self._recording, self._is_paused):
            self._recording, self._is_paused = text, is_paused
            self.update()

    def show_countdown(self, seconds: int) -> None:
        """Show how many seconds are left; 0 shows none."""
        self._seconds = seconds
        self.update()

    def flash(self) -> None:
        """Show white for a moment, as a camera does."""
        self._flash.start()
        self.update()

    def zoom_to_fit(self) -> None:
        """Show the whole picture."""
        self._viewport.fit()
        self.update()

    def zoom_to_actual(self) -> None:
        """Show each pixel of the picture on one of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF(), QRectF(self.rect()).center())

    def zoom_by_steps(self, steps: float, anchor: QPointF | None = None) -> None:
        """Enlarge, or shrink by a negative number of steps, around a point of the view."""
        now = self._viewport.scale(self._picture(), self._view())
        self._zoom_to(now * _STEP**steps, anchor or QRectF(self.rect()).center())

    def show_drop(self, on: bool) -> None:
        """Show that files are held over the window, and that it takes them."""
        if on != self._is_drop:
            self._is_drop = on
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size that a window starts with."""
        return QSize(800, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and what lies over it."""
        del event
        painter, bounds = QPainter(self), QRectF(self.rect())
        painter.fillRect(self.rect(), _GROUND)
        if self._image is None:
            painter.setPen(_QUIET)
            area = self.rect().adjusted(32, 32, -32, -32)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._text)
        else:
            self._paint_image(painter, self._target(), self._image)
            OverlayPainter(self.font(), self.style_).paint(
                painter, self._items, self._rect, bounds, self._chosen
            )
            if self._is_stale:
                painter.fillRect(self.rect(), _VEIL)
        self._paint_signs(painter, bounds)
        if self._seconds:
            paint_countdown(painter, bounds, self._seconds)
        if self._is_drop:
            paint_drop(painter, bounds, self.tr("Let go to open it"))
        if self._shows_focus:
            paint_focus(painter, bounds, self.palette().color(QPalette.ColorRole.Highlight))
        if self._flash.isActive():
            painter.fillRect(self.rect(), QColor(255, 255, 255, 200))
        painter.end()
        if self._captured_s is not None:
            self._latency.add((time.perf_counter() - self._captured_s) * 1e3)
            self._captured_s = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the face under the mouse; dragging moves an enlarged picture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._dragged_from = event.position()
        hits = [
            position
            for position, item in enumerate(self._items)
            if self._rect(item.box).contains(event.position())
        ]
        self.face_clicked.emit(hits[-1] if hits else -1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of it; the first of the two clicks has chosen a face."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move an enlarged picture."""
        if self._dragged_from is None or self._image is None:
            return
        by, self._dragged_from = event.position() - self._dragged_from, event.position()
        if self._viewport.pan(by, self._picture(), self._view()):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a move."""
        del event
        self._dragged_from = None
        self.unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge or shrink around the mouse."""
        if self._image is not None and event.angleDelta().y():
            self.zoom_by_steps(event.angleDelta().y() / 120, event.position())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go to the picture, if they brought the focus here."""
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._shows_focus = event.reason() in keys
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        self._shows_focus = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move an enlarged picture with the arrow keys."""
        by = PANS.get(event.key())
        if by is not None and self._viewport.pan(by, self._picture(), self._view()):
            self.update()
        else:
            super().keyPressEvent(event)

    def _paint_signs(self, painter: QPainter, bounds: QRectF) -> None:
        room = QRectF(bounds)
        if self._recording:
            kind: SignKind = "paused" if self._is_paused else "recording"
            room.setLeft(paint_sign(painter, bounds, self._recording, kind, at_left=True).right())
        if self._sign[0] and room.width() >= _LEAST_SIGN:
            paint_sign(painter, room, *self._sign)

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        if self._image is not None:
            self._viewport.set_zoom(zoom, anchor, self._picture(), self._view())
            self.update()

    def _picture(self) -> QSizeF:
        return QSizeF(*self._size)

    def _view(self) -> QSizeF:
        return QSizeF(self.size())

    def _target(self) -> QRectF:
        return self._viewport.target(self._picture(), self._view())

    def _paint_image(self, painter: QPainter, target: QRectF, image: ImageBGR) -> None:
        painter.save()
        # Enlarged far, pixels are shown as they are.
        is_smooth = (self.zoom or 0) < 4
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        if self._is_mirrored:
            painter.translate(target.left() + target.right(), 0)
            painter.scale(-1, 1)
        painter.drawImage(target, to_qimage(image))
        painter.restore()

    def _rect(self, box: BoundingBox) -> QRectF:
        target = self._target()
        scale = target.width() / self._size[0]
        x1, x2 = box.x1, box.x2
        if self._is_mirrored:
            x1, x2 = self._size[0] - x2, self._size[0] - x1
        corner = QPointF(target.left() + x1 * scale, target.top() + box.y1 * scale)
        return QRectF(corner.x(), corner.y(), (x2 - x1) * scale, box.height * scale)


def thumbnail(image: ImageBGR, side: int) -> QImage:
    """Return a small copy of a picture, at most `side` pixels wide and high."""
    small = to_qimage(np.ascontiguousarray(image)).scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.copy()
