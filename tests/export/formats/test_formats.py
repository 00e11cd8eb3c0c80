"""All formats: known by name, listed in the docs, streamed, and never half-written."""

import json
import tracemalloc
from pathlib import Path

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.export import formats
from fer_desktop.export.export_file import export
from fer_desktop.export.formats import FORMATS, about_path, formats_table, require
from tests.export.recordings import INFO, empty_row, face_row, varied

ROOT = Path(__file__).parents[3]
ROW_FORMATS = ("csv", "jsonl", "parquet", "py-feat", "facereader-detailed", "facereader-state")


@pytest.mark.parametrize("name", FORMATS)
def test_each_writes_its_file_and_what_is_beside_it(tmp_path, name):
    form = FORMATS[name]
    path = tmp_path / "new" / f"a{form.suffix}"
    export(form, varied(), path, INFO)
    beside = [about_path(path)] if form.about else []
    assert sorted(path.parent.iterdir()) == sorted([path, *beside])
    assert path.stat().st_size > 100
    for file in beside:
        assert "0" * 64 in file.read_text(encoding="utf-8")
        json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FORMATS)
def test_each_takes_a_recording_without_a_row(tmp_path, name):
    export(FORMATS[name], iter([]), tmp_path / "a.x", INFO)
    assert (tmp_path / "a.x").exists()


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_memory_does_not_grow_with_the_rows(tmp_path, monkeypatch, name):
    monkeypatch.setattr(formats.parquet, "_ROWS_AT_ONCE", 50)

    def most_bytes(n):
        rows = (face_row(i, "fear") if i % 2 else empty_row(i) for i in range(n))
        tracemalloc.start()
        export(FORMATS[name], rows, tmp_path / "a", INFO)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    most_bytes(100)  # what is made once
    assert most_bytes(900) < most_bytes(300) + 100_000


def test_nothing_half_written_is_left_and_the_old_file_stays(tmp_path):
    def broken():
        yield face_row(0, "fear")
        raise RuntimeError

    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        export(FORMATS["csv"], broken(), path, INFO)
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text() == "old"


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="can't be written"):
        export(FORMATS["csv"], [], tmp_path / "file" / "a.csv", INFO)


def test_a_missing_library_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setattr(formats.importlib.util, "find_spec", lambda name: None)
    for form in FORMATS.values():
        if form.library:
            with pytest.raises(SettingsError, match=rf"needs {form.library}; install 'fer-desktop"):
                require(form)
        else:
            require(form)


def test_the_file_beside_never_has_the_name_of_the_export():
    assert about_path(Path("a.csv")) == Path("a.json")
    assert about_path(Path("a.json")) == Path("a.about.json")


def test_the_docs_list_all_formats():
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert formats_table() in text, "run: python docs/formats_table.py"


def test_no_format_calls_itself_compatible():
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert "compatible" not in (text + formats_table()).lower()
