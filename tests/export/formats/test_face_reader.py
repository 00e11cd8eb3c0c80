"""FaceReader-style logs: the front matter where scripts look for it, and a line a frame."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from fer_desktop.export.formats.face_reader import NAMES, write_detailed, write_states
from tests.export.recordings import INFO, empty_row, small, varied


def lines_of(path):
    return path.read_text(encoding="utf-8").split("\n")


@pytest.fixture
def detailed(tmp_path):
    """Return the path of the detailed log of the varied recording."""
    write_detailed(varied(), tmp_path / "a.txt", INFO)
    return tmp_path / "a.txt"


def test_the_front_matter_is_where_scripts_look(detailed):
    lines = lines_of(detailed)
    assert lines[0] == "Video analysis detailed log"
    assert lines[5] == "Filename:\tLoopback"
    name, rate = lines[6].split("\t")
    assert name == "Frame rate:"
    assert float(rate) == pytest.approx(10)
    assert lines[8].startswith("Video Time\tNeutral\tHappy\tSad\tAngry\tSurprised\tScared\tDisg")
    assert "0" * 64 in lines[2]


def test_numbers_are_those_of_the_largest_face_seen(detailed):
    table = pd.read_csv(detailed, sep="\t", skiprows=8, na_values="FIND_FAILED")
    rows = varied()
    looked_at = [n for n in range(32) if n != 3]
    assert len(table) == len(looked_at)
    for line, frame in zip(table.itertuples(), looked_at, strict=True):
        row = next((r for r in rows if r.frame == frame and r.raw is not None), None)
        if row is None or row.status == "HELD":
            assert np.isnan(line.Happy)
            continue
        for label, name in NAMES.items():
            assert getattr(line, name) == pytest.approx(row.raw.by_label()[label], abs=1e-7)
        assert line.Valence == pytest.approx(row.raw.valence, abs=1e-6)
    assert table["Video Time"][1] == "00:00:00.100"


def test_a_frame_without_a_face_says_so_in_every_cell(detailed):
    failed = next(line for line in lines_of(detailed) if line.startswith("00:00:02.200"))
    assert failed.split("\t")[1:10] == ["FIND_FAILED"] * 9


def test_markers_stand_at_the_next_frame(detailed):
    table = pd.read_csv(detailed, sep="\t", skiprows=8)
    marked = table[table["Event Marker"].notna()]
    assert list(marked["Video Time"]) == ["00:00:00.700", "00:00:01.100"]
    assert list(marked["Event Marker"]) == ["'=1+1 door", "marker"]


def test_the_state_log_has_a_line_a_change(tmp_path):
    write_states(small(), tmp_path / "a.txt", INFO)
    table = pd.read_csv(tmp_path / "a.txt", sep="\t", skiprows=8)
    assert table.to_numpy().tolist() == [
        ["00:00:00.000", "Happy"],
        ["00:00:01.000", "Neutral"],
        ["00:00:02.000", "FIND_FAILED"],
        ["00:00:02.500", "Happy"],
    ]
    assert lines_of(tmp_path / "a.txt")[0] == "Video analysis state log"


def test_an_uncertain_face_is_unknown(tmp_path):
    write_states(varied(), tmp_path / "a.txt", INFO)
    assert "00:00:00.500\tUnknown\n" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_one_frame_has_no_rate(tmp_path):
    write_detailed([empty_row(0)], tmp_path / "a.txt", replace(INFO, markers=()))
    assert lines_of(tmp_path / "a.txt")[6] == "Frame rate:\t"
