"""model.json quotes the reports of the model that it lies beside, and of no other weights."""

import json
import shutil

import pytest

from fer_desktop.system import paths
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, load_spec
from model.quote import main


@pytest.fixture
def model(tmp_path):
    """Return a copy of the seed model."""
    return shutil.copytree(paths.model_directory("seed"), tmp_path / "seed")


def report(folder, data, **changes):
    names = ("n", "accuracy", "balanced_accuracy", "macro_f1", "ece", "detected", "per_class")
    about = {"model": "seed", "sha256": load_spec(folder).sha256[KERAS_FILE], "live": False}
    return (
        dict.fromkeys(names, 0.5) | about | {"data": data, "split": "all", "crops": True} | changes
    )


def write(folder, **reports):
    folder.mkdir()
    for name, values in reports.items():
        (folder / f"{name}.json").write_text(json.dumps(values))
    return ["--reports", str(folder)]


def test_the_model_quotes_its_own_reports(model, tmp_path, capsys):
    options = write(
        tmp_path / "reports",
        first=report(model, "a", outside=True),
        second=report(model, "b"),
        live=report(model, "c", live=True),
        other=report(model, "d", model="other"),
        degraded={"model": "seed", "ways": {}},
    )
    assert main(["--model", str(model), *options]) == 0
    metrics = load_spec(model).metrics
    assert set(metrics) == {"a", "b"}
    assert metrics["a"]["all"]["outside"]
    assert "first, second" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("reports", "words"),
    [({}, "no report of seed"), ({"old": {"sha256": "0" * 64}}, "other weights")],
)
def test_other_weights_and_no_reports_are_refused(model, tmp_path, capsys, reports, words):
    before = (model / "model.json").read_bytes()
    written = {name: report(model, "a", **changes) for name, changes in reports.items()}
    assert main(["--model", str(model), *write(tmp_path / "reports", **written)]) == 1
    assert words in capsys.readouterr().err
    assert (model / "model.json").read_bytes() == before
