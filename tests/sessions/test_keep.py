"""A session that is kept is all there, beside what was there before, or not at all."""

import shutil

import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.sessions.files import read_session
from fer_desktop.sessions.keep import keep_session
from tests.recorded import write_session


@pytest.fixture
def session(tmp_path):
    return write_session(tmp_path / "made" / "session", video=False)


def test_it_is_kept_whole_and_replaces_nothing(session, tmp_path):
    parent = tmp_path / "not" / "there yet"
    first, second = (keep_session(session, parent, "clip ü") for _ in range(2))
    assert [path.name for path in (first, second)] == ["clip ü", "clip ü (2)"]
    for kept in (first, second):
        assert len(list(read_session(kept).rows())) > 20
        for file in session.iterdir():
            assert (kept / file.name).read_bytes() == file.read_bytes()
    assert sorted(path.name for path in parent.iterdir()) == ["clip ü", "clip ü (2)"]


def test_what_can_not_be_copied_is_told_and_leaves_nothing(session, tmp_path, monkeypatch):
    def full(folder, kept, **_):
        (kept / "faces.csv").touch()
        raise shutil.Error([("a", "b", "No space left on device")])

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(SessionError, match=r"clip: can't be written .*No space left"):
        keep_session(session, tmp_path / "kept", "clip")
    assert list((tmp_path / "kept").iterdir()) == []
