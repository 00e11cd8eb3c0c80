"""The Model menu: bundled models and own ones, their card, and the engine that is not installed."""

import json
import shutil
import threading

import pytest
from PySide6.QtWidgets import QFileDialog, QTextBrowser

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.gui.settings import model_list
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector

BUNDLED = paths.bundled_models()


@pytest.fixture
def own(tmp_path):
    """Return the folder of a user's own model."""
    folder = tmp_path / "mine & yours"
    shutil.copytree(paths.resources() / "models" / "seed", folder)
    return folder


def entries(desk):
    return {action.data(): action for action in desk.actions.model_group.actions()}


def checked(desk):
    return [value for value, action in entries(desk).items() if action.isChecked()]


def choose_folder(monkeypatch, folder):
    answer = staticmethod(lambda *a: str(folder))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)


def test_the_bundled_models_are_listed_and_the_chosen_one_is_checked(make_desk):
    desk = make_desk(Settings(theme="light", model="seed"))
    assert list(entries(desk)) == BUNDLED
    assert checked(desk) == ["seed"]
    entries(desk)["se-resnet"].trigger()
    assert desk.kept[-1].model == "se-resnet"
    assert desk.kept[-1].own_models == ()
    assert checked(desk) == ["se-resnet"]


def test_a_choice_elsewhere_is_checked_here(desk):
    desk.presenter.chosen.change(model="seed")
    assert checked(desk) == ["seed"]


def test_an_own_model_is_taken_and_remembered(desk, own, monkeypatch):
    choose_folder(monkeypatch, own)
    desk.actions.own_model.trigger()
    assert desk.kept[-1].model == str(own)
    assert desk.kept[-1].own_models == (str(own),)
    action = entries(desk)[str(own)]
    assert action.isChecked()
    assert action.text() == "mine && yours"
    assert action.toolTip() == str(own)
    assert desk.actions.menus["&Model"].toolTipsVisible()
    entries(desk)["seed"].trigger()
    entries(desk)[str(own)].trigger()
    assert desk.kept[-1].own_models == (str(own),)


def test_a_folder_that_is_no_model_changes_nothing_and_is_told(desk, tmp_path, monkeypatch):
    choose_folder(monkeypatch, "")
    desk.actions.own_model.trigger()
    assert desk.window.banner.text == ""
    choose_folder(monkeypatch, tmp_path)
    desk.actions.own_model.trigger()
    assert "has model.json in it" in desk.window.banner.text
    assert desk.kept == []
    assert checked(desk) == ["se-resnet"]


def test_an_own_model_that_has_gone_can_not_be_chosen(make_desk, own):
    desk = make_desk(Settings(theme="light", own_models=(str(own),)))
    assert entries(desk)[str(own)].isEnabled()
    shutil.rmtree(own)
    desk.actions.menus["&Model"].aboutToShow.emit()
    gone = entries(desk)[str(own)]
    assert not gone.isEnabled()
    assert gone.toolTip() == f"{own} is not there any more."


def test_one_that_broke_since_the_menu_opened_is_told(make_desk, own):
    desk = make_desk(Settings(theme="light", own_models=(str(own),)))
    (own / "model.json").write_text("{")
    entries(desk)[str(own)].trigger()
    assert "model.json" in desk.window.banner.text
    assert checked(desk) == ["se-resnet"]


@pytest.mark.parametrize("is_installed", [True, False])
def test_keras_can_be_chosen_where_it_is_installed(make_desk, monkeypatch, is_installed):
    monkeypatch.setattr(model_list, "find_spec", lambda name: object() if is_installed else None)
    keras = make_desk().actions.choices["engine"]["keras"]
    assert keras.isEnabled() is is_installed
    assert is_installed or "TensorFlow is not installed" in keras.toolTip()


def card_text(desk):
    desk.actions.model_card.trigger()
    (page,) = (b for b in desk.window.findChildren(QTextBrowser) if b.isVisible())
    return page.toPlainText()


def test_the_card_of_a_bundled_model(desk):
    assert "Not for judging people" in card_text(desk)


def test_the_card_of_an_own_model_says_what_its_folder_says(make_desk, own):
    values = json.loads((own / "model.json").read_text())
    (own / "model.json").write_text(json.dumps({**values, "name": "Mine", "licence": "My own"}))
    desk = make_desk(Settings(theme="light", model=str(own)))
    text = card_text(desk)
    assert "Mine" in text
    assert "My own" in text
    assert "Not for judging people" not in text


def test_a_card_that_can_not_be_read_is_told(make_desk, own):
    desk = make_desk(Settings(theme="light", model=str(own)))
    shutil.rmtree(own)
    desk.actions.model_card.trigger()
    assert "There is no model" in desk.window.banner.text


def test_a_model_that_fails_while_another_runs_is_given_up_in_the_menu_too(make_desk, monkeypatch):
    gate = threading.Event()

    def live(settings, baselines):
        if settings.model == "seed":
            gate.wait(PATIENCE_S)
            raise ModelError("seed: not loaded.")
        return FrameAnalyzer(FixedDetector((20, 60, 120, 160)), FixedClassifier(), threshold=0.4)

    monkeypatch.setattr(assembly, "live_analyzer", live)
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    entries(desk)["seed"].trigger()
    desk.presenter.chosen.change(hold_s=2.0)
    assert desk.window.status.currentMessage() == "Loading the model seed…"
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown is not shown and desk.live.shown.faces)  # it goes on
    gate.set()
    desk.wait(lambda: desk.window.banner.text == "seed: not loaded. So it stays as it was.")
    assert checked(desk) == ["se-resnet"]
    assert (desk.kept[-1].model, desk.kept[-1].hold_s) == ("se-resnet", 2)
    shown = desk.live.shown
    desk.wait(lambda: desk.live.shown is not shown and desk.live.shown.faces)
    desk.wait(lambda: desk.window.status.currentMessage() == "")
    assert desk.window.view.sign == "Expression analysis on"
