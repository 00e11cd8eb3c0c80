"""Classifier and both engines: calibrated probabilities, and a reason where there are none."""

import dataclasses
import hashlib
import json
import shutil
import sys
import warnings
import zipfile

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import N_LABELS
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.classifier import Classifier, calibrated, load_classifier
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE, load_spec
from fer_desktop.vision.recognition.preprocess import face_chip

FACE = (225, 114)  # its centre in the astronaut's picture


@pytest.fixture(scope="module")
def chips(astronaut, seed_spec):
    """Return 32 face chips with random boxes around the face."""
    random = np.random.default_rng(7)
    found = []
    for _ in range(32):
        x, y = FACE + random.integers(-30, 31, 2)
        half = random.integers(30, 90)
        box = BoundingBox(*map(int, (x - half, y - half, x + half, y + half)))
        found.append(face_chip(astronaut, box, seed_spec.chip_format))
    return np.stack(found)


@pytest.fixture(scope="module")
def keras_classifier(seed_spec):
    """Return the seed model on Keras."""
    pytest.importorskip("tensorflow", reason="the extra 'keras' is not installed")
    return load_classifier(seed_spec, "keras")


class FixedEngine:
    """Gives what it is told to."""

    def __init__(self, result):
        self.result = np.asarray(result, np.float32)

    def run(self, chips):
        return self.result


