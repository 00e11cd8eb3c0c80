"""All that is corrected: what holds now, and the named faces, to look at, export and erase."""

from datetime import datetime
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.errors import DataError
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.numbers import count, moment
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.teaching.consent import ask_to_erase
from fer_desktop.gui.teaching.in_force_view import InForceView
from fer_desktop.system import window_memory
from fer_desktop.teaching.corrections import Corrections, Removed

_CROP_PX: Final = 40
_KIND: Final = "corrections"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class CorrectionsPage(Retranslated, QDialog):
    """Opened with `open`; the newest correction stands first.

    Attributes:
        in_force: What corrects results at this moment.

    Signals:
        changed: Some were removed.
        erased: All were erased.
    """

    changed = Signal()
    erased = Signal()

    def __init__(self, corrections: Corrections, in_force: InForceView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._corrections, self.in_force = corrections, in_force
        self.heading = QLabel()
        self.banner, self.about, self.table = Banner(), QLabel(), QTableWidget(0, 5)
        self.remove, self.undo, self.export = PushButton(), PushButton(), PushButton()
        self._removed: list[Removed] = []
        """What was removed since the page was opened, the newest last."""
        self.erase, self.shut = PushButton(), PushButton()
        self.question: QMessageBox | None = None
        self.about.setWordWrap(True)
        self.about.setObjectName("quiet")
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._assemble()
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._undo)
        self.export.clicked.connect(self._export)
        self.erase.clicked.connect(self._ask_to_erase)
        self.shut.clicked.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._refresh)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.click)
        self.table.setFocus()  # else the first button has it, and the keys of the list do nothing
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo.click)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Corrections"))
        self.heading.setText(_tr("Named faces"))
        self.table.setAccessibleName(_tr("Named faces"))
        self.table.setHorizontalHeaderLabels(
            [_tr("Looks like"), _tr("The model said"), _tr("Person"), _tr("Source"), _tr("Time")]
        )
        self.remove.setText(_tr("&Remove"))
        self.undo.setText(_tr("&Undo"))
        self.export.setText(_tr("&Export…"))
        self.erase.setText(_tr("Erase &All…"))
        self.shut.setText(_tr("Close"))
        self.in_force.retranslate()
        self.fill()

    def fill(self) -> None:
        """List the corrections as they are now."""
        kept = list(reversed(self._corrections.everything()))
        self.table.setRowCount(len(kept))
        for row, each in enumerate(kept):
            person = "" if each.group == each.source else each.group
            words = (name_of(each.label), name_of(each.said), person, each.source)
            for column, text in enumerate((*words, moment(datetime.fromisoformat(each.time)))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, item)
            if (first := self.table.item(row, 0)) is not None:
                first.setIcon(QIcon(str(self._corrections.crop_file(each))))
        about = _tr("{n} corrections, in {folder}. They never leave this computer by themselves.")
        if len(kept) == 1:
            about = _tr("1 correction, in {folder}. It never leaves this computer by itself.")
        if not kept:
            about = _tr(
                "None yet. Model > Correct Expressions (C) switches the keys 1 to 8 on, with which "
                "you say what a face really looks like. They would be kept in {folder}."
            )
        self.table.setVisible(bool(kept))
        self.about.setText(about.format(n=count(len(kept)), folder=self._corrections.folder))
        self._refresh()

    def done(self, result: int) -> None:
        """Close, the question too."""
        if self.question is not None:
            self.question.close()
        super().done(result)

    def _refresh(self) -> None:
        none = "" if len(self._corrections) > 0 else _tr("There are no named faces yet.")
        is_chosen = bool(self.table.selectionModel().selectedRows())
        allow_part(self.remove, none or ("" if is_chosen else _tr("Choose faces in the list.")))
        allow_part(self.undo, "" if self._removed else _tr("Nothing was removed yet."))
        for button in (self.export, self.erase):
            allow_part(button, none)

    def _remove(self) -> None:
        kept = list(reversed(self._corrections.everything()))
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        try:
            self._removed.append(self._corrections.remove([kept[row] for row in rows]))
        except DataError as error:
            self.banner.show_message(str(error), is_problem=True)
        self.fill()
        self.table.setFocus()  # the button is greyed where nothing more is selected
        self.changed.emit()

    def _undo(self) -> None:
        try:
            self._corrections.restore(self._removed[-1])
        except DataError as error:
            self.banner.show_message(str(error), is_problem=True)
        else:
            del self._removed[-1]
        self.fill()
        self.changed.emit()

    def _export(self) -> None:
        folder = window_memory.last_folder(_KIND, platformdirs.user_documents_path())
        found = QFileDialog.getExistingDirectory(
            self, _tr("Export Corrections to an Empty Folder"), str(folder)
        )
        if not found:
            return
        window_memory.use_folder(_KIND, Path(found).parent)
        try:
            n = self._corrections.export(Path(found))
        except DataError as error:
            self.banner.show_message(str(error), is_problem=True)
            return
        one = _tr("1 face is in {folder}, in a folder named after its expression.")
        many = _tr("{n} faces are in {folder}, one folder for each expression.")
        words = one if n == 1 else many
        self.banner.show_message(words.format(n=count(n), folder=found), is_problem=False)

    def _ask_to_erase(self) -> None:
        self.question = ask_to_erase(self, len(self._corrections))
        self.question.accepted.connect(self._erase)
        self.question.finished.connect(self._forget_question)

    def _forget_question(self) -> None:
        self.question = None

    def _erase(self) -> None:
        self._removed.clear()  # all means these too
        try:
            self._corrections.erase()
        except DataError as error:
            self.banner.show_message(str(error), is_problem=True)
        self.fill()
        self.changed.emit()
        self.erased.emit()

    def _assemble(self) -> None:
        table = self.table
        table.setIconSize(QSize(_CROP_PX, _CROP_PX))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_CROP_PX + GRID)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        buttons, whole = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(GRID)
        self.undo.setIcon(icon("undo"))
        self.erase.setIcon(icon("close"))
        self.export.setIcon(icon("export"))
        for button in (self.remove, self.undo, self.export, self.erase):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        self.shut.setDefault(True)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        whole.addWidget(self.banner)
        whole.addWidget(self.in_force)
        whole.addSpacing(GRID)
        whole.addWidget(self.heading)
        whole.addWidget(self.about)
        whole.addWidget(table, 1)
        whole.addStretch()
        whole.addLayout(buttons)
        self.resize(96 * GRID, 64 * GRID)
        keep_place(self, "corrections")
