"""Settings are kept between starts, and a damaged file costs its damaged values only."""

import json
from dataclasses import asdict, fields, replace
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.system.settings_store import (
    Keeper,
    Loaded,
    export_settings,
    import_settings,
    read_settings,
    save_settings,
)


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
    video_search="fast",
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
    record_folder="/sessions",
    record_video=True,
    record_blurred=True,
    record_chosen_only=True,
    record_consent=True,
    consent_text="We record you.",
    scheduler="tcp://host:8786",
    purpose="research",
    send_lsl=True,
    send_osc=True,
    send_ws=True,
    send="osc://stage:7000",
    video_every_frame=True,
    keep_corrections=True,
    own_models=("/models/own ü",),
    welcome_seen=1,
)


def test_every_field_is_kept(file):
    differs = [f.name for f in fields(Settings) if getattr(OTHER, f.name) == f.default]
    assert not differs, "the case must leave no field at its default"
    save_settings(file, OTHER)
    assert read_settings(file).settings == OTHER


def test_without_a_file_there_are_defaults(file):
    assert read_settings(file).settings == Settings()


def test_saving_again_replaces_the_file_and_leaves_no_other(file):
    save_settings(file, OTHER)
    save_settings(file, Settings())
    assert read_settings(file).settings == Settings()
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
    settings, notes = read_settings(file)
    assert settings == Settings()
    if content == b'{"a": NaN}':
        assert not notes
        return
    (note,) = notes
    assert note.startswith(f"{file} is no settings file")
    assert note.endswith("It is kept as settings.broken.json.")
    assert not file.exists()
    assert file.with_name("settings.broken.json").read_bytes() == content
    save_settings(file, OTHER)
    assert read_settings(file) == Loaded(OTHER)


def test_a_file_that_is_far_too_large_is_not_read_to_its_end(file):
    file.write_bytes(b" " * 2_000_000 + b"{}")
    assert "far too large" in read_settings(file).notes[0]


def test_a_file_with_a_mark_of_its_byte_order_is_read(file):
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"mirror": False}).encode())
    assert read_settings(file) == Loaded(Settings(mirror=False))


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
        ("search", 1),
        ("smallest_face", 0.7),
        ("camera", None),
    ],
)
def test_a_damaged_value_costs_only_itself(file, name, value):
    file.write_text(json.dumps({**asdict(OTHER), name: value}))
    settings, (note,) = read_settings(file)
    assert note.startswith(f"'{name}' was ")
    loaded = asdict(settings)
    assert loaded.pop(name) == getattr(Settings(), name)
    expected = asdict(OTHER)
    expected.pop(name)
    assert loaded == expected


def test_unknown_names_of_a_later_version_are_passed_over(file):
    file.write_text(json.dumps({**asdict(OTHER), "new_in_2.0": [1, 2]}))
    assert read_settings(file) == Loaded(OTHER)


def test_older_files_have_no_number_and_are_read(file):
    save_settings(file, OTHER)
    values = json.loads(file.read_text())
    assert values.pop("schema") == 1
    file.write_text(json.dumps(values))
    assert read_settings(file) == Loaded(OTHER)


def test_whole_numbers_are_taken_for_seconds(file):
    file.write_text('{"hold_s": 2, "min_confidence": 1}')
    loaded = read_settings(file).settings
    assert (loaded.hold_s, loaded.min_confidence) == (2, 1)


def test_a_folder_in_place_of_the_file_is_passed_over(file):
    file.mkdir()
    settings, (note,) = read_settings(file)
    assert settings == Settings()
    assert "can't be read" in note
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
    loaded, notes = read_settings(file)
    assert all(len(note) < 400 and "\n" not in note for note in notes)
    save_settings(file, loaded)
    assert read_settings(file) == Loaded(loaded)
    import_or_tell(file)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=60))
def test_whatever_bytes_are_kept_load(file, content):
    file.write_bytes(content)
    import_or_tell(file)
    assert isinstance(read_settings(file).settings, Settings)


def import_or_tell(file):
    """Import a file; what is wrong with it as a whole is told in the one way."""
    try:
        settings, _ = import_settings(file)
    except SettingsError:
        return
    assert isinstance(settings, Settings)


# Files to carry elsewhere


def test_what_is_exported_is_imported(file):
    other = replace(OTHER, model="seed")
    export_settings(file, other)
    assert import_settings(file) == Loaded(other)
    assert import_settings(file).settings.camera == OTHER.camera


def test_what_can_not_be_written_is_told(tmp_path):
    with pytest.raises(SettingsError, match="can't be written"):
        export_settings(tmp_path / "none" / "a.json", OTHER)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"nodes": []}', b"\0\0"])
def test_what_is_no_settings_file_is_told_and_left_where_it_is(file, content):
    file.write_bytes(content)
    with pytest.raises(SettingsError, match="settings"):
        import_settings(file)
    assert file.read_bytes() == content


def test_a_file_that_is_not_there_is_told(file):
    with pytest.raises(SettingsError, match="can't be read"):
        import_settings(file)


# What the command line says for this once


def test_what_the_command_line_says_is_not_kept(file):
    keeper = Keeper(file, OTHER, replace(OTHER, model="seed", min_confidence=0.9))
    keeper.keep(replace(OTHER, model="seed", min_confidence=0.9, mirror=True))
    assert read_settings(file).settings == replace(OTHER, mirror=True)


def test_a_choice_of_the_user_is_kept_from_then_on(file):
    keeper = Keeper(file, OTHER, replace(OTHER, model="seed"))
    keeper.keep(replace(OTHER, model="se-resnet"))
    assert read_settings(file).settings.model == "se-resnet"
    keeper.keep(replace(OTHER, model="seed"))
    assert read_settings(file).settings.model == "seed"


def test_many_who_save_at_once_never_break_the_file(file):
    """Each `export_settings` raises what `save_settings` would only log."""
    save_settings(file, Settings())
    problems = []

    def save(seconds):
        try:
            for _ in range(100):
                export_settings(file, Settings(smoothing_s=seconds))
        except SettingsError as error:
            problems.append(error)

    savers = [Thread(target=save, args=(seconds,)) for seconds in (0.1, 0.2, 0.3)]
    for saver in savers:
        saver.start()
    while any(saver.is_alive() for saver in savers):
        loaded = read_settings(file)
        assert loaded.notes == ()
    assert problems == []
    assert read_settings(file).settings.smoothing_s in (0.1, 0.2, 0.3)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
