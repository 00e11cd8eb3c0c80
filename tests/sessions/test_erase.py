"""Only a session is erased, and of it only what was recorded."""

import json

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.erase import erase_session
from fer_desktop.system.files import Draft
from tests.sessions.test_files import INFO


@pytest.fixture
def session(tmp_path):
    folder = tmp_path / "session"
    folder.mkdir()
    (folder / "session.json").write_text(json.dumps(INFO))
    for name in (
        "faces.csv",
        "markers.csv",
        "exclusions.csv",
        "video.mp4",
        ".reserve",
        "session.json.part",
        "video.part.m4v",
        "video.part.mp4",
    ):
        (folder / name).touch()
    for name in ("session.json", "exclusions.csv", "video.m4v", "video.mp4"):
        Draft(folder / name)  # of a process that was killed
    return folder


def test_a_session_is_gone(session):
    assert erase_session(session)
    assert not session.exists()


def test_where_the_video_cannot_be_deleted_the_rows_stay_too(session):
    (session / "video.mp4").unlink()
    (session / "video.mp4").mkdir()  # as a file that a player has open on Windows
    with pytest.raises(SessionError, match="can't be erased"):
        erase_session(session)
    assert (session / "faces.csv").exists()
    assert (session / "session.json").exists()


def test_other_files_stay(session):
    (session / "notes.txt").touch()
    assert not erase_session(session)
    assert [file.name for file in session.iterdir()] == ["notes.txt"]


def test_a_folder_that_is_no_session_stays_as_it_is(session):
    (session / "session.json").unlink()
    with pytest.raises(SessionError, match="no session"):
        erase_session(session)
    assert len(list(session.iterdir())) == 12


def test_a_link_is_not_followed(session, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(session)
    with pytest.raises(SessionError, match="link"):
        erase_session(link)
    assert (session / "faces.csv").exists()


def test_what_can_not_be_deleted_is_told(session):
    (session / "faces.csv").unlink()
    (session / "faces.csv").mkdir()
    with pytest.raises(SessionError, match="can't be erased"):
        erase_session(session)
    assert (session / "session.json").exists()
