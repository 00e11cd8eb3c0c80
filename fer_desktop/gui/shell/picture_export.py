"""Saves what was found on the opened pictures as a table of one of the formats that fit."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from fer_desktop.export.picture_export import PictureFaces, picture_writer
from fer_desktop.export.session_export import SessionExport
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.common.reasons import allow_part, reason_of
from fer_desktop.gui.export.dialog import ExportDialog, ExportSubject
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.system import window_memory

_KIND = "tables"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PictureExport", text)


class PictureExport(QObject):
    """Connects the action that saves the table. `close` ends what is written."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        pictures: PictureMode,
        open_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        """Connect the action; `open_folder` shows a folder in the system's own window."""
        super().__init__(window)
        self._window, self._chosen, self._pictures = window, chosen, pictures
        self._open_folder, self._form = open_folder, "csv"
        self.dialog: ExportDialog | None = None
        action = window.actions_.save_table
        action.triggered.connect(self._ask)
        window.picture_bar.save.clicked.connect(action.trigger)
        for news in (action.changed, window.retranslated):
            news.connect(lambda: allow_part(window.picture_bar.save, reason_of(action)))

    def close(self) -> None:
        """Close the dialog; what is not whole yet does not stay."""
        if self.dialog is not None:
            self.dialog.done(ExportDialog.DialogCode.Rejected)

    def _ask(self) -> None:
        if self.dialog is not None:
            return
        paths = self._window.filmstrip.paths()
        results = {result.path: result for result in self._pictures.results()}
        done = [results[path] for path in paths if path in results]
        found = [PictureFaces(each.path, each.faces, not each.error) for each in done]
        n_left = len(paths) - len(found)
        note = _tr("Pictures that are not analyzed yet, and not in the table: {n}.")
        stem = _stem(paths)
        subject = ExportSubject(
            Path(),
            stem,
            stem,
            window_memory.last_folder(_KIND, platformdirs.user_documents_path()),
            note=note.format(n=count(n_left)) if n_left else "",
            is_stills=True,
            write=picture_writer(found, self._pictures.analyzed_with or self._chosen.settings),
        )
        dialog = self.dialog = ExportDialog(subject, self._form, self._window)
        dialog.exported.connect(self._tell)
        dialog.finished.connect(self._forget)
        dialog.open()  # never exec: the analysis goes on behind it

    def _forget(self) -> None:
        self.dialog = None

    def _tell(self, order: SessionExport) -> None:
        self._form = order.form
        self._pictures.is_saved = self._pictures.is_done  # nothing would be lost now
        window_memory.use_folder(_KIND, order.path.parent)
        self._window.note.show_message(
            _tr("The table is in {file}").format(file=order.path),
            is_problem=False,
            action=_tr("Show Folder"),
            act=lambda: self._show_folder(order.path.parent),
        )

    def _show_folder(self, folder: Path) -> None:
        self._open_folder(QUrl.fromLocalFile(str(folder)))


def _stem(paths: list[Path]) -> str:
    """Return a name for a table of pictures: that of their folder, with the moment."""
    folders = {path.parent for path in paths}
    name = folders.pop().name if len(folders) == 1 else ""
    if len(paths) == 1:
        name = paths[0].stem
    return f"{name or 'pictures'} {datetime.now():%Y-%m-%d %H.%M.%S}"
