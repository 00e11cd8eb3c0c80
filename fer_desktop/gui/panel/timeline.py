"""The timeline: how the eight probabilities of the chosen face went over the last moments."""

import time
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fer_desktop.core.history import GAP_S
from fer_desktop.core.labels import LABELS
from fer_desktop.core.overlay import percent
from fer_desktop.core.settings import SPANS_S
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.theme import GRID
from fer_desktop.gui.common.words import name_of
from fer_desktop.gui.panel.timeline_plot import TimelinePlot

_LEAST_HEIGHT, _MOST_HEIGHT = 120, 200
_REDRAWS_HZ = 15.0
_CALM_REDRAWS_HZ = 4.0
_NAMES_S = 0.25
"""Names move no more often: they are read, not watched."""
_WORDS_S = 1.0
"""Screen readers hear of news no more often."""

_Shown = tuple[NDArray[np.float64], NDArray[np.float32], float]
_NOTHING: Final[_Shown] = (np.empty(0), np.empty((0, len(LABELS)), np.float32), 0.0)


class Timeline(Retranslated, QWidget):
    """Lines of the eight probabilities, and a choice of how far back they go.

    It may be fed with every frame: it draws at most 15 times a second, 4 with reduced motion, and
    the last history always comes on the screen.

    Signals:
        span_changed: Another span was chosen by the user, in seconds.
    """

    span_changed = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shown: _Shown | None = None
        self._is_stale = False
        self._named_s = self._told_s = -np.inf
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(_MOST_HEIGHT)
        self.plot = TimelinePlot()
        self.title, self.spans = QLabel(), QComboBox()
        self.title.setObjectName("quiet")
        self.title.setBuddy(self.spans)  # on Linux a combo box is named by its label alone
        for span_s in SPANS_S:
            self.spans.addItem("", span_s)
        self.retranslate()
        self.spans.activated.connect(self._on_chosen)
        self._assemble()
        self.set_reduced_motion(False)
        self.set_theme_colors()
        self.set_span(60)

    def sizeHint(self) -> QSize:
        """Ask for little: what the panel has left over comes on top."""
        return QSize(super().sizeHint().width(), _LEAST_HEIGHT)

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.setAccessibleName(self.tr("Timeline of the eight expressions"))
        self.title.setText(self.tr("Over time"))
        self.spans.setAccessibleName(self.tr("Time span of the timeline"))
        for row, span_s in enumerate(SPANS_S):
            words = self.tr("{number} s") if span_s < 60 else self.tr("{number} min")
            number = span_s if span_s < 60 else span_s // 60
            self.spans.setItemText(row, words.format(number=number))
        self.plot.retranslate()
        self._named_s = self._told_s = -np.inf
        if self.isVisible():
            self._draw()

    def span_s(self) -> int:
        """Return how many seconds are shown."""
        return int(self.spans.currentData())

    def set_span(self, span_s: int) -> None:
        """Show the last 10, 30, 60, 120 or 300 seconds; raises ValueError for others."""
        if span_s not in SPANS_S:
            raise ValueError(f"a span is one of {SPANS_S} s, not {span_s}")
        self.spans.setCurrentIndex(SPANS_S.index(span_s))
        self.plot.set_span(span_s)
        self._draw()

    def set_reduced_motion(self, on: bool) -> None:
        """Draw less often."""
        rate_hz = _CALM_REDRAWS_HZ if on else _REDRAWS_HZ
        self._timer.setInterval(int(1000 / rate_hz) + 1)

    def show_history(
        self, times: NDArray[np.float64], probabilities: NDArray[np.float32], now_s: float
    ) -> None:
        """Show a face's past: times (n,) in seconds and probabilities (n, 8); NaN is a gap."""
        self._shown, self._is_stale = (times, probabilities, now_s), True
        if not self._timer.isActive() and self.isVisible():
            self._draw()
            self._timer.start()

    def show_nothing(self) -> None:
        """Show empty axes: there is no face, or none is followed."""
        self._timer.stop()
        self._shown = None
        self._named_s = self._told_s = -np.inf
        self._draw()

    def set_theme_colors(self) -> None:
        """Take the colours of the palette."""
        self.plot.set_colors(self.palette(), self.font())
        self._named_s = -np.inf
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, the font and the language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.set_theme_colors()

    def event(self, event: QEvent) -> bool:
        """Follow the window onto a screen of another fineness."""
        handled = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_theme_colors()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while it was hidden."""
        super().showEvent(event)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.spans)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    def _on_chosen(self) -> None:
        self.set_span(self.span_s())
        self.span_changed.emit(self.span_s())

    def _on_timer(self) -> None:
        if self._is_stale:
            self._draw()
            self._timer.start()

    def _draw(self) -> None:
        self._is_stale = False
        times, rows, end_s = self._shown or _NOTHING
        self.plot.show_lines(times, rows, end_s)
        is_seen = times.size and end_s - times[-1] <= GAP_S and not np.isnan(rows[-1, 0])
        last = rows[-1] if is_seen else None
        now_s = self._clock()
        if now_s - self._named_s >= _NAMES_S:
            self._named_s = now_s
            self.plot.show_names(last)
        if now_s - self._told_s >= _WORDS_S:
            self._told_s = now_s
            self.setAccessibleDescription(self._words(last))
        if self._shown is None:
            # The first of a face is named and told at once.
            self._named_s = self._told_s = -np.inf

    def _words(self, last: NDArray[np.float32] | None) -> str:
        if self._shown is None:
            return ""
        if last is None:
            return self.tr("The face is not seen at the moment.")
        first, second = np.argsort(-last, kind="stable")[:2]
        return self.tr("Strongest now: {first} {percent}, then {second} {other}.").format(
            first=name_of(LABELS[first]),
            percent=percent(float(last[first])),
            second=name_of(LABELS[second]),
            other=percent(float(last[second])),
        )
