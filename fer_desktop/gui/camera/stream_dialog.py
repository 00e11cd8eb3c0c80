"""The dialog that opens a network stream: its address, a check, and what is remembered of it."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.system import window_memory
from fer_desktop.system.background import Background
from fer_desktop.vision.camera.stream_address import (
    Address,
    begin_check,
    can_keep_passwords,
    keep_password,
    parsed,
    problem_of,
    with_kept_password,
)

RECENT: Final = "streams"
_LOOK_MS: Final = 100
_PROBLEMS: Final = {
    "empty": QT_TRANSLATE_NOOP("Stream", "Write the address of the stream."),
    "scheme": QT_TRANSLATE_NOOP(
        "Stream", "An address begins with rtsp://, rtsps://, http:// or https://."
    ),
    "host": QT_TRANSLATE_NOOP("Stream", "The address names no computer, such as 192.168.1.20."),
    "port": QT_TRANSLATE_NOOP(
        "Stream", "What stands behind the colon is no port: a number from 1 to 65535."
    ),
    "space": QT_TRANSLATE_NOOP("Stream", "An address has no spaces."),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stream", text)


class StreamDialog(Retranslated, QDialog):
    """Opened with `open`; the live picture goes on behind it.

    Signals:
        wanted: The address, with its password, that the user wants to see.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        """Offer the streams of last time; `settings` are those of the check."""
        super().__init__(parent)
        self._settings = settings
        self._job: Background[Any] | None = None
        self.banner, self.address = Banner(), QComboBox()
        self.user, self.password = QLineEdit(), QLineEdit()
        self.remember, self.note = QCheckBox(), QLabel()
        self.check, self.open_, self.cancel = PushButton(), PushButton(), PushButton()
        self._labels = {part: QLabel() for part in (self.address, self.user, self.password)}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._assemble()
        self.retranslate()
        self.address.setFocus()
        self._fill(self.address.currentText())

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Open Stream"))
        words = (_tr("&Address:"), _tr("&User:"), _tr("&Password:"))
        for (part, label), text in zip(self._labels.items(), words, strict=True):
            label.setText(text)
            part.setAccessibleName(text.replace("&", "").rstrip(":\uff1a\u00a0 "))
        self.remember.setText(_tr("&Remember the password"))
        none = _tr("There is no keyring that this program can use, so no password is kept.")
        why = "" if can_keep_passwords() else none
        allow_part(self.remember, why)
        self.note.setText(why or _tr("It is kept in the keyring of this system."))
        self.check.setText(_tr("&Check"))
        self.open_.setText(_tr("&Open"))
        self.cancel.setText(_tr("Cancel"))

    def done(self, result: int) -> None:
        """End the check, and close."""
        self._end()
        super().done(result)

    def _now(self) -> Address:
        """Return what is written; user and password in the address count, too."""
        found = parsed(self.address.currentText())
        user, password = self.user.text(), self.password.text()
        return Address(found.plain, user or found.user, password or found.password)

    def _is_fine(self) -> bool:
        problem = problem_of(self._now().plain)
        if problem:
            self.banner.show_message(_tr(_PROBLEMS[problem]), is_problem=True)
            self.address.setFocus()
        return not problem

    # What the user does

    def _fill(self, plain: str) -> None:
        """Show what the keyring has for an address."""
        if plain and not self.user.text() and not self.password.text():
            kept = with_kept_password(plain)
            self.user.setText(kept.user)
            self.password.setText(kept.password)
            self.remember.setChecked(bool(kept.password))

    def _choose(self, plain: str) -> None:
        self.user.clear()
        self.password.clear()
        self._fill(plain)

    def _check(self) -> None:
        if self._job is None and self._is_fine():
            self.banner.show_message(_tr("Looking for a picture…"), is_problem=False)
            self._job = begin_check(self._now(), self._settings)
            allow_part(self.check, _tr("Looking for a picture…"))
            self._timer.start(_LOOK_MS)

    def _open(self) -> None:
        if not self._is_fine():
            return
        address = self._now()
        window_memory.note_recent(RECENT, address.plain)
        if self.remember.isChecked():
            keep_password(address)
        self.wanted.emit(address.whole)
        self.accept()

    # What happens

    def _look(self) -> None:
        job = self._job
        if job is None or not job.is_over:
            return
        self._end()
        if job.result is None:
            self.banner.show_message(job.problem, is_problem=True)
        else:
            width, height = job.result
            words = _tr("There is a picture of {width} x {height} pixels.")
            self.banner.show_message(words.format(width=width, height=height), is_problem=False)

    def _end(self) -> None:
        self._timer.stop()
        allow_part(self.check)
        if self._job is not None:
            self._job.stop(timeout_s=0)  # opening may hang until its own time is over
            self._job = None

    def _assemble(self) -> None:
        self.address.setEditable(True)
        self.address.addItems(window_memory.recent(RECENT))
        self.address.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.address.setMinimumContentsLength(30)
        wide, high = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.address.setSizePolicy(wide, high)
        line = self.address.lineEdit()
        if line is not None:
            line.setPlaceholderText("rtsp://192.168.1.20/stream")
        self.address.textActivated.connect(self._choose)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.note.setObjectName("quiet")
        self.note.setWordWrap(True)
        self.open_.setIcon(icon("stream"))
        self.open_.setDefault(True)
        for button in (self.check, self.cancel):
            button.setAutoDefault(False)
        self.check.clicked.connect(self._check)
        self.open_.clicked.connect(self._open)
        self.cancel.clicked.connect(self.reject)
        fields = QFormLayout()
        fields.setSpacing(GRID)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for part, label in self._labels.items():
            label.setBuddy(part)
            fields.addRow(label, part)
        fields.addRow("", self.remember)
        fields.addRow(self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.check)
        buttons.addStretch(1)
        buttons.addWidget(self.open_)
        buttons.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self.banner)
        whole.addLayout(fields)
        whole.addStretch(1)
        whole.addLayout(buttons)
        self.resize(66 * GRID, 42 * GRID)
        keep_place(self, "stream")
