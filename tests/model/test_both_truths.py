"""Both truths: what was seen and what was meant, over the pictures that have both."""

import json

import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX
from model.both_truths import main
from model.truths import read_meant

HEAD = "part,file,fer2013_label\n"


@pytest.fixture
def table(tmp_path):
    """Return a table for the drawn pictures: odd ones are happy, and six of eight were meant so."""
    rows = [f"Valid,fer{n:07}.png,{'happiness' if n < 12 else 'fear'}" for n in range(1, 16, 2)]
    rows += ["Valid,fer0000000.png,", "Train,fer0000002.png,anger"]
    path = tmp_path / "labels.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n")
    return path


def test_only_what_is_known_of_a_part_is_read(table):
    meant = read_meant(table, "Valid")
    assert len(meant) == 8
    assert meant["fer0000013.png"] == INDEX["fear"]
    assert read_meant(table, "Train") == {"fer0000002.png": INDEX["anger"]}


def test_both_truths_are_measured_over_the_same_pictures(table, ferplus_folder, tmp_path, capsys):
    report = tmp_path / "truths.json"
    arguments = ["--data", str(ferplus_folder), "--labels", str(table), "--model", "seed"]
    assert main([*arguments, "--report", str(report)]) == 0
    found = json.loads(report.read_text())
    assert (found["n"], found["split"], found["truths_agree"]) == (8, "Valid", 0.75)
    assert found["votes"]["per_class"]["happiness"]["n"] == 8
    assert found["meant"]["per_class"]["happiness"]["n"] == 6
    assert found["meant"]["per_class"]["fear"]["n"] == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("text", "words"),
    [("a,b\n", "columns"), (HEAD + "Valid,a.png,bored\n", "bored"), (None, "can't be read")],
)
def test_another_table_is_refused(tmp_path, text, words):
    path = tmp_path / "labels.csv"
    if text is not None:
        path.write_text(text)
    with pytest.raises(DataError, match=words):
        read_meant(path, "Valid")


def test_a_table_of_other_pictures_is_one_sentence(ferplus_folder, tmp_path, capsys):
    path = tmp_path / "labels.csv"
    path.write_text(HEAD + "Valid,other.png,fear\n")
    arguments = ["--data", str(ferplus_folder), "--labels", str(path)]
    assert main([*arguments, "--report", str(tmp_path / "r.json")]) == 1
    assert "no label" in capsys.readouterr().err
