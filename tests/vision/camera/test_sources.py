"""Sources: one contract for all of them, and what each does when things go wrong."""

import itertools
import os
import re
import shutil
import struct
import sys
import time
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import CameraError, FerError, NoPictureError, SourceError
from fer_desktop.system import paths
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.capture_format import CaptureFormat
from fer_desktop.vision.camera.demo import DemoSource
from fer_desktop.vision.camera.devices import CameraDevice
from fer_desktop.vision.camera.image_source import ImageSource
from fer_desktop.vision.camera.sources import is_video_file, make_source
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.detection.detector import BALANCED, HaarDetector
from fer_desktop.vision.media.frame_seeker import VideoFrames
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import LoopbackCamera, camera_device, picture
from tests.heic import heic

KINDS = ["camera", "stream", "video", "image", "demo"]
LIVE_KINDS = ["camera", "stream"]


@pytest.fixture
def loopback():
    """Return a function that starts a camera with a plain picture."""
    cameras = []

    def start(value=100):
        cameras.append(LoopbackCamera(picture(320, 240, value)))
        return cameras[-1]

    yield start
    for camera in cameras:
        camera.close()


@pytest.fixture
def make(request, loopback, video, portrait):
    """Return a function that makes a source of a kind; all are closed in the end."""
    made = []

    def source(kind, camera=None):
        if kind in LIVE_KINDS:
            camera = camera or loopback()
            device = camera_device(target=camera.url)
            found = (
                CameraSource(cameras=lambda: [device])
                if kind == "camera"
                else StreamSource(camera.url)
            )
        else:
            found = {
                "video": lambda: VideoSource(video),
                "image": lambda: ImageSource(portrait),
                "demo": lambda: DemoSource(paths.demo_picture()),
            }[kind]()
        made.append(found)
        return found

    yield source
    for found in made:
        found.close()


def read_some(source, n=5):
    """Return the next frames, `n` at most."""
    frames = []
    while len(frames) < n and (frame := source.read()) is not None:
        frames.append(frame)
    return frames


def error_of(call, kind=SourceError):
    """Return the text of the error that a call raises: one sentence or two in one line."""
    with pytest.raises(kind) as caught:
        call()
    text = str(caught.value)
    assert text.endswith(".")
    assert "\n" not in text
    return text


# The contract.


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_it_is(make, kind):
    source = make(kind)
    assert source.name
    assert source.is_live is (kind in LIVE_KINDS)
    assert source.can_come_back is (kind in LIVE_KINDS)
    assert source.may_drop is (kind in [*LIVE_KINDS, "demo"])


@pytest.mark.parametrize("kind", KINDS)
def test_frames_are_numbered_and_their_times_grow(make, kind):
    source = make(kind)
    source.open()
    before = time.perf_counter()
    frames = read_some(source)
    after = time.perf_counter()
    assert len(frames) == (1 if kind == "image" else 5)
    assert [frame.index for frame in frames] == list(range(len(frames)))
    times = [frame.time_s for frame in frames]
    assert all(b > a for a, b in itertools.pairwise(times))
    captured = [frame.captured_s for frame in frames]
    assert captured == sorted(captured)
    if kind == "image":
        assert captured[0] < before, "it was read from the disk when it was opened"
    else:
        assert before <= captured[0]
    assert captured[-1] <= after
    if kind in LIVE_KINDS:
        assert before <= times[0]
        assert times[-1] <= after
    else:
        assert times[0] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_read_only_and_each_has_its_own_memory(make, kind):
    source = make(kind)
    source.open()
    first = source.read()
    kept = first.image.copy()
    assert first.image.dtype == np.uint8
    assert first.image.ndim == 3
    assert first.image.shape[2] == 3
    assert first.image.flags.c_contiguous
    assert not first.image.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        first.image[0, 0, 0] = 1
    for frame in read_some(source, 3):
        assert not np.shares_memory(frame.image, first.image)
    assert np.array_equal(first.image, kept)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_not_read_before_it_is_opened_nor_after_it_is_closed(make, kind):
    source = make(kind)
    assert "not open" in error_of(source.read)
    source.open()
    assert source.read() is not None
    source.close()
    assert "not open" in error_of(source.read)


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_closed_twice_or_unopened_and_opened_again(make, kind):
    source = make(kind)
    source.close()
    for _ in range(2):
        source.open()
        frames = read_some(source, 2)
        assert frames[0].index == 0
        source.close()
        source.close()


