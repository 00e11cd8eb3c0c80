"""The row above the picture while pictures are analyzed: how far, how long, and a stop button."""

import time
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStyle,
    QStyleOptionProgressBar,
    QStylePainter,
    QWidget,
)

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton

_TURN_S: Final = 1.5
"""How long a block takes from one end to the other."""


class ProgressRow(QWidget):
    """Words, a bar, and a button that stops and carries on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.bar, self.button = ElidedLabel(), _Bar(), PushButton()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID)
        self.button.setIcon(icon("stop"))
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.label, 2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button)

    def show_progress(self, words: str, n_done: int, n: int) -> None:
        """Show how many of how many pictures are done, and say it in words."""
        self.label.setText(words)
        self.bar.setMaximum(max(1, n))
        self.bar.setValue(n_done)
        self.bar.setAccessibleName(words)

    def show_busy(self, words: str) -> None:
        """Show that it goes on, nobody knows how far; called again and again, it moves."""
        self.label.setText(words)
        self.bar.setMaximum(0)
        self.bar.setAccessibleName(words)
        self.bar.update()

    def show_button(self, *, is_stopped: bool, words: str) -> None:
        """Show what the button does next."""
        self.button.setText(words)
        self.button.setIcon(icon("play" if is_stopped else "stop"))


class _Bar(QProgressBar):
    """Where the end is not known, a block goes to and fro; the style's own looks like the end."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, or the block."""
        if self.maximum():
            super().paintEvent(event)
            return
        option = QStyleOptionProgressBar()
        self.initStyleOption(option)
        option.maximum, option.progress = 1, 0
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_ProgressBarGroove, option)
        there = abs(time.monotonic() / _TURN_S % 2 - 1)
        wide = self.width() / 4
        block = QRectF(there * (self.width() - wide), 0, wide, self.height()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(block, GRID / 4, GRID / 4)
        painter.end()
