"""Values have their types, and None where there is nothing."""

import pytest

from fer_desktop.sessions.row_values import INTEGERS, TEXTS, values
from fer_desktop.sessions.rows import COLUMNS
from tests.export.recordings import empty_row, varied


def test_types():
    assert set(COLUMNS) >= TEXTS | INTEGERS
    for row in varied("a.mp4"):
        found = values(row)
        assert list(found) == list(COLUMNS)
        for name, value in found.items():
            kind = str if name in TEXTS else int if name in INTEGERS else float
            assert value is None or type(value) is kind, name


def test_numbers_are_those_of_the_row():
    row = varied()[7]
    found = values(row)
    assert found["detection_score"] == pytest.approx(row.detection_score, abs=1e-9)
    assert found["valence"] == pytest.approx(row.raw.valence, abs=1e-8)
    assert found["p_fear"] == pytest.approx(row.raw.by_label()["fear"], abs=1e-9)


def test_nothing_is_none():
    found = values(empty_row(3))
    assert {name for name, value in found.items() if value is not None} == {
        "frame",
        "time_s",
        "status",
    }