@pytest.mark.parametrize("kind", ["video", "image"])
def test_after_the_end_there_is_nothing(make, kind):
    source = make(kind)
    source.open()
    assert len(read_some(source, 100)) == {"video": 30, "image": 1}[kind]
    assert source.read() is None
    assert source.read() is None


# Cameras and streams.


@pytest.mark.parametrize("kind", LIVE_KINDS)
def test_a_camera_that_is_gone_in_mid_stream_and_comes_back(make, loopback, kind):
    camera = loopback()
    source = make(kind, camera)
    source.open()
    read_some(source, 2)
    camera.unplug()
    text = error_of(lambda: read_some(source, 1000), CameraError)
    assert source.name in text
    assert "It goes on by itself once it is back." in text
    source.close()
    text = error_of(source.open, CameraError)
    assert source.name in text
    assert "can't be" in text
    assert "not open" in error_of(source.read)
    camera.plug_in()
    source.open()
    assert len(read_some(source, 2)) == 2


def test_a_stream_that_falls_silent_is_given_up_in_time(make, loopback):
    camera = loopback()
    source = make("stream", camera)
    source.open()
    source.read()
    source._pictures._timeout_s = 0.5
    camera.mode = "stall"
    assert "stopped" in error_of(lambda: read_some(source, 1000), CameraError)


def test_a_live_source_starts_with_a_picture_or_not_at_all(tmp_path, video):
    # What a busy camera does: it opens, but gives no picture.
    path = tmp_path / "busy.mp4"
    path.write_bytes(without_pictures(video.read_bytes()))
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    assert capture.isOpened()
    capture.release()
    device = camera_device(name="Busy cam", target=str(path))
    source = CameraSource(cameras=lambda: [device])
    text = error_of(source.open, NoPictureError)
    assert text.startswith("The camera Busy cam gives no picture.")
    assert "Another program may be using it" in text
    assert "not open" in error_of(source.read)
    source.close()


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [(CaptureFormat(), (1280, 720, 30)), (CaptureFormat(640, 480, 29.97), (640, 480, 30))],
)
@pytest.mark.parametrize("backend", [cv2.CAP_V4L2, cv2.CAP_MSMF])
def test_a_camera_is_asked_for_size_and_rate_and_its_frames_tell_what_it_gives(
    monkeypatch, backend, wanted, asked
):
    opened = []

    class Capture:
        def __init__(self, target, backend, parameters):
            opened.append(dict(zip(parameters[::2], parameters[1::2], strict=True)))
            self.order = parameters[::2]
            opened.append(self.order)

        def isOpened(self):  # noqa: N802 - OpenCV's name
            return True

        def read(self):
            return True, picture(352, 288)

        def release(self):
            pass

    monkeypatch.setattr(cv2, "VideoCapture", Capture)
    device = CameraDevice(0, "Webcam", 0, backend, "Webcam|0:0|a")
    source = CameraSource(cameras=lambda: [device], wanted=wanted)
    source.open()
    values, order = opened
    width, height, rate = (
        cv2.CAP_PROP_FRAME_WIDTH,
        cv2.CAP_PROP_FRAME_HEIGHT,
        cv2.CAP_PROP_FPS,
    )
    assert (values[width], values[height], values[rate]) == asked
    if backend == cv2.CAP_V4L2:
        assert order[0] == cv2.CAP_PROP_FOURCC  # before the size, or it comes raw
    frame = source.read()
    assert (frame.width, frame.height) == (352, 288)
    source.close()


def test_no_camera():
    text = error_of(CameraSource(cameras=list).open, CameraError)
    assert text.startswith("No camera was found.")
    assert "demo" in text


def test_a_number_that_no_camera_has(loopback):
    devices = [camera_device(name="One"), camera_device(name="Two", number=1)]
    source = CameraSource(number=5, cameras=lambda: devices)
    text = error_of(source.open, CameraError)
    assert text == "There is no camera 5; there are: 0 One, 1 Two."


def test_a_camera_that_is_not_connected():
    other = camera_device(name="Other")
    source = CameraSource("Webcam|046d:0825|usb-1", cameras=lambda: [other])
    assert source.name == "Webcam"
    text = error_of(source.open, CameraError)
    assert text.startswith("The camera Webcam is not connected.")


