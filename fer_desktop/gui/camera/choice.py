"""Which camera is shown: the list in the menu, the one of last time, and those that come and go."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.live.device_watch import DeviceWatch
from fer_desktop.vision.camera.devices import CameraDevice, ListCameras, find_camera

_LOOK_MS: Final = 200


def _tr(text: str) -> str:
    return QCoreApplication.translate("CameraChoice", text)


class CameraChoice(QObject):
    """Watches the cameras and lets the user choose one.

    Signals:
        wanted: A source to show, as `--source` names it.
        listed: The list of cameras is another one.
    """

    wanted = Signal(str)
    listed = Signal()

    def __init__(
        self, window: MainWindow, chosen: Chosen, live: LiveMode, list_cameras: ListCameras
    ) -> None:
        super().__init__(window)
        self._window, self._chosen, self._live = window, chosen, live
        self.cameras: list[CameraDevice] | None = None
        self.is_awaited = False
        self._shown: tuple[list[CameraDevice] | None, str] = (None, "")
        self._watch = DeviceWatch(list_cameras)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        actions = window.actions_
        actions.refresh.triggered.connect(self._watch.refresh)
        actions.camera_group.triggered.connect(self._on_action)

    def start(self) -> None:
        """Begin to look for cameras."""
        self._timer.start(_LOOK_MS)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._watch.stop()

    def await_first(self) -> None:
        """Show the camera of last time, else the first, else the demo, once they are listed."""
        self.is_awaited = True
        self._window.view.show_text(_tr("Looking for cameras…"))

    def default_source(self) -> str:
        """Return what is shown when the user just wants to start."""
        return self._live.source or ("camera" if self.cameras else "demo")

    def live_source(self) -> str:
        """Return what is shown when the user leaves a video."""
        return self._live.last_live or ("camera" if self.cameras else "demo")

    def current(self) -> str:
        """Return the identity of the camera in use, "demo", or ""."""
        if self._live.source == "demo":
            return "demo"
        if not self._live.source.startswith("camera") or not self.cameras:
            return ""
        name = self._live.source_name
        identities = [camera.identity for camera in self.cameras if camera.name == name]
        if self._chosen.settings.camera in identities:
            return self._chosen.settings.camera
        return identities[0] if identities else ""

    def fill_menu(self) -> None:
        """List the cameras in the menu, if anything has changed."""
        now = (self.cameras, self.current())
        if self._shown != now:
            # Not more often: an open menu would be emptied under the mouse.
            self._window.actions_.fill_cameras(*now)
            self._shown = now

    def use(self, identity: str) -> None:
        """Show a camera and remember it."""
        self._chosen.change(camera=identity)
        self.wanted.emit("camera")

    def _poll(self) -> None:
        cameras = self._watch.poll()
        if cameras is None:
            return
        known = {camera.identity for camera in self.cameras or []}
        is_first_look, self.cameras = self.cameras is None, cameras
        self.listed.emit()
        if self.is_awaited and cameras:
            # Where the camera of last time is not here, the first one is better than none; it is
            # not forgotten for that.
            remembered = self._chosen.settings.camera
            is_away = bool(remembered) and find_camera(cameras, remembered) is None
            self.wanted.emit("camera:0" if is_away else "camera")
        elif self.is_awaited:
            self.wanted.emit("demo")
            self._window.banner.show_message(
                _tr(
                    "No camera was found, so this is the built-in demo. Plug a camera in and "
                    "choose it in the Camera menu, or open pictures and videos from the File menu."
                ),
                is_problem=False,
            )
        elif not is_first_look and self._live.source == "demo":
            new = [camera for camera in cameras if camera.identity not in known]
            if new:
                self._offer(new[0])

    def _offer(self, camera: CameraDevice) -> None:
        self._window.banner.show_message(
            _tr("{name} is connected.").format(name=camera.name),
            is_problem=False,
            action=_tr("Use It"),
            act=lambda: self.use(camera.identity),
        )

    def _on_action(self) -> None:
        action = self._window.actions_.camera_group.checkedAction()
        if action is self._window.actions_.demo:
            self.wanted.emit("demo")
        elif action is not None:
            self.use(action.data())
