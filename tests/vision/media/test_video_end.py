"""When a video ends, as its file says, whatever its rate and its container."""

import pytest

from fer_desktop.sessions.episodes import episodes
from fer_desktop.vision.media.video_end import end_of_video
from tests.export.recordings import face_row
from tests.movies import coded, write_movie

TIMES = [0.0, 0.1, 0.2, 0.3, 1.0, 1.1, 1.2]


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.avi", "a.webm"])
def test_it_is_after_the_last_picture(tmp_path, name):
    codec = {"a.avi": "mpeg4", "a.webm": "libvpx"}.get(name, "libx264")
    path = write_movie(tmp_path / name, [coded(n) for n in range(10)], codec=codec, rate=10)
    assert end_of_video(path) == pytest.approx(1.0, abs=0.11)


def test_of_every_tenth_frame_no_event_outlasts_a_video_of_varying_rate(tmp_path):
    path = write_movie(tmp_path / "a.mp4", [coded(n) for n in range(7)], times=TIMES)
    end_s = end_of_video(path)
    assert 1.2 < end_s < 1.5
    rows = [face_row(n, "fear", time_s=TIMES[n]) for n in (0, 4)]
    (free,), (held,) = list(episodes(rows)), list(episodes(rows, lambda _: end_s))
    assert free.end_s == pytest.approx(2.0)
    assert held.end_s == end_s


def test_what_is_no_video_has_no_end(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"nothing")
    assert end_of_video(tmp_path / "a.mp4") is None
    assert end_of_video(tmp_path / "gone.mp4") is None
