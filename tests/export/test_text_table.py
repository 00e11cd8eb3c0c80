"""Lines of tables: quoted, safe in spreadsheets, and with all digits."""

import csv
import io

import pytest

from fer_desktop.export.text_table import clock, comma_line, number, seconds, tab_line


def test_what_a_reader_of_csv_gives_back():
    cells = ["a,b", 'say "x"', "two\nlines", "back\r", None, 3, 0.5, "é"]
    line = next(csv.reader(io.StringIO(comma_line(cells), newline="")))
    assert line == ["a,b", 'say "x"', "two\nlines", "back\\r", "", "3", "0.5", "é"]


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@x", "\tx", "-a"])
def test_no_text_is_a_formula(text):
    assert comma_line([text]).startswith(("'", "\"'"))
    assert tab_line([text]).startswith("'")


@pytest.mark.parametrize("text", ["-0.5", "-1.25e-05", "-3"])
def test_negative_numbers_stay_numbers(text):
    assert comma_line([text]) == f"{text}\n"
    assert tab_line([text]) == f"{text}\n"


def test_tabs_and_line_ends_become_blanks():
    assert tab_line(["a\tb", "c\r\nd", None]) == "a b\tc d\t\n"


def test_numbers_and_times():
    assert float(number(1 / 3)) == pytest.approx(1 / 3, abs=1e-9)
    assert [seconds(1.5), seconds(2.0), seconds(1 / 3)] == ["1.5", "2", "0.333333"]
    assert clock(3723.4567) == "01:02:03.457"
    assert clock(59.9996, ",") == "00:01:00,000"
    assert clock(-0.001) == "00:00:00.000"
