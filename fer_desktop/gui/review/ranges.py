"""The row below a review's timeline: leave a range out of the figures, or count it again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fer_desktop.gui.common.numbers import decimal
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import clock
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from fer_desktop.sessions.exclusions import Exclusion

_KEYS = {"start": "I", "end": "O", "undo": "Ctrl+Z"}
_MOST_LETTERS = 200


class ReviewRanges(Retranslated, QWidget):
    """Says which range is selected, and what can be done with it.

    Signals:
        edge_wanted: The selection shall start (True) or end (False) at the moment looked at.
        excluded: A new range shall be left out.
        restored: All ranges that touch this one shall count again: start and end in seconds.
        undone: The last change shall be taken back.
    """

    edge_wanted = Signal(bool)
    excluded = Signal(Exclusion)
    restored = Signal(float, float)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection: tuple[float, float] | None = None
        self._exclusions: tuple[Exclusion, ...] = ()
        self._can_undo = False
        self.words, self.reason = ElidedLabel(), QLineEdit()
        self.reason.setMaxLength(_MOST_LETTERS)
        self.reason.returnPressed.connect(self._exclude)
        self.exclude, self.restore, self.undo = PushButton(), PushButton(), PushButton()
        self.exclude.clicked.connect(self._exclude)
        self.restore.clicked.connect(self._restore)
        self.undo.clicked.connect(self.undone)
        self.actions_ = {name: self._action(name) for name in _KEYS}
        self.actions_["start"].triggered.connect(lambda: self.edge_wanted.emit(True))
        self.actions_["end"].triggered.connect(lambda: self.edge_wanted.emit(False))
        self.actions_["undo"].triggered.connect(self.undo.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.words, 3)
        row.addWidget(self.reason, 2)
        for button in (self.exclude, self.restore, self.undo):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.reason.setPlaceholderText(self.tr("Reason, if you like"))
        self.reason.setAccessibleName(self.tr("Reason for leaving the range out"))
        self.exclude.setText(self.tr("&Leave Out"))
        self.restore.setText(self.tr("&Count Again"))
        self.undo.setText(self.tr("&Undo"))
        self._refresh()

    def show_state(self, exclusions: tuple[Exclusion, ...], *, can_undo: bool) -> None:
        """Show which ranges are left out now."""
        self._exclusions, self._can_undo = exclusions, can_undo
        self._refresh()

    def show_selection(self, selection: tuple[float, float] | None) -> None:
        """Show a selected range; None shows none."""
        self.selection = selection
        self._refresh()

    def _refresh(self) -> None:
        selection = self.selection
        touched = [each for each in self._exclusions if selection and _touch(each, selection)]
        is_range = selection is not None and selection[0] < selection[1]
        self.words.setText(self._state(touched))
        select = self.tr("Drag over the timeline, or press I and O, to select a range.")
        allow_part(self.exclude, "" if is_range else select)
        self.reason.setVisible(is_range)  # else its room is that of the words beside it
        click = self.tr("Click first on a range that is left out.")
        allow_part(self.restore, "" if touched else click)
        unchanged = self.tr("Nothing was left out or counted again yet.")
        allow_part(self.undo, "" if self._can_undo else unchanged)

    def _state(self, touched: list[Exclusion]) -> str:
        if touched:
            words = self.tr("Left out: {start} to {end}. {reason}")
            first = touched[0]
            return words.format(
                start=clock(first.start_s), end=clock(first.end_s), reason=first.reason
            )
        if self.selection is not None and self.selection[0] < self.selection[1]:
            return self.tr("Selected: {start} to {end}").format(
                start=clock(self.selection[0]), end=clock(self.selection[1])
            )
        if self._exclusions:
            whole_s = sum(each.end_s - each.start_s for each in self._exclusions)
            return self.tr("Ranges left out of the figures: {n}, {length} s together").format(
                n=len(self._exclusions), length=decimal(whole_s, 1)
            )
        return self.tr("Drag over the timeline, or press I and O, to select a range.")

    def _exclude(self) -> None:
        if self.exclude.isEnabled() and self.selection is not None:
            exclusion = Exclusion(*self.selection, self.reason.text().strip())
            self.reason.clear()
            self.excluded.emit(exclusion)

    def _restore(self) -> None:
        if self.selection is not None:
            self.restored.emit(*self.selection)

    def _action(self, name: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(_KEYS[name]))
        self.addAction(action)
        return action


def _touch(exclusion: Exclusion, selection: tuple[float, float]) -> bool:
    start_s, end_s = selection
    return exclusion.start_s <= end_s and start_s < exclusion.end_s
