"""Training on one's own pictures, from the command to a model that the program takes."""

import contextlib
import io
import json
import shlex
import shutil
from dataclasses import replace

import keras
import numpy as np
import pytest

from fer_desktop.__main__ import main as program
from fer_desktop.core.errors import DataError, ModelError
from fer_desktop.core.labels import INDEX, LABELS
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.system import paths
from fer_desktop.vision.recognition.model_spec import load_spec
from model import export, finetune
from model.finetune import OLD_SHARE, fine_tune, network_of, read_folders, split
from model.networks import NETWORKS
from model.recipes import FINE_TUNING
from model.state import read_state, relative_name
from model.train import build_parser, main, recipe_from
from tests.model.conftest import draw

FASTER = ("--learning-rate", "0.002")  # drawn faces are far from what the model knows


@pytest.fixture(scope="module")
def tuned(own_folder, tmp_path_factory):
    """Return the folder of a short fine-tuning of the seed model, and what it printed."""
    out = tmp_path_factory.mktemp("runs") / "mine"
    arguments = ["--init", "seed", "--data", str(own_folder), "--layout", "folders"]
    with contextlib.redirect_stdout(io.StringIO()) as text:
        assert main([*arguments, "--out", str(out), "--epochs", "16", *FASTER]) == 0
    return out, text.getvalue()


def test_before_and_after_are_told_and_reported(tuned, own_folder):
    out, text = tuned
    report = json.loads((out / "report.json").read_text())
    before, after = report["before"], report
    assert (before["n"], after["n"]) == (6, 6)
    assert after["per_class"]["happiness"]["n"] == 2
    rows = {line.split("  ")[0]: line.split()[-3:] for line in text.splitlines()}
    for name, key in (("accuracy", "accuracy"), ("macro-F1", "macro_f1")):
        assert rows[name] == ["6", f"{before[key]:.3f}", f"{after[key]:.3f}"]
    recall = [part["per_class"]["neutral"]["recall"] for part in (before, after)]
    assert rows["recall of neutral"] == ["4", *(f"{value:.3f}" for value in recall)]
    assert "recall of fear" not in text
    assert "No pictures of anger, contempt, disgust, fear, sadness, surprise" in text
    assert after["balanced_accuracy"] > before["balanced_accuracy"]
    assert report["init"]["name"] == "seed"
    assert report["measured"]["versions"]["keras"]


def test_the_state_says_how_and_what_was_never_seen(tuned, own_folder):
    state = read_state(tuned[0])
    assert state["recipe"]["network"] == "seed"
    assert state["recipe"]["epochs"] == 16
    samples = read_samples(own_folder, "folders")
    kept = {relative_name(s, own_folder) for s in split(samples, own_folder)[1]}
    assert set(state["kept"]) == kept
    assert len(kept) == 6


