"""Keeps the ranges that a session's figures leave out, and counts the figures anew."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions import review
from fer_desktop.sessions.exclusion_file import write_exclusions
from fer_desktop.sessions.exclusions import Exclusion, Exclusions
from fer_desktop.sessions.files import SessionFiles
from fer_desktop.sessions.review import LoadedSession
from fer_desktop.sessions.statistics import Statistics
from fer_desktop.system.background import Background

_LOOK_MS: Final = 50


class ReviewExclusions(QObject):
    """The ranges of one session. `close` ends its thread.

    Signals:
        changed: Other ranges are left out now;
        counted: The figures without them are there.
        failed: What could not be done, as a sentence.
    """

    changed = Signal()
    counted = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures: Statistics | None = None
        self._files: SessionFiles | None = None
        self._exclusions = Exclusions()
        self._job: Background[Statistics] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def ranges(self) -> tuple[Exclusion, ...]:
        """What is left out now."""
        return self._exclusions.ranges

    @property
    def can_undo(self) -> bool:
        """Whether a change can be taken back."""
        return self._exclusions.can_undo

    @property
    def is_counting(self) -> bool:
        """Whether the figures are not there yet."""
        return self._timer.isActive()

    def show_session(self, session: LoadedSession) -> None:
        """Take a session with its ranges and figures."""
        self.close()
        self._files, self.figures = session.files, session.figures
        self._exclusions = Exclusions(session.exclusions)
        self.changed.emit()
        self.counted.emit()

    def add(self, exclusion: Exclusion) -> None:
        """Leave a range out."""
        self._exclusions.add(exclusion)
        self._keep()

    def restore(self, start_s: float, end_s: float) -> None:
        """Count all ranges again that touch this one."""
        before = self.ranges
        self._exclusions.restore(start_s, end_s)
        if self.ranges != before:
            self._keep()

    def undo(self) -> None:
        """Take back the last change."""
        if self.can_undo:
            self._exclusions.undo()
            self._keep()

    def close(self) -> None:
        """Count no more."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _keep(self) -> None:
        """Write the ranges into the folder, and begin to count."""
        if self._files is None:
            return
        try:
            write_exclusions(self._files.folder, self.ranges)
        except SessionError as error:
            self.failed.emit(str(error))
        self.close()
        self._job = review.count(self._files, self.ranges)
        self._timer.start()
        self.changed.emit()

    def _look(self) -> None:
        job = self._job
        if job is None or not job.is_over:
            return
        self.close()
        if job.result is None:
            self.failed.emit(job.problem)
            return
        self.figures = job.result
        self.counted.emit()
