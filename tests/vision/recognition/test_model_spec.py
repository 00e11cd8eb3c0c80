"""model.json: every broken field is told with the file, the expected and the found value."""

import hashlib
import json
import os
import shutil

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.system import paths
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE, load_spec

MISSING = object()
GOOD = {
    "schema": 1,
    "name": "mine",
    "version": "3",
    "description": "A test.",
    "labels": [
        "anger",
        "contempt",
        "disgust",
        "fear",
        "happiness",
        "neutral",
        "sadness",
        "surprise",
    ],
    "input": {
        "height": 40,
        "width": 40,
        "channels": 1,
        "color_order": "gray",
        "low": -1.0,
        "high": 1.0,
    },
    "crop_margin": 0.1,
    "temperature": 1.5,
    "uncertain_below": 0.35,
    "sha256": {"model.tflite": "ab" * 32},
    "licence": "MIT",
    "training_data": ["somewhere, split train"],
    "metrics": {"somewhere, split test": {"accuracy": 0.5}},
}


def written(folder, values):
    """Write model.json; return the directory."""
    text = values if isinstance(values, str) else json.dumps(values)
    (folder / SPEC_FILE).write_text(text, encoding="utf-8")
    return folder


def changed(field, value):
    """Return good values with one changed; `a.b` is b in a."""
    values = json.loads(json.dumps(GOOD))
    *outer, last = field.split(".")
    inside = values[outer[0]] if outer else values
    if value is MISSING:
        del inside[last]
    else:
        inside[last] = value
    return values


def error_of(folder):
    """Return the text of the error that loading gives: one line that names the file."""
    with pytest.raises(ModelError) as caught:
        load_spec(folder)
    text = str(caught.value)
    assert text.startswith(f"{folder / SPEC_FILE}: ")
    assert text.endswith(".")
    assert "\n" not in text
    return text


def test_all_that_it_says(tmp_path):
    spec = load_spec(written(tmp_path, GOOD))
    assert (spec.name, spec.version, spec.description) == ("mine", "3", "A test.")
    assert spec.directory == tmp_path
    assert spec.chip_format.shape == (40, 40, 1)
    assert (spec.chip_format.low, spec.chip_format.high, spec.chip_format.margin) == (-1, 1, 0.1)
    assert (spec.temperature, spec.uncertain_below) == (1.5, 0.35)
    assert spec.sha256 == {"model.tflite": "ab" * 32}
    assert spec.licence == "MIT"
    assert spec.training_data == ("somewhere, split train",)
    assert spec.metrics["somewhere, split test"]["accuracy"] == 0.5


def test_what_older_files_do_not_say_is_off(tmp_path):
    assert load_spec(written(tmp_path, GOOD)).mirror_average is False
    assert load_spec(written(tmp_path, GOOD | {"mirror_average": True})).mirror_average is True
    for value in (1, "yes", None):
        with pytest.raises(ModelError, match="mirror_average: expected true or false"):
            load_spec(written(tmp_path, GOOD | {"mirror_average": value}))


def test_fields_of_later_versions_are_no_harm(tmp_path):
    assert load_spec(written(tmp_path, GOOD | {"parameters": 17})).name == "mine"


@pytest.mark.parametrize("name", paths.bundled_models())
def test_the_bundled_models_are_whole(name):
    spec = load_spec(paths.model_directory(name))
    assert spec.name == name
    for file in (LITERT_FILE, KERAS_FILE):
        content = spec.read_file(file)
        assert hashlib.sha256(content).hexdigest() == spec.sha256[file]


