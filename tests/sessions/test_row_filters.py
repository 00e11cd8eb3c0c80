"""One face alone: its rows, and a frame without it is one in which it was not found."""

from fer_desktop.sessions.row_filters import only_face
from tests.export.recordings import small


def test_one_face_of_two():
    rows = small()
    kept = list(only_face(rows, 2))
    assert [row.frame for row in kept] == list(range(30))
    assert [row.frame for row in kept if row.face_id == 2] == list(range(5, 15))
    assert {row.status for row in kept if row.face_id is None} == {"DROPPED", "FIND_FAILED"}
    assert list(only_face(rows, 1)) == [row for row in rows if row.face_id != 2]
