"""The table of what drivers and RTSP cameras do wrong: what is shown, told, and how it goes on."""

import time

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import CameraError, NoPictureError
from fer_desktop.core.settings import Settings
from fer_desktop.live.events import PipelineState, StateChanged
from fer_desktop.live.pipeline import LivePipeline, has_hanging_threads
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera import stream as stream_module
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.media import stream as media_stream
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, camera_device, wait_until
from tests.rtsp_camera import RtspCamera

RAMP = np.tile(np.linspace(0, 1, 64), (48, 1))


class Driver:
    """Stands for OpenCV's capture: gives what its script says, over and over."""

    script = ()

    def __init__(self, *arguments):
        self._n = 0

    def isOpened(self):  # noqa: N802 - as OpenCV has it
        return True

    def read(self):
        one = self.script[self._n % len(self.script)]
        self._n += 1
        if isinstance(one, Exception):
            raise one
        return one is not None, one

    def release(self):
        pass


@pytest.fixture
def opened(monkeypatch):
    def start(*script):
        monkeypatch.setattr(Driver, "script", script)
        monkeypatch.setattr(cv2, "VideoCapture", Driver)
        source = CameraSource(cameras=lambda: [camera_device(target="0")])
        source.open()
        return source

    return start


def bits(n):
    """Return a ramp of gray in n of sixteen bits."""
    return (RAMP * ((1 << n) - 1)).astype(np.uint16)


GRAY = (RAMP * 255).astype(np.uint8)
KINDS = {
    "gray": GRAY,
    "gray, one channel": GRAY[:, :, None],
    "8 of 16 bits": bits(8),
    "10 of 16 bits": bits(10),
    "16 bits": bits(16),
    "16 bits, color": np.dstack([bits(16)] * 3),
    "with transparency": np.dstack([GRAY] * 4),
    "YUYV": np.dstack([(RAMP * 219 + 16).astype(np.uint8), np.full(GRAY.shape, 128, np.uint8)]),
    "every second row": np.repeat(np.dstack([GRAY] * 3), 2, axis=0)[::2],
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_any_kind_is_a_picture(opened, kind):
    image = opened(KINDS[kind]).read().image
    assert (image.shape, image.dtype) == ((48, 64, 3), np.uint8)
    assert image.flags["C_CONTIGUOUS"]
    assert np.abs(image.astype(int) - GRAY[:, :, None]).max() <= 2


def test_the_brightness_of_sixteen_bits_does_not_jump(opened):
    source = opened(bits(10), bits(10) // 4)
    means = [source.read().image.mean() for _ in range(4)]
    assert means[1] == means[3] == pytest.approx(4 * means[0], rel=0.1)


@pytest.mark.parametrize("array", [RAMP, np.zeros((48, 64, 5), np.uint8), np.zeros(9, np.uint8)])
def test_what_is_no_picture_is_told(opened, array):
    for script in ([array], [GRAY, array]):
        with pytest.raises(NoPictureError, match="a kind that is not known"):
            opened(*script).read()


@pytest.mark.parametrize("error", [cv2.error("-4: Insufficient memory"), cv2.error("unknown")])
def test_an_exception_of_the_driver_is_a_picture_less_or_a_camera_lost(opened, error, caplog):
    source = opened(GRAY, error)
    assert [source.read().index for _ in range(3)] == [0, 1, 2]
    source = opened(GRAY, *[error] * 9)
    with pytest.raises(CameraError, match="goes on by itself once it is back"):
        source.read()
    assert "could not be read" in caplog.text
    caplog.clear()


# RTSP


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(stream_module, "TIMEOUT_S", 1.0)
    monkeypatch.setattr(media_stream, "TIMEOUT_S", 1.0)
    monkeypatch.setattr(media_stream, "_LOOK_US", 50_000)


@pytest.fixture
def patient(monkeypatch, quick):
    """Wait as long as a busy computer needs, where all goes on."""
    for module in (stream_module, media_stream):
        monkeypatch.setattr(module, "TIMEOUT_S", float(PATIENCE_S))


@pytest.fixture
def camera():
    made = RtspCamera(rate=60)
    yield made
    made.close()


class Watched:
    """A session on an address, with all that was polled of it."""

    def __init__(self, url):
        self.said, self.frames = [], []
        self.session = LivePipeline(lambda: StreamSource(url), self._analyzer, Settings())
        self.session.start()

    def _analyzer(self, settings):
        return FrameAnalyzer(FixedDetector((20, 20, 90, 90)), FixedClassifier(), threshold=0.4)

    def wait(self, condition):
        def holds():
            analyzed, events = self.session.poll()
            told = (event for event in events if isinstance(event, StateChanged))
            self.said += [event.message for event in told if event.state is PipelineState.LOST]
            self.frames += [] if analyzed is None else [analyzed.frame]
            return condition()

        wait_until(holds)

    def wait_for_more(self, n):
        most = len(self.frames) + n
        self.wait(lambda: len(self.frames) >= most)


@pytest.fixture
def watched(camera):
    made = Watched(camera.url)
    made.wait_for_more(3)
    made.said.clear()
    yield made
    made.session.stop()
    wait_until(lambda: not has_hanging_threads())


@pytest.mark.parametrize("mode", ["other_size", "backwards"])
def test_an_rtsp_camera_that_does_it_badly_is_shown(patient, camera, watched, mode):
    camera.mode = mode
    watched.wait_for_more(30)
    assert watched.said == []
    times = [frame.time_s for frame in watched.frames]
    assert times == sorted(set(times))
    assert mode != "other_size" or {frame.width for frame in watched.frames[-30:]} == {160, 320}


@pytest.mark.parametrize("mode", ["garbage", "silent", "refuse"])
def test_an_rtsp_camera_that_gives_nothing_is_told_and_comes_back(camera, watched, mode):
    camera.mode = mode
    watched.wait(lambda: watched.said)
    assert watched.said[0].startswith("The stream 127.0.0.1")
    assert watched.said[0].endswith("stopped. It goes on by itself once it is back.")
    camera.mode = "play"
    watched.wait_for_more(3)
    assert watched.session.state is PipelineState.RUNNING


def test_an_answer_without_end_is_waited_for_no_longer_than_others():
    camera, begun_s = RtspCamera(mode="endless_head"), time.monotonic()
    with pytest.raises(CameraError, match="sends nothing"):
        StreamSource(camera.url).open()
    assert time.monotonic() - begun_s < PATIENCE_S, "two times the second that is waited"
    camera.close()
