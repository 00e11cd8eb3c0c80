"""Videos as people have them: every frame, as it should be seen, at its time, and no more."""

import contextlib
import gc
import itertools
from fractions import Fraction

import av
import numpy as np
import psutil
import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.video_source import VideoSource
from tests.movies import coded, number_of, plane_frame, write_movie

UNEVEN = (0.031, 0.017, 0.114, 0.04, 0.059)


def frames_of(path):
    """Return all frames of a video."""
    frames = []
    read_into(frames, path)
    return frames


def read_into(frames, path):
    """Add all frames of a video to a list, also where it fails in the end."""
    source = VideoSource(path)
    source.open()
    try:
        while (frame := source.read()) is not None:
            frames.append(frame)
    finally:
        source.close()


def numbers(n, **size):
    return [coded(number, **size) for number in range(n)]


def times_of(frames):
    return [frame.time_s for frame in frames]


def assert_read(path, times):
    """Check that all frames come, in order, at these times; return them."""
    frames = frames_of(path)
    assert [number_of(frame.image) for frame in frames] == list(range(len(times)))
    assert times_of(frames) == pytest.approx(times, abs=1e-3)
    return frames


# Times and ends.


@pytest.mark.parametrize("name", ["a.webm", "a.mkv"])
def test_a_nominal_rate_that_is_no_rate_is_not_believed(tmp_path, name):
    # What browsers record: "1000 frames a second", at times of their own.
    times = [0.0, *itertools.accumulate(itertools.islice(itertools.cycle(UNEVEN), 49))]
    path = write_movie(tmp_path / name, numbers(50), codec="libvpx", rate=1000, times=times)
    assert_read(path, times)


def test_how_many_frames_there_are_is_guessed_from_those_that_came(tmp_path):
    times = [0.0, *itertools.accumulate(itertools.islice(itertools.cycle(UNEVEN), 49))]
    path = write_movie(tmp_path / "a.webm", numbers(50), codec="libvpx", rate=1000, times=times)
    source = VideoSource(path)
    source.open()
    for _ in range(40):
        source.read()
    assert source.n_expected == pytest.approx(50, abs=3)
    source.close()


@pytest.mark.parametrize("sound_s", [30, 0.5])
@pytest.mark.parametrize("name", ["a.mkv", "a.mov", "a.avi"])
def test_sound_of_another_length_is_no_damage(tmp_path, name, sound_s):
    codec = "mpeg4" if name == "a.avi" else "libx264"
    path = write_movie(tmp_path / name, numbers(50), codec=codec, sound_s=sound_s)
    assert_read(path, [number / 25 for number in range(50)])


@pytest.mark.parametrize("sound_s", [0, 8])
def test_a_cut_matroska_is_damaged_whatever_its_sound(tmp_path, sound_s):
    path = write_movie(tmp_path / "a.mkv", numbers(200), options={"bf": "0"}, sound_s=sound_s)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 4 // 10])
    frames = []
    with pytest.raises(SourceError, match=r"damaged; it ends after \d\.\d of 8\.0 seconds\."):
        read_into(frames, path)
    assert [number_of(frame.image) for frame in frames] == list(range(len(frames)))
    assert len(frames) > 20


@pytest.mark.parametrize("name", ["a.mkv", "a.mov", "a.mp4"])
def test_a_picture_track_that_starts_later_keeps_its_distance(tmp_path, name):
    times = [3 + number / 25 for number in range(50)]
    if name == "a.mp4":
        path = with_aac(tmp_path / name, times)
    else:
        path = write_movie(tmp_path / name, numbers(50), times=times, sound_s=6)
    assert_read(path, times)


def with_aac(path, times):
    """Write a video with sound that an MP4 may have."""
    with av.open(str(path), "w") as file:
        track, sound = file.add_stream("libx264", rate=25), file.add_stream("aac", rate=48000)
        track.width, track.height, track.pix_fmt = 320, 240, "yuv420p"
        sound.layout = "mono"
        for start in range(0, 6 * 48000, 1024):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
            frame.sample_rate, frame.pts = 48000, start
            file.mux(sound.encode(frame))
        file.mux(sound.encode())
        for number, time_s in enumerate(times):
            frame = av.VideoFrame.from_ndarray(coded(number), format="bgr24")
            frame.pts, frame.time_base = round(time_s * 90_000), Fraction(1, 90_000)
            file.mux(track.encode(frame))
        file.mux(track.encode())
    return path


