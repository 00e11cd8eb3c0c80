"""FaceReader-style logs: as scripts that read the product's logs look at them; the older form.

The steps of four public readers are written anew here: one skips ten lines, takes the delimiter
from the next one, name and start from lines 6 and 5; one takes the failed cells for missing; one
skips to a header that it looks for; the oldest skips eight.
"""

import re
from dataclasses import replace
from datetime import datetime

import numpy as np
import pandas as pd
import pytest

from fer_desktop.export.formats.face_reader import (
    NAMES,
    write_detailed,
    write_old_detailed,
    write_old_states,
    write_states,
)
from tests.export.recordings import INFO, empty_row, face_row, small, varied


def lines_of(path):
    return path.read_text(encoding="utf-8").split("\n")


@pytest.fixture
def detailed(tmp_path):
    """Return the path of the detailed log of the varied recording."""
    write_detailed(varied(), tmp_path / "a_detailed.txt", INFO)
    return tmp_path / "a_detailed.txt"


@pytest.fixture
def states(tmp_path):
    """Return the path of the state log of the small recording."""
    write_states(small(), tmp_path / "a_state.txt", INFO)
    return tmp_path / "a_state.txt"


def skipping_ten(path):
    """Read as one reader does: the front matter from its lines, the table from line 11 on."""
    front = lines_of(path)[:10]
    assert "video analysis" in front[0].lower()
    assert front[7:] == ["", "", ""]
    kind = "detailed" if "detailed" in front[0] else "state"
    name = front[5].replace("Filename", "").strip()
    start = datetime.strptime(front[4].replace("Start time", "").strip(), "%m/%d/%Y %H:%M:%S.%f")
    header = lines_of(path)[10]
    assert "," not in header
    assert "\t" in header
    table = pd.read_csv(path, sep="\t", skiprows=10, dtype=str, keep_default_na=False)
    assert table["Video Time"].is_unique
    return kind, name, start, table


def test_a_reader_that_skips_ten_lines_finds_all(detailed):
    kind, name, start, table = skipping_ten(detailed)
    assert (kind, name) == ("detailed", "Loopback")
    assert start == datetime(2026, 11, 25, 14, 3, 22)
    assert lines_of(detailed)[4] == "Start time\t11/25/2026 14:03:22.000"
    assert lines_of(detailed)[6] == "Frame rate\t10.000000000"
    assert list(table) == [
        *("Video Time", *NAMES.values(), "Valence", "Arousal", "Stimulus", "Event Marker"),
    ]
    assert all(re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3}", time) for time in table["Video Time"])


def test_a_reader_that_takes_failed_cells_for_missing_gets_numbers(detailed):
    table = pd.read_csv(detailed, sep="\t", skiprows=10, na_values=["FIND_FAILED", "FIT_FAILED"])
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
    assert table["Arousal"].isna().all()


def test_a_reader_that_looks_for_the_header_finds_it(detailed, states):
    for path in (detailed, states):
        (at,) = [n for n, line in enumerate(lines_of(path), 1) if line.startswith("Video Time\t")]
        assert at == 11


def test_a_frame_without_a_face_says_so_in_every_cell(detailed):
    failed = next(line for line in lines_of(detailed) if line.startswith("00:00:02.200"))
    assert failed.split("\t")[1:11] == ["FIND_FAILED"] * 10


def test_markers_stand_at_the_next_frame(detailed):
    table = pd.read_csv(detailed, sep="\t", skiprows=10)
    marked = table[table["Event Marker"].notna()]
    assert list(marked["Video Time"]) == ["00:00:00.700", "00:00:01.100"]
    assert list(marked["Event Marker"]) == ["'=1+1 door", "marker"]


def test_the_state_log_has_a_line_a_change_and_its_end(states):
    kind, _, _, table = skipping_ten(states)
    assert kind == "state"
    assert list(table) == ["Video Time", "Dominant Expression"]
    assert table.to_numpy().tolist() == [
        ["00:00:00.000", "Happy"],
        ["00:00:01.000", "Neutral"],
        ["00:00:02.000", "Unknown"],
        ["00:00:02.500", "Happy"],
        ["00:00:03.000", "END"],
    ]


def test_the_end_is_that_of_the_video(tmp_path):
    rows = [face_row(n, "fear", time_s=float(n)) for n in range(4)]
    write_states(rows, tmp_path / "a.txt", replace(INFO, end_of=lambda path: 3.4))
    assert lines_of(tmp_path / "a.txt")[-2] == "00:00:03.400\tEND"


def test_an_uncertain_face_is_unknown(tmp_path):
    write_states(varied(), tmp_path / "a.txt", INFO)
    assert "00:00:00.500\tUnknown\n" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_video_starts_when_its_file_was_made_and_one_frame_has_no_rate(tmp_path):
    video = replace(INFO, markers=(), started_utc="", made=lambda: "2026-06-04T09:54:03.048Z")
    write_detailed([empty_row(0)], tmp_path / "a.txt", video)
    assert lines_of(tmp_path / "a.txt")[3:7] == [
        "Calibration\t-",
        "Start time\t6/4/2026 09:54:03.048",
        "Filename\tLoopback",
        "Frame rate\t",
    ]


def test_nothing_is_made_up_where_nobody_knows_the_start(tmp_path):
    write_detailed([empty_row(0)], tmp_path / "a.txt", replace(INFO, started_utc=""))
    assert lines_of(tmp_path / "a.txt")[4] == "Start time\t"


def test_the_older_form_is_as_it_was(tmp_path):
    write_old_detailed(varied(), tmp_path / "d.txt", INFO)
    write_old_states(small(), tmp_path / "s.txt", INFO)
    lines = lines_of(tmp_path / "d.txt")
    assert lines[5:7] == ["Filename:\tLoopback", "Frame rate:\t10"]
    assert lines[8].startswith("Video Time\tNeutral\tHappy\tSad\tAngry\tSurprised\tScared\tDisg")
    assert "Arousal" not in lines[8]
    table = pd.read_csv(tmp_path / "s.txt", sep="\t", skiprows=8)
    assert table.to_numpy().tolist()[2:] == [
        ["00:00:02.000", "FIND_FAILED"],
        ["00:00:02.500", "Happy"],
    ]
    assert table.columns[1] == "Emotion"
