"""The bar of the correction mode: eight names with their keys, who it is, and undo."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
)

from fer_desktop.core.labels import LABELS
from fer_desktop.gui.common.icons import glyph, icon
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from fer_desktop.gui.common.words import name_of

_COLUMNS: Final = 4
UNDO_KEY: Final = "0"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class CorrectionBar(Retranslated, QFrame):
    """While it is shown, the keys 1 to 8 name the chosen face of its window.

    Signals:
        named: What the face really looks like, one of the eight labels.
        undone: The last correction was a mistake.
        left: The user has corrected enough.
    """

    named = Signal(str)
    undone = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", "problem")  # the strip that nobody overlooks
        self.sign, self.news = QLabel(), ElidedLabel()
        font = self.sign.font()
        font.setBold(True)
        self.sign.setFont(font)
        self.who, self._who = QLineEdit(), QLabel()
        self._who.setBuddy(self.who)
        self.who.setMaxLength(100)
        self.who.setFixedWidth(14 * GRID)
        self.buttons = {label: PushButton() for label in LABELS}
        self.undo, self.leave = PushButton(), PushButton()
        self.undo.setIcon(icon("undo"))
        self.leave.setIcon(icon("close"))
        for number, (label, button) in enumerate(self.buttons.items(), 1):
            button.setIcon(glyph(label))
            button.clicked.connect(lambda _=False, label=label: self.named.emit(label))
            # Not the button's own: that would press it first and act a tenth of a second later.
            self._on_key(str(number), partial(self.named.emit, label))
        self._on_key(UNDO_KEY, self.undone.emit)
        self.undo.clicked.connect(self.undone)
        self.leave.clicked.connect(self.left)
        for button in (*self.buttons.values(), self.undo, self.leave):
            button.setAutoDefault(False)
            # A click leaves the focus with the picture or the filmstrip.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._assemble()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.sign.setText(_tr("Correcting"))
        self.tell("")
        for number, (label, button) in enumerate(self.buttons.items(), 1):
            button.setText(f"{number}  {name_of(label)}")
        self.undo.setText(_tr("Undo"))
        self.undo.setToolTip(_tr("Undo the last correction ({key})").format(key=UNDO_KEY))
        self.leave.setText(_tr("Done"))
        self._who.setText(_tr("Person"))
        self.who.setPlaceholderText(_tr("if you like"))
        self.who.setToolTip(
            _tr("Faces of one person are held back together when a model is judged.")
        )

    def tell(self, news: str) -> None:
        """Say what was done; "" asks for the next face."""
        self.news.setText(news or _tr("What does this face really look like?"))

    def _on_key(self, key: str, act: Callable[[], None]) -> None:
        """Act on a key while the bar is shown; in the line of the person it is a letter."""
        QShortcut(QKeySequence(key), self).activated.connect(act)

    def _assemble(self) -> None:
        first, grid, whole = QHBoxLayout(), QGridLayout(), QVBoxLayout(self)
        first.setSpacing(GRID)
        first.addWidget(self.sign)
        first.addWidget(self.news, 1)
        first.addWidget(self._who)
        first.addWidget(self.who)
        # Few rows: on a low screen the picture needs the room.
        grid.setSpacing(GRID // 2)
        for position, button in enumerate(self.buttons.values()):
            grid.addWidget(button, position // _COLUMNS, position % _COLUMNS)
        for row, button in enumerate((self.undo, self.leave)):
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, row, _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        whole.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        whole.setSpacing(GRID // 2)
        whole.addLayout(first)
        whole.addLayout(grid)
