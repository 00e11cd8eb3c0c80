"""A strip above the picture for what the user should know and can do something about."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from fer_desktop.gui.retranslated import Retranslated
from fer_desktop.gui.theme import GRID
from fer_desktop.gui.widgets import PushButton


class Banner(Retranslated, QFrame):
    """Words, at most two buttons to act, and one to close it. Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._act: Callable[[], None] | None = None
        self._act_too: Callable[[], None] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # file names may look like markup
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = PushButton()
        self._action.clicked.connect(self._on_action)
        self._other = PushButton()
        self._other.clicked.connect(self._on_other)
        self._close = PushButton()
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._other)
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
        other: str = "",
        act_too: Callable[[], None] | None = None,
    ) -> None:
        """Show a message, a button `action` that calls `act`, and one `other` for `act_too`."""
        self._label.setText(text)
        self._act, self._act_too = act, act_too
        for button, words in ((self._action, action), (self._other, other)):
            button.setText(words)
            button.setVisible(bool(words))
        self.setProperty("kind", "problem" if is_problem else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()

    def clear(self) -> None:
        """Hide the banner."""
        self._act = self._act_too = None
        self.hide()

    def _on_action(self) -> None:
        self._leave(self._act)

    def _on_other(self) -> None:
        self._leave(self._act_too)

    def _leave(self, act: Callable[[], None] | None) -> None:
        self.clear()
        if act is not None:
            act()
