"""When a video was made: as the file itself says, else as the folder's entry says."""

import os
from datetime import UTC, datetime

import av
import pytest

from fer_desktop.vision.media.video_start import made_utc
from tests.movies import coded, write_movie

ENTRY_S = datetime(2026, 6, 4, 9, 54, 3, 48_000, UTC).timestamp()


def movie(path, **tags):
    """Write a video of two frames with these tags of its container."""
    write_movie(path, [coded(0, 64, 48), coded(1, 64, 48)])
    tagged = path.with_name(f"tagged{path.suffix}")
    with av.open(str(path)) as source, av.open(str(tagged), "w") as target:
        target.metadata.update(tags)
        track = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = track
                target.mux(packet)
    os.utime(tagged, (ENTRY_S, ENTRY_S))
    return tagged


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_the_file_says_when_it_was_recorded(tmp_path, suffix):
    video = movie(tmp_path / f"a{suffix}", creation_time="2025-03-01T08:07:06.000000Z")
    assert made_utc(video) == "2025-03-01T08:07:06.000Z"


@pytest.mark.parametrize("tags", [{}, {"creation_time": "1904-01-01T00:00:00.000000Z"}])
def test_a_file_that_does_not_say_is_as_old_as_its_entry(tmp_path, tags):
    """A camera whose clock was never set counts from 1904, as the format does, or from 1970."""
    assert made_utc(movie(tmp_path / "a.mp4", **tags)) == "2026-06-04T09:54:03.048Z"


def test_a_file_that_is_gone_says_nothing(tmp_path):
    assert made_utc(tmp_path / "gone.mp4") == ""
