"""A strip above the picture for what the user should know and can do something about."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton

_MOST: Final = 4
_WORDS: Final = 24 * GRID
"""Where words would have less room than that beside the buttons, these stand below them."""

Choice = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""


class Banner(Retranslated, QFrame):
    """Words, at most four buttons to act, and one to close it. Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._choices: Sequence[Choice] = ()
        self._words, self._is_compact = "", False
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # file names may look like markup
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row, self._buttons = QWidget(), [PushButton() for _ in range(_MOST)]
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for number, button in enumerate(self._buttons):
            button.clicked.connect(lambda *_, at=number: self._choose(at))
            row.addWidget(button)
        self._close = PushButton()
        self._close.clicked.connect(self.clear)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(3 * GRID // 2, GRID, GRID, GRID)
        self._layout.setSpacing(GRID)
        self._layout.setColumnStretch(0, 1)
        self._is_high = True
        self._layout.addWidget(self._label, 0, 0)
        self._arrange(is_high=False)  # before the last button, so that Tab comes by in this order
        self._layout.addWidget(self._close, 0, 2)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Write the button in the language of now; a message stays as it was told."""
        self._close.setText("" if self._is_compact else self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this message"))

    @property
    def text(self) -> str:
        """What is shown; "" while hidden."""
        return "" if self.isHidden() else self._words

    def show_message(
        self,
        text: str,
        *,
        is_problem: bool,
        action: str = "",
        act: Callable[[], None] | None = None,
        choices: Sequence[Choice] = (),
    ) -> None:
        """Show a message with a button `action` that calls `act`, or with up to four choices."""
        self._words = text
        self._show_words()
        self._choices = ((action, act),) if act is not None else tuple(choices)
        for number, button in enumerate(self._buttons):
            button.setText(self._choices[number][0] if number < len(self._choices) else "")
            button.setVisible(number < len(self._choices))
        self._row.setVisible(bool(self._choices) and not self._is_compact)
        self.setProperty("kind", "problem" if is_problem else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()

    def clear(self) -> None:
        """Hide the banner."""
        self._choices = ()
        self.hide()

    def set_compact(self, on: bool) -> None:
        """Take one line, without the buttons, in a view that has little room; the tip has all."""
        self._is_compact = on
        self._label.setWordWrap(not on)
        wide = QSizePolicy.Policy.Ignored if on else QSizePolicy.Policy.Expanding
        self._label.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        self._close.setProperty("icon-only", on)
        self._close.style().unpolish(self._close)
        self._close.style().polish(self._close)
        self._close.setText("" if on else self.tr("Close"))
        self._close.setIcon(icon("close") if on else QIcon())
        margin = GRID // 2 if on else GRID
        self._layout.setContentsMargins(3 * GRID // 2, margin, margin, margin)
        self._row.setVisible(bool(self._choices) and not on)
        self._show_words()

    def _show_words(self) -> None:
        words, label = self._words, self._label
        if self._is_compact:
            end = Qt.TextElideMode.ElideRight
            words = label.fontMetrics().elidedText(words.replace("\n", " "), end, label.width())
        label.setText(words)
        self.setToolTip(self._words if self._is_compact else "")

    def minimumSizeHint(self) -> QSize:
        """Return a size that words and buttons need one below the other."""
        least, margins = super().minimumSizeHint(), self._layout.contentsMargins()
        if self._is_compact:
            least.setWidth(20 * GRID)
            return least
        beside = self._label.minimumSizeHint().width() + GRID + self._close.sizeHint().width()
        below = 0 if self._row.isHidden() else self._row.sizeHint().width()
        least.setWidth(margins.left() + max(beside, below) + margins.right())
        return least

    def event(self, event: QEvent) -> bool:
        """Put the buttons where there is room for them."""
        if event.type() is QEvent.Type.Resize and self._is_compact:
            QTimer.singleShot(0, self, self._show_words)  # when the label has its width
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            margins = self._layout.contentsMargins()
            around = margins.left() + margins.right() + 2 * GRID
            buttons = self._row.sizeHint().width() + self._close.sizeHint().width()
            has_room = self.width() - around - buttons >= _WORDS
            self._arrange(is_high=not has_room and not self._row.isHidden())
        return super().event(event)

    def _arrange(self, *, is_high: bool) -> None:
        """Put the buttons below the words, or beside them."""
        if is_high == self._is_high:
            return
        self._is_high = is_high
        self._layout.removeWidget(self._row)
        if is_high:
            self._layout.addWidget(self._row, 1, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        else:
            self._layout.addWidget(self._row, 0, 1)

    def _choose(self, number: int) -> None:
        _, act = self._choices[number]
        self.clear()
        act()
