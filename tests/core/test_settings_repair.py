"""Values that anyone may have written: what can be used is, and a sentence tells of the rest."""

import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.core.settings_repair import repaired


@pytest.mark.parametrize(
    ("name", "value", "note"),
    [
        ("smoothing_s", 99, "was 99, which is not between 0 and 10 s; the default 0.25 is used."),
        ("smoothing_s", "1", "was '1', which is not a number; the default 0.25 is used."),
        ("smoothing_s", True, "was true, which is not a number; the default 0.25 is used."),
        ("smoothing_s", None, "was null, which is not a number; the default 0.25 is used."),
        ("smoothing_s", float("nan"), "was NaN, which is not between 0 and 10 s; the default 0.25"),
        ("min_confidence", [], "was [], which is not a number; the default null is used."),
        ("min_confidence", False, "was false, which is not a number; the default null is used."),
        ("camera_width", 640.0, "was 640.0, which is not a whole number; the default 0 is used."),
        ("camera_width", False, "was false, which is not a number; the default 0 is used."),
        ("camera_width", -1, "was -1, which is not between 0 and 16384 px; the default 0 is used."),
        ("timeline_s", 61, "was 61, which is not one of 10, 30, 60, 120, 300; the default 60 is"),
        ("mirror", 0, "was 0, which is not true or false; the default true is used."),
        ("theme", "pink", "was 'pink', which is not one of system, light, dark; the default "),
        ("theme", {}, "was {}, which is not a text; the default 'system' is used."),
        ("model", 3, "was 3, which is not a text; the default 'se-resnet' is used."),
        ("camera", "a\0b", "was 'a?b', which is not a text of a name or a path; the default ''"),
        ("own_models", "a", "was 'a', which is not a list of texts; the default [] is used."),
        ("own_models", ["a", 1], 'was ["a", 1], which is not a list of texts; the default [] is'),
    ],
)
def test_what_can_not_be_used_is_told_in_a_sentence(name, value, note):
    settings, notes = repaired({name: value})
    assert settings == Settings()
    (told,) = notes
    assert told.startswith(f"'{name}' {note}")


def test_a_long_value_is_told_in_short():
    for value in ("x" * 9999, list(range(9999)), "a\n\0b" * 100):
        _, (note,) = repaired({"camera": value})
        assert len(note) < 200
        assert "\n" not in note


def test_what_can_be_used_is():
    values = {"min_confidence": None, "hold_s": 2, "own_models": ["a", "b"], "camera_width": 640}
    settings, notes = repaired(values)
    assert settings == Settings(hold_s=2, own_models=("a", "b"), camera_width=640)
    assert notes == ()
    assert isinstance(settings.own_models, tuple)


def test_names_of_a_later_version_are_passed_over():
    assert repaired({"new_in_2.0": [1], "schema": 7}) == (Settings(), ())


def test_the_model_of_older_files_stays_chosen():
    assert repaired({"model": "seed"})[0].model == "seed"


def test_yunet_without_its_file_is_given_up():
    settings, (note,) = repaired({"detector": "yunet", "mirror": False})
    assert settings == Settings(mirror=False)
    assert note == "'detector' was 'yunet' without its file; the default 'haar' is used."
    kept, notes = repaired({"detector": "yunet", "detector_model": "a.onnx"})
    assert (kept.detector, notes) == ("yunet", ())


def test_each_bad_value_has_its_note():
    _, notes = repaired({"mirror": 1, "theme": 2, "model": "seed", "hold_s": -1})
    assert [note.split("'")[1] for note in notes] == ["hold_s", "mirror", "theme"]
