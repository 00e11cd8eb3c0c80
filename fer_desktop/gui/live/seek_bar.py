"""The bar of a video: where it stands, what was analyzed so far, and a way to any other moment."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSlider, QToolTip

from fer_desktop.core.contrast import readable
from fer_desktop.core.overlay import COLORS
from fer_desktop.gui.common.session_words import clock
from fer_desktop.gui.common.theme import GRID

_GROOVE: Final = 6.0
_HANDLE: Final = 7.0
_MS: Final = 1000
_KEYS: Final = {
    # a key -> frames, seconds
    Qt.Key.Key_Left: (-1, 0.0),
    Qt.Key.Key_Right: (1, 0.0),
    Qt.Key.Key_Down: (-1, 0.0),
    Qt.Key.Key_Up: (1, 0.0),
    Qt.Key.Key_PageUp: (0, -5.0),
    Qt.Key.Key_PageDown: (0, 5.0),
}


class Stretch(NamedTuple):
    """A part of the video that was analyzed: from when to when, and the label that was shown.

    `label` is None where no face was seen.
    """

    start_s: float
    end_s: float
    label: str | None


class SeekBar(QSlider):
    """A slider in milliseconds whose every place can be clicked.

    Signals:
        sought: A moment is wanted, in seconds.
        stepped: So many frames on, or back, are wanted.
    """

    sought = Signal(float)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMouseTracking(True)
        self._stretches: Sequence[Stretch] = ()
        self.valueChanged.connect(lambda value: self.sought.emit(value / _MS))

    @property
    def stretches(self) -> Sequence[Stretch]:
        """What was analyzed so far."""
        return self._stretches

    def show_length(self, length_s: float) -> None:
        """Let the bar be of this length."""
        if self.maximum() != round(length_s * _MS):
            with QSignalBlocker(self):
                self.setRange(0, round(length_s * _MS))
            self.update()

    def show_time(self, time_s: float) -> None:
        """Show where the video stands, unless the user just moves it."""
        if not self.isSliderDown() and self.value() != round(time_s * _MS):
            with QSignalBlocker(self):
                self.setValue(round(time_s * _MS))
            self.update()

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Show what was analyzed so far."""
        if list(stretches) != list(self._stretches):
            self._stretches = stretches
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the handle."""
        return QSize(30 * GRID, 3 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(10 * GRID, 3 * GRID)

    def time_at(self, x: float) -> float:
        """Return the moment of a place in the bar, in seconds."""
        share = (x - _HANDLE) / max(1.0, self.width() - 2 * _HANDLE)
        return min(max(0.0, share), 1.0) * self.maximum() / _MS

    def x_of(self, time_s: float) -> float:
        """Return the place of a moment in the bar, in pixels."""
        share = time_s * _MS / self.maximum() if self.maximum() else 0.0
        return _HANDLE + min(max(0.0, share), 1.0) * (self.width() - 2 * _HANDLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go with the mouse; without a button tell which moment it is on."""
        x = event.position().x()
        if self.isSliderDown():
            self._go_to(x)
        words = clock(self.time_at(x))
        QToolTip.showText(event.globalPosition().toPoint(), words, self, self.rect(), 2000)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by frames and by seconds; leave all other keys to the window."""
        found = _KEYS.get(Qt.Key(event.key()))
        if found is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        n_frames, seconds = found
        if n_frames:
            self.stepped.emit(n_frames)
        else:
            self.sought.emit(max(0.0, self.value() / _MS + seconds))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove, what was analyzed, and the handle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self.palette(), self.height() / 2
        groove = QRectF(_HANDLE, middle - _GROOVE / 2, self.width() - 2 * _HANDLE, _GROOVE)
        outline = QPainterPath()
        outline.addRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        painter.fillPath(outline, palette.color(QPalette.ColorRole.Mid))
        painter.setClipPath(outline)
        for stretch in self._stretches:
            left, right = self.x_of(stretch.start_s), self.x_of(stretch.end_s)
            painter.fillRect(
                QRectF(left, groove.top(), max(1.0, right - left), _GROOVE),
                self._color(stretch.label),
            )
        painter.setClipping(False)
        if self.isEnabled():
            center = QPointF(self.x_of(self.value() / _MS), middle)
            is_chosen = self.hasFocus()
            role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.WindowText
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Window))
            painter.drawEllipse(center, _HANDLE, _HANDLE)
            painter.setBrush(palette.color(role))
            painter.drawEllipse(center, _HANDLE - 1.5, _HANDLE - 1.5)
        painter.end()

    def _color(self, label: str | None) -> QColor:
        palette = self.palette()
        if label is None or label not in COLORS:
            return palette.color(QPalette.ColorRole.PlaceholderText)
        ground = palette.color(QPalette.ColorRole.Window)
        return QColor(*readable(COLORS[label], (ground.red(), ground.green(), ground.blue())))

    def _go_to(self, x: float) -> None:
        value = round(self.time_at(x) * _MS)
        if value == self.value():
            self.sought.emit(value / _MS)
        self.setValue(value)
