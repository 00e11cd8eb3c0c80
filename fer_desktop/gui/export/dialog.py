"""The dialog that writes a session as a file of another program."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.export.session_export import SessionExport, begin_export, begin_to_list_faces
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.loading_row import LoadingRow
from fer_desktop.gui.common.messages import ask_replace
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import face_words
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.export.format_list import FormatList
from fer_desktop.gui.export.target import ExportTarget
from fer_desktop.system.background import Background

_LOOK_MS: Final = 50


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


@dataclass(frozen=True)
class ExportSubject:
    """What is exported.

    Attributes:
        folder: Of the session.
        title: What it is called, in the file too.
        stem: What its files are called, without a suffix.
        place: Where they go unless the user says otherwise.
        faces: Numbers of its faces; None where the dialog has to find out.
        has_exclusions: There are ranges that its figures leave out.
        note: What else is to be known, as a sentence; "" for nothing.
        is_stills: It is single pictures, for which not every format fits.
        write: Begins to write what is ordered.
    """

    folder: Path
    title: str
    stem: str
    place: Path
    faces: tuple[int, ...] | None = ()
    has_exclusions: bool = False
    note: str = ""
    is_stills: bool = False
    write: Callable[[SessionExport], Background[SessionExport]] = begin_export


class ExportDialog(Retranslated, QDialog):
    """Opened with `open`. It closes when the files are written, and `stop` ends the writing.

    Signals:
        exported: Its files are there.
    """

    exported = Signal(SessionExport)

    def __init__(
        self, subject: ExportSubject, form: str = "csv", parent: QWidget | None = None
    ) -> None:
        """Offer the formats; `form` is chosen in the beginning."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._subject = subject
        self._job: Background[SessionExport] | None = None
        self._progress: LoadingRow | None = None
        self.banner, self.formats = Banner(), FormatList(form, is_stills=subject.is_stills)
        self.target = ExportTarget(self.formats.form, subject.place, subject.stem)
        self.face, self.note = QComboBox(), QLabel()
        self.export, self.cancel = PushButton(), PushButton()
        self._labels = {part: QLabel() for part in (self.formats, self.face, self.target.line)}
        self._below, self._fields = QVBoxLayout(), QFormLayout()
        self._search: Background[tuple[int, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        if subject.faces is None:
            self._search = begin_to_list_faces(subject.folder)
            self._timer.start(_LOOK_MS)
        self._assemble()
        self._connect()
        self.retranslate()
        self.formats.setFocus()

    @property
    def is_writing(self) -> bool:
        """Whether files are written at this moment."""
        return self._progress is not None

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Export: {name}").format(name=self._subject.title))
        self._labels[self.formats].setText(_tr("F&ormat"))
        self._labels[self.face].setText(_tr("F&ace"))
        self._labels[self.target.line].setText(_tr("&File"))
        self.formats.setAccessibleName(_tr("Format"))
        self.face.setAccessibleName(_tr("Face"))
        self.export.setText(_tr("&Export"))
        self.cancel.setText(_tr("Cancel"))
        left_out = _tr("Ranges that the figures leave out are exported too.")
        self.note.setText(left_out if self._subject.has_exclusions else self._subject.note)
        self._show_faces()

    def stop(self) -> None:
        """Write no more; where the files were not whole yet, none of them stays."""
        if self._progress is not None:
            self._progress.stop()
            self._progress.deleteLater()
            self._progress = None
            self._refresh()

    def reject(self) -> None:
        """End the writing; close where nothing is written."""
        if not self.is_writing:
            super().reject()
            return
        job = self._job
        self.stop()
        if job is not None and job.result is not None:
            self._succeed(job.result)  # it was too late

    def done(self, result: int) -> None:
        """End all threads and timers, and close."""
        self.stop()
        self._timer.stop()
        if self._search is not None:
            self._search.stop()
        super().done(result)

    # What the user does

    def _connect(self) -> None:
        self.formats.chosen.connect(self._choose_format)
        self.target.changed.connect(self._refresh)
        self.export.clicked.connect(self._ask_and_write)
        self.cancel.clicked.connect(self.reject)

    def _choose_format(self) -> None:
        self.target.show_format(self.formats.form)
        self._show_faces()

    def _ask_and_write(self) -> None:
        path, row = self.target.path, self.face.currentIndex()
        if path is None:
            return
        subject = self._subject
        face = subject.faces[row - 1] if subject.faces and row > 0 else None
        order = SessionExport(subject.folder, self.formats.form.name, path, face, subject.title)
        existing = [file for file in order.files if file.is_file()]
        if existing:
            box = ask_replace(self, [str(file) for file in existing])
            box.accepted.connect(lambda: self._write(order))
        else:
            self._write(order)

    # What happens

    def _write(self, order: SessionExport) -> None:
        self.banner.clear()
        self._job = self._subject.write(order)
        progress = self._progress = LoadingRow(self._job)
        progress.button.hide()  # the dialog's own does the same
        progress.succeeded.connect(self._succeed)
        progress.failed.connect(self._fail)
        self._below.addWidget(progress)
        self._refresh()

    def _succeed(self, order: SessionExport) -> None:
        self.stop()
        self.exported.emit(order)
        self.accept()

    def _fail(self, problem: str) -> None:
        self.stop()
        self.banner.show_message(problem, is_problem=True)

    # What is shown

    def _refresh(self) -> None:
        busy = _tr("It is being written.") if self.is_writing else ""
        for part in (self.formats, self.face, self.target):
            allow_part(part, busy)
        nameless = "" if self.target.path is not None else _tr("Give the file a name first.")
        allow_part(self.export, busy or nameless)
        if busy:
            self.cancel.setFocus()
        elif self.cancel.hasFocus():
            self.formats.setFocus()

    def _look(self) -> None:
        """Offer the session's faces once they are known."""
        search = self._search
        if search is None or not search.is_over:
            return
        self._timer.stop()
        self._search = None
        self._subject = replace(self._subject, faces=search.result or ())
        self._show_faces()

    def _show_faces(self) -> None:
        largest, everyone = _tr("The largest in each frame"), _tr("All")
        first = largest if self.formats.form.has_one_face else everyone
        faces = self._subject.faces
        words = [first, *(face_words(number) for number in faces or ())]
        self._fields.setRowVisible(self.face, faces != ())
        self.face.addItems(words[self.face.count() :])
        for row, text in enumerate(words):
            self.face.setItemText(row, text)

    def _assemble(self) -> None:
        self.note.setObjectName("quiet")
        self.note.setWordWrap(True)
        self.note.setVisible(self._subject.has_exclusions or bool(self._subject.note))
        for part, label in self._labels.items():
            label.setBuddy(part)
        self.export.setDefault(True)
        self.cancel.setAutoDefault(False)
        fields = self._fields
        fields.setSpacing(GRID)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        fields.addRow(self._labels[self.face], self.face)
        fields.addRow(self._labels[self.target.line], self.target)
        buttons, whole = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.export)
        buttons.addWidget(self.cancel)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.banner)
        whole.addWidget(self._labels[self.formats])
        whole.addWidget(self.formats, 1)
        whole.addLayout(fields)
        whole.addWidget(self.note)
        whole.addLayout(self._below)
        whole.addLayout(buttons)
        self.resize(88 * GRID, 80 * GRID)
        keep_place(self, "export")
