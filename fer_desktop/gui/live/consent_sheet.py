"""Asks the people who are to be recorded, before anything is written: text, who, when."""

import re
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.settings import Settings
from fer_desktop.core.wall_time import utc
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.sessions.consent import Consent

_BETWEEN: Final = "[,;\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}]"
"""Stands between names."""
_MOST_LETTERS: Final = 20_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recording", text)


def usual_text() -> str:
    """Return what a sheet says unless the user writes something else, in the window's language."""
    return _tr(
        "A camera films my face, and a program on this computer guesses which expression it shows. "
        "It does not know what I feel, and it can be wrong.\n\n"
        "Kept are figures about my face and the time and, only if I was told so, the video. "
        "Everything stays on this computer unless I am asked again.\n\n"
        "What it is for: …\n"
        "Who sees it, and until when it is kept: …\n\n"
        "Taking part is my own choice. I can stop at any time without a reason and without any "
        "disadvantage, see what was recorded, and have it erased."
    )


class ConsentSheet(QDialog):
    """Opened with `open`; accepted only once somebody is named who has agreed."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        participant: str,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Show the sheet.

        Args:
            parent: The window.
            settings: With the text that the user wrote before, and the purpose.
            participant: Whom the recording is of, as the user said; "" where not.
            now: Tells the time, in seconds since 1970.
        """
        super().__init__(parent)
        self._settings, self._now = settings, now
        self.setWindowTitle(_tr("Consent Sheet"))
        self.about, self.label = QLabel(), QLabel()
        self.text = QPlainTextEdit(settings.consent_text or usual_text())
        self.people = QLineEdit(participant)
        self.agreed = QCheckBox()
        self.record, self.cancel = PushButton(), PushButton()
        self._assemble()
        self.text.textChanged.connect(self._refresh)
        self.people.textChanged.connect(self._refresh)
        self.agreed.toggled.connect(self._refresh)
        self.record.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._refresh()
        (self.agreed if participant else self.people).setFocus()
        keep_place(self, "consent sheet")

    @property
    def consent(self) -> Consent:
        """What was agreed to, by whom and now."""
        written = re.split(_BETWEEN, self.people.text())
        people = tuple(filter(None, (name.strip() for name in written)))
        language = QLocale().name()
        said = self.text.toPlainText().strip()
        return Consent(said, language, people, utc(self._now()), self._settings.purpose)

    @property
    def own_text(self) -> str:
        """The text as the settings keep it: "" for the program's own words."""
        text = self.text.toPlainText()
        return "" if text == usual_text() else text[:_MOST_LETTERS]

    def _refresh(self) -> None:
        found, missing = self.consent, ""
        if not found.text:
            missing = _tr("Write what people agree to.")
        elif not found.people:
            missing = _tr("Write who agrees.")
        elif not self.agreed.isChecked():
            missing = _tr("Tick that they have read it and agree.")
        allow_part(self.record, missing)

    def _assemble(self) -> None:
        self.about.setText(
            _tr(
                "Give this to the people who are recorded, or read it to them. It is kept beside "
                "the recording as consent.json, and erased with it. Write down what it is for; a "
                "study's own text may stand here instead."
            )
        )
        self.text.setAccessibleName(_tr("Text of the consent"))
        self.text.setTabChangesFocus(True)
        self.label.setText(_tr("&Who agrees (names or pseudonyms, with commas between)"))
        self.label.setBuddy(self.people)
        self.agreed.setText(_tr("They have &read this, or heard it, and agree"))
        self.record.setText(_tr("R&ecord"))
        self.record.setIcon(icon("record"))
        self.record.setDefault(True)
        self.cancel.setText(_tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.about.setObjectName("quiet")
        for label in (self.about, self.label):
            label.setWordWrap(True)
        buttons, whole = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.record)
        buttons.addWidget(self.cancel)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.about)
        whole.addWidget(self.text, 1)
        for part in (self.label, self.people, self.agreed):
            whole.addWidget(part)
        whole.addLayout(buttons)
        self.resize(80 * GRID, 64 * GRID)
