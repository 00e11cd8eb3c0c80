"""The row that tells how far a job is that goes through pictures, and stops it."""

import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from fer_desktop.gui.common.progress_row import ProgressRow
from fer_desktop.gui.common.progress_words import progress_words
from fer_desktop.gui.common.retranslated import Retranslated
from fer_desktop.system.background import Background

_LOOK_MS: Final = 50
_GUESS_S: Final = 1.0
"""After so long it is guessed how long the rest takes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class JobRow(Retranslated, ProgressRow):
    """Waits for a job that goes through pictures. Hidden while there is none.

    Signals:
        succeeded: The job's result is there.
        failed: Why there is none, as a sentence; "" where the user stopped it.
    """

    succeeded = Signal(object)
    failed = Signal(str)

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._job: Background[Any] | None = None
        self._clock, self._begun_s, self._n_begun = clock, 0.0, 0
        self._epochs = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self.button.clicked.connect(self._give_up)
        self.retranslate()
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a job is waited for."""
        return self._job is not None

    def begin(self, job: Background[Any], *, epochs: bool = False) -> None:
        """Wait for a job, which counts pictures, or the epochs of a training."""
        self.stop()
        self._epochs = epochs
        self._job, self._n_begun = job, 0
        self._timer.start(_LOOK_MS)
        self._tell()
        self.show()
        self.button.setFocus()  # what began it is greyed now

    def stop(self) -> None:
        """End the job."""
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        self.hide()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.show_button(is_stopped=False, words=_tr("Stop"))
        self._tell()

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit("")

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
        job = self._job
        if job is None:
            return
        n_done = job.n_done
        if not n_done and self._n_begun:  # all pictures were looked at
            self.show_busy(_tr("The last layer is fitted and judged…"))
            return
        if not n_done:
            self.show_busy(_tr("Loading…"))  # TensorFlow alone takes a while
            return
        if not self._n_begun:  # the time before the first picture is that of the model
            self._begun_s, self._n_begun = self._clock(), n_done
        passed_s, n_passed = self._clock() - self._begun_s, n_done - self._n_begun
        left_s = None
        if n_passed > 0 and passed_s > _GUESS_S:
            left_s = passed_s / n_passed * (job.n_expected - n_done)
        if self._epochs:
            words = _tr("Training: {done} of {total} epochs")
            words = words.format(done=n_done, total=job.n_expected)
            self.show_progress(words, n_done, job.n_expected)
            return
        words = progress_words(n_done, job.n_expected, left_s, is_stopped=False)
        self.show_progress(words, n_done, job.n_expected)
