"""Keeps what is shown: snapshots by a key, with undo and self-timer, copies, and Save As."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from fer_desktop.core.errors import FerError
from fer_desktop.core.overlay import OverlayItem
from fer_desktop.core.types import ImageBGR
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.reasons import allow
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.view.overlay_copy import to_bgr, with_overlay
from fer_desktop.system import paths, window_memory
from fer_desktop.vision.media.images import write_image

_SECOND_MS: Final = 1000
_KIND: Final = "saved pictures"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Snapshots", text)


class Shown(NamedTuple):
    """What is shown at this moment: a picture, and what lies over it in its own pixels."""

    image: ImageBGR
    items: list[OverlayItem]


class Snapshots(QObject):
    """Connects the actions that keep a picture."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        shown: Callable[[], Shown | None],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Connect the actions.

        Args:
            window: The window.
            chosen: The settings.
            shown: Tells what is shown, None where nothing is.
            clock: Tells the time of day for names; tests give their own.
        """
        super().__init__(window)
        self._window, self._chosen, self._shown, self._clock = window, chosen, shown, clock
        self._last: Path | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        actions = window.actions_
        actions.snapshot.triggered.connect(self._on_snapshot)
        actions.undo_snapshot.triggered.connect(self._undo)
        self._offer_undo()
        window.retranslated.connect(self._offer_undo)
        actions.copy_picture.triggered.connect(self._copy)
        actions.save_picture.triggered.connect(self._ask_where_to_save)

    def close(self) -> None:
        """End a self-timer that runs."""
        self._timer.stop()
        self._left = 0
        self._window.view.show_countdown(0)

    def _on_snapshot(self) -> None:
        if self._timer.isActive():
            self.close()  # pressed again: not now after all
            return
        if self._picture() is None:
            self._window.status.note(_tr("There is no picture to keep yet."))
            return
        self._left = self._chosen.settings.timer_s
        if self._left:
            self._window.view.show_countdown(self._left)
            self._timer.start(_SECOND_MS)
        else:
            self._take()

    def _tick(self) -> None:
        self._left -= 1
        self._window.view.show_countdown(self._left)
        if self._left == 0:
            self._timer.stop()
            self._take()

    def _take(self) -> None:
        settings, picture = self._chosen.settings, self._picture()
        if picture is None:
            return
        folder = Path(settings.snapshot_folder or paths.pictures_directory())
        path = _free_name(folder, self._clock())
        if not self._write(path, picture):
            return
        self._last = path
        self._offer_undo()
        if settings.snapshot_flash and not settings.reduced_motion:
            self._window.view.flash()
        if settings.snapshot_sound:
            QApplication.beep()
        self._window.status.note(
            _tr("Kept as {name} in {folder}").format(name=path.name, folder=folder)
        )

    def _undo(self) -> None:
        path, self._last = self._last, None
        self._offer_undo()
        if path is None:
            return
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            words = _tr("{name} can't be deleted ({reason}).")
            self._problem(words.format(name=path, reason=error.strerror))
        else:
            self._window.status.note(_tr("{name} is deleted again").format(name=path.name))

    def _offer_undo(self) -> None:
        none = _tr("No snapshot was taken yet.") if self._last is None else ""
        allow(self._window.actions_.undo_snapshot, none)

    def _copy(self) -> None:
        picture = self._picture()
        if picture is None:
            self._window.status.note(_tr("There is no picture to copy yet."))
            return
        QGuiApplication.clipboard().setImage(picture)
        self._window.status.note(_tr("Copied"))

    def _ask_where_to_save(self) -> None:
        # What was shown when it was asked for; a live picture goes on behind the dialog.
        picture = self._picture()
        if picture is None:
            self._window.status.note(_tr("There is no picture to keep yet."))
            return
        usual = Path(self._chosen.settings.snapshot_folder or paths.pictures_directory())
        suggested = _free_name(window_memory.last_folder(_KIND, usual), self._clock())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, _tr("Save Picture"), str(suggested), _tr("Pictures (*.png *.jpg)")
        )
        if not chosen:
            return
        path = Path(chosen)
        window_memory.use_folder(_KIND, path.parent)
        path = path if path.suffix else path.with_suffix(".png")
        if self._write(path, picture, chosen=True):
            self._window.status.note(_tr("Saved {name}").format(name=path.name))

    def _picture(self) -> QImage | None:
        shown, settings = self._shown(), self._chosen.settings
        if shown is None:
            return None
        items = shown.items if settings.snapshot_overlay else []
        return with_overlay(shown.image, items, self._window.view.style_)

    def _write(self, path: Path, picture: QImage, *, chosen: bool = False) -> bool:
        try:
            write_image(path, to_bgr(picture), chosen=chosen)
        except FerError as error:
            self._problem(str(error))
            return False
        return True

    def _problem(self, text: str) -> None:
        self._window.banner.show_message(text, is_problem=True)


def _free_name(folder: Path, now: datetime) -> Path:
    """Return a name in the folder that no file has; the second one of a second gets a number."""
    stem = f"expression {now:%Y-%m-%d %H.%M.%S}"
    path, number = folder / f"{stem}.png", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}).png"
    return path
