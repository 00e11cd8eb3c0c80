"""Nothing unsaved is lost unasked: what is asked before something else opens, or all ends."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMessageBox

from fer_desktop.gui.common.messages import ask_to_lose
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.live.recording import Recording
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.review.menu import ReviewMenu
from fer_desktop.gui.shell.main_window import MainWindow

LEAST_PICTURES: Final = 10
"""The results of fewer are had again in a moment."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leaving", text)


class Leaving(QObject):
    """Asks once, and goes on when the user says so.

    Attributes:
        is_unattended: Nobody is there to be asked.
        others: Tells what would be lost in other windows, a sentence each.
    """

    def __init__(
        self,
        window: MainWindow,
        recording: Recording,
        reviews: ReviewMenu,
        pictures: PictureMode,
    ) -> None:
        super().__init__(window)
        self._window, self._recording = window, recording
        self._reviews, self._pictures = reviews, pictures
        self._box: QMessageBox | None = None
        self.is_unattended = False
        self.others: Callable[[], list[str]] = list
        window.may_close = self._may_close

    def open_other(self, go: Callable[[], None], *, closes_pictures: bool = False) -> None:
        """Open something else in the place of what is shown, with `go`, now or when it may be."""
        losses = self._recorded()
        yes = _tr("End Recording and Open")
        if not losses and closes_pictures:
            losses, yes = self._results(), _tr("Close Pictures")
        if not losses or self.is_unattended:
            go()
            return

        def leave() -> None:
            self._recording.end()
            go()

        self._ask(losses, yes, leave, _tr("Go On Recording") if self._recording.is_on else "")

    def _may_close(self) -> bool:
        losses = [
            *self._recorded(),
            *self._reviews.unkept(),
            *self.others(),
            *self._results(),
        ]
        if not losses or self.is_unattended:
            return True
        yes = _tr("End Recording and Quit") if self._recording.is_on else _tr("Quit")
        self._ask(losses, yes, self._quit)
        return False

    def _quit(self) -> None:
        self.is_unattended = True
        self._window.close()

    def _recorded(self) -> list[str]:
        words = _tr(
            "A session is being recorded. It would end; what is recorded until then is kept."
        )
        return [words] if self._recording.is_on else []

    def _results(self) -> list[str]:
        n = self._pictures.n_done if self._pictures.is_active else 0
        if n < LEAST_PICTURES or self._pictures.is_saved:
            return []
        return [_tr("What was found in {n} pictures is not saved.").format(n=count(n))]

    def _ask(self, losses: list[str], yes: str, go: Callable[[], None], no: str = "") -> None:
        """Ask, unless it is asked already."""
        if self._box is not None:
            self._box.raise_()
            return
        self._box = ask_to_lose(self._window, losses, yes, no)
        self._box.accepted.connect(go)
        self._box.finished.connect(self._forget)

    def _forget(self) -> None:
        self._box = None
