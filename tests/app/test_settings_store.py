"""Settings are kept between starts, and a damaged file costs its damaged values only."""

import json
from dataclasses import asdict, fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fer_desktop.app.settings_store import load_settings, save_settings
from fer_desktop.core.settings import Settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.json"


OTHER = Settings(
    model="/models/own ü",
    engine="keras",
    min_confidence=0.6,
    smoothing_s=0.0,
    hold_s=1.5,
    mirror=False,
    theme="dark",
    detector="yunet",
    detector_model="/models/yunet.onnx",
    search="thorough",
    smallest_face=0.1,
    camera="Cam|1:2|x",
    camera_width=640,
    camera_height=480,
    camera_rate=15.0,
    language="de",
    reduced_motion=True,
    announce=False,
    show_boxes=False,
    show_labels=False,
    show_confidence=False,
    show_numbers=False,
    show_bars=True,
    overlay_scale=1.5,
    overlay_opacity=0.5,
    show_panel=False,
    timeline_s=300,
    snapshot_folder="/pictures",
    snapshot_overlay=False,
    snapshot_sound=False,
    snapshot_flash=False,
    timer_s=3,
    own_models=("/models/own ü",),
    welcome_seen=1,
)


def test_every_field_is_kept(file):
    differs = [f.name for f in fields(Settings) if getattr(OTHER, f.name) == f.default]
    assert not differs, "the case must leave no field at its default"
    save_settings(file, OTHER)
    assert load_settings(file) == OTHER


def test_without_a_file_there_are_defaults(file):
    assert load_settings(file) == Settings()


def test_saving_again_replaces_the_file_and_leaves_no_other(file):
    save_settings(file, OTHER)
    save_settings(file, Settings())
    assert load_settings(file) == Settings()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 50,
        b"{",
        b'{"model": "se',
        b"[]",
        b"null",
        b"17",
        b'"text"',
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"smoothing_s": 1' + b"0" * 5000 + b"}",
        b'{"a": NaN}',
    ],
    ids=lambda content: repr(content[:16]),
)
def test_a_damaged_file_gives_defaults(file, content):
    file.write_bytes(content)
    assert load_settings(file) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("model", 3),
        ("model", None),
        ("engine", "torch"),
        ("min_confidence", 7),
        ("min_confidence", "high"),
        ("min_confidence", True),
        ("smoothing_s", -1),
        ("smoothing_s", float("nan")),
        ("smoothing_s", float("inf")),
        ("smoothing_s", 10**400),
        ("hold_s", [1]),
        ("mirror", 1),
        ("mirror", "no"),
        ("theme", {}),
        ("detector", "dlib"),
        ("detector_model", None),
        ("search", 1),
        ("smallest_face", 0.7),
        ("camera", None),
    ],
)
def test_a_damaged_value_costs_only_itself(file, name, value):
    file.write_text(json.dumps({**asdict(OTHER), name: value}))
    loaded = asdict(load_settings(file))
    assert loaded.pop(name) == getattr(Settings(), name)
    expected = asdict(OTHER)
    expected.pop(name)
    assert loaded == expected


def test_unknown_names_of_a_later_version_are_passed_over(file):
    file.write_text(json.dumps({**asdict(OTHER), "new_in_2.0": [1, 2]}))
    assert load_settings(file) == OTHER


def test_whole_numbers_are_taken_for_seconds(file):
    file.write_text('{"hold_s": 2, "min_confidence": 1}')
    loaded = load_settings(file)
    assert (loaded.hold_s, loaded.min_confidence) == (2, 1)


def test_a_folder_in_place_of_the_file_is_passed_over(file):
    file.mkdir()
    assert load_settings(file) == Settings()
    save_settings(file, OTHER)
    assert file.is_dir()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=3,
)
NAMES = st.sampled_from([f.name for f in fields(Settings)])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(NAMES | st.text(), VALUES) | VALUES)
def test_whatever_json_is_kept_loads_and_can_be_kept_again(file, kept):
    file.write_text(json.dumps(kept))
    loaded = load_settings(file)
    save_settings(file, loaded)
    assert load_settings(file) == loaded


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=60))
def test_whatever_bytes_are_kept_load(file, content):
    file.write_bytes(content)
    assert isinstance(load_settings(file), Settings)
