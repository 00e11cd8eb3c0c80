"""A Keras file is looked into before Keras sees it: known parts, known layers, nothing else."""

import contextlib
import io
import json
import pickle
import random
import re
import zipfile
from pathlib import Path

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.vision.recognition.keras_archive import KNOWN, check_keras_archive
from fer_desktop.vision.recognition.model_spec import KERAS_FILE

HDF5 = b"\x89HDF\r\n\x1a\n"
PATH = Path("mine") / "model.keras"
DENSE = {
    "module": "keras.layers",
    "class_name": "Dense",
    "config": {"name": "d", "units": 8, "activation": "softmax"},
    "registered_name": None,
}


def network(*layers):
    return {
        "module": "keras",
        "class_name": "Sequential",
        "config": {"name": "mine", "layers": list(layers)},
        "registered_name": None,
        "compile_config": None,
    }


def layer(name, /, module="keras.layers", registered=None, **config):
    return {
        "module": module,
        "class_name": name,
        "config": config,
        "registered_name": registered,
    }


def archive(config=None, parts=(), **changed):
    """Return a Keras file; a part that is None is left out."""
    text = config if isinstance(config, (bytes, str)) else json.dumps(config or network(DENSE))
    all_parts = {
        "metadata.json": '{"keras_version": "3.15.1"}',
        "config.json": text,
        "model.weights.h5": HDF5 + bytes(100),
        **changed,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in [*all_parts.items(), *parts]:
            if data is not None:
                new.writestr(name, data)
    return file.getvalue()


def refusal(content):
    """Return the one sentence that a file is refused with."""
    with pytest.raises(ModelError) as caught:
        check_keras_archive(content, PATH)
    text = str(caught.value)
    assert text.startswith(f"{PATH}: ")
    assert text.endswith(".")
    assert text.isprintable()
    assert len(text) < 600
    return text


def test_a_network_of_known_layers_passes():
    check_keras_archive(archive(), PATH)


def test_the_bundled_network_passes(seed_spec):
    check_keras_archive(seed_spec.read_file(KERAS_FILE), PATH)


@pytest.mark.keras
def test_networks_as_keras_writes_them_pass(needs_keras, tmp_path):
    import keras

    from model.networks import NETWORKS

    layers = keras.layers
    chip = keras.Input((8, 8, 1))
    x = keras.ops.relu(layers.Conv2D(2, 3, kernel_regularizer="l2")(chip) * 2.0 + 1)[:, 1:3]
    x = layers.TimeDistributed(layers.Dense(3, activation=keras.activations.silu))(x)
    own = keras.Model(chip, layers.Dense(8)(layers.Flatten()(x)))
    own.compile("adam", "categorical_crossentropy")
    built = [entry.build(layers.BatchNormalization) for entry in NETWORKS.values()]
    for model in (own, *built):
        model.save(tmp_path / KERAS_FILE)
        check_keras_archive((tmp_path / KERAS_FILE).read_bytes(), PATH)


@pytest.mark.keras
def test_all_known_layers_are_layers_of_keras(needs_keras):
    import keras

    for name in KNOWN["keras.layers"]:
        assert issubclass(getattr(keras.layers, name), keras.layers.Layer), name


NO_DATA = [
    layer("Lambda", function={"class_name": "__lambda__", "config": {"code": "4wEAAAA="}}),
    # Load a saved program, a pickle, a function, a file of words.
    layer("TFSMLayer", filepath="/tmp/program"),
    layer("TorchModuleWrapper", module="gASVIQ=="),
    layer("JaxLayer"),
    layer("FlaxLayer"),
    layer("StringLookup", vocabulary="/etc/passwd"),
    layer("TextVectorization", vocabulary="/etc/passwd"),
    # Not of Keras, or not of its layers.
    layer("system", module="os"),
    layer("Popen", module="subprocess", args=["true"]),
    layer("Dense", module="keras_hub.layers"),
    layer("Dense", module="mine.layers"),
    layer("Dense", module="keras.layers.mine"),
    layer("Dense", module=None),
    layer("Dense", module=["keras.layers"]),
    layer("get_file", module="keras.utils", origin="http://127.0.0.1/x"),
    layer("load_model", module="keras.models", filepath="other.h5"),
    layer("load_model", module="keras.src.saving.saving_api"),
    layer("deserialize", module="keras.initializers"),
    layer("Scan", module="keras.src.ops.core"),
    layer(["Dense"]),
    # Looked up in the place of the class.
    layer("Dense", registered="fer_desktop>FusedBatchNormalization"),
    layer("Dense", registered="Lambda"),
    # Code, and functions by name.
    {"class_name": "__lambda__", "config": {"value": "4wEAAAA="}},
    {"class_name": "__typespec__", "spec_name": "X", "module": "os", "config": []},
    {"class_name": "function", "module": "builtins", "config": "eval", "registered_name": "eval"},
    {"class_name": "function", "module": "os", "config": "system", "registered_name": "system"},
    {"class_name": "function", "module": "keras.utils", "config": "get_file"},
    {
        "class_name": "function",
        "module": "keras.config",
        "config": "enable_unsafe_deserialization",
        "registered_name": None,
    },
]


@pytest.mark.parametrize("entry", NO_DATA, ids=lambda entry: str(entry["class_name"]))
def test_what_is_no_data_is_refused_by_name_at_any_depth(entry):
    name = entry["class_name"] if isinstance(entry["class_name"], str) else "Dense"
    regularizer = DENSE | {"config": {"kernel_regularizer": [{"deep": [entry]}]}}
    wrapped = layer("TimeDistributed", layer=layer("TimeDistributed", layer=entry))
    trained = network(DENSE) | {"compile_config": {"optimizer": entry}}
    for config in (network(entry), network(regularizer), network(wrapped), trained, entry):
        text = refusal(archive(config))
        assert name in text
        assert "loaded only as data" in text


def test_the_last_of_two_equal_keys_counts_as_for_keras():
    text = json.dumps(network(DENSE)).replace(
        '"class_name": "Dense"', '"class_name": "Dense", "class_name": "Lambda"'
    )
    assert "Lambda" in refusal(archive(text))


FOREIGN = {
    "HDF5": (HDF5 + bytes(1000), "old HDF5 model"),
    "pickle": (pickle.dumps({"weights": [1]}), "Python pickle"),
    "old pickle": (pickle.dumps({"weights": [1]}, protocol=0), "no Keras file"),
    "empty": (b"", "no Keras file"),
    "text": (b"hello", "no Keras file"),
    "zip behind something": (HDF5 + archive(), "old HDF5 model"),
    "zip behind a script": (b"#!/bin/sh\n" + archive(), "no Keras file"),
    "half": (archive()[:200], "damaged"),
    "no end": (archive()[:-22], "damaged"),
}


@pytest.mark.parametrize(("content", "words"), FOREIGN.values(), ids=FOREIGN)
def test_other_files_with_this_name(content, words):
    assert words in refusal(content)


@pytest.mark.parametrize(
    "name",
    ["../evil.py", "/tmp/evil.py", "C:\\evil.py", "assets/words.txt", "model.weights.npz", "x\ny"],
)
def test_more_parts_than_a_network_has(name):
    assert "expected the parts" in refusal(archive(parts=[(name, b"x")]))


@pytest.mark.parametrize("name", ["config.json", "metadata.json", "model.weights.h5"])
def test_a_missing_part(name):
    assert "expected the parts" in refusal(archive(**{name: None}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice():
    assert "expected the parts" in refusal(archive(parts=[("config.json", "{}")]))


def test_a_part_that_would_unpack_to_far_too_much():
    text = refusal(archive('{"class_name": "' + "x" * 11_000_000 + '"}'))
    assert "config.json would unpack to 110000" in text


def test_a_weights_file_that_claims_to_unpack_to_far_too_much():
    content = archive()
    # The size stands in the directory at the end, whose entries begin with PK 1 2.
    at = content.index(b"model.weights.h5", content.index(b"PK\x01\x02")) - 46 + 24
    content = content[:at] + (2**31).to_bytes(4, "little") + content[at + 4 :]
    assert "would unpack to 2147483648" in refusal(content)


def test_an_encrypted_part():
    content = bytearray(archive())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(content)):
            content[found.start() + offset] |= 1
    assert "damaged" in refusal(bytes(content))


def test_other_ways_of_packing():
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive())) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), zipfile.ZIP_LZMA)
    assert "unknown way" in refusal(file.getvalue())


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        (b"\xff\xfe\xfd", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "describes no network"),
        ("3", "describes no network"),
        ('{"config": {}}', "describes no network"),
    ],
)
def test_a_config_that_describes_no_network(config, words):
    assert words in refusal(archive(config))


def test_weights_that_are_no_hdf5():
    content = archive(**{"model.weights.h5": pickle.dumps([1, 2, 3])})
    assert "model.weights.h5 is no HDF5" in refusal(content)


def test_signs_of_a_terminal_are_not_passed_on():
    assert "\x1b" not in refusal(archive(network(layer("\x1b[2J" + "x" * 10_000))))


def test_no_damage_brings_up_another_error():
    rng, good = random.Random(1), archive()
    for _ in range(300):
        content = bytearray(good)
        for _ in range(rng.choice((1, 2, 8))):
            content[rng.randrange(len(content))] = rng.randrange(256)
        if rng.random() < 0.2:
            del content[rng.randrange(len(content)) :]
        with contextlib.suppress(ModelError):
            check_keras_archive(bytes(content), PATH)
