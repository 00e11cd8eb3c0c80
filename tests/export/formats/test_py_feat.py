"""Py-Feat's table: the columns that its reader asks for, and none that misleads it.

Py-Feat itself, with torch, is too heavy for these tests; where it is installed, it reads.
"""

import numpy as np
import pandas as pd
import pytest

from fer_desktop.export.formats.py_feat import COLUMNS, EMOTIONS, write
from tests.export.recordings import INFO, empty_row, varied


@pytest.fixture
def table(tmp_path):
    """Return what pandas reads of the varied recording."""
    write(varied("a.mp4"), tmp_path / "a.csv", INFO)
    return pd.read_csv(tmp_path / "a.csv")


def test_the_columns_are_what_its_reader_looks_for(table):
    assert list(table.columns) == list(COLUMNS)
    assert [c for c in COLUMNS if c in EMOTIONS] == [
        "anger",
        "disgust",
        "fear",
        "happiness",
        "sadness",
        "surprise",
        "neutral",
    ]
    assert list(COLUMNS[:5]) == [
        "FaceRectX",
        "FaceRectY",
        "FaceRectWidth",
        "FaceRectHeight",
        "FaceScore",
    ]
    # With it, the reader takes the file for one of version 2, whose names are others.
    assert "arousal" not in COLUMNS
    assert not [c for c in COLUMNS if "AU" in c or c.startswith("mesh_x_")]
    assert {"input", "frame", "approx_time", "Identity"} < set(COLUMNS)


def test_numbers_are_those_of_the_rows(table):
    rows = varied("a.mp4")
    seen = [row for row in rows if row.raw is not None]
    faces = table[table["Identity"].notna()]
    for name in (*EMOTIONS, "contempt"):
        np.testing.assert_allclose(
            faces[name], [row.raw.by_label()[name] for row in seen], rtol=0, atol=1e-7
        )
    np.testing.assert_allclose(faces["valence"], [r.raw.valence for r in seen], atol=1e-6)
    np.testing.assert_allclose(faces["FaceScore"], [r.detection_score for r in seen], atol=1e-6)
    np.testing.assert_array_equal(faces["FaceRectWidth"], [r.box.width for r in seen])
    np.testing.assert_array_equal(faces["FaceRectX"], [r.box.x1 for r in seen])
    assert list(faces["Identity"]) == [f"Person_{row.face_id}" for row in seen]
    assert list(table["frame"]) == [row.frame for row in rows]
    assert set(table["input"]) == {"a.mp4"}


def test_a_frame_without_a_face_is_a_row_of_nothing(table):
    empty = table[table["status"] == "FIND_FAILED"]
    assert len(empty) == 5
    assert empty[[*COLUMNS[:5], *EMOTIONS, "contempt", "valence", "Identity"]].isna().all(axis=None)


def test_minutes_a_camera_and_files_that_are_none(tmp_path):
    rows = [empty_row(0, time_s=61.5), empty_row(0, "UNREADABLE", path="bad.mp4")]
    write(rows, tmp_path / "a.csv", INFO)
    table = pd.read_csv(tmp_path / "a.csv")
    assert list(table["approx_time"]) == ["01:01"]
    assert list(table["input"]) == [INFO.title]


def test_its_own_reader_opens_it(tmp_path):
    io = pytest.importorskip("feat.utils.io", reason="py-feat is not installed")
    write(varied("a.mp4"), tmp_path / "a.csv", INFO)
    fex = io.read_feat(str(tmp_path / "a.csv"))
    assert list(fex.emotions.columns) == list(EMOTIONS)
    assert fex.faceboxes.shape == (len(varied()), 5)
