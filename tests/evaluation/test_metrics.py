"""Figures of merit against small cases worked out by hand."""

import itertools
import json

import numpy as np
import pytest

from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.evaluation.metrics import calibration_curve, expected_calibration_error, figures
from tests.fakes import probabilities

# Truth, answer ("" where no face was found).
CASE = [
    ("anger", "anger"),
    ("anger", "anger"),
    ("anger", "happiness"),
    ("anger", ""),
    ("happiness", "happiness"),
    ("happiness", "happiness"),
    ("neutral", "happiness"),
    ("neutral", "sadness"),
]


def measured(case, p=0.9):
    rows = [probabilities(answer, p) if answer else np.zeros(8, np.float32) for _, answer in case]
    truth = np.array([INDEX[label] for label, _ in case], np.int64)
    return figures(np.array(rows), truth, np.array([bool(answer) for _, answer in case]))


def test_accuracy_counts_a_face_that_was_not_found_as_wrong():
    assert measured(CASE).accuracy == pytest.approx(4 / 8)


def test_of_a_class_without_pictures_nothing_is_known():
    told = measured(CASE).as_dict()["per_class"]
    assert told["fear"] == {"n": 0, "precision": None, "recall": None, "f1": None}
    assert told["anger"]["recall"] == 0.5


def test_figures_of_each_class():
    per_class = measured(CASE).per_class
    anger, happiness = per_class["anger"], per_class["happiness"]
    assert (anger.n, anger.precision, anger.recall) == (4, 1.0, 0.5)
    assert anger.f1 == pytest.approx(2 / 3)
    assert (happiness.n, happiness.precision, happiness.recall) == (2, 0.5, 1.0)
    assert happiness.f1 == pytest.approx(2 / 3)
    assert (per_class["neutral"].recall, per_class["neutral"].f1) == (0.0, 0.0)
    assert (per_class["sadness"].n, per_class["sadness"].precision) == (0, 0.0)


def test_means_are_over_the_classes_that_occur():
    found = measured(CASE)
    assert found.balanced_accuracy == pytest.approx((0.5 + 1 + 0) / 3)
    assert found.macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)


def test_confusion_has_true_classes_as_rows_and_no_face_as_the_last_column():
    confusion = measured(CASE).confusion
    assert confusion.shape == (8, 9)
    assert confusion.sum() == 8
    assert confusion[INDEX["anger"], INDEX["anger"]] == 2
    assert confusion[INDEX["anger"], INDEX["happiness"]] == 1
    assert confusion[INDEX["happiness"], INDEX["anger"]] == 0
    assert confusion[INDEX["anger"], 8] == 1


def test_detected_is_the_share_of_faces_found():
    assert measured(CASE).detected == pytest.approx(7 / 8)


def test_calibration_is_measured_where_a_face_was_found():
    # Seven answers at 0.9, four of them right.
    assert measured(CASE).ece == pytest.approx(abs(4 / 7 - 0.9), abs=1e-6)


def test_a_perfect_answer_has_perfect_figures():
    found = measured([(label, label) for label in LABELS], p=1.0)
    assert (found.accuracy, found.balanced_accuracy, found.macro_f1) == (1, 1, 1)
    assert (found.ece, found.detected) == (0, 1)


def test_always_saying_neutral_is_exposed_by_balanced_accuracy():
    found = measured([("neutral", "neutral")] * 9 + [("fear", "neutral")])
    assert found.accuracy == 0.9
    assert found.balanced_accuracy == 0.5
    assert found.macro_f1 == pytest.approx((18 / 19) / 2)


def test_no_face_at_all_and_no_picture_at_all_give_zeros_not_errors():
    found = measured([("fear", ""), ("anger", "")])
    assert (found.accuracy, found.detected, found.ece) == (0, 0, 0)
    nothing = figures(np.zeros((0, 8), np.float32), np.zeros(0, np.int64), np.zeros(0, bool))
    assert (nothing.n, nothing.accuracy, nothing.macro_f1, nothing.detected) == (0, 0, 0, 0)


