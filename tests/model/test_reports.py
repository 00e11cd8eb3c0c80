"""Reports say what was measured when, where and with what."""

import json
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from fer_desktop.core.errors import DataError
from model.reports import REPORTS, read_report, tell, training_of, write_report

ROOT = Path(__file__).parents[2]


def test_a_report_is_read_back_with_its_circumstances(tmp_path):
    write_report(tmp_path / "deep" / "r.json", {"accuracy": 0.5})
    report = read_report(tmp_path / "deep" / "r.json")
    assert report["accuracy"] == 0.5
    assert report["measured"]["date"]
    assert report["measured"]["versions"]["tensorflow"]
    assert not list(tmp_path.rglob("*.part"))


def test_kept_reports_are_whole():
    reports = list(REPORTS.rglob("*.json"))
    assert reports
    for path in reports:
        assert read_report(path)["measured"]["processor"], path


def test_a_training_tells_its_recipe_and_time(trained, tmp_path):
    training = training_of(trained / "best.keras")
    assert training["recipe"]["network"] == "seed"
    assert training["epoch"] == 3
    assert training["seconds"] > 0
    assert training_of(tmp_path / "best.keras") == {}


def test_a_command_prints_what_it_measured_and_keeps_it_where_asked(tmp_path, capsys):
    assert tell(lambda: {"n": 3}, tmp_path / "a.json") == 0
    assert json.loads(capsys.readouterr().out) == {"n": 3}
    kept = json.loads((tmp_path / "a.json").read_text())
    assert kept.pop("measured")["processor"]
    assert kept == {"n": 3}
    assert tell(lambda: {"n": 3}, None) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_a_command_that_cannot_measure_says_why_and_leaves_no_report(tmp_path, capsys):
    def fail():
        raise DataError("There is no data.")

    assert tell(fail, tmp_path / "a.json") == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "There is no data.\n")
    assert not list(tmp_path.iterdir())


def places(value, at=""):
    """Return each text in a JSON value that is a path from the root of a file system."""
    if isinstance(value, dict):
        return [found for key, each in value.items() for found in places(each, f"{at}.{key}")]
    if isinstance(value, list):
        return [found for each in value for found in places(each, at)]
    is_path = isinstance(value, str) and (
        PurePosixPath(value).is_absolute() or PureWindowsPath(value).is_absolute()
    )
    return [f"{at}: {value}"] if is_path else []


@pytest.mark.parametrize("folder", ["model/reports", "model/checkpoints", "resources/models"])
def test_nothing_tells_where_it_was_made(folder):
    files = sorted((ROOT / folder).rglob("*.json"))
    assert files
    told = [(f.name, places(json.loads(f.read_text(encoding="utf-8")))) for f in files]
    assert [each for each in told if each[1]] == []
