"""Columns of a session: what was when, where nothing was seen, and which picture it is."""

import numpy as np
import pytest

from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import SHOWN_LABELS
from fer_desktop.sessions.table import SessionTable
from tests.recorded import LEFT, N_FRAMES, RATE, face_row, session_rows, table_of


@pytest.fixture(scope="module")
def table():
    return table_of(session_rows())


def test_every_row_is_in_its_face(table):
    rows = [row for row in session_rows() if row.face_id == 1]
    face = table.faces[0]
    assert (face.face_id, face.times.size) == (1, len(rows))
    np.testing.assert_allclose(face.times, [row.time_s for row in rows])
    np.testing.assert_array_equal(face.probabilities, [row.shown.probabilities for row in rows])
    assert [SHOWN_LABELS[n] for n in face.labels] == [row.shown.label for row in rows]
    assert face.box(0) == LEFT


def test_frames_are_counted_once_and_faces_come_longest_first(table):
    np.testing.assert_allclose(table.times, np.arange(N_FRAMES) / RATE)
    assert [face.face_id for face in table.faces] == [1, 2]
    assert table.step_s == pytest.approx(0.1)
    assert table.duration_s == pytest.approx(7.9)


def test_the_picture_of_a_frame_leaves_out_those_that_were_dropped(table):
    assert list(table.pictures[33:42]) == [33, 34, 34, 34, 34, 34, 34, 35, 36]


def test_a_lost_source_has_no_picture_even_where_it_repeats_a_number():
    rows = [face_row(0, 1, "fear", LEFT), Row(0, 0.5, "LOST"), face_row(9, 1, "fear", LEFT)]
    table = table_of(rows)
    assert list(table.times) == [0.0, 0.5, 0.9]
    assert list(table.pictures) == [0, 0, 1]
    assert list(table_of(rows[1:]).pictures) == [-1, 0]


def test_the_frame_of_a_moment(table):
    assert table.frame_at(1.0) == 10
    assert table.frame_at(1.09) == 10
    assert table.frame_at(-5) == 0
    assert table.frame_at(99) == N_FRAMES - 1
    empty = table_of([])
    assert (empty.frame_at(0), empty.duration_s, empty.step_s) == (-1, 0.0, 0.0)


def test_a_face_is_found_in_its_frames_only(table):
    face = table.faces[1]
    assert face.row_at(float(table.times[50])) == 0
    assert face.row_at(float(table.times[49])) is None


def test_lost_stretches_are_those_without_the_face(table):
    np.testing.assert_allclose(table.lost(table.faces[0]), [[3.0, 4.0]])
    np.testing.assert_allclose(table.lost(table.faces[1]), [[0.0, 5.0]])


def test_a_held_face_is_lost_too():
    rows = [face_row(n, 1, "fear", LEFT) for n in range(10)]
    held = Row(10, 1.0, "HELD", face_id=1, box=LEFT, raw=rows[0].raw, shown=rows[0].shown)
    table = table_of([*rows, held])
    np.testing.assert_allclose(table.lost(table.faces[0]), [[1.0, 1.1]])
    assert table.faces[0].is_held(10)
    assert not table.faces[0].is_held(9)


def test_runs_of_the_shown_label(table):
    runs = table.runs(table.faces[0])
    assert [run.label for run in runs] == ["happiness", "neutral", "happiness", "uncertain"]
    times = [(run.start_s, run.end_s) for run in runs]
    np.testing.assert_allclose(times, [(0, 2), (2, 3), (4, 6), (6, 8)])


def test_lines_break_where_the_face_was_away(table):
    times, rows = table.lines(table.faces[0])
    (gap,) = np.flatnonzero(np.isnan(rows[:, 0]))
    assert times[gap - 1] == pytest.approx(2.9)
    assert times[gap + 1] == pytest.approx(4.0)
    assert (np.diff(times) >= 0).all()


def test_a_row_out_of_its_time_is_left_out():
    rows = [face_row(n, 1, "fear", LEFT) for n in (0, 5, 3, 6)]
    table = table_of(rows)
    np.testing.assert_allclose(table.times, [0, 0.5, 0.6])
    np.testing.assert_allclose(table.faces[0].times, [0, 0.5, 0.6])


def test_an_hour_of_two_faces_is_small():
    table = table_of(session_rows())
    n_bytes = sum(
        column.nbytes
        for face in table.faces
        for column in vars(face).values()
        if isinstance(column, np.ndarray)
    )
    n_rows = sum(face.times.size for face in table.faces)
    assert n_bytes / n_rows * 2 * 30 * 3600 < 20e6
    assert isinstance(table, SessionTable)
