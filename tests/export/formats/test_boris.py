"""The workbook for BORIS, read as BORIS reads it: pandas with openpyxl, first sheet."""

import openpyxl
import pandas as pd
import pytest

from fer_desktop.export.formats.boris import ABOUT_SHEET, COLUMNS, write
from tests.export.recordings import INFO, small


@pytest.fixture
def book(tmp_path):
    """Return the path of the small recording's workbook."""
    write(small(), tmp_path / "a.xlsx", INFO)
    return tmp_path / "a.xlsx"


def test_boris_finds_its_columns_and_pairs_of_events(book):
    table = pd.read_excel(book, sheet_name=0, engine="openpyxl")
    assert (
        list(table.columns) == list(COLUMNS) == ["time", "subject", "code", "modifier", "comment"]
    )
    assert list(table["time"]) == sorted(table["time"])
    first = table[table["subject"] == "face 1"]
    assert list(first["time"]) == pytest.approx([0, 1, 1, 2, 2.5, 3], abs=1e-6)
    assert list(first["code"]) == ["happiness"] * 2 + ["neutral"] * 2 + ["happiness"] * 2
    assert list(first["comment"]) == ["start", "stop"] * 3
    marked = table[table["code"] == "marker"]
    assert list(marked["comment"].fillna("")) == ["'=1+1 door", ""]


def test_no_cell_is_a_formula_and_what_made_it_is_on_the_second_sheet(book):
    found = openpyxl.load_workbook(book)
    assert all(cell.data_type != "f" for sheet in found for row in sheet for cell in row)
    about = {row[0].value: row[1].value for row in found[ABOUT_SHEET]}
    assert "0" * 64 in about["model"]
    assert about["title"] == INFO.title
