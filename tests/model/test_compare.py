"""The comparison: its clip has a face in every frame, and only ratios are told."""

import json

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from model import compare
from model.compare import Run, environment, main, run_ours, run_theirs, write_clip

pytest.importorskip("skimage", reason="scikit-image has the backgrounds")


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    file = tmp_path_factory.mktemp("clip") / "clip.avi"
    write_clip(file, 12)
    return file


def test_the_clip_is_what_it_says(clip):
    capture = cv2.VideoCapture(str(clip))
    frames = []
    while (read := capture.read())[0]:
        frames.append(read[1])
    assert len(frames) == 12
    assert frames[0].shape == (360, 640, 3)
    assert np.abs(frames[0].astype(int) - frames[-1]).mean() > 2, "it moves"


def test_our_chain_finds_the_face_in_all_of_it(clip):
    run = run_ours(clip)
    assert (len(run.seconds), run.found) == (12, 12)


def test_the_first_tenth_does_not_count():
    assert Run([9.0, *[0.1] * 9], 0).rate == pytest.approx(10)


def test_the_other_package_that_fails_is_told(tmp_path, clip, monkeypatch):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho 'no module named fer' >&2\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(DataError, match="no module named fer"):
        run_theirs(python, clip)


def test_the_environment_is_made_once(tmp_path, monkeypatch):
    made, installed = [], []
    monkeypatch.setattr(compare.venv, "create", lambda f, **_: made.append(f) or f.mkdir())
    monkeypatch.setattr(
        compare.subprocess,
        "run",
        lambda command, **_: installed.append(command) or type("Done", (), {"returncode": 0}),
    )
    folder = tmp_path / "fer"
    assert environment(folder) == environment(folder)
    assert (made, len(installed)) == ([folder], 1)
    assert "fer==" in " ".join(installed[0])


def test_an_installation_that_fails_leaves_no_stamp(tmp_path, monkeypatch):
    monkeypatch.setattr(compare.venv, "create", lambda f, **_: f.mkdir(exist_ok=True))
    failed = type("Done", (), {"returncode": 1})
    monkeypatch.setattr(compare.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(DataError, match="can't be installed"):
        environment(tmp_path / "fer")
    assert not (tmp_path / "fer" / "installed").exists()


def test_ratios_and_shares_are_reported(tmp_path, monkeypatch, capsys):
    ours = iter([Run([0.01] * 10, 10), Run([0.01] * 10, 10), Run([0.02] * 10, 10)])
    monkeypatch.setattr(compare, "run_ours", lambda _clip: next(ours))
    monkeypatch.setattr(compare, "run_theirs", lambda _python, _clip: Run([0.1] * 10, 9))
    monkeypatch.setattr(compare, "environment", lambda folder: folder / "python")
    report = tmp_path / "compare.json"
    assert main(["--frames", "5", "--report", str(report)]) == 0
    written = json.loads(report.read_text())
    assert written["times_as_fast"]["median"] == pytest.approx(10)
    assert written["times_as_fast"]["each"] == pytest.approx([10, 10, 5])
    assert written["found"] == {"fer-desktop": 1.0, "fer": 0.9}
    assert json.loads(capsys.readouterr().out)["found"] == written["found"]


def test_a_failure_is_one_sentence(monkeypatch, capsys):
    def fail(_folder):
        raise DataError("fer: it can't be installed.")

    monkeypatch.setattr(compare, "environment", fail)
    assert main([]) == 1
    assert capsys.readouterr().err == "fer: it can't be installed.\n"