@pytest.mark.parametrize("n_order", ["0", "3"])
def test_an_avi_whose_frames_are_kept_in_another_order(tmp_path, n_order):
    path = write_movie(tmp_path / "a.avi", numbers(60), options={"bf": n_order})
    assert_read(path, [number / 25 for number in range(60)])


def test_stamps_that_begin_again_go_on(tmp_path):
    # Two recordings behind each other in one file, as camcorders and `cat` make it.
    for part in (0, 1):
        pictures = [coded(part * 30 + number) for number in range(30)]
        write_movie(tmp_path / f"{part}.ts", pictures)
    path = tmp_path / "a.ts"
    path.write_bytes(b"".join((tmp_path / f"{part}.ts").read_bytes() for part in (0, 1)))
    frames = frames_of(path)
    assert [number_of(frame.image) for frame in frames] == list(range(60))
    assert times_of(frames) == pytest.approx([number / 25 for number in range(60)], abs=1e-3)


# Containers.


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        *(("a.vob", "mpeg2video"), ("a.mod", "mpeg2video"), ("a.mpe", "mpeg2video")),
        *(("a.f4v", "libx264"), ("a.qt", "mjpeg"), ("a.mxf", "mpeg2video"), ("a.ivf", "libvpx")),
        *(("a.y4m", "rawvideo"), ("a.mjpeg", "mjpeg"), ("a.mjpg", "mjpeg"), ("a.m2t", "libx264")),
        *(("a.3g2", "libx264"), ("a.h264", "libx264"), ("a.hevc", "libx265"), ("a.nut", "mpeg4")),
        *(("a.asf", "mpeg4"), ("a.flv", "flv"), ("a.divx", "mpeg4"), ("a.m2v", "mpeg2video")),
    ],
)
def test_all_kinds_of_containers(tmp_path, name, codec):
    formats = {
        ".vob": "vob",
        ".mod": "vob",
        ".mpe": "mpeg",
        ".f4v": "mp4",
        ".qt": "mov",
        ".y4m": "yuv4mpegpipe",
        ".mjpg": "mjpeg",
        ".m2t": "mpegts",
        ".3g2": "3g2",
        ".divx": "avi",
        ".m2v": "mpeg2video",
    }
    path = tmp_path / name
    options = {"x265-params": "log-level=none"} if codec == "libx265" else {}
    pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    form = formats.get(path.suffix)
    pictures = numbers(30)
    if form == "vob":
        # Several tiny frames would share one stamp, which FFmpeg may write for the wrong one.
        grain = np.random.default_rng(0).integers(-20, 20, (240, 320, 3))
        pictures = [(picture + grain).astype(np.uint8) for picture in pictures]
        options = {"b": "4M"}
    write_movie(path, pictures, codec=codec, options=options, pix_fmt=pix_fmt, format=form)
    assert_read(path, [number / 25 for number in range(30)])


def test_a_camcorders_dv(tmp_path):
    path = tmp_path / "a.dv"
    write_movie(path, numbers(30, width=720, height=576), codec="dvvideo")
    frames = assert_read(path, [number / 25 for number in range(30)])
    assert frames[0].image.shape == (576, 768, 3), "its pixels are 16 by 15"


# What is seen.


