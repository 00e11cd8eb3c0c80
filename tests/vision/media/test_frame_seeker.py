"""Pictures by their numbers: the right one, in any order."""

import itertools
import random

import numpy as np
import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.frame_seeker import VideoFrames
from fer_desktop.vision.media.video_source import VideoSource
from tests import movies
from tests.recorded import SIZE, number_of, write_video

N = 75


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return write_video(tmp_path_factory.mktemp("video") / "video.mp4", N)


@pytest.fixture
def frames(file):
    frames = VideoFrames(file)
    frames.open()
    yield frames
    frames.close()


def test_one_after_the_other(frames):
    assert [number_of(frames.picture(n)) for n in range(N)] == list(range(N))
    assert frames.picture(5).shape == (SIZE[1], SIZE[0], 3)


def test_in_any_order(frames):
    order = list(range(N)) * 2
    random.Random(3).shuffle(order)
    assert [number_of(frames.picture(n)) for n in order] == order


def test_the_same_again_is_not_read_again(frames):
    assert frames.picture(7) is frames.picture(7)


@pytest.mark.parametrize("number", [-1, N, 10_000])
def test_there_is_none_beyond_the_ends(frames, number):
    assert frames.picture(number) is None
    assert number_of(frames.picture(3)) == 3


def test_a_closed_video_gives_nothing(file):
    frames = VideoFrames(file)
    assert frames.picture(0) is None
    frames.close()


@pytest.mark.parametrize("content", [b"", b"#EXTM3U", b"\0\0\0\x18ftypmp42 cut"])
def test_what_is_no_video_says_so(tmp_path, content):
    file = tmp_path / "video.mp4"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=r"video\.mp4"):
        VideoFrames(file).open()
    with pytest.raises(SourceError, match="there is no such file"):
        VideoFrames(tmp_path / "none.mp4").open()


STEPS_S = (1 / 60, 1 / 30, 0.1, 1 / 24, 0.5, 1 / 15, 0.7)
UNEVEN = [0.0, *itertools.accumulate(itertools.islice(itertools.cycle(STEPS_S), 99))]
KINDS = {
    "uneven.mp4": {"times": UNEVEN, "options": {"bf": "3", "g": "20"}},
    "uneven.mkv": {"times": UNEVEN, "options": {"bf": "3", "g": "20"}},
    "uneven.webm": {"times": UNEVEN, "codec": "libvpx", "options": {"g": "20"}},
    "open.ts": {"options": {"bf": "3", "g": "12"}},
    "long.ts": {"options": {"bf": "3", "g": "1000"}},
    "later.mov": {"times": [3 + time_s for time_s in UNEVEN], "sound_s": 5},
    "a.mpg": {"codec": "mpeg2video", "options": {"g": "12", "bf": "2", "b": "4M"}},
    "a.vob": {"codec": "mpeg2video", "options": {"g": "12", "b": "4M"}, "format": "vob"},
    "a.avi": {"codec": "mpeg4", "options": {"g": "12"}},
    "order.avi": {"options": {"bf": "3", "g": "12"}},
    "a.h264": {"options": {"bf": "3", "g": "12"}},
    "a.mxf": {"codec": "mpeg2video", "options": {"g": "12", "bf": "2"}},
}


@pytest.mark.parametrize("name", KINDS)
def test_the_picture_of_a_row_is_that_row_s_in_any_container(tmp_path, name):
    # What a review asks for: number and time of a row, both as reading gave them.
    pictures = [movies.coded(number) for number in range(100)]
    if name.endswith((".mpg", ".vob")):
        # Several tiny frames would share one stamp, and after a jump FFmpeg guesses the others.
        grain = np.random.default_rng(0).integers(-20, 20, (240, 640, 3))
        moved = [grain[:, number * 3 : number * 3 + 320] for number in range(100)]
        pictures = [
            (one + other).astype(np.uint8) for one, other in zip(pictures, moved, strict=True)
        ]
    path = movies.write_movie(tmp_path / name, pictures, **KINDS[name])
    source = VideoSource(path)
    source.open()
    times = [frame.time_s for frame in iter(source.read, None)]
    source.close()
    frames = VideoFrames(path)
    frames.open()
    order = [90, 3, 50, 51, 52, 20, 99, 0, 98, 61, 45]
    assert [movies.number_of(frames.picture(n, times[n])) for n in order] == order
    # By number alone too, and from row to row of which only each seventh frame has one.
    assert [movies.number_of(frames.picture(n)) for n in (7, 77, 33)] == [7, 77, 33]
    if name not in ("order.avi", "a.h264"):  # these have no times to find a frame by
        few = range(0, 100, 7)
        found = [frames.picture(number, times[n]) for number, n in enumerate(few)]
        assert [movies.number_of(image) for image in found] == list(few)
    frames.close()


