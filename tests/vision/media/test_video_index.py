"""The times of all frames without decoding one are those that reading gives."""

import itertools

import numpy as np
import pytest

from fer_desktop.vision.media.video_index import index_of
from tests.movies import coded, write_movie
from tests.vision.media.test_video_reader import UNEVEN, frames_of, times_of

N = 60
TIMES = [0.0, *itertools.accumulate(itertools.islice(itertools.cycle(UNEVEN), N - 1))]
MOVIES = {
    "uneven.mp4": {"times": TIMES, "options": {"bf": "3"}},
    "uneven.mkv": {"times": TIMES, "options": {"bf": "3"}},
    "uneven.webm": {"times": TIMES, "codec": "libvpx", "options": {"auto-alt-ref": "1"}},
    "plain.mp4": {"codec": "mpeg4"},
    "a.ts": {"options": {"bf": "3", "g": "12"}},
    "a.mpg": {"codec": "mpeg2video", "options": {"g": "12"}},
    "a.avi": {"codec": "mpeg4", "options": {"g": "12"}},
    "later.mov": {"times": [3 + time_s for time_s in TIMES], "sound_s": 5},
}


@pytest.mark.parametrize("name", MOVIES)
def test_the_index_is_what_reading_gives(tmp_path, name):
    path = write_movie(tmp_path / name, [coded(number) for number in range(N)], **MOVIES[name])
    np.testing.assert_allclose(index_of(path), times_of(frames_of(path)), atol=1e-6)


def test_pieces_without_a_time_make_no_index(tmp_path):
    path = write_movie(tmp_path / "a.h264", [coded(number) for number in range(5)])
    assert index_of(path).size == 0