def test_the_printed_commands_make_a_model_that_the_program_takes(
    tuned, own_folder, portrait, capsys, monkeypatch
):
    out, text = tuned
    making, using = (shlex.split(line) for line in text.splitlines()[-2:])
    assert making[1:3] == ["-m", "model.export"]
    seen = []
    monkeypatch.setattr(export, "FEWEST_TO_CALIBRATE", 6)
    real = export.fit_temperature
    monkeypatch.setattr(
        export,
        "fit_temperature",
        lambda parts: seen.append(len(parts[0].truth)) or real(parts),
    )
    assert export.main(making[3:]) == 0
    assert seen == [6], "fitted on the pictures kept aside"
    assert using == ["fer-desktop", "--model", str(out / "model")]
    spec = load_spec(out / "model")
    assert spec.name == "mine"
    assert spec.training_data[0] == load_spec(paths.model_directory("seed")).training_data[0]
    assert own_folder.name in spec.training_data[1]
    figures = spec.metrics[own_folder.name]["kept aside"]
    assert figures["accuracy"] == json.loads((out / "report.json").read_text())["accuracy"]
    capsys.readouterr()
    assert program(["analyze", str(portrait), "--model", using[2], "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["model"]["name"] == "mine"
    assert told["inputs"][0]["frames"][0]["faces"]


def test_a_folder_with_a_training_in_it_is_left_alone(tuned, own_folder, capsys):
    before = (tuned[0] / "best.keras").stat().st_mtime_ns
    arguments = ["--init", "seed", "--data", str(own_folder), "--out", str(tuned[0])]
    assert main(arguments) == 1
    assert "a training already" in capsys.readouterr().err
    assert (tuned[0] / "best.keras").stat().st_mtime_ns == before


def test_photographs_are_cut_first(astronaut, tmp_path, monkeypatch, capsys):
    import cv2

    root, out = tmp_path / "photos", tmp_path / "out"
    for label in ("happiness", "neutral"):
        (root / label).mkdir(parents=True)
        for n in range(6):
            picture = astronaut[:300, 5 * n :] if n or label == "neutral" else astronaut * 0
            cv2.imwrite(str(root / label / f"{n}.jpg"), picture)
    seen = []
    monkeypatch.setattr(
        finetune,
        "fine_tune",
        lambda model, _recipe, samples, _format: seen.extend(samples) or model,
    )
    arguments = ["--init", "seed", "--data", str(root), "--out", str(out), "--detector"]
    assert main(arguments) == 0
    text = capsys.readouterr().out
    assert "A face was found in 11 of 12 pictures" in text
    assert len(seen) == 9
    assert {s.path.parents[1] for s in seen} == {out / "faces"}
    assert f"--data {out / 'faces'}" in text
    assert not {relative_name(s, out / "faces") for s in seen} & set(read_state(out)["kept"])
    (root / "happiness" / "1.jpg").unlink()
    cv2.imwrite(str(root / "happiness" / "2.jpg"), astronaut * 0)
    assert main([*arguments[:-2], str(tmp_path / "again"), "--detector"]) == 1
    (told,) = [line for line in capsys.readouterr().err.splitlines() if "needs" in line]
    assert told.startswith(f"{root / 'happiness'}: 3 faces; a class needs at least 5")


# --- what is kept aside


def test_a_fifth_of_each_class_is_kept_and_never_trained_on(own_folder):
    samples = read_samples(own_folder, "folders")
    train, kept = split(samples, own_folder)
    assert {s.path for s in train} | {s.path for s in kept} == {s.path for s in samples}
    assert not {s.path for s in train} & {s.path for s in kept}
    counts = np.bincount([s.label for s in kept], minlength=8)
    assert (counts[INDEX["happiness"]], counts[INDEX["neutral"]]) == (2, 4)


def test_what_is_kept_depends_on_the_path_alone(own_folder, tmp_path):
    moved = tmp_path / "elsewhere"
    shutil.copytree(own_folder, moved)
    names = set()
    for root in (own_folder, moved):
        samples = read_samples(root, "folders")
        for order in (samples, samples[::-1]):
            kept = split(order, root)[1]
            names.add(frozenset(relative_name(s, root) for s in kept))
    assert len(names) == 1


def test_of_five_pictures_one_is_kept(tmp_path):
    root = pictures(tmp_path, happiness=5, fear=9)
    _, kept = split(read_samples(root, "folders"), root)
    assert sorted(LABELS[s.label] for s in kept) == ["fear", "happiness"]


# --- how it learns


def test_each_target_keeps_a_share_of_what_the_model_said_before(own_folder, monkeypatch):
    samples = read_samples(own_folder, "folders")[:12]
    model = NETWORKS["se-resnet"].build()
    told = []

    class StopError(Exception):
        pass

    def batches(pictures, samples, *_rest):
        told.extend(samples)
        raise StopError

    monkeypatch.setattr(finetune, "Batches", batches)
    with pytest.raises(StopError):
        fine_tune(model, FINE_TUNING, samples, NETWORKS["se-resnet"].chip_format)
    targets = np.stack([s.target for s in told])
    assert targets.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert targets[:, INDEX["happiness"]].min() > 1 - OLD_SHARE
    assert targets[:, INDEX["fear"]].min() > 0


def test_the_default_model_learns_too(eager, own_folder, tmp_path, capsys):
    """Its normalization was folded into its convolutions when it was exported."""
    out = tmp_path / "mine"
    arguments = ["--init", "se-resnet", "--data", str(own_folder), "--out", str(out)]
    assert main([*arguments, "--epochs", "2", *FASTER]) == 0
    assert "recall of neutral" in capsys.readouterr().out
    weights = ["--weights", str(out / "best.keras"), "--data", str(own_folder)]
    weights += ["--layout", "folders", "--split", "all", "--out", str(out / "model")]
    assert export.main(weights) == 0
    before, after = load_spec(paths.model_directory("se-resnet")), load_spec(out / "model")
    calibrations = [(spec.temperature, spec.uncertain_below) for spec in (before, after)]
    assert calibrations[0] == calibrations[1], "six pictures are too few for a new one"
    assert after.sha256 != before.sha256


def test_normalization_statistics_stay_and_the_rest_learns(eager, own_folder):
    network = NETWORKS["se-resnet"]
    samples = read_samples(own_folder, "folders")
    model = network.build()
    before = [np.array(w) for w in model.get_weights()]
    recipe = replace(FINE_TUNING, network="se-resnet", epochs=1)
    after = fine_tune(model, recipe, samples, network.chip_format)
    assert all(layer.trainable for layer in after.layers)
    for variable, old, new in zip(after.weights, before, after.get_weights(), strict=True):
        is_statistic = variable.path.split("/")[-1].startswith("moving_")
        assert np.array_equal(old, new) == (is_statistic or "batch_normal" in variable.path)


# --- what can't work, each in one sentence


def pictures(root, **counts):
    """Return a folder with so many drawn pictures of each class."""
    import cv2

    rng = np.random.default_rng(4)
    for name, n in counts.items():
        (root / name).mkdir(parents=True)
        for number in range(n):
            cv2.imwrite(str(root / name / f"{number}.png"), draw(name, rng))
    return root


def refused(root):
    with pytest.raises(DataError) as caught:
        read_folders(root)
    text = str(caught.value)
    assert text.startswith(str(root))
    assert text.endswith(".")
    assert "\n" not in text
    return text


def test_an_unknown_class_is_named_with_the_eight(tmp_path):
    text = refused(pictures(tmp_path, happiness=6, joy=6))
    assert "unknown class folders joy" in text
    assert all(label in text for label in LABELS)


@pytest.mark.parametrize(("n", "words"), [(0, "no pictures"), (1, "1 picture;"), (4, "4 pictures")])
def test_too_few_pictures_are_named_with_their_count(tmp_path, n, words):
    text = refused(pictures(tmp_path, happiness=6, fear=n))
    assert text.startswith(f"{tmp_path / 'fear'}: {words}")
    assert "at least 5" in text


def test_files_that_are_no_pictures_do_not_count(tmp_path):
    root = pictures(tmp_path, happiness=6, fear=4)
    (root / "fear" / "notes.txt").touch()
    assert "fear: 4 pictures" in refused(root)


def test_one_class_is_not_enough(tmp_path):
    assert "at least two folders" in refused(pictures(tmp_path, happiness=6))


def test_a_folder_without_classes_or_no_folder_at_all(tmp_path):
    assert "at least two folders" in refused(tmp_path)
    assert "no such data folder" in refused(tmp_path / "missing")


def test_an_unreadable_picture_is_named(tmp_path, capsys):
    root = pictures(tmp_path / "data", happiness=6, fear=6)
    bad = root / "fear" / "3.png"
    bad.write_bytes(bad.read_bytes()[:100])
    assert main(["--init", "seed", "--data", str(root), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"{bad}: the PNG file is cut short")
    assert not (tmp_path / "out").exists()


def test_an_unknown_model_is_one_sentence(own_folder, tmp_path, capsys):
    assert main(["--init", "nonsense", "--data", str(own_folder), "--out", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert "There is no model 'nonsense'" in error
    assert error.count("\n") == 1


def test_a_network_that_does_not_fit_is_one_sentence(own_folder, tmp_path, capsys):
    arguments = ["--init", "seed", "--network", "se-resnet", "--data", str(own_folder)]
    assert main([*arguments, "--out", str(tmp_path)]) == 1
    assert "this is a seed, not a se-resnet." in capsys.readouterr().err


def test_a_model_that_is_none_of_the_workshops_networks(seed_spec):
    model = keras.Sequential([keras.Input((100, 100, 3)), keras.layers.Flatten()])
    with pytest.raises(ModelError, match="none of se-resnet, se-resnet-teacher, seed"):
        network_of(seed_spec, model)


def test_a_changed_model_is_not_trained_on(seed_spec, own_folder, tmp_path, capsys):
    folder = tmp_path / "model"
    shutil.copytree(seed_spec.directory, folder)
    with (folder / "model.keras").open("ab") as file:
        file.write(b"x")
    assert main(["--init", str(folder), "--data", str(own_folder), "--out", str(tmp_path)]) == 1
    assert "expected sha256" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--layout", "legend"], "not --layout legend"),
        (["--split", "all"], "--split can't be used"),
        (["--patience", "3", "--precision", "float32"], "--patience, --precision can't"),
        (["--data", "a", "b"], "single data folder"),
    ],
)
def test_options_that_do_not_go_with_it(capsys, more, words):
    with pytest.raises(SystemExit) as end:
        main(["--init", "seed", "--data", "a", "--out", "o", *more])
    assert end.value.code == 2
    assert words in capsys.readouterr().err


def test_what_is_given_comes_in_place_of_the_recipe():
    arguments = ["--init", "seed", "--data", "d", "--out", "o", "--learning-rate", "0.001"]
    options = vars(build_parser().parse_args(arguments))
    assert recipe_from(options) == replace(FINE_TUNING, learning_rate=0.001)
