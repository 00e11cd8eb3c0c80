"""The table of what can be wrong with a stream: which state it has, what is said, how it ends.

Real classes over loopback: a server that sends pictures one after the other, and does it badly.
"""

import contextlib
import socket
import time
from dataclasses import dataclass

import cv2
import numpy as np
import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.live.events import PipelineState, StateChanged
from fer_desktop.live.pipeline import LivePipeline, has_hanging_threads
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera import stream as camera_module
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.media import jpeg_scanner
from tests.fakes import (
    PATIENCE_S,
    FixedClassifier,
    FixedDetector,
    LoopbackCamera,
    wait_until,
)

MOST = 300_000
GARBAGE = bytes(range(16, 250)) * 40


def _jpeg(number, size=(320, 240), channels=3):
    shape = (size[1], size[0], channels)
    noise = np.random.default_rng(number % 20).integers(0, 255, shape, np.uint8)
    return cv2.imencode(".jpg", noise)[1].tobytes()


class FaultyCamera(LoopbackCamera):
    """Sends pictures, and from the mode on something else."""

    def _send(self, file):
        number = 0
        while not self._stop.is_set() and self.mode != "refuse":
            with contextlib.suppress(BrokenPipeError):
                file.write(getattr(self, f"_{self.mode}")(number))
                file.flush()
            number += 1
            self._stop.wait(1 / self._rate)

    def _part(self, data, length=None):
        said = len(data) if length is None else length
        return f"--frame\r\nContent-Length: {said}\r\n\r\n".encode() + data + b"\r\n"

    def _play(self, number):
        return self._part(_jpeg(number))

    def _garbage_between(self, number):
        return GARBAGE + self._part(_jpeg(number))

    def _garbage_only(self, number):
        return GARBAGE

    def _huge_length(self, number):
        return self._part(_jpeg(number), 2 << 30)

    def _wrong_length(self, number):
        return self._part(_jpeg(number), 7)

    def _half(self, number):
        data = _jpeg(number)
        return self._part(data[: len(data) // 2] if number % 2 else data)

    def _halves_only(self, number):
        return self._part(_jpeg(number)[:-500])

    def _endless_head(self, number):
        return b"X-Filler: " + b"x" * 5000 + b"\r\n"

    def _endless_picture(self, number):
        return (_jpeg(0)[:-2] if number % 40 == 0 else b"") + b"\x55" * 20_000

    def _empty_pictures(self, number):
        return self._part(b"\xff\xd8\xff\xd9")

    def _other_size(self, number):
        return self._part(_jpeg(number, (160, 120) if number % 2 else (320, 240)))

    def _gray(self, number):
        return self._part(_jpeg(number, channels=1))

    def _black(self, number):
        return self._part(cv2.imencode(".jpg", np.zeros((240, 320, 3), np.uint8))[1].tobytes())

    def _frozen(self, number):
        return self._part(_jpeg(0))

    def _one_a_second(self, number):
        return b"" if number % self._rate else self._part(_jpeg(number // self._rate))

    def _many(self, number):
        return self._part(_jpeg(number)) + self._part(_jpeg(number + 1))

    def _silent(self, number):
        return b""

    def _one_and_silent(self, number):
        return self._part(_jpeg(0)) if not number else b""


@dataclass(frozen=True)
class Fault:
    """What a stream does, and what is to come of it.

    Attributes:
        mode: Of the camera.
        shows: Pictures are shown on and on.
        said: What the message has in it where they are not.
    """

    mode: str
    shows: bool
    said: str = ""


FAULTS = [
    Fault("garbage_between", shows=True),
    Fault("huge_length", shows=True),
    Fault("wrong_length", shows=True),
    Fault("half", shows=True),
    Fault("other_size", shows=True),
    Fault("gray", shows=True),
    Fault("black", shows=True),
    Fault("frozen", shows=True),
    Fault("many", shows=True),
    Fault("garbage_only", shows=False, said="sends something that is no picture"),
    Fault("halves_only", shows=False, said="sends something that is no picture"),
    Fault("empty_pictures", shows=False, said="sends something that is no picture"),
    Fault("endless_head", shows=False, said="sends something that is no picture"),
    Fault("endless_picture", shows=False, said="sends something that is no picture"),
    Fault("silent", shows=False, said="stopped"),
    Fault("one_and_silent", shows=False, said="stopped"),
    Fault("refuse", shows=False, said="stopped"),
]


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(camera_module, "TIMEOUT_S", PATIENCE_S)
    monkeypatch.setattr(jpeg_scanner, "MOST_BYTES", MOST)


@pytest.fixture
def camera():
    made = FaultyCamera(np.zeros((240, 320, 3), np.uint8), rate=60)
    yield made
    made.close()


class Watched:
    """A session with all that was polled of it."""

    def __init__(self, url):
        self.sources, self.events, self.frames = [], [], []

        def make_source():
            self.sources.append(StreamSource(url))
            return self.sources[-1]

        def make_analyzer(settings):
            return FrameAnalyzer(FixedDetector((20, 20, 90, 90)), FixedClassifier(), threshold=0.4)

        self.session = LivePipeline(make_source, make_analyzer, Settings())
        self.session.start()

    def poll(self):
        analyzed, events = self.session.poll()
        self.events += [event for event in events if isinstance(event, StateChanged)]
        if analyzed is not None:
            self.frames.append(analyzed.frame)
        return self

    def wait(self, condition):
        wait_until(lambda: condition(self.poll()))

    @property
    def said(self):
        return [event.message for event in self.events if event.state is PipelineState.LOST]


@pytest.fixture
def watched(camera):
    made = Watched(camera.url)
    made.wait(lambda w: len(w.frames) > 3)
    yield made
    made.session.stop()
    # Whatever it hangs in, it lets go at once: nothing is left behind.
    assert not has_hanging_threads()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.mode)
def test_a_stream_that_does_it_badly(camera, watched, fault):
    if not fault.shows:
        watched.sources[-1]._pictures._timeout_s = 1.5
        n_before = len(watched.frames)
        watched.wait(lambda w: len(w.frames) > n_before + 3)  # the limit holds by now
    camera.mode = fault.mode
    n_before = len(watched.frames)
    if fault.shows:
        watched.wait(lambda w: len(w.frames) > n_before + 10)
        assert watched.said == []
    else:
        watched.wait(lambda w: w.said)
        assert fault.said in watched.said[0]
        assert watched.said[0].startswith("The stream 127.0.0.1")
    kept = [s._pictures._scanner.n_kept for s in watched.sources if s._pictures is not None]
    assert all(n <= MOST + (1 << 17) for n in kept)
    camera.mode = "play"
    n_before = len(watched.frames)
    watched.wait(lambda w: len(w.frames) > n_before + 3)
    assert watched.session.state is PipelineState.RUNNING


def test_half_pictures_are_not_shown_and_their_numbers_are_left_out(camera, watched):
    camera.mode = "half"
    watched.wait(lambda w: len(w.frames) > 20)
    source = watched.sources[-1]
    wait_until(lambda: watched.poll() and source._n_broken > 5)
    for frame in watched.frames:  # noise everywhere, where half of one would be gray below
        assert frame.image[-20:].std() > 20
    assert watched.frames[-1].index > len(watched.frames)


def test_a_password_goes_to_the_camera_and_nowhere_else(monkeypatch):
    from fer_desktop.vision.camera.http_pictures import _request

    asked = _request("http://user:se%40cret@host:81/video?a=b").decode()
    assert asked.startswith("GET /video?a=b HTTP/1.0\r\nHost: host:81\r\n")
    assert "Authorization: Basic dXNlcjpzZUBjcmV0" in asked
    assert "se%40cret" not in asked
    assert "se%40cret" not in StreamSource("http://user:se%40cret@host:81/video?a=b").name


@pytest.mark.parametrize("says", [b"", b"HTTP/1.0 200 OK\r\nX-Endless: "])
def test_a_stop_does_not_wait_for_a_server_that_takes_the_connection_only(says, monkeypatch):
    monkeypatch.setattr(camera_module, "TIMEOUT_S", 1000.0)
    with socket.create_server(("127.0.0.1", 0)) as server:
        watched = Watched(f"http://127.0.0.1:{server.getsockname()[1]}/")
        connection, _ = server.accept()
        with connection:
            connection.sendall(says)
            watched.session.stop()
    assert not has_hanging_threads()


def test_a_stop_does_not_wait_for_a_silent_stream(camera, watched):
    camera.mode = "silent"
    time.sleep(0.3)
    watched.session.stop()
    assert not has_hanging_threads()
