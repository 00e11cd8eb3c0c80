"""The real window with its presenter, own settings and cameras; no dialog may block."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from fer_desktop.core.settings import Settings
from fer_desktop.core.tracker import Tracker
from fer_desktop.gui.common import placement
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.pictures import picture_mode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera import capture as camera_module
from fer_desktop.vision.camera import sources
from fer_desktop.vision.camera.capture import CameraSource
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, LoopbackCamera, probabilities

LEFT, RIGHT = (20, 60, 120, 160), (200, 70, 280, 150)
"""The faces that the quick analysis finds in every picture; the left one is larger."""
LEFT_POINT, RIGHT_POINT = (70, 110), (240, 110)


def half_and_half(width=320, height=240):
    """Return a picture with a dark left and a bright right half."""
    picture = np.full((height, width, 3), 60, np.uint8)
    picture[:, width // 2 :] = 200
    return picture


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch):
    """Fail a test in which a dialog blocks; a test that expects one puts its own in."""

    def refuse(*arguments, **named):
        raise AssertionError("a blocking dialog was opened")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("information", "warning", "critical", "question", "about"):
        monkeypatch.setattr(QMessageBox, name, staticmethod(refuse))
    asks = ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory")
    for name in asks:
        monkeypatch.setattr(QFileDialog, name, staticmethod(refuse))


@pytest.fixture(autouse=True)
def wide_screen(monkeypatch):
    """Let windows believe in a usual screen: that of Qt without a display is 800 x 800."""
    monkeypatch.setattr(placement, "screens", lambda: [QRect(0, 0, 1920, 1080)])


@pytest.fixture(autouse=True)
def one_by_one(monkeypatch):
    """Let pictures be analyzed one after the other, so that tests know in which order."""
    monkeypatch.setattr(picture_mode, "N_WORKERS", 1)


@pytest.fixture
def quick_analysis(monkeypatch):
    """Find two faces everywhere, at `LEFT` and `RIGHT`: dark is anger, bright is surprise.

    Gives the list of settings that analyzers were made from.
    """
    made = []

    def by_mean(mean):
        return probabilities("anger", 0.7) if mean < 0.5 else probabilities("surprise", 0.8)

    def live(settings, baselines=None):
        made.append(settings)
        detector = FixedDetector(LEFT, RIGHT)
        tracker = Tracker(settings.hold_s)
        return FrameAnalyzer(
            detector, FixedClassifier(by_mean=by_mean), threshold=0.4, tracker=tracker
        )

    def still(settings):
        made.append(settings)
        return FrameAnalyzer(
            FixedDetector(LEFT, RIGHT), FixedClassifier(by_mean=by_mean), threshold=0.4
        )

    monkeypatch.setattr(assembly, "live_analyzer", live)
    monkeypatch.setattr(assembly, "still_analyzer", still)
    return made


@pytest.fixture
def loopback():
    """Return a camera on loopback that shows `half_and_half`."""
    camera = LoopbackCamera(half_and_half())
    yield camera
    camera.close()


def lay_out():
    """Let Qt lay out what has changed; a layout may ask for another one."""
    for _ in range(5):
        QApplication.processEvents()


_SHEETS = {}
"""What each theme gave the application."""


def dress(qapp, theme):
    """Give the application the colours of a theme; that takes long, and most have them already."""
    if theme == "system" or _SHEETS.get(theme) != qapp.styleSheet():
        apply_theme(qapp, theme)
        _SHEETS[theme] = qapp.styleSheet()


@pytest.fixture(scope="module", params=["light", "dark"])
def each_theme(request):
    """Return a theme; all tests of a module come in the one before the other."""
    return request.param


class Desk:
    """A window with its presenter, the cameras that they see, and the settings they kept."""

    def __init__(self, qtbot, settings, cameras):
        self.qtbot, self.cameras, self.kept = qtbot, list(cameras), []
        self.window = MainWindow()
        self.presenter = Presenter(
            self.window, settings, self.kept.append, lambda: list(self.cameras)
        )
        self.window.show()

    @property
    def actions(self):
        return self.window.actions_

    @property
    def live(self):
        return self.presenter.live

    @property
    def pictures(self):
        return self.presenter.pictures

    @property
    def lamp(self):
        return self.window.lamp.accessibleName()

    @property
    def overlay_texts(self):
        return [item.text for item in self.window.view.items]

    def wait(self, condition, timeout=1000 * PATIENCE_S):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)

    def wait_for_faces(self):
        self.wait(lambda: self.live.shown is not None and self.live.shown.faces)

    def open(self, paths):
        """Open pictures as if they were dropped, and wait until all are analyzed."""
        self.window.files_dropped.emit(list(paths))
        self.wait(lambda: self.all_analyzed)

    @property
    def all_analyzed(self):
        pictures, opening = self.pictures, self.presenter.opening
        return pictures.is_active and pictures.is_done and not opening.is_busy

    def view_color(self, x, y):
        """Return the colour that is painted at a place of the view as (red, green, blue)."""
        return self.window.view.grab().toImage().pixelColor(x, y).getRgb()[:3]

    def close(self):
        self.presenter.close()
        for widget in QApplication.topLevelWidgets():
            widget.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.fixture
def make_desk(qtbot, qapp, monkeypatch):
    """Return what opens the window; what it opened is closed after the test."""
    desks = []

    def make(settings=None, cameras=()):
        settings = settings or Settings(theme="light")
        dress(qapp, settings.theme)
        desk = Desk(qtbot, settings, cameras)
        desks.append(desk)
        # The sources list the same cameras as the menu, and FFmpeg opens them by their address.
        monkeypatch.setattr(
            sources,
            "CameraSource",
            lambda identity="", number=0, **wanted: CameraSource(
                identity, number, lambda: list(desk.cameras), **wanted
            ),
        )
        return desk

    monkeypatch.setattr(camera_module, "_check_access", lambda device: None)
    monkeypatch.setattr(camera_module, "_parameters", lambda backend, wanted: [])
    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(make_desk):
    """Return the window, with no camera plugged in; nothing is shown yet."""
    return make_desk()


@pytest.fixture
def picture_files(tmp_path):
    """Return three pictures that can be read and, third of four, one that can't."""
    files = [tmp_path / name for name in ("a.png", "b.png", "broken.jpg", "d.png")]
    for number, file in enumerate(files):
        cv2.imwrite(str(file), half_and_half(320 + number, 240))
    files[2].write_bytes(b"\xff\xd8\xff\xe0 cut short")
    return files
