"""What a newcomer types in a wrong way: one sentence on stderr that says what to try."""

import pytest

from fer_desktop.cli.analyze import form_of
from fer_desktop.cli.commands import parsed

CASES = {
    "analyse a.jpg": "there is no COMMAND 'analyse'; did you mean analyze;",
    "a.jpg": "there is no COMMAND 'a.jpg'; did you mean fer-desktop analyze a.jpg, or "
    "--source a.jpg for the window;",
    "frobnicate": "there is no COMMAND 'frobnicate'; it is one of analyze, export,",
    "analyze": "the following arguments are required: INPUT",
    "analyze a.jpg --format xml": "--format: 'xml' is none; it is one of table, json, jsonl, csv",
    "analyze a.jpg --format CSV": "--format: 'CSV' is none; did you mean csv;",
    "analyze a.jpg --search quick": "--search: 'quick' is none; it is one of fast, balanced,",
    "analyze a.jpg --every 0": "--every: '0' is no whole number from 1",
    "analyze a.jpg --every two": "--every: 'two' is no whole number from 1",
    "analyze a.jpg --min-confidence 50": "'50' is no number from 0 to 1, such as 0.5",
    "analyze a.jpg --min-confidence 0,5": "'0,5' is no number from 0 to 1, such as 0.5",
    "--run-for nan": "--run-for: 'nan' is no number of seconds above 0",
    "analyze a.jpg --evry 5": "analyze: unrecognized arguments: --evry 5; did you mean --every;",
    "export a.mp4 --format spss": "--format: 'spss' is none; it is one of csv, jsonl,",
    "export a.mp4 --format excel": "--format: 'excel' is none",
    "export a.mp4": "the following arguments are required: --format",
    "doctor --jsn": "unrecognized arguments: --jsn; did you mean --json; fer-desktop doctor --help",
}


@pytest.mark.parametrize("typed", CASES)
def test_wrong_usage_is_one_sentence_with_what_to_try(capsys, typed, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jpg").touch()
    with pytest.raises(SystemExit) as end:
        parsed(typed.split())
    out, err = capsys.readouterr()
    assert (end.value.code, out) == (2, "")
    (line,) = err.splitlines()
    assert CASES[typed] in line
    assert line.endswith("--help says more.")


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.csv", "csv"), ("a.JSON", "json"), ("a.xlsx", "xlsx"), ("a.txt", "table"), (None, "table")],
)
def test_the_form_is_that_of_the_files_name_unless_it_is_said(name, form, tmp_path):
    typed = ["analyze", "a.jpg", *(["--output", name] if name else [])]
    assert form_of(parsed(typed)) == form
    assert form_of(parsed([*typed, "--format", "jsonl"])) == "jsonl"
