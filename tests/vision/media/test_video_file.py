"""Opening a video: that file and nothing else, whatever its name, and nothing that is too large."""

import os
import socket
import sys
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.camera.sources import is_video_file
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES, looks_like_video
from fer_desktop.vision.media.video_source import VideoSource
from tests.movies import coded, number_of, write_movie


@pytest.fixture
def listener():
    """Return a socket on loopback that nobody should connect to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        yield server


@pytest.mark.skipif(sys.platform == "win32", reason="no file has such a name there")
@pytest.mark.parametrize(
    "name",
    [
        *(
            "tcp:127.0.0.1:{port}?a.ts",
            "http:/127.0.0.1:{port}/a.ts",
            "rtsp:/127.0.0.1:{port}/a.ts",
        ),
        *("ftp:/127.0.0.1:{port}/a.ts", "gopher:/127.0.0.1:{port}/a.ts", "subfile,,start,0,,:a.ts"),
        *("concat:a.ts|b.ts", "crypto:a.ts", "cache:a.ts", "data:a.ts", "async:a.ts", "pipe:0.ts"),
        *("file:a.ts", "fd:0.ts", "tee:a.ts"),
    ],
)
def test_a_name_that_looks_like_an_address_is_a_file(tmp_path, monkeypatch, listener, name):
    name = name.format(port=listener.getsockname()[1])
    whole = write_movie(tmp_path / "whole.ts", [coded(number) for number in range(5)])
    monkeypatch.chdir(tmp_path)
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.rename(path)
    source = VideoSource(path)
    source.open()
    assert [number_of(source.read().image) for _ in range(5)] == list(range(5))
    source.close()
    with pytest.raises(TimeoutError):
        listener.accept()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems want Unicode")
def test_a_name_that_is_no_text(tmp_path):
    whole = write_movie(tmp_path / "whole.ts", [coded(number) for number in range(5)])
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.ts"))
    whole.rename(path)
    source = VideoSource(path)
    source.open()
    assert number_of(source.read().image) == 0
    source.close()


PLAYLISTS = {
    "in the middle of a text": "G\n#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:2,\n{other}\n",
    "DASH": 'G<?xml version="1.0"?><MPD><BaseURL>{other}</BaseURL></MPD>',
    "picture patterns": "G{other}",
}


@pytest.mark.parametrize("content", PLAYLISTS.values(), ids=PLAYLISTS)
def test_a_playlist_that_begins_as_a_video_is_refused(tmp_path, content):
    other = write_movie(tmp_path / "other.ts", [coded(1)] * 5)
    path = tmp_path / "a.ts"
    path.write_text(content.format(other=other), encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.ts: damaged, cut short, or"):
        VideoSource(path).open()


def huge_mjpeg(path):
    write_movie(path, [np.zeros((9000, 12000, 3), np.uint8)], codec="mjpeg", pix_fmt="yuvj420p")


def huge_raw(path):
    path.write_bytes(b"YUV4MPEG2 W16000 H16000 F25:1 Ip A1:1 C420jpeg\nFRAME\n" + bytes(1000))


@pytest.mark.parametrize(("name", "make"), [("a.avi", huge_mjpeg), ("a.y4m", huge_raw)])
def test_frames_that_are_too_large_are_refused_before_they_are_decoded(tmp_path, name, make):
    path = tmp_path / name
    make(path)
    process = psutil.Process()
    before = process.memory_info().rss
    with pytest.raises(SourceError, match=r"are larger than 100 megapixels; shrink the video"):
        VideoSource(path).open()
    assert process.memory_info().rss - before < 150e6


def test_titles_in_another_writing_are_no_hindrance(tmp_path):
    path = tmp_path / "a.avi"
    with av.open(str(path), "w") as file:
        file.metadata["title"] = "xxxxcafxxxx"
        track = file.add_stream("mpeg4", rate=25)
        track.width = track.height = 64
        file.mux(track.encode(av.VideoFrame.from_ndarray(coded(0, 64, 64), format="bgr24")))
        file.mux(track.encode())
    path.write_bytes(path.read_bytes().replace(b"xxxxcafxxxx", b"xxxxcaf\xe9xxx"))
    source = VideoSource(path)
    source.open()
    assert source.read() is not None
    source.close()


@pytest.mark.parametrize("suffix", [".mjpeg", ".mjpg"])
def test_a_row_of_jpegs_is_a_video_by_its_name_only(tmp_path, suffix):
    path = write_movie(
        tmp_path / f"a{suffix}", [coded(0)], codec="mjpeg", pix_fmt="yuvj420p", format="mjpeg"
    )
    assert is_video_file(path)
    source = VideoSource(path)
    source.open()
    assert number_of(source.read().image) == 0
    assert source.read() is None
    source.close()
    assert not is_video_file(path.rename(tmp_path / "a.jpg"))


@pytest.mark.parametrize("head", [b"GIF89a", b"#EXTM3U", b"hello", bytes(16), b"\xff\xd8\xff\xe0"])
def test_what_does_not_begin_as_a_video(head):
    assert not looks_like_video(head.ljust(16, b"\0"))


def test_suffixes_are_small_letters_behind_a_dot():
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in VIDEO_SUFFIXES)
    wanted = {".vob", ".mod", ".f4v", ".qt", ".y4m", ".mxf", ".dv", ".ivf", ".mjpeg", ".mts"}
    assert wanted <= VIDEO_SUFFIXES
