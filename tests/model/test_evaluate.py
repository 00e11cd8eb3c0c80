"""Evaluate gives the figures of the program, of weights and of finished models alike."""

import json

from fer_desktop.__main__ import main as program
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


def test_without_a_finished_model_there_is_no_detector(trained, legend_folder, capsys):
    arguments = ["--weights", str(trained / "best.keras"), "--data", str(legend_folder)]
    assert main([*arguments, "--detector"]) == 2
    assert "export" in capsys.readouterr().err


def test_unknown_split_is_one_sentence(legend_folder, capsys):
    assert main(["--data", str(legend_folder), "--split", "nonsense"]) == 1
    error = capsys.readouterr().err
    assert "person-test" in error
    assert error.count("\n") == 1
