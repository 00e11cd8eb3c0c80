"""The card in the repository is the one that its reports make."""

from model.card import CARD, main
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
