"""Connects the actions of picture mode and says when each of them can do something."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.pictures.pasting import can_be_pasted
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.reasons import allow


def _tr(text: str) -> str:
    return QCoreApplication.translate("PictureActions", text)


class PictureActions(QObject):
    """Going from picture to picture, pasting, stopping and analyzing again."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        pictures: PictureMode,
        open_pasted: Callable[[list[Path]], None],
    ) -> None:
        """Connect the actions; `open_pasted` opens what was on the clipboard."""
        super().__init__(window)
        self._window, self._pictures, self._open_pasted = window, pictures, open_pasted
        actions, strip = window.actions_, window.filmstrip
        actions.previous_picture.triggered.connect(lambda: strip.step(-1))
        actions.next_picture.triggered.connect(lambda: strip.step(1))
        actions.analyze_again.triggered.connect(pictures.analyze_again)
        actions.stop_pictures.triggered.connect(pictures.stop_or_carry_on)
        actions.paste.triggered.connect(self._paste)
        strip.chosen.connect(self.refresh)
        pictures.changed.connect(self.refresh)
        pictures.progressed.connect(self._show_progress)
        window.progress.button.clicked.connect(actions.stop_pictures.trigger)
        window.retranslated.connect(self.refresh)
        QGuiApplication.clipboard().dataChanged.connect(self._look_at_clipboard)
        chosen.changed.connect(self._offer_to_analyze_again)
        self.refresh()
        self._look_at_clipboard()

    def refresh(self) -> None:
        """Let the row of progress say how far the analysis is, and what its button does."""
        actions, pictures = self._window.actions_, self._pictures
        can_stop = pictures.is_active and not pictures.is_done
        is_stopped, row = pictures.is_stopped, self._window.progress
        actions.stop_pictures.setText(_tr("&Carry On") if is_stopped else _tr("&Stop Analysis"))
        actions.stop_pictures.setIcon(icon("play" if is_stopped else "stop"))
        words = _tr("Carry On") if is_stopped else _tr("Stop Analysis")
        row.show_button(is_stopped=is_stopped, words=words)
        row.setVisible(can_stop)
        self._show_progress()

    def _show_progress(self) -> None:
        pictures = self._pictures
        n = self._window.filmstrip.n_pictures
        self._window.progress.show_progress(pictures.progress(), pictures.n_done, n)

    def _paste(self) -> None:
        paths = self._pictures.pasted.take(QGuiApplication.clipboard().mimeData())
        if paths:
            self._open_pasted(paths)

    def _look_at_clipboard(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        nothing = "" if can_be_pasted(data) else _tr("There is no picture in the clipboard.")
        allow(self._window.actions_.paste, nothing)

    def _offer_to_analyze_again(self, before: Settings, now: Settings) -> None:
        if self._pictures.is_active and of_pictures(before) != of_pictures(now):
            self._window.banner.show_message(
                _tr("The opened pictures were analyzed with the settings of before."),
                is_problem=False,
                action=_tr("Analyze Again"),
                act=self._pictures.analyze_again,
            )


def of_pictures(settings: Settings) -> tuple[object, ...]:
    """Return those settings that change what is found on a picture."""
    detector = settings.detector, settings.detector_model
    return settings.model, settings.engine, settings.min_confidence, *detector
