"""The list of models: what is told of each, and how it is laid out."""

from dataclasses import replace

import pytest

from fer_desktop.cli.models import models_json, models_text
from fer_desktop.evaluation.quoted import quoted
from tests.fakes import FixedClassifier


def figures(accuracy, outside=False, **recalls):
    """Return quoted figures: of each named class its recall, and a precision of 0.9."""
    per_class = {label: {"n": 10, "recall": r, "precision": 0.9} for label, r in recalls.items()}
    found = {"accuracy": accuracy, "balanced_accuracy": 0.25, "ece": 0.125, "per_class": per_class}
    return found | ({"outside": True} if outside else {})


@pytest.fixture
def spec():
    """Return a spec with figures on FER+ Valid, on two sets from outside, and on one more."""
    metrics = {
        "taiwan": {"all": figures(0.5, outside=True, fear=0.1, anger=0.45, happiness=0.9)},
        "ckplus48": {"all": figures(0.6, outside=True, fear=0.3)},
        "facial_expressions": {"person-test": figures(0.9, neutral=0.1)},
        "FERPlus": {"Valid": figures(0.8, fear=0.7, disgust=0.2)},
    }
    data = ("FERPlus, split Train", "facial_expressions, split common-train")
    return replace(FixedClassifier().spec, metrics=metrics, training_data=data)


def test_a_model_is_told_in_three_lines_after_its_name(spec):
    lines = models_text([spec]).splitlines()
    assert lines == [
        "fixed 0: A fake.",
        "  trained on    FERPlus, split Train; facial_expressions, split common-train",
        "  measured      accuracy, balanced, calibration error: FERPlus Valid 0.800, 0.250, 0.125;",
        "                taiwan 0.500, 0.250, 0.125; ckplus48 0.600, 0.250, 0.125",
        "  do not trust  fear (0.10 found), disgust (0.20 found), anger (0.45 found)",
    ]


def test_what_is_wrongly_named_is_told_as_that(spec):
    spec.metrics["FERPlus"]["Valid"]["per_class"]["disgust"]["precision"] = 0.05
    assert "disgust (0.05 right)" in models_text([spec])


def test_a_model_shows_what_it_has(spec):
    alone = replace(spec, metrics={"mine": {"kept aside": {"accuracy": 0.7}}}, training_data=())
    alone.metrics["mine"]["kept aside"]["balanced_accuracy"] = 0.6
    text = models_text([alone])
    assert "trained on    not told" in text
    assert "mine kept aside 0.700, 0.600, -" in text
    assert "no class: each is" in text
    none = replace(spec, metrics={})
    assert models_text([none]).splitlines()[-1] == "  measured      not told"


def test_the_figures_to_judge_by_are_valid_and_those_from_outside(spec):
    assert [each.data for each in quoted(spec)] == ["FERPlus", "taiwan", "ckplus48"]
    plain = replace(spec, metrics={"facial_expressions": {"person-test": figures(0.9)}})
    assert [each.split for each in quoted(plain)] == ["person-test"]


def test_lines_fit_into_a_terminal_and_break_between_sets(spec):
    for number in range(9):
        spec.metrics[f"set number {number}"] = {"all": figures(0.5, outside=True)}
    lines = models_text([spec]).splitlines()
    assert max(map(len, lines)) <= 96
    assert all(line.rstrip().endswith((";", "0.125")) for line in lines[2:-1])
    assert "\u00a0" not in "".join(lines)


def test_machines_get_all_of_it(spec):
    (model,) = models_json([spec])["models"]
    assert model["name"] == "fixed"
    assert model["metrics"] == spec.metrics
    assert model["training_data"] == list(spec.training_data)
    assert model["not_to_be_trusted"][0] == {
        "label": "fear",
        "figure": "recall",
        "value": 0.1,
        "n": 10,
        "data": "taiwan",
        "split": "all",
    }
    assert not model["default"]
