"""The row that tells how far a job is that goes through pictures, and stops it."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.common.awaited_row import AwaitedRow
from fer_desktop.gui.common.progress_words import progress_words
from fer_desktop.system.background import Background


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teaching", text)


class JobRow(AwaitedRow):
    """Waits for a job that goes through pictures; where the user stops it, it fails with ""."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self._begun_s, self._n_begun = 0.0, 0
        self._epochs = False
        self.button.clicked.connect(self._give_up)
        self.retranslate()
        self.hide()

    def begin(self, job: Background[Any], *, epochs: bool = False) -> None:
        """Wait for a job, which counts pictures, or the epochs of a training."""
        self.stop()
        self._epochs, self._n_begun = epochs, 0
        self._await(job)
        self.show()
        self.button.setFocus()  # what began it is greyed now

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.show_button(is_stopped=False, words=_tr("Stop"))
        super().retranslate()

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit("")

    def _tell_of(self, job: Background[Any]) -> None:
        n_done = job.n_done
        if not n_done and self._n_begun:  # all pictures were looked at
            self.show_busy(_tr("The last layer is fitted and judged…"))
            return
        if not n_done:
            self.show_busy(_tr("Loading…"))  # TensorFlow alone takes a while
            return
        if not self._n_begun:  # the time before the first picture is that of the model
            self._begun_s, self._n_begun = self._clock(), n_done
        if self._epochs:
            words = _tr("Training: {done} of {total} epochs")
            words = words.format(done=n_done, total=job.n_expected)
        else:
            left_s = self._left_s(self._begun_s, n_done - self._n_begun, job.n_expected - n_done)
            words = progress_words(n_done, job.n_expected, left_s, is_stopped=False)
        self.show_progress(words, n_done, job.n_expected)
