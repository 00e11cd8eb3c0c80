"""Fixtures for all tests, and what fails every test: stray logs, threads, timers and windows."""

import gc
import itertools
import logging
import os
import threading
import time
from functools import partial
from pathlib import Path

# Before Qt is loaded: no display is needed, and none is used even where there is one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import cv2
import numpy as np
import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

# Before OpenCV: it reads its limits while it is loaded.
import fer_desktop.vision  # noqa: F401
from fer_desktop.cli import headless
from fer_desktop.core.settings import Settings
from fer_desktop.live.pipeline import LivePipeline
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.face_check import FaceCheck
from tests.fakes import PATIENCE_S
from tests.remembered import remember

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


LONGEST = (
    *("tests/model/", "tests/teaching/", "tests/gui/teaching/", "tests/batch/", "tests/packaging/"),
    *("tests/gui/shell/test_small", "tests/gui/shell/test_main.py", "tests/test_privacy.py"),
    *("tests/cli/test_commands.py", "tests/gui/live/test_recording.py"),
    *("tests/test_endings.py", "tests/test_soak.py", "tests/test_fuzz.py", "tests/test_examples"),
)


def pytest_xdist_auto_num_workers():
    """Share the tests among one process more than cores: many wait for pictures or timers."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (cores or 1) + 1


def pytest_collection_modifyitems(items):
    """Begin with what takes long: in the end no process then waits long for another."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


def pytest_collection_finish():
    """Leave what was loaded out of the looks for garbage, which would go through all of it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Return a folder for each test's own; pytest's way looks through all of them each time."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in itertools.count())


@pytest.fixture(autouse=True, scope="session")
def no_power_cut():
    """Let no file wait until it is on the disk; the tests about that put their own in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture(autouse=True, scope="session")
def remembering():
    """Let each picture be searched for faces once, however many tests look at it."""
    with pytest.MonkeyPatch.context() as patch:
        remember(patch)
        yield


@pytest.fixture(autouse=True)
def own_folders(homes, monkeypatch):
    """Give each test fresh settings, logs and caches, never the user's own."""
    home = next(homes)
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def patient_sessions(monkeypatch):
    """Let no source count as silent because the computer is busy; tests give their own limits."""
    for name in ("silence_s", "open_silence_s"):
        monkeypatch.setitem(LivePipeline.__init__.__kwdefaults__, name, PATIENCE_S)
    monkeypatch.setattr(headless, "FIRST_FRAME_S", PATIENCE_S)


@pytest.fixture(autouse=True)
def no_stray_log_records(caplog):
    """Fail a test that logs a warning without asking for it: `caplog.clear()` after looking."""
    yield
    stray = [
        record
        for record in caplog.get_records("call")
        # TensorFlow warns when a process builds several networks, as these tests do; Matplotlib,
        # when its first look at the fonts takes long.
        if record.levelno >= logging.WARNING
        and record.name not in ("tensorflow", "matplotlib.font_manager")
    ]
    assert not stray, [record.getMessage() for record in stray]


@pytest.fixture(autouse=True)
def no_leaks(request):
    """Fail a test that leaves a thread, and in windows a running timer or an open window."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 60
    while (left := _own_threads(before)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left, f"threads left running: {left}"
    if "qapp" in request.fixturenames:
        _check_qt()


def _own_threads(before):
    # TensorFlow and Keras keep pools of their own.
    return [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and thread.name.startswith(_OUR_THREADS)
    ]


_OUR_THREADS = ("capture", "analysis", "pictures", "device watch", "doctor", "loopback", "recorder")


def _check_qt():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    for widget in QApplication.topLevelWidgets():
        assert not widget.isVisible(), f"left open: {widget}"
        running = [timer for timer in widget.findChildren(QTimer) if timer.isActive()]
        assert not running, f"timers left running in {widget}: {running}"


class PatientBot(QtBot):
    """Waits as long as a slow computer needs, where a test gives no time of its own."""

    def waitUntil(self, callback, *, timeout=1000 * PATIENCE_S):  # noqa: N802 - pytest-qt's name
        super().waitUntil(callback, timeout=timeout)

    def keyClick(self, widget, *arguments, **options):  # noqa: N802
        """Send a key; while a dialog is not active yet, the window's shortcuts would take it."""
        window = widget.window()
        if isinstance(window, QDialog) and window.isVisible():
            window.activateWindow()
            self.waitUntil(window.isActiveWindow)
        super().keyClick(widget, *arguments, **options)

    def waitSignal(self, signal, *, timeout=1000 * PATIENCE_S, **options):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp, request):
    """Return pytest-qt's robot, with patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def astronaut():
    """Return scikit-image's portrait, (512, 512, 3) uint8 BGR; the face is at about 225, 114."""
    from skimage import data

    return np.ascontiguousarray(data.astronaut()[:, :, ::-1])


@pytest.fixture(scope="session")
def portrait(astronaut, tmp_path_factory):
    """Return the path of the portrait as a PNG file."""
    path = tmp_path_factory.mktemp("portrait") / "astronaut.png"
    cv2.imwrite(str(path), astronaut)
    return path


@pytest.fixture(scope="session")
def video(astronaut, tmp_path_factory):
    """Return the path of an MP4 of 30 frames at 15 a second, 320x320, with the face in each."""
    path = tmp_path_factory.mktemp("video") / "clip.mp4"
    writer = cv2.VideoWriter(
        str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 15, (320, 320)
    )
    assert writer.isOpened()
    for index in range(30):
        x = 65 + index * 2
        writer.write(np.ascontiguousarray(astronaut[0:320, x : x + 320]))
    writer.release()
    return path


@pytest.fixture(scope="session")
def seed_spec():
    """Return the spec of the bundled seed model."""
    return assembly.model_spec(Settings(model="seed"))


@pytest.fixture(scope="session")
def seed_classifier():
    """Return the seed model on LiteRT, for tests in the main thread."""
    return assembly.make_classifier(Settings(model="seed"))


@pytest.fixture(scope="session")
def cascade():
    """Return the face cascade's file."""
    return paths.face_cascade()


@pytest.fixture(scope="session")
def make_check():
    """Return what makes the program's own face check."""
    return partial(FaceCheck, paths.face_check())


@pytest.fixture(scope="session")
def check(make_check):
    """Return the program's own face check, for tests in the main thread."""
    return make_check()


@pytest.fixture(scope="session")
def datasets():
    """Return the unpacked development data: a folder with facial_expressions and FERPlus."""
    found = os.environ.get("FER_DESKTOP_DATA")
    folders = [Path(found)] if found else []
    folders.append(Path.home() / ".cache" / "fer-desktop-data")
    for folder in folders:
        if (folder / "facial_expressions").is_dir() and (folder / "FERPlus").is_dir():
            return folder
    if not SHARED_DATA.is_dir():
        pytest.skip("the data sets are not here (set FER_DESKTOP_DATA to their folder)")
    return _unpacked(folders[-1])


def _unpacked(target):
    import zipfile

    target.mkdir(parents=True, exist_ok=True)
    for name in ("facial_expressions-160px.zip", "FERPlus-train-valid.zip"):
        with zipfile.ZipFile(SHARED_DATA / name) as archive:
            archive.extractall(target)
    return target


@pytest.fixture
def needs_keras():
    """Skip where the extra `keras` is not installed."""
    pytest.importorskip("tensorflow", reason="the extra 'keras' is not installed")
