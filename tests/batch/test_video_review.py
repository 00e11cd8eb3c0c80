"""A video becomes a session: every frame a row, with its own pictures beside it."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from fer_desktop.batch import video_review
from fer_desktop.core.errors import FerError
from fer_desktop.core.settings import Settings
from fer_desktop.vision.media.video_source import VideoSource
from tests.system.test_background import ended

SETTINGS = Settings(model="seed", video_search="fast")


@pytest.fixture
def made(video, tmp_path):
    return ended(video_review.analyze(video, SETTINGS, tmp_path / "session")), tmp_path


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
    job = ended(video_review.analyze(file, SETTINGS, tmp_path / "session"))
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
    job = ended(video_review.analyze(video, SETTINGS, tmp_path / "session"))
    assert job.result.table.times.size == 5
    assert job.result.files.problems == ["The video is damaged."]


class Stopped(video_review.SoFar):
    """Ends the analysis after so many frames."""

    n = 12

    def keep(self, writer, key, place):
        super().keep(writer, key, place)
        if place.n_frames == self.n:
            raise FerError("stopped")


def test_an_analysis_that_was_stopped_goes_on_to_the_same_rows(made, video, tmp_path, monkeypatch):
    monkeypatch.setattr(video_review, "PLACE_EVERY_S", 0)
    so_far, folder = Stopped(), tmp_path / "stopped"
    job = ended(video_review.analyze(video, SETTINGS, folder, so_far))
    assert job.problem == "stopped"
    read, frame = [], VideoSource.read
    monkeypatch.setattr(VideoSource, "read", lambda source: read.append(1) or frame(source))
    job = ended(video_review.analyze(video, SETTINGS, folder, so_far))
    assert len(read) == 30 - Stopped.n + 1, "and the end"
    assert (job.n_done, job.problem) == (30, "")
    whole = tmp_path / "session"
    again = job.result.files.folder
    assert (again / "faces.csv").read_bytes() == (whole / "faces.csv").read_bytes()
    infos = [json.loads((f / "session.json").read_text("utf-8")) for f in (again, whole)]
    assert infos[0]["counts"] == infos[1]["counts"]
    assert infos[0]["frame_size"] == [320, 320]


def test_with_other_settings_it_begins_anew(video):
    so_far = video_review.SoFar()
    writer = SimpleNamespace(so_far=lambda: "rows")
    so_far.keep(writer, ("stamp", "seed"), "place")
    assert so_far.has_rows
    assert so_far.found(("stamp", "seed")).rows == "rows"
    assert so_far.found(("stamp", "other")) is None
