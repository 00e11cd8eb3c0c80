"""Results as a pandas table: the columns of every export, with types to compute with."""

import sys

import numpy as np
import pytest

from fer_desktop import to_pandas
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.sessions.rows import COLUMNS
from tests.fakes import picture, probabilities


@pytest.fixture(scope="module", autouse=True)
def pandas():
    return pytest.importorskip("pandas", reason="the extra 'exports' is not installed")


def face(label="fear", p=0.9, track_id=None):
    raw = Expression(probabilities(label, p), 0.5)
    found = Face(BoundingBox(1, 2, 30, 40), 0.875, track_id)
    return RecognizedFace(found, raw, Expression(probabilities("sadness", 0.6)))


def analyzed(index, *faces):
    return AnalyzedFrame(Frame(picture(), index, index / 10), faces)


def test_one_row_a_face_and_one_a_frame_without():
    frames = [analyzed(0, face(track_id=3), face(track_id=4)), analyzed(1), analyzed(2, face())]
    table = to_pandas(frames, path="a.mp4")
    assert tuple(table.columns) == COLUMNS
    assert table["frame"].tolist() == [0, 0, 1, 2]
    assert table["time_s"].tolist() == [0, 0, 0.1, 0.2]
    assert table["status"].tolist() == ["OK", "OK", "FIND_FAILED", "OK"]
    assert set(table["path"]) == {"a.mp4"}
    assert table["face_id"].dropna().tolist() == [3, 4, 1]


def test_what_a_frame_without_faces_does_not_have_is_missing_not_zero():
    (row,) = to_pandas([analyzed(5)]).itertuples()
    table = to_pandas([analyzed(5)])
    missing = [name for name in COLUMNS if table[name].isna().all()]
    assert set(COLUMNS) - set(missing) == {"path", "frame", "time_s", "wall_time_utc", "status"}
    assert row.wall_time_utc == ""


def test_columns_can_be_computed_with():
    table = to_pandas([analyzed(0, face(p=0.9)), analyzed(1), analyzed(2, face(p=0.7))])
    assert table["p_fear"].mean() == pytest.approx(0.8)
    assert table["x1"].sum() == 2
    assert table.groupby("label").size().to_dict() == {"fear": 2}
    assert str(table["x1"].dtype) == "Int64"
    assert table["confidence"].dtype == np.float64
    assert table["detection_score"].dropna().tolist() == [0.875, 0.875]


def test_the_faces_of_a_picture_are_numbered_by_their_place():
    table = to_pandas([face("anger"), face("fear", 0.3)], path="a.png")
    assert table["face_id"].tolist() == [1, 2]
    assert table["label"].tolist() == ["anger", "uncertain"]
    assert table["status"].tolist() == ["OK", "UNSURE"]
    assert set(table["path"]) == {"a.png"}


def test_a_single_frame_and_a_generator_are_taken():
    assert len(to_pandas(analyzed(0, face(), face()))) == 2
    assert len(to_pandas(analyzed(n, face()) for n in range(4))) == 4


def test_values_are_those_of_the_exported_files():
    one = face(p=0.123)
    (value,) = to_pandas([one])["p_fear"]
    assert np.float32(value) == one.raw.probabilities[3]


def test_nothing_gives_an_empty_table_with_all_columns_and_types():
    empty, full = to_pandas([]), to_pandas([face()])
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_without_pandas_one_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(SettingsError, match=r"needs pandas .*install 'fer-desktop\[exports\]'\.$"):
        to_pandas([])