def test_a_time_that_no_frame_has_leaves_the_number(tmp_path):
    pictures = [movies.coded(number) for number in range(40)]
    path = movies.write_movie(tmp_path / "a.mp4", pictures)
    frames = VideoFrames(path)
    frames.open()
    assert movies.number_of(frames.picture(17, 12.34)) == 17
    assert frames.picture(99, 12.34) is None
    frames.close()


def test_a_file_that_begins_without_stamps_is_counted(tmp_path):
    """Matroska knows no time before its beginning; the rows of these frames have made-up ones."""
    path = movies.write_movie(
        tmp_path / "a.mkv",
        [movies.coded(number) for number in range(30)],
        times=[number / 25 - 0.4 for number in range(30)],
        container_options={"avoid_negative_ts": "disabled"},
    )
    source = VideoSource(path)
    source.open()
    times = [frame.time_s for frame in iter(source.read, None)]
    source.close()
    frames = VideoFrames(path)
    frames.open()
    assert [movies.number_of(frames.picture(n, times[n])) for n in (7, 18, 4)] == [7, 18, 4]
    frames.close()


def read_all(path):
    """Return the numbers and times of all frames, one after the other."""
    source = VideoSource(path)
    source.open()
    found = [(movies.number_of(frame.image), frame.time_s) for frame in iter(source.read, None)]
    source.close()
    return found


def assert_found_again(path, expected):
    rows = read_all(path)
    assert [number for number, _ in rows] == expected
    order = list(range(len(rows)))
    random.Random(1).shuffle(order)
    for has_times in (True, False):
        frames = VideoFrames(path)
        frames.open()
        found = [frames.picture(n, rows[n][1] if has_times else None) for n in order]
        frames.close()
        assert [movies.number_of(image) for image in found] == [expected[n] for n in order]


def test_a_recording_that_begins_within_frames_that_need_earlier_ones(tmp_path):
    options = {"bf": "2", "g": "12", "x264-params": "open-gop=1"}
    pictures = [movies.coded(number) for number in range(60)]
    data = movies.write_movie(tmp_path / "whole.ts", pictures, options=options).read_bytes()
    (tmp_path / "cut.ts").write_bytes(data[len(data) // 188 // 3 * 188 :])
    rows = read_all(tmp_path / "cut.ts")
    assert len(rows) > 20
    assert_found_again(tmp_path / "cut.ts", list(range(rows[0][0], 60)))


def test_two_recordings_in_one_file(tmp_path):
    pictures = [movies.coded(number) for number in range(30)]
    options = {"bf": "2", "g": "10"}
    data = movies.write_movie(tmp_path / "one.ts", pictures, options=options).read_bytes()
    (tmp_path / "two.ts").write_bytes(data * 2)
    assert_found_again(tmp_path / "two.ts", list(range(30)) * 2)


@pytest.mark.parametrize("overlap_s", [0.04, 0.06, 0.3, 0.9, 1.5])
@pytest.mark.parametrize(("first_order", "second_order"), [("2", "2"), ("3", "0"), ("0", "3")])
def test_two_recordings_whose_times_overlap(tmp_path, overlap_s, first_order, second_order):
    """The rows' times go on growing, and some are those that other frames have as stamps."""
    data, start_s = b"", 1.0
    for part, order in enumerate((first_order, second_order)):
        pictures = [movies.coded(60 * part + number) for number in range(50)]
        times = [start_s + number / 25 for number in range(50)]
        options = {"bf": order, "g": "10"}
        more = {"options": options, "times": times, "container_options": {"mpegts_copyts": "1"}}
        data += movies.write_movie(tmp_path / "part.ts", pictures, **more).read_bytes()
        start_s += 2 - overlap_s
    (tmp_path / "two.ts").write_bytes(data)
    times = [time_s for _, time_s in read_all(tmp_path / "two.ts")]
    assert all(later > time_s for time_s, later in itertools.pairwise(times))
    assert_found_again(tmp_path / "two.ts", [*range(50), *range(60, 110)])
