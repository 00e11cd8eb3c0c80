"""The row that tells how far a session is read or written, or a video analyzed, and cancels it."""

import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from fer_desktop.gui.common.progress_row import ProgressRow
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.gui.common.session_words import frame_words
from fer_desktop.system.background import Background

_LOOK_MS: Final = 50
_GUESS_S: Final = 1.0
"""After so long it is guessed how long the rest takes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class ReviewLoading(Retranslated, ProgressRow):
    """Waits for a job, and hides when it is over. `stop` ends the job.

    Signals:
        loaded: The job's result is there.
        failed: Why there is none, as a sentence.
    """

    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, job: Background[Any], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._job: Background[Any] | None = job
        self._clock = clock
        self._n_done, self._begun_s = 0, clock()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        self.retranslate()

    @property
    def is_over(self) -> bool:
        """Whether nothing is waited for any more."""
        return self._job is None

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.show_button(is_stopped=False, words=_tr("Cancel"))
        self._tell()

    def stop(self) -> None:
        """End the job."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _look(self) -> None:
        job = self._job
        if job is None or not job.is_over:
            self._tell()
            return
        self.stop()
        self.hide()
        if job.result is None:
            self.failed.emit(job.problem)
        else:
            self.loaded.emit(job.result)

    def _tell(self) -> None:
        job = self._job
        if job is None:
            return
        n_done, n_left = job.n_done, job.n_expected - job.n_done
        if not self._n_done or n_done < self._n_done:
            self._begun_s = self._clock()  # loading a model is no measure of the pace
        self._n_done = n_done
        passed_s = self._clock() - self._begun_s
        is_guessed = n_done > 0 and n_left > 0 and passed_s > _GUESS_S
        left_s = passed_s / n_done * n_left if is_guessed else None
        words = frame_words(n_done, job.n_expected, left_s)
        self.show_progress(words, n_done, job.n_expected)
