"""What the rows that wait for a job in the background have in common."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal

from fer_desktop.gui.common.progress_row import ProgressRow
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.system.background import Background

_LOOK_MS: Final = 50
_GUESS_S: Final = 1.0
"""After so long it is guessed how long the rest takes."""


class AwaitedRow(Retranslated, ProgressRow):
    """Waits for one job at a time, and hides when it is over.

    Signals:
        succeeded: The job's result is there.
        failed: Why there is none, as a sentence.
    """

    succeeded = Signal(object)
    failed = Signal(str)

    def __init__(self, clock: Callable[[], float]) -> None:
        """Prepare it.

        Args:
            clock: Tells the time, in seconds.
        """
        super().__init__()
        self._job: Background[Any] | None = None
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether a job is waited for."""
        return self._job is not None

    def stop(self) -> None:
        """End the job; no signal tells of it."""
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        self.hide()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self._tell()

    def _await(self, job: Background[Any]) -> None:
        self._job = job
        self._timer.start(_LOOK_MS)
        self._tell()

    def _look(self) -> None:
        job = self._job
        if job is None or not job.is_over:
            self._tell()
            return
        self.stop()
        if job.result is None:
            self.failed.emit(job.problem)
        else:
            self.succeeded.emit(job.result)

    def _tell(self) -> None:
        if self._job is not None:
            self._tell_of(self._job)

    def _tell_of(self, job: Background[Any]) -> None:
        """Show how far it is."""
        raise NotImplementedError

    def _left_s(self, begun_s: float, n_passed: int, n_left: int) -> float | None:
        """Return how long the rest takes, at the pace since then; None while it is too early."""
        passed_s = self._clock() - begun_s
        if n_passed > 0 and n_left > 0 and passed_s > _GUESS_S:
            return passed_s / n_passed * n_left
        return None