class BrightSide:
    """Is as sure of happiness as the left half of a chip is bright."""

    def __init__(self):
        self.n_seen = []

    def run(self, chips):
        self.n_seen.append(len(chips))
        rows = np.zeros((len(chips), N_LABELS), np.float32)
        rows[:, 4] = chips[:, :, : chips.shape[2] // 2].mean(axis=(1, 2, 3))
        rows[:, 5] = 1 - rows[:, 4]
        return rows


@pytest.fixture
def one_sided(seed_spec):
    """Return chips of which the left half is white, the right half is black, and 3/4 of it is."""
    chips = np.zeros((3, *seed_spec.chip_format.shape), np.float32)
    chips[0, :, :50] = chips[1, :, 50:] = chips[2, :, :75] = 1
    return chips


@pytest.mark.parametrize("asked", [True, False])
def test_pictures_are_looked_at_from_both_sides_where_the_model_asks_for_it(
    seed_spec, one_sided, asked
):
    spec = dataclasses.replace(seed_spec, temperature=1.0, mirror_average=asked)
    live = Classifier(spec, BrightSide(), "litert")
    np.testing.assert_allclose(live.classify(one_sided)[:, 4], [1, 0, 1], atol=1e-6)
    rows = live.for_pictures().classify(one_sided)
    expected = [0.5, 0.5, 0.75] if asked else [1, 0, 1]
    np.testing.assert_allclose(rows[:, 4], expected, atol=1e-6)
    np.testing.assert_allclose(rows.sum(axis=1), 1, atol=1e-6)


def test_both_sides_go_through_the_engine_at_once(seed_spec, one_sided):
    engine = BrightSide()
    spec = dataclasses.replace(seed_spec, mirror_average=True)
    Classifier(spec, engine, "litert").for_pictures().classify(one_sided)
    assert engine.n_seen == [6]


def with_engine(spec, result, temperature=1.0):
    """Return a classifier whose network gives `result`."""
    spec = dataclasses.replace(spec, temperature=temperature)
    return Classifier(spec, FixedEngine(result), "litert")


@pytest.mark.parametrize("engine", ["litert", pytest.param("keras", marks=pytest.mark.keras)])
def test_contract(request, engine, chips):
    fixture = {"litert": "seed_classifier", "keras": "keras_classifier"}[engine]
    classifier = request.getfixturevalue(fixture)
    assert classifier.engine_name == engine
    rows = classifier.classify(chips)
    assert (rows.shape, rows.dtype) == ((len(chips), N_LABELS), np.float32)
    assert rows.min() >= 0
    assert rows.sum(axis=1) == pytest.approx(1, abs=1e-5)
    # The chips differ, and so do the answers.
    assert np.ptp(rows, axis=0).max() > 0.05
    singles = np.concatenate([classifier.classify(chip[np.newaxis]) for chip in chips[:8]])
    assert singles == pytest.approx(rows[:8], abs=1e-5)
    assert np.array_equal(classifier.classify(chips[:8]), classifier.classify(chips[:8]))
    assert classifier.classify(chips[:0]).shape == (0, N_LABELS)
    with pytest.raises(ValueError, match=r"expected chips of shape \(1, 100, 100, 3\)"):
        classifier.classify(chips[:1, :50])
    with pytest.raises(ValueError, match="expected chips of shape"):
        classifier.classify(chips[0])


@pytest.mark.keras
def test_both_engines_agree(seed_classifier, keras_classifier, chips):
    ours, theirs = seed_classifier.classify(chips), keras_classifier.classify(chips)
    assert np.abs(ours - theirs).max() < 1e-4


def test_results_do_not_change_with_the_next_call(seed_classifier, chips):
    first = seed_classifier.classify(chips[:2])
    before = first.copy()
    seed_classifier.classify(chips[2:6])
    assert np.array_equal(first, before)


def test_temperature_one_changes_nothing():
    row = np.array([[0.5, 0.3, 0.2, 0, 0, 0, 0, 0]], np.float32)
    assert calibrated(row, 1.0) == pytest.approx(row)


def test_temperature_is_that_of_the_softmax():
    logits = np.array([[3.0, 1.0, 0.0, -1.0, 2.0, 0.5, -2.0, 0.1]])

    def softmax(values):
        powers = np.exp(values)
        return powers / powers.sum()

    for temperature in (0.5, 1.2, 3.0):
        found = calibrated(softmax(logits).astype(np.float32), temperature)
        assert found.dtype == np.float32
        assert found == pytest.approx(softmax(logits / temperature), abs=1e-5)


def test_temperature_keeps_the_order_and_stands_a_zero():
    row = np.array([[1, 0, 0, 0, 0, 0, 0, 0]], np.float32)
    for temperature in (0.05, 20):
        found = calibrated(row, temperature)
        assert np.isfinite(found).all()
        assert found.sum() == pytest.approx(1, abs=1e-5)
        assert found.argmax() == 0


def test_the_models_temperature_is_used(seed_spec, chips):
    raw = np.array([[0.6, 0.1, 0.1, 0.05, 0.05, 0.05, 0.03, 0.02]], np.float32)
    rows = with_engine(seed_spec, raw, temperature=2.0).classify(chips[:1])
    assert rows == pytest.approx(calibrated(raw, 2.0))
    assert rows[0, 0] < 0.5


NAN_ROW = [[np.nan] * 8]


@pytest.mark.parametrize(
    "result",
    [
        NAN_ROW,
        [[np.inf, *[0] * 7]],
        [[np.nan, 1, *[0] * 6]],
        [[0.5] * 8],
        [[0.0] * 8],
        [[-0.5, 1.5, *[0] * 6]],
        [[1 / 7] * 7],
        [[0.125] * 8] * 2,
        [0.125] * 8,
        0.5,
    ],
    ids=["nan", "inf", "one nan", "sum 4", "sum 0", "negative", "7", "2 rows", "1-d", "0-d"],
)
def test_what_is_no_probabilities_is_refused(seed_spec, chips, result):
    with pytest.raises(ModelError, match="the network gave no probabilities") as caught:
        with_engine(seed_spec, result).classify(chips[:1])
    assert str(seed_spec.directory) in str(caught.value)


def saved(model, path):
    """Return the bytes of the Keras file that a model is saved as."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Keras and TensorFlow have not caught up with NumPy 2
        model.save(path)
    return path.read_bytes()


def resigned(folder, name, content):
    """Put a file into a model directory and its right checksum into model.json."""
    (folder / name).write_bytes(content)
    path = folder / SPEC_FILE
    values = json.loads(path.read_text(encoding="utf-8"))
    values["sha256"][name] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(values), encoding="utf-8")
    return load_spec(folder)


@pytest.fixture
def copied(tmp_path, seed_spec):
    """Return a copy of the seed model's directory, without its large Keras file."""
    for name in (SPEC_FILE, LITERT_FILE):
        shutil.copy(seed_spec.directory / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def network(seed_spec):
    """Return the bytes of the seed's LiteRT file."""
    return seed_spec.read_file(LITERT_FILE)


def test_a_file_that_is_not_the_one_of_model_json_never_reaches_litert(copied, network):
    (copied / LITERT_FILE).write_bytes(network[:-1] + b"\xff")
    with pytest.raises(ModelError, match="expected sha256"):
        load_classifier(load_spec(copied), "litert")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"hello",
        lambda data: bytes(1000),
        lambda data: data[: len(data) // 2],
        lambda data: data[:8] + bytes(64) + data[72:],
    ],
    ids=["empty", "text", "zeros", "half", "header"],
)
def test_a_damaged_network_with_the_right_checksum_is_refused(copied, network, damage):
    spec = resigned(copied, LITERT_FILE, damage(network))
    with pytest.raises(
        ModelError, match=r"model\.tflite: (LiteRT can't load it|this is no LiteRT file)"
    ) as caught:
        load_classifier(spec, "litert")
    assert str(caught.value).isprintable()


def test_a_network_whose_weights_are_not_numbers_is_refused(copied, network, chips):
    start = len(network) // 2
    data = network[:start] + b"\xff" * 400_000 + network[start + 400_000 :]
    classifier = load_classifier(resigned(copied, LITERT_FILE, data), "litert")
    with pytest.raises(ModelError, match="the network gave no probabilities"):
        classifier.classify(chips[:2])


@pytest.mark.parametrize("engine", ["litert", pytest.param("keras", marks=pytest.mark.keras)])
def test_a_network_with_another_input_than_model_json_says(request, copied, seed_spec, engine):
    if engine == "keras":
        request.getfixturevalue("needs_keras")
        shutil.copy(seed_spec.directory / KERAS_FILE, copied / KERAS_FILE)
    path = copied / SPEC_FILE
    values = json.loads(path.read_text(encoding="utf-8"))
    values["input"] |= {"height": 48, "width": 48}
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ModelError, match=r"expected.* input .*48, 48, 3.*found.*100, 100, 3"):
        load_classifier(load_spec(copied), engine)


