"""Light and position, looked at live before a recording: one sign for each thing that counts."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.advice import SteadyAdvice
from fer_desktop.core.view_check import ASPECTS, FAULTS, Aspect, Fault, fault_of, faults
from fer_desktop.gui.common.icons import icon, paint_icon
from fer_desktop.gui.common.placement import keep_place, placed, screens
from fer_desktop.gui.common.quality_words import advice
from fer_desktop.gui.common.reasons import allow_part, reason_of
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID, verdict_color
from fer_desktop.gui.common.widgets import PushButton
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow

_LOOK_MS: Final = 100
_SIGN_PX: Final = 20


def _tr(text: str) -> str:
    return QCoreApplication.translate("ViewCheck", text)


def _names() -> dict[Aspect, str]:
    return {
        "light": _tr("Light"),
        "sharpness": _tr("Sharpness"),
        "size": _tr("Size"),
        "place": _tr("Place"),
        "direction": _tr("Direction"),
        "cover": _tr("Free View"),
    }


class ViewCheck(Retranslated, QDialog):
    """Tells, while it is open, how well the chosen face can be seen.

    Attributes:
        heading: Whether all is well, in a sentence.
        signs: A sign for each aspect: a tick or a warning.
        words: And a sentence.
    """

    def __init__(
        self, window: MainWindow, live: LiveMode, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take what is shown live, and what tells the time, in seconds."""
        super().__init__(window)
        self._window, self._live, self._clock = window, live, clock
        self._steady = SteadyAdvice[Fault]()
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        self.signs = {aspect: _Sign() for aspect in ASPECTS}
        self._titles = {aspect: QLabel() for aspect in ASPECTS}
        self.words = {aspect: QLabel() for aspect in ASPECTS}
        self.record, self.close_ = PushButton(), PushButton()
        self.record.setIcon(icon("record"))
        self.record.clicked.connect(self._record)
        self.close_.clicked.connect(self.close)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._assemble()
        self.retranslate()
        if not keep_place(self, "view check"):
            self._lay_beside_the_face()

    def retranslate(self) -> None:
        """Write everything in the language that the application has now."""
        self.setWindowTitle(_tr("Light and Position"))
        self.record.setText(_tr("&Record"))
        self.close_.setText(_tr("Close"))
        for aspect, name in _names().items():
            self._titles[aspect].setText(name)
        widest = max(
            self.fontMetrics().horizontalAdvance(advice(fault))
            for some in FAULTS.values()
            for fault in some
        )
        for label in self.words.values():
            label.setMinimumWidth(widest + GRID)  # nothing moves while somebody does
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self._steady.forget()
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self._timer.stop()
        super().hideEvent(event)

    def look(self) -> None:
        """Show how the face is seen at this moment."""
        allow_part(self.record, reason_of(self._window.actions_.record))
        face, shown = self._live.chosen_face(), self._live.shown
        if not self._live.is_running or shown is None:
            self._show_nothing(_tr("Nothing is shown live. Start the camera first."))
        elif face is None:
            self._show_nothing(_tr("No face is seen. Sit before the camera."))
        else:
            found = faults(face, shown.frame.width, shown.frame.height)
            self._show(self._steady.update(found, self._clock()))

    def _show_nothing(self, why: str) -> None:
        self._steady.forget()
        self.heading.setText(why)
        for aspect in ASPECTS:
            self._set_row(aspect, "", "")

    def _show(self, found: tuple[Fault, ...]) -> None:
        self.heading.setText(
            _tr("Something can be better:") if found else _tr("All is well: it can be recorded.")
        )
        for aspect in ASPECTS:
            fault = fault_of(aspect, found)
            if fault is None:
                self._set_row(aspect, "check", _tr("Good"))
            else:
                self._set_row(aspect, "warning", advice(fault))

    def _set_row(self, aspect: Aspect, sign: str, words: str) -> None:
        label = self.words[aspect]
        label.setText(words)
        label.setAccessibleName(f"{self._titles[aspect].text()}: {words}" if words else "")
        self.signs[aspect].show_sign(sign)

    def _record(self) -> None:
        self.close()
        self._window.actions_.record.trigger()

    def _lay_beside_the_face(self) -> None:
        """Lay it over the side panel, for the picture is what people look at."""
        wanted = QRect(self.pos(), self.minimumSizeHint())
        wanted.moveBottomRight(self._window.geometry().bottomRight())
        self.move(placed(wanted, screens()).topLeft())

    def _assemble(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(2 * GRID)
        rows.setVerticalSpacing(GRID)
        rows.setColumnStretch(2, 1)
        for number, aspect in enumerate(ASPECTS):
            rows.addWidget(self.signs[aspect], number, 0)
            rows.addWidget(self._titles[aspect], number, 1)
            rows.addWidget(self.words[aspect], number, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.record)
        buttons.addWidget(self.close_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self.heading)
        whole.addLayout(rows)
        whole.addStretch(1)
        whole.addLayout(buttons)


class _Sign(QWidget):
    """An icon in the colour of what it says; nothing at first."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.setFixedSize(_SIGN_PX, _SIGN_PX)

    def show_sign(self, name: str) -> None:
        if name != self.name:
            self.name = name
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.name:
            return
        painter = QPainter(self)
        color = verdict_color(self.palette(), is_good=self.name == "check")
        paint_icon(painter, QRectF(self.rect()), self.name, color)
        painter.end()
