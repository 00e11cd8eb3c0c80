"""Evaluate gives the figures of the program, of weights and of finished models alike."""

import json
import sys

import pytest

from fer_desktop.__main__ import main as program
from fer_desktop.vision.recognition.classifier import Classifier
from model.evaluate import main


def test_weights_are_measured_with_their_recipe(trained, legend_folder, tmp_path, capsys):
    report = tmp_path / "r.json"
    arguments = ["--weights", str(trained / "best.keras"), "--data", str(legend_folder)]
    assert main([*arguments, "--split", "all", "--report", str(report)]) == 0
    printed = json.loads(capsys.readouterr().out)
    written = json.loads(report.read_text())
    assert printed["n"] == written["n"] == 48
    assert written["recipe"]["learning_rate"] == 0.01
    assert written["measured"]["versions"]["keras"]


def test_a_model_is_measured_as_the_program_does(legend_folder, capsys):
    assert main(["--data", str(legend_folder), "--split", "all"]) == 0
    own = json.loads(capsys.readouterr().out)
    assert program(["evaluate", str(legend_folder), "--split", "all", "--crops", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == own


def test_live_is_measured_without_the_mirror_image(legend_folder, monkeypatch, tmp_path, capsys):
    asked = []
    real = Classifier.for_pictures
    monkeypatch.setattr(Classifier, "for_pictures", lambda self: asked.append(1) or real(self))
    report = tmp_path / "r.json"
    arguments = ["--data", str(legend_folder), "--split", "all", "--report", str(report)]
    for live in (False, True):
        assert main([*arguments, *["--live"] * live]) == 0
        assert json.loads(report.read_text())["live"] is live
    assert len(asked) == 1
    capsys.readouterr()


def test_without_a_finished_model_there_is_no_detector(trained, legend_folder, capsys):
    arguments = ["--weights", str(trained / "best.keras"), "--data", str(legend_folder)]
    assert main([*arguments, "--detector"]) == 2
    assert "export" in capsys.readouterr().err


def test_unknown_split_is_one_sentence(legend_folder, capsys):
    assert main(["--data", str(legend_folder), "--split", "nonsense"]) == 1
    error = capsys.readouterr().err
    assert "person-test" in error
    assert error.count("\n") == 1


def test_a_report_names_the_default_split_and_plots_are_drawn(legend_folder, tmp_path, capsys):
    pytest.importorskip("matplotlib", reason="the extra 'plots' is not installed")
    report, plots = tmp_path / "r.json", tmp_path / "plots"
    arguments = ["--data", str(legend_folder), "--report", str(report), "--plots", str(plots)]
    assert main(arguments) == 0
    written = json.loads(report.read_text())
    assert (written["data"], written["split"]) == (legend_folder.name, "person-test")
    assert written["intervals"] == json.loads(capsys.readouterr().out)["intervals"]
    assert {path.name for path in plots.iterdir()} == {"calibration.png", "confusion.png"}


def test_without_matplotlib_nothing_is_measured(legend_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    monkeypatch.setattr("model.evaluate.measure", lambda *_: pytest.fail("measured"))
    assert main(["--data", str(legend_folder), "--plots", str(tmp_path / "plots")]) == 2
    error = capsys.readouterr().err
    assert "fer-desktop[plots]" in error
    assert error.count("\n") == 1
