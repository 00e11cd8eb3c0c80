"""The workbook: typed cells, a header that stays in sight, and what the columns mean."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.formats import boris, workbook
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS
from tests.export.recordings import INFO, face_row, varied

openpyxl = pytest.importorskip("openpyxl", reason="the extra 'exports' is not installed")


@pytest.fixture
def book(tmp_path):
    """Return the workbook of the varied recording."""
    workbook.write(varied("=1+1.mp4"), tmp_path / "a.xlsx", INFO)
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def test_cells_have_types_and_the_header_is_frozen(book):
    sheet = book["faces"]
    assert sheet.freeze_panes == "A2"
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == COLUMNS
    known = varied("=1+1.mp4")
    assert len(rows) == len(known)
    for cells, row in zip(rows, known, strict=True):
        line = dict(zip(COLUMNS, cells, strict=True))
        assert line["frame"] == row.frame
        assert isinstance(line["time_s"], int | float)
        if row.raw is None:
            assert line["p_fear"] is line["face_id"] is line["x1"] is None
        else:
            assert line["p_fear"] == pytest.approx(float(row.raw.probabilities[3]), abs=1e-9)
            assert isinstance(line["face_id"], int)


def test_no_cell_is_a_formula(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert book["faces"]["A2"].value == "'=1+1.mp4"


def test_a_sheet_says_what_each_column_means_and_one_what_made_them(book):
    assert dict(book["columns"].iter_rows(min_row=2, values_only=True)) == DESCRIPTIONS
    assert "0" * 64 in dict(book["about"].iter_rows(values_only=True))["model"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("form", [boris, workbook])
def test_a_full_disk_is_one_error_and_nothing_behind_it(form):
    with pytest.raises(OSError, match="No space left"):
        form.write(varied(), Path("/dev/full"), INFO)
    gc.collect()  # what was left open would be told here


def test_more_rows_than_a_sheet_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    rows = [face_row(n, "fear") for n in range(3)]
    workbook.write(rows[:2], tmp_path / "a.xlsx", INFO)
    with pytest.raises(SettingsError, match="take the format csv or parquet"):
        workbook.write(rows, tmp_path / "b.xlsx", INFO)
    # A session says how many it has, so nobody waits for minutes until then.
    with pytest.raises(SettingsError, match="these are more"):
        workbook.write(iter_fails(), tmp_path / "c.xlsx", replace(INFO, n_rows=3))


def iter_fails():
    pytest.fail("it is read")
    yield
