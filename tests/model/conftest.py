"""A small labelled data set, drawn by code, that a network can learn in seconds."""

import contextlib
import csv
import os
from dataclasses import replace
from functools import partial

import cv2
import numpy as np
import pytest

from fer_desktop.system import locks
from tests.fakes import wait_until

pytest.importorskip("tensorflow", reason="the extra 'keras' is not installed")
pytest.importorskip("tqdm", reason="the extra 'keras' is not installed")


@contextlib.contextmanager
def step_by_step():
    """Let TensorFlow calculate without a graph: for a deep network that takes 15 s to make.

    Each step then takes longer, which pays for some ten. Graphs of all networks are made by
    `trained`, and by the smoke trainings of `test_train.py`.
    """
    import tensorflow as tf

    tf.config.run_functions_eagerly(True)
    try:
        yield
    finally:
        tf.config.run_functions_eagerly(False)


@pytest.fixture
def eager():
    """Let TensorFlow calculate without a graph in this test."""
    with step_by_step():
        yield


@pytest.fixture(scope="module")
def shallow():
    """Let the residual networks have the blocks of the real ones, but two of their many.

    What takes time in the tests is what Keras does for each layer. The real ones are built, counted
    and asked in `test_networks.py`, and trained on in `test_finetune.py`.
    """
    from model.networks import NETWORKS, residual_network

    with pytest.MonkeyPatch.context() as patch:
        for name, side in (("se-resnet", 40), ("se-resnet-teacher", 48)):
            build = partial(residual_network, name, side, 8, ((8, 1), (16, 1)), 0.2)
            patch.setitem(NETWORKS, name, replace(NETWORKS[name], build=build))
        yield


@pytest.fixture(autouse=True, scope="module")
def quick_archives():
    """Write larger archives in a tenth of the time."""
    from model import model_files

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model_files, "COMPRESSION", 1)
        yield


def draw(label, rng):
    """Return a 60x60 face that smiles or does not."""
    image = np.full((60, 60, 3), int(rng.integers(90, 150)), np.uint8)
    cv2.circle(image, (30, 30), 24, (190, 200, 220), -1)
    for x in (21, 39):
        cv2.circle(image, (x, 24), 3, (30, 30, 30), -1)
    if label == "happiness":
        cv2.ellipse(image, (30, 36), (12, 9), 0, 20, 160, (20, 20, 160), 3)
    else:
        cv2.line(image, (20, 42), (40, 42), (20, 20, 160), 3)
    return image


@pytest.fixture(scope="session")
def legend_folder(tmp_path_factory):
    """Return a legend data set of 48 pictures of 24 persons, two classes."""
    root = tmp_path_factory.mktemp("legend")
    (root / "images").mkdir()
    (root / "data").mkdir()
    rng = np.random.default_rng(1)
    rows = []
    for person in range(24):
        for number, label in enumerate(("happiness", "neutral"), start=1):
            name = f"Person_{chr(65 + person)}_{number:04}.jpg"
            cv2.imwrite(str(root / "images" / name), draw(label, rng))
            rows.append(("1", name, label.upper() if person % 2 else label))
    with (root / "data" / "legend.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("user.id", "image", "emotion"), *rows])
    return root


@pytest.fixture(scope="session")
def ferplus_folder(tmp_path_factory):
    """Return a data set in the FER+ layout: 32 pictures to train on, 16 to choose on."""
    root = tmp_path_factory.mktemp("FERPlus")
    rng = np.random.default_rng(2)
    for split, n in (("Train", 32), ("Valid", 16)):
        folder = root / "data" / f"FER2013{split}"
        folder.mkdir(parents=True)
        rows = []
        for number in range(n):
            happy = number % 2 == 1
            picture = cv2.cvtColor(
                draw("happiness" if happy else "neutral", rng), cv2.COLOR_BGR2GRAY
            )
            cv2.imwrite(str(folder / f"fer{number:07}.png"), cv2.resize(picture, (48, 48)))
            # neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF
            votes = [2, 8, 0, 0, 0, 0, 0, 0, 0, 0] if happy else [7, 0, 0, 3, 0, 0, 0, 0, 0, 0]
            rows.append((f"fer{number:07}.png", "(0, 0, 48, 48)", *votes))
        with (folder / "label.csv").open("w", newline="") as file:
            csv.writer(file).writerows(rows)
    with (root / "fer2013-labels.csv").open("w", newline="") as file:
        labels = [
            ("Train", f"fer{number:07}.png", ("sadness", "happiness", "")[number % 3])
            for number in range(32)
        ]
        csv.writer(file).writerows([("part", "file", "fer2013_label"), *labels])
    return root


@pytest.fixture(scope="session")
def own_folder(tmp_path_factory):
    """Return a user's own pictures: 12 happy ones, some in a folder of their own, 20 neutral."""
    root = tmp_path_factory.mktemp("own")
    rng = np.random.default_rng(3)
    for label, n in (("happiness", 12), ("neutral", 20)):
        for number in range(n):
            folder = root / label / "deep" if label == "happiness" and number < 4 else root / label
            folder.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(folder / f"{number}.png"), draw(label, rng))
    return root


def is_held(file):
    """Hold an open file until it is closed; say whether nobody else did."""
    try:
        locks.hold(file.fileno())
    except locks.HeldError:
        return False
    return True


@pytest.fixture(scope="session")
def trained(legend_folder, tmp_path_factory):
    """Return the folder of a short real training of the seed network; no test writes there.

    All processes of a run share one: it takes longer than most other files of tests.
    """
    from model.train import main

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out = shared / "trained"
    arguments = ["--data", str(legend_folder), "--epochs", "3", "--batch-size", "8"]
    with (shared / "trained.lock").open("w") as lock:
        wait_until(lambda: is_held(lock))
        if not out.exists():
            # Under a name of its own first: what breaks off half-way is not taken for done.
            draft = base / "training"
            assert main([*arguments, "--out", str(draft)]) == 0
            draft.rename(out)
    return out
