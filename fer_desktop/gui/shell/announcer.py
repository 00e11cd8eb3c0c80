"""Tells screen readers what is shown: seldom enough to be heard, and only what has held."""

import time
from collections.abc import Callable
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from fer_desktop.gui.common.chosen import Chosen

HOLD_S: Final = 0.5
"""What is told has been true for so long; passing looks are not spoken."""
PAUSE_S: Final = 1.0
"""Two texts are told no closer than this."""
_LOOK_MS: Final = 100


class Announcer(QObject):
    """Passes texts on to assistive technology, if the user's settings allow it.

    It may be fed with every frame. A text is told once it has held for half a second, at most one
    a second, and not again while it stays the same.
    """

    def __init__(
        self, widget: QWidget, chosen: Chosen, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Tell nothing yet.

        Args:
            widget: What the texts are about.
            chosen: The settings.
            clock: Gives seconds; tests have their own.
        """
        super().__init__(widget)
        self._widget, self._chosen, self._clock = widget, chosen, clock
        self._text = self._told = ""
        self._since_s = self._told_s = -PAUSE_S
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def say(self, text: str) -> None:
        """Take what is true now; "" where there is nothing to tell."""
        if text != self._text:
            self._text, self._since_s = text, self._clock()
            self._timer.start()
        if not text:
            self._told = ""  # what comes after a break is news again
        self._look()

    def close(self) -> None:
        """Tell nothing more."""
        self._timer.stop()
        self._text = ""

    def _look(self) -> None:
        now_s, text = self._clock(), self._text
        if text in ("", self._told) or not self._chosen.settings.announce:
            self._timer.stop()
        elif now_s - self._since_s >= HOLD_S and now_s - self._told_s >= PAUSE_S:
            self._told, self._told_s = text, now_s
            self._timer.stop()
            _tell(self._widget, text)


def _tell(widget: QWidget, text: str) -> None:
    announcement = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if announcement is None:
        widget.setAccessibleDescription(text)  # Qt tells of the change by itself
    else:
        QtGui.QAccessible.updateAccessibility(announcement(widget, text))
