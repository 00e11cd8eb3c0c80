"""The doctor looks at everything and raises nothing."""

import json
import shutil

import pytest

from fer_desktop import __version__
from fer_desktop.core.errors import ModelError
from fer_desktop.system import paths
from fer_desktop.vision import doctor
from fer_desktop.vision.camera.capture_format import CaptureFormat
from fer_desktop.vision.camera.devices import CameraDevice


@pytest.fixture(scope="module")
def checks():
    return {check.name: check for check in doctor.run_checks()}


def test_what_the_main_job_needs_is_well(checks):
    needed = {name for name, check in checks.items() if check.needed}
    assert needed == {"resources", "analysis"} | {f"model {m}" for m in paths.bundled_models()}
    assert all(checks[name].ok for name in needed), checks


def test_the_analysis_was_really_run(checks):
    assert "happiness" in checks["analysis"].text


def test_the_optional_things_are_looked_at_too(checks):
    assert {"window", "display", "camera", "keras engine"} <= set(checks)
    assert all(check.text for check in checks.values())


@pytest.mark.parametrize("is_frozen", [False, True])
def test_a_frozen_program_needs_no_file_for_keras(is_frozen, monkeypatch, seed_spec, tmp_path):
    for name in ("model.json", "model.tflite"):
        shutil.copy(seed_spec.directory / name, tmp_path)
    monkeypatch.setattr(doctor.sys, "frozen", is_frozen, raising=False)
    monkeypatch.setattr(paths, "model_directory", lambda name: tmp_path)
    if is_frozen:
        assert "checksums right" in doctor._model_check("seed")()
    else:
        with pytest.raises(ModelError, match=r"model\.keras"):
            doctor._model_check("seed")()


def test_versions_name_what_is_there_and_what_is_not(monkeypatch):
    monkeypatch.setattr(doctor, "_PACKAGES", ("numpy", "no-such-package"))
    versions = doctor.versions()
    assert versions["fer-desktop"] == __version__
    assert versions["numpy"]
    assert versions["no-such-package"] is None


def test_the_processor_is_named_as_the_system_names_it(monkeypatch):
    named = "vendor_id: x\nmodel name\t: Fine CPU 3000\nmodel name\t: Other\n"
    monkeypatch.setattr(doctor.Path, "read_text", lambda *_, **__: named)
    assert doctor.machine()["processor"] == "Fine CPU 3000"

    def missing(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(doctor.Path, "read_text", missing)
    monkeypatch.setattr(doctor.platform, "processor", lambda: "")
    assert doctor.processor() == doctor.platform.machine()


def test_a_missing_picture_is_a_problem_in_words_not_an_error(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "demo_picture", lambda: tmp_path / "gone.jpg")
    check = next(c for c in doctor.run_checks() if c.name == "analysis")
    assert not check.ok
    assert "gone.jpg" in check.text


def test_missing_resources_are_a_problem_in_words_not_an_error(monkeypatch):
    def missing():
        raise FileNotFoundError("The resources are missing.")

    monkeypatch.setattr(paths, "resources", missing)
    checks = {check.name: check for check in doctor.run_checks()}
    assert not checks["resources"].ok
    assert not checks["analysis"].ok
    assert "missing" in checks["resources"].text


def test_cameras_are_listed_by_name(monkeypatch):
    cameras = [CameraDevice(n, f"Cam {n}", n, 0, f"Cam {n}|0:0|") for n in range(2)]
    monkeypatch.setattr(doctor, "list_cameras", lambda: cameras)
    assert doctor._cameras() == "Cam 0, Cam 1"
    formats = {0: (CaptureFormat(640, 480, 30.0), CaptureFormat(640, 480, 15.0)), 1: ()}
    monkeypatch.setattr(doctor, "offered_formats", lambda camera: formats[camera.number])
    assert doctor._cameras() == "Cam 0 (2 formats), Cam 1"
    monkeypatch.setattr(doctor, "is_refused", lambda camera: camera.number == 1)
    assert doctor._cameras() == "Cam 0 (2 formats), Cam 1 (the system refuses its use)"


def test_the_report_marks_what_is_wrong():
    text = doctor.report_text(
        [
            doctor.Check("one", True, True, "fine"),
            doctor.Check("two", False, True, "broken"),
            doctor.Check("three", False, False, "not there"),
        ]
    )
    assert text.splitlines()[-3:] == [
        "ok       one: fine",
        "PROBLEM  two: broken",
        "absent   three: not there",
    ]
    assert f"fer-desktop {__version__}" in text


def test_the_machine_is_told_in_json_values():
    machine = json.loads(json.dumps(doctor.machine()))
    assert machine["cores"] >= 1
    assert machine["system"]