def test_the_chosen_camera_is_opened_wherever_it_stands_in_the_list(loopback):
    dark, light = (
        camera_device(name, number, loopback(value).url)
        for number, (name, value) in enumerate([("Dark", 40), ("Light", 210)])
    )
    order = [dark, light]
    source = CameraSource(light.identity, cameras=lambda: order)
    for _ in range(2):
        source.open()
        assert source.read().image.mean() > 150
        assert source.name == "Light"
        source.close()
        order.reverse()


def test_a_camera_opened_by_number_stays_the_same_when_numbers_change(loopback):
    dark, light = (
        camera_device(name, number, loopback(value).url)
        for number, (name, value) in enumerate([("Dark", 40), ("Light", 210)])
    )
    order = [dark, light]
    source = CameraSource(number=1, cameras=lambda: order)
    source.open()
    source.close()
    order.reverse()
    source.open()
    assert source.read().image.mean() > 150
    source.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="device files")
def test_a_camera_that_the_system_refuses(tmp_path, monkeypatch):
    path = tmp_path / "video0"
    path.write_bytes(b"")
    real = os.access
    # The tests may run as root, whom nothing is refused.
    monkeypatch.setattr(
        os, "access", lambda p, mode: real(p, mode) and (str(p) != str(path) or mode == os.F_OK)
    )
    device = CameraDevice(0, "Webcam", str(path), cv2.CAP_V4L2, "Webcam|0:0|a")
    text = error_of(CameraSource(cameras=lambda: [device]).open, CameraError)
    assert text.startswith(f"The system refuses access to the camera Webcam ({path}).")
    assert "group 'video'" in text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="device files")
def test_a_camera_that_was_unplugged_a_moment_ago_is_not_called_refused(tmp_path):
    device = CameraDevice(0, "Webcam", str(tmp_path / "video9"), cv2.CAP_V4L2, "Webcam|0:0|a")
    text = error_of(CameraSource(cameras=lambda: [device]).open, CameraError)
    assert "refuses" not in text
    assert "plug it in again" in text


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://cam:81/video", "cam:81/video"),
        ("rtsp://user:secret@cam:554/h264", "cam:554/h264"),
        ("rtsp://user:sec@ret@cam/h264", "cam/h264"),
        ("http://cam/video?user=me&password=secret", "cam/video"),
        ("http://cam/video?user=me@home&password=secret", None),
    ],
)
def test_no_password_of_a_stream_is_told(url, name):
    source = StreamSource(url)
    assert "secret" not in source.name
    assert "ret" not in source.name
    if name is not None:
        assert source.name == name


def test_a_stream_that_nobody_serves():
    source = StreamSource("http://user:secret@127.0.0.1:9/video")
    text = error_of(source.open, CameraError)
    assert text.startswith("The stream 127.0.0.1:9/video can't be reached.")


# Videos.


def boxes_of(data, start, end):
    """Yield the boxes of an MP4 between two places: name, start, end."""
    while start + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, start)
        yield name, start, start + size
        start += size


def outer_boxes(data, name):
    """Return the starts of the boxes around the first box of this name, and its own bounds."""
    outer, start, end = [], 0, len(data)
    while True:
        for found, at, stop in boxes_of(data, start, end):
            if found == name:
                return outer, at, stop
            if found in {b"moov", b"trak", b"mdia", b"minf", b"stbl"}:
                outer.append(at)
                start, end = at + 8, stop
                break
        else:
            raise AssertionError(f"no box {name}")


def with_durations(data, *durations):
    """Return an MP4 whose frames last so long: (number of frames, share of the old duration)."""
    # Without the edit list, which would end the video after its old duration.
    data = bytearray(data.replace(b"edts", b"free"))
    outer, at, stop = outer_boxes(data, b"stts")
    assert data.index(b"moov") > data.index(b"mdat"), "or the places of the frames would move"
    assert struct.unpack_from(">I", data, at + 12) == (1,)
    old = struct.unpack_from(">I", data, at + 20)[0]
    entries = b"".join(struct.pack(">II", n, round(old * share)) for n, share in durations)
    box = struct.pack(">I4sII", 16 + len(entries), b"stts", 0, len(durations)) + entries
    grown = len(box) - (stop - at)
    data[at:stop] = box
    for place in outer:
        struct.pack_into(">I", data, place, struct.unpack_from(">I", data, place)[0] + grown)
    return bytes(data)


