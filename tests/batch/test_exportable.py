"""What was given becomes recordings: sessions and videos one by one, pictures together."""

import json
import shutil

import pytest

from fer_desktop.batch.exportable import Recordings
from fer_desktop.core.errors import SessionError
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.rows import cells
from tests.command_fixtures import SESSION
from tests.sessions.test_row_reader import some_rows


def test_a_session_needs_no_model(fake_analyzer, session_folder):
    told = []
    (found,) = Recordings(Settings(), 1, told.append).find([str(session_folder)])
    assert (found.name, found.info.stills) == (session_folder.name, False)
    assert [cells(row) for row in found.rows()] == [cells(row) for row in some_rows()]
    assert (fake_analyzer.n_made, told) == (0, [])


def test_what_is_not_whole_is_told(session_folder):
    (session_folder / "session.json").write_text(json.dumps({**SESSION, "state": "recording"}))
    told = []
    (found,) = Recordings(Settings(), 1, told.append).find([str(session_folder)])
    assert "not ended properly" in told[0]
    assert found.info.problems
    (session_folder / "session.json").write_text("{")
    with pytest.raises(SessionError, match="damaged"):
        Recordings(Settings(), 1, told.append).find([str(session_folder)])


def test_pictures_of_a_folder_are_one_set_and_videos_each_their_own(fake_analyzer, tmp_path):
    for name in ("a.png", "b.jpg", "c.mp4", "d.mp4"):
        (tmp_path / name).touch()
    source = Recordings(Settings(), 3, print)
    found = source.find([str(tmp_path)])
    assert [each.name for each in found] == ["c", "d", tmp_path.name]
    assert [each.info.stills for each in found] == [False, False, True]
    assert [each.n_inputs for each in found] == [1, 1, 2]
    rows = list(found[2].rows())
    assert [(row.path, row.face_id) for row in rows] == [
        (str(tmp_path / "a.png"), 1),
        (str(tmp_path / "b.jpg"), 1),
    ]
    assert [row.frame for row in found[0].rows()] == [0, 3]
    assert found[0].info.model["name"] == "fixed"
    assert found[0].info.settings["every"] == 3
    assert found[0].info.settings["smoothing_s"] == 0.0
    assert "theme" not in found[0].info.settings
    assert found[0].info.made()  # its file's time; of pictures, no time means anything
    assert found[2].info.made() == ""
    assert fake_analyzer.n_made == 1


def test_what_cannot_be_read_is_a_row_that_says_so(fake_analyzer):
    told = []
    source = Recordings(Settings(), 1, told.append)
    (pictures,) = source.find(["a.png", "bad.png", "b.png"])
    rows = list(pictures.rows())
    assert [row.status for row in rows] == ["OK", "UNREADABLE", "OK"]
    assert (source.n_failed, told) == (1, ["bad.png: bad."])
    (video,) = source.find(["bad.mp4"])
    assert [(r.frame, r.status) for r in video.rows()] == [(0, "OK"), (1, "UNREADABLE")]


def test_a_folder_of_sessions_is_all_sessions_in_it_and_a_broken_one_costs_no_other(
    fake_analyzer, session_folder, tmp_path
):
    for name in ("b", "a", "broken"):
        shutil.copytree(session_folder, tmp_path / name)
    (tmp_path / "broken" / "session.json").write_text("{")
    (tmp_path / "notes").mkdir()
    told = []
    source = Recordings(Settings(), 1, told.append)
    found = source.find([str(tmp_path)])
    assert [each.name for each in found] == [session_folder.name, "a", "b"]
    assert (source.n_inputs, source.n_failed, len(told)) == (4, 1, 1)
    assert "damaged" in told[0]
    (tmp_path / "c.mp4").touch()
    assert [each.name for each in source.find([str(tmp_path)])][-1] == "c"
    assert fake_analyzer.n_made == 1
