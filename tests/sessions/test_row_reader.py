"""What was written comes back: bit by bit, and without a line that was cut."""

import csv
import itertools

import numpy as np
import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression
from fer_desktop.sessions.row_reader import is_cut, read_rows, read_table, row_of
from fer_desktop.sessions.rows import COLUMNS, Row, cells


def some_rows(n=60):
    """Return rows of every kind, with probabilities of every size."""
    random = np.random.default_rng(5)
    rows = []
    statuses = ("OK", "UNSURE", "LOW_QUALITY", "HELD", "FIND_FAILED", "DROPPED", "LOST")
    for number, status in zip(range(n), itertools.cycle(statuses), strict=False):
        start = (number, number / 30, status, "", "2026-11-25T14:03:22.123Z")
        if status in ("FIND_FAILED", "DROPPED", "LOST"):
            rows.append(Row(*start))
            continue
        raw, shown = random.dirichlet(np.full(8, 0.3), 2).astype(np.float32)
        is_uncertain = status == "UNSURE" or (status == "HELD" and number % 2)
        rows.append(
            Row(
                *start,
                face_id=number % 3,
                box=BoundingBox(1, 2, 30 + number, 40),
                detection_score=float(random.random()),
                quality=("small", "dark") if status == "LOW_QUALITY" else (),
                raw=Expression(raw, 1.1 if is_uncertain else 0.0),
                shown=Expression(shown, steady_label="uncertain" if number % 2 else "fear"),
            )
        )
    return rows


def write(file, rows):
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(cells(row) for row in rows)
    return file


def test_what_is_read_equals_what_was_written(tmp_path):
    rows = some_rows()
    read = list(read_rows(write(tmp_path / "faces.csv", rows)))
    assert [cells(row) for row in read] == [cells(row) for row in rows]
    for before, after in zip(rows, read, strict=True):
        if before.raw is not None:
            assert (after.raw.probabilities == before.raw.probabilities).all()
            assert after.raw.is_uncertain is before.raw.is_uncertain
            assert after.shown.label == before.shown.label


def test_wherever_the_file_is_cut_whole_rows_stay(tmp_path):
    file = write(tmp_path / "faces.csv", some_rows(4))
    content = file.read_bytes()
    n_header = content.index(b"\n") + 1
    for length in range(n_header, len(content)):
        file.write_bytes(content[:length])
        assert len(list(read_rows(file))) == content[n_header:length].count(b"\n")
        assert is_cut(file) is (content[length - 1 : length] != b"\n")


def test_zeros_after_a_power_cut_are_a_cut_line(tmp_path):
    file = write(tmp_path / "faces.csv", some_rows(4))
    file.write_bytes(file.read_bytes() + bytes(5000))
    assert len(list(read_rows(file))) == 4


def test_rows_are_read_one_after_the_other(tmp_path):
    file = write(tmp_path / "faces.csv", some_rows(3))
    with file.open("a", encoding="utf-8") as opened:
        opened.write("nonsense\n")
    rows = read_rows(file)
    assert [next(rows).frame for _ in range(3)] == [0, 1, 2]
    with pytest.raises(SessionError, match="1 cells"):
        next(rows)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not the columns"),
        (b"a,b\n1,2\n", "not the columns"),
        (b"\xff\xfe\n", "no table"),
        (b"x" * 300_000, "far too long"),
    ],
)
def test_a_file_that_is_no_table_says_so(tmp_path, content, reason):
    file = tmp_path / "faces.csv"
    file.write_bytes(content)
    with pytest.raises(SessionError, match=reason):
        list(read_rows(file))


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(SessionError, match="can't be read"):
        list(read_table(tmp_path / "none.csv", ("a",)))


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "FINE"), ("frame", "x"), ("p_fear", "7"), ("x1", ""), ("x2", "0"), ("y2", "1")],
)
def test_a_row_with_an_impossible_value_names_its_line(tmp_path, column, value):
    values = [str(cell) for cell in cells(some_rows(1)[0])]
    values[COLUMNS.index(column)] = value
    with pytest.raises(ValueError, match=r"."):
        row_of(values)
    file = write(tmp_path / "faces.csv", some_rows(1))
    with file.open("a", encoding="utf-8") as opened:
        opened.write(",".join(values) + "\n")
    with pytest.raises(SessionError, match="row 3"):
        list(read_rows(file))


def test_a_box_may_have_no_width(tmp_path):
    values = [str(cell) for cell in cells(some_rows(1)[0])]
    values[COLUMNS.index("x2")] = values[COLUMNS.index("x1")]
    assert row_of(values).box == BoundingBox(1, 2, 1, 40)
