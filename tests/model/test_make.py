"""A smoke version of making the bundled model again, from training to reports."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from fer_desktop.vision.recognition.classifier import load_classifier
from fer_desktop.vision.recognition.model_spec import load_spec
from model import make, train
from model.make import main, training_environment
from model.networks import NETWORKS, multiply_adds
from tests.model.conftest import step_by_step

pytestmark = pytest.mark.usefixtures("shallow")


def train_here(options, network, out):
    """Train in this process, where TensorFlow is loaded already."""
    return train.main(["--network", network, "--out", str(out), *options])


@pytest.fixture(scope="module")
def made(legend_folder, ferplus_folder, own_folder, tmp_path_factory):
    root = tmp_path_factory.mktemp("made")
    arguments = ["--network", "se-resnet", "--data", str(ferplus_folder), str(legend_folder)]
    arguments += ["--outside", str(own_folder), "--teacher", "seed"]
    for name in ("runs", "models", "reports"):
        arguments += [f"--{name}", str(root / name)]
    arguments += ["--epochs", "1", "--batch-size", "32", "--precision", "float32"]
    with step_by_step(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "run_training", train_here)
        assert main(arguments) == 0
    return root


def test_the_model_is_ready_for_the_program(made):
    spec = load_spec(made / "models" / "se-resnet")
    rows = load_classifier(spec, "litert").classify(np.zeros((1, 40, 40, 1), np.float32))
    assert rows.shape == (1, 8)
    training = json.loads((made / "models" / "se-resnet" / "model.json").read_text())["training"]
    assert training["recipe"]["two_truths"]
    assert spec.version == NETWORKS["se-resnet"].version
    assert len(spec.training_data) == 2


def test_each_report_is_there_and_quoted(made, own_folder):
    reports = made / "reports" / "se-resnet"
    names = {path.stem for path in reports.glob("*.json")}
    assert names == {
        *("valid-crops", "valid-live", "person-crops", "person-detector", "seed-crops"),
        f"outside-{own_folder.name}",
    }
    valid = json.loads((reports / "valid-crops.json").read_text())
    assert (valid["n"], valid["split"], valid["crops"]) == (16, "Valid", True)
    assert valid["looks"]["gray"]["n"] == 16
    assert not json.loads((reports / "person-detector.json").read_text())["crops"]
    metrics = json.loads((made / "models" / "se-resnet" / "model.json").read_text())["metrics"]
    assert {split for data in metrics.values() for split in data} == {
        "Valid",
        "person-test",
        "person-test, faces found by the detector",
        "seed-test",
        "all",
    }
    assert metrics[own_folder.name]["all"]["outside"]
    told = json.loads((made / "models" / "se-resnet" / "model.json").read_text())
    assert told["calibrated_on"] == ["kept for choosing", own_folder.name]
    assert told["multiply_adds"] == multiply_adds(NETWORKS["se-resnet"].build(None))


def test_a_folder_that_is_no_data_set_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_training_has_its_own_process_and_ends_all_where_it_fails(
    legend_folder, tmp_path, monkeypatch
):
    started = []

    def run(command, *, env, check):
        started.append((command, env["KERAS_BACKEND"]))
        return subprocess.CompletedProcess(command, 7)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("KERAS_BACKEND", "tensorflow")
    data = ["--network", "seed", "--data", str(legend_folder), "--runs", str(tmp_path)]
    assert main([*data, "--epochs", "4"]) == 7
    [(command, backend)] = started
    assert command[:3] == [sys.executable, "-m", "model.train"]
    given = train.build_parser().parse_args(command[3:])
    assert (given.network, given.data, given.epochs) == ("seed", [legend_folder], 4)
    assert given.out == tmp_path / "seed"
    assert backend == "tensorflow"


def test_own_pictures_go_to_the_training_alone(own_folder, tmp_path, capsys):
    arguments = ["--init", "nonsense", "--data", str(own_folder), "--out", str(tmp_path)]
    assert main(arguments) == 1
    assert "There is no model 'nonsense'" in capsys.readouterr().err


def test_a_backend_that_was_asked_for_is_kept(monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert training_environment()["KERAS_BACKEND"] == "jax"


def test_the_default_network_is_taught_in_a_second_part(
    legend_folder, ferplus_folder, tmp_path, monkeypatch
):
    calls = []

    def training(options, network, out):
        calls.append((list(options), network, out))
        return 0 if len(calls) == 1 else 3

    monkeypatch.setattr(make, "run_training", training)
    data = ["--data", str(ferplus_folder), str(legend_folder), "--teacher", "seed"]
    assert main([*data, "--runs", str(tmp_path)]) == 3
    first, second = calls
    assert (first[1], first[2]) == ("se-resnet", tmp_path / "se-resnet")
    assert not {"--start", "--teacher"} & set(first[0])
    assert second[0][:2] == ["--start", str(tmp_path / "se-resnet" / "best.keras")]
    assert second[0][second[0].index("--teacher") + 1] == "seed"
    assert second[2] == tmp_path / "se-resnet" / "part-1"


def test_moved_faces_are_made_once_and_learned_in_the_last_part(
    legend_folder, ferplus_folder, tmp_path, monkeypatch
):
    calls, made = [], []

    def training(options, network, out):
        calls.append((list(options), network, out))
        return 3 if len(calls) == 3 else 0

    def moving(options):
        made.append(options)
        Path(options[options.index("--out") + 1]).mkdir(parents=True)
        return 0

    monkeypatch.setattr(make, "run_training", training)
    monkeypatch.setattr(make.rendered, "main", moving)
    data = ["--data", str(ferplus_folder), str(legend_folder), "--teacher", "seed"]
    for _ in range(2):
        calls.clear()
        assert main([*data, "--mesh", "face.npz", "--runs", str(tmp_path)]) == 3
    assert len(made) == 1
    assert made[0][made[0].index("--model") + 1] == "seed"
    assert not any("--moved" in options for options, _, _ in calls[:2])
    last, _, out = calls[2]
    assert last[last.index("--moved") + 1] == str(tmp_path / "moved")
    assert last[:2] == ["--start", str(tmp_path / "se-resnet" / "part-1" / "best.keras")]
    assert out == tmp_path / "se-resnet" / "part-2"


def test_without_a_teacher_one_is_made_first(legend_folder, ferplus_folder, tmp_path, monkeypatch):
    calls, exported = [], []

    def training(options, network, out):
        calls.append((list(options), network, out))
        return 3 if network == "se-resnet" else 0

    def exporting(options):
        exported.append(options[options.index("--out") + 1])
        return 0

    monkeypatch.setattr(make, "run_training", training)
    monkeypatch.setattr(make.export, "main", exporting)
    data = ["--data", str(ferplus_folder), str(legend_folder)]
    assert main([*data, "--runs", str(tmp_path)]) == 3
    assert [network for _, network, _ in calls] == ["se-resnet-teacher"] * 2 + ["se-resnet"]
    assert exported == [str(tmp_path / "se-resnet-teacher" / "model")]