def turned(data, quarters=1):
    """Return an MP4 that says it is to be shown so many quarter turns to the right."""
    data = bytearray(data)
    _, at, _ = outer_boxes(data, b"tkhd")
    one, side = 0x10000, 320 * 0x10000
    turn, place = {
        1: ((0, one, -one, 0), (side, 0)),
        2: ((-one, 0, 0, -one), (side, side)),
        3: ((0, -one, one, 0), (0, side)),
    }[quarters]
    x, y, across, down = turn
    struct.pack_into(">9i", data, at + 48, x, y, 0, across, down, 0, *place, 0x40000000)
    return bytes(data)


def without_pictures(data):
    """Return an MP4 whose table of contents is whole, but whose frames are all zeros."""
    data = bytearray(data)
    _, at, stop = outer_boxes(data, b"mdat")
    data[at + 8 : stop] = bytes(stop - at - 8)
    return bytes(data)


def saved(folder, data, name="a.mp4"):
    path = folder / name
    path.write_bytes(data)
    return path


def times_of(path):
    source = VideoSource(path)
    source.open()
    try:
        return [frame.time_s for frame in read_some(source, 1000)]
    finally:
        source.close()


def test_times_are_those_of_the_container(tmp_path, video):
    assert times_of(video) == pytest.approx([i / 15 for i in range(30)], abs=1e-3)
    path = saved(tmp_path, with_durations(video.read_bytes(), (10, 1), (20, 5)))
    expected = [i / 15 for i in range(10)] + [(10 + 5 * i) / 15 for i in range(20)]
    assert times_of(path) == pytest.approx(expected, abs=1e-3)


def test_times_that_stand_still_in_a_broken_container_go_on(tmp_path, video):
    path = saved(tmp_path, with_durations(video.read_bytes(), (10, 1), (10, 0), (10, 1)))
    times = times_of(path)
    assert len(times) == 30
    assert all(b > a for a, b in itertools.pairwise(times))


def test_frames_that_are_skipped_count_and_keep_the_others_times(tmp_path, video):
    path = saved(tmp_path, with_durations(video.read_bytes(), (10, 1), (20, 5)))
    whole, source = VideoSource(path), VideoSource(path)
    whole.open()
    source.open()
    for expected in read_some(whole, 30):
        if expected.index % 7:
            assert source.skip()
            continue
        frame = source.read()
        assert (frame.index, frame.time_s) == (expected.index, expected.time_s)
        assert np.array_equal(frame.image, expected.image)
    assert not source.skip()
    assert source.read() is None
    source.close()
    whole.close()
    assert "not open" in error_of(source.skip)


