"""The card in the repository is the one that its reports make."""

import json
import shutil

from model.card import CARD, main
from model.card_tables import talking_rows
from model.reports import REPORTS, read_report


def test_the_card_is_what_the_reports_say(tmp_path):
    card = tmp_path / "card.md"
    assert main(["--card", str(card)]) == 0
    assert card.read_text() == CARD.read_text()


def test_the_card_names_every_rate_that_was_tried():
    text = CARD.read_text()
    tried = [read_report(p) for p in (REPORTS / "seed" / "rates").glob("*.json")]
    assert any(r["recipe"]["learning_rate"] == 0.01 and not r["recipe"]["clip_norm"] for r in tried)
    for report in tried:
        assert f"| {report['accuracy']:.3f} | {report['balanced_accuracy']:.3f} |" in text


def test_a_report_that_is_there_gets_its_section(tmp_path):
    """The card of today's reports, with one more of each kind beside them."""
    folder = tmp_path / "reports"
    shutil.copytree(REPORTS, folder)
    for kept in ("outside-drawn", "degraded", "truths"):
        (folder / "se-resnet" / f"{kept}.json").unlink(missing_ok=True)
    (folder / "rivals.json").unlink(missing_ok=True)
    before, after = tmp_path / "before.md", tmp_path / "after.md"
    assert main(["--reports", str(folder), "--card", str(before)]) == 0
    report = read_report(folder / "se-resnet" / "valid-crops.json")
    more = {"answered": 0.9, "right_of_answered": 0.8, "confidence_when_wrong": 0.7}
    drawn = report | more | {"data": "drawn", "split": "all"}
    (folder / "se-resnet" / "outside-drawn.json").write_text(json.dumps(drawn))
    assert main(["--reports", str(folder), "--card", str(after)]) == 0
    assert "| drawn | 3,191 | se-resnet |" not in before.read_text()
    assert "| drawn | 3,191 | se-resnet |" in after.read_text()
    assert "## Bad views" not in after.read_text()
    assert "how many more was not measured" in after.read_text()


def test_talking_faces_are_told_of_where_a_report_has_them():
    figures = {"mean": 12.3, "median": 9, "p95": 30, "max": 33}
    report = {
        "talking": {"10": {"n": 12, "changes_a_minute": figures, "raw_changes_a_minute": figures}},
        "quick": {"10": {"n": 20, "lasting_s": [0.5, 0.65, 0.8], "shown": 0.95}},
        "talking_changes": {"10": {"n": 20, "in_time": 0.8, "seconds": {"median": None}}},
    }
    talking, quick, changes = talking_rows(report)
    assert talking.endswith("| 12, 9, 30; of the raw label 12, 9, 30 |")
    assert quick.endswith("| 95% of 20 |")
    assert changes.endswith("| 80% of 20, the middle one never |")
    assert talking_rows({}) == []
