"""A taught model: a folder that is loaded like any other, with its card; and the real gain."""

import json
import zlib

import numpy as np
import pytest

from fer_desktop.core.errors import ModelError
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.system import paths
from fer_desktop.system.background import Background
from fer_desktop.teaching.gathering import taught
from fer_desktop.teaching.lesson import MOST_FALL, Lesson, teach
from fer_desktop.teaching.measuring import measure
from fer_desktop.teaching.network import OpenedNetwork
from fer_desktop.teaching.taught_model import (
    CARD_FILE,
    free_name,
    is_taught,
    remove_taught,
    save_taught,
)
from fer_desktop.vision import assembly
from tests.fakes import wait_until


@pytest.fixture(scope="module")
def lesson_of_seed():
    """Return the seed network, and what came of a lesson that it can learn."""
    spec = assembly.model_spec(Settings(model="seed"))
    network = OpenedNetwork(spec)
    random = np.random.default_rng(0)
    truth = np.repeat([0, 6], 30)
    features = np.abs(random.normal(0, 0.2, (60, 1, network.layer.weights.shape[1])))
    features[truth == 6, 0, :8] += 1
    groups = [f"person {number % 12}" for number in range(60)]
    lesson = Lesson(features.astype(np.float32), truth, groups, INDEX["sadness"])
    return spec, network, teach(lesson, network.layer, spec.temperature)


def test_it_is_a_model_folder_with_a_card(lesson_of_seed):
    spec, network, outcome = lesson_of_seed
    name = free_name("seed")
    folder = save_taught(
        outcome, network, spec, paths.taught_directory() / name, data="My corrections", focus=6
    )
    assert name == "seed-taught-1"
    assert free_name("seed-taught-1") == "seed-taught-2"
    settings = Settings(model=str(folder))
    classifier = assembly.make_classifier(settings)  # tried apart first, as any own model
    assert classifier.spec.name == name
    assert classifier.spec.training_data[-1] == "My corrections: 60 faces named on this computer"
    values = json.loads((folder / "model.json").read_text())
    assert values["based_on"]["name"] == "seed"
    assert set(values["sha256"]) == {"model.tflite"}
    assert "training" not in values
    card = (folder / CARD_FILE).read_text()
    assert "to find sadness more often" in card
    assert "guess about an expression" in card
    with pytest.raises(ModelError, match="there is a model of this name"):
        save_taught(outcome, network, spec, folder, data="x")
    assert is_taught(folder)
    (folder / "mine.txt").write_text("a note of the user's")
    remove_taught(folder)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_only_taught_models_are_removed():
    bundled = paths.model_directory("seed")
    with pytest.raises(ModelError, match="only models that were taught here"):
        remove_taught(bundled)
    assert (bundled / "model.json").is_file()


@pytest.mark.data
@pytest.mark.timeout(900)
def test_a_class_is_found_more_often_on_other_persons(datasets):
    """The person-test split is cut in two by person: one half teaches, the other one judges."""
    samples = []
    for label in range(len(LABELS)):
        of_class = [
            each
            for each in read_samples(datasets / "facial_expressions", "legend", "person-test")
            if each.label == label
        ]
        samples += of_class[:: max(1, len(of_class) // 120)][:120]
    teaches = [bool(zlib.crc32(each.person.encode()) // 7 % 2) for each in samples]
    ours = [each for each, inside in zip(samples, teaches, strict=True) if inside]
    others = [each for each, inside in zip(samples, teaches, strict=True) if not inside]
    assert not {each.person for each in ours} & {each.person for each in others}
    settings = Settings()
    spec = assembly.model_spec(settings)
    job = Background(lambda job: taught(ours, spec, None, job, INDEX["surprise"]), "teaching")
    wait_until(lambda: job.is_over)
    network, outcome = job.result
    assert outcome.refusal is None
    folder = save_taught(
        outcome,
        network,
        spec,
        paths.taught_directory() / "mine",
        data="half",
        focus=INDEX["surprise"],
    )
    classifiers = [
        (assembly.make_classifier(Settings(model=model)).for_pictures(), 0.6)
        for model in (settings.model, str(folder))
    ]
    job = Background(lambda job: measure("half", others, classifiers, None, job), "measuring")
    wait_until(lambda: job.is_over)
    before, after = (model.answers.figures().per_class for model in job.result.models)
    told = {label: (before[label].n, before[label].recall, after[label].recall) for label in LABELS}
    print(told)
    assert after["surprise"].recall > before["surprise"].recall
    for label in LABELS:
        if before[label].n >= 25:
            assert after[label].recall >= before[label].recall - MOST_FALL, told
