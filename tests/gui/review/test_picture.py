"""The faces of a moment, as they were shown."""

import numpy as np

from fer_desktop.gui.review.picture import faces_at
from fer_desktop.sessions.rows import Row
from tests.recorded import LEFT, RIGHT, face_row, session_rows, table_of


def test_faces_of_a_moment_largest_first():
    table = table_of(session_rows())
    left, right = faces_at(table, float(table.times[60]))
    assert (left.track_id, left.box, left.smoothed.label) == (1, LEFT, "uncertain")
    assert (right.track_id, right.box, right.smoothed.label) == (2, RIGHT, "surprise")
    np.testing.assert_array_equal(left.smoothed.probabilities, table.faces[0].probabilities[50])
    assert faces_at(table, float(table.times[32])) == ()
    assert faces_at(table, 6.01) == ()


def test_a_held_face_is_drawn_as_held():
    row = face_row(0, 1, "fear", LEFT)
    held = Row(1, 0.1, "HELD", face_id=1, box=LEFT, raw=row.raw, shown=row.shown)
    (face,) = faces_at(table_of([row, held]), 0.1)
    assert face.face.is_held
