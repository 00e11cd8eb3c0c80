"""Watches the pictures of the camera in use, and says in the banner when they are not well."""

import sys
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from fer_desktop.gui.camera.words import step_for_stream, steps_to_take, what_is_wrong
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.events import PipelineState
from fer_desktop.vision.camera.health import HealthMonitor, Verdict

_LOOK_MS: Final = 500


def _tr(text: str) -> str:
    return QCoreApplication.translate("CameraWatch", text)


class CameraWatch(QObject):
    """Looks twice a second at the newest frame of live mode, while that shows a camera or stream.

    Each kind of trouble is told once until the camera is stopped, and taken back when it is over.
    """

    def __init__(self, window: MainWindow, live: LiveMode) -> None:
        super().__init__(window)
        self._window, self._live = window, live
        self._monitor = HealthMonitor()
        self._since_s = 0.0
        self._told: set[Verdict] = set()
        self._now: Verdict | None = None
        self._text = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        live.changed.connect(self._on_live)

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the pictures that come; None while none do."""
        return self._monitor.size

    def rate(self) -> float:
        """Return the measured frames a second; 0 while unknown."""
        return self._monitor.rate()

    def verdict(self) -> Verdict | None:
        """Return what the pictures tell; None while they do not tell enough."""
        return self._monitor.verdict(time.perf_counter())

    def close(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def _on_live(self) -> None:
        live = self._live
        if not live.is_watched:
            self._timer.stop()
            self._forget()
            self._take_back()
            self._told.clear()
            return
        if live.state is not PipelineState.RUNNING:
            self._forget()
        if not self._timer.isActive():
            self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        live = self._live
        if live.state is not PipelineState.RUNNING or live.is_frozen or live.shown is None:
            self._forget()
        elif live.shown.frame.captured_s > self._since_s:
            self._monitor.add(live.shown.frame)
            verdict = self.verdict()
            live.judge(verdict)
            self._tell(verdict)

    def _forget(self) -> None:
        """Begin anew: what came before a pause or a loss does not count."""
        self._live.judge(None)
        self._monitor.clear()
        self._since_s = time.perf_counter()

    def _tell(self, verdict: Verdict | None) -> None:
        if verdict is None or verdict is self._now:
            return
        self._take_back()
        if verdict is Verdict.WELL or verdict in self._told:
            self._now = verdict
        elif not self._window.banner.text:  # else it waits until the other message is read
            self._now = verdict
            self._told.add(verdict)
            self._show(verdict)

    def _show(self, verdict: Verdict) -> None:
        what = what_is_wrong(verdict, self._live.source_name)
        if not self._live.source.startswith("camera"):
            self._text = f"{what} {step_for_stream(verdict)}"
            self._window.banner.show_message(self._text, is_problem=True)
            return
        self._text = f"{what} {steps_to_take(verdict, sys.platform)[0]}"
        self._window.banner.show_message(
            self._text,
            is_problem=True,
            action=_tr("Camera Doctor…"),
            act=self._window.actions_.camera_doctor.trigger,
        )

    def _take_back(self) -> None:
        if self._text and self._window.banner.text == self._text:
            self._window.banner.clear()
        self._text, self._now = "", None
