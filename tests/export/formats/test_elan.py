"""ELAN's text: a tier a face, on which nothing overlaps and everything has a length."""

import pandas as pd
import pytest

from fer_desktop.export.formats.elan import COLUMNS, write
from tests.export.recordings import INFO, face_row, small, varied


def test_tiers_and_times(tmp_path):
    write(small(), tmp_path / "a.tsv", INFO)
    table = pd.read_csv(tmp_path / "a.tsv", sep="\t")
    assert list(table.columns) == list(COLUMNS)
    first = table[table["tier"] == "face 1"]
    assert list(first["annotation"]) == ["happiness", "neutral", "happiness"]
    assert list(first["begin"]) == pytest.approx([0, 1, 2.5])
    assert list(first["end"]) == pytest.approx([1, 2, 3])
    notes = table[table["tier"] == "markers"]
    assert list(notes["annotation"]) == ["'=1+1 door", "marker"]


def test_nothing_overlaps_and_all_have_a_length(tmp_path):
    short = [face_row(0, "fear", path="b.mp4", face_id=7)]  # one frame alone has no length
    write([*varied(), *short], tmp_path / "a.tsv", INFO)
    table = pd.read_csv(tmp_path / "a.tsv", sep="\t")
    assert (table["end"] > table["begin"]).all()
    for _, tier in table.groupby("tier"):
        assert (tier["begin"].to_numpy()[1:] >= tier["end"].to_numpy()[:-1]).all()
