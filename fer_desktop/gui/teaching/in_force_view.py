"""What corrects results at this moment: neutral faces and a taught model, for whom, until when."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.in_force import InForce, NeutralTaken
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.common.words import short_caption
from fer_desktop.teaching.taught_model import TaughtFacts, taught_facts

_MOST_ROWS = 4
"""So many are seen at once; others are scrolled to."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


@dataclass(frozen=True)
class _Row:
    """A line of the table, and what ends it."""

    cells: tuple[str, str, str, str]
    end: Callable[[], None]


class InForceView(QWidget):
    """A table of what holds now, with a button that ends the chosen line."""

    def __init__(self, chosen: Chosen, in_force: InForce, use_model: Callable[[str], None]) -> None:
        """Show what holds.

        Args:
            chosen: The user's choices, of which the model is one.
            in_force: The neutral faces.
            use_model: Chooses a model, as the Model menu does.
        """
        super().__init__()
        self._chosen, self._in_force, self._use_model = chosen, in_force, use_model
        self._rows: list[_Row] = []
        self.heading, self.about = QLabel(), QLabel()
        self.table, self.end = QTableWidget(0, 4), PushButton()
        self.end.setAutoDefault(False)
        self.about.setObjectName("quiet")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.about.setWordWrap(True)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.heading, 1)
        head.addWidget(self.end)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        for part in (self.table, self.about):
            whole.addWidget(part)
        whole.insertLayout(0, head)
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + GRID)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.itemSelectionChanged.connect(self._refresh)
        self.end.clicked.connect(self._end)
        in_force.changed.connect(self.fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.heading.setText(_tr("In force now"))
        self.table.setAccessibleName(_tr("In force now"))
        self.table.setHorizontalHeaderLabels(
            [_tr("Corrected by"), _tr("For whom"), _tr("Since"), _tr("Until")]
        )
        self.end.setText(_tr("End &It"))
        self.fill()

    def fill(self) -> None:
        """List what holds as it is now."""
        self._rows = [self._of_neutral(each) for each in self._in_force.neutral_faces]
        model = Path(self._chosen.settings.model)
        facts = taught_facts(model)
        if facts is not None:
            self._rows.append(self._of_model(model.name, facts))
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            for column, text in enumerate(row.cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(number, column, item)
        if len(self._rows) == 1:
            self.table.selectRow(0)
        self.about.setText(
            _tr(
                "A neutral face corrects only what is shown; raw values stay as the model gave "
                "them, in recordings too. The named faces below change nothing until a model is "
                "taught with them."
            )
            if self._rows
            else _tr(
                "Nothing. A neutral face (Faces > This Is My Neutral Face) corrects one face while "
                "it is in the picture; a model that was taught here corrects everybody's results. "
                "The named faces below change nothing until a model is taught with them."
            )
        )
        self.table.setVisible(bool(self._rows))
        height = sum(self.table.rowHeight(n) for n in range(min(_MOST_ROWS, len(self._rows))))
        self.table.setFixedHeight(height + self.table.horizontalHeader().sizeHint().height() + 4)
        self._refresh()

    def _of_neutral(self, taken: NeutralTaken) -> _Row:
        words = _tr("Neutral face (it looked like {what})")
        looked = words.format(what=short_caption(taken.looked))
        whom = _tr("Face {number}").format(number=taken.track_id)
        clock = QTime(taken.since.hour, taken.since.minute)
        since = QLocale().toString(clock, QLocale.FormatType.ShortFormat)
        until = _tr("The face leaves the picture, or the source or the model changes")
        cells = (looked, whom, since, until)
        return _Row(cells, lambda: self._in_force.unwanted.emit(taken.track_id))

    def _of_model(self, name: str, facts: TaughtFacts) -> _Row:
        what = _tr("Taught model {name}").format(name=name)
        whom = _tr("Everybody; taught with {n} faces of {groups} persons or sources").format(
            n=facts.n_faces, groups=facts.n_groups
        )
        since = facts.time.replace("T", " ").removesuffix("+00:00")
        until = _tr("Another model is chosen")
        return _Row((what, whom, f"{since} UTC", until), lambda: self._use_model(facts.base))

    def _chosen_row(self) -> int:
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _refresh(self) -> None:
        self.end.setVisible(bool(self._rows))
        is_chosen = 0 <= self._chosen_row() < len(self._rows)
        allow_part(self.end, "" if is_chosen else _tr("Choose a line of the list."))

    def _end(self) -> None:
        row = self._chosen_row()
        if 0 <= row < len(self._rows):
            self._rows[row].end()
            self.fill()
