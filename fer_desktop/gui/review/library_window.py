"""The window with all recordings: what each is and how it went; open, rename, note, erase."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QIcon,
    QImage,
    QKeySequence,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.errors import FerError
from fer_desktop.core.overlay import COLORS
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.messages import ask_erase
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow, allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton
from fer_desktop.gui.review.library_model import COLUMNS, PARTS_ROLE, SORT_ROLE, LibraryModel
from fer_desktop.sessions.erase import erase_session
from fer_desktop.sessions.library import (
    Glance,
    Listed,
    begin_glances,
    note_session,
    rename_session,
    sessions_in,
)
from fer_desktop.system.background import Background

_LOOK_MS: Final = 200
_ROW: Final = 7 * GRID
_PICTURE: Final = 10 * GRID
_ACTS: Final[dict[str, tuple[str, str | QKeySequence.StandardKey]]] = {
    # What a button does, its icon, and its key.
    "open": ("timeline", ""),
    "rename": ("", "F2"),
    "note": ("", "Ctrl+N"),
    "export": ("export", "Ctrl+E"),
    "folder": ("folder", ""),
    "erase": ("delete", QKeySequence.StandardKey.Delete),
}
_Index = QModelIndex | QPersistentModelIndex


def _tr(text: str) -> str:
    return QCoreApplication.translate("Library", text)


class LibraryWindow(Retranslated, QDialog):
    """Opened with `show`; `refresh` looks into the folder anew.

    Signals:
        open_wanted: A session shall be shown.
        export_wanted: A session shall be written as a file of another program.
    """

    open_wanted = Signal(Path)
    export_wanted = Signal(Path)

    def __init__(
        self,
        parent: QWidget,
        folder: Path,
        open_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        """List the sessions in a folder; `open_folder` shows one in the system's own window."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder, self._open_folder = folder, open_folder
        self._job: Background[list[tuple[Path, Glance]]] | None = None
        self._n_taken = 0
        self.banner, self.where, self.words = Banner(), ElidedLabel(), QLineEdit()
        self.table, self.empty = QTableView(), QLabel()
        self.sessions, self._sorted = LibraryModel(), QSortFilterProxyModel(self)
        self.actions_ = {name: QAction(self) for name in _ACTS}
        self.buttons = {name: PushButton() for name in _ACTS}
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._make_table()
        self._assemble()
        self._connect()
        self.retranslate()
        self.refresh()
        self.table.setFocus()

    def retranslate(self) -> None:
        """Write everything in the language of now."""
        self.setWindowTitle(_tr("Recordings"))
        words = {
            "open": _tr("&Open"),
            "rename": _tr("&Rename…"),
            "note": _tr("&Note…"),
            "export": _tr("E&xport…"),
            "folder": _tr("Show in &Folder"),
            "erase": _tr("&Erase…"),
        }
        for name, text in words.items():
            self.actions_[name].setText(text)
            self.buttons[name].setText(text)
        self.words.setPlaceholderText(_tr("Find a name or note"))
        self.words.setAccessibleName(_tr("Find a name or note"))
        self.table.setAccessibleName(_tr("Recordings"))
        self.where.setText(_tr("In {folder}").format(folder=self._folder))
        self.empty.setText(
            _tr("There are no recordings yet. The Record button makes the first one.")
        )
        self.sessions.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._enable()

    def refresh(self) -> None:
        """Look into the folder anew; the session that is chosen stays so."""
        chosen = self.chosen()
        self.stop()
        found = sessions_in(self._folder)
        self.sessions.show(found)
        self._choose(chosen.folder if chosen is not None else None)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._enable()
        if found:
            self._n_taken, self._job = 0, begin_glances(found)
            self._timer.start(_LOOK_MS)

    def chosen(self) -> Listed | None:
        """Return the session that is chosen."""
        index = self._sorted.mapToSource(self.table.currentIndex())
        return self.sessions.session(index.row()) if index.isValid() else None

    def done(self, result: int) -> None:
        """End what looks into the sessions, and close."""
        self.stop()
        super().done(result)

    def stop(self) -> None:
        """End what looks into the sessions."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    # What the user does

    def _act(self, name: str) -> None:
        session = self.chosen()
        if session is None:
            return
        if name == "open":
            self.open_wanted.emit(session.folder)
        elif name == "export":
            self.export_wanted.emit(session.folder)
        elif name == "folder":
            self._open_folder(QUrl.fromLocalFile(str(session.folder)))
        elif name == "erase":
            box = ask_erase(self, str(session.folder))
            box.accepted.connect(lambda: self._try(lambda: erase_session(session.folder)))
        elif name == "rename":
            self._ask(
                _tr("Rename"),
                _tr("New name:"),
                session.name,
                lambda text: self._rename(session.folder, text),
            )
        else:
            self._ask(
                _tr("Note"),
                _tr("Note about {name}:").format(name=session.name),
                session.note,
                lambda text: self._try(lambda: note_session(session.folder, text)),
            )

    def _ask(self, title: str, label: str, text: str, then: Callable[[str], object]) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(then)
        dialog.resize(50 * GRID, dialog.sizeHint().height())
        dialog.open()  # never exec: the live picture goes on behind it

    def _rename(self, folder: Path, text: str) -> None:
        renamed: list[Path] = []
        self._try(lambda: renamed.append(rename_session(folder, text)))
        if renamed:
            self._choose(renamed[0])

    def _try(self, act: Callable[[], object]) -> None:
        """Do something with a session; say why it can't be."""
        self.stop()  # nobody reads the files that are to be changed
        self.banner.clear()
        try:
            act()
        except FerError as error:
            self.banner.show_message(str(error), is_problem=True)
        self.refresh()

    def _choose(self, folder: Path | None) -> None:
        for row in range(self._sorted.rowCount()):
            index = self._sorted.index(row, 1)
            if self.sessions.session(self._sorted.mapToSource(index).row()).folder == folder:
                self.table.setCurrentIndex(index)
                return
        if self._sorted.rowCount():
            self.table.setCurrentIndex(self._sorted.index(0, 1))

    # What is shown

    def _look(self) -> None:
        job = self._job
        if job is None:
            return
        is_over, found = job.is_over, job.result or []
        for folder, glance in found[self._n_taken :]:
            self._n_taken += 1
            self.sessions.show_glance(folder, glance)
        if is_over:
            self.stop()

    def _enable(self) -> None:
        has_one = self.chosen() is not None
        is_empty = self.sessions.rowCount() == 0
        none = _tr("There are no recordings yet.") if is_empty else _tr("No recording is chosen.")
        for name in _ACTS:
            why = "" if has_one else none
            allow(self.actions_[name], why)
            allow_part(self.buttons[name], why)

    def _show_menu(self) -> None:
        if self.chosen() is not None:
            index = self.table.currentIndex()
            at = self.table.visualRect(index).center()
            self._menu.popup(self.table.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        for name, action in self.actions_.items():
            action.triggered.connect(lambda _=False, name=name: self._act(name))
            self.buttons[name].clicked.connect(action.trigger)
        self.table.activated.connect(lambda _: self._act("open"))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.table.customContextMenuRequested.connect(lambda _: self._show_menu())
        self.words.textChanged.connect(self._sorted.setFilterFixedString)

    def _make_table(self) -> None:
        table = self.table
        self._sorted.setSourceModel(self.sessions)
        self._sorted.setSortRole(SORT_ROLE)
        self._sorted.setFilterKeyColumn(-1)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        table.setModel(self._sorted)
        table.setSortingEnabled(True)
        table.sortByColumn(COLUMNS.index("started"), Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their ends
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setItemDelegateForColumn(COLUMNS.index("picture"), _Picture(table))
        table.setItemDelegateForColumn(COLUMNS.index("strip"), _Strip(table))
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(max(_ROW, table.fontMetrics().height() + GRID))
        wide = table.fontMetrics().averageCharWidth()
        widths = {"picture": _PICTURE, "name": 26 * wide, "started": 20 * wide}
        widths |= {"length": 11 * wide, "faces": 11 * wide, "strip": 24 * GRID}
        for column, width in widths.items():
            table.setColumnWidth(COLUMNS.index(column), width)
        table.horizontalHeader().setStretchLastSection(True)

    def _assemble(self) -> None:
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("quiet")
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(28 * GRID)
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.where, 1)
        head.addWidget(self.words)
        buttons.setSpacing(GRID)
        for name, (picture, keys) in _ACTS.items():
            button, action = self.buttons[name], self.actions_[name]
            if picture:
                button.setIcon(icon(picture))
                action.setIcon(icon(picture))
            if keys:
                action.setShortcut(QKeySequence(keys))
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.addAction(action)
            self._menu.addAction(action)
            if name == "erase":
                buttons.addStretch(1)
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.banner)
        whole.addLayout(head)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.empty, 1)
        whole.addLayout(buttons)
        self.resize(120 * GRID, 70 * GRID)
        keep_place(self, "recordings")