def test_a_video_that_ends_early_says_so_when_skipping_too(tmp_path, long_avi):
    data = long_avi.read_bytes()
    source = VideoSource(saved(tmp_path, data[: len(data) // 2], "a.avi"))
    source.open()

    def skip_all():
        while source.skip():
            pass

    assert "of 60 frames" in error_of(skip_all)
    source.close()


def test_frames_are_those_of_the_file_in_order(video, astronaut):
    source = VideoSource(video)
    source.open()
    assert source.n_expected == 30
    for frame in read_some(source, 100):
        x = 65 + frame.index * 2
        expected = astronaut[0:320, x : x + 320].astype(int)
        assert np.abs(frame.image - expected).mean() < 8
    source.close()


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_video_is_turned_upright(tmp_path, video, quarters):
    source = VideoSource(saved(tmp_path, turned(video.read_bytes(), quarters)))
    source.open()
    image = source.read().image.astype(int)
    source.close()
    plain = VideoSource(video)
    plain.open()
    expected = np.rot90(plain.read().image, -quarters).astype(int)
    plain.close()
    assert np.abs(image - expected).mean() < 8


@pytest.mark.parametrize("name", ["Žofie 😀.mp4", "img%03d.mp4", "a?b=c.mp4", "http:.mp4"])
def test_a_video_of_any_name(tmp_path, video, name):
    if sys.platform == "win32" and set(name) & set("?:"):
        pytest.skip("Windows has no such names")
    path = tmp_path / name
    shutil.copy(video, path)
    source = make_source(str(path), demo_picture=path)
    assert source.name == name
    source.open()
    assert source.read().image.shape == (320, 320, 3)
    source.close()


@pytest.mark.parametrize("share", [0.001, 0.3, 0.98])
def test_an_mp4_that_is_cut_short_is_refused(tmp_path, video, share):
    data = video.read_bytes()
    path = saved(tmp_path, data[: int(len(data) * share)])
    assert error_of(VideoSource(path).open).startswith(f"{path}: damaged, cut short, or")


@pytest.fixture(scope="module")
def long_avi(astronaut, tmp_path_factory):
    """Return the path of an AVI of 60 frames at 15 a second."""
    path = tmp_path_factory.mktemp("avi") / "long.avi"
    fourcc = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, fourcc, 15, (320, 320))
    for index in range(60):
        writer.write(np.ascontiguousarray(astronaut[0:320, index : 320 + index]))
    writer.release()
    return path


def test_a_video_that_ends_early_gives_its_frames_and_then_says_so(tmp_path, long_avi):
    data = long_avi.read_bytes()
    path = saved(tmp_path, data[: len(data) // 2], "a.avi")
    source = VideoSource(path)
    source.open()
    frames = read_some(source, 20)
    assert [frame.index for frame in frames] == list(range(20))
    text = error_of(lambda: read_some(source, 100))
    source.close()
    found = re.fullmatch(r"(.*): the video is damaged; it ends after (\d+) of 60 frames\.", text)
    assert found[1] == str(path)
    assert 20 <= int(found[2]) < 40


def test_a_video_without_a_single_picture(tmp_path, video):
    path = saved(tmp_path, without_pictures(video.read_bytes()))
    source = VideoSource(path)
    source.open()
    assert error_of(source.read) == f"{path}: no frame can be read from this video."
    source.close()


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:2,\n{video}\n#EXT-X-ENDLIST\n"
NO_VIDEOS = {
    "playlist": PLAYLIST,
    "concat": "ffconcat version 1.0\nfile '{video}'\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
    "dash": '<?xml version="1.0"?><MPD><BaseURL>{video}</BaseURL></MPD>',
    "text": "hello",
    "zeros": "\0" * 5000,
    "gif": "GIF89a" + "\0" * 100,
}


@pytest.mark.parametrize("content", NO_VIDEOS.values(), ids=NO_VIDEOS)
def test_what_is_no_video_never_reaches_ffmpeg(tmp_path, video, content, monkeypatch):
    # A playlist could make it open other files and addresses.
    path = saved(tmp_path, content.format(video=video).encode())
    monkeypatch.setattr(av, "open", None)
    assert error_of(VideoSource(path).open) == f"{path}: not a video file."


def test_an_empty_video(tmp_path):
    path = saved(tmp_path, b"")
    assert error_of(VideoSource(path).open) == f"{path}: the file is empty."


def test_a_missing_video_and_a_folder(tmp_path):
    assert "no such file" in error_of(VideoSource(tmp_path / "gone.mp4").open)
    assert "folder" in error_of(VideoSource(tmp_path).open)


def test_a_video_that_is_refused(tmp_path, video, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path, video.read_bytes())
    monkeypatch.setattr(Path, "open", refuse)
    assert error_of(VideoSource(path).open) == f"{path}: can't be opened (Permission denied)."


# The demo.


def test_the_live_detector_finds_the_demos_face(cascade, check):
    source, detector = DemoSource(paths.demo_picture()), HaarDetector(cascade, check, BALANCED)
    source.open()
    n_looked = n_found = 0
    while (frame := source.read()).time_s < 20:
        if frame.index % 24 == 0:
            n_looked += 1
            n_found += len(detector.detect(frame.image)) == 1
    source.close()
    assert n_looked == 25
    assert n_found >= 0.9 * n_looked


def test_the_demo_shows_its_clip_after_the_photograph_and_comes_back():
    source = DemoSource(paths.demo_picture(), paths.demo_clip())
    source.open()
    heads = VideoFrames(paths.demo_clip())
    heads.open()
    source._index = 12 * 30
    first, _, _, after = read_some(source, 4)
    assert np.array_equal(first.image, heads.picture(0))
    assert np.array_equal(after.image, heads.picture(1))
    source._index = n_before = (12 + 16) * 30
    photograph = DemoSource(paths.demo_picture())
    photograph.open()
    photograph._index = n_before
    assert np.array_equal(source.read().image, photograph.read().image)
    source.close()
    heads.close()


def test_the_demo_is_the_same_each_time_and_moves():
    one, two = DemoSource(paths.demo_picture()), DemoSource(paths.demo_picture())
    one.open()
    two.open()
    first = read_some(one, 10)
    assert [frame.time_s for frame in first] == pytest.approx([i / 30 for i in range(10)])
    assert all(frame.image.shape == (480, 640, 3) for frame in first)
    for a, b in zip(first, read_some(two, 10), strict=True):
        assert np.array_equal(a.image, b.image)
    for a, b in itertools.pairwise(first):
        assert not np.array_equal(a.image, b.image)


def test_a_demo_without_its_photograph(tmp_path):
    assert "no such file" in error_of(DemoSource(tmp_path / "gone.jpg").open, FerError)


# Which source a text names.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("camera", CameraSource),
        ("camera:0", CameraSource),
        ("camera:17", CameraSource),
        ("demo", DemoSource),
        ("http://cam/video", StreamSource),
        ("HTTPS://cam/video", StreamSource),
        ("rtsp://cam/video", StreamSource),
        ("rtsps://cam/video", StreamSource),
    ],
)
def test_texts(text, kind):
    assert type(make_source(text, demo_picture=paths.demo_picture())) is kind


def test_camera_is_the_one_chosen_and_a_number_is_a_number():
    source = make_source("camera", demo_picture=Path(), camera_identity="Webcam|1:2|x")
    assert (source.identity, source.name) == ("Webcam|1:2|x", "Webcam")
    wanted = CaptureFormat(640, 480, 15.0)
    assert make_source("camera", demo_picture=Path(), wanted=wanted)._wanted == wanted
    source = make_source(
        "camera:3", demo_picture=Path(), camera_identity="Webcam|1:2|x", wanted=wanted
    )
    assert source.identity == ""
    assert source._wanted == wanted
    source._list_cameras = list
    with pytest.raises(CameraError):
        source.open()


@pytest.mark.parametrize(
    "text",
    ["gone.mp4", "camera:x", "camera:-1", "camera:1000", "cam", "ftp://host/a.mp4", "x" * 5000],
)
def test_texts_that_name_nothing(text):
    message = error_of(lambda: make_source(text, demo_picture=Path()))
    assert message.startswith(f"{text}: there is no such file.")
    assert "camera:N" in message


def test_files_go_by_their_content(tmp_path, video, portrait, long_avi):
    def kind(path):
        return type(make_source(str(path), demo_picture=portrait))

    assert kind(video) is VideoSource
    assert kind(long_avi) is VideoSource
    assert kind(shutil.copy(video, tmp_path / "no suffix")) is VideoSource
    assert kind(portrait) is ImageSource
    assert kind(shutil.copy(portrait, tmp_path / "a.mp4")) is ImageSource
    image = picture()
    for name in ("a.gif", "a.avif", "a.jpg", "a.webp", "a.bmp", "a.tiff"):
        path = saved(tmp_path, cv2.imencode(Path(name).suffix, image)[1].tobytes(), name)
        assert kind(path) is ImageSource
        assert not is_video_file(path)
    assert kind(shutil.copy(tmp_path / "a.avif", tmp_path / "avif without suffix")) is ImageSource


def test_a_heic_picture_is_no_video_whatever_its_name(tmp_path):
    image = picture(128, 64)
    path = saved(tmp_path, heic(image), "IMG_1.mov")
    source = make_source(str(path), demo_picture=path)
    source.open()
    assert source.read().image.shape == image.shape
    broken = saved(tmp_path, b"\x00\x00\x00\x18ftypheic" + bytes(300), "IMG_1.HEIC")
    source = make_source(str(broken), demo_picture=path)
    assert "HEIC file is damaged" in error_of(source.open, FerError)


def test_no_file_is_no_video(tmp_path):
    assert not is_video_file(tmp_path)
    assert not is_video_file(tmp_path / "gone.mp4")
    assert not is_video_file(saved(tmp_path, b""))
