"""Opens what is about cameras: settings and doctor, and watches the one in use."""

from PySide6.QtCore import QObject

from fer_desktop.gui.camera.choice import CameraChoice
from fer_desktop.gui.camera.doctor import CameraDoctor
from fer_desktop.gui.camera.settings import CameraSettings
from fer_desktop.gui.camera.watch import CameraWatch
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.vision.camera.devices import ListCameras


class CameraDialogs(QObject):
    """Connects the actions of the Camera menu that open a dialog; each dialog is made once."""

    def __init__(
        self,
        window: MainWindow,
        chosen: Chosen,
        cameras: CameraChoice,
        live: LiveMode,
        list_cameras: ListCameras,
    ) -> None:
        super().__init__(window)
        self.watch = CameraWatch(window, live)
        self.settings = CameraSettings(window, chosen, cameras, live, self.watch)
        self.doctor = CameraDoctor(window, chosen, cameras, live, self.watch, list_cameras)
        window.actions_.camera_settings.triggered.connect(lambda: _show(self.settings))
        window.actions_.camera_doctor.triggered.connect(lambda: _show(self.doctor))

    def close(self) -> None:
        """Close the dialogs and watch no more."""
        self.settings.close()
        self.doctor.close()
        self.watch.close()


def _show(dialog: CameraSettings | CameraDoctor) -> None:
    dialog.show()
    dialog.activateWindow()  # brings one that is open already to the front
