"""Datavyu's text form: read as Datavyu itself and as public scripts for its files do."""

import re
from dataclasses import replace

import pytest

from fer_desktop.export.formats.datavyu import write
from fer_desktop.sessions.files import Marker
from tests.export.recordings import INFO, face_row, small, varied


def read(path):
    """Read the columns in the steps of the program: lines that begin with a digit are cells."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head == "#4"
    columns = {}
    for line in lines:
        if not line[0].isdigit():
            name, codes = re.fullmatch(r"(\w+) \(MATRIX,true,\)-(.*)", line).groups()
            (code,) = codes.split(",")
            assert code.endswith("|NOMINAL")
            cells = columns.setdefault(name, [])
            continue
        onset, offset, value = line.replace("\\", "").split(",")
        cells.append((seconds(onset), seconds(offset), value[1:-1].strip()))
    return columns


def seconds(text):
    hours, minutes, whole, thousandths = re.fullmatch(
        r"(\d\d):(\d\d):(\d\d):(\d{3})", text
    ).groups()
    return int(hours) * 3600 + int(minutes) * 60 + int(whole) + int(thousandths) / 1000


def test_a_column_a_face_with_its_episodes_as_cells(tmp_path):
    write(small(), tmp_path / "a.csv", INFO)
    columns = read(tmp_path / "a.csv")
    assert list(columns) == ["face1", "face2", "markers"]
    assert columns["face1"] == [(0, 1, "happiness"), (1, 2, "neutral"), (2.5, 3, "happiness")]
    assert columns["markers"] == [(0.65, 0.65, "=1+1 door"), (1.05, 1.05, "marker")]


def test_no_text_breaks_a_cell(tmp_path):
    told = replace(INFO, markers=(Marker(1, 10, "", 'a, b\\c) (d"\n9'),))
    write(varied(), tmp_path / "a.csv", told)
    assert read(tmp_path / "a.csv")["markers"] == [(1, 1, 'a; b/c) (d" 9')]


@pytest.mark.parametrize("face_id", [1, 12])
def test_hours_count_on(tmp_path, face_id):
    rows = [face_row(n, "fear", face_id=face_id, time_s=90_000 + n / 10) for n in range(3)]
    write(rows, tmp_path / "a.csv", replace(INFO, markers=()))
    ((onset, offset, _),) = read(tmp_path / "a.csv")[f"face{face_id}"]
    assert (onset, offset) == pytest.approx((90_000, 90_000.3), abs=1e-3)
