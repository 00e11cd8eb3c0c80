"""The check of all cameras: every verdict, one camera after the other, and an end when asked."""

import itertools
import threading

import pytest

from fer_desktop.core.errors import CameraError, NoPictureError
from fer_desktop.live import camera_check, pipeline
from fer_desktop.live.camera_check import CameraCheck, Finding, examine
from fer_desktop.live.pipeline import has_hanging_threads
from fer_desktop.vision.camera import health
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.health import Verdict
from tests.fakes import (
    PATIENCE_S,
    LoopbackCamera,
    ScriptedSource,
    camera_device,
    picture,
    wait_until,
)

WEBCAM = camera_device("Webcam")


@pytest.fixture
def quick(monkeypatch):
    """Judge within tenths of a second."""
    monkeypatch.setattr(health, "STILL_S", 0.4)
    monkeypatch.setattr(health, "RATE_S", 0.6)
    monkeypatch.setattr(health, "SLOWEST_RATE", 2.5)  # a busy computer is slow, too
    monkeypatch.setattr(camera_check, "MOST_S", PATIENCE_S)


@pytest.fixture
def loopback():
    """Return a camera on loopback."""
    camera = LoopbackCamera(picture(320, 240))
    yield camera
    camera.close()


def source_of(camera):
    device = camera_device(target=camera.url)
    return CameraSource(cameras=lambda: [device])


@pytest.mark.parametrize(
    ("mode", "verdict"),
    [
        ("play", Verdict.WELL),
        ("black", Verdict.BLACK),
        ("frozen", Verdict.FROZEN),
        ("slow", Verdict.SLOW),
        ("refuse", Verdict.BUSY),
    ],
)
def test_what_is_found_about_a_camera(loopback, quick, monkeypatch, mode, verdict):
    monkeypatch.setattr(camera_check, "is_refused", lambda device: False)
    loopback.mode = mode
    found = examine(WEBCAM, source_of(loopback))
    assert (found.device, found.verdict) == (WEBCAM, verdict)
    if verdict is Verdict.BUSY:
        assert (found.size, found.rate) == (None, 0.0)
    else:
        assert found.size == (320, 240)
        assert (found.rate < health.SLOWEST_RATE) is (verdict is Verdict.SLOW)
        assert 0 < found.rate < 40


def test_a_refused_camera_is_not_opened(monkeypatch):
    monkeypatch.setattr(camera_check, "is_refused", lambda device: True)
    source = ScriptedSource([])
    assert examine(WEBCAM, source).verdict is Verdict.REFUSED
    assert source.n_opened == 0


@pytest.mark.parametrize(
    ("error", "tells_refusal", "verdict"),
    [
        (NoPictureError("no picture."), True, Verdict.BUSY),
        (NoPictureError("no picture."), False, Verdict.BUSY),
        (CameraError("can't be opened."), True, Verdict.BUSY),
        (CameraError("can't be opened."), False, Verdict.REFUSED),
    ],
)
def test_a_camera_that_does_not_open(monkeypatch, error, tells_refusal, verdict):
    monkeypatch.setattr(camera_check, "system_tells_refusal", lambda: tells_refusal)
    source = ScriptedSource([])
    source.open_error = error
    assert examine(WEBCAM, source).verdict is verdict


@pytest.mark.parametrize("script", [[picture(), CameraError("gone.")], [picture(), "end"]])
def test_a_camera_whose_picture_ends(script):
    source = ScriptedSource(script)
    assert examine(WEBCAM, source) == Finding(WEBCAM, Verdict.BUSY)
    assert source.n_closed == 1


def test_a_camera_that_tells_nothing_is_given_up_in_time():
    seconds = itertools.count()
    source = ScriptedSource([picture()], repeats=True)
    # Its pictures say they are of another time than the clock: they tell nothing.
    found = examine(WEBCAM, source, clock=lambda: 1e6 + next(seconds))
    assert found.verdict is Verdict.BUSY
    assert next(seconds) < 2 * camera_check.MOST_S + 4


@pytest.fixture
def check():
    """Return a function that starts a check; all are stopped in the end."""
    checks = []

    def start(cameras, sources, in_use=""):
        list_cameras = cameras if callable(cameras) else lambda: cameras
        checks.append(CameraCheck(list_cameras, lambda device: sources[device.name], in_use))
        return checks[-1]

    yield start
    for found in checks:
        found.stop()


def all_of(running):
    """Return everything that a check tells until its end."""
    wait_until(lambda: not running.is_alive)
    return [(f.device.name if f.device else None, f.verdict) for f in running.poll()]


def noisy():
    values = itertools.cycle(range(50, 90))
    return [0.02, *(picture(value=value) for value in itertools.islice(values, 40))]


def test_cameras_are_told_first_and_then_what_is_found(check, quick):
    one, two, used = (camera_device(name, n) for n, name in enumerate(["One", "Two", "Used"]))
    well = ScriptedSource(list(itertools.chain(*((p, 0.02) for p in noisy()[1:]))), repeats=True)
    black = ScriptedSource([picture(value=0), 0.02], repeats=True)
    running = check([one, two, used], {"One": well, "Two": black}, used.identity)
    assert all_of(running) == [
        ("One", None),
        ("Two", None),
        ("Used", None),  # and it is not opened
        ("One", Verdict.WELL),
        ("Two", Verdict.BLACK),
    ]
    assert well.threads == black.threads == {"doctor of cameras"}
    assert (well.n_closed, black.n_closed) == (1, 1)


def test_no_camera(check):
    assert all_of(check([], {})) == [(None, Verdict.ABSENT)]


def test_faults_of_drivers_are_logged_and_no_end(check, caplog):
    def broken():
        raise RuntimeError("driver")

    assert all_of(check(broken, {})) == [(None, Verdict.ABSENT)]
    source = ScriptedSource([RuntimeError("driver")])
    assert all_of(check([WEBCAM], {"Webcam": source}))[-1] == ("Webcam", Verdict.BUSY)
    assert source.n_closed == 1
    assert "Webcam could not be examined" in caplog.text
    caplog.clear()


def test_it_ends_when_it_is_asked_to(check):
    source = ScriptedSource([picture(), 0.02], repeats=True)
    other = ScriptedSource([picture()])
    devices = [WEBCAM, camera_device("Other", 1)]
    running = check(devices, {"Webcam": source, "Other": other})
    wait_until(lambda: source.n_opened)
    running.stop(PATIENCE_S)
    assert not running.is_alive
    assert (source.n_closed, other.n_opened) == (1, 0)


def test_a_driver_that_hangs_is_left_behind(check):
    gate, hangs = threading.Event(), threading.Event()

    def hang():
        hangs.set()
        gate.wait(PATIENCE_S)

    source = ScriptedSource([picture(), hang, "end"])
    running = check([WEBCAM], {"Webcam": source})
    wait_until(hangs.is_set)
    running.stop(timeout_s=0.1)
    try:
        assert running in pipeline._left_behind
        assert has_hanging_threads()
    finally:
        gate.set()
    wait_until(lambda: not has_hanging_threads())
