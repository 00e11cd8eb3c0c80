"""A strip above the picture for what the user should know and can do something about."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from fer_desktop.gui.retranslated import Retranslated
from fer_desktop.gui.theme import GRID
from fer_desktop.gui.widgets import PushButton


class Banner(Retranslated, QFrame):
    """Words, at most one button to act, and one to close it. Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._act: Callable[[], None] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # file names may look like markup
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = PushButton()
        self._action.clicked.connect(self._on_action)
        self._close = PushButton()
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Write the button in the language of now; a message stays as it was told."""
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this message"))

    @property
    def text(self) -> str:
        """What is shown; "" while hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_message(
        self,
        text: str,
        *,
        is_problem: bool,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a message, and a button with the words `action` that calls `act`."""
        self._label.setText(text)
        self._act = act
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setProperty("kind", "problem" if is_problem else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()

    def clear(self) -> None:
        """Hide the banner."""
        self._act = None
        self.hide()

    def _on_action(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()
