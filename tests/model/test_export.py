"""Export writes a model that the program takes, with equal engines and honest rounding."""

import json

import keras
import numpy as np
import pytest

from fer_desktop.vision.model_spec import load_spec
from model import export as module
from model.export import engine_difference, fit_temperature, main, round_to_half


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


def test_temperature_makes_overconfident_answers_honest():
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 8, 2000)
    logits = rng.normal(size=(2000, 8))
    logits[np.arange(2000), truth] += 1.5
    tempered = np.exp(logits * 3)
    rows = (tempered / tempered.sum(axis=1, keepdims=True)).astype(np.float32)
    # For unit-variance scores 1.5 apart the honest logits are 1.5 times the scores; these have 3.
    assert 1.8 < fit_temperature(rows, truth) < 2.2
