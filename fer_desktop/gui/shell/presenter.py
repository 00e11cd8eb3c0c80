"""Connects the window with the program: puts its modes and menus together, and opens sources."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt

from fer_desktop.core.settings import Settings
from fer_desktop.gui.camera.choice import CameraChoice
from fer_desktop.gui.camera.dialogs import CameraDialogs
from fer_desktop.gui.camera.permission import with_camera_permission
from fer_desktop.gui.camera.stream_dialog import StreamDialog
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.help.menu import HelpMenu
from fer_desktop.gui.live.neutral_face import NeutralFace
from fer_desktop.gui.live.recording import Recording
from fer_desktop.gui.live.recording_end import RecordingEnd
from fer_desktop.gui.pictures.actions import PictureActions
from fer_desktop.gui.pictures.found_faces import PictureTable
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.review.menu import ReviewMenu
from fer_desktop.gui.settings.menu import SettingsMenu
from fer_desktop.gui.settings.model_choice import ModelChoice
from fer_desktop.gui.shell.announcer import Announcer
from fer_desktop.gui.shell.export_menu import ExportMenu
from fer_desktop.gui.shell.library_menu import LibraryMenu
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.opening import Opening
from fer_desktop.gui.shell.picture_export import PictureExport
from fer_desktop.gui.shell.recent_menu import RecentMenu
from fer_desktop.gui.shell.snapshots import Shown, Snapshots
from fer_desktop.gui.shell.view_options import ViewOptions
from fer_desktop.live.events import SessionState
from fer_desktop.vision.camera.devices import ListCameras, list_cameras

_LAMP: Final = {
    "on": "#00875c",
    "trouble": "#d55e00",
    "off": "#6b7580",
    "recording": "#e5383b",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presenter", text)


class Presenter(QObject):
    """Drives a window. `close` lets go of everything."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        keep: Callable[[Settings], None],
        cameras: ListCameras = list_cameras,
    ) -> None:
        """Connect everything; nothing is opened before `start`.

        Args:
            window: The window.
            settings: The user's choices.
            keep: Called with each new choice, to store it.
            cameras: Lists the cameras; tests give their own.
        """
        super().__init__(window)
        self._window, self.chosen = window, Chosen(settings, keep)
        # First, for the others draw in the style that it sets when a choice changes.
        self._options = ViewOptions(window, self.chosen)
        self.live = LiveMode(window, self.chosen)
        self.pictures = PictureMode(window, self.chosen)
        self.opening = Opening(window)
        self._picture_actions = PictureActions(
            window, self.chosen, self.pictures, self._open_pasted
        )
        self._picture_table = PictureTable(window, self.pictures)
        self.picture_export = PictureExport(window, self.chosen, self.pictures)
        self.cameras = CameraChoice(window, self.chosen, self.live, cameras)
        self.camera_dialogs = CameraDialogs(window, self.chosen, self.cameras, self.live, cameras)
        self._snapshots = Snapshots(window, self.chosen, self._shown)
        self.reviews = ReviewMenu(window, self.chosen)
        self.exports = ExportMenu(window, self.reviews)
        self.library = LibraryMenu(window, self.chosen, self.reviews, self.exports)
        self.recent = RecentMenu(window, self.open_files, self.show_source)
        end = RecordingEnd(window, self.reviews.open)
        self.recording = Recording(window, self.chosen, self.live, end.tell)
        self._neutral = NeutralFace(window, self.live)
        self._help = HelpMenu(window, self.chosen)
        self._settings = SettingsMenu(window, self.chosen)
        self._models = ModelChoice(window, self.chosen)
        self._announcer = Announcer(window.view, self.chosen)
        self._connect()
        self._refresh()
        keep_place(window, "main")

    @property
    def settings(self) -> Settings:
        """The user's choices as they are now."""
        return self.chosen.settings

    def greet_and_start(self, source: str | None, notes: Sequence[str] = ()) -> None:
        """Show the first page if it was not seen yet, and start once it is closed."""
        self._help.greet(lambda: self.start(source, notes), lambda: self._wait(notes))

    def _wait(self, notes: Sequence[str]) -> None:
        """Show nothing until the user opens something."""
        self._settings.tell(notes)
        self.cameras.start()
        self._refresh()

    def start(self, source: str | None, notes: Sequence[str] = ()) -> None:
        """Show a source; None takes the first camera, or the demo where there is none.

        Args:
            source: As `--source` names it.
            notes: What was wrong with the kept settings.
        """
        self._settings.tell(notes)
        self.cameras.start()
        if source is None:
            self.cameras.await_first()
            self._refresh()
        else:
            self.show_source(source)

    def show_source(self, source: str) -> None:
        """Show a source live."""
        self.cameras.is_awaited = False
        self._window.banner.clear()
        self.opening.stop()
        self.pictures.close()
        if source.startswith("camera"):
            with_camera_permission(lambda: self.live.start(source))
        else:
            self.live.start(source)

    def open_files(self, paths: list[Path]) -> None:
        """Open pictures, a video, or what lies in folders, as it is known; sessions for review."""
        self.opening.open(self.reviews.take_sessions(paths))

    def close(self) -> None:
        """Let go of the camera and end all threads."""
        self.picture_export.close()
        self.library.close()
        self.exports.close()
        self.reviews.close()
        self._snapshots.close()
        self.recording.close()
        self._help.close()
        self.camera_dialogs.close()
        self.live.stop()
        self.opening.stop()
        self.pictures.end()
        self.cameras.close()
        self._announcer.close()

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_
        actions.back_to_live.triggered.connect(self._back_to_live)
        actions.leave.triggered.connect(window.close)
        actions.start_stop.triggered.connect(self._start_or_stop)
        window.files_dropped.connect(self.open_files)
        window.retranslated.connect(self._refresh)
        self.opening.pictures.connect(self._open_pictures)
        self.opening.video.connect(self.show_source)
        self.opening.given.connect(self.recent.note)
        self.opening.video.connect(self.recent.note_source)
        self.reviews.opened.connect(lambda _, path: self.recent.note([path]))
        actions.open_stream.triggered.connect(self._ask_for_stream)
        for news in (self.pictures.progressed, self.recording.told):
            news.connect(self._show_state)
        window.closed.connect(self.close)
        window.view.face_clicked.connect(self._choose_face)
        self.cameras.wanted.connect(self.show_source)
        self.chosen.changed.connect(lambda *_: self._refresh())
        for described in (self.live.described, self.pictures.described):
            described.connect(self._announcer.say)
        for signal in (self.live.changed, self.pictures.changed, self.cameras.listed):
            signal.connect(self._refresh)

    # What the user does

    def _start_or_stop(self) -> None:
        if self._runs:
            self.live.stop()
            self._window.banner.clear()
        else:
            self.show_source(self.cameras.default_source())

    def _back_to_live(self) -> None:
        if self.pictures.is_active:
            self.show_source(self.cameras.default_source())

    def _ask_for_stream(self) -> None:
        dialog = StreamDialog(self._window, self.chosen.settings)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.show_source)
        dialog.open()  # never exec: the live picture goes on behind it

    def _choose_face(self, position: int) -> None:
        if self.pictures.is_active:
            self.pictures.choose_face(position)
        else:
            self.live.choose(position)

    def _open_pictures(self, paths: list[Path], is_first: bool) -> None:
        """Open pictures; of a folder that comes in parts the very first one is shown."""
        if is_first:
            self.cameras.is_awaited = False
            self.live.stop()
        before = self._window.filmstrip.paths()
        self.pictures.open(paths, choose=is_first)
        if is_first and before and not set(paths) <= set(before):
            self._tell_added(before)

    def _tell_added(self, before: list[Path]) -> None:
        """Say that the new pictures stand behind those that were open, which can be closed."""
        words = _tr("The new pictures stand behind those that were open: {n}.")
        self._window.banner.show_message(
            words.format(n=count(len(before))),
            is_problem=False,
            action=_tr("Close Those"),
            act=lambda: self.pictures.remove(before),
        )

    def _open_pasted(self, paths: list[Path]) -> None:
        if self.pictures.pasted.holds(paths[0]):
            self._open_pictures(paths, is_first=True)
        else:
            self.open_files(paths)

    # What is shown

    def _shown(self) -> Shown | None:
        return (
            self.pictures.shown_picture() if self.pictures.is_active else self.live.shown_picture()
        )

    @property
    def _runs(self) -> bool:
        return self.live.is_running and self.live.state is not SessionState.ENDED

    def _refresh(self) -> None:
        window, actions, live = self._window, self._window.actions_, self.live
        in_pictures = self.pictures.is_active
        runs = self._runs
        if not (in_pictures or live.source or self.cameras.is_awaited):
            window.view.show_text(
                _tr("Start the camera, or open pictures or a video. Files can be dropped here.")
            )
        self.cameras.fill_menu()
        actions.start_stop.setText(_tr("&Stop") if runs else _tr("&Start"))
        actions.start_stop.setEnabled(not in_pictures)
        start_stop = icon("stop" if runs else "play")
        actions.start_stop.setIcon(start_stop)
        actions.back_to_live.setEnabled(in_pictures)
        self._show_state()
        window.start_stop.setText(_tr("Stop") if runs else _tr("Start"))
        window.start_stop.setIcon(start_stop)
        window.freeze.setText(_tr("Go On") if live.is_frozen else _tr("Pause"))
        window.freeze.setIcon(icon("play" if live.is_frozen else "pause"))
        for control in (actions.freeze, window.freeze):
            control.setEnabled(not in_pictures)
        for button in (window.freeze, window.snapshot, window.record):
            button.setVisible(not in_pictures)  # the room is needed for the words beside them
        hidden, shown = window.back_to_live, window.start_stop
        if in_pictures:
            hidden, shown = shown, hidden
        hidden.hide()  # first, or room for both would widen a small window for good
        shown.show()

    def _show_state(self) -> None:
        words, lamp = self._state_in_words()
        self._window.dot.setText(f'<span style="color:{_LAMP[lamp]}">●</span>')
        self._window.lamp.setText(words)

    def _state_in_words(self) -> tuple[str, str]:
        """Return what the line above the picture says, and the colour of its dot."""
        words, lamp = self._source_in_words()
        recording = self.recording.words
        return (f"{recording} · {words}", "recording") if recording else (words, lamp)

    def _source_in_words(self) -> tuple[str, str]:
        live, runs = self.live, self._runs
        uses_camera = live.source.startswith("camera")
        if self.pictures.is_active:
            return self.pictures.summary(), "off"
        if runs and live.state in (SessionState.LOST, SessionState.FAILED):
            return _tr("{name}: no picture").format(name=live.source_name), "trouble"
        if runs:
            start = _tr("Camera on: {name}") if uses_camera else _tr("Playing: {name}")
            start = _tr("Stream on: {name}") if "://" in live.source else start
            return start.format(name=live.source_name), "on"
        if live.source:
            stopped = _tr("Camera off") if uses_camera else _tr("Stopped: {name}")
            return stopped.format(name=live.source_name), "off"
        if self.cameras.is_awaited:
            return _tr("Looking for cameras…"), "off"
        return _tr("Nothing is open"), "off"
