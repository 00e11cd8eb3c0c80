"""Reports say what was measured when, where and with what."""

from model.reports import REPORTS, read_report, training_of, write_report


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
