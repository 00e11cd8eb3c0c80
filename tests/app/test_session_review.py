"""A session is read once, for the columns and for the figures; other ranges are counted anew."""

import pytest

from fer_desktop.app import session_review
from fer_desktop.core.exclusions import Exclusion
from fer_desktop.export.exclusion_file import write_exclusions
from tests.app.test_background import ended
from tests.recorded import session_rows, write_session


def test_all_of_a_session(tmp_path):
    folder = write_session(tmp_path / "s", video=False)
    write_exclusions(folder, [Exclusion(6, 7, "away")])
    job = ended(session_review.load(folder))
    session = job.result
    assert job.n_done == len(session_rows())
    assert [face.times.size for face in session.table.faces] == [70, 30]
    assert session.exclusions == (Exclusion(6, 7, "away"),)
    assert session.figures.n_frames == 70
    assert [marker.text for marker in session.files.markers] == ["question one", "=break"]


def test_counted_anew(tmp_path):
    folder = write_session(tmp_path / "s", video=False)
    files = ended(session_review.load(folder)).result.files
    figures = ended(session_review.count(files, (Exclusion(0, 4),))).result
    assert figures.n_frames == 40
    assert figures.n_lost == 0


@pytest.mark.parametrize("name", ["session.json", "faces.csv", "exclusions.csv"])
def test_what_cannot_be_read_is_told(tmp_path, name):
    folder = write_session(tmp_path / "s", video=False)
    (folder / name).write_text("broken\n", encoding="utf-8")
    job = ended(session_review.load(folder))
    assert job.result is None
    assert name in job.problem
