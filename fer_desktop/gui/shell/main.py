"""Opens the window and runs it to its end."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from fer_desktop import __version__
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.common.translation import install_language
from fer_desktop.gui.shell.last_end import tell_last_end
from fer_desktop.gui.shell.main_window import MainWindow, app_icon
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.gui.shell.qt_log import log_qt_message
from fer_desktop.live.events import PipelineState
from fer_desktop.system import paths, settings_store, shutdown, signals
from fer_desktop.system.crashes import LastEnd
from fer_desktop.system.files import Draft
from fer_desktop.system.settings_store import Loaded
from fer_desktop.system.terminal import CAMERA, NO_INPUT, SOME_FAILED, say

_BY_CLOSING = "the window was closed"
_WAIT_MORE_S = 15.0
"""A screenshot waits so much longer for the first analyzed frame than it was asked to."""


def run_window(
    source: str | None,
    settings: Settings,
    run_for_s: float | None,
    screenshot: Path | None,
    loaded: Loaded | None = None,
    last_end: LastEnd | None = None,
) -> int:
    """Open the window and return the exit code when it is closed.

    Args:
        source: What `--source` takes; None is the first camera, or the demo without one.
        settings: The user's choices.
        run_for_s: Close the window after so long; None leaves it open.
        screenshot: Where a picture of the window goes just before it closes.
        loaded: The settings that are kept, and what was wrong with them; None reads them.
        last_end: How the program ended the last time, where that was not as it should.
    """
    qInstallMessageHandler(log_qt_message)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("FER Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("fer-desktop")
    own_taskbar_button()
    application.setWindowIcon(app_icon())
    apply_theme(application, settings.theme)
    install_language(application, settings.language)
    window = MainWindow()
    ending: _Ending
    # Before the presenter, which then finds everything asked to end already.
    window.closed.connect(lambda: shutdown.begin(_BY_CLOSING, ending.code))
    file = paths.settings_file()
    kept = loaded or settings_store.read_settings(file)
    keeper = settings_store.Keeper(file, kept.settings, settings)
    presenter = Presenter(window, settings, keeper.keep)
    window.show()
    if last_end is not None:
        tell_last_end(window, last_end, settings, presenter.reviews.open)
    ending = _Ending(window, presenter, run_for_s, screenshot)
    if screenshot is not None or run_for_s is not None:
        presenter.start(source, kept.notes)  # nobody is there to read the first page
        ending.start()
    else:
        presenter.greet_and_start(source, kept.notes)
    application.commitDataRequest.connect(lambda _: presenter.recording.end_with_the_session())
    end = _EndByOthers(window, presenter)
    with signals.calling(end.asked.emit):
        code = application.exec()
    presenter.close()
    return code or ending.code


def own_taskbar_button() -> None:
    """Let Windows group the window under its own icon, not under Python's."""
    if str(sys.platform) == "win32":
        import ctypes

        shell = ctypes.windll.shell32  # type: ignore[attr-defined, unused-ignore]
        shell.SetCurrentProcessExplicitAppUserModelID("FERDesktop.FERDesktop")


class _EndByOthers(QObject):
    """Closes the window when a signal says so; that is heard in another thread.

    Signals:
        asked: With the exit code.
    """

    asked = Signal(int)

    def __init__(self, window: MainWindow, presenter: Presenter) -> None:
        super().__init__(window)
        self._window, self._presenter = window, presenter
        self.asked.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @Slot(int)
    def _end(self, code: int) -> None:
        self._presenter.leaving.is_unattended = True
        self._window.close()
        QApplication.exit(code)  # also where a dialog waits


class _Ending:
    """Closes the window after a while, with a screenshot, and tells how it went."""

    def __init__(
        self,
        window: MainWindow,
        presenter: Presenter,
        run_for_s: float | None,
        screenshot: Path | None,
    ) -> None:
        self._window, self._presenter, self._screenshot = window, presenter, screenshot
        self._run_for_s = run_for_s if run_for_s is not None else 5.0
        self._begin_s = time.perf_counter()
        self._timer = QTimer(window)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._look)
        self.code = 0

    def start(self) -> None:
        """Begin to count."""
        self._timer.start()

    def _look(self) -> None:
        passed_s = time.perf_counter() - self._begin_s
        if passed_s < self._run_for_s:
            return
        live = self._presenter.live
        waits = (
            live.is_running
            and live.shown is None
            and live.state not in (PipelineState.FAILED, PipelineState.ENDED)
        )
        if self._screenshot is not None and waits and passed_s < self._run_for_s + _WAIT_MORE_S:
            return
        self._timer.stop()
        if live.shown is None and live.problem:
            say(live.problem)
            self.code = CAMERA if live.source.startswith("camera") else NO_INPUT
        if self._screenshot is not None and not self._save(self._screenshot):
            say(f"{self._screenshot}: the screenshot can't be written.")
            self.code = SOME_FAILED
        self._window.close()

    def _save(self, path: Path) -> bool:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with Draft(path, chosen=True) as draft:
                is_saved = self._window.grab().save(str(draft.path), path.suffix[1:] or None)
                if is_saved:
                    draft.commit()
        except OSError:
            return False
        return is_saved
