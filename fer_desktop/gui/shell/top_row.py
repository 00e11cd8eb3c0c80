"""The row above the picture: words that keep their room, and buttons that shrink to their icons."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton

_LEAST_WORDS: Final = 8 * GRID
"""Less room the words never have."""
_MOST_WORDS: Final = 30 * GRID
"""So much room the words have before any button has its own."""


class TopRow(QWidget):
    """Shows as many buttons with their words as there is room for beside those of the label."""

    def __init__(self, *parts: QWidget) -> None:
        """Take the parts from left to right; the one that is an `ElidedLabel` grows.

        A button named `narrow` belongs to the one before it.
        """
        super().__init__()
        self._label = next(part for part in parts if isinstance(part, ElidedLabel))
        self._buttons = [part for part in parts if isinstance(part, PushButton)]
        self._label.setMinimumWidth(_LEAST_WORDS)
        pair = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            if part.objectName() == "narrow":
                pair.addWidget(part)
            elif after is not None and after.objectName() == "narrow":
                pair = QHBoxLayout()
                pair.setSpacing(2)
                pair.addWidget(part)
                self._row.addLayout(pair)
            else:
                self._row.addWidget(part, 1 if part is self._label else 0)

    def event(self, event: QEvent) -> bool:
        """Give room to the words, or to the buttons."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            # After the layout has done what it was asked for, or it would be asked in between.
            QTimer.singleShot(0, self, self._arrange)
        return super().event(event)

    def _arrange(self) -> None:
        words = self._label.fontMetrics().horizontalAdvance(self._label.text()) + GRID
        wanted = min(words, _MOST_WORDS)
        shown = [button for button in self._buttons if not button.isHidden()]
        room = self.width() - 3 * GRID - wanted
        room -= sum(button.full_width() + GRID for button in shown)
        for button in self._first_to_shrink(shown):
            is_narrow = room < 0
            if is_narrow:
                room += button.full_width() - button.icon_width()
            button.set_narrow(is_narrow)

    def _first_to_shrink(self, shown: list[PushButton]) -> list[PushButton]:
        """Return the buttons in the order in which they lose their words.

        Those before the one with a menu, which so stays where it is under the mouse; then those
        behind it from the last on; then that one.
        """
        menu = next((n for n, b in enumerate(shown) if b.objectName() == "narrow"), 0)
        main = max(0, menu - 1)
        return [*shown[:main], *reversed(shown[menu + 1 :]), *shown[main : menu + 1]]
