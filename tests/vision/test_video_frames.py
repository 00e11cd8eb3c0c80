"""Pictures by their numbers: the right one, in any order."""

import random

import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.video_frames import VideoFrames
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
    with pytest.raises(SourceError, match="can't be opened"):
        VideoFrames(tmp_path / "none.mp4").open()
