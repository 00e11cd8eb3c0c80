"""A video becomes a session: every frame a row, with its own pictures beside it."""

import json

import numpy as np
import pytest

from fer_desktop.batch import video_review
from fer_desktop.core.settings import Settings
from tests.system.test_background import ended


@pytest.fixture
def made(video, tmp_path):
    return ended(
        video_review.analyze(video, Settings(model="seed"), tmp_path / "session")
    ), tmp_path


def test_all_frames_are_there_in_the_videos_time(made, video):
    job, tmp_path = made
    session = job.result
    assert job.problem == ""
    np.testing.assert_allclose(session.table.times, np.arange(30) / 15, atol=1e-4)
    assert list(session.table.pictures) == list(range(30))
    assert session.video == video
    assert session.table.faces[0].times.size > 20
    info = json.loads((tmp_path / "session" / "session.json").read_text("utf-8"))
    assert info["state"] == "ended"
    assert info["frame_size"] == [320, 320]
    assert info["source"] == {"kind": "video", "name": "clip.mp4", "path": str(video)}


def test_what_is_no_video_is_told(tmp_path):
    file = tmp_path / "text.mp4"
    file.write_text("no video", encoding="utf-8")
    job = ended(video_review.analyze(file, Settings(model="seed"), tmp_path / "session"))
    assert job.result is None
    assert "not a video" in job.problem
    assert not (tmp_path / "session").exists()


def test_a_video_that_is_cut_is_shown_as_far_as_it_goes(video, tmp_path, monkeypatch):
    from fer_desktop.core.errors import SourceError
    from fer_desktop.vision.media.video_source import VideoSource

    whole = VideoSource.read

    def read(self):
        if self._index == 5:
            raise SourceError("The video is damaged.")
        return whole(self)

    monkeypatch.setattr(VideoSource, "read", read)
    job = ended(video_review.analyze(video, Settings(model="seed"), tmp_path / "session"))
    assert job.result.table.times.size == 5
    assert job.result.files.problems == ["The video is damaged."]