TEXT = ([MISSING, 3, None, ["a"]], "a text")
LABELS_SWAPPED = [*GOOD["labels"][1::-1], *GOOD["labels"][2:]]
NUMBER = "a number from "
CASES = [
    ("schema", [MISSING, 2, "1", 1.0, True, None], "1"),
    ("name", *TEXT),
    ("version", *TEXT),
    ("description", *TEXT),
    ("licence", *TEXT),
    (
        "labels",
        [LABELS_SWAPPED, GOOD["labels"][:7], [*GOOD["labels"], "bored"], []],
        "anger, contempt, disgust, fear, happiness, neutral, sadness, surprise",
    ),
    ("labels", [MISSING, "anger"], "the eight labels"),
    ("input", [MISSING, [], 5], "an object"),
    ("input.height", [MISSING, 7, 1025, "40", None, True, -40, 40.5], "number from 8 to 1024"),
    ("input.width", [MISSING, 7, 1025, "40", 40.5], "number from 8 to 1024"),
    ("input.color_order", ["bgr", "rgb", ""], "gray"),
    ("input.color_order", [MISSING, 1], "a text"),
    ("input.low", [MISSING, "0", float("nan"), float("-inf"), 10**400], NUMBER + "-1e+06"),
    ("input.high", [MISSING, "1", float("inf"), 1e7, -(10**400)], NUMBER + "-1e+06"),
    ("crop_margin", [MISSING, -0.3, 1.1, "0", float("nan")], NUMBER + "-0.25 to 1"),
    ("temperature", [MISSING, 0, -1, 21, "1", True, 10**400], NUMBER + "0.05 to 20"),
    ("uncertain_below", [MISSING, -0.1, 1.1, None], NUMBER + "0 to 1"),
    ("sha256", [MISSING, "ab", [], None], "an object of file names and checksums"),
    ("name", ["x" * 101, "two\nlines", "\x1b[2J", "\ud800"], "a text of one line, at most 100"),
    ("version", ["1" * 101, "1\n"], "a text of one line, at most 100"),
    ("description", ["x" * 1001, "\u202etxt"], "a text of one line, at most 1000"),
    ("training_data", [MISSING, "somewhere", {}], "a list"),
    ("training_data", [[3], [["a"]], ["a\nb"], [None]], "a list of texts"),
    ("metrics", [MISSING, [], "good"], "an object"),
]


def broken():
    """Return each field with each of its broken values."""
    found = []
    for field, values, expected in CASES:
        for value in values:
            name = "missing" if value is MISSING else f"{value!r:.20}"
            found.append(pytest.param(field, value, expected, id=f"{field}={name}"))
    return found


@pytest.mark.parametrize(("field", "value", "expected"), broken())
def test_a_broken_field_names_itself_the_expected_and_the_found_value(
    tmp_path, field, value, expected
):
    text = error_of(written(tmp_path, changed(field, value)))
    assert field.rpartition(".")[2] in text
    assert expected in text.partition("expected ")[2].partition("found ")[0]
    assert "is missing" in text if value is MISSING else "found " in text
    if value is not MISSING and len(repr(value)) < 500:
        told = float(value) if type(value) is int and repr(value) not in text else value
        assert repr(told) in text


@pytest.mark.parametrize("channels", [0, 2, 4, 2.5, "3", MISSING])
def test_channels_are_one_or_three(tmp_path, channels):
    text = error_of(written(tmp_path, changed("input.channels", channels)))
    assert "channels" in text
    if channels is not MISSING:
        assert f"found {channels!r}" in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"height": 40, "width": 48}, "square"),
        ({"low": 1, "high": 1}, "empty"),
        ({"low": 1, "high": 0}, "empty"),
    ],
)
def test_an_input_that_makes_no_sense_together(tmp_path, values, words):
    text = error_of(written(tmp_path, GOOD | {"input": GOOD["input"] | values}))
    assert "input" in text
    assert words in text


@pytest.mark.parametrize("digest", ["ab", 5, None, "z" * 64, "ab" * 33])
def test_a_checksum_has_64_hexadecimal_digits(tmp_path, digest):
    text = error_of(written(tmp_path, GOOD | {"sha256": {"model.tflite": digest}}))
    assert "sha256 of model.tflite: expected 64 hexadecimal digits" in text
    assert f"found {digest!r}" in text


