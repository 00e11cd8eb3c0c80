"""The Observer's form: read as three public scripts read The Observer's exports."""

from dataclasses import replace

import pandas as pd
import pytest

from fer_desktop.export.formats.observer import COLUMNS, write
from fer_desktop.sessions.files import Marker
from tests.export.recordings import INFO, small


@pytest.fixture
def log(tmp_path):
    write(small(), tmp_path / "a.txt", INFO)
    return pd.read_csv(tmp_path / "a.txt", sep=";", quotechar='"', encoding="utf-16")


def test_a_script_that_takes_starts_and_durations_finds_the_episodes(log):
    assert list(log) == list(COLUMNS)
    starts = log[(log["Event_Type"] == "State start") & (log["Subject"] == "face 1")]
    times = pd.to_datetime(starts["Time_Relative_hmsf"], format="%H:%M:%S.%f")
    since = (times - pd.Timestamp("1900-01-01")).dt.total_seconds()
    found = zip(since, pd.to_numeric(starts["Duration_sf"]), starts["Behavior"], strict=True)
    assert [pytest.approx(each[:2]) for each in found] == [(0, 1), (1, 1), (2.5, 0.5)]
    assert list(starts["Behavior"]) == ["happiness", "neutral", "happiness"]
    assert list(starts["Time_Relative_sf"]) == [0, 1, 2.5]


def test_a_script_that_pairs_starts_with_stops_finds_each_closed_before_the_next(log):
    events = log[log["Event_Type"] != "Point"]
    for _, own in events.groupby("Subject"):
        assert list(own["Event_Type"]) == ["State start", "State stop"] * (len(own) // 2)
        assert list(own["Behavior"][::2]) == list(own["Behavior"][1::2])
    assert log["Time_Relative_sf"].is_monotonic_increasing


def test_markers_are_points_and_times_of_day_are_there_for_sessions_alone(log, tmp_path):
    points = log[log["Event_Type"] == "Point"]
    assert points["Comment"].fillna("").tolist() == ["'=1+1 door", ""]
    assert points["Date_Time_Absolute_dmy_hmsf"].iloc[0] == "25-11-2026 14:03:22.650"
    assert (log["Observation"] == INFO.title).all()
    told = replace(INFO, started_utc="", markers=(Marker(0.1, 1, "", 'said "a;b"\nthen left'),))
    write(small(), tmp_path / "b.txt", told)
    again = pd.read_csv(tmp_path / "b.txt", sep=";", encoding="utf-16", keep_default_na=False)
    assert set(again["Date_dmy"]) == {""}
    assert 'said "a;b" then left' in set(again["Comment"])
