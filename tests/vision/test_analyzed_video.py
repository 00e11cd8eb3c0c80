"""Every frame of a video file, with the container's times, and nothing made up."""

import pytest

from fer_desktop.core.errors import SourceError
from fer_desktop.core.tracker import Tracker
from fer_desktop.vision.analyzed_video import analyzed_frames
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.media.video_source import VideoSource
from tests.fakes import FixedClassifier, FixedDetector
from tests.vision.camera.test_sources import saved, turned, with_durations

BOX = (60, 60, 160, 160)


@pytest.fixture
def detector():
    return FixedDetector(BOX)


@pytest.fixture
def analyzer(detector):
    return FrameAnalyzer(detector, FixedClassifier(), threshold=0.4)


def test_every_frame_is_analyzed_in_order(video, analyzer):
    frames = list(analyzed_frames(video, analyzer))
    assert [each.frame.index for each in frames] == list(range(30))
    assert all(len(each.faces) == 1 for each in frames)


def test_times_of_a_variable_rate_are_the_containers(video, analyzer, tmp_path):
    path = saved(tmp_path, with_durations(video.read_bytes(), (10, 1), (20, 5)))
    times = [each.frame.time_s for each in analyzed_frames(path, analyzer, 5)]
    expected = [0, 5 / 15, 10 / 15, 35 / 15, 60 / 15, 85 / 15]
    assert times == pytest.approx(expected, abs=1e-3)


def test_frames_are_upright(video, analyzer, tmp_path):
    path = saved(tmp_path, turned(video.read_bytes()))
    assert sum(1 for _ in analyzed_frames(path, analyzer)) == 30


def test_a_face_that_was_not_seen_is_not_made_up(video):
    detector = FixedDetector(per_call=[[BOX]] * 5 + [[]] + [[BOX]] * 24)
    tracker = Tracker(hold_s=1.0)
    analyzer = FrameAnalyzer(detector, FixedClassifier(), threshold=0.4, tracker=tracker)
    n_faces = [len(each.faces) for each in analyzed_frames(video, analyzer)]
    assert n_faces[4:7] == [1, 0, 1]


def test_it_tells_how_far_it_is_of_the_skipped_frames_too(video, analyzer):
    told = []
    list(analyzed_frames(video, analyzer, 10, lambda *numbers: told.append(numbers)))
    assert told == [(n, 30) for n in range(1, 31)]


def test_in_the_end_all_is_closed(video, analyzer, detector, monkeypatch):
    closed = []
    monkeypatch.setattr(VideoSource, "close", lambda self: closed.append(self.name))
    frames = analyzed_frames(video, analyzer)
    next(frames)
    assert not detector.is_closed
    frames.close()
    assert detector.is_closed
    assert closed == ["clip.mp4"]


def test_what_is_no_video(tmp_path, analyzer, detector):
    with pytest.raises(SourceError, match="no such file"):
        next(analyzed_frames(tmp_path / "gone.mp4", analyzer))
    assert detector.is_closed
