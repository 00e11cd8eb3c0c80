"""What the program is used for, and the law's own words where it forbids that."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.theme import GRID

_WORK: Final = "work"
"""No purpose yet: only a reason below it makes it one."""
_PURPOSES: Final = {
    "personal": QT_TRANSLATE_NOOP("Welcome", "For myself: to try it, to learn, to practise"),
    "informed": QT_TRANSLATE_NOOP("Welcome", "With people who know of it: art, games, a show"),
    "research": QT_TRANSLATE_NOOP("Welcome", "Research with people who have agreed to it"),
    _WORK: QT_TRANSLATE_NOOP(
        "Welcome", "At work or in education: employees, applicants, pupils, students"
    ),
}
_REASONS: Final = {
    "medical": QT_TRANSLATE_NOOP("Welcome", "For medical reasons"),
    "safety": QT_TRANSLATE_NOOP("Welcome", "For safety reasons"),
    "outside": QT_TRANSLATE_NOOP(
        "Welcome", "Outside the European Union, and no result is used in it"
    ),
}
# The official words of Regulation (EU) 2024/1689 in each of its languages.
_ARTICLE: Final = QT_TRANSLATE_NOOP(
    "Welcome",
    "“The following AI practices shall be prohibited: […] the placing on the market, the putting "
    "into service for this specific purpose, or the use of AI systems to infer emotions of a "
    "natural person in the areas of workplace and education institutions, except where the use of "
    "the AI system is intended to be put in place or into the market for medical or safety "
    "reasons” (Regulation (EU) 2024/1689, Article 5(1)(f)).",
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Welcome", text)


class PurposeChoice(QWidget):
    """Asks for the purpose; work and education lead to the article and its exceptions.

    Signals:
        changed: Another answer.
    """

    changed = Signal()

    def __init__(self, purpose: str = "") -> None:
        """Ask, with an earlier answer chosen; "" for none."""
        super().__init__()
        self.purposes = {name: QRadioButton(_tr(text)) for name, text in _PURPOSES.items()}
        self.reasons = {name: QRadioButton(_tr(text)) for name, text in _REASONS.items()}
        # Two groups: a reason is chosen beside its purpose, not in its place.
        self._groups = QButtonGroup(self), QButtonGroup(self)
        for group, some in zip(self._groups, (self.purposes, self.reasons), strict=True):
            for button in some.values():
                group.addButton(button)
        self.article, self.stop = QLabel(_tr(_ARTICLE)), QLabel()
        self.stop.setText(
            _tr("Where none of these holds it is forbidden, and the program does not start.")
        )
        self.law = QWidget()
        self._assemble()
        if purpose in self.reasons:
            self.purposes[_WORK].setChecked(True)
            self.reasons[purpose].setChecked(True)
        elif purpose in self.purposes:
            self.purposes[purpose].setChecked(True)
        self._show_law()
        for group in self._groups:
            group.buttonToggled.connect(self._tell)

    @property
    def chosen(self) -> str:
        """The answer as the settings keep it; "" where there is none that is allowed."""
        name = next((name for name, each in self.purposes.items() if each.isChecked()), "")
        if name != _WORK:
            return name
        return next((name for name, each in self.reasons.items() if each.isChecked()), "")

    @property
    def is_forbidden(self) -> bool:
        """Whether the answer is work or education, and no exception holds."""
        return self.purposes[_WORK].isChecked() and not self.chosen

    @property
    def first(self) -> QRadioButton:
        """Where the keyboard begins."""
        return self.purposes["personal"]

    def spoken(self) -> str:
        """Return the question and what stands below it, for screen readers."""
        return " ".join(label.text() for label in self.findChildren(QLabel))

    def _tell(self, _: object, on: bool) -> None:
        if on:
            self._show_law()
            self.changed.emit()

    def _show_law(self) -> None:
        self.law.setVisible(self.purposes[_WORK].isChecked())

    def _assemble(self) -> None:
        question = QLabel(_tr("What do you use it for?"))
        font = question.font()
        font.setBold(True)
        question.setFont(font)
        whole, law = QVBoxLayout(self), QGridLayout(self.law)
        whole.setContentsMargins(0, 0, 0, 0)
        law.setContentsMargins(3 * GRID, 0, 0, 0)
        for layout in (whole, law):
            layout.setSpacing(GRID)
        whole.addWidget(question)
        for button in self.purposes.values():
            whole.addWidget(button)
        whole.addWidget(self.law)
        self.stop.setObjectName("problem")
        for row, part in enumerate((self.article, *self.reasons.values(), self.stop)):
            law.addWidget(part, row, 0)
        for label in (self.article, self.stop):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.article.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
