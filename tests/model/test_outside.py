"""Sets from outside: which folders are sets, and that their figures are those of `evaluate`."""

import json

import cv2
import numpy as np
import pytest

from fer_desktop.__main__ import main as program
from fer_desktop.core.errors import DataError
from model.outside import FIGURES, main, sets_in, table
from tests.model.conftest import draw

CLASSES = {"first": ("happiness", "neutral"), "second": ("happiness", "sadness", "neutral")}


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    """Return a folder of two sets and a folder that is none."""
    root = tmp_path_factory.mktemp("outside")
    rng = np.random.default_rng(5)
    for name, labels in CLASSES.items():
        for label in labels:
            (root / name / label).mkdir(parents=True)
            for number in range(3):
                cv2.imwrite(str(root / name / label / f"{number}.png"), draw(label, rng))
    (root / "papers" / "licence").mkdir(parents=True)
    return root


@pytest.fixture(scope="module")
def measured(sets, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    assert main(["--data", str(sets), "--model", "seed", "--report-dir", str(folder)]) == 0
    return {path.stem: json.loads(path.read_text()) for path in folder.iterdir()}


def test_a_folder_is_a_set_or_holds_some(sets):
    assert sets_in([sets]) == {name: sets / name for name in CLASSES}
    assert sets_in([sets / "first"]) == {"first": sets / "first"}


def test_what_is_no_set_is_told(sets, tmp_path):
    with pytest.raises(DataError, match="no set in it"):
        sets_in([sets / "papers"])
    with pytest.raises(DataError, match="no such data folder"):
        sets_in([tmp_path / "missing"])
    with pytest.raises(DataError, match="same name"):
        sets_in([sets, sets / "first"])


def test_each_set_has_a_report_in_the_form_of_the_others(measured):
    assert set(measured) == {"outside-first", "outside-second"}
    report = measured["outside-second"]
    assert (report["model"], report["data"], report["split"]) == ("seed", "second", "all")
    assert report["crops"]
    assert not report["live"]
    assert report["n"] == 9
    assert report["sha256"]
    assert report["measured"]["processor"]
    assert report["outside"]
    assert report["answered"] == report["uncertain"]["coverage"]
    assert set(FIGURES) < set(report)


def test_the_figures_are_those_of_evaluate(measured, sets, capsys):
    options = ["--layout", "folders", "--crops", "--json", "--model", "seed"]
    assert program(["evaluate", str(sets / "second"), *options]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {key: measured["outside-second"][key] for key in found}


def test_balance_is_over_the_classes_that_are_there(measured):
    report = measured["outside-first"]
    recalls = [report["per_class"][label]["recall"] for label in CLASSES["first"]]
    assert report["balanced_accuracy"] == pytest.approx(sum(recalls) / 2)


def test_the_table_has_a_row_for_each_set_their_mean_and_all_together(sets, tmp_path, capsys):
    arguments = ["--data", str(sets), "--model", "seed", "--report-dir", str(tmp_path)]
    assert main([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    both = [found["sets"][name]["accuracy"] for name in CLASSES]
    assert found["mean"]["accuracy"] == pytest.approx(sum(both) / 2)
    assert found["together"]["n"] == 15
    rows = table(found).splitlines()
    assert [row[:12].strip() for row in rows] == [
        *("set", "first", "second", "mean of sets", "all together")
    ]
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) <= 100
    one = {**found, "sets": {"first": found["sets"]["first"]}}
    one["sets"]["first"]["confidence_when_wrong"] = None
    assert table(one).splitlines()[1].endswith(" -"), "no mean of one set; nothing wrong, no figure"


def test_an_unreadable_set_is_one_sentence(sets, tmp_path, capsys):
    (tmp_path / "broken" / "fear").mkdir(parents=True)
    (tmp_path / "broken" / "fear" / "a.png").write_bytes(b"no picture")
    out = ["--report-dir", str(tmp_path / "r")]
    assert main(["--data", str(tmp_path / "broken"), "--model", "seed", *out]) == 1
    assert "a.png" in capsys.readouterr().err.splitlines()[-1]
    assert not (tmp_path / "r").exists()
