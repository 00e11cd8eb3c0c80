"""The listed models: the bundled, then the user's own with those that have gone."""

from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings import model_list
from fer_desktop.gui.settings.model_list import listed_models, why_no_keras
from fer_desktop.system import paths


def test_bundled_models_come_first_then_the_own_by_their_folder(tmp_path):
    here, gone = tmp_path / "mine", tmp_path / "gone"
    here.mkdir()
    listed = listed_models(Settings(own_models=(str(here), str(gone)), model=str(here)))
    names = paths.bundled_models()
    assert [model.name for model in listed] == [*names, "mine", "gone"]
    assert [model.value for model in listed] == [*names, str(here), str(gone)]
    assert [bool(model.missing) for model in listed] == [False] * len(names) + [False, True]
    assert str(gone) in listed[-1].missing


def test_a_model_that_is_used_for_once_is_listed_too(tmp_path):
    assert listed_models(Settings(model=str(tmp_path)))[-1].value == str(tmp_path)


def test_keras_needs_what_is_not_always_installed(monkeypatch):
    monkeypatch.setattr(model_list, "find_spec", lambda name: object())
    assert why_no_keras() == ""
    monkeypatch.setattr(model_list, "find_spec", lambda name: None)
    assert "TensorFlow is not installed" in why_no_keras()
