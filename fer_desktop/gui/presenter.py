"""Connects the window with the program: actions, modes, the list of cameras, the settings."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from fer_desktop.app import doctor, paths
from fer_desktop.app.inputs import expand
from fer_desktop.core.errors import FerError
from fer_desktop.core.overlay import overlay_items
from fer_desktop.core.settings import Search, Settings, Theme
from fer_desktop.core.types import AnalyzedFrame, Frame
from fer_desktop.gui import messages
from fer_desktop.gui.actions import fill_cameras
from fer_desktop.gui.live_mode import LiveMode
from fer_desktop.gui.main_window import MainWindow
from fer_desktop.gui.model_card import show_model_card
from fer_desktop.gui.permission import with_camera_permission
from fer_desktop.gui.picture_mode import PictureMode
from fer_desktop.gui.theme import apply_theme
from fer_desktop.live.device_watch import DeviceWatch
from fer_desktop.live.events import SessionState
from fer_desktop.vision.devices import CameraDevice, ListCameras, find_camera, list_cameras
from fer_desktop.vision.images import IMAGE_SUFFIXES, write_image
from fer_desktop.vision.render import annotated
from fer_desktop.vision.sources.video import VIDEO_SUFFIXES

log = logging.getLogger(__name__)

_DEVICES_MS: Final = 200
_LAMP: Final = {
    "on": "#00875c",
    "trouble": "#d55e00",
    "off": "#6b7580",
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
        self._window, self.settings, self._keep = window, settings, keep
        self.live, self.pictures = LiveMode(window, settings), PictureMode(window)
        self._cameras: list[CameraDevice] | None = None
        self._listed: tuple[list[CameraDevice] | None, str] = (None, "")
        self._wants_camera = False
        self._report: str | None = None
        self._watch = DeviceWatch(cameras)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        # Before anything is connected: showing a choice is no new choice to keep.
        window.actions_.mirror.setChecked(settings.mirror)
        window.actions_.themes[settings.theme].setChecked(True)
        window.actions_.searches[settings.search].setChecked(True)
        self._connect()
        self._refresh()

    def start(self, source: str | None) -> None:
        """Show a source; None takes the first camera, or the demo where there is none."""
        self._timer.start(_DEVICES_MS)
        if source is None:
            self._wants_camera = True
            self._window.view.show_text(_tr("Looking for cameras…"))
            self._refresh()
        else:
            self.show_source(source)

    def show_source(self, source: str) -> None:
        """Show a source live."""
        self._wants_camera = False
        self._window.banner.clear()
        self.pictures.close()
        if source.startswith("camera"):
            with_camera_permission(lambda: self.live.start(source, self.settings))
        else:
            self.live.start(source, self.settings)

    def open_files(self, paths: list[Path]) -> None:
        """Open pictures, or a video, or what lies in folders."""
        items = expand([str(path) for path in paths])
        problems = [item.error for item in items if item.error]
        items = [item for item in items if not item.error]
        pictures = [Path(item.path) for item in items if item.kind == "image"]
        videos = [item.path for item in items if item.kind == "video"]
        if pictures:
            self._wants_camera = False
            self.live.stop()
            self.pictures.open(pictures, self.settings)
        elif videos:
            self.show_source(videos[0])
        if len(videos) > (0 if pictures else 1):
            self._window.banner.show_message(
                _tr("One video is shown at a time; open the others one by one."), is_problem=False
            )
        if problems:
            self._window.banner.show_message(problems[0], is_problem=True)

    def close(self) -> None:
        """Let go of the camera and end all threads."""
        self._timer.stop()
        self.live.stop()
        self.pictures.close()
        self._watch.stop()

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_
        actions.open_images.triggered.connect(self._ask_for_images)
        actions.open_video.triggered.connect(self._ask_for_video)
        actions.save_picture.triggered.connect(self._ask_where_to_save)
        actions.back_to_live.triggered.connect(self._back_to_live)
        actions.leave.triggered.connect(window.close)
        actions.start_stop.triggered.connect(self._start_or_stop)
        actions.refresh.triggered.connect(self._watch.refresh)
        actions.camera_group.triggered.connect(self._on_camera_action)
        actions.mirror.toggled.connect(lambda on: self._apply(replace(self.settings, mirror=on)))
        actions.full_screen.toggled.connect(self._set_full_screen)
        actions.model_card.triggered.connect(
            lambda: show_model_card(window, paths.model_card().read_text(encoding="utf-8"))
        )
        actions.doctor.triggered.connect(self._ask_doctor)
        actions.about.triggered.connect(lambda: messages.show_about(window))
        for theme, action in actions.themes.items():
            action.triggered.connect(lambda _=False, theme=theme: self._set_theme(theme))
        for search, action in actions.searches.items():
            action.triggered.connect(lambda _=False, search=search: self._set_search(search))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        window.files_dropped.connect(self.open_files)
        window.closed.connect(self.close)
        window.view.face_clicked.connect(self._choose_face)
        self.live.changed.connect(self._refresh)
        self.pictures.changed.connect(self._refresh)

    # What comes by itself

    def _poll(self) -> None:
        cameras = self._watch.poll()
        if cameras is not None:
            self._on_cameras(cameras)
        if self._report is not None:
            report, self._report = self._report, None
            self._window.actions_.doctor.setEnabled(True)
            self._window.status.clearMessage()
            messages.show_report(self._window, report)

    def _on_cameras(self, cameras: list[CameraDevice]) -> None:
        known = {camera.identity for camera in self._cameras or []}
        is_first_look, self._cameras = self._cameras is None, cameras
        self._refresh()
        if self._wants_camera and cameras:
            if find_camera(cameras, self.settings.camera) is None:
                # The camera of last time is not here; the first one is better than none.
                self.settings = replace(self.settings, camera="")
            self.show_source("camera")
        elif self._wants_camera:
            self.show_source("demo")
            self._window.banner.show_message(
                _tr(
                    "No camera was found, so this is the built-in demo. Plug a camera in and "
                    "choose it in the Camera menu, or open pictures and videos from the File menu."
                ),
                is_problem=False,
            )
        elif not is_first_look and self.live.source == "demo":
            new = [camera for camera in cameras if camera.identity not in known]
            if new:
                self._offer(new[0])

    def _offer(self, camera: CameraDevice) -> None:
        self._window.banner.show_message(
            _tr("{name} is connected.").format(name=camera.name),
            is_problem=False,
            action=_tr("Use It"),
            act=lambda: self._use_camera(camera.identity),
        )

    def _follow_system(self) -> None:
        self._set_theme(self.settings.theme)

    # What the user does

    def _on_camera_action(self) -> None:
        action = self._window.actions_.camera_group.checkedAction()
        if action is self._window.actions_.demo:
            self.show_source("demo")
        elif action is not None:
            self._use_camera(action.data())

    def _use_camera(self, identity: str) -> None:
        self._apply(replace(self.settings, camera=identity))
        self.show_source("camera")

    def _start_or_stop(self) -> None:
        if self.live.is_running and self.live.state is not SessionState.ENDED:
            self.live.stop()
            self._window.banner.clear()
        else:
            self.show_source(self.live.source or ("camera" if self._cameras else "demo"))

    def _back_to_live(self) -> None:
        if self.pictures.is_active:
            self.show_source(self.live.source or ("camera" if self._cameras else "demo"))

    def _choose_face(self, position: int) -> None:
        if self.pictures.is_active:
            self.pictures.choose_face(position)
        else:
            self.live.choose(position)

    def _ask_for_images(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(IMAGE_SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            _tr("Open Images"),
            "",
            _tr("Pictures ({patterns})").format(patterns=patterns) + ";;" + _tr("All files (*)"),
        )
        if chosen:
            self.open_files([Path(name) for name in chosen])

    def _ask_for_video(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            _tr("Open Video"),
            "",
            _tr("Videos ({patterns})").format(patterns=patterns) + ";;" + _tr("All files (*)"),
        )
        if chosen:
            self.show_source(chosen)

    def _ask_where_to_save(self) -> None:
        analyzed, smoothed = self._shown_frame()
        if analyzed is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, _tr("Save Picture"), "expression.png", _tr("Pictures (*.png *.jpg)")
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".png")
        picture = annotated(analyzed.frame.image, overlay_items(analyzed, smoothed=smoothed))
        try:
            write_image(path, picture)
        except FerError as error:
            self._window.banner.show_message(str(error), is_problem=True)
        else:
            self._window.status.showMessage(_tr("Saved {name}").format(name=path.name), 4000)

    def _shown_frame(self) -> tuple[AnalyzedFrame | None, bool]:
        """Return what is shown as a frame, and whether its smoothed values are shown."""
        result = self.pictures.shown
        if self.pictures.is_active:
            if result is None or result.image is None:
                return None, False
            # The picture as it is kept for the view: its boxes are scaled to it.
            scale = result.image.shape[1] / result.size[0]
            return AnalyzedFrame(Frame(result.image), result.faces_scaled(scale)), False
        return self.live.shown, True

    def _ask_doctor(self) -> None:
        # The checks take a second or two and load a model: not in the window's thread.
        def look() -> None:
            self._report = doctor.report_text(doctor.run_checks())

        self._window.actions_.doctor.setEnabled(False)
        self._window.status.showMessage(_tr("Checking…"))
        threading.Thread(target=look, name="doctor", daemon=True).start()

    def _set_full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _set_theme(self, theme: Theme) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)
        if theme != self.settings.theme:
            self._apply(replace(self.settings, theme=theme))

    def _set_search(self, search: Search) -> None:
        if search != self.settings.search:
            self._apply(replace(self.settings, search=search))

    def _apply(self, settings: Settings) -> None:
        self.settings = settings
        self._keep(settings)
        self.live.apply(settings)
        if not self.pictures.is_active:
            self.live.show_again()

    # What is shown beside the picture

    def _refresh(self) -> None:
        window, actions, live = self._window, self._window.actions_, self.live
        in_pictures = self.pictures.is_active
        runs = live.is_running and live.state is not SessionState.ENDED
        uses_camera = live.source.startswith("camera")
        current = "demo" if live.source == "demo" else self._camera_in_use()
        if self._listed != (self._cameras, current):
            # Not more often: an open menu would be emptied under the mouse.
            fill_cameras(actions, self._cameras, current)
            self._listed = (self._cameras, current)
        actions.start_stop.setText(_tr("&Stop") if runs else _tr("&Start"))
        actions.start_stop.setEnabled(not in_pictures)
        actions.back_to_live.setEnabled(in_pictures)
        if in_pictures:
            words, lamp = self.pictures.progress(), "off"
        elif runs and live.state in (SessionState.LOST, SessionState.FAILED):
            words, lamp = _tr("{name}: no picture").format(name=live.source_name), "trouble"
        elif runs:
            start = _tr("Camera on: {name}") if uses_camera else _tr("Playing: {name}")
            words, lamp = start.format(name=live.source_name), "on"
        elif live.source:
            stopped = _tr("Camera off") if uses_camera else _tr("Stopped: {name}")
            words, lamp = stopped.format(name=live.source_name), "off"
        elif self._wants_camera:
            words, lamp = _tr("Looking for cameras…"), "off"
        else:
            words, lamp = _tr("Nothing is open"), "off"
        window.dot.setText(f'<span style="color:{_LAMP[lamp]}">●</span>')
        window.lamp.setText(words)
        window.start_stop.setText(_tr("Stop") if runs else _tr("Start"))
        hidden, shown = window.back_to_live, window.start_stop
        if in_pictures:
            hidden, shown = shown, hidden
        hidden.hide()  # first, or room for both would widen a small window for good
        shown.show()

    def _camera_in_use(self) -> str:
        if not self.live.source.startswith("camera") or not self._cameras:
            return ""
        name = self.live.source_name
        identities = [c.identity for c in self._cameras if c.name == name]
        if self.settings.camera in identities:
            return self.settings.camera
        return identities[0] if identities else ""
