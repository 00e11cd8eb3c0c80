"""What the Help menu opens."""

import threading
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from fer_desktop.app import doctor
from fer_desktop.gui import messages
from fer_desktop.gui.main_window import MainWindow

_LOOK_MS: Final = 100


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpMenu", text)


class HelpMenu(QObject):
    """Connects the actions of the Help menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._report: str | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        actions = window.actions_
        actions.doctor.triggered.connect(self._ask_doctor)
        actions.about.triggered.connect(lambda: messages.show_about(window))

    def close(self) -> None:
        """Wait for no report any more."""
        self._timer.stop()

    def _ask_doctor(self) -> None:
        # The checks take a second or two and load a model: not in the window's thread.
        def check() -> None:
            self._report = doctor.report_text(doctor.run_checks())

        self._window.actions_.doctor.setEnabled(False)
        self._window.status.showMessage(_tr("Checking…"))
        threading.Thread(target=check, name="doctor", daemon=True).start()
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        if self._report is None:
            return
        report, self._report = self._report, None
        self._timer.stop()
        self._window.actions_.doctor.setEnabled(True)
        self._window.status.clearMessage()
        messages.show_report(self._window, report)
