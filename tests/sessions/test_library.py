"""The list of recorded sessions: what each is, how it went, and what can be done with one."""

import json
import time

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions import library
from fer_desktop.sessions.files import read_info
from fer_desktop.sessions.library import (
    N_PARTS,
    begin_glances,
    note_session,
    rename_session,
    sessions_in,
)
from tests.fakes import PATIENCE_S
from tests.recorded import write_session


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two sessions, one without a video, and things that are none."""
    write_session(tmp_path / "old", started_utc="2026-11-20T10:00:00.000Z", video=False)
    write_session(tmp_path / "new", note="after lunch")
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "session.json").write_text("{")
    (tmp_path / "file.txt").write_text("x")
    return tmp_path


def glances(sessions):
    job = begin_glances(sessions)
    deadline = time.monotonic() + PATIENCE_S
    while not job.is_over:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert job.problem == ""
    return dict(job.result)


def test_sessions_are_listed_the_newest_first(folder):
    found = sessions_in(folder)
    assert [each.name for each in found] == ["new", "old"]
    assert found[0].note == "after lunch"
    assert found[0].source == "Front camera"
    assert found[0].started.timestamp() > found[1].started.timestamp()
    assert found[0].glance is None
    assert sessions_in(folder / "gone") == []


def test_a_glance_says_how_it_went(folder):
    sessions = sessions_in(folder)
    found = glances(sessions)
    glance = found[folder / "new"]
    assert glance.length_s == pytest.approx(8.0, abs=0.2)
    assert glance.n_faces == 2
    assert len(glance.parts) == N_PARTS
    assert [glance.parts[at] for at in (0, 20, 25, 40, 58)] == [
        *("happiness", "neutral", "", "happiness", "uncertain")
    ]
    image = cv2.imdecode(np.frombuffer(glance.thumbnail, np.uint8), cv2.IMREAD_COLOR)
    assert image.shape == (120, 160, 3)
    assert found[folder / "old"].thumbnail == b""
    assert found[folder / "old"].parts == glance.parts


def test_what_was_counted_is_not_counted_again_until_the_rows_change(folder, monkeypatch):
    sessions = sessions_in(folder)
    first = glances(sessions)
    counted, count = [], library.glance_of
    monkeypatch.setattr(library, "glance_of", lambda table: counted.append(1) or count(table))
    assert glances(sessions) == first
    assert counted == []
    rows = folder / "old" / "faces.csv"
    rows.write_bytes(rows.read_bytes()[: -len(b"x")])
    glances(sessions)
    assert counted == [1]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 1}'])
def test_a_damaged_store_is_an_empty_one(folder, content):
    (library.paths.cache_directory() / "library.json").write_text(content)
    assert glances(sessions_in(folder))[folder / "new"].n_faces == 2


def test_what_is_kept_and_makes_no_sense_is_counted_anew(folder):
    sessions = sessions_in(folder)
    first = glances(sessions)
    file = library.paths.cache_directory() / "library.json"
    known = json.loads(file.read_text())
    file.write_text(json.dumps({key: [1, 1, ["joy"] * N_PARTS] for key in known}))
    assert glances(sessions) == first


def test_a_session_without_faces(tmp_path):
    write_session(tmp_path / "s", rows=[], video=False)
    glance = glances(sessions_in(tmp_path))[tmp_path / "s"]
    assert (glance.n_faces, set(glance.parts)) == (0, {""})


def test_a_session_that_cannot_be_read_costs_no_other_one(folder):
    (folder / "old" / "faces.csv").write_bytes(b"\xff\xfe\x00 no table")
    found = glances(sessions_in(folder))
    assert folder / "new" in found


def test_a_session_gets_another_name(folder):
    there = rename_session(folder / "old", " Anna, first try ")
    assert there == folder / "Anna, first try"
    assert not (folder / "old").exists()
    assert rename_session(there, there.name) == there


@pytest.mark.parametrize("name", ["", "  ", "..", "a/b", "a\\b", "a:b", "x" * 121, "a\nb", "new"])
def test_a_name_that_cannot_be_changes_nothing(folder, name):
    with pytest.raises(SessionError, match=r"called|there already"):
        rename_session(folder / "old", name)
    assert (folder / "old").is_dir()


def test_a_note_is_kept_with_the_session(folder):
    before = read_info(folder / "old")
    note_session(folder / "old", "  Anna, 2nd try: «calm» ")
    info = read_info(folder / "old")
    assert info.pop("note") == "Anna, 2nd try: «calm»"
    assert info == before
    assert sessions_in(folder)[1].note == "Anna, 2nd try: «calm»"


def test_one_that_is_still_being_recorded_is_left_alone(tmp_path):
    write_session(tmp_path / "s", state="recording")
    for act in (rename_session, note_session):
        with pytest.raises(SessionError, match="still being recorded"):
            act(tmp_path / "s", "t")
    assert not sessions_in(tmp_path)[0].is_over