def quadrants(width=320, height=240):
    """Return a picture whose corners differ."""
    image = np.zeros((height, width, 3), np.uint8)
    for row, column, level in ((0, 0, 40), (0, 1, 100), (1, 0, 160), (1, 1, 220)):
        y, x = row * height // 2, column * width // 2
        image[y : y + height // 2, x : x + width // 2] = level
    return image


def corners(image):
    """Return the levels of the corners: 0 to 3, top left first, then top right."""
    height, width = image.shape[:2]
    places = itertools.product((height // 4, height * 3 // 4), (width // 4, width * 3 // 4))
    return [round((float(image[y, x].mean()) - 40) / 60) for y, x in places]


MATRICES = {
    (0, False): [0, 1, 2, 3],
    (0, True): [1, 0, 3, 2],
    (180, False): [3, 2, 1, 0],
    (180, True): [2, 3, 0, 1],
    (90, False): [1, 3, 0, 2],  # to the left
    (-90, False): [2, 0, 3, 1],
    (90, True): [3, 1, 2, 0],
    (-90, True): [0, 2, 1, 3],
}


@pytest.mark.parametrize(
    ("name", "matrix"),
    [
        *itertools.product(("a.mp4", "a.mov"), MATRICES),
        *(("a.mkv", (degrees, False)) for degrees in (180, 90, -90)),  # it knows no mirrors
    ],
)
def test_it_is_upright_and_mirrored_as_the_matrix_says(tmp_path, name, matrix):
    degrees, is_mirrored = matrix

    def prepare(track):
        track.set_display_rotation(degrees, hflip=is_mirrored)

    path = write_movie(tmp_path / name, [quadrants()] * 3, prepare=prepare)
    image = frames_of(path)[1].image
    assert image.shape == ((320, 240, 3) if abs(degrees) == 90 else (240, 320, 3))
    assert corners(image) == MATRICES[matrix]


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (Fraction(2), (640, 240)),
        (Fraction(1, 2), (320, 480)),
        (Fraction(16, 15), (341, 240)),
        (Fraction(500), (320, 240)),
    ],
)
@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.ts"])
def test_pixels_become_square(tmp_path, name, shape, size):
    def prepare(track):
        track.codec_context.sample_aspect_ratio = shape

    path = write_movie(tmp_path / name, numbers(5), prepare=prepare)
    frames = frames_of(path)
    assert [number_of(frame.image) for frame in frames] == list(range(5))
    assert frames[0].image.shape[1::-1] == pytest.approx(size, abs=1)


@pytest.mark.parametrize("name", ["a.webm", "a.ts"])
def test_each_frame_has_the_size_that_it_has_in_the_stream(tmp_path, name):
    sizes, path = [(320, 240), (240, 320), (640, 120)], tmp_path / name
    codec = "libvpx" if name == "a.webm" else "libx264"
    with av.open(str(path), "w") as file:
        track = file.add_stream(codec, rate=25)
        track.width, track.height, track.pix_fmt = 320, 240, "yuv420p"
        for part, (width, height) in enumerate(sizes):
            encoder = av.CodecContext.create(codec, "w")
            encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuv420p"
            encoder.time_base, encoder.rate = Fraction(1, 25), 25
            encoder.options = {"bf": "0"} if name == "a.ts" else {}
            for number in range(part * 10, part * 10 + 10):
                picture = coded(number, width, height)
                frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
                frame.pts, frame.time_base = number, Fraction(1, 25)
                mux(file, track, encoder.encode(frame))
            mux(file, track, encoder.encode())
    frames = assert_read(path, [number / 25 for number in range(30)])
    assert [frames[at].image.shape[1::-1] for at in (0, 10, 29)] == sizes


def mux(file, track, packets):
    for packet in packets:
        packet.stream, packet.time_base = track, Fraction(1, 25)
        file.mux(packet)


COLORS = [
    # Levels of the planes, format, matrix (1 is BT.709, 5 BT.601), range (2 is full), BGR.
    ((81, 90, 240), "yuv420p", 5, 1, (0, 0, 255)),
    ((63, 102, 240), "yuv420p", 1, 1, (0, 0, 255)),
    ((76, 85, 255), "yuv420p", 5, 2, (0, 0, 254)),
    ((54, 99, 255), "yuv420p", 1, 2, (0, 0, 254)),
    ((252, 408, 960), "yuv420p10le", 1, 1, (0, 0, 255)),
    ((1008, 1632, 3840), "yuv422p12le", 1, 1, (0, 0, 255)),
    ((235, 128, 128), "yuv420p", 5, 1, (255, 255, 255)),
    ((235, 128, 128), "yuv444p", 5, 2, (235, 235, 235)),
    ((200,), "gray", None, None, (200, 200, 200)),
    ((200 << 4,), "gray12le", None, None, (200, 200, 200)),
]


@pytest.mark.parametrize(("levels", "pix_fmt", "matrix", "full", "expected"), COLORS)
def test_colors_are_those_that_the_file_means(tmp_path, levels, pix_fmt, matrix, full, expected):
    def prepare(track):
        if matrix is not None:
            track.codec_context.colorspace, track.codec_context.color_range = matrix, full

    frame = plane_frame(levels, pix_fmt, colorspace=matrix, color_range=full)
    path = write_movie(tmp_path / "a.mkv", [frame], codec="ffv1", pix_fmt=pix_fmt, prepare=prepare)
    (read,) = frames_of(path)
    assert np.abs(read.image.astype(int) - expected).max() <= 3


def of_light(rgb, primaries, transfer):
    """Return levels of luminance and its differences, BT.2020, that mean sRGB's levels."""
    part = np.array(rgb) / 255
    light = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    if primaries == 9:
        matrix = [[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]]
        light = np.array(matrix) @ light
    levels = {
        13: lambda: np.where(
            light <= 0.0031308, 12.92 * light, 1.055 * light.clip(1e-6) ** (1 / 2.4) - 0.055
        ),
        16: lambda: pq_of(light * 203),
        18: lambda: hlg_of((light * 203 / 1000) ** (1 / 1.2)),
    }[transfer]()
    luminance = levels @ [0.2627, 0.678, 0.0593]
    parts = luminance, (levels[2] - luminance) / 1.8814, (levels[0] - luminance) / 1.4746
    return [round(64 + 876 * parts[0]), *(round(512 + 896 * part) for part in parts[1:])]


def pq_of(nits):
    """Return levels by SMPTE ST 2084."""
    power = (nits / 10_000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375


def hlg_of(light):
    """Return levels by ITU-R BT.2100, of what a camera sees."""
    bright = 0.17883277 * np.log((12 * light - 0.28466892).clip(1e-6)) + 0.55991073
    return np.where(light <= 1 / 12, np.sqrt(3 * light), bright)


@pytest.mark.parametrize("primaries", [1, 9])
@pytest.mark.parametrize("transfer", [13, 16, 18])
@pytest.mark.parametrize("rgb", [(220, 150, 120), (90, 60, 50), (128, 128, 128), (254, 254, 254)])
def test_wide_colors_and_those_of_brighter_screens_look_as_they_should(
    tmp_path, primaries, transfer, rgb
):
    def prepare(track):
        codec = track.codec_context
        codec.color_primaries, codec.color_trc = primaries, transfer
        codec.colorspace, codec.color_range = 9, 1

    frame = plane_frame(of_light(rgb, primaries, transfer), "yuv444p10le", colorspace=9)
    more = {"codec": "ffv1", "pix_fmt": "yuv444p10le", "prepare": prepare}
    (read,) = frames_of(write_movie(tmp_path / "a.mkv", [frame], **more))
    # Curves for ten bits have steps of several levels where eight are left.
    assert np.abs(read.image[:, :, ::-1].astype(int) - rgb).max() <= 6


@pytest.mark.parametrize(
    ("codec", "name"), [("png", "a.mov"), ("qtrle", "a.mov"), ("ffv1", "a.mkv")]
)
def test_what_is_transparent_is_gray(tmp_path, codec, name):
    picture = np.zeros((48, 64, 4), np.uint8)
    picture[:, :32] = (200, 200, 200, 255)
    picture[:, 32:] = (0, 0, 0, 0)
    form, name = {"png": ("rgba", "mov"), "qtrle": ("argb", "mov"), "ffv1": ("bgra", "mkv")}[codec]
    frame = av.VideoFrame.from_ndarray(picture, format="rgba").reformat(format=form)
    path = write_movie(tmp_path / f"a.{name}", [frame], codec=codec, pix_fmt=form)
    (read,) = frames_of(path)
    assert read.image[10, 10].tolist() == [200] * 3
    assert read.image[10, 50].tolist() == [128] * 3


# Interlaced.


def bar(x, width=720, height=576):
    image = np.full((height, width, 3), 40, np.uint8)
    image[:, x : x + 60] = 230
    return image


def comb(number, first):
    """Return a frame with a bar that moves on between its two halves: the picture has teeth."""
    image = bar(40 + number * 20)
    image[1 - first :: 2] = bar(50 + number * 20)[1 - first :: 2]
    return image


def teeth(image):
    """Return how far each row is from the two beside it, which are of the same half."""
    gray = image[:, :, 0].astype(int)
    beside = (gray[:-2] + gray[2:]) / 2
    return float(np.abs(gray[1:-1] - beside)[4:-4].mean())


INTERLACED = {
    "a.mts": ("libx264", {"flags": "+ildct+ilme", "x264-params": "tff=1"}, 0),
    "a.mp4": ("libx264", {"flags": "+ildct+ilme", "x264-params": "bff=1"}, 1),
    "a.vob": ("mpeg2video", {"flags": "+ildct+ilme", "b": "8000000"}, 0),
    "a.mkv": ("mpeg2video", {"flags": "+ildct+ilme", "b": "8000000"}, 0),
    "a.avi": ("dvvideo", {}, 1),
}


@pytest.mark.parametrize("name", INTERLACED)
def test_interlaced_frames_become_whole_pictures(tmp_path, name):
    codec, options, first = INTERLACED[name]
    frames = [interlaced(comb(number, first), first) for number in range(25)]
    form = "vob" if name == "a.vob" else None
    path = write_movie(tmp_path / name, frames, codec=codec, options=options, format=form)
    frames = frames_of(path)
    assert len(frames) == 25
    assert times_of(frames) == pytest.approx([number / 25 for number in range(25)], abs=1e-3)
    for number, frame in enumerate(frames):
        image = frame.image[:, :: frame.image.shape[1] // 720]
        assert teeth(image) < teeth(comb(number, first)) / 3, number
        # Not one of the other frames: the bar is where this one's halves have it.
        at = (45 + number * 20 + 30) * image.shape[1] / 720
        found = np.flatnonzero(image[288, :, 0] > 135)
        assert found.mean() == pytest.approx(at, abs=8), number


def interlaced(picture, first):
    """Return a frame of two halves; their colors are not mixed."""
    frame = av.VideoFrame(720, 576, "yuv420p")
    planes = [picture[:, :, 0] * 0.86 + 16, np.full((288, 360), 128), np.full((288, 360), 128)]
    for plane, levels in zip(frame.planes, planes, strict=True):
        rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
        rows[:, : plane.width] = levels.astype(np.uint8)
    return frame


# Tracks.


def test_a_cover_is_no_video(tmp_path):
    path = tmp_path / "a.m4a"
    cover(path, with_video=False)
    path = path.rename(tmp_path / "a.mp4")
    with pytest.raises(SourceError, match=r"a\.mp4: there is no video in it"):
        VideoSource(path).open()


def test_the_video_is_read_and_not_its_cover(tmp_path):
    path = cover(tmp_path / "a.m4a", with_video=True)
    assert_read(path.rename(tmp_path / "a.mp4"), [number / 25 for number in range(20)])


def cover(path, *, with_video):
    """Write a cover picture first, then sound, then perhaps a video."""
    with av.open(str(path), "w", format="mp4" if path.suffix == ".m4a" else None) as file:
        picture = file.add_stream("mjpeg", rate=1)
        picture.width, picture.height, picture.pix_fmt = 320, 240, "yuvj420p"
        picture.disposition = av.stream.Disposition.attached_pic
        sound = file.add_stream("aac", rate=48000)
        sound.layout = "mono"
        track = file.add_stream("libx264", rate=25) if with_video else None
        if track:
            track.width, track.height, track.pix_fmt = 320, 240, "yuv420p"
        file.mux(picture.encode(av.VideoFrame.from_ndarray(coded(255), format="bgr24")))
        file.mux(picture.encode())
        for start in range(0, 48000, 1024):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
            frame.sample_rate, frame.pts = 48000, start
            file.mux(sound.encode(frame))
        file.mux(sound.encode())
        for number in range(20 if track else 0):
            file.mux(track.encode(av.VideoFrame.from_ndarray(coded(number), format="bgr24")))
        file.mux(track.encode() if track else [])
    return path


# What is damaged, and what stays behind.


def test_frames_that_cannot_be_decoded_are_told(tmp_path):
    path = write_movie(tmp_path / "a.mp4", numbers(100), codec="mpeg4", options={"g": "1"})
    data = bytearray(path.read_bytes())
    start = data.index(b"mdat") + 4
    half = (data.index(b"moov") - start) // 2
    data[start + half // 2 : start + half // 2 + half] = bytes(half)
    path.write_bytes(data)
    frames = []
    with pytest.raises(SourceError, match=r"damaged; \d+ of 100 frames can be read\."):
        read_into(frames, path)
    read = [number_of(frame.image) for frame in frames]
    assert 30 < len(read) < 70
    assert read == sorted(read)


def test_an_mp4_whose_end_is_missing_gives_all_before_it(tmp_path):
    path = write_movie(
        tmp_path / "a.mp4",
        numbers(100),
        codec="mpeg4",
        container_options={"movflags": "faststart"},
    )
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    frames = []
    with pytest.raises(SourceError, match=r"damaged; it ends after \d+ of 100 frames\."):
        read_into(frames, path)
    assert [number_of(frame.image) for frame in frames] == list(range(len(frames)))
    assert 30 < len(frames) < 80


@pytest.mark.parametrize("name", ["a.avi", "a.flv"])
def test_a_frame_within_which_the_file_ends_is_not_made_up(tmp_path, name):
    """What is missing of it would be taken from the picture before."""
    codec = {"a.avi": "mpeg4", "a.flv": "flv"}[name]
    path = write_movie(tmp_path / name, numbers(30), codec=codec, options={"g": "5"})
    whole, n_before = path.read_bytes(), 0
    for share in (50, 60, 70, 80):
        path.write_bytes(whole[: len(whole) * share // 100])
        frames = []
        with contextlib.suppress(SourceError):
            read_into(frames, path)
        read = [number_of(frame.image) for frame in frames]
        assert read == list(range(len(read)))
        assert len(read) > n_before
        n_before = len(read)


def test_no_thread_of_the_decoder_stays_behind(tmp_path):
    path = write_movie(tmp_path / "a.mp4", numbers(10))
    frames_of(path)
    process = psutil.Process()
    before = process.num_threads()
    for _ in range(5):
        source = VideoSource(path)
        source.open()
        source.read()
        source.close()
    assert process.num_threads() <= before


def test_frames_that_are_done_with_leave_memory_at_once(tmp_path):
    path = write_movie(tmp_path / "a.avi", numbers(40), codec="mjpeg", pix_fmt="yuvj420p")
    source = VideoSource(path)
    source.open()

    def n_frames():
        return sum(isinstance(each, av.VideoFrame) for each in gc.get_objects())

    gc.collect()
    n_before = n_frames()  # other tests' fixtures may hold some
    gc.disable()  # which would look for those that hold each other
    try:
        while source.read() is not None:
            pass
        n_kept = n_frames() - n_before
    finally:
        gc.enable()
        source.close()
    assert n_kept <= 3


def test_memory_does_not_grow_with_the_frames(tmp_path):
    path = write_movie(tmp_path / "a.mp4", numbers(1800, width=640, height=360), codec="mpeg4")
    source, process = VideoSource(path), psutil.Process()
    source.open()
    for _ in range(800):  # until the decoder's threads hold all that they ever do
        source.read()
    before = process.memory_info().rss
    while source.read() is not None:
        pass
    source.close()
    assert process.memory_info().rss - before < 20e6
