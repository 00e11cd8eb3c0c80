"""What lies at an address: a live stream, a file with an end, or none of both, told apart."""

import contextlib
import http.server
import re
import socket
import threading
import time

import numpy as np
import pytest

from fer_desktop.core.errors import CameraError, NoPictureError, SourceError
from fer_desktop.live.capture import CaptureThread
from fer_desktop.live.events import PipelineState
from fer_desktop.live.slot import LatestSlot
from fer_desktop.vision.camera import stream as camera_stream
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.media import stream
from tests.fakes import PATIENCE_S
from tests.movies import coded, number_of, write_movie

TIMES = [0.0, 0.04, 0.2, 0.24, 0.88, 1.0]


class Server:
    """Answers each path in its own way, and notes who asked for what."""

    def __init__(self, movie):
        self.asked, self.go_on = [], threading.Event()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                server.asked.append(self.path)
                with contextlib.suppress(OSError):  # the reader has gone
                    server.answer(self)

            def log_message(self, *arguments):
                pass

        self._movie = movie
        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(
            target=self._http.serve_forever, args=(0.05,), name="test server", daemon=True
        )
        self._thread.start()

    def url(self, path):
        return f"http://127.0.0.1:{self._http.server_address[1]}/{path}"

    def close(self):
        self.go_on.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(PATIENCE_S)

    def answer(self, handler):
        what = handler.path.strip("/").partition("?")[0]
        if what == "silent":
            self.go_on.wait(PATIENCE_S)
            return
        bodies = {
            "page": b"\n<!DOCTYPE html><html><head><title>Log in</title></head></html>" * 30,
            "playlist": f"#EXTM3U\n#EXTINF:2,\n{self.url('file.mp4')}\n".encode(),
            "garbage": bytes(n * 7919 % 251 for n in range(20_000)),
            "empty": b"",
            "file.mp4": self._movie,
            "cut.mp4": self._movie,
        }
        if what.isdecimal():
            handler.send_response(int(what))
        elif what == "loop":
            handler.send_response(302)
            handler.send_header("Location", self.url("loop"))
        elif what == "moved":
            handler.send_response(302)
            handler.send_header("Location", self.url("file.mp4"))
        else:
            handler.send_response(200)
        body = bodies.get(what, b"nothing here")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2] if what == "cut.mp4" else body)


@pytest.fixture
def server(tmp_path):
    path = tmp_path / "movie.mp4"
    pictures = [coded(number, 64, 48) for number in range(len(TIMES))]
    write_movie(path, pictures, codec="mpeg4", times=TIMES, container_options=FRONT)
    server = Server(path.read_bytes())
    yield server
    server.close()


FRONT = {"movflags": "faststart"}


def read_all(source):
    source.open()
    return list(iter(source.read, None))


def problem_of(url, kind=CameraError):
    """Return why an address can't be opened: a sentence or two in one line."""
    source = StreamSource(url)
    with pytest.raises(kind) as caught:
        source.open()
    source.close()
    text = str(caught.value)
    assert text.startswith(f"The stream {source.name} ")
    assert "\n" not in text
    return text


@pytest.mark.parametrize("path", ["file.mp4", "moved", "file.mp4?user=me&password=secret"])
def test_a_file_has_its_own_times_and_an_end_and_is_not_live(server, path):
    source = StreamSource(server.url(path))
    source.open()
    assert (source.is_live, source.may_drop, source.can_come_back) == (False, False, False)
    frames = list(iter(source.read, None))
    assert source.read() is None
    source.close()
    assert [frame.index for frame in frames] == list(range(len(TIMES)))
    assert [frame.time_s for frame in frames] == pytest.approx(TIMES, abs=1e-3)
    assert [number_of(frame.image) for frame in frames] == list(range(len(TIMES)))


def test_a_file_that_breaks_off_is_told_and_not_begun_anew(server):
    source = StreamSource(server.url("cut.mp4"))
    with pytest.raises(SourceError):
        read_all(source)
    source.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("401", "wants a name and a password"),
        ("403", "refuses access"),
        ("404", "is not there (404)"),
        ("410", "answers with an error"),
        ("503", "answers with an error"),
        ("loop", "leads from address to address without end"),
    ],
)
def test_answers_that_are_no_video(server, path, words):
    assert words in problem_of(server.url(path))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("page", "is a web page"),
        ("playlist", "is a playlist"),
        ("garbage", "is no video"),
        ("empty", "sends nothing"),
    ],
)
def test_data_that_are_no_video(server, path, words):
    assert words in problem_of(server.url(path), NoPictureError)
    assert {asked.strip("/") for asked in server.asked} == {path}, "nothing else is asked for"


def test_nobody_answers_at_the_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    for scheme in ("http", "rtsp", "HTTP"):
        text = problem_of(f"{scheme}://127.0.0.1:{port}/video")
        assert "can't be reached. The host is there, but nothing answers" in text


def test_there_is_no_such_host():
    text = problem_of("http://me:secret@no-such-host.invalid/video")
    assert "can't be reached. There is no host of this name" in text
    assert "secret" not in text


def test_a_host_that_does_not_answer(server, monkeypatch):
    for module in (stream, camera_stream):
        monkeypatch.setattr(module, "TIMEOUT_S", 0.3)
    assert "Nothing answers within" in problem_of(server.url("silent"))


def test_a_stream_is_no_way_to_a_file_of_this_computer(tmp_path, monkeypatch):
    path = write_movie(tmp_path / "a.mp4", [np.zeros((48, 64, 3), np.uint8)] * 3, codec="mpeg4")
    for protocols in stream._PROTOCOLS.values():
        assert not re.search(r"\b(file|pipe|concat|subfile|data)\b", protocols)
    with pytest.raises(KeyError):
        stream._opened(f"file:{path}", {})


def test_a_file_is_played_at_its_own_speed_once(server):
    told, slot = [], LatestSlot()
    source = StreamSource(server.url("file.mp4"))
    capture = CaptureThread(source, slot, lambda state, name, message: told.append(state))
    begun_s = time.perf_counter()
    capture.start()
    frames = []
    while capture.is_alive:
        frame = slot.take()
        if frame is not None:
            frames.append(frame)
        time.sleep(0.002)
    frames += [frame for frame in [slot.take()] if frame is not None]
    assert time.perf_counter() - begun_s >= TIMES[-1]
    assert [number_of(frame.image) for frame in frames] == list(range(len(TIMES)))
    assert told == [PipelineState.OPENING, PipelineState.RUNNING, PipelineState.ENDED]
    assert len(server.asked) == 1, "it is fetched once"
