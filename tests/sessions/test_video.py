"""A session's video is made playable before it is used; no other video is touched."""

import os
import shutil

import pytest

from fer_desktop.core.errors import SessionError, SourceError
from fer_desktop.sessions.files import is_playable
from fer_desktop.sessions.video import make_file_playable, make_playable
from tests.recorded import cut_video, number_of, write_session
from tests.vision.media.test_video_writer import played


@pytest.fixture
def folder(tmp_path):
    return cut_video(write_session(tmp_path / "session"))


def test_what_was_done_is_told_once(folder):
    words = make_playable(folder)
    pictures = played(folder / "video.mp4")[1]
    assert words.startswith(f"The video had no end; its {len(pictures)} pictures are saved")
    assert [number_of(picture) for picture in pictures] == list(range(len(pictures)))
    assert 60 < len(pictures) < 75
    assert make_playable(folder) == ""


def test_what_can_not_be_saved_is_told(folder):
    os.utime(folder / "faces.csv")
    with pytest.raises(SessionError, match="still be recorded"):
        make_playable(folder)
    with pytest.raises(SourceError, match="still be recorded"):
        make_file_playable(folder / "video.mp4")


def test_a_sessions_video_may_be_given_alone(folder):
    numbers = []
    words = make_file_playable(folder / "video.mp4", lambda pictures: noted(pictures, numbers))
    assert str(len(numbers)) in words
    assert is_playable(folder / "video.mp4")


def noted(pictures, numbers):
    for picture in pictures:
        numbers.append(number_of(picture))
        yield picture


@pytest.mark.parametrize("name", ["holiday.mp4", "video.mp4"])
def test_other_videos_are_left_as_they_are(folder, tmp_path, name):
    place = folder if name != "video.mp4" else tmp_path / "elsewhere"
    place.mkdir(exist_ok=True)
    shutil.copy2(folder / "video.mp4", place / name)
    before = (place / name).read_bytes()
    assert make_file_playable(place / name) == ""
    assert (place / name).read_bytes() == before
