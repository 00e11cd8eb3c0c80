"""The row that tells how far a session is read or written, or a video analyzed, and cancels it."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from fer_desktop.gui.common.awaited_row import AwaitedRow
from fer_desktop.gui.common.session_words import frame_words
from fer_desktop.system.background import Background


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


class LoadingRow(AwaitedRow):
    """Waits for the job that it is made with."""

    def __init__(self, job: Background[Any], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self._n_done, self._begun_s = 0, clock()
        self._await(job)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of now."""
        self.show_button(is_stopped=False, words=_tr("Cancel"))
        super().retranslate()

    def _tell_of(self, job: Background[Any]) -> None:
        n_done = job.n_done
        if not self._n_done or n_done < self._n_done:
            self._begun_s = self._clock()  # loading a model is no measure of the pace
        self._n_done = n_done
        left_s = self._left_s(self._begun_s, n_done, job.n_expected - n_done)
        self.show_progress(frame_words(n_done, job.n_expected, left_s), n_done, job.n_expected)
