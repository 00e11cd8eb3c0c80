"""Where a review stands in its session, and how it goes on: at true speed, in steps, to markers."""

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fer_desktop.sessions.table import SessionTable

_TICK_MS: Final = 15
_NEAR_S: Final = 0.001


class ReviewPlayer(QObject):
    """The position, and the clock that moves it.

    Signals:
        moved: To another moment, in seconds.
        changed: It plays now, or it stands still now.
    """

    moved = Signal(float)
    changed = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._table: SessionTable | None = None
        self._markers: list[float] = []
        self.position_s = 0.0
        self._from_s = self._since_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_playing(self) -> bool:
        """Whether the position moves by itself."""
        return self._timer.isActive()

    @property
    def end_s(self) -> float:
        """The last moment."""
        return self._table.duration_s if self._table is not None else 0.0

    def set_session(self, table: SessionTable, markers: Sequence[float]) -> None:
        """Take a session, and stand at its begin."""
        self._table, self._markers = table, sorted(markers)
        self.seek(float(table.times[0]) if table.times.size else 0.0)

    def toggle(self) -> None:
        """Play, or stand still; at the end, play from the begin."""
        if self.is_playing:
            self.pause()
        elif self._table is not None and self._table.times.size:
            if self.position_s >= self.end_s:
                self.position_s = float(self._table.times[0])
            self._begin()
            self._timer.start()
            self.changed.emit()

    def pause(self) -> None:
        """Stand still."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit()

    def seek(self, time_s: float) -> None:
        """Go to a moment; it plays on from there if it played."""
        self.position_s = min(max(0.0, time_s), self.end_s)
        self._begin()
        self.moved.emit(self.position_s)

    def step(self, n_frames: int) -> None:
        """Stand still, and go so many frames on, or back."""
        self.pause()
        table = self._table
        if table is None or not table.times.size:
            return
        here = table.frame_at(self.position_s) + n_frames
        self.seek(float(table.times[min(max(0, here), table.times.size - 1)]))

    def to_marker(self, direction: int) -> None:
        """Go to the next marker, or with -1 to the one before; stay where there is none."""
        here, markers = self.position_s, self._markers
        if direction > 0:
            place = bisect_right(markers, here + _NEAR_S)
        else:
            place = bisect_left(markers, here - _NEAR_S) - 1
        if 0 <= place < len(markers):
            self.seek(markers[place])

    def _begin(self) -> None:
        self._from_s, self._since_s = self.position_s, self._clock()

    def _tick(self) -> None:
        now_s = self._from_s + self._clock() - self._since_s
        self.position_s = min(now_s, self.end_s)
        if now_s >= self.end_s:
            self.pause()
        self.moved.emit(self.position_s)