def error(confidence, correct, bins=15):
    return expected_calibration_error(
        calibration_curve(np.array(confidence), np.array(correct, bool), bins)
    )


def test_expected_calibration_error_by_hand():
    # Bins of 1/15: two answers about 0.5 (one right), two about 0.95 (both right).
    by_hand = (2 * abs(0.51 - 0.5) + 2 * abs(0.95 - 1.0)) / 4
    assert error([0.50, 0.52, 0.94, 0.96], [1, 0, 1, 1]) == pytest.approx(by_hand)


def test_gaps_of_different_bins_do_not_cancel():
    assert error([0.1, 0.9], [1, 0]) == pytest.approx(0.9)
    assert error([0.1, 0.9], [1, 0], bins=1) == pytest.approx(0.0)


def test_full_confidence_falls_into_the_last_bin():
    assert error([1.0, 0.99], [1, 1]) == pytest.approx(0.005)
    assert error([], []) == 0.0


def test_the_calibration_curve_by_hand():
    curve = calibration_curve(np.array([0.1, 0.3, 0.4, 1.0]), np.array([0, 1, 0, 1], bool), bins=4)
    assert [(row.low, row.high) for row in curve] == [
        (0, 0.25),
        (0.25, 0.5),
        (0.5, 0.75),
        (0.75, 1),
    ]
    assert [row.n for row in curve] == [1, 2, 0, 1]
    assert [row.confidence for row in curve] == [0.1, pytest.approx(0.35), None, 1.0]
    assert [row.accuracy for row in curve] == [0.0, 0.5, None, 1.0]


def test_the_curve_holds_every_answer_once_and_makes_the_calibration_error():
    generator = np.random.default_rng(5)
    confidence = generator.uniform(0.125, 1, 1000).astype(np.float32)
    correct = generator.random(1000) < confidence**2
    values = np.zeros((1000, 8), np.float32)
    values[:, 0] = confidence
    found = figures(values, np.where(correct, 0, 1), np.arange(1000) >= 100)
    curve = found.calibration
    assert (len(curve), curve[0].low, curve[-1].high) == (15, 0, 1)
    assert all(left.high == right.low for left, right in itertools.pairwise(curve))
    assert sum(row.n for row in curve) == 900, "those without a face gave no answer"
    filled = [row for row in curve if row.n]
    assert sum(row.n * row.confidence for row in filled) == pytest.approx(confidence[100:].sum())
    assert sum(row.n * row.accuracy for row in filled) == pytest.approx(correct[100:].sum())
    assert all(row.low <= row.confidence <= row.high for row in filled)
    gaps = sum(row.n * abs(row.confidence - row.accuracy) for row in filled)
    assert found.ece == pytest.approx(gaps / 900)
    assert found.ece > 0.1, "the squared confidence is no good one"


def test_the_dictionary_is_the_contracts_and_is_json():
    values = json.loads(json.dumps(measured(CASE).as_dict()))
    assert set(values) == {
        "n",
        "accuracy",
        "balanced_accuracy",
        "macro_f1",
        "ece",
        "per_class",
        "confusion",
        "labels",
        "detected",
        "intervals",
        "calibration",
    }
    assert values["labels"] == list(LABELS)
    assert list(values["per_class"]) == list(LABELS)
    assert values["per_class"]["anger"] == {
        "n": 4,
        "precision": 1.0,
        "recall": 0.5,
        "f1": pytest.approx(2 / 3),
    }
    assert [len(row) for row in values["confusion"]] == [8] * 8
    found = measured(CASE)
    assert values["intervals"] == json.loads(json.dumps(found.intervals.as_dict()))
    assert values["intervals"]["accuracy"] == list(found.intervals.accuracy)
    curve = values["calibration"]
    assert [row["n"] for row in curve] == [0] * 13 + [7, 0]
    assert curve[0] == {
        "low": 0,
        "high": pytest.approx(1 / 15),
        "n": 0,
        "confidence": None,
        "accuracy": None,
    }
    assert (curve[13]["confidence"], curve[13]["accuracy"]) == pytest.approx((0.9, 4 / 7))
