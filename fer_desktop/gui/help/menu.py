"""What the Help menu opens, and the first page at the first start."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from fer_desktop.gui.common import messages
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.help.keyboard_page import show_keyboard
from fer_desktop.gui.help.licences import show_licences
from fer_desktop.gui.help.notice import show_notice
from fer_desktop.gui.help.welcome import EDITION, show_welcome
from fer_desktop.gui.help.window_report import window_report
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.vision import doctor

_LOOK_MS: Final = 100


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpMenu", text)


class HelpMenu(QObject):
    """Connects the actions of the Help menu."""

    def __init__(self, window: MainWindow, chosen: Chosen) -> None:
        super().__init__(window)
        self._window, self._chosen = window, chosen
        self._job: Background[str] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        actions = window.actions_
        actions.doctor.triggered.connect(self._ask_doctor)
        actions.welcome.triggered.connect(self._show_welcome)
        actions.keyboard.triggered.connect(lambda: self.show_keys(window))
        actions.notice.triggered.connect(lambda: show_notice(window))
        actions.log_folder.triggered.connect(lambda: open_log_folder(window))
        actions.licences.triggered.connect(lambda: show_licences(window))
        actions.about.triggered.connect(lambda: messages.show_about(window))

    def greet(self, then: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Show the first page where this edition was not seen yet.

        No camera may run before somebody could read what the program does.

        Args:
            then: Called once the user starts the program there, or where the page was seen.
            otherwise: Called where the user closes the page without that; it comes again with the
                next start.
        """
        if self._chosen.settings.welcome_seen >= EDITION:
            then()
            return

        def go_on() -> None:
            if self._window.isVisible():  # else the whole window was closed with the page
                self._chosen.change(welcome_seen=EDITION, purpose=page.purpose)
                then()

        def wait() -> None:
            if self._window.isVisible():
                otherwise()

        page = show_welcome(self._window, is_first=True, purpose=self._chosen.settings.purpose)
        page.accepted.connect(go_on)
        page.rejected.connect(wait)  # Esc is no yes

    def _show_welcome(self) -> None:
        page = show_welcome(self._window, purpose=self._chosen.settings.purpose)
        page.accepted.connect(lambda: self._chosen.change(purpose=page.purpose))

    def show_keys(self, parent: QWidget) -> None:
        """Open the page with all keys beside a window."""
        show_keyboard(parent, self._window.actions_)

    def close(self) -> None:
        """Wait for no report any more; a check that is under way may hang."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop(timeout_s=0)
            self._job = None

    def _ask_doctor(self) -> None:
        # The checks take a second or two and load a model: not in the window's thread.
        self._job = Background(
            lambda job: doctor.report_text(list(job.counted(doctor.checks()))), "doctor"
        )
        allow(self._window.actions_.doctor, _tr("The report is being made."))
        self._window.status.showMessage(_tr("Checking…"))
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        job = self._job
        if job is None or not job.is_over:
            return
        self._job = None
        self._timer.stop()
        allow(self._window.actions_.doctor)
        self._window.status.clearMessage()
        report = job.result or job.problem
        about_window = window_report(self._window, self._chosen.settings)
        messages.show_report(self._window, f"{report}\n\n{about_window}")


def open_log_folder(window: MainWindow) -> None:
    """Show the folder of the log in the system's own window, or say where it is."""
    folder = paths.log_file().parent
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        window.banner.show_message(
            _tr("The folder can't be opened from here. The log lies in {folder}.").format(
                folder=folder
            ),
            is_problem=False,
        )
