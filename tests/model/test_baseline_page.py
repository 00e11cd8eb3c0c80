"""The page in the repository is the one that the report makes."""

import shutil

import pytest

from model.baseline import REPORT, main
from model.baseline_page import BEGIN, END, PAGE, table, write_page
from model.reports import read_report


def test_the_page_is_what_the_report_says(tmp_path):
    page = tmp_path / "page.md"
    shutil.copy(PAGE, page)
    write_page(read_report(REPORT), page)
    assert page.read_text() == PAGE.read_text()


def test_only_what_is_between_the_marks_is_replaced(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{BEGIN}Old.\n{END}After.\n")
    report = read_report(REPORT)
    write_page(report, page)
    text = page.read_text()
    assert text.startswith(f"Before.\n{BEGIN}")
    assert text.endswith(f"{END}After.\n")
    assert "Old." not in text
    assert table(report) in text


def test_the_table_has_the_figures_of_the_report():
    report = read_report(REPORT)
    text = table({**report, "misread": None})
    accuracy = report["own"]["before"]["accuracy"]
    assert f"| accuracy | {accuracy:.3f} |" in text
    assert "not named neutral" not in text


def test_a_page_without_marks_is_left_alone(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{BEGIN}")
    with pytest.raises(ValueError, match="marks"):
        write_page(read_report(REPORT), page)
    assert page.read_text() == f"Before.\n{BEGIN}"


def test_the_command_writes_the_page(monkeypatch):
    written = []
    monkeypatch.setattr("model.baseline.write_page", written.append)
    assert main(["--write-docs"]) == 0
    assert written == [read_report(REPORT)]
