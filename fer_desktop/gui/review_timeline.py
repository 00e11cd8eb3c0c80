"""The timeline of a review: eight lines, the band of labels, markers and ranges; a click seeks."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fer_desktop.core.exclusions import Exclusion
from fer_desktop.core.session_table import FaceColumns, LabelRun, SessionTable
from fer_desktop.gui.retranslated import Retranslated
from fer_desktop.gui.review_paint import paint_band, paint_flags, paint_lines, paint_stretches
from fer_desktop.gui.review_scale import TimeScale
from fer_desktop.gui.review_words import clock
from fer_desktop.gui.theme import GRID

_DRAG: Final = 4
"""Pixels; a shorter move of the mouse is a click."""
_STEP: Final = 1.25
_FLAGS, _BAND, _LEAST = 2 * GRID, 3 * GRID, 22 * GRID
_SLIM: Final = 2 * GRID
"""A band of one of several faces."""
_MOST_BANDS: Final = 6


class ReviewTimeline(Retranslated, QWidget):
    """A session over time; dragging selects a range, the wheel zooms.

    Signals:
        sought: The user wants to go to a moment, in seconds.
        selected: The user selected a range: start and end in seconds.
        face_wanted: The user clicked the band of a face, which has this number.
    """

    sought = Signal(float)
    selected = Signal(float, float)
    face_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = TimeScale()
        self.markers: list[tuple[float, str]] = []
        self.exclusions: tuple[Exclusion, ...] = ()
        self.selection: tuple[float, float] | None = None
        self.position_s = 0.0
        self._lines = (np.empty(0), np.empty((0, 8), np.float32))
        self.bands: dict[int, list[LabelRun]] = {}
        self._chosen = -1
        self._lost = np.empty((0, 2))
        self._still: QPixmap | None = None
        self._pressed: QPointF | None = None
        self.setMinimumHeight(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def retranslate(self) -> None:
        """Have a name in the language of now."""
        self.setAccessibleName(self.tr("Timeline of the session"))
        self.setToolTip(
            self.tr("Click: go there. Drag: select a range. Wheel: zoom; with Shift: move.")
        )
        self._forget()

    def sizeHint(self) -> QSize:
        """Return a height at which the lines can be told apart."""
        return QSize(90 * GRID, 26 * GRID)

    def show_session(self, table: SessionTable, markers: Sequence[tuple[float, str]]) -> None:
        """Show a session, all of it; its face comes with `show_face`."""
        self.markers = sorted(markers)
        self.scale = self.scale.whole(table.duration_s + table.step_s)
        self._forget()

    def show_face(self, table: SessionTable, face: FaceColumns) -> None:
        """Show the lines and the lost stretches of a face, and the bands of the first few."""
        self._lines, self._lost, self._chosen = table.lines(face), table.lost(face), face.face_id
        shown = table.faces[:_MOST_BANDS]
        if face not in shown:
            shown = (*shown[:-1], face)
        self.bands = {each.face_id: table.runs(each) for each in shown}
        self._forget()

    def show_exclusions(self, exclusions: Sequence[Exclusion]) -> None:
        """Show the ranges that are left out."""
        self.exclusions = tuple(exclusions)
        self._forget()

    def show_selection(self, selection: tuple[float, float] | None) -> None:
        """Show a range as selected; None shows none."""
        self.selection = selection
        self.update()

    def show_position(self, time_s: float, *, follow: bool = True) -> None:
        """Move the line that says what is looked at; what is shown follows it."""
        self.position_s = time_s
        scale = self.scale.showing(time_s) if follow and self._pressed is None else self.scale
        if scale is not self.scale:
            self.scale = scale
            self._forget()
        self.update()

    def zoom(self, steps: float, at_s: float | None = None) -> None:
        """Show a shorter stretch, or by negative steps a longer one, around a moment."""
        at_s = self.position_s if at_s is None else at_s
        self.scale = self.scale.zoomed(_STEP**-steps, at_s)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands still from memory, and over it what moves."""
        del event
        if self._still is None or self._still.devicePixelRatio() != self.devicePixelRatioF():
            self._still = self._painted()
        painter, area = QPainter(self), self._whole()
        painter.drawPixmap(0, 0, self._still)
        if self.selection is not None:
            color = self.palette().color(QPalette.ColorRole.Highlight)
            color.setAlpha(70)
            paint_stretches(painter, area, self.scale, [self.selection], QBrush(color))
        x = self.scale.x(self.position_s)
        if area.left() <= x <= area.right():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the stretch over the new width."""
        super().resizeEvent(event)
        left = self.fontMetrics().horizontalAdvance("100 %") + GRID
        # The last moment's words need room too.
        right = self.fontMetrics().horizontalAdvance("0:00:00.0") // 2 + GRID
        self.scale = self.scale.over(left, self.width() - left - right)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there; from here a range may be dragged."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self.show_selection(None)
            for face_id, band in zip(self.bands, self._bands(), strict=False):
                if band.contains(event.position()) and face_id != self._chosen:
                    self.face_wanted.emit(face_id)
            self.sought.emit(self.scale.time(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select from where the mouse was pressed."""
        if self._pressed is None:
            return
        if abs(event.position().x() - self._pressed.x()) >= _DRAG:
            ends = sorted(self.scale.time(p.x()) for p in (self._pressed, event.position()))
            self.show_selection((ends[0], ends[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the range that was dragged."""
        del event
        was_pressed, self._pressed = self._pressed is not None, None
        if was_pressed and self.selection is not None:
            self.selected.emit(*self.selection)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse; sideways or with Shift move."""
        turned = event.angleDelta()
        if turned.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            by = (turned.x() or turned.y()) / 120
            self.scale = self.scale.moved(-by * 0.1 * self.scale.span_s)
            self._forget()
        elif turned.y():
            self.zoom(turned.y() / 120, self.scale.time(event.position().x()))
        event.accept()

    # What stands still

    def _forget(self) -> None:
        self._still = None
        self.update()

    def _whole(self) -> QRectF:
        """Return where time lies: flags, lines and band."""
        bottom = self.fontMetrics().height() + GRID // 2
        return QRectF(self.scale.left, 0, self.scale.width, max(1, self.height() - bottom))

    def _bands(self) -> list[QRectF]:
        """Return where the bands of the faces lie, one below the other; at least one."""
        whole, n = self._whole(), max(1, len(self.bands))
        height = _BAND if n == 1 else _SLIM
        top = whole.bottom() - n * height
        return [
            QRectF(whole.left(), top + row * height, whole.width(), height - (n > 1))
            for row in range(n)
        ]

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        palette, whole, scale = self.palette(), self._whole(), self.scale
        pixmap.fill(palette.color(QPalette.ColorRole.Window))
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        ground = palette.color(QPalette.ColorRole.Base)
        bands = self._bands()
        lines = QRectF(whole.topLeft(), bands[0].topRight()).adjusted(0, _FLAGS, 0, -GRID // 2)
        for area in (lines, *bands):
            painter.fillRect(area, ground)
        self._paint_axes(painter, lines, whole.bottom())
        paint_lines(painter, lines, scale, *self._lines, ground)
        for (face_id, runs), band in zip(self.bands.items(), bands, strict=False):
            paint_band(painter, band, scale, runs)
            if face_id == self._chosen:
                self._hatch_lost(painter, (lines, band))
            if len(bands) > 1:
                self._paint_number(painter, face_id, band)
        self._cover_left_out(painter, (lines, *bands))
        paint_flags(painter, whole, scale, self.markers, palette)
        painter.end()
        return pixmap

    def _paint_axes(self, painter: QPainter, lines: QRectF, bottom: float) -> None:
        palette, height = self.palette(), self.fontMetrics().height()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        grid = palette.color(QPalette.ColorRole.Button)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for value in (0, 50, 100):
            y = lines.bottom() - lines.height() * value / 100
            painter.setPen(grid)
            painter.drawLine(QPointF(lines.left(), y), QPointF(lines.right(), y))
            painter.setPen(quiet)
            room = QRectF(0, y - height / 2, lines.left() - GRID // 2, height)
            words = self.tr("100 %") if value == 100 else str(value)
            painter.drawText(room, right, words)
        width = self.fontMetrics().horizontalAdvance("0:00:00.0") + 2 * GRID
        ticks = self.scale.ticks(width)
        digits = 1 if len(ticks) > 1 and ticks[1] - ticks[0] < 1 else 0
        for time_s in ticks:
            x = self.scale.x(time_s)
            painter.setPen(grid)
            painter.drawLine(QPointF(x, lines.top()), QPointF(x, lines.bottom()))
            painter.setPen(quiet)
            room = QRectF(x - width / 2, bottom + GRID // 2, width, height)
            painter.drawText(room, middle, clock(time_s, digits))

    def _paint_number(self, painter: QPainter, face_id: int, band: QRectF) -> None:
        """Write which face a band is of, that of the lines in bold."""
        painter.save()
        font = QFont(self.font())
        font.setBold(face_id == self._chosen)
        painter.setFont(font)
        is_chosen = face_id == self._chosen
        role = QPalette.ColorRole.WindowText if is_chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(role))
        room = QRectF(0, band.top(), band.left() - GRID // 2, band.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, int(right), str(face_id))
        painter.restore()

    def _hatch_lost(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for area in areas:
            hatch = QBrush(quiet, Qt.BrushStyle.BDiagPattern)
            paint_stretches(painter, area, self.scale, self._lost, hatch)

    def _cover_left_out(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        palette = self.palette()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        cover = QColor(palette.color(QPalette.ColorRole.Window))
        cover.setAlpha(190)
        ranges = [(each.start_s, each.end_s) for each in self.exclusions]
        for area in areas:
            for brush in (QBrush(cover), QBrush(quiet, Qt.BrushStyle.DiagCrossPattern)):
                paint_stretches(painter, area, self.scale, ranges, brush)
