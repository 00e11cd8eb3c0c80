"""Connects the actions of picture mode and says when each of them can do something."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.pictures.pasting import can_be_pasted
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.shell.main_window import MainWindow


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
        open_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        """Connect the actions.

        Args:
            window: The window.
            chosen: The user's choices.
            pictures: What the actions are about.
            open_pasted: Opens what was on the clipboard.
            open_folder: Shows a folder in the system's own window.
        """
        super().__init__(window)
        self._open_folder = open_folder
        self._window, self._pictures, self._open_pasted = window, pictures, open_pasted
        actions, strip = window.actions_, window.filmstrip
        actions.previous_picture.triggered.connect(lambda: strip.step(-1))
        actions.next_picture.triggered.connect(lambda: strip.step(1))
        actions.analyze_again.triggered.connect(pictures.analyze_again)
        actions.stop_pictures.triggered.connect(pictures.stop_or_carry_on)
        actions.paste.triggered.connect(self._paste)
        actions.show_file.triggered.connect(self._show_file)
        actions.remove_picture.triggered.connect(self._remove)
        strip.customContextMenuRequested.connect(self._show_menu)
        self._menu = QMenu(window)
        self._menu.setToolTipsVisible(True)
        kept = (actions.copy_picture, actions.save_picture)
        self._menu.addActions([actions.show_file, *kept, actions.remove_picture])
        bar = window.picture_bar
        bar.kind_wanted.connect(strip.order.show_kind)
        bar.order_wanted.connect(strip.order.show_order)
        bar.names_wanted.connect(strip.order.show_names)
        for wanted in (bar.kind_wanted, bar.names_wanted):
            wanted.connect(strip.keep_one_chosen)
        for change in (
            strip.order.rowsInserted,
            strip.order.rowsRemoved,
            strip.order.layoutChanged,
        ):
            change.connect(self._show_place)
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
        self._window.picture_bar.setVisible(self._window.filmstrip.isVisibleTo(self._window))
        if not pictures.is_active:
            self._window.picture_bar.forget()
        can_stop = pictures.is_active and not pictures.is_done
        is_stopped, row = pictures.is_stopped, self._window.progress
        actions.stop_pictures.setText(_tr("&Carry On") if is_stopped else _tr("&Stop Analysis"))
        actions.stop_pictures.setIcon(icon("play" if is_stopped else "stop"))
        words = _tr("Carry On") if is_stopped else _tr("Stop Analysis")
        row.show_button(is_stopped=is_stopped, words=words)
        row.setVisible(can_stop)
        self._show_progress()

    def _show_place(self) -> None:
        """Say above the picture what it is called, and which one of how many it is."""
        strip, path = self._window.filmstrip, self._pictures.current
        row = strip.current_row if path is not None and strip.current_path == path else -1
        name = path.name if path is not None else ""
        self._window.picture_bar.show_place(name, row, strip.n_shown, strip.n_pictures)

    def _show_menu(self, at: QPoint) -> None:
        """Offer what can be done with the picture under the mouse, which is chosen for it."""
        strip = self._window.filmstrip
        index = strip.indexAt(at)
        if index.isValid():
            strip.setCurrentIndex(index)
            self._menu.popup(strip.viewport().mapToGlobal(at))

    def _show_file(self) -> None:
        path = self._pictures.current
        if path is not None:
            self._open_folder(QUrl.fromLocalFile(str(path.parent)))

    def _remove(self) -> None:
        """Take the shown picture out of the list; its file stays where it is."""
        path = self._pictures.current
        if path is None:
            return
        if self._window.filmstrip.n_pictures == 1:
            self._window.actions_.back_to_live.trigger()
            return
        self._pictures.remove([path])
        self._window.status.note(
            _tr("{name} is not listed any more; its file stays").format(name=path.name)
        )

    def _show_progress(self) -> None:
        self._show_place()
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
