"""The smoke test lets a good program pass and finds what a broken one lacks.

In the place of a frozen program stands the real one, started by this Python from a folder that is
laid out alike.
"""

import json
import os
import shutil
import sys

import pytest
import smoke_test

from fer_desktop.system import paths
from tests.fakes import PATIENCE_S

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
ROOT = smoke_test.Path(__file__).parents[2]


def write_programs(folder, before=""):
    lines = (
        f"#!/bin/sh\nexport PYTHONPATH='{ROOT}'\n{before}\nexec '{sys.executable}' -m fer_desktop"
    )
    for name in ("fer-desktop", "fer-desktop-window"):
        (folder / name).write_text(f'{lines} "$@"\n')
        (folder / name).chmod(0o755)


@pytest.fixture
def program(tmp_path, monkeypatch):
    monkeypatch.setattr(smoke_test, "PATIENCE_S", PATIENCE_S)  # this computer may be busy
    folder = tmp_path / "program"
    demo = folder / "_internal/resources/demo"
    demo.mkdir(parents=True)
    shutil.copy(paths.demo_picture(), demo)
    write_programs(folder)
    return folder


@pytest.fixture
def only_window(monkeypatch):
    """Leave out what is tried before the window."""
    monkeypatch.setattr(smoke_test, "check_commands", lambda program: {})


def test_a_good_program_passes_and_its_times_are_told(program, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(smoke_test, "N_WINDOWS", 2)
    shot = tmp_path / "shot.png"
    arguments = [str(program), "--seconds", "600", "--screenshot", str(shot)]
    assert smoke_test.main(arguments) == 0
    times = json.loads(capsys.readouterr().out)
    assert 0 < times["window_offscreen_s"]["warm"] < 600
    # As wide as the offscreen screen of 800 pixels has room for.
    assert smoke_test.look_at(shot)[1:] == (792, 720)


def test_a_slow_one_fails(program, only_window, monkeypatch, capsys):
    monkeypatch.setattr(smoke_test, "check_window", lambda *_: [0.5, 1.5, 0.5, 1.2])
    assert smoke_test.main([str(program), "--seconds", "1"]) == 1
    assert "first analyzed frame after 1.20 s, not 1.0 s" in capsys.readouterr().err


def test_one_whose_window_can_not_be_loaded_fails(program, only_window, capsys):
    missing = program / "PySide6"
    missing.mkdir()
    (missing / "__init__.py").write_text("raise ImportError('gone')\n")
    write_programs(program, before=f"PYTHONPATH='{program}':$PYTHONPATH")
    assert smoke_test.main([str(program), "--seconds", "600"]) == 1
    assert "There was no window" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["tensorflow", "libQt6Network.so.6"])
def test_one_with_what_must_not_be_inside_fails(program, name, capsys):
    (program / name).mkdir()
    assert smoke_test.main([str(program)]) == 1
    assert name in capsys.readouterr().err


def test_one_without_resources_or_that_ends_with_an_error_fails(program, tmp_path, capsys):
    write_programs(program, before="exit 3")
    assert smoke_test.main([str(program)]) == 1
    assert "exit code 3" in capsys.readouterr().err
    shutil.rmtree(program / "_internal")
    assert smoke_test.main([str(program)]) == 1
    assert "astronaut.jpg is in the program 0 times" in capsys.readouterr().err
