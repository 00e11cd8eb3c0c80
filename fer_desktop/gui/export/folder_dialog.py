"""All pictures and videos of a folder into one table, here or on a Dask cluster."""

from itertools import count
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.batch.folder_run import FORMS, FolderRun, begin_folder_run
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.cluster_choice import ClusterChoice
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.job_row import JobRow
from fer_desktop.gui.common.messages import ask_replace, ask_to_lose
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.shell.action_table import without_mnemonic
from fer_desktop.system import window_memory

_KIND = "analyzed folders"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


class FolderDialog(Retranslated, QDialog):
    """Opened with `show`.

    Signals:
        shared: Address of the cluster that is used.
    """

    shared = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: FolderRun | None = None
        self._replaced = ""
        self._settings = settings
        self.banner, self.row = Banner(), JobRow()
        self.folder, self.table = QLineEdit(), QLineEdit()
        self.browse, self.choose = PushButton(), PushButton()
        self.cluster = ClusterChoice(settings.scheduler)
        self.start, self.shut = PushButton(), PushButton()
        self._labels = {part: QLabel() for part in (self.folder, self.table)}
        self._assemble()
        self.folder.textChanged.connect(self._propose)
        self.table.textChanged.connect(self._refresh)
        self.cluster.changed.connect(self._refresh)
        self.browse.clicked.connect(self._browse)
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._begin)
        self.shut.clicked.connect(self.reject)
        self.row.succeeded.connect(self._show)
        self.row.failed.connect(self._fail)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Analyze a Folder into a Table"))
        self._labels[self.folder].setText(_tr("&Folder"))
        self._labels[self.table].setText(_tr("&Table (.csv, .xlsx or .jsonl)"))
        self.browse.setText(_tr("Browse…"))
        self.choose.setText(_tr("Browse…"))
        for button, part in ((self.browse, self.folder), (self.choose, self.table)):
            words = without_mnemonic(self._labels[part].text())
            button.setAccessibleName(f"{_tr('Browse…')} {words}")
        self.start.setText(_tr("&Analyze"))
        self.shut.setText(_tr("Close"))
        self.cluster.retranslate()
        self._refresh()

    @property
    def loss(self) -> str:
        """What would be lost with this window, as a sentence; "" where nothing would."""
        if not self.row.is_busy:
            return ""
        words = "{window}: it is not finished, and what was found so far would be lost."
        return QCoreApplication.translate("Teaching", words).format(window=self.windowTitle())

    def reject(self) -> None:
        """Close, by Esc too; what would be lost is asked about first."""
        if self.loss:
            yes = QCoreApplication.translate("Teaching", "Stop")
            ask_to_lose(self, [self.loss], yes).accepted.connect(lambda: self.done(0))
        else:
            self.done(0)

    def done(self, result: int) -> None:
        """End what runs, and close."""
        self.row.stop()
        super().done(result)

    def _browse(self) -> None:
        usual = window_memory.last_folder(_KIND, platformdirs.user_pictures_path())
        start = self.folder.text().strip() or str(usual)
        found = QFileDialog.getExistingDirectory(self, self.windowTitle(), start)
        if found:
            window_memory.use_folder(_KIND, Path(found))
            self.folder.setText(found)

    def _choose(self) -> None:
        kinds = "CSV (*.csv);;Excel (*.xlsx);;JSON Lines (*.jsonl)"
        found, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.table.text(), kinds)
        if found:
            self.table.setText(found if Path(found).suffix else f"{found}.csv")
            # The dialog has asked whether it may be replaced, if it knew the whole name.
            self._replaced = self.table.text() if Path(found).suffix else ""

    def _propose(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        if folder.name:
            names = (f"{folder.name} {n}.csv" if n > 1 else f"{folder.name}.csv" for n in count(1))
            free = (name for name in names if not folder.with_name(name).exists())
            self.table.setText(str(folder.with_name(next(free))))

    def _begin(self) -> None:
        table = Path(self.table.text().strip()).expanduser()
        if table.exists() and self._replaced != self.table.text():
            ask_replace(self, [str(table)]).accepted.connect(self._run)
        else:
            self._run()

    def _run(self) -> None:
        self._replaced = ""
        self.banner.clear()
        self.found = None
        address = self.cluster.chosen
        if address:
            self.shared.emit(address)
        folder, table = (Path(each.text().strip()).expanduser() for each in self._labels)
        self.row.begin(begin_folder_run(self._settings, folder, table, address))
        self._refresh()

    def _show(self, found: FolderRun) -> None:
        self.found = found
        if found.output is None:
            words = found.problems[0] if found.problems else _tr("Nothing could be read.")
            self.banner.show_message(words, is_problem=True)
        else:
            words = _tr("The table is in {file}").format(file=found.output)
            if found.problems:
                more = _tr("{n} can't be read, such as: {first}")
                more = more.format(n=len(found.problems), first=found.problems[0])
                words = f"{words}\n{more}"
            self.banner.show_message(words, is_problem=bool(found.problems))
        self._refresh()

    def _fail(self, problem: str) -> None:
        if problem:
            self.banner.show_message(problem, is_problem=True)
        self._refresh()

    def _refresh(self) -> None:
        busy = _tr("The folder is being analyzed.") if self.row.is_busy else ""
        for part in (*self._labels, self.browse, self.choose, self.cluster):
            allow_part(part, busy)
        missing = self.cluster.missing
        if not self.folder.text().strip():
            missing = _tr("Choose a folder first.")
        elif Path(self.table.text().strip()).suffix.lower() not in FORMS:
            missing = _tr("The name of the table has to end in .csv, .xlsx or .jsonl.")
        allow_part(self.start, busy or missing)

    def _assemble(self) -> None:
        form, buttons, whole = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for part, button in ((self.folder, self.browse), (self.table, self.choose)):
            line = QHBoxLayout()
            line.setSpacing(GRID)
            line.addWidget(part, 1)
            line.addWidget(button)
            button.setAutoDefault(False)
            self._labels[part].setBuddy(part)
            form.addRow(self._labels[part], line)
        form.addRow("", self.cluster)
        self.browse.setIcon(icon("open-folder"))
        self.choose.setIcon(icon("save"))
        self.start.setIcon(icon("table"))
        self.start.setDefault(True)
        self.shut.setAutoDefault(False)
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.start)
        buttons.addWidget(self.shut)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.banner)
        whole.addLayout(form)
        whole.addWidget(self.row)
        whole.addStretch()
        whole.addLayout(buttons)
        self.resize(88 * GRID, 32 * GRID)
        keep_place(self, "folder table")
