"""The rows above an opened picture: its name and place, and what the filmstrip shows."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fer_desktop.core.labels import INDEX, UNCERTAIN
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.pictures.filmstrip_order import (
    ALL,
    FACES,
    KINDS,
    LABEL,
    NAME,
    NO_FACE,
    OPENED,
    ORDERS,
    SEVERAL,
    UNREADABLE,
    UNSURE,
)

_KINDS: Final = {
    ALL: QT_TRANSLATE_NOOP("PictureBar", "All pictures"),
    SEVERAL: QT_TRANSLATE_NOOP("PictureBar", "several faces"),
    NO_FACE: QT_TRANSLATE_NOOP("PictureBar", "no face"),
    UNREADABLE: QT_TRANSLATE_NOOP("PictureBar", "can't be read"),
}
_ORDERS: Final = {
    OPENED: QT_TRANSLATE_NOOP("PictureBar", "As opened"),
    NAME: QT_TRANSLATE_NOOP("PictureBar", "By name"),
    LABEL: QT_TRANSLATE_NOOP("PictureBar", "By expression"),
    UNSURE: QT_TRANSLATE_NOOP("PictureBar", "Least sure first"),
    FACES: QT_TRANSLATE_NOOP("PictureBar", "Most faces first"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("PictureBar", text)


class PictureBar(Retranslated, QWidget):
    """Says what is shown; lets the user choose what the filmstrip shows.

    Signals:
        kind_wanted: Only pictures of a kind shall be shown, one of `KINDS`.
        order_wanted: They shall be shown in an order, one of `ORDERS`.
        names_wanted: Only those with these words in their names.
    """

    kind_wanted = Signal(str)
    order_wanted = Signal(str)
    names_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.place, self.words = ElidedLabel(), QLabel(), QLineEdit()
        self.place.setObjectName("quiet")
        self.kind, self.order, self.save = QComboBox(), QComboBox(), PushButton()
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(2 * GRID)  # a narrow window has little room for it
        self.words.setMaximumWidth(14 * GRID)
        self.words.textChanged.connect(self.names_wanted)
        self.kind.addItems([""] * len(KINDS))
        self.order.addItems([""] * len(ORDERS))
        self.kind.activated.connect(lambda at: self.kind_wanted.emit(KINDS[at]))
        self.order.activated.connect(lambda at: self.order_wanted.emit(ORDERS[at]))
        self.save.setIcon(icon("save"))
        self._labels = QLabel(), QLabel()
        for label, choice in zip(self._labels, (self.kind, self.order), strict=True):
            label.setBuddy(choice)  # on Linux a combo box is named by its label alone
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.name, 1)
        above.addWidget(self.place)
        above.addWidget(self.save)
        below.addWidget(self.words, 1)
        below.addStretch()
        for label, choice in zip(self._labels, (self.kind, self.order), strict=True):
            below.addWidget(label)
            below.addWidget(choice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID // 2)
        for row in (above, below):
            row.setSpacing(GRID)
            rows.addLayout(row)
        for choice in (self.kind, self.order):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(9)
            choice.setMinimumWidth(4 * GRID)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        for at, kind in enumerate(KINDS):
            is_label = kind in INDEX or kind == UNCERTAIN
            self.kind.setItemText(at, name_of(kind) if is_label else _tr(_KINDS[kind]))
        for at, order in enumerate(ORDERS):
            self.order.setItemText(at, _tr(_ORDERS[order]))
        self.words.setPlaceholderText(_tr("Find a name"))
        self.words.setAccessibleName(_tr("Find a name"))
        choices, words_of = (self.kind, self.order), (_tr("Show"), _tr("Order"))
        for label, choice, words in zip(self._labels, choices, words_of, strict=True):
            label.setText(words)
            choice.setAccessibleName(words)
            choice.setToolTip(words)
        self.save.setText(_tr("Save Table…"))
        self.save.setToolTip(_tr("Save Table"))

    def forget(self) -> None:
        """Show all pictures again, as they were opened."""
        self.words.clear()
        for choice, wanted in ((self.kind, self.kind_wanted), (self.order, self.order_wanted)):
            if choice.currentIndex():
                choice.setCurrentIndex(0)
                wanted.emit(ALL if choice is self.kind else OPENED)

    def show_place(self, name: str, row: int, n_shown: int, n: int) -> None:
        """Say which picture is shown.

        Args:
            name: Of its file; "" where none is shown.
            row: Where it stands among those in the strip, from 0; -1 where it is not among them.
            n_shown: How many are in the strip.
            n: How many are open.
        """
        place = ""
        if row >= 0:
            place = _tr("{number} of {n}").format(number=row + 1, n=n_shown)
        if n_shown < n:
            place = ", ".join(filter(None, (place, _tr("{n} open").format(n=n))))
        self.name.setText(name)
        self.place.setText(place)
