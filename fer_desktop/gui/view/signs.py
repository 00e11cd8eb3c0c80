"""Signs over the picture: what happens to it, that it is recorded, seconds to wait, the focus."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

SignKind = Literal["on", "paused", "stopped", "trouble", "recording"]

_DOT = {
    "on": QColor("#2fd39a"),
    "paused": QColor("#ffc24b"),
    "stopped": QColor("#aab4c0"),
    "trouble": QColor("#ff8a3d"),
    "recording": QColor("#ff4b4b"),
}
_GROUND = QColor(10, 12, 16, 200)
_DROP = QColor("#8ab9ff")  # on the ground of the signs in both themes
_MARGIN = 8.0
_RING = 3.0


def paint_sign(
    painter: QPainter, bounds: QRectF, text: str, kind: SignKind, *, at_left: bool = False
) -> QRectF:
    """Paint words with a dot, two bars or a square, into an upper corner; return where."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetricsF(painter.font())
    mark, height = 10.0, metrics.height() + 10
    room = bounds.width() - 2 * _MARGIN - mark - 30
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
    width = metrics.horizontalAdvance(words) + mark + 30
    left = bounds.left() + _MARGIN if at_left else bounds.right() - width - _MARGIN
    ground = QRectF(left, bounds.top() + _MARGIN, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(ground, height / 2, height / 2)
    painter.setBrush(_DOT[kind])
    left, middle = ground.left() + 11, ground.center().y()
    if kind == "paused":
        painter.drawRect(QRectF(left, middle - 5, 3.5, 10))
        painter.drawRect(QRectF(left + 6.5, middle - 5, 3.5, 10))
    elif kind == "stopped":
        painter.drawRect(QRectF(left + 0.5, middle - 4.5, 9, 9))
    else:
        painter.drawEllipse(QRectF(left, middle - mark / 2, mark, mark))
    painter.setPen(Qt.GlobalColor.white)
    line = ground.adjusted(mark + 18, 0, 0, 0)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
    painter.restore()
    return ground


def paint_focus(painter: QPainter, bounds: QRectF, color: QColor) -> None:
    """Paint a line around the view, which says that the keys go to it."""
    painter.save()
    line = Qt.PenStyle.SolidLine
    square, mitre = Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin
    painter.setPen(QPen(color, _RING, line, square, mitre))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = _RING / 2
    painter.drawRect(bounds.adjusted(half, half, -half, -half))
    painter.restore()


def paint_drop(painter: QPainter, bounds: QRectF, words: str) -> None:
    """Paint a veil with words, which says that what is held over the window is taken."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(bounds, _GROUND)
    painter.setPen(QPen(_DROP, _RING, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = bounds.adjusted(_MARGIN * 2, _MARGIN * 2, -_MARGIN * 2, -_MARGIN * 2)
    painter.drawRoundedRect(inner, _MARGIN, _MARGIN)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
    painter.restore()


def paint_countdown(painter: QPainter, bounds: QRectF, seconds: int) -> None:
    """Paint how many seconds are left, large, in the middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(160.0, min(bounds.width(), bounds.height()) * 0.5)
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(bounds.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawEllipse(circle)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(side * 0.5)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(seconds))
    painter.restore()
