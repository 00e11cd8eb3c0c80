"""Measuring on one's own pictures: figures, the pictures behind a cell, and what is saved."""

import json
import threading
from dataclasses import replace

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.evaluation.quoted import Measured
from fer_desktop.system.background import Background
from fer_desktop.teaching.measured_page import write_measurement
from fer_desktop.teaching.measuring import measure
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector, probabilities, wait_until


def by_mean(mean):
    return probabilities("anger", 0.7) if mean < 0.5 else probabilities("surprise", 0.8)


@pytest.fixture
def folder(tmp_path):
    """Return class folders: two dark faces of anger, a bright one, and one that is broken."""
    root = tmp_path / "mine"
    for name, value in (("anger/a", 20), ("anger/b", 240), ("surprise/c", 250), ("anger/d", 30)):
        path = root / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), np.full((60, 60, 3), value, np.uint8))
    (root / "surprise" / "broken.png").write_bytes(b"no picture")
    return root


def measured(folder, detector=None, *, names=("first",)):
    classifiers = [(FixedClassifier(by_mean=by_mean), 0.75) for _ in names]
    job = Background(
        lambda job: measure("mine", read_samples(folder), classifiers, detector, job), "measuring"
    )
    wait_until(lambda: job.is_over)
    assert not job.problem
    assert job.n_done == job.n_expected == 5
    return job.result


def test_the_figures_and_the_pictures_behind_them(folder):
    found = measured(folder)
    assert found.n_unreadable == 1
    figures = found.models[0].answers.figures()
    assert (figures.n, figures.accuracy) == (4, 0.75)
    anger, surprise = INDEX["anger"], INDEX["surprise"]
    assert [path.name for path in found.behind(0, anger, surprise)] == ["b.png"]
    assert [path.name for path in found.behind(0, anger, anger)] == ["a.png", "d.png"]
    assert found.behind(0, anger, 8) == []
    answered, right = found.models[0].answers.answered(0.75)
    assert (answered, right) == (0.5, 0.5)


def test_a_picture_without_a_face_counts_as_wrong(folder):
    found = measured(folder, FixedDetector())
    assert found.models[0].answers.figures().detected == 0
    assert len(found.behind(0, INDEX["anger"], 8)) == 3


def test_two_models_are_measured_side_by_side_and_saved(folder, tmp_path):
    found = measured(folder, names=("first", "second"))
    as_json, as_page = tmp_path / "m.json", tmp_path / "m.html"
    write_measurement(found, as_json)
    values = json.loads(as_json.read_text())
    assert [model["accuracy"] for model in values["models"]] == [0.75, 0.75]
    assert values["models"][0]["answered"] == 0.5
    write_measurement(found, as_page)
    page = as_page.read_text()
    for words in ("balanced accuracy", "macro-F1", "calibration error", "not sure", "0.750 ("):
        assert words in page
    assert "://" not in page
    with pytest.raises(DataError, match="can't be written"):
        write_measurement(found, tmp_path)


def test_a_measurement_can_be_stopped(folder):
    reached, go_on = threading.Event(), threading.Event()

    class Waits(FixedClassifier):
        def classify(self, chips):
            reached.set()
            go_on.wait(PATIENCE_S)
            return super().classify(chips)

    job = Background(
        lambda job: measure("mine", read_samples(folder), [(Waits(), 0.5)], None, job), "measuring"
    )
    assert reached.wait(PATIENCE_S)
    job.stop(timeout_s=0)
    go_on.set()
    wait_until(lambda: job.is_over)
    assert job.result is None
    assert job.n_done < 5


def test_nothing_readable_is_told(tmp_path):
    (tmp_path / "fear").mkdir()
    (tmp_path / "fear" / "x.png").write_bytes(b"no picture")
    job = Background(
        lambda job: measure("x", read_samples(tmp_path), [(FixedClassifier(), 0.5)], None, job), "m"
    )
    wait_until(lambda: job.is_over)
    assert job.problem == "x: none of its pictures can be read."


def test_what_the_models_card_says_stands_beside_it(folder, tmp_path):
    found = measured(folder)
    row = {"n": 7, "accuracy": 0.5, "balanced_accuracy": 0.25}
    card = Measured("<others>", "all", {**row, "per_class": {}})
    found = replace(found, models=(replace(found.models[0], quoted=(card,)),))
    as_json, as_page = tmp_path / "m.json", tmp_path / "m.html"
    write_measurement(found, as_json)
    write_measurement(found, as_page)
    (model,) = json.loads(as_json.read_text())["models"]
    assert model["card"] == [{"data": "<others>", "split": "all", **row}]
    assert "&lt;others&gt;, all" in as_page.read_text()
