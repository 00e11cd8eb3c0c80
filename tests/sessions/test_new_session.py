"""What a session says about itself, and where it lies."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from fer_desktop import __version__
from fer_desktop.core.settings import Settings
from fer_desktop.sessions import new_session
from fer_desktop.sessions.files import read_session
from fer_desktop.sessions.new_session import Recorded, model_of, open_session, sessions_directory
from tests.fakes import PATIENCE_S, wait_until


@pytest.fixture
def chosen(tmp_path):
    return Settings(model="seed", record_folder=str(tmp_path), record_chosen_only=True)


def test_a_session_says_how_it_came_about(chosen, tmp_path):
    writer = open_session(Recorded("camera:1", "Desk"), chosen)
    writer.end("stopped")
    assert writer.folder.parent == tmp_path
    info = read_session(writer.folder).info
    assert info["source"] == {"kind": "camera", "name": "Desk"}
    assert info["model"]["name"] == "seed"
    assert len(info["model"]["sha256"]) == 64
    assert info["model"]["engine"] == "litert"
    assert info["versions"]["fer-desktop"] == __version__
    assert info["machine"]["cores"]
    assert info["settings"]["smoothing_s"] == chosen.smoothing_s
    assert "theme" not in info["settings"]
    assert info["options"] == {"video": False, "blur_faces": False, "chosen_face_only": True}


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("camera", "camera"),
        ("camera:2", "camera"),
        ("demo", "demo"),
        ("http://127.0.0.1/a.mjpg", "stream"),
        ("rtsp://127.0.0.1/a", "stream"),
        ("none.png", "picture"),
    ],
)
def test_kinds_of_sources(source, kind):
    assert Recorded(source, "x").kind == kind
    assert Recorded(source, "x").path == (source if kind == "picture" else "")


def test_a_video_is_known_by_its_content(video):
    assert Recorded(str(video), "x").kind == "video"
    assert Recorded(str(video), "x").path == str(video)


def test_without_a_choice_sessions_lie_in_the_documents(chosen, monkeypatch, tmp_path):
    monkeypatch.setattr(new_session.platformdirs, "user_documents_dir", lambda: str(tmp_path / "d"))
    assert sessions_directory() == tmp_path / "d" / "FER Desktop Sessions"
    writer = open_session(Recorded("demo", "Demo"), replace(chosen, record_folder=""))
    writer.end()
    assert writer.folder.parent == sessions_directory()


def test_a_model_that_is_gone_is_named_all_the_same():
    assert model_of(Settings(model=str(Path("gone"))))["sha256"] is None


def last_row_s(folder):
    rows = [row for session in folder.iterdir() for row in read_session(session).rows()]
    return rows[-1].time_s if rows else 0.0


def test_what_a_killed_process_has_recorded_is_there(tmp_path):
    """That it is written at least twice a second is a bound of the recorder."""
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, root / "tests" / "sessions" / "recording_child.py", tmp_path],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    try:
        told_s = next(float(line) for line in child.stdout if float(line) > 1.0)
        wait_until(lambda: last_row_s(tmp_path) >= told_s)
    finally:
        child.kill()
        child.stdout.close()
        child.wait(PATIENCE_S)
    (folder,) = tmp_path.iterdir()
    session = read_session(folder)
    assert "not ended properly" in session.problems[0]
    assert list(session.rows())[-1].time_s >= told_s
