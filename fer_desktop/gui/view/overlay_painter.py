"""Paints boxes, numbers, words and bars over a picture, in a window or in a saved copy."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import COLORS, RGB, OverlayItem, OverlayStyle, percent, text_color
from fer_desktop.gui.common.icons import paint_glyph
from fer_desktop.gui.common.words import name_of

ToView = Callable[[BoundingBox], QRectF]
"""Takes a box in pixels of the frame to a rectangle of the painter."""

_GROUND: Final = QColor(10, 12, 16, 190)
_BAR_ROOM: Final = 64.0


class OverlayPainter:
    """Paints overlay items with a font and a style."""

    def __init__(self, font: QFont, style: OverlayStyle) -> None:
        self._style = style
        size = font.pointSizeF() * style.scale
        self._font, self._small = QFont(font), QFont(font)
        self._font.setPointSizeF(size * 1.15)
        self._font.setBold(True)
        self._small.setPointSizeF(size * 0.9)

    def paint(
        self,
        painter: QPainter,
        items: Sequence[OverlayItem],
        to_view: ToView,
        bounds: QRectF,
        chosen: int = -1,
    ) -> None:
        """Paint all items; their words stay inside `bounds`.

        Args:
            painter: Where to.
            items: What.
            to_view: Where a box lies.
            bounds: What can be seen.
            chosen: Position of the item that is drawn stronger.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._style.opacity)
        rects = [to_view(item.box) for item in items]
        if self._style.boxes:
            for position, (item, rect) in enumerate(zip(items, rects, strict=True)):
                self._paint_box(painter, item, rect, is_chosen=position == chosen)
        # Words after all boxes, so that no box crosses out a neighbour's.
        for item, rect in zip(items, rects, strict=True):
            if self._style.bars and item.top:
                self._paint_bars(painter, item, rect, bounds)
        for item, (text, place) in zip(items, self._words(items, rects, bounds), strict=True):
            self._paint_words(painter, item, text, place)
        painter.restore()

    def _paint_box(
        self, painter: QPainter, item: OverlayItem, rect: QRectF, *, is_chosen: bool
    ) -> None:
        # A dark line below the coloured one keeps the box visible on any picture.
        line = 4 if is_chosen else 2.5
        for color, width in ((QColor(0, 0, 0, 150), 5), (QColor(*item.box_color), line)):
            pen = QPen(color, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if item.is_dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)

    def _words(
        self, items: Sequence[OverlayItem], rects: Sequence[QRectF], bounds: QRectF
    ) -> list[tuple[str, QRectF]]:
        """Return what is written of each item and where: the longest for which all have room.

        All are shortened alike, to the bare glyph in the end.
        """
        metrics = QFontMetricsF(self._font)
        placed: list[tuple[str, QRectF]] = []
        most = max((len(item.shorter) for item in items), default=0)
        for level in range(most + 2):
            placed = []
            for item, rect in zip(items, rects, strict=True):
                texts = (item.text, *item.shorter, "")
                text = texts[min(level, len(texts) - 1)]
                size = QSizeF(self._width(item, text, metrics), metrics.height() + 8)
                placed.append((text, QRectF(_place_of_words(rect, size, bounds), size)))
            if _have_room([place for _, place in placed], rects, bounds):
                break
        return placed

    def _paint_words(self, painter: QPainter, item: OverlayItem, text: str, place: QRectF) -> None:
        """Paint the number, the glyph and the words."""
        painter.setFont(self._font)
        number, words = QRectF(place), QRectF(place)
        number.setWidth(self._number_width(item, QFontMetricsF(self._font)))
        words.setLeft(number.right())
        if number.width():
            self._paint_chip(painter, number, item.box_color)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(item.number))
        if words.width():
            self._paint_chip(painter, words, item.color)
            side = place.height() - 8
            glyph = QRectF(words.left() + 7, words.top() + 4, side, side)
            paint_glyph(painter, glyph, item.label, QColor(*text_color(item.color)))
            words.setLeft(glyph.right() + 4)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, int(flags), text)

    def _width(self, item: OverlayItem, text: str, metrics: QFontMetricsF) -> float:
        """Return how wide number, glyph and words are."""
        width = self._number_width(item, metrics)
        if item.text:
            width += metrics.height() + 14 + (metrics.horizontalAdvance(text) + 5 if text else 0)
        return width

    def _number_width(self, item: OverlayItem, metrics: QFontMetricsF) -> float:
        if not self._style.numbers or item.number is None:
            return 0.0
        return metrics.horizontalAdvance(str(item.number)) + 16

    def _paint_chip(self, painter: QPainter, ground: QRectF, color: RGB) -> None:
        """Paint the ground of words, and choose the pen for them."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*color))
        painter.drawRoundedRect(ground, 5, 5)
        painter.setPen(QColor(*text_color(color)))

    def _paint_bars(
        self, painter: QPainter, item: OverlayItem, rect: QRectF, bounds: QRectF
    ) -> None:
        """Paint the strongest expressions below the box, or in it where there is no room."""
        painter.setFont(self._small)
        metrics = QFontMetricsF(self._small)
        rows = [(name_of(label), percent(p), COLORS[label], p) for label, p in item.top]
        names = max((metrics.horizontalAdvance(row[0]) for row in rows), default=0.0)
        numbers = metrics.horizontalAdvance(">99 %")
        row_height, bar = metrics.height() + 2, _BAR_ROOM * self._style.scale
        width, height = names + bar + numbers + 28, row_height * len(rows) + 8
        top = rect.bottom() + 4
        if top + height > bounds.bottom():
            top = min(rect.bottom(), bounds.bottom()) - height - 4
        left = max(bounds.left(), min(rect.left(), bounds.right() - width))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(QRectF(left, top, width, height), 5, 5)
        for row, (name, words, color, p) in enumerate(rows):
            y = top + 4 + row * row_height
            painter.setPen(Qt.GlobalColor.white)
            middle = Qt.AlignmentFlag.AlignVCenter
            line = QRectF(left + 8, y, width - 16, row_height)
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), name)
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), words)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*color))
            x, thick = left + names + 14, row_height * 0.45
            painter.drawRect(QRectF(x, y + (row_height - thick) / 2, max(1.0, bar * p), thick))


def _place_of_words(rect: QRectF, size: QSizeF, bounds: QRectF) -> QPointF:
    """Return where words of this size stand: above the box, else below, never out of sight."""
    top = rect.top() - size.height() - 4
    if top < bounds.top():
        top = min(rect.bottom() + 4, bounds.bottom() - size.height())
    left = max(bounds.left(), min(rect.left(), bounds.right() - size.width()))
    return QPointF(left, max(bounds.top(), top))


def _have_room(places: Sequence[QRectF], rects: Sequence[QRectF], bounds: QRectF) -> bool:
    """Return whether no words lie on others, on another face or out of sight."""
    for position, place in enumerate(places):
        others = [*places[:position], *rects[:position], *rects[position + 1 :]]
        if place.width() > bounds.width() or any(place.intersects(other) for other in others):
            return False
    return True
