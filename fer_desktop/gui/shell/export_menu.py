"""Exports sessions: one that is asked for in the File menu, and those that are under review."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from fer_desktop.export.session_export import SessionExport, has_exclusions
from fer_desktop.gui.common.banner import Banner
from fer_desktop.gui.export.dialog import ExportDialog, ExportSubject
from fer_desktop.gui.review.menu import ReviewMenu, ask_for_session
from fer_desktop.gui.review.window import ReviewWindow
from fer_desktop.gui.shell.main_window import MainWindow

_PAGE = ".html"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


class ExportMenu(QObject):
    """Opens the dialog of exports, and says where the files are. `close` ends what is written."""

    def __init__(
        self,
        window: MainWindow,
        reviews: ReviewMenu,
        open_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        """Connect the action; `open_folder` shows a folder in the system's own window."""
        super().__init__(window)
        self._window, self._open_folder = window, open_folder
        self._form, self._reviews = "csv", reviews
        self.dialogs: list[ExportDialog] = []
        window.actions_.export_session.triggered.connect(self._ask)
        reviews.opened.connect(self._follow)

    def close(self) -> None:
        """Close all dialogs; what is not whole yet does not stay."""
        for dialog in list(self.dialogs):
            dialog.done(ExportDialog.DialogCode.Rejected)

    def open(self, folder: Path) -> None:
        """Open the dialog for a session; its faces come when they are read."""
        self._open(_subject(folder), self._window, self._window.note)

    def export(self, folder: Path, parent: QWidget, banner: Banner) -> None:
        """Ask how a session is to be written; its banner says where the files are."""
        self._open(_subject(folder), parent, banner)

    def _ask(self) -> None:
        folder = ask_for_session(self._window, _tr("Export Session"), self._reviews.usual_folder)
        if folder is not None:
            self.open(folder)

    def _follow(self, review: ReviewWindow, path: Path) -> None:
        review.export_wanted.connect(lambda: self._export(review, path))
        review.finished.connect(lambda: self._close_of(review))

    def _export(self, review: ReviewWindow, path: Path) -> None:
        session = review.session
        if session is None:
            return
        folder = session.files.folder
        subject = _subject(folder)
        if path != folder:  # a video, whose session goes with the window
            subject = ExportSubject(folder, path.name, path.stem, path.parent)
        subject = replace(
            subject,
            faces=tuple(sorted(face.face_id for face in session.table.faces)),
            has_exclusions=bool(review.exclusions.ranges),
        )
        self._open(subject, review, review.banner)

    def _open(self, subject: ExportSubject, parent: QWidget, banner: Banner) -> None:
        dialog = ExportDialog(subject, self._form, parent)
        self.dialogs.append(dialog)
        dialog.exported.connect(lambda order: self._tell(order, banner))
        dialog.finished.connect(lambda _: self.dialogs.remove(dialog))
        dialog.open()  # never exec: the live picture goes on behind it

    def _close_of(self, review: ReviewWindow) -> None:
        for dialog in list(self.dialogs):
            if dialog.parent() is review:
                dialog.done(ExportDialog.DialogCode.Rejected)

    def _tell(self, order: SessionExport, banner: Banner) -> None:
        self._form = order.form  # who exports several sessions wants the same of them
        choices = [(_tr("Show Folder"), lambda: self._show(order.path.parent))]
        if order.path.suffix == _PAGE and order.path.is_file():
            choices.insert(0, (_tr("Open Report"), lambda: self._show(order.path)))
        banner.show_message(
            _tr("The export is in {file}").format(file=order.path),
            is_problem=False,
            choices=choices,
        )

    def _show(self, path: Path) -> None:
        """Show a folder, or a page, with the system's own program for it."""
        self._open_folder(QUrl.fromLocalFile(str(path)))


def _subject(folder: Path) -> ExportSubject:
    whole = folder.resolve()
    return ExportSubject(folder, whole.name, whole.name, whole.parent, None, has_exclusions(folder))
