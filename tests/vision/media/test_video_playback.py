"""A video that is played: every moment of it can be gone to, and it goes on from there."""

import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.video_playback import VideoPlayback
from tests.movies import coded, number_of, write_movie

N, RATE = 60, 25


@pytest.fixture(scope="module", params=["clip.mp4", "clip.mkv", "clip.webm", "clip.avi"])
def movie(request, tmp_path_factory):
    codec = {"clip.webm": "libvpx", "clip.avi": "mpeg4"}.get(request.param, "libx264")
    options = {"g": "20"} if codec != "libvpx" else {}
    path = tmp_path_factory.mktemp("played") / request.param
    return write_movie(path, [coded(n) for n in range(N)], codec=codec, options=options)


@pytest.fixture
def video(movie):
    playback = VideoPlayback(movie)
    playback.open()
    yield playback
    playback.close()


def shown(video, read):
    assert read is not None
    assert read.number == number_of(video.picture(read))
    return read.number


def test_it_says_how_long_it_is(video):
    assert video.length_s == pytest.approx(N / RATE, abs=0.05)
    assert video.step_s == pytest.approx(1 / RATE)


def test_any_moment_shows_its_own_frame_and_goes_on_from_there(video):
    for number in (37, 5, 59, 0, 20, 19, 58, 21, 22, 23, 7):
        assert shown(video, video.go_to(number / RATE)) == number
        assert shown(video, video.go_to((number + 0.6) / RATE)) == number  # it lasts until the next
    assert shown(video, video.next()) == 8
    assert shown(video, video.next()) == 9


def test_steps_back_to_the_first_frame(video):
    video.go_to(3 / RATE)
    assert [shown(video, video.before()) for _ in range(5)] == [2, 1, 0, 0, 0]
    assert shown(video, video.next()) == 1


def test_behind_the_end_is_the_last_frame_and_nothing_follows(video):
    assert shown(video, video.go_to(100.0)) == N - 1
    assert video.next() is None
    assert shown(video, video.go_to(0.0)) == 0


def test_a_frame_that_was_put_back_comes_again(video):
    video.next()
    read = video.next()
    video.put_back(read)
    assert video.next() is read
    assert shown(video, video.next()) == 2


def test_a_search_that_is_not_wanted_any_more_ends(video):
    assert shown(video, video.go_to(50 / RATE, lambda: False)) < 50


def test_a_damaged_file_is_told_at_its_end_and_can_be_looked_at_before(tmp_path):
    path = write_movie(tmp_path / "bad.mkv", [coded(n) for n in range(N)], options={"g": "10"})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    video = VideoPlayback(path)
    video.open()
    with pytest.raises(SourceError, match="damaged"):
        list(iter(video.next, None))
    assert video.go_to(0.0) is not None
    video.close()
