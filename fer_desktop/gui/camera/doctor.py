"""The dialog that looks at each camera and says what is wrong and what to do on this system."""

import sys
import time
from html import escape
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout

from fer_desktop.gui.camera.choice import CameraChoice
from fer_desktop.gui.camera.permission import with_camera_permission
from fer_desktop.gui.camera.watch import CameraWatch
from fer_desktop.gui.camera.words import steps_to_take, what_is_wrong
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.numbers import decimal
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow_part
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.camera_check import MOST_S, CameraCheck, Finding
from fer_desktop.live.events import PipelineState
from fer_desktop.vision.assembly import capture_format
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.devices import CameraDevice, ListCameras
from fer_desktop.vision.camera.health import Verdict
from fer_desktop.vision.camera.sources import FrameSource

_LOOK_MS: Final = 100
_Entry = tuple[str, list[str]]
"""A sentence about a camera, and the steps to take."""
_IN_TROUBLE: Final = (PipelineState.LOST, PipelineState.FAILED)


class CameraDoctor(Retranslated, QDialog):
    """Opened with `show`; it checks at once, and again when it is asked to."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        cameras: CameraChoice,
        live: LiveMode,
        watch: CameraWatch,
        list_cameras: ListCameras,
    ) -> None:
        super().__init__(window)
        self._chosen, self._cameras, self._live, self._watch = chosen, cameras, live, watch
        self._list_cameras = list_cameras
        self._check: CameraCheck | None = None
        self._held = ""
        self._until_s = 0.0
        self._html = self._plain = ""
        self._findings: dict[str, Finding] = {}
        self.report = QTextBrowser()
        self.copy, self.again, self.close_ = PushButton(), PushButton(), PushButton()
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self.check)
        self.close_.clicked.connect(self.close)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._assemble()
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language that the application has now."""
        self.setWindowTitle(self.tr("Camera Doctor"))
        self.report.setAccessibleName(self.tr("What was found"))
        self.copy.setText(self.tr("C&opy"))
        self.again.setText(self.tr("Check &Again"))
        self.close_.setText(self.tr("Close"))
        self._show_report()

    def showEvent(self, event: QShowEvent) -> None:
        """Check at once."""
        super().showEvent(event)
        self.report.setFocus()  # screen readers read what is found
        self.check()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the camera that is looked at."""
        self.stop()
        super().hideEvent(event)

    def check(self) -> None:
        """Look at all cameras anew."""
        self.stop()
        self._findings = {}
        self._show_report()
        with_camera_permission(self._start)

    def stop(self) -> None:
        """Look no more; takes two seconds at most."""
        self._timer.stop()
        if self._check is not None:
            self._check.stop()
            self._check = None

    def _start(self) -> None:
        live, identity = self._live, self._cameras.current()
        # One that gives live mode no picture is held by nobody between two tries.
        is_held = live.is_running and live.state not in _IN_TROUBLE and identity != "demo"
        self._held = identity if is_held else ""
        self._until_s = time.perf_counter() + MOST_S
        self._check = CameraCheck(self._list_cameras, self._open_camera, self._held)
        self._timer.start(_LOOK_MS)

    def _open_camera(self, device: CameraDevice) -> FrameSource:
        wanted = capture_format(self._chosen.settings)
        return CameraSource(device.identity, cameras=self._list_cameras, wanted=wanted)

    def _look(self) -> None:
        if self._check is None:
            return
        is_over = not self._check.is_alive
        for finding in self._check.poll():
            self._findings[finding.device.identity if finding.device else ""] = finding
        held = self._findings.get(self._held)
        if held is not None and held.device is not None and held.verdict is None:
            self._findings[self._held] = self._of_live(held.device)
        self._show_report()
        if is_over and all(finding.verdict for finding in self._findings.values()):
            self.stop()

    def _of_live(self, device: CameraDevice) -> Finding:
        """Return what live mode's own frames tell about the camera that it holds."""
        watch = self._watch
        verdict = watch.verdict()
        is_silent = self._live.state in _IN_TROUBLE or not self._live.is_running
        if verdict is None and (is_silent or time.perf_counter() > self._until_s):
            return Finding(device, Verdict.BUSY)  # without the figures of what came before
        return Finding(device, verdict, watch.size, watch.rate())

    # What is shown

    def _show_report(self) -> None:
        entries = [self._entry(finding) for finding in self._findings.values()]
        html = _html(entries or [(self.tr("Looking for cameras…"), [])])
        if self._html != html:  # else reading it would be interrupted
            self._html = html
            self.report.setHtml(html)
        self._plain = _plain(entries)
        is_done = bool(entries) and all(f.verdict for f in self._findings.values())
        for button in (self.copy, self.again):
            allow_part(button, "" if is_done else self.tr("The cameras are still looked at."))

    def _entry(self, finding: Finding) -> _Entry:
        """Return the sentence about a camera, and the steps to take."""
        name = finding.device.name if finding.device else ""
        if finding.verdict is None:
            return self.tr("{name}: looking at its picture…").format(name=name), []
        what = what_is_wrong(finding.verdict, name)
        if finding.size and finding.rate:
            figures = self.tr("{width} x {height} at {rate} frames a second.").format(
                width=finding.size[0], height=finding.size[1], rate=decimal(finding.rate, 1)
            )
            what = f"{what} {figures}"
        return what, steps_to_take(finding.verdict, sys.platform)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._plain)

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self.report, 1)
        whole.addLayout(buttons)
        self.report.document().setDocumentMargin(2 * GRID)
        self.resize(72 * GRID, 44 * GRID)
        keep_place(self, "camera doctor")


def _html(entries: list[_Entry]) -> str:
    parts = []
    for what, steps in entries:
        listed = "".join(f"<li>{escape(step)}</li>" for step in steps)
        parts.append(f"<p><b>{escape(what)}</b></p>" + (f"<ol>{listed}</ol>" if steps else ""))
    return "".join(parts)


def _plain(entries: list[_Entry]) -> str:
    lines = []
    for what, steps in entries:
        lines += [what, *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]
    return "\n".join(lines)