class _Picture(QStyledItemDelegate):
    """Paints the thumbnail in the middle of its cell."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leave the picture to `paint`: Qt would put it to the left, in the size of an icon."""
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = QIcon()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        super().paint(painter, option, index)
        image = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(image, QImage) or image.isNull():
            return
        room: QRect = option.rect.adjusted(4, 4, -4, -4)
        target = QRect()
        target.setSize(image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        target.moveCenter(room.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)
        painter.restore()


class _Strip(QStyledItemDelegate):
    """Paints how a session went: its labels in their colours, from its start to its end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        super().paint(painter, option, index)
        parts = index.data(PARTS_ROLE)
        if not parts:
            return
        painter.save()
        palette: QPalette = option.palette
        room: QRect = option.rect.adjusted(GRID, GRID + GRID // 2, -GRID, -GRID - GRID // 2)
        painter.fillRect(room, palette.color(QPalette.ColorRole.AlternateBase))
        for number, label in enumerate(parts):
            left = room.left() + number * room.width() // len(parts)
            right = room.left() + (number + 1) * room.width() // len(parts)
            if label:
                color = COLORS.get(label)
                quiet = palette.color(QPalette.ColorRole.Mid)
                ground = QColor(*color) if color is not None else quiet
                painter.fillRect(QRect(left, room.top(), right - left, room.height()), ground)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(room)
        painter.restore()
