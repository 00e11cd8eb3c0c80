"""The other package on the same crops: its words, its framing, and what it cannot say."""

import json
import sys

import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX
from fer_desktop.evaluation.datasets import read_samples
from model import rivals
from model.rivals import answers_of, main, probabilities_of
from tests.model.test_rival_crops import write_stand_in


def test_words_become_our_classes():
    rows = probabilities_of([{"angry": 0.25, "happy": 0.75}, {"sad": 1.0}])
    assert rows[0, INDEX["anger"]] == 0.25
    assert rows[0, INDEX["happiness"]] == 0.75
    assert rows[1].argmax() == INDEX["sadness"]
    assert rows[:, INDEX["contempt"]].tolist() == [0, 0]
    with pytest.raises(DataError, match="bored"):
        probabilities_of([{"bored": 1.0}])


def test_it_is_asked_in_its_own_environment(ferplus_folder, tmp_path, monkeypatch):
    write_stand_in(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    samples = read_samples(ferplus_folder)[:3]
    answers, version = answers_of(sys.executable, samples, 7)
    assert version == "1.2"
    assert answers.probabilities[:, INDEX["happiness"]].tolist() == [7, 7, 7]
    assert answers.probabilities[:, INDEX["sadness"]].tolist() == [48, 48, 48]
    assert answers.truth.tolist() == [sample.label for sample in samples]


def test_an_environment_that_does_not_work_is_one_sentence(ferplus_folder, tmp_path):
    samples = read_samples(ferplus_folder)[:1]
    with pytest.raises(DataError, match="can't be run"):
        answers_of(tmp_path / "missing", samples, 0)
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho 'no module named fer' >&2\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(DataError, match=r"no module named fer.*--python"):
        answers_of(python, samples, 0)


def test_the_better_framing_counts_and_all_is_reported(
    ferplus_folder, own_folder, tmp_path, monkeypatch, capsys
):
    write_stand_in(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    # With a margin of 100 the stand-in says happy, without one it says angry or sad.
    monkeypatch.setattr(rivals, "MARGINS_PX", {"as it is": 0, "wide": 1000})
    report = tmp_path / "rivals.json"
    arguments = ["--data", str(ferplus_folder), "--outside", str(own_folder), "--limit", "16"]
    assert main([*arguments, "--python", sys.executable, "--report", str(report)]) == 0
    found = json.loads(report.read_text())
    assert found["rival"] == "fer 1.2"
    valid, own = found["sets"].values()
    assert list(found["sets"]) == [f"{ferplus_folder.name}, Valid", own_folder.name]
    assert (valid["n"], valid["framing"], valid["accuracy"]) == (16, "wide", 0.5)
    assert own["n"] == 16
    assert own["accuracy_by_framing"]["wide"] == own["accuracy"] > 0
    assert own["without_contempt"]["n"] == 16
    assert json.loads(capsys.readouterr().out) == {
        k: v for k, v in found.items() if k != "measured"
    }


def test_the_environment_is_made_where_none_is_named(monkeypatch, ferplus_folder, tmp_path, capsys):
    def fail(_folder):
        raise DataError("fer: it can't be installed.")

    monkeypatch.setattr(rivals, "environment", fail)
    assert main(["--data", str(ferplus_folder), "--report", str(tmp_path / "r.json")]) == 1
    assert capsys.readouterr().err == "fer: it can't be installed.\n"
