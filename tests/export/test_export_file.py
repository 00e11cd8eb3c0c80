"""The files of an export: all of them or none, and never in the place of a recorded session."""

import tempfile

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.export_file import export
from fer_desktop.export.formats import FORMATS
from tests.export.recordings import INFO, face_row, varied
from tests.recorded import write_session


class Over(Exception):  # noqa: N818 - it is no error
    """Somebody wants no more."""


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", FORMATS)
def test_rows_that_break_off_leave_nothing_not_even_elsewhere(tmp_path, monkeypatch, name):
    def broken():
        yield face_row(0, "fear")
        raise Over

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Over):
        export(FORMATS[name], broken(), tmp_path / "a.x", INFO)
    assert contents(tmp_path) == {}


def test_the_last_moment_to_call_it_off_is_when_all_is_written(tmp_path):
    def call_off():
        found = contents(tmp_path)
        assert len(found) == 4
        assert (found["a.csv"], found["a.json"]) == (b"old", b"old")
        raise Over

    for name in ("a.csv", "a.json"):
        (tmp_path / name).write_text("old")
    with pytest.raises(Over):
        export(FORMATS["csv"], varied(), tmp_path / "a.csv", INFO, call_off)
    assert contents(tmp_path) == {"a.csv": b"old", "a.json": b"old"}
    export(FORMATS["csv"], varied(), tmp_path / "a.csv", INFO, lambda: None)
    assert sorted(contents(tmp_path)) == ["a.csv", "a.json"]


def test_without_the_file_beside_it_there_is_no_export(tmp_path):
    (tmp_path / "a.json").mkdir()
    with pytest.raises(SettingsError, match=r"a\.csv: can't be written"):
        export(FORMATS["csv"], varied(), tmp_path / "a.csv", INFO)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    "name", ["faces.csv", "Session.csv", "session.json", "markers.csv", "exclusions.csv"]
)
def test_a_recorded_session_is_never_written_over(tmp_path, name):
    folder = write_session(tmp_path / "s", video=False)
    before = contents(folder)
    with pytest.raises(SettingsError, match="part of a recorded session; choose another name"):
        export(FORMATS["csv"], varied(), folder / name, INFO)
    assert contents(folder) == before
    export(FORMATS["csv"], varied(), folder / "mine.csv", INFO)
    export(FORMATS["csv"], varied(), tmp_path / name, INFO)
    assert (tmp_path / name).is_file()
