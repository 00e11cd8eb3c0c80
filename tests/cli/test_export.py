"""The export command: which files it writes, and what it says when it can't."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from fer_desktop.cli.export import ExportOrder, run_export
from fer_desktop.core.errors import DataError, SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.system.terminal import NO_INPUT, OK, SOME_FAILED
from tests.command_fixtures import SESSION
from tests.export.recordings import empty_row, small
from tests.sessions.test_row_reader import write as write_rows

pytestmark = pytest.mark.usefixtures("fake_analyzer")


@pytest.fixture
def export(tmp_path, monkeypatch):
    """Return a function that exports from inside a folder: exit code, what is told, the files."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(form, *inputs, **options):
        told = []
        order = ExportOrder([str(each) for each in inputs], form, **options)
        code = run_export(order, Settings(), told.append)
        files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        return code, told, files

    return run


def table(path):
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_session_gets_its_own_name(export, session_folder):
    code, told, files = export("csv", session_folder)
    name = session_folder.name
    assert (code, files) == (OK, [f"{name}.csv", f"{name}.json"])
    assert told == [f"{name}.csv is written."]
    assert json.loads(Path(f"{name}.json").read_text())["title"] == name


def test_no_file_is_written_over_without_being_named(export, session_folder):
    export("csv", session_folder)
    with pytest.raises(SettingsError, match="is there already; say with --output"):
        export("csv", session_folder)
    named = Path(f"{session_folder.name}.csv")
    assert export("csv", session_folder, output=str(named))[0] == OK


def test_into_a_folder_each_recording_has_a_file_of_its_own(export, session_folder):
    code, _, files = export("bids", session_folder, "x/a.mp4", "y/a.mp4", output="out/")
    assert (code, files) == (OK, [f"out/{n}" for n in files_of(session_folder.name, "a", "a-2")])


def files_of(*names):
    return sorted(f"{name}_events.{kind}" for name in names for kind in ("json", "tsv"))


def test_into_one_file_rows_of_all_and_sessions_are_told_apart(export, session_folder):
    export("csv", session_folder, "a.mp4", "b.png", output="all.csv")
    rows = table("all.csv")
    paths = list(dict.fromkeys(row["path"] for row in rows))
    assert paths == [str(session_folder), "a.mp4", "b.png"]


def test_a_folder_that_is_there_needs_no_slash(export):
    Path("out").mkdir()
    assert export("srt", "a.mp4", output="out")[2] == ["out/a.json", "out/a.srt"]


def test_several_recordings_do_not_fit_into_one_file_of_events(export):
    with pytest.raises(SettingsError, match="give a folder"):
        export("elan", "a.mp4", "b.mp4", output="a.tsv")


def test_pictures_have_no_time(export):
    with pytest.raises(SettingsError, match=r"tells of times, and a\.png has none"):
        export("srt", "a.png")
    assert export("html", "a.png", "b.png")[2] == ["a.html"]


def test_exit_codes(export):
    code, told, _ = export("csv", "a.png", "bad.png")
    assert code == SOME_FAILED
    assert told[0] == "bad.png: bad."
    assert [row["status"] for row in table("a.csv")] == ["OK", "UNREADABLE"]
    assert export("csv", "bad.png")[0] == NO_INPUT


def test_one_face(export, session_folder):
    export("csv", session_folder, face=2)
    assert {row["face_id"] for row in table(f"{session_folder.name}.csv")} == {"", "2"}
    with pytest.raises(DataError, match=r"no face 9 in it; its faces are 0, 1, 2\.$"):
        export("csv", session_folder, face=9, output="other.csv")
    assert not Path("other.csv").exists()


def test_numbers_with_commas_are_for_tables_of_text(export, session_folder):
    export("csv", session_folder, decimal=",")
    path = Path(f"{session_folder.name}.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {row["status"] for row in rows} > {"OK"}
    assert all("." not in row["p_fear"] for row in rows)
    assert json.loads(path.with_suffix(".json").read_text())["decimal"] == ","
    with pytest.raises(SettingsError, match="--decimal is for csv, statistics"):
        export("jsonl", session_folder, decimal=",")


def two_sessions_of_one_video(folder):
    """Return the folders of two sessions of the same video, of which the second is shorter."""
    rows = [replace(row, path="talk.mp4") for row in small()]
    for name, of_it in (("first", rows), ("second", rows[:12])):
        (folder / name).mkdir(parents=True)
        write_rows(folder / name / "faces.csv", of_it)
        (folder / name / "session.json").write_text(json.dumps(SESSION), encoding="utf-8")
    return [folder / "first", folder / "second"]


def test_two_sessions_of_one_video_are_two_recordings(export, tmp_path):
    sessions = two_sessions_of_one_video(tmp_path / "sessions")
    for given, output in ((sessions, "both.csv"), (sessions[:1], "one.csv")):
        export("statistics", *given, output=output)
    both, one = table("both.csv"), table("one.csv")
    assert {row["path"] for row in both} == {str(each) for each in sessions}
    assert {row["path"] for row in one} == {"talk.mp4"}
    first = [row for row in both if row["path"] == str(sessions[0])]
    assert [{**row, "path": ""} for row in first] == [{**row, "path": ""} for row in one]
    told = json.loads(Path("both.json").read_text())
    assert [each["path"] for each in told["inputs"]] == [str(each) for each in sessions]
    assert told["source"]["kind"] == "several"
    # The folder of both says the same; a session that is given twice is two recordings.
    export("statistics", tmp_path / "sessions", output="folder.csv")
    assert table("folder.csv") == both
    export("statistics", sessions[0], sessions[0], output="twice.csv")
    assert {row["path"] for row in table("twice.csv")} == {
        str(sessions[0]),
        f"{sessions[0]} (2)",
    }


def test_a_recording_without_any_face_is_a_line(export, tmp_path):
    sessions = two_sessions_of_one_video(tmp_path / "sessions")
    write_rows(sessions[1] / "faces.csv", [empty_row(n) for n in range(7)])
    export("statistics", *sessions, output="a.csv")
    (line,) = [row for row in table("a.csv") if row["path"] == str(sessions[1])]
    known = {"path": str(sessions[1]), "lost": "1", "n_frames": "7"}
    assert {name: value for name, value in line.items() if value} == known
