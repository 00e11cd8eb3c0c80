"""The pages of the settings dialog, built from the table of fields."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.settings.editors import (
    CheckEditor,
    ChoiceEditor,
    Editor,
    NumberEditor,
    OptionalEditor,
    SliderEditor,
)
from fer_desktop.gui.settings.fields import FieldSpec, words
from fer_desktop.gui.settings.path_editor import PathEditor
from fer_desktop.sessions.new_session import sessions_directory
from fer_desktop.system import paths
from fer_desktop.vision import assembly

_WIDTH: Final = 60 * GRID
_USUAL: Final = {
    "snapshot_folder": paths.pictures_directory,
    "record_folder": sessions_directory,
}
"""What an empty path stands for."""


class Row:
    """A setting on a page: its label, its editor, a line of help, and what is wrong with it."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.label, self.help, self.problem = QLabel(), QLabel(), QLabel()
        self.label.setBuddy(editor.focus)
        self.help.setObjectName("quiet")
        self.problem.setObjectName("problem")
        for line in (self.help, self.problem):
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setContentsMargins(0, 0, 0, GRID)
            line.hide()

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        spec = self.editor.spec
        self.editor.retranslate()
        self.label.setText("" if spec.kind == "check" else words(spec.label))
        self.help.setText(words(spec.help))
        self.help.setVisible(bool(spec.help))
        self.label.setMinimumHeight(self.editor.sizeHint().height())

    def show_problem(self, text: str) -> None:
        """Say below the editor why its value is not used; "" for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            self.editor.focus.setAccessibleDescription(text)


class Page(QScrollArea):
    """One page: rows below each other, and a bar to scroll where the screen is small."""

    def __init__(self, specs: dict[str, FieldSpec], settings: Callable[[], Settings]) -> None:
        super().__init__()
        self.rows = {name: Row(_editor(name, spec, settings)) for name, spec in specs.items()}
        self._page, self.below = QWidget(), QVBoxLayout()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        for row in self.rows.values():
            self._add(row)
        whole = self._whole = QVBoxLayout(self._page)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addLayout(self._grid)
        whole.addLayout(self.below)
        whole.addStretch(1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.installEventFilter(self)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        for row in self.rows.values():
            row.retranslate()

    def sizeHint(self) -> QSize:
        """Return the size in which nothing has to be scrolled."""
        layout = self._whole
        layout.activate()  # a page that was not shown yet has not looked at its lines
        width = max(layout.totalSizeHint().width(), _WIDTH)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(width + bar, layout.totalHeightForWidth(width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the page as wide as its widest line, for it scrolls up and down only."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(self._page.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)

    def _add(self, row: Row) -> None:
        at, cell = self._grid.rowCount(), QVBoxLayout()
        cell.setSpacing(0)
        for part in (row.editor, row.problem, row.help):
            cell.addWidget(part)
        if row.editor.spec.kind != "check":
            self._grid.addWidget(row.label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(cell, at, 1)


def _editor(name: str, spec: FieldSpec, settings: Callable[[], Settings]) -> Editor:
    if spec.kind == "check":
        return CheckEditor(name, spec)
    if spec.kind == "choice":
        return ChoiceEditor(name, spec)
    if spec.kind == "slider":
        return SliderEditor(name, spec)
    if spec.kind == "number":
        return NumberEditor(name, spec)
    if spec.kind == "optional":
        return OptionalEditor(name, spec, lambda: _own_threshold(settings()))
    return PathEditor(name, spec, str(_USUAL[name]()) if name in _USUAL else "")


def _own_threshold(settings: Settings) -> float:
    """Return the least confidence that the chosen model has of its own."""
    try:
        return assembly.model_spec(settings).uncertain_below
    except ModelError:
        return 0.0
