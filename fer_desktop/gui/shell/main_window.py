"""The window: puts its parts in their places and passes on what is dropped on it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.progress_row import ProgressRow
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import ElidedLabel, PushButton, Scrolling
from fer_desktop.gui.live.transport_bar import TransportBar
from fer_desktop.gui.panel.face_panel import FacePanel
from fer_desktop.gui.pictures.face_table import FaceTable
from fer_desktop.gui.pictures.filmstrip import Filmstrip
from fer_desktop.gui.pictures.picture_bar import PictureBar
from fer_desktop.gui.shell.actions import Actions
from fer_desktop.gui.shell.reasons import explain
from fer_desktop.gui.shell.status_line import StatusLine
from fer_desktop.gui.shell.top_row import TopRow
from fer_desktop.gui.view.image_view import ImageView
from fer_desktop.system import paths


class MainWindow(Retranslated, QMainWindow):
    """Picture, panel, filmstrip, table, banner, menus and status line.

    Signals:
        files_dropped: Paths that were dropped on the window.
        closed: The window was closed.
        escaped: The Esc key was pressed.
        retranslated: The fixed words are in another language now.
    """

    files_dropped = Signal(list)
    closed = Signal()
    escaped = Signal()
    retranslated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("FER Desktop"))
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.resize(1120, 720)
        self.actions_ = Actions(self)
        self.note, self.banner, self.view = Banner(), Banner(), ImageView()
        self.panel, self.filmstrip = FacePanel(), Filmstrip()
        self.face_table, self.transport = FaceTable(), TransportBar(self.actions_)
        self.view.setMinimumHeight(11 * GRID)  # on a low screen
        # It takes what is left, whatever size it would have best, or the column would scroll.
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.picture_bar = PictureBar()
        self.status = StatusLine()
        self.dot, self.lamp = QLabel(), ElidedLabel(Qt.TextElideMode.ElideRight)
        actions = self.actions_
        self.snapshot, self.freeze = PushButton(), PushButton()
        self.start_stop, self.open_images = PushButton(), PushButton()
        self.record, self.record_setup = PushButton(), PushButton()
        self.back_to_live, self.progress = PushButton(), ProgressRow()
        self._has_video = False
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; where it may not, it is closed later, or never."""
        self._buttons = {
            self.snapshot: (actions.snapshot, "snapshot"),
            self.record: (actions.record, "record"),
            self.freeze: (actions.freeze, "pause"),
            self.open_images: (actions.open_images, "open-image"),
            self.back_to_live: (actions.back_to_live, "camera"),
            self.start_stop: (actions.start_stop, "stop"),
        }
        for button, (action, picture) in self._buttons.items():
            button.setIcon(icon(picture))
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.clicked.connect(action.trigger)
            action.changed.connect(partial(explain, button, action))
            # A click leaves the focus where it is, so that the space bar still pauses.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.record_setup.setObjectName("narrow")
        self.record_setup.setIcon(icon("chevron"))
        self.record_setup.setIconSize(QSize(16, 16))
        self.record_setup.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.record_setup.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()
        hidden = (self.filmstrip, self.picture_bar, self.face_table, self.back_to_live)
        for part in (*hidden, self.progress, self.transport):
            part.hide()
        self.setCentralWidget(self._assembled())
        self.setStatusBar(self.status)
        self.view.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            _accept_copy(event)
            self.view.show_drop(event.isAccepted())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say that it is a copy, wherever the mouse is."""
        _accept_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take nothing after all."""
        self.view.show_drop(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the dropped files on."""
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        self.view.show_drop(False)
        _accept_copy(event)
        self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes, so that the camera is let go of; not if it may not yet."""
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that the user wants out of the full screen or the small view; step in a video."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Left:
            self.actions_.step_back.trigger()
        elif event.key() == Qt.Key.Key_Right:
            self.actions_.step_on.trigger()
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the fixed words in the language of now."""
        self.actions_.retranslate()
        self.snapshot.setText(self.tr("Snapshot"))
        self.record.setText(self.tr("Record"))
        self.freeze.setText(self.tr("Pause"))
        self.open_images.setText(self.tr("Open Images…"))
        self.back_to_live.setText(self.tr("Back to Live"))
        for button, (action, _) in self._buttons.items():
            explain(button, action)
        self.retranslated.emit()

    def show_transport(self, on: bool) -> None:
        """Show or hide the row below a video; a small view has no room for it."""
        self._has_video = on
        self.transport.setVisible(on and not self.actions_.mini_view.isChecked())

    def show_frame(self, on: bool) -> None:
        """Show or hide all that is around the picture but the panel and messages."""
        for part in (self.menuBar(), self.status, self.top):
            part.setVisible(on)
        self.show_transport(self._has_video)
        has_pictures = self.filmstrip.n_pictures > 0
        for part in (self.filmstrip, self.picture_bar):
            part.setVisible(on and has_pictures)
        self.face_table.setVisible(on and has_pictures and self.actions_.face_table.isChecked())
        margin = GRID if on else 0
        self.left.setContentsMargins(margin, margin, margin, margin)

    def _assembled(self) -> QWidget:
        column = QWidget()
        self.top, self.left = QWidget(), QVBoxLayout(column)
        buttons = list(self._buttons)
        buttons.insert(buttons.index(self.record) + 1, self.record_setup)
        rows = QVBoxLayout(self.top)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addWidget(TopRow(self.dot, self.lamp, *buttons))
        rows.addWidget(self.progress)
        left = self.left
        left.setContentsMargins(GRID, GRID, GRID, GRID)
        left.setSpacing(GRID)
        left.addWidget(self.top)
        left.addWidget(self.note)  # what was wrong at the start, beside what happens now
        left.addWidget(self.banner)
        left.addWidget(self.picture_bar)
        left.addWidget(self.view, 1)
        left.addWidget(self.transport)
        left.addWidget(self.filmstrip)
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        # Messages, rows and the filmstrip together may be higher than a low screen.
        whole.addWidget(Scrolling(column), 1)
        whole.addWidget(self.panel)
        upper, center = QWidget(), QSplitter(Qt.Orientation.Vertical)
        upper.setLayout(whole)
        for part in (upper, self.face_table):
            center.addWidget(part)
            center.setCollapsible(center.indexOf(part), False)
        center.setStretchFactor(0, 1)
        return center


def _accept_copy(event: QDropEvent) -> None:
    """Take files as copies: who gives them to be moved may delete them after that."""
    if event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    elif event.possibleActions() & Qt.DropAction.LinkAction:
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
    else:
        event.ignore()


def app_icon() -> QIcon:
    """Return the program's icon."""
    return QIcon(str(paths.resources() / "icons" / "fer-desktop.svg"))
