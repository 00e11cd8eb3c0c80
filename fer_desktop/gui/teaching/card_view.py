"""What a model's card says, beside what was measured: by the people it was measured on."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QVBoxLayout, QWidget

from fer_desktop.evaluation.quoted import Measured
from fer_desktop.evaluation.trust import weaknesses
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.teaching.tables import fill_table, share
from fer_desktop.teaching.measuring import MeasuredModel

_PEOPLE: Final = {
    "FERPlus": QT_TRANSLATE_NOOP("Teaching", "Faces of a web search (FER+)"),
    "facial_expressions": QT_TRANSLATE_NOOP("Teaching", "Press photographs of public figures"),
    "ckplus48": QT_TRANSLATE_NOOP("Teaching", "Adults in the USA, posed (CK+)"),
    "taiwan": QT_TRANSLATE_NOOP("Teaching", "Performers in Taiwan, posed"),
}
_OURS: Final = ("FERPlus", "facial_expressions")
"""Whose pictures are known to lack people."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class CardView(QWidget):
    """A table of the figures that a model's card quotes, and whom its training hardly saw."""

    def __init__(self, model: MeasuredModel) -> None:
        super().__init__()
        self._model = model
        self.heading, self.table, self.missing = QLabel(), QTableWidget(), QLabel()
        self.missing.setWordWrap(True)
        self.table.setWordWrap(False)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        # The tabs do not ask how high words are that go on in the next line.
        self.missing.setMinimumHeight(2 * self.missing.fontMetrics().lineSpacing())
        self.missing.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        for part in (self.heading, self.table, self.missing):
            whole.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        quoted = self._model.quoted
        words = _tr("What the card of {name} says, by whom it was measured on")
        self.heading.setText(words.format(name=self._model.name))
        self.heading.setVisible(bool(quoted))
        self.table.setVisible(bool(quoted))
        heads = [_tr("Faces"), _tr("Right"), _tr("Mean"), _tr("Weak in")]
        cells = [_cells(each) for each in quoted]
        fill_table(self.table, heads, [_people(each) for each in quoted], cells)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.setAccessibleName(self.heading.text())
        self.missing.setText(self._words())

    def _words(self) -> str:
        trained_on = " ".join(self._model.trained_on)
        if any(name in trained_on for name in _OURS):
            return _tr(
                "Its training pictures hold few children, old people and dark-skinned people, and "
                "hardly anybody from the side: expect more mistakes there. Their groups were never "
                "measured one by one, for no label tells them."
            )
        return _tr("Its card does not tell whose faces it learned from.")


def _people(measured: Measured) -> str:
    known = _PEOPLE.get(measured.data)
    return _tr(known) if known else f"{measured.data}, {measured.split}"


def _cells(measured: Measured) -> list[str]:
    figures = measured.figures
    weak = [name_of(each.label) for each in weaknesses(figures.get("per_class", {}))]
    shares = [figures.get(name) for name in ("accuracy", "balanced_accuracy")]
    told = [share(each) if isinstance(each, float) else "\u2013" for each in shares]
    return [str(figures.get("n", "\u2013")), *told, ", ".join(weak) or "\u2013"]
