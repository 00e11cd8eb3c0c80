"""Resources are found, and the user's own folders are made."""

import json
import tempfile

import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.system import paths


def test_what_ships_with_the_program_is_there():
    assert paths.face_cascade().is_file()
    assert paths.demo_picture().is_file()
    assert "seed" in paths.bundled_models()
    assert paths.bundled_models() == sorted(paths.bundled_models())


def test_the_card_lies_in_the_workshop_or_beside_the_models(tmp_path, monkeypatch):
    assert paths.model_card().read_text(encoding="utf-8").startswith("# Model card")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    assert paths.model_card() == tmp_path / "resources" / "models" / "MODEL_CARD.md"


def test_a_bundled_model_is_known_by_name(seed_spec):
    assert paths.model_directory("seed") == seed_spec.directory
    assert (paths.model_directory("seed") / "model.tflite").is_file()


def test_a_models_folder_without_a_model_json_is_no_model(tmp_path, monkeypatch):
    for name in ("b", "a", "no-model"):
        (tmp_path / "models" / name).mkdir(parents=True)
    for name in ("b", "a"):
        (tmp_path / "models" / name / "model.json").write_text(json.dumps({}))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert paths.bundled_models() == ["a", "b"]


def test_an_own_model_is_its_directory(tmp_path):
    assert paths.model_directory(str(tmp_path)) == tmp_path


@pytest.mark.parametrize("name", ["missing", "", "seed/../seed2", "\0"], ids=repr)
def test_an_unknown_model_is_refused_with_the_known_ones(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=r"seed.*directory"):
        paths.model_directory(name)


def test_a_bundled_name_wins_over_a_folder_of_that_name_here(tmp_path, monkeypatch, seed_spec):
    (tmp_path / "seed").mkdir()
    monkeypatch.chdir(tmp_path)
    assert paths.model_directory("seed") == seed_spec.directory
    assert paths.model_directory("./seed").resolve() == tmp_path / "seed"


def test_the_users_folders_are_made(own_folders):
    settings, log, cache = paths.settings_file(), paths.log_file(), paths.cache_directory()
    assert settings.parent.is_dir()
    assert log.parent.is_dir()
    assert cache.is_dir()
    assert not settings.exists()
    assert len({settings.parent, log.parent, cache}) == 3


def test_without_a_writable_home_the_temporary_folder_is_used(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    blocked = tmp_path / "file"
    folder = paths._writable(blocked / "config")
    assert folder.parent == tmp_path / "tmp"
    assert folder.name.startswith(paths.APP)
    assert paths._writable(blocked / "cache") == folder
    (folder / "x").touch()
