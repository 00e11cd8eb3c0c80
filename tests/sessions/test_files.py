"""A session's folder opens, also after a kill; what is none says so in a sentence."""

import json

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.files import Marker, is_session, read_session
from fer_desktop.sessions.rows import cells
from fer_desktop.vision.media.video_writer import VideoFile
from tests.fakes import picture
from tests.recorded import write_video
from tests.sessions.test_row_reader import some_rows, write

INFO = {"schema": 1, "kind": "fer-desktop session", "state": "ended", "id": "a"}


@pytest.fixture
def folder(tmp_path):
    """Return a whole session's folder."""
    folder = tmp_path / "2026-11-25 14-03-22"
    folder.mkdir()
    write(folder / "faces.csv", some_rows())
    (folder / "session.json").write_text(json.dumps(INFO), encoding="utf-8")
    markers = "time_s,frame,wall_time_utc,text\n1.5,45,2026-11-25T14:03:24.000Z,Grüße\n"
    (folder / "markers.csv").write_text(markers, encoding="utf-8")
    return folder


def test_a_whole_session(folder):
    session = read_session(folder)
    assert [cells(row) for row in session.rows()] == [cells(row) for row in some_rows()]
    assert session.info == INFO
    assert session.markers == [Marker(1.5, 45, "2026-11-25T14:03:24.000Z", "Grüße")]
    assert session.problems == []
    assert session.video is None
    file = VideoFile(folder / "video.mp4")
    file.write(picture(), 0.0)
    file.close()
    assert session.video == folder / "video.mp4"
    assert read_session(folder).problems == []
    assert is_session(folder)


@pytest.mark.parametrize(
    ("counts", "n"), [({"rows": 21}, 21), ({"rows": "many"}, 0), ({}, 0), (None, 0), ([21], 0)]
)
def test_how_many_rows_it_says_that_it_has(folder, counts, n):
    (folder / "session.json").write_text(json.dumps(INFO | {"counts": counts}), encoding="utf-8")
    assert read_session(folder).n_rows == n


def test_after_a_kill_the_rows_are_there_and_the_problems_are_told(folder):
    (folder / "session.json").write_text(json.dumps({**INFO, "state": "recording"}))
    faces = folder / "faces.csv"
    faces.write_bytes(faces.read_bytes()[:-5])
    session = read_session(folder)
    assert len(list(session.rows())) == len(some_rows()) - 1
    assert len(session.problems) == 2


@pytest.mark.parametrize("n_bytes", [0, 5, 60, 1500])
def test_a_video_without_its_end_is_none_and_is_told(folder, n_bytes):
    write_video(folder / "video.mp4", 9)  # as earlier versions did, with its table at its end
    video = folder / "video.mp4"
    video.write_bytes(video.read_bytes()[:n_bytes])
    session = read_session(folder)
    assert session.video is None
    assert "can't be played" in session.problems[0]
    assert len(list(session.rows())) == len(some_rows())


def test_markers_can_be_missing_or_cut_or_broken(folder):
    file = folder / "markers.csv"
    file.write_bytes(file.read_bytes() + b"2.5,60,2026")
    assert len(read_session(folder).markers) == 1
    file.write_bytes(file.read_bytes() + b",x,y,z\n")
    session = read_session(folder)
    assert len(session.markers) == 1
    assert "Not all markers" in session.problems[0]
    file.unlink()
    assert read_session(folder).markers == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "damaged"),
        ("[" * 100_000, "damaged"),
        ("[]", "something else"),
        ('{"kind": "other"}', "something else"),
        (json.dumps({**INFO, "schema": 2}), "newer"),
        (json.dumps({**INFO, "schema": None}), "newer"),
    ],
)
def test_what_is_no_session_says_why(folder, content, reason):
    (folder / "session.json").write_text(content)
    with pytest.raises(SessionError, match=reason):
        read_session(folder)
    assert not is_session(folder)


@pytest.mark.parametrize("name", ["session.json", "faces.csv"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(SessionError, match=name):
        read_session(folder)
