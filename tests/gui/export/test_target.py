"""The file of an export: a free name of the right kind, or what the user wants."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from fer_desktop.export.formats import FORMATS
from fer_desktop.gui.export.target import ExportTarget


@pytest.fixture
def target(qtbot, tmp_path):
    shown = ExportTarget(FORMATS["csv"], tmp_path, "14.03")
    qtbot.addWidget(shown)
    return shown


def test_a_name_that_is_free_follows_the_format(target, tmp_path):
    assert target.path == tmp_path / "14.03.csv"
    assert target.line.text() == str(target.path)
    (tmp_path / "14.03.json").touch()
    target.show_format(FORMATS["jsonl"])
    assert target.path == tmp_path / "14.03 (2).jsonl"
    target.show_format(FORMATS["bids"])
    assert target.path == tmp_path / "14.03_events.tsv"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mine.csv", "mine.csv"),
        (" mine ", "mine.csv"),
        ("mine.txt", "mine.txt"),
        ("a/b", "a/b.csv"),
    ],
)
def test_what_is_written_goes_into_the_folder(target, tmp_path, text, name):
    target.line.setText(text)
    assert target.path == tmp_path / name
    target.line.setText(str(tmp_path.parent / text.strip()))
    assert target.path == tmp_path.parent / name


@pytest.mark.parametrize("text", ["", "  ", "..", "/"])
def test_without_a_name_there_is_no_file(target, qtbot, text):
    with qtbot.waitSignal(target.changed):
        target.line.setText(text)
    assert target.path is None


def test_what_the_user_wrote_gets_another_suffix_only(target, tmp_path):
    target.line.setText("mine.csv")
    target.show_format(FORMATS["bids"])
    assert target.line.text() == "mine_events.tsv"
    target.show_format(FORMATS["html"])
    assert target.path == tmp_path / "mine.html"


def test_browse_offers_the_name_and_the_kind(target, tmp_path, monkeypatch):
    asked = []

    def answer(parent, title, start, patterns, options):
        asked.append((start, patterns, options))
        return answers.pop(), ""

    answers = ["", str(tmp_path / "chosen")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    target.browse.click()
    assert target.path == tmp_path / "chosen.csv"
    target.browse.click()
    assert target.path == tmp_path / "chosen.csv"
    start, patterns, options = asked[0]
    assert Path(start) == tmp_path / "14.03.csv"
    assert patterns == "CSV (.csv) (*.csv);;All files (*)"
    assert options == QFileDialog.Option.DontConfirmOverwrite