@pytest.fixture(scope="module")
def three_classes(tmp_path_factory):
    """Return a Keras and a LiteRT network with three classes instead of eight."""
    pytest.importorskip("tensorflow", reason="the extra 'keras' is not installed")
    import keras
    import tensorflow as tf

    folder = tmp_path_factory.mktemp("three")
    layers = keras.layers
    model = keras.Sequential(
        [layers.Input((100, 100, 3)), layers.Flatten(), layers.Dense(3, activation="softmax")]
    )
    content = saved(model, folder / KERAS_FILE)
    call = tf.function(model, input_signature=[tf.TensorSpec((1, 100, 100, 3), tf.float32)])
    converter = tf.lite.TFLiteConverter.from_concrete_functions([call.get_concrete_function()])
    return {KERAS_FILE: content, LITERT_FILE: converter.convert()}


@pytest.mark.keras
@pytest.mark.parametrize(("engine", "file"), [("litert", LITERT_FILE), ("keras", KERAS_FILE)])
def test_a_network_with_another_number_of_classes(copied, three_classes, chips, engine, file):
    spec = resigned(copied, file, three_classes[file])
    with pytest.raises(ModelError, match=r"\(1, 3\)"):
        load_classifier(spec, engine).classify(chips[:1])


def test_without_keras_it_says_what_to_install(monkeypatch, seed_spec):
    monkeypatch.setitem(sys.modules, "keras", None)
    with pytest.raises(ModelError) as caught:
        load_classifier(seed_spec, "keras")
    assert str(caught.value) == (
        "The Keras engine needs TensorFlow: install 'fer-desktop[keras]', or use '--engine litert'."
    )


def test_without_litert_it_says_so_and_falls_back_to_nothing(monkeypatch, seed_spec):
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", None)
    with pytest.raises(ModelError, match="The LiteRT engine is not installed"):
        load_classifier(seed_spec, "litert")


def test_a_changed_keras_file_is_never_opened(monkeypatch, copied, seed_spec):
    content = bytearray(seed_spec.read_file(KERAS_FILE))
    content[5000] ^= 1
    (copied / KERAS_FILE).write_bytes(content)
    # Were it opened, the answer would be that Keras is missing.
    monkeypatch.setitem(sys.modules, "keras", None)
    with pytest.raises(
        ModelError, match=r"model\.keras: the file does not match .*expected sha256"
    ):
        load_classifier(load_spec(copied), "keras")


def repacked(content, folder, change):
    """Return a Keras file whose parts went through `change(name, data)`."""
    source, target = folder / "a.zip", folder / "b.zip"
    source.write_bytes(content)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
    return target.read_bytes()


