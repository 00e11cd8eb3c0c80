"""Export writes a model that the program takes, with equal engines and honest rounding."""

import json

import keras
import numpy as np
import pytest
from ai_edge_litert.interpreter import Interpreter

from fer_desktop.evaluation.datasets import Sample
from fer_desktop.system import paths
from fer_desktop.vision.recognition.model_spec import load_spec
from model import export as module
from model.export import main
from model.leaning import evened, shares_of
from model.model_files import engine_difference, round_to_half
from model.quote import quoted
from model.reports import REPORTS, read_report


@pytest.fixture(scope="module")
def exported(trained, legend_folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("models") / "tiny"
    report = tmp_path_factory.mktemp("reports") / "r.json"
    figures = {"n": 1, "accuracy": 0.5, "balanced_accuracy": 0.5, "macro_f1": 0.5, "ece": 0.1}
    more = {"detected": 1.0, "per_class": {}, "data": "drawn", "split": "all", "crops": True}
    report.write_text(json.dumps({**figures, **more}))
    arguments = ["--weights", str(trained / "best.keras"), "--data", str(legend_folder)]
    assert main([*arguments, "--out", str(out), "--metrics", str(report)]) == 0
    return out


def test_the_program_takes_it(exported):
    spec = load_spec(exported)
    assert spec.name == "tiny"
    assert spec.chip_format.shape == (100, 100, 3)
    assert spec.metrics["drawn"]["all"]["accuracy"] == 0.5
    assert set(spec.sha256) == {"model.keras", "model.tflite"}


def test_engines_agree(exported):
    chips = np.random.default_rng(0).random((32, 100, 100, 3), np.float32)
    assert engine_difference(exported, chips) <= 1e-4


def test_weights_fit_into_half_precision(exported):
    model = keras.models.load_model(exported / "model.keras", compile=False)
    for weight in model.get_weights():
        np.testing.assert_array_equal(weight, weight.astype(np.float16).astype(np.float32))


def test_rounding_changes_weights_a_little():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    before = model.get_weights()[0]
    round_to_half(model)
    after = model.get_weights()[0]
    assert 0 < np.abs(before - after).max() < 1e-3


def test_engines_that_differ_are_refused(trained, legend_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(module, "engine_difference", lambda folder, chips: 0.01)
    arguments = ["--weights", str(trained / "best.keras"), "--data", str(legend_folder)]
    assert main([*arguments, "--out", str(tmp_path / "no")]) == 1
    assert "0.01" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


def test_the_flatbuffer_gives_the_features_before_the_last_layer(exported):
    model = keras.models.load_model(exported / "model.keras", compile=False)
    chip = np.random.default_rng(0).random((1, 100, 100, 3), np.float32)
    interpreter = Interpreter(model_path=str(exported / "model.tflite"))
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], chip)
    interpreter.invoke()
    outputs = [interpreter.get_tensor(d["index"]) for d in interpreter.get_output_details()]
    assert sorted(o.shape for o in outputs) == [(1, 8), (1, 1024)]
    features = max(outputs, key=lambda o: o.size)
    expected = keras.Model(model.inputs, model.layers[-2].output).predict(chip, verbose=0)
    np.testing.assert_allclose(features, expected, atol=1e-4)


def test_the_threshold_is_fitted_and_told(exported):
    assert 0.12 <= load_spec(exported).uncertain_below <= 0.6


@pytest.mark.parametrize("name", paths.bundled_models())
def test_bundled_models_quote_the_reports_of_today(name):
    metrics = load_spec(paths.model_directory(name)).metrics
    quoted = 0
    for path in (REPORTS / name).glob("*.json"):
        report = read_report(path)
        # Not those of live, of other weights, or of another kind.
        if report.get("model") != name or report.get("live") or "accuracy" not in report:
            continue
        split = report["split"] + ("" if report["crops"] else ", faces found by the detector")
        assert metrics[report["data"]][split]["accuracy"] == report["accuracy"], path
        quoted += 1
    assert quoted >= 3


def test_what_is_answered_and_that_a_set_is_from_outside_are_quoted_where_they_are_known():
    names = ("n", "accuracy", "balanced_accuracy", "macro_f1", "ece", "detected", "per_class")
    report = dict.fromkeys(names, 0) | {"data": "d", "split": "all", "crops": True}
    assert set(quoted(report)) == set(names)
    more = {"uncertain": {"below": 0.5, "coverage": 0.9, "accuracy": 0.8}, "outside": True}
    found = quoted(report | more)
    assert (found["answered"], found["right_of_answered"], found["outside"]) == (0.9, 0.8, True)


def test_evened_answers_are_divided_by_the_classes_frequency():
    model = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(8, activation="softmax", name="probabilities")]
    )
    chips = np.random.default_rng(0).random((5, 4), np.float32)
    before = model.predict(chips, verbose=0)
    shares = np.array([0.1, 0.0, 0.02, 0.03, 0.3, 0.4, 0.05, 0.1], np.float32)
    evened(model, shares, 0.5)
    expected = before / np.where(shares > 0, shares, 0.02) ** 0.5
    expected /= expected.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(model.predict(chips, verbose=0), expected, rtol=1e-4)


def test_shares_are_those_of_the_votes_where_there_are_votes():
    eye = np.eye(8, dtype=np.float32)
    votes = [
        Sample(None, 4, (eye[4] + eye[5]) / 2, source="v"),
        Sample(None, 4, eye[4], source="v"),
    ]
    labels = [Sample(None, 2, eye[2], source="l")] * 6
    assert shares_of(votes + labels)[[2, 4, 5]].tolist() == [0.0, 0.75, 0.25]
    assert shares_of(labels)[2] == 1.0
