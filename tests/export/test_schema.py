"""One table: analyze, sessions, exports and Python have the same columns, documented once."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from fer_desktop.export.export_file import export
from fer_desktop.export.formats import FORMATS
from fer_desktop.export.formats.tidy_csv import columns_table
from fer_desktop.sessions.records import OF_FRAME, face_record
from fer_desktop.sessions.row_reader import read_rows
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, rows_of
from fer_desktop.sessions.writer import SessionWriter
from tests.export.recordings import INFO
from tests.export.test_writers import analyzed, recognized, written

ROOT = Path(__file__).parents[2]
FRAMES = [
    analyzed(recognized(track_id=1), recognized("anger", track_id=2)),
    analyzed(index=1, time_s=0.1),
]
OPTIONS = {"options": {"video": False, "blur_faces": False}}


@pytest.fixture
def session(tmp_path):
    """Return the folder of a session of these frames."""
    writer = SessionWriter(tmp_path / "session", OPTIONS)
    for frame in FRAMES:
        writer.write(tuple(rows_of(frame, path="v.mp4")))
    writer.end()
    return writer.folder


def test_analyze_sessions_and_exports_write_the_same_table(session, tmp_path):
    rows = list(read_rows(session / "faces.csv"))
    export(FORMATS["csv"], rows, tmp_path / "a.csv", INFO)
    tables = [
        (session / "faces.csv").read_text(encoding="utf-8"),
        (tmp_path / "a.csv").read_text(encoding="utf-8"),
        written("csv", ("v.mp4", "video", FRAMES, None)),
    ]
    assert len(set(tables)) == 1
    assert next(csv.reader(io.StringIO(tables[0]))) == list(COLUMNS)


def test_json_lines_have_its_columns_and_those_of_json(session, tmp_path):
    export(FORMATS["jsonl"], read_rows(session / "faces.csv"), tmp_path / "a.jsonl", INFO)
    exported = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    lines = written("jsonl", ("v.mp4", "video", FRAMES, None)).splitlines()
    first, second = (json.loads(line) for line in lines)
    assert [list(row) for row in exported] == [list(COLUMNS)] * 3
    for face, row, known in zip(first["faces"], exported, FRAMES[0].faces, strict=False):
        assert {name: first.get(name, face.get(name)) for name in COLUMNS} == {
            **row,
            "status": "OK",
        }
        assert set(face) == {*face_record(known), *(set(COLUMNS) - set(OF_FRAME))}
    assert (second["status"], second["faces"]) == ("FIND_FAILED", [])


def test_pandas_and_the_workbook_have_them_too(session, tmp_path):
    pandas = pytest.importorskip("pandas", reason="the extra 'exports' is not installed")
    pytest.importorskip("openpyxl", reason="the extra 'exports' is not installed")
    from fer_desktop import to_pandas

    export(FORMATS["xlsx"], read_rows(session / "faces.csv"), tmp_path / "a.xlsx", INFO)
    sheet = pandas.read_excel(tmp_path / "a.xlsx")
    table = to_pandas(FRAMES, path="v.mp4")
    assert list(sheet) == list(table) == list(COLUMNS)
    numbers = [name for name in COLUMNS if name.startswith(("p_", "s_", "x", "y", "time"))]
    assert (sheet[numbers].fillna(-1) == table[numbers].astype(float).fillna(-1)).all().all()


def test_an_old_session_opens_with_its_own_numbers(session):
    file = session / "faces.csv"
    file.write_text(re.sub(r",OK,(\d),", lambda n: f",OK,{int(n[1]) - 1},", file.read_text()))
    assert [row.face_id for row in read_rows(file)] == [0, 1, None]


def test_the_columns_are_documented_once():
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert columns_table() in text, "run: python docs/formats_table.py"
    assert list(DESCRIPTIONS) == list(COLUMNS)
