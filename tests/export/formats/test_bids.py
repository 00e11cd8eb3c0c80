"""BIDS events: the columns and values that the standard asks for, and the sidecar."""

import pandas as pd
import pytest

from fer_desktop.export.formats.bids import COLUMNS, about, write
from fer_desktop.sessions.statistics import SHOWN_LABELS
from tests.export.recordings import INFO, small


def test_onset_and_duration_come_first_in_order_of_time(tmp_path):
    write(small(), tmp_path / "a_events.tsv", INFO)
    table = pd.read_csv(tmp_path / "a_events.tsv", sep="\t", na_values=["n/a"])
    assert list(table.columns) == list(COLUMNS)
    assert list(table.columns[:2]) == ["onset", "duration"]
    assert list(table["onset"]) == sorted(table["onset"])
    assert list(table["onset"]) == pytest.approx([0, 0.5, 0.65, 1.0, 1.05, 2.5], abs=1e-6)
    assert list(table["duration"]) == pytest.approx([1, 1, 0, 1, 0, 0.5], abs=1e-6)
    assert list(table["trial_type"]) == [
        "happiness",
        "sadness",
        "marker",
        "neutral",
        "marker",
        "happiness",
    ]
    assert list(table["value"].dropna()) == ["'=1+1 door", "marker"]


def test_what_is_missing_is_n_a(tmp_path):
    write(small(), tmp_path / "a_events.tsv", INFO)
    lines = (tmp_path / "a_events.tsv").read_text(encoding="utf-8").splitlines()
    assert all(cell for line in lines for cell in line.split("\t"))
    assert lines[1] == "0\t1\thappiness\t1\tn/a"


def test_the_sidecar_describes_every_column_and_level():
    told = about(INFO)
    assert set(told) == {*COLUMNS, "GeneratedBy"}
    assert set(told["trial_type"]["Levels"]) == {*SHOWN_LABELS, "marker"}
    assert told["onset"]["Units"] == "s"
