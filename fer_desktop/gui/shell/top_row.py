"""The row above the picture: words that keep their room, and buttons that shrink to their icons."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton

_LEAST_WORDS: Final = 8 * GRID
"""Less room the words never have."""
_MOST_WORDS: Final = 30 * GRID
"""So much room the words have before the first buttons have theirs."""
_FEW_WORDS: Final = 14 * GRID
"""So much room they have before any other button has its own."""


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
        shown = [button for button in self._buttons if not button.isHidden()]
        # The one with a menu, which records, stays where it is under the mouse whatever is told:
        # those behind it make room for a few words only, and those before it for all.
        menu = next((n for n, b in enumerate(shown) if b.objectName() == "narrow"), 0)
        main = max(0, menu - 1)
        before, after = shown[:main], [*reversed(shown[menu + 1 :]), *shown[main : menu + 1]]
        room = self.width() - 3 * GRID - sum(button.full_width() + GRID for button in shown)
        saved = sum(button.full_width() - button.icon_width() for button in before)
        room = _shrink(after, room + saved, _FEW_WORDS) - saved
        _shrink(before, room, min(words, _MOST_WORDS))


def _shrink(buttons: list[PushButton], room: int, wanted: int) -> int:
    """Let as many buttons as must lose their words, and return the room that is left."""
    for button in buttons:
        is_narrow = room < wanted
        if is_narrow:
            room += button.full_width() - button.icon_width()
        button.set_narrow(is_narrow)
    return room
