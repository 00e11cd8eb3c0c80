"""A session is exported beside the window: as by the command, all of it or nothing."""

import itertools
import threading
import zipfile
from dataclasses import replace

import pytest

from fer_desktop.cli.export import ExportOrder, run_export
from fer_desktop.core.settings import Settings
from fer_desktop.export import session_export
from fer_desktop.export.formats import FORMATS
from fer_desktop.export.session_export import SessionExport, begin_export, free_path
from fer_desktop.sessions.files import SessionFiles
from tests.fakes import PATIENCE_S
from tests.recorded import LEFT, face_row, record_session, session_rows
from tests.system.test_background import ended


@pytest.fixture
def folder(tmp_path):
    return record_session(tmp_path / "2026-11-25 14-03-22")


def contents(folder):
    return {path.name: content(path) for path in folder.rglob("*") if path.is_file()}


def content(path):
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:  # which says when it was written
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


# A workbook says when it was written.
@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"boris"}))
@pytest.mark.parametrize("face", [None, 2])
def test_it_writes_what_the_command_writes(tmp_path, folder, name, face):
    file = f"a{FORMATS[name].suffix}"
    job = ended(begin_export(SessionExport(folder, name, tmp_path / "here" / file, face)))
    assert job.problem == ""
    assert job.result.files[0] == tmp_path / "here" / file
    assert job.n_done == job.n_expected == len(session_rows())
    (tmp_path / "there").mkdir()
    order = ExportOrder([str(folder)], name, str(tmp_path / "there" / file), face=face)
    assert run_export(order, Settings(), print) == 0
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
    assert sorted(contents(tmp_path / "here")) == sorted(file.name for file in job.result.files)


def test_what_was_a_video_is_called_as_the_video(tmp_path, folder):
    order = SessionExport(folder, "html", tmp_path / "a.html", title="clip.mp4")
    assert ended(begin_export(order)).result == order
    assert "<title>clip.mp4</title>" in order.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "problem"),
    [("face", "no face 9"), ("folder", "holds no session"), ("path", "can't be written")],
)
def test_what_goes_wrong_is_told_and_leaves_nothing(tmp_path, folder, name, problem):
    (tmp_path / "out").mkdir()
    (tmp_path / "file").touch()
    order = SessionExport(folder, "csv", tmp_path / "out" / "a.csv")
    wrong = {"folder": tmp_path / "none", "path": tmp_path / "file" / "a.csv", "face": 9}
    job = ended(begin_export(replace(order, **{name: wrong[name]})))
    assert problem in job.problem
    assert job.result is None
    assert contents(tmp_path / "out") == {}


def test_stopped_between_two_rows_it_leaves_nothing(tmp_path, folder, monkeypatch):
    begun = threading.Event()

    def endless(session):
        for number in itertools.count():
            yield face_row(number, 1, "fear", LEFT)
            begun.set()

    monkeypatch.setattr(SessionFiles, "rows", endless)
    before = contents(tmp_path)
    job = begin_export(SessionExport(folder, "csv", tmp_path / "a.csv"))
    assert begun.wait(PATIENCE_S)
    assert job.stop()
    assert (job.result, job.problem) == (None, "")
    assert contents(tmp_path) == before


def test_stopped_after_the_last_row_it_leaves_nothing(tmp_path, folder, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()

    def slow(rows, path, info):
        path.write_text(str(len(list(rows))))
        begun.set()
        go_on.wait(PATIENCE_S)

    form = replace(FORMATS["html"], write=slow)
    monkeypatch.setattr(session_export, "FORMATS", {"html": form})
    before = contents(tmp_path)
    job = begin_export(SessionExport(folder, "html", tmp_path / "a.html"))
    assert begun.wait(PATIENCE_S)
    assert not job.stop(0.0)
    go_on.set()
    assert ended(job).result is None
    assert contents(tmp_path) == before


def test_a_name_that_nothing_has_yet(tmp_path):
    csv, lines, bids = (FORMATS[name] for name in ("csv", "jsonl", "bids"))
    assert free_path(csv, tmp_path, "2026 14.03") == tmp_path / "2026 14.03.csv"
    (tmp_path / "a.csv").touch()
    (tmp_path / "a.json").touch()
    assert free_path(csv, tmp_path, "a") == tmp_path / "a (2).csv"
    assert free_path(lines, tmp_path, "a") == tmp_path / "a (2).jsonl"  # its a.json is there
    (tmp_path / "a (2).json").touch()
    assert free_path(lines, tmp_path, "a") == tmp_path / "a (3).jsonl"
    assert free_path(bids, tmp_path, "a") == tmp_path / "a_events.tsv"
