"""What is said once a recording has ended, and what can be done then: review it, or erase it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from fer_desktop.core.errors import FerError
from fer_desktop.gui.common.messages import ask_erase
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.erase import erase_session


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recording", text)


class RecordingEnd:
    """Tells in the window where a recording is."""

    def __init__(
        self,
        window: MainWindow,
        review: Callable[[Path], object],
        open_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
        export: Callable[[Path], object] = Path,
    ) -> None:
        """Say nothing yet.

        Args:
            window: Has the banner in which it is said.
            review: Opens a session's folder for review.
            open_folder: Shows a folder in the system's own window.
            export: Asks in which form a session's folder is to be written.
        """
        self._window, self._review, self._open_folder = window, review, open_folder
        self._export = export

    def tell(self, folder: Path | None, problem: str) -> None:
        """Say where a recording is; None is nowhere.

        Args:
            folder: Of the session.
            problem: Why it ended before the user wished it, as a sentence; "" else.
        """
        if folder is None:
            self._window.note.show_message(problem, is_problem=True)
            return
        where = _tr("The recording is in {folder}").format(folder=folder)
        self._window.note.show_message(
            f"{problem} {where}".strip(),
            is_problem=bool(problem),
            choices=(
                (_tr("Review"), lambda: self._show(folder)),
                (_tr("Export…"), lambda: self._show_export(folder)),
                (_tr("Folder"), lambda: self._show_folder(folder)),
                (_tr("Erase…"), lambda: self._erase(folder)),
            ),
        )

    def _show(self, folder: Path) -> None:
        self.tell(folder, "")  # first, for the review is to be in front of it
        self._review(folder)

    def _show_export(self, folder: Path) -> None:
        self.tell(folder, "")
        self._export(folder)

    def _show_folder(self, folder: Path) -> None:
        self._open_folder(QUrl.fromLocalFile(str(folder)))
        self.tell(folder, "")

    def _erase(self, folder: Path) -> None:
        box = ask_erase(self._window, str(folder))
        box.accepted.connect(lambda: self._erase_now(folder))
        box.rejected.connect(lambda: self.tell(folder, ""))

    def _erase_now(self, folder: Path) -> None:
        try:
            is_gone = erase_session(folder)
        except FerError as error:
            self._window.note.show_message(str(error), is_problem=True)
            return
        words = _tr("The recording is erased.")
        if not is_gone:
            words += " " + _tr("Other files are still in {folder}.").format(folder=folder)
        self._window.note.show_message(words, is_problem=False)
