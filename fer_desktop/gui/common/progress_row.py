"""The row above the picture while pictures are analyzed: how far, how long, and a stop button."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton


class ProgressRow(QWidget):
    """Words, a bar, and a button that stops and carries on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.bar, self.button = ElidedLabel(), QProgressBar(), PushButton()
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

    def show_button(self, *, is_stopped: bool, words: str) -> None:
        """Show what the button does next."""
        self.button.setText(words)
        self.button.setIcon(icon("play" if is_stopped else "stop"))
