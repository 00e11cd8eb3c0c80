"""A network as features and a last layer: found in the file, exchanged, all else as it was."""

import hashlib
import json
import shutil

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.teaching.network import LastLayer, OpenedNetwork
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.classifier import load_classifier
from fer_desktop.vision.recognition.model_spec import load_spec

BUNDLED = paths.bundled_models()


@pytest.fixture(params=BUNDLED)
def spec(request):
    return assembly.model_spec(Settings(model=request.param))


def chips(spec, n=3):
    return np.random.default_rng(1).random((n, *spec.chip_format.shape), np.float32)


def test_the_features_give_the_models_own_answers(spec):
    network, seen = OpenedNetwork(spec), chips(spec)
    features = network.features(seen)
    assert features.shape == (3, network.n_sides, network.layer.weights.shape[1])
    own = load_classifier(spec, "litert").classify(seen)
    powers = network.layer.probabilities(features[:, 0]) ** (1 / spec.temperature)
    np.testing.assert_allclose(powers / powers.sum(axis=1, keepdims=True), own, atol=2e-3)


def test_the_same_layer_leaves_the_file_as_it_is(spec):
    network = OpenedNetwork(spec)
    assert network.with_layer(network.layer) == spec.read_file("model.tflite")


def test_another_layer_is_what_the_file_answers_with(spec, tmp_path):
    network, seen = OpenedNetwork(spec), chips(spec)
    random = np.random.default_rng(2)
    width = network.layer.weights.shape[1]
    other = LastLayer(
        random.normal(0, 0.1, (8, width)).astype(np.float32),
        random.normal(0, 0.1, 8).astype(np.float32),
    )
    content = network.with_layer(other)
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "model.tflite").write_bytes(content)
    values = json.loads((spec.directory / "model.json").read_text())
    values["sha256"] = {"model.tflite": hashlib.sha256(content).hexdigest()}
    values["temperature"] = 1.0
    (folder / "model.json").write_text(json.dumps(values))
    said = load_classifier(load_spec(folder), "litert").classify(seen)
    expected = other.probabilities(network.features(seen)[:, 0])
    np.testing.assert_allclose(said, expected, atol=2e-3)


def test_a_model_without_keras_says_so(tmp_path, needs_keras):
    folder = tmp_path / "plain"
    shutil.copytree(paths.resources() / "models" / "seed", folder)
    values = json.loads((folder / "model.json").read_text())
    del values["sha256"]["model.keras"]
    (folder / "model.json").write_text(json.dumps(values))
    with pytest.raises(ModelError, match=r"has no model\.keras; use '--engine litert'"):
        load_classifier(load_spec(folder), "keras")
