"""The head: what the session is, and a choice where there are several faces."""

import pytest

from fer_desktop.gui.review.head import ReviewHead
from fer_desktop.sessions.review import load
from tests.recorded import LEFT, face_row, session_rows, write_session
from tests.system.test_background import ended


@pytest.fixture
def head(qtbot):
    head = ReviewHead()
    qtbot.addWidget(head)
    return head


@pytest.fixture
def session(tmp_path):
    """Return what reads a session of these rows."""

    def session(rows):
        folder = write_session(tmp_path / str(len(rows)), video=False, rows=rows)
        return ended(load(folder)).result

    return session


def test_nothing_is_chosen_before_there_is_a_session(head):
    assert head.face is None
    assert head.about.text() == ""


def test_the_line_and_the_faces(head, session):
    head.show_session(session(session_rows()))
    assert head.about.text().startswith("Front camera")
    assert "faces: 2, frames: 80" in head.about.text()
    assert [head.faces.itemText(n) for n in range(2)] == ["Face 1", "Face 2"]
    assert head.face.face_id == 1
    assert head.faces.isEnabled()


def test_faces_are_listed_by_number_and_the_one_seen_most_is_chosen(head, session):
    rows = [face_row(n, 2, "fear", LEFT) for n in range(3)]
    head.show_session(
        session([face_row(0, 5, "fear", LEFT), *rows[1:], face_row(3, 1, "fear", LEFT)])
    )
    assert [head.faces.itemText(n) for n in range(3)] == ["Face 1", "Face 2", "Face 5"]
    assert head.face.face_id == 2


@pytest.mark.parametrize("how", ["list", "number"])
def test_another_face_is_told(head, session, qtbot, how):
    head.show_session(session(session_rows()))
    with qtbot.waitSignal(head.chosen):
        if how == "list":
            head.faces.setCurrentIndex(1)
            head.faces.activated.emit(1)
        else:
            head.choose(2)
    assert head.face.face_id == 2


def test_one_face_is_no_choice(head, session):
    head.show_session(session([face_row(0, 7, "fear", LEFT)]))
    assert not head.faces.isEnabled()


def test_no_face_at_all(head, session):
    head.show_session(session([]))
    assert head.face is None
