"""A session is read once, for the columns and for the figures; other ranges are counted anew."""

import sys

import pytest

from fer_desktop.sessions import review
from fer_desktop.sessions.exclusion_file import write_exclusions
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.vision.media.frame_seeker import VideoFrames
from tests.recorded import cut_video, number_of, session_rows, write_session
from tests.system.test_background import ended


def test_all_of_a_session(tmp_path):
    folder = write_session(tmp_path / "s", video=False)
    write_exclusions(folder, [Exclusion(6, 7, "away")])
    job = ended(review.load(folder))
    session = job.result
    assert job.n_done == len(session_rows())
    assert [face.times.size for face in session.table.faces] == [70, 30]
    assert session.exclusions == (Exclusion(6, 7, "away"),)
    assert session.figures.n_frames == 70
    assert [marker.text for marker in session.files.markers] == ["question one", "=break"]


def test_the_video_that_was_analyzed_is_shown_while_it_is_there(tmp_path):
    source = {"kind": "video", "name": "clip.mp4", "path": "clip.mp4"}
    folder = write_session(tmp_path / "s", video=False, source=source)
    assert ended(review.load(folder)).result.video is None
    (folder / "clip.mp4").touch()
    session = ended(review.load(folder)).result
    assert (session.video, session.elsewhere) == (folder / "clip.mp4", None)


@pytest.mark.parametrize("path", ["/etc/passwd", "../clip.mp4", "sub/../../clip.mp4", "~/x"])
def test_a_video_outside_of_the_folder_is_not_even_looked_at(tmp_path, path):
    (tmp_path / "clip.mp4").touch()
    folder = write_session(tmp_path / "s", video=False, source={"path": path})
    session = ended(review.load(folder)).result
    assert session.video is None
    is_outside = not path.startswith("~")  # which is a folder of that name
    assert (session.elsewhere is not None) is is_outside


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX links")
def test_a_link_in_the_folder_leads_to_no_video_elsewhere(tmp_path):
    (tmp_path / "clip.mp4").touch()
    folder = write_session(tmp_path / "s", video=False, source={"path": "clip.mp4"})
    (folder / "clip.mp4").symlink_to(tmp_path / "clip.mp4")
    session = ended(review.load(folder)).result
    assert (session.video, session.elsewhere) == (None, None)


@pytest.mark.parametrize(
    "source", [None, "video", {"path": ""}, {"path": 7}, {"path": "a\0b"}, {"path": "x" * 5000}]
)
def test_a_source_that_names_no_video(tmp_path, source):
    folder = write_session(tmp_path / "s", video=False, source=source)
    assert ended(review.load(folder)).result.video is None


def test_counted_anew(tmp_path):
    folder = write_session(tmp_path / "s", video=False)
    files = ended(review.load(folder)).result.files
    figures = ended(review.count(files, (Exclusion(0, 4),))).result
    assert figures.n_frames == 40
    assert figures.n_lost == 0


@pytest.mark.parametrize("name", ["session.json", "faces.csv", "exclusions.csv"])
def test_what_cannot_be_read_is_told(tmp_path, name):
    folder = write_session(tmp_path / "s", video=False)
    (folder / name).write_text("broken\n", encoding="utf-8")
    job = ended(review.load(folder))
    assert job.result is None
    assert name in job.problem


def test_a_video_of_an_earlier_version_that_has_no_end_costs_nothing_else(tmp_path):
    folder = cut_video(write_session(tmp_path / "s", state="recording"))
    before = (folder / "video.mp4").read_bytes()
    session = ended(review.load(folder)).result
    assert session.video is None
    assert len(session.table.faces) == 2
    assert [problem.split(" ")[-1] for problem in session.files.problems] == ["here.", "played."]
    assert (folder / "video.mp4").read_bytes() == before


def test_a_whole_video_of_an_earlier_version_opens(tmp_path):
    session = ended(review.load(write_session(tmp_path / "s"))).result
    assert session.files.problems == []
    frames = VideoFrames(session.video)
    frames.open()
    assert [number_of(frames.picture(n)) for n in (70, 3, 74)] == [70, 3, 74]
    frames.close()