@pytest.mark.parametrize(
    "name", ["../model.tflite", "/etc/passwd", "C:\\x", "a/b", ".hidden", "", "x" * 200, "a\nb"]
)
def test_a_checksum_is_of_a_file_in_this_folder(tmp_path, name):
    sums = {"model.tflite": "ab" * 32, name: "cd" * 32}
    assert "names of files in this folder" in error_of(written(tmp_path, GOOD | {"sha256": sums}))


@pytest.mark.parametrize("field", ["name", "temperature", "labels", "metrics", "training_data"])
def test_no_value_is_too_large_or_too_deep_to_be_told(tmp_path, field):
    deep = []
    for _ in range(900):
        deep = [deep]
    for value in (["x" * 900_000], deep):
        assert len(error_of(written(tmp_path, GOOD | {field: value}))) < 1500


def test_the_litert_file_must_have_a_checksum(tmp_path):
    text = error_of(written(tmp_path, GOOD | {"sha256": {"model.keras": "ab" * 32}}))
    assert "expected a checksum for model.tflite, found ['model.keras']" in text


@pytest.mark.parametrize("values", ["[]", "3", "null", '"model"'])
def test_the_file_holds_one_object(tmp_path, values):
    assert "expected a JSON object, found " in error_of(written(tmp_path, values))


@pytest.mark.parametrize("text", ["", "{", "hello", '{"schema": 1,}', "[" * 100_000, "\0"])
def test_what_is_no_json(tmp_path, text):
    assert "not readable as JSON" in error_of(written(tmp_path, text))


def test_what_is_no_utf_8(tmp_path):
    (tmp_path / SPEC_FILE).write_bytes(b'{"name": "\xff\xfe"}')
    assert "not readable as JSON" in error_of(tmp_path)


def test_a_folder_without_the_file(tmp_path):
    assert "The folder of a model has model.json in it" in error_of(tmp_path)


def test_a_file_that_is_far_too_large(tmp_path):
    assert "far too large" in error_of(written(tmp_path, json.dumps(GOOD) + " " * 1_000_001))


def test_a_file_in_place_of_the_directory(tmp_path):
    (tmp_path / "model").write_text("x", encoding="utf-8")
    with pytest.raises(ModelError, match="model"):
        load_spec(tmp_path / "model")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
@pytest.mark.parametrize("name", [SPEC_FILE, LITERT_FILE])
def test_a_pipe_is_not_waited_for(copied, name):
    (copied / name).unlink()
    os.mkfifo(copied / name)
    with pytest.raises(ModelError, match="this is no ordinary file"):
        load_spec(copied).read_file(LITERT_FILE)


def test_a_model_file_that_is_far_too_large_is_not_read(copied):
    with (copied / LITERT_FILE).open("ab") as file:
        file.truncate(2_000_000_000)  # takes no room
    with pytest.raises(ModelError, match="far too large"):
        load_spec(copied).read_file(LITERT_FILE)


@pytest.fixture
def copied(tmp_path, seed_spec):
    """Return a copy of the seed model's directory, without its large Keras file."""
    for name in (SPEC_FILE, LITERT_FILE):
        shutil.copy(seed_spec.directory / name, tmp_path / name)
    return tmp_path


def test_a_changed_file_is_told_with_both_checksums(copied):
    path = copied / LITERT_FILE
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    spec = load_spec(copied)
    found = hashlib.sha256(content).hexdigest()
    with pytest.raises(ModelError) as caught:
        spec.read_file(LITERT_FILE)
    assert str(caught.value) == (
        f"{path}: the file does not match model.json; expected sha256 {spec.sha256[LITERT_FILE]}, "
        f"found {found}."
    )


def test_a_missing_model_file(copied):
    with pytest.raises(ModelError, match=r"model\.keras: the model file can't be read \(No such"):
        load_spec(copied).read_file(KERAS_FILE)


def test_a_file_that_has_no_checksum(copied):
    with pytest.raises(ModelError, match=r"model\.json: it has no sha256 for labels\.txt"):
        load_spec(copied).read_file("labels.txt")
