"""The head of a review: what the session is, and whose timeline and figures are shown."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import about_words, face_words
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from fer_desktop.gui.shell.action_table import ACTIONS, translated, without_mnemonic
from fer_desktop.sessions.review import LoadedSession
from fer_desktop.sessions.table import FaceColumns

CORRECT_KEY: Final = str(ACTIONS["correct"].keys)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewHead(Retranslated, QWidget):
    """A line about the session, the choice of a face, and the buttons that keep and export it.

    Signals:
        chosen: The user wants another face.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: LoadedSession | None = None
        self._faces: list[FaceColumns] = []
        self.about, self._label, self.faces = ElidedLabel(), QLabel(), QComboBox()
        self._label.setBuddy(self.faces)
        self.correct, self.keep, self.export = PushButton(), PushButton(), PushButton()
        self.correct.setIcon(icon("calibrate"))
        self.correct.set_narrow(True)
        self.correct.setAutoDefault(False)
        self.keep.setIcon(icon("save"))
        self.keep.setAutoDefault(False)
        self.keep.hide()
        self.export.setIcon(icon("export"))
        self.export.setAutoDefault(False)
        self.faces.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.faces.activated.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.about, 1)
        row.addWidget(self._label)
        row.addWidget(self.faces)
        row.addWidget(self.correct)
        row.addWidget(self.keep)
        row.addWidget(self.export)
        self.retranslate()

    @property
    def face(self) -> FaceColumns | None:
        """The face that is chosen; None of a session without faces."""
        row = self.faces.currentIndex()
        return self._faces[row] if row >= 0 else None

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self._label.setText(_tr("&Face"))
        correct = without_mnemonic(translated(ACTIONS["correct"].text))
        self.correct.setText(correct)
        self.correct.setToolTip(f"{correct} ({CORRECT_KEY})")
        self.faces.setAccessibleName(_tr("Face whose timeline is shown"))
        self.keep.setText(_tr("&Keep as Session"))
        self.export.setText(_tr("E&xport…"))
        is_read = self._session is not None
        reading = "" if is_read else _tr("The session is still being read.")
        only = _tr("There is only one face.") if self._faces else _tr("No face was found.")
        allow_part(self.faces, reading or ("" if len(self._faces) > 1 else only))
        allow_part(self.export, reading)
        if self._session is not None:
            for row, face in enumerate(self._faces):
                self.faces.setItemText(row, face_words(face.face_id))
            self.about.setText(about_words(self._session.files.info, self._session.table))

    def show_session(self, session: LoadedSession) -> None:
        """Take a session; the face that is seen most is chosen."""
        self._session, faces = session, session.table.faces
        self._faces = sorted(faces, key=lambda face: face.face_id)
        self.faces.clear()
        self.faces.addItems([face_words(face.face_id) for face in self._faces])
        if faces:
            self.faces.setCurrentIndex(self._faces.index(faces[0]))
        self.retranslate()

    @property
    def offers_to_keep(self) -> bool:
        """Whether the session is kept nowhere yet."""
        return not self.keep.isHidden()

    def offer_to_keep(self) -> None:
        """Show the button that keeps the session, which else goes with the window."""
        self.keep.show()

    def choose(self, face_id: int) -> None:
        """Choose the face with this number."""
        if self._session is not None:
            numbers = [face.face_id for face in self._faces]
            self.faces.setCurrentIndex(numbers.index(face_id))
            self.chosen.emit()
