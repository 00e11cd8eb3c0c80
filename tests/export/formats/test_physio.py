"""BIDS continuous recordings: no header, a fixed rate, and a sidecar that says what is in them."""

import gzip
import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.export_file import export
from fer_desktop.export.formats import FORMATS, about_path, physio
from fer_desktop.export.formats.physio import COLUMNS
from tests.export.recordings import INFO, face_row, small, varied


def read(folder, rows):
    """Return the table and the sidecar of an export, opened as BIDS tools open it."""
    path = folder / "sub-01_task-film_physio.tsv.gz"
    export(FORMATS["physio"], rows, path, INFO)
    assert about_path(path).name == "sub-01_task-film_physio.json"
    told = json.loads(about_path(path).read_text(encoding="utf-8"))
    return pd.read_csv(path, sep="\t", names=told["Columns"], na_values=["n/a"]), told


def test_times_that_fall_or_leap_make_no_file_without_end(tmp_path, monkeypatch):
    rows = [replace(row, time_s=100 - row.time_s) for row in varied()]
    assert len(read(tmp_path, rows)[0]) == 1
    monkeypatch.setattr(physio, "MOST_LINES", 100)
    rows = varied()
    last = rows[-1].frame
    rows = [replace(row, time_s=1e9) if row.frame == last else row for row in rows]
    with pytest.raises(SettingsError, match="more than 100 lines at 10 a second"):
        export(FORMATS["physio"], rows, tmp_path / "a.tsv.gz", INFO)
    assert not (tmp_path / "a.tsv.gz").exists()


def test_a_constant_rate_gives_each_frame_and_nothing_else(tmp_path):
    rows = varied()
    table, told = read(tmp_path, rows)
    assert told["SamplingFrequency"] == pytest.approx(10)
    assert told["StartTime"] == 0
    assert list(table) == told["Columns"] == list(COLUMNS)
    assert all(told[name]["Description"] for name in COLUMNS)
    assert told["GeneratedBy"]["model"]["sha256"] == "0" * 64
    for n in range(31):
        row = next((r for r in rows if r.frame == n and r.raw is not None), None)
        if row is None or row.status == "HELD":
            assert np.isnan(table["p_fear"][n])
        else:
            assert table["p_fear"][n] == pytest.approx(float(row.raw.probabilities[3]), abs=1e-8)
            assert table["face_id"][n] == row.face_id


def test_a_varying_rate_takes_the_nearest_frame_and_makes_nothing_up(tmp_path):
    times = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.64, 1.0, 1.1, 1.2]
    rows = [face_row(n, "fear", time_s=time_s, face_id=n + 1) for n, time_s in enumerate(times)]
    table, told = read(tmp_path, rows)
    assert told["SamplingFrequency"] == pytest.approx(10)
    numbers = [None if np.isnan(n) else int(n) for n in table["face_id"]]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, None, None, None, 9, 10, 11]


def test_the_same_rows_make_the_same_bytes(tmp_path):
    contents = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        export(FORMATS["physio"], small(), tmp_path / name / "x_physio.tsv.gz", INFO)
        contents.append((tmp_path / name / "x_physio.tsv.gz").read_bytes())
    assert contents[0] == contents[1]
    assert gzip.decompress(contents[0]).count(b"\n") == 30


def test_one_frame_is_one_line(tmp_path):
    table, told = read(tmp_path, [face_row(0, "fear")])
    assert (len(table), told["SamplingFrequency"]) == (1, 1.0)


def test_a_recording_that_begins_later_says_so(tmp_path):
    table, told = read(tmp_path, [face_row(n, "fear", time_s=1.4 + n / 10) for n in range(5)])
    assert (len(table), told["StartTime"]) == (5, 1.4)
