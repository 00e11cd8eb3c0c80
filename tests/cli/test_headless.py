"""The live pipeline without a window, with the real demo, detector and model."""

import cv2
import pytest

from fer_desktop.cli import headless
from fer_desktop.cli.headless import run_headless
from fer_desktop.core.errors import CameraError, ImageError, ModelError, SourceError
from fer_desktop.core.settings import Settings


@pytest.fixture
def told():
    return []


def test_the_demo_is_analyzed_and_its_picture_saved(tmp_path, told):
    picture = tmp_path / "new" / "live.png"
    report = run_headless("demo", Settings(), 1.0, picture, told.append)
    assert report.n_frames >= 1
    assert report.n_with_face >= report.n_frames * 0.8
    assert report.most_faces == 1
    assert report.labels.most_common(1)[0][0] == "happiness"
    frames_per_second = (report.n_frames - 1) / max(report.seconds, 1e-9)
    assert report.frames_per_second == pytest.approx(frames_per_second)
    assert report.statistics.latency_ms > 0
    assert report.picture == picture
    assert cv2.imread(str(picture)).shape == (480, 640, 3)
    assert told == []


def test_a_video_is_analyzed_to_its_end(video, tmp_path, told):
    report = run_headless(str(video), Settings(), 3600.0, tmp_path / "live.png", told.append)
    # No frame of a file is dropped by capture and analysis; polling may miss a few.
    assert report.n_frames >= 1
    assert report.statistics.dropped == 0
    assert 1.0 <= report.seconds < 3600.0, "30 frames at 15 a second, then it ends by itself"


def test_a_single_picture_is_analyzed(portrait, tmp_path, told):
    # The source ends before the first frame is analyzed; its result must be waited for.
    report = run_headless(str(portrait), Settings(), 1.0, tmp_path / "live.png", told.append)
    assert (report.n_frames, report.most_faces) == (1, 1)
    assert list(report.labels) == ["happiness"]
    assert (tmp_path / "live.png").is_file()


def test_a_name_that_is_no_source_is_refused_before_anything_starts(tmp_path, told):
    with pytest.raises(SourceError, match="nothing-here"):
        run_headless("nothing-here", Settings(), 1.0, tmp_path / "live.png", told.append)


def test_an_empty_video_is_refused_by_name(tmp_path, told):
    (tmp_path / "empty.mp4").touch()
    with pytest.raises(SourceError, match=r"empty\.mp4"):
        run_headless(str(tmp_path / "empty.mp4"), Settings(), 1.0, tmp_path / "o.png", told.append)
    assert not (tmp_path / "o.png").exists()


def test_a_missing_camera_is_a_camera_error_and_told_on_the_way(monkeypatch, tmp_path, told):
    monkeypatch.setattr(headless, "FIRST_FRAME_S", 0.3)
    settings = Settings(camera="Fine Cam|0000:0001|a")
    with pytest.raises(CameraError, match="Fine Cam"):
        run_headless("camera", settings, 1.0, tmp_path / "live.png", told.append)
    assert "Fine Cam" in told[0]


def test_an_unknown_model_is_a_model_error(tmp_path, told):
    with pytest.raises(ModelError, match="missing"):
        run_headless("demo", Settings(model="missing"), 1.0, tmp_path / "o.png", told.append)


def test_a_picture_that_cannot_be_written_is_named(tmp_path, told):
    (tmp_path / "file").touch()
    with pytest.raises(ImageError, match=r"live\.png"):
        run_headless("demo", Settings(), 0.1, tmp_path / "file" / "live.png", told.append)


def test_live_results_go_to_who_asked_for_them(tmp_path):
    received = []
    report = run_headless(
        "demo", Settings(model="seed"), 0.5, tmp_path / "a.png", print, received.append
    )
    assert len(received) >= report.n_frames > 0
    assert all(analyzed.frame.width == 640 for analyzed in received)
