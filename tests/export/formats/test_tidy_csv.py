"""The tidy table: pandas and the reader of sessions give back every number of every row."""

from pathlib import Path

import numpy as np
import pandas as pd

from fer_desktop.core.labels import LABELS
from fer_desktop.export.formats.tidy_csv import about, write
from fer_desktop.sessions.row_reader import read_rows
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, cells
from tests.export.recordings import INFO, empty_row, varied


def test_pandas_reads_every_number(tmp_path):
    rows = varied("a.mp4")
    write(rows, tmp_path / "a.csv", INFO)
    table = pd.read_csv(tmp_path / "a.csv")
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == len(rows)
    assert list(table["status"]) == [row.status for row in rows]
    np.testing.assert_allclose(table["time_s"], [row.time_s for row in rows], atol=1e-6)
    seen = [row for row in rows if row.raw is not None]
    faces = table[table["label"].notna()]
    for start, kind in (("p_", "raw"), ("s_", "shown")):
        written = faces[[f"{start}{label}" for label in LABELS]].to_numpy()
        truth = np.stack([getattr(row, kind).probabilities for row in seen])
        np.testing.assert_allclose(written, truth, rtol=0, atol=1e-7)
    np.testing.assert_allclose(faces["valence"], [r.raw.valence for r in seen], atol=1e-6)
    np.testing.assert_allclose(
        faces["detection_score"], [r.detection_score for r in seen], atol=1e-6
    )
    boxes = faces[["x1", "y1", "x2", "y2"]].to_numpy()
    np.testing.assert_array_equal(boxes, [r.box for r in seen])
    assert list(faces["label_shown"]) == [row.shown.label for row in seen]
    assert list(faces["face_id"]) == [row.face_id for row in seen]


def test_nothing_is_carried_over_into_frames_without_a_face(tmp_path):
    write(varied(), tmp_path / "a.csv", INFO)
    table = pd.read_csv(tmp_path / "a.csv")
    empty = table[table["status"].isin(["FIND_FAILED", "DROPPED", "LOST"])]
    assert len(empty) == 7
    assert empty[list(COLUMNS[5:])].isna().all(axis=None)


def test_the_reader_of_sessions_reads_it(tmp_path):
    rows = varied("a.mp4")
    write(rows, tmp_path / "a.csv", INFO)
    assert [cells(row) for row in read_rows(tmp_path / "a.csv")] == [cells(row) for row in rows]


def test_a_path_is_no_formula_and_may_hold_anything(tmp_path):
    paths = ["=cmd.mp4", 'a,"b".mp4', "b\udcff.mp4"]
    write([empty_row(0, path=path) for path in paths], tmp_path / "a.csv", INFO)
    read = list(pd.read_csv(tmp_path / "a.csv")["path"])
    assert read == ["'=cmd.mp4", 'a,"b".mp4', Path("b\udcff.mp4").absolute().as_uri()]


def test_the_dictionary_is_beside_it():
    told = about(INFO)
    assert told["columns"] == DESCRIPTIONS
    assert told["model"] == INFO.model
