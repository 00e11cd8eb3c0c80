"""model.json of the face check: a broken field is told with the file, expected and found value."""

import json

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.detection.check_chips import AROUND, CHIP_PX
from fer_desktop.vision.detection.check_spec import ANSWERS, load_check_spec

GOOD = {
    "schema": 1,
    "name": "face-check",
    "version": "3",
    "answers": list(ANSWERS),
    "input": {"side": CHIP_PX, "around": AROUND},
    "calibration": {"slope": 1.2, "offset": -0.5},
    "sha256": {"model.tflite": "ab" * 32},
}


def written(folder, **changes):
    """Write model.json with other values; return the directory."""
    (folder / SPEC_FILE).write_text(json.dumps({**GOOD, **changes}), encoding="utf-8")
    return folder


def test_what_it_says_is_read(tmp_path):
    spec = load_check_spec(written(tmp_path))

    assert (spec.name, spec.version, spec.slope, spec.offset) == ("face-check", "3", 1.2, -0.5)
    assert spec.sha256 == {"model.tflite": "ab" * 32}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"schema": 2}, "schema: expected a whole number from 1 to 1, found 2"),
        ({"answers": ["face"]}, "answers: expected face, right"),
        ({"input": {"side": 48, "around": AROUND}}, "side: expected a whole number from 40 to 40"),
        ({"input": {"side": CHIP_PX, "around": 2}}, "around: expected a number from 1.4 to 1.4"),
        ({"calibration": {"slope": 0, "offset": 0}}, "slope: expected a number from 0.01"),
        ({"calibration": 3}, "calibration: expected an object"),
        ({"sha256": {}}, "a checksum for model.tflite"),
        ({"sha256": {"model.tflite": "12"}}, "64 hexadecimal digits"),
    ],
)
def test_a_broken_value_is_told(tmp_path, changes, told):
    with pytest.raises(ModelError) as caught:
        load_check_spec(written(tmp_path, **changes))

    assert told in str(caught.value)
    assert str(tmp_path / SPEC_FILE) in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ModelError, match="The folder of a model has"):
        load_check_spec(tmp_path)
