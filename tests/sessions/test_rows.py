"""A row says what a face looked like, or why there is none, and loses no digit."""

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS
from fer_desktop.core.quality import ChipQuality
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.sessions.rows import (
    COLUMNS,
    DESCRIPTIONS,
    FACE_STATUSES,
    STATUSES,
    cells,
    row_of,
    rows_of,
)
from tests.fakes import picture, probabilities

GOOD = ChipQuality(90, 0.5, 0.2, 0.0, 0.8)
SMALL_AND_DARK = ChipQuality(20, 0.01, 0.2, 0.0, 0.8)


def recognized(p=0.9, track_id=7, quality=GOOD, threshold=0.5, **face):
    raw = Expression(probabilities("fear", p), threshold)
    shown = Expression(probabilities("sadness", 0.6))
    box = BoundingBox(1, 2, 30, 40)
    return RecognizedFace(Face(box, 0.87654321, track_id, **face), raw, shown, None, quality)


def analyzed(*faces):
    return AnalyzedFrame(Frame(picture(), 12, 0.4), faces)


def as_dict(row):
    return dict(zip(COLUMNS, cells(row), strict=True))


def test_a_frame_without_a_face_says_so_and_nothing_else():
    (row,) = rows_of(analyzed(), path="a.mp4", wall_time_utc="2026-01-01T00:00:00.000Z")
    values = as_dict(row)
    assert values["status"] == "FIND_FAILED"
    assert (values["path"], values["frame"], values["time_s"]) == ("a.mp4", 12, 0.4)
    assert set(cells(row)[5:]) == {""}


@pytest.mark.parametrize(
    ("face", "status", "quality"),
    [
        (recognized(), "OK", ""),
        (recognized(quality=None), "OK", ""),
        (recognized(p=0.3), "UNSURE", ""),
        (recognized(quality=SMALL_AND_DARK), "LOW_QUALITY", "small+dark"),
        (recognized(p=0.3, quality=SMALL_AND_DARK), "UNSURE", "small+dark"),
        (recognized(is_held=True), "HELD", ""),
    ],
)
def test_each_face_has_a_status(face, status, quality):
    (row,) = rows_of(analyzed(face))
    values = as_dict(row)
    assert (values["status"], values["quality"]) == (status, quality)
    assert status in FACE_STATUSES < set(STATUSES)


def test_raw_and_shown_stand_beside_each_other():
    (row,) = rows_of(analyzed(recognized()), time_s=2.5)
    values = as_dict(row)
    assert (values["label"], values["label_shown"]) == ("fear", "sadness")
    assert values["time_s"] == 2.5
    assert (values["x1"], values["y1"], values["x2"], values["y2"]) == (1, 2, 30, 40)
    assert float(values["p_fear"]) == pytest.approx(0.9)
    assert float(values["s_sadness"]) == pytest.approx(0.6)
    assert values["face_id"] == 7


def test_in_a_picture_faces_are_told_apart_by_their_place():
    rows = rows_of(analyzed(recognized(track_id=None), recognized(track_id=None)))
    assert [row.face_id for row in rows] == [1, 2]


def test_probabilities_come_back_bit_by_bit():
    values = np.random.default_rng(0).dirichlet(np.ones(8), 50).astype(np.float32)
    for p in values:
        face = RecognizedFace(Face(BoundingBox(0, 0, 9, 9), 1.0), Expression(p), Expression(p))
        (row,) = rows_of(analyzed(face))
        read = np.array([as_dict(row)[f"p_{label}"] for label in LABELS], np.float32)
        assert (read == p).all()


def test_every_column_is_described():
    assert list(DESCRIPTIONS) == list(COLUMNS)
    assert all(status in DESCRIPTIONS["status"] for status in STATUSES)


def test_a_face_alone_is_numbered_by_its_place_where_it_has_no_number():
    assert row_of(recognized(track_id=None), 2).face_id == 3
    row = row_of(recognized(track_id=7), 2, frame=4, time_s=0.5, path="a.png")
    assert (row.face_id, row.frame, row.time_s, row.path) == (7, 4, 0.5, "a.png")
    assert row.status == "OK"
