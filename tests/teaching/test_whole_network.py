"""All layers of a model are taught by the workshop of a checkout, in processes of their own."""

import importlib.util
import json
import time
from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.teaching import whole_network
from fer_desktop.teaching.taught_model import remove_taught
from fer_desktop.teaching.whole_network import save_whole, teach_whole, why_not
from fer_desktop.vision import assembly
from tests.fakes import PATIENCE_S

# Not loaded here: the processes of the workshop do that.
needs_keras = pytest.mark.skipif(
    importlib.util.find_spec("tensorflow") is None, reason="the extra 'keras' is not installed"
)
FASTER = ("--epochs", "12", "--learning-rate", "0.002")


@pytest.fixture(scope="module")
def seed():
    return assembly.model_spec(Settings(model="seed"))


@pytest.fixture(scope="module")
def labelled(tmp_path_factory):
    """Return labelled pictures that the model gets wrong and can learn: bright and dark ones."""
    root, random = tmp_path_factory.mktemp("own"), np.random.default_rng(5)
    for label, level in (("disgust", 60), ("fear", 190)):
        (root / label).mkdir()
        for number in range(30):
            noise = random.normal(level, 12, (64, 64)).clip(0, 255).astype(np.uint8)
            cv2.imwrite(str(root / label / f"{number}.png"), noise)
    return read_samples(root)


def result_of(job):
    assert job.wait(PATIENCE_S)
    assert job.problem == ""
    return job.result


def test_why_it_can_not_be_taught_here_is_known(seed, tmp_path, monkeypatch):
    assert why_not(seed, tmp_path) == "package"
    monkeypatch.setattr(whole_network.importlib.util, "find_spec", lambda name: None)
    assert why_not(seed) == "keras"
    monkeypatch.setattr(whole_network.importlib.util, "find_spec", lambda name: object())
    assert why_not(replace(seed, directory=tmp_path)) == "base"
    assert why_not(seed) == ""


@needs_keras
@pytest.mark.timeout(900)
def test_it_learns_and_is_kept_as_a_model_folder_that_answers(seed, labelled):
    done = []

    def work(job):
        found = teach_whole(labelled, seed, job, are_crops=True, more=FASTER)
        done.append(job.n_done)
        return found

    outcome = result_of(Background(work, "teaching"))
    assert done == [12]
    assert outcome.refusal is None
    assert outcome.after["balanced_accuracy"] > outcome.before["balanced_accuracy"]
    folder = save_whole(outcome, seed, paths.taught_directory() / "whole", data="My pictures")
    outcome.work.cleanup()
    settings = Settings(model=str(folder))
    classifier = assembly.make_classifier(settings)  # tried apart first, as any own model
    assert classifier.spec.name == "whole"
    assert "My pictures: named on this computer" in classifier.spec.training_data
    assert json.loads((folder / "model.json").read_text())["based_on"]["name"] == "seed"
    assert "| disgust | 6 |" in (folder / "CARD.md").read_text()
    form = classifier.spec.chip_format
    chips = np.full((1, form.height, form.width, form.channels), form.low, np.float32)
    assert classifier.classify(chips).shape == (1, 8)
    remove_taught(folder)
    assert not folder.exists()


@needs_keras
@pytest.mark.timeout(900)
def test_what_the_workshop_refuses_is_told_in_its_words(seed, labelled):
    few = [*labelled[:3], *labelled[30:]]
    job = Background(lambda job: teach_whole(few, seed, job, are_crops=True), "teaching")
    assert job.wait(PATIENCE_S)
    assert job.problem.endswith(
        "disgust: 3 pictures; a class needs at least 5, so add some or take the folder away."
    )


def test_a_stop_ends_the_process(seed, labelled, monkeypatch, tmp_path):
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "__init__.py").touch()
    (tmp_path / "model" / "train.py").write_text("import time\ntime.sleep(600)\n")
    monkeypatch.setattr(whole_network, "ROOT", tmp_path)
    job = Background(lambda job: teach_whole(labelled, seed, job, are_crops=True), "teaching")
    while job.n_expected != 20:
        time.sleep(0.05)
    assert job.stop(30)
    assert (job.result, job.problem) == (None, "")


def test_a_model_that_finds_a_class_less_often_is_refused():
    def figures(mean, **recalls):
        none = {"n": 0, "recall": None}
        per_class = dict.fromkeys(whole_network.LABELS, none)
        for label, recall in recalls.items():
            per_class[label] = {"n": 10, "recall": recall}
        return {"balanced_accuracy": mean, "per_class": per_class}

    verdict = whole_network._verdict
    before = figures(0.5, anger=0.6, fear=0.4)
    assert verdict(before, figures(0.6, anger=0.5, fear=0.7)) is None
    assert verdict(before, figures(0.6, anger=0.4, fear=0.8)).label == "anger"
    assert verdict(before, figures(0.5, anger=0.6, fear=0.4)).reason == "no_gain"


def test_nothing_that_can_be_read_is_told(seed, tmp_path):
    (tmp_path / "fear").mkdir()
    (tmp_path / "fear" / "a.png").write_bytes(b"x")
    job = Background(
        lambda job: teach_whole(read_samples(tmp_path), seed, job, are_crops=True), "teaching"
    )
    assert job.wait(PATIENCE_S)
    assert "no picture among these that can be read" in job.problem
