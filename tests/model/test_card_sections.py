"""Sections of the card that are there only where their reports are, and what they name."""

from fer_desktop.core.labels import LABELS
from model.card_sections import (
    bad_views_part,
    outside_part,
    rivals_part,
    trust_part,
    truths_part,
)


def figures(accuracy=0.5, **recalls):
    """Return a report with 10 pictures of each named class, and a precision of 0.9 for all."""
    per_class = {
        label: {
            "n": 10 * (label in recalls),
            "recall": recalls.get(label, 0.0),
            "precision": 0.9 if label in recalls else 0.0,
        }
        for label in LABELS
    }
    return {
        "n": 10 * len(recalls),
        "accuracy": accuracy,
        "balanced_accuracy": 0.25,
        "macro_f1": 0.3,
        "ece": 0.125,
        "answered": 0.75,
        "right_of_answered": 0.625,
        "confidence_when_wrong": None,
        "per_class": per_class,
        "confusion": [
            [10 * (i == j) * (label in recalls) for j in range(8)] for i, label in enumerate(LABELS)
        ],
    }


def text(parts):
    return "\n".join(parts)


def test_without_reports_there_are_no_sections():
    assert outside_part({"mine": {"valid-crops": figures()}}) == []
    assert bad_views_part({}) == []
    assert rivals_part(None, {}) == []


def test_each_set_has_a_row_and_their_mean_one():
    reports = {"outside-a": figures(0.4, fear=1.0), "outside-b": figures(0.8, anger=0.5)}
    card = text(outside_part({"mine": reports, "other": {}}))
    row = "| a | 10 | mine | 0.400 | 0.250 | 0.300 | 0.125 | 0.750 | 0.625 | - |"
    assert row in card
    assert "| mean |  | mine | 0.600 |" in card
    assert "| b | mine | 0.50 of 10 | - |" in card
    assert "| other |" not in card


def test_one_set_has_no_mean():
    assert "| mean |" not in text(outside_part({"mine": {"outside-a": figures()}}))


def test_classes_are_named_that_are_missed_or_wrong_more_often_than_not():
    valid = figures(fear=0.4, anger=0.5, sadness=0.9)
    valid["per_class"]["sadness"]["precision"] = 0.3
    reports = {
        "valid-crops": valid,
        "person-crops": figures(neutral=0.0),
        "outside-a": figures(fear=0.9, disgust=0.1),
    }
    card = text(trust_part({"mine": reports}, {"valid-crops": "FER+ Valid, crops"}))
    assert "**mine**: *disgust*, *fear*, *sadness*." in card
    assert "| mine | fear | FER+ Valid, crops | 10 | 0.40 | 0.90 |" in card
    assert "| mine | disgust | a | 10 | 0.10 | 0.90 |" in card
    assert "anger" not in card
    assert "neutral" not in card, "only by FER+ Valid and sets from outside"


def test_a_model_may_be_trusted_with_all():
    card = text(trust_part({"mine": {"valid-crops": figures(fear=0.9)}}, {}))
    assert "**mine**: none." in card
    assert "|" not in card


def test_bad_views_are_told_step_by_step():
    report = {
        "n": 300,
        "data": "FERPlus",
        "split": "Valid",
        "as it is": figures(0.9),
        "ways": {
            "blur": {"unit": "sigma", "steps": {"0.1": figures(0.7)}},
            "mask": {"unit": "", "steps": {"blue": figures(0.6)}},
        },
    }
    card = text(bad_views_part({"degraded": report}))
    assert "| as it is |  | 0.900 |" in card
    assert "| blur, sigma | 0.1 | 0.700 | 0.250 | 0.125 | 0.750 | 0.625 |" in card
    assert "| mask | blue | 0.600 |" in card


def test_what_an_answer_stands_for_is_always_said_and_has_figures_where_they_are():
    assert "ten people" in text(truths_part({}))
    assert "FER2013" not in text(truths_part({}))
    report = {
        "n": 30,
        "data": "FERPlus",
        "split": "Valid",
        "truths_agree": 0.6,
        "votes": figures(0.9, fear=0.8),
        "meant": figures(0.55, fear=0.3),
    }
    card = text(truths_part({"truths": report}))
    assert "agree on 60.0%" in card
    assert "90.0% by what was seen" in card
    assert "55.0% by what was meant" in card
    assert "| fear | 0.80 of 10 | 0.30 of 10 |" in card


def test_the_other_package_stands_beside_ours_on_the_same_pictures():
    ours = {**figures(0.8, fear=1.0), "data": "FERPlus", "split": "Valid"}
    rival = {
        "rival": "fer 1.2",
        "sets": {"FERPlus, Valid": figures(0.6, fear=1.0), "a": figures(0.5, anger=1.0)},
    }
    models = {"mine": {"valid-crops": ours, "outside-a": figures(0.7, anger=1.0)}}
    lines = text(rivals_part(rival, models)).splitlines()[-4:]
    assert [line.split(" | ")[2:4] for line in lines] == [
        *(["fer 1.2", "0.600"], ["mine", "0.800"], ["fer 1.2", "0.500"], ["mine", "0.700"])
    ]
    rival["sets"]["a"] = figures(0.5, anger=1.0, fear=1.0)
    assert "0.700" not in text(rivals_part(rival, models)), "another number of pictures"


def test_tables_are_even():
    card = text(outside_part({"mine": {"outside-a": figures()}}))
    rows = [line for line in card.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {11}
