"""Connects the window with the program: puts its modes and menus together, and opens sources."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt

from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import person_of
from fer_desktop.gui.camera.choice import CameraChoice
from fer_desktop.gui.camera.dialogs import CameraDialogs
from fer_desktop.gui.camera.permission import with_camera_permission
from fer_desktop.gui.camera.stream_dialog import StreamDialog
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.common.icons import icon
from fer_desktop.gui.common.numbers import count
from fer_desktop.gui.common.placement import keep_place
from fer_desktop.gui.common.reasons import allow, allow_part
from fer_desktop.gui.help.menu import HelpMenu
from fer_desktop.gui.live.neutral_face import NeutralFace
from fer_desktop.gui.live.recording import Recording
from fer_desktop.gui.live.recording_end import RecordingEnd
from fer_desktop.gui.live.sending import Sending
from fer_desktop.gui.live.transport import Transport
from fer_desktop.gui.pictures.actions import PictureActions
from fer_desktop.gui.pictures.found_faces import PictureTable
from fer_desktop.gui.pictures.picture_mode import PictureMode
from fer_desktop.gui.review.menu import ReviewMenu
from fer_desktop.gui.review.window import ReviewWindow
from fer_desktop.gui.settings.menu import SettingsMenu
from fer_desktop.gui.settings.model_choice import ModelChoice
from fer_desktop.gui.shell.action_table import ACTIONS, translated
from fer_desktop.gui.shell.announcer import Announcer
from fer_desktop.gui.shell.export_menu import ExportMenu
from fer_desktop.gui.shell.folder_menu import FolderMenu
from fer_desktop.gui.shell.leaving import Leaving
from fer_desktop.gui.shell.library_menu import LibraryMenu
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.opening import Opening
from fer_desktop.gui.shell.picture_export import PictureExport
from fer_desktop.gui.shell.possible import Possible
from fer_desktop.gui.shell.recent_menu import RecentMenu
from fer_desktop.gui.shell.snapshots import Shown, Snapshots
from fer_desktop.gui.shell.state_words import source_words
from fer_desktop.gui.shell.view_options import ViewOptions
from fer_desktop.gui.teaching.correcting import ShownFace
from fer_desktop.gui.teaching.menu import TeachingMenu
from fer_desktop.live.events import PipelineState
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
        self.folder_run = FolderMenu(window, self.chosen)
        self.recent = RecentMenu(window, self.open_files, self.show_source)
        end = RecordingEnd(window, self.reviews.open, export=self.exports.open)
        self.transport = Transport(window, self.chosen, self.live)
        self.recording = Recording(window, self.chosen, self.live, end.tell, self.transport.bind)
        self._sending = Sending(window, self.chosen, self.live)
        self._neutral = NeutralFace(window, self.live)
        self._help = HelpMenu(window, self.chosen)
        self._settings = SettingsMenu(window, self.chosen)
        self._models = ModelChoice(window, self.chosen)
        self.teaching = TeachingMenu(
            window,
            self.chosen,
            self._shown_face,
            self._neutral.in_force,
            self._models.use,
            self.open_files,
        )
        self.reviews.opened.connect(self._let_correct)
        self._announcer = Announcer(window.view, self.chosen)
        self.leaving = Leaving(window, self.recording, self.reviews, self.pictures)
        self.opening.gate, self.leaving.others = self.leaving.open_other, self._unkept
        self._possible = Possible(window, self.live, self.pictures)
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
        """Show a source live; what would be lost is asked about first."""
        self.leaving.open_other(lambda: self._show_now(source), closes_pictures=True)

    def _show_now(self, source: str) -> None:
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
        self.folder_run.close()
        self.exports.close()
        self.teaching.close()
        self.reviews.close()
        self._snapshots.close()
        self.recording.close()
        self._sending.close()
        self._help.close()
        self.camera_dialogs.close()
        self.live.stop()
        self.opening.stop()
        self.pictures.end()
        self.cameras.close()
        self._announcer.close()

    def _unkept(self) -> list[str]:
        return [*self.teaching.unkept(), *self.folder_run.unkept]

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
        self.reviews.opened.connect(self._follow_review)
        window.view.face_clicked.connect(self._choose_face)
        self.cameras.wanted.connect(self.show_source)
        self.chosen.changed.connect(lambda *_: self._refresh())
        for described in (self.live.picture.described, self.pictures.described):
            described.connect(self._announcer.say)
        for signal in (self.live.changed, self.pictures.changed, self.cameras.listed):
            signal.connect(self._refresh)

    def _shown_face(self) -> ShownFace | None:
        """Return the chosen face, for those who correct it."""
        if self.pictures.is_active:
            chosen = self.pictures.chosen()
            if chosen is None:
                return None
            image, corrected, path = chosen
            return ShownFace(image, corrected, path.name, str(path), person_of(path.name))
        face, shown = self.live.chosen_face(), self.live.shown
        if face is None or shown is None:
            return None
        name, moment = self.live.source_name, f"{shown.frame.time_s:.3f}"
        return ShownFace(shown.frame.image, face, name, moment)

    def _let_correct(self, review: ReviewWindow, path: Path) -> None:
        """Give a review the bar of the correction mode."""

        def find() -> ShownFace | None:
            chosen = review.chosen_face()
            return ShownFace(*chosen[:2], path.name, chosen[2]) if chosen is not None else None

        bar = self.teaching.correcting.add_bar(find)
        review.add_bar(bar)
        review.finished.connect(lambda: self.teaching.correcting.remove_bar(bar))

    # What the user does

    def _follow_review(self, review: ReviewWindow, _: Path) -> None:
        review.help_wanted.connect(lambda: self._help.show_keys(review))
        review.correct_wanted.connect(self._window.actions_.correct.trigger)

    def _start_or_stop(self) -> None:
        if self._runs:
            self.live.stop()
            self._window.banner.clear()
        else:
            self.show_source(self.cameras.default_source())

    def _back_to_live(self) -> None:
        if self.pictures.is_active:
            self.show_source(self.cameras.default_source())
        elif self.live.video is not None:
            self.show_source(self.cameras.live_source())

    def _ask_for_stream(self) -> None:
        dialog = StreamDialog(self._window, self.chosen.settings)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.show_source)
        dialog.open()  # never exec: the live picture goes on behind it

    def _choose_face(self, position: int) -> None:
        if self.pictures.is_active:
            self.pictures.choose_face(position)
        else:
            self.live.picture.choose(position)

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
        shows = self.pictures if self.pictures.is_active else self.live.picture
        return shows.shown_picture()

    @property
    def _runs(self) -> bool:
        return self.live.is_running and self.live.state is not PipelineState.ENDED

    def _refresh(self) -> None:
        window, actions, live = self._window, self._window.actions_, self.live
        in_pictures = self.pictures.is_active
        in_video = live.video is not None and not in_pictures
        runs = self._runs
        if not (in_pictures or live.source or self.cameras.is_awaited):
            window.view.show_text(
                _tr("Start the camera, or open pictures or a video. Files can be dropped here.")
            )
        self.cameras.fill_menu()
        actions.start_stop.setText(_tr("&Stop") if runs else _tr("&Start"))
        allow(actions.start_stop, self._why_not_live(in_pictures, in_video))
        start_stop = icon("stop" if runs else "play")
        actions.start_stop.setIcon(start_stop)
        close = _tr("C&lose Video") if in_video else translated(ACTIONS["back_to_live"].text)
        actions.back_to_live.setText(close)
        allow(
            actions.back_to_live,
            "" if in_pictures or in_video else _tr("No pictures and no video are open."),
        )
        self._show_state()
        window.start_stop.setText(_tr("Stop") if runs else _tr("Start"))
        window.start_stop.setIcon(start_stop)
        window.freeze.setText(_tr("Go On") if live.is_frozen else _tr("Pause"))
        window.freeze.setIcon(icon("play" if live.is_frozen else "pause"))
        in_the_way = self._why_not_live(in_pictures)
        allow(actions.freeze, in_the_way)  # its key starts what is stopped, too
        idle = "" if runs else _tr("Nothing runs that could be paused.")
        allow_part(window.freeze, in_the_way or idle)
        wanted = {
            # The room is needed for the words beside them.
            **dict.fromkeys((window.snapshot, window.record, window.record_setup), not in_pictures),
            window.freeze: not (in_pictures or in_video),
            window.start_stop: not (in_pictures or in_video),
            window.back_to_live: in_pictures or in_video,
        }
        # Those that go first, or room for all would widen a small window for good.
        for button, is_wanted in sorted(wanted.items(), key=lambda item: item[1]):
            button.setVisible(is_wanted)

    def _why_not_live(self, in_pictures: bool, in_video: bool = False) -> str:
        """Return why what is live can't be stopped or started; "" where it can."""
        if in_pictures:
            return _tr("Pictures are open; close them to go on live.")
        return _tr("A video is held by Pause, and left by Close Video.") if in_video else ""

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
        if self.pictures.is_active:
            return self.pictures.summary(), "off"
        if self.live.source:
            return source_words(self.live)
        if self.cameras.is_awaited:
            return _tr("Looking for cameras…"), "off"
        return _tr("Nothing is open"), "off"