def flipped(content, folder):
    """Return a Keras file with a wrong byte in config.json, which its zip finds out."""
    data = repacked(content, folder, lambda name, part: part)
    place = data.index(b'"class_name"')
    return data[:place] + b"X" + data[place + 1 :]


DAMAGES = {
    "empty": lambda content, folder: b"",
    "text": lambda content, folder: b"hello",
    "half": lambda content, folder: content[: len(content) // 2],
    "flipped": flipped,
    "no config": lambda content, folder: repacked(
        content, folder, lambda name, data: None if name == "config.json" else data
    ),
    "no json": lambda content, folder: repacked(
        content, folder, lambda name, data: b"{" if name == "config.json" else data
    ),
    "no weights": lambda content, folder: repacked(
        content, folder, lambda name, data: None if name.endswith(".h5") else data
    ),
    "other weights": lambda content, folder: repacked(
        content, folder, lambda name, data: b"hello" if name.endswith(".h5") else data
    ),
}


@pytest.mark.keras
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_keras_file_with_the_right_checksum(
    needs_keras, copied, three_classes, tmp_path_factory, damage
):
    content = damage(three_classes[KERAS_FILE], tmp_path_factory.mktemp("zip"))
    spec = resigned(copied, KERAS_FILE, content)
    with pytest.raises(ModelError, match=r"model\.keras: ") as caught:
        load_classifier(spec, "keras")
    assert str(caught.value).isprintable()


@pytest.mark.keras
def test_a_keras_file_with_code_in_it_never_reaches_keras(
    needs_keras, copied, tmp_path_factory, monkeypatch
):
    import keras

    folder = tmp_path_factory.mktemp("code")
    mark = folder / "written"
    layers = keras.layers
    code = eval(f"lambda x: (open({str(mark)!r}, 'w').close(), x)[1]")
    model = keras.Sequential([layers.Input((100, 100, 3)), layers.Lambda(code)])
    content = saved(model, folder / KERAS_FILE)
    mark.unlink()  # making it ran it
    spec = resigned(copied, KERAS_FILE, content)
    monkeypatch.setattr(keras.models, "load_model", None)
    with pytest.raises(ModelError, match=r"model\.keras: .* keras\.layers Lambda .*only as data"):
        load_classifier(spec, "keras")
    assert not mark.exists()
    monkeypatch.undo()
    # It is hostile indeed: without all that, the code runs.
    keras.models.load_model(folder / KERAS_FILE, safe_mode=False)(np.zeros((1, 100, 100, 3)))
    assert mark.exists()


def converter_of(call):
    """Return TensorFlow's converter of a function to LiteRT."""
    import tensorflow as tf

    functions = [call.get_concrete_function()]
    return tf.lite.TFLiteConverter.from_concrete_functions(functions, tf.Module())


@pytest.mark.keras
def test_a_network_with_layers_that_litert_has_not_is_refused(needs_keras, copied):
    import tensorflow as tf

    @tf.function(input_signature=[tf.TensorSpec((1, 100, 100, 3), tf.float32)])
    def call(chip):
        return tf.nn.softmax(tf.linalg.det(chip[:, :8, :3, :] + tf.eye(3))[:, :8])

    for ops in (tf.lite.OpsSet.SELECT_TF_OPS, None):
        converter = converter_of(call)
        if ops is None:
            converter.allow_custom_ops = True
        else:
            converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS, ops]
        spec = resigned(copied, LITERT_FILE, converter.convert())
        with pytest.raises(ModelError, match=r"LiteRT can't load it") as caught:
            load_classifier(spec, "litert")
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 500


@pytest.mark.keras
@pytest.mark.parametrize("side", ["input", "output"])
def test_a_network_of_other_numbers_than_float32(needs_keras, copied, side):
    import tensorflow as tf

    kind = tf.uint8 if side == "input" else tf.float32

    @tf.function(input_signature=[tf.TensorSpec((1, 100, 100, 3), kind)])
    def call(chip):
        row = tf.reshape(tf.cast(chip, tf.float32), (1, -1))[:, :8]
        return row if side == "input" else tf.cast(row, tf.int32)

    spec = resigned(copied, LITERT_FILE, converter_of(call).convert())
    with pytest.raises(ModelError, match=rf"expected (one|a) float32 {side}.*(uint8|int32)"):
        load_classifier(spec, "litert")
