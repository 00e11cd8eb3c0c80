"""The timeline of a review: eight lines, the band of labels, markers and ranges; a click seeks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
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

from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.review.areas import LEAST, Areas, areas_of, scale_over
from fer_desktop.gui.review.backdrop import Backdrop, TimelineContent
from fer_desktop.gui.review.paint import paint_stretches
from fer_desktop.gui.review.scale import TimeScale
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.table import FaceColumns, SessionTable

_DRAG: Final = 4
"""Pixels; a shorter move of the mouse is a click."""
_STEP: Final = 1.25
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
        self.content = TimelineContent()
        self.selection: tuple[float, float] | None = None
        self.position_s = 0.0
        self._still: QPixmap | None = None
        self._pressed: QPointF | None = None
        self.setMinimumHeight(LEAST)
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
        self.content = replace(self.content, markers=sorted(markers))
        self.scale = self.scale.whole(table.duration_s + table.step_s)
        self._forget()

    def show_face(self, table: SessionTable, face: FaceColumns) -> None:
        """Show the lines and the lost stretches of a face, and the bands of the first few."""
        shown = table.faces[:_MOST_BANDS]
        if face not in shown:
            shown = (*shown[:-1], face)
        times, lines = table.lines(face)
        self.content = replace(
            self.content,
            times=times,
            lines=lines,
            lost=table.lost(face),
            bands={each.face_id: table.runs(each) for each in sorted(shown, key=_number)},
            chosen=face.face_id,
        )
        self._forget()

    def show_exclusions(self, exclusions: Sequence[Exclusion]) -> None:
        """Show the ranges that are left out."""
        self.content = replace(self.content, exclusions=tuple(exclusions))
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
        painter, area = QPainter(self), self.areas().whole
        painter.drawPixmap(0, 0, self._still)
        if self.selection is not None:
            color = self.palette().color(QPalette.ColorRole.Highlight)
            color.setAlpha(70)
            paint_stretches(painter, area, self.scale, [self.selection], QBrush(color))
        x = self.scale.x(self.position_s)
        if area.left() <= x <= area.right():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the stretch over the new width."""
        super().resizeEvent(event)
        self.scale = scale_over(self.scale, self.width(), self.fontMetrics())
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
            for face_id, band in zip(self.content.bands, self.areas().bands, strict=False):
                if band.contains(event.position()) and face_id != self.content.chosen:
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

    def areas(self) -> Areas:
        """Return where what lies."""
        row = self.fontMetrics().height()
        return areas_of(self.scale, self.height(), row, len(self.content.bands))

    def _forget(self) -> None:
        self._still = None
        self.update()

    def _painted(self) -> QPixmap:
        """Return what stands still."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.palette().color(QPalette.ColorRole.Window))
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        Backdrop(painter, self.areas(), self.scale, self.palette()).paint(self.content)
        painter.end()
        return pixmap


def _number(face: FaceColumns) -> int:
    return face.face_id
