"""What will be recorded, at hand beside Record: with a video or not, which face, and whose."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout

from fer_desktop.core.settings import WITH_CONSENT, Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.live.consent_sheet import ConsentSheet
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.consent import Consent

SWITCHES: Final = ("record_video", "record_blurred", "record_chosen_only", "record_consent")
"""Settings that an action of the same name switches on and off."""
_MOST_LETTERS: Final = 100


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recording", text)


def asks_for_consent(settings: Settings) -> bool:
    """Return whether no recording begins before people have agreed to it."""
    return settings.record_consent or settings.purpose in WITH_CONSENT


class RecordingSetup(QObject):
    """Connects the actions that say what is recorded.

    Attributes:
        participant: Whom it is of, as the user says; "" for nobody. Kept until the program ends.
        session: What it is called.
        dialog: Asks for both just now; None else.
        sheet: The consent sheet that people read just now; None else.
    """

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self.participant = self.session = ""
        self.dialog: NamesDialog | None = None
        self.sheet: ConsentSheet | None = None
        self._is_on = False
        actions = window.actions_.by_name()
        self._show(chosen.settings)
        for name in SWITCHES:
            actions[name].triggered.connect(lambda on, name=name: chosen.change(**{name: on}))
        actions["name_recording"].triggered.connect(self._ask)
        chosen.changed.connect(lambda _, now: self._show(now))
        window.retranslated.connect(lambda: self._show(chosen.settings))

    def lock(self, on: bool) -> None:
        """Let nothing be changed while it is recorded."""
        self._is_on = on
        self._show(self._chosen.settings)

    def ask_people(self, begin: Callable[[Consent | None], None]) -> None:
        """Begin at once, or where a consent sheet belongs to it once people have agreed."""
        if self.sheet is not None:
            return
        if not asks_for_consent(self._chosen.settings):
            begin(None)
            return
        sheet = self.sheet = ConsentSheet(self._window, self._chosen.settings, self.participant)
        sheet.accepted.connect(lambda: self._agreed(sheet, begin))
        sheet.finished.connect(self._forget_sheet)
        sheet.open()  # never exec: the live picture goes on behind it

    def _agreed(self, sheet: ConsentSheet, begin: Callable[[Consent | None], None]) -> None:
        self._chosen.change(consent_text=sheet.own_text)
        begin(sheet.consent)

    def _forget_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None

    def close(self) -> None:
        """Ask no more."""
        if self.sheet is not None:
            self.sheet.reject()
        if self.dialog is not None:
            self.dialog.close()

    def _show(self, settings: Settings) -> None:
        actions = self._window.actions_.by_name()
        busy = _tr("It can be changed before a recording, not in it.") if self._is_on else ""
        for name in (*SWITCHES, "name_recording"):
            allow(actions[name], busy)
        for name in SWITCHES:
            actions[name].setChecked(getattr(settings, name))
        actions["record_consent"].setChecked(asks_for_consent(settings))
        if not busy and settings.purpose in WITH_CONSENT:
            why = _tr("It goes with each recording for research, at work and in education.")
            allow(actions["record_consent"], why)
        if not busy and not settings.record_video:
            allow(actions["record_blurred"], _tr("No video is recorded, so no face is seen."))

    def _ask(self) -> None:
        dialog = self.dialog = NamesDialog(self._window, self.participant, self.session)
        dialog.accepted.connect(self._take)
        dialog.finished.connect(self._forget)
        dialog.open()  # never exec: the live picture goes on behind it

    def _take(self) -> None:
        if self.dialog is not None:
            self.participant = self.dialog.participant.text().strip()
            self.session = self.dialog.session.text().strip()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class NamesDialog(QDialog):
    """Asks for the names of a participant and a session."""

    def __init__(self, window: MainWindow, participant: str, session: str) -> None:
        super().__init__(window)
        self.setWindowTitle(_tr("Participant and Session"))
        self.participant, self.session = QLineEdit(participant), QLineEdit(session)
        fields, whole = QFormLayout(), QVBoxLayout(self)
        fields.setSpacing(GRID)
        for words, line in (
            (_tr("&Participant"), self.participant),
            (_tr("&Session"), self.session),
        ):
            line.setMaxLength(_MOST_LETTERS)
            line.setMinimumWidth(30 * GRID)
            label = QLabel(words)
            label.setBuddy(line)
            label.setMinimumWidth(label.sizeHint().width() + GRID // 2)
            fields.addRow(label, line)
        note = QLabel(
            _tr(
                "Both go into the name of the session's folder and into session.json. A pseudonym "
                "is enough. They are forgotten when the program ends."
            )
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addLayout(fields)
        whole.addWidget(note)
        whole.addWidget(buttons)
