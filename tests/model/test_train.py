"""A short real training: it leaves what it promises, goes on after a kill, and ends early."""

import csv
import json
from dataclasses import replace

import keras
import numpy as np
import pytest

from fer_desktop.core.labels import INDEX, N_LABELS
from fer_desktop.system import paths
from fer_desktop.vision.recognition.model_spec import load_spec
from fer_desktop.vision.recognition.preprocess import ChipFormat
from model.compiling import finished_network, learning_rate, new_model, precision
from model.data import Batches
from model.keeping import Keeper
from model.networks import NETWORKS, Network
from model.recipes import RECIPES
from model.train import build_parser, main, recipe_from

pytestmark = pytest.mark.usefixtures("shallow")

RECIPE = replace(
    RECIPES["seed"],
    epochs=4,
    batch_size=8,
    warmup_epochs=1.0,
    average=0.9,
    balance=0.0,
    augment="none",
    patience=0,
)


@pytest.fixture
def tiny(monkeypatch):
    """Put a network that is trained in a blink in the place of the seed: it is about the loop."""

    def build(normalization=None):
        return keras.Sequential(
            [
                keras.Input((20, 20, 1), name="chip"),
                keras.layers.Conv2D(4, 3, strides=2, activation="relu"),
                keras.layers.Flatten(),
                keras.layers.Dense(N_LABELS, activation="softmax", name="probabilities"),
            ]
        )

    chip_format = ChipFormat(height=20, width=20, channels=1)
    monkeypatch.setitem(NETWORKS, "seed", Network(build, chip_format, "Tiny."))


def history(folder):
    with (folder / "history.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_it_leaves_weights_history_and_state(trained):
    rows = history(trained)
    assert [int(row["epoch"]) for row in rows] == [1, 2, 3]
    state = json.loads((trained / "state.json").read_text())
    assert state["finished"]
    assert state["best"]["epoch"] == state["best_epoch"]
    assert keras.models.load_model(trained / "best.keras").count_params() == 6_586_408
    assert not (trained / "checkpoint.keras").exists()


def test_a_finished_training_is_left_as_it_is(trained, legend_folder, capsys):
    before = (trained / "best.keras").stat().st_mtime_ns
    arguments = ["--data", str(legend_folder), "--out", str(trained)]
    assert main([*arguments, "--epochs", "3", "--batch-size", "8"]) == 0
    assert "finished" in capsys.readouterr().out
    assert (trained / "best.keras").stat().st_mtime_ns == before


def test_other_values_are_refused_by_name(trained, legend_folder, capsys):
    arguments = ["--data", str(legend_folder), "--out", str(trained), "--epochs", "9"]
    assert main([*arguments, "--batch-size", "8"]) == 1
    assert "epochs" in capsys.readouterr().err


def test_it_goes_on_after_a_kill_with_the_same_pictures_and_rate(
    tiny, legend_folder, tmp_path, monkeypatch
):
    arguments = ["--data", str(legend_folder), "--epochs", "3", "--batch-size", "8"]
    arguments += ["--warmup-epochs", "0", "--augment", "none"]
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert main([*arguments, "--out", str(whole)]) == 0
    real = keras.callbacks.Callback.on_train_batch_end

    def die_in_epoch_two(self, batch, logs=None):
        if self._state["epoch"] == 1 and batch == 1:
            raise KeyboardInterrupt
        real(self, batch, logs)

    with monkeypatch.context() as patch:
        patch.setattr(Keeper, "on_train_batch_end", die_in_epoch_two)
        with pytest.raises(KeyboardInterrupt):
            main([*arguments, "--out", str(broken)])
    assert (broken / "checkpoint.keras").exists()
    assert main([*arguments, "--out", str(broken)]) == 0
    losses = [[float(row["loss"]) for row in history(folder)] for folder in (whole, broken)]
    assert [int(row["epoch"]) for row in history(broken)] == [1, 2, 3]
    np.testing.assert_allclose(losses[1], losses[0], atol=0.02)


def test_each_epoch_has_its_own_pictures_and_only_the_last_ones_close(
    tiny, legend_folder, tmp_path, monkeypatch
):
    asked = []
    real = Batches.__getitem__

    def noted(self, index):
        asked.append((self._epoch, index))
        return real(self, index)

    monkeypatch.setattr(Batches, "__getitem__", noted)
    arguments = ["--data", str(legend_folder), "--out", str(tmp_path), "--epochs", "3"]
    assert main([*arguments, "--batch-size", "8", "--average", "0"]) == 0
    # Keras may look at a batch more before it begins.
    n_batches = max(index for _, index in asked) + 1
    assert {epoch for epoch, _ in asked} == {0, 1, 2}
    assert all(sum(epoch == e for epoch, _ in asked) >= n_batches for e in range(3))


def test_patience_ends_it_early(tiny, legend_folder, tmp_path):
    # A rate of next to nothing never gets better than its first epoch.
    arguments = ["--data", str(legend_folder), "--out", str(tmp_path), "--epochs", "9"]
    arguments += ["--learning-rate", "1e-12", "--batch-size", "32", "--patience", "1"]
    assert main(arguments) == 0
    assert len(history(tmp_path)) == 2


@pytest.mark.parametrize(("keep", "epoch"), [("best", 1), ("last", 3)])
def test_the_best_epoch_is_kept_or_the_last(tiny, legend_folder, tmp_path, keep, epoch):
    # A rate of next to nothing never gets better than its first epoch.
    arguments = ["--data", str(legend_folder), "--out", str(tmp_path), "--epochs", "3"]
    arguments += ["--learning-rate", "1e-12", "--batch-size", "32", "--keep", keep]
    assert main(arguments) == 0
    state = json.loads((tmp_path / "state.json").read_text())
    assert (state["epoch"], state["best_epoch"], state["finished"]) == (3, epoch, True)
    assert state["best"]["epoch"] == epoch


def test_the_rate_climbs_and_falls():
    schedule = learning_rate(RECIPE, steps_per_epoch=10)
    rates = [float(schedule(step)) for step in (0, 10, 25, 40)]
    assert rates[0] == pytest.approx(0.0001)
    assert abs(rates[1] - 0.01) < 1e-6
    assert rates[1] > rates[2] > rates[3]
    assert rates[3] < 1e-6


def test_bad_data_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def options_of(*arguments):
    return vars(build_parser().parse_args(["--data", "d", "--out", "o", *arguments]))


@pytest.mark.parametrize("network", sorted(NETWORKS))
def test_what_is_not_given_is_as_in_the_recipe(network):
    assert recipe_from(options_of("--network", network)) == RECIPES[network]


def test_fewer_epochs_have_their_close_in_the_same_place():
    whole = RECIPES["se-resnet-teacher"]
    third = str(whole.epochs // 3)
    recipe = recipe_from(options_of("--network", "se-resnet-teacher", "--epochs", third))
    assert recipe.closing_epochs == whole.closing_epochs / 3
    chosen = options_of("--network", "se-resnet-teacher", "--epochs", "30", "--closing-epochs", "2")
    assert recipe_from(chosen).closing_epochs == 2


def test_what_is_given_holds_even_where_it_is_zero():
    recipe = recipe_from(options_of("--patience", "0", "--balance", "0", "--split", "seed-train"))
    assert (recipe.patience, recipe.balance) == (0, 0.0)
    assert set(recipe.splits.values()) == {"seed-train"}
    assert recipe == replace(
        RECIPES["seed"], patience=0, balance=0.0, splits=dict.fromkeys(recipe.splits, "seed-train")
    )


def test_one_split_for_several_data_sets_is_refused(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--data", "a", "b", "--out", "o", "--split", "all"])
    assert end.value.code == 2
    assert "single data set" in capsys.readouterr().err


@pytest.fixture(scope="module")
def run_from_two(legend_folder, ferplus_folder, tmp_path_factory):
    """Return what trains a network from two data sets into a folder of its own, once each."""
    done = {}

    def run(network, epochs):
        if network not in done:
            out = tmp_path_factory.mktemp("two") / network
            arguments = ["--network", network, "--epochs", str(epochs), "--batch-size", "16"]
            data = ["--data", str(ferplus_folder), str(legend_folder), "--out", str(out)]
            assert main([*arguments, *data]) == 0
            assert len(history(out)) == epochs
            done[network] = out
        return done[network]

    return run


@pytest.fixture(scope="module")
def teacher(run_from_two):
    """Return the folder of a teacher's smoke training."""
    return run_from_two("se-resnet-teacher", 1)


@pytest.fixture(scope="module")
def pupil(run_from_two):
    """Return the folder of a smoke training with two truths."""
    return run_from_two("se-resnet", 2)


def test_a_smoke_training_of_the_teacher_from_two_data_sets(teacher):
    out = teacher
    model = keras.models.load_model(out / "best.keras")
    # The finished network is plain, whatever sped its training up.
    assert {layer.dtype_policy.name for layer in model.layers} == {"float32"}
    assert {type(layer).__module__.split(".")[0] for layer in model.layers} == {"keras"}
    probabilities = model.predict(np.random.default_rng(0).random((3, 48, 48, 1)), verbose=0)
    np.testing.assert_allclose(probabilities.sum(1), 1, atol=1e-5)


def test_a_smoke_training_with_two_truths_from_two_data_sets(pupil):
    out = pupil
    model = keras.models.load_model(out / "best.keras")
    # The finished network is plain, whatever sped its training up.
    assert {layer.dtype_policy.name for layer in model.layers} == {"float32"}
    assert {type(layer).__module__.split(".")[0] for layer in model.layers} == {"keras"}
    # The logits of what was seen and of what was meant, and how often faces show what.
    assert model.predict(np.zeros((3, 40, 40, 1)), verbose=0).shape == (3, 16)
    shares = np.exp(json.loads((out / "state.json").read_text())["log_shares"])
    assert shares.shape == (2, 8)
    np.testing.assert_allclose(shares.sum(1), 1, atol=1e-4)
    assert shares[0, INDEX["neutral"]] > 0.3


def test_it_is_measured_now_and_then_and_at_the_end(tiny, legend_folder, tmp_path):
    arguments = ["--data", str(legend_folder), "--out", str(tmp_path), "--batch-size", "32"]
    assert main([*arguments, "--epochs", "3", "--measure-every", "2"]) == 0
    measured = [bool(row["valid_accuracy"]) for row in history(tmp_path)]
    assert measured == [False, True, True]
    assert (tmp_path / "best.keras").exists()


def test_the_finished_network_answers_as_the_one_in_training(eager):
    recipe = replace(RECIPES["se-resnet-teacher"], precision="float32", adjust_looks=False)
    model = new_model(recipe, steps_per_epoch=4)
    chips = np.random.default_rng(0).random((8, 48, 48, 1), np.float32)
    model.train_on_batch(chips, np.eye(8, dtype=np.float32))
    finished = finished_network(model.get_weights(), "se-resnet-teacher")
    np.testing.assert_allclose(
        finished.predict(chips, verbose=0), model.predict(chips, verbose=0), atol=1e-5
    )


def test_precision_holds_only_inside():
    with precision("mixed_bfloat16"):
        assert keras.layers.Dense(1).compute_dtype == "bfloat16"
    assert keras.layers.Dense(1).compute_dtype == "float32"


def test_it_goes_on_from_a_finished_model(eager, legend_folder, tmp_path):
    """At a rate of next to nothing it still answers as the model that it began with."""
    out = tmp_path / "run"
    arguments = ["--network", "seed", "--start", "seed", "--batch-size", "16", "--average", "0"]
    arguments += ["--epochs", "1", "--learning-rate", "1e-9", "--warmup-epochs", "0"]
    assert main([*arguments, "--data", str(legend_folder), "--out", str(out)]) == 0
    state = json.loads((out / "state.json").read_text())
    bundled = load_spec(paths.model_directory("seed"))
    assert state["start"] == {
        "name": bundled.name,
        "version": bundled.version,
        "sha256": bundled.sha256,
    }
    chips = np.random.default_rng(0).random((3, 100, 100, 3), np.float32)
    before, after = (
        keras.models.load_model(path, compile=False).predict(chips, verbose=0)
        for path in (bundled.directory / "model.keras", out / "best.keras")
    )
    np.testing.assert_allclose(after, before, atol=1e-3)


def test_the_teacher_goes_on_with_looks_adjusted_and_its_pupil_with_a_teacher():
    teacher = recipe_from(options_of("--network", "se-resnet-teacher", "--start", "x"))
    assert teacher.adjust_looks
    second = recipe_from(options_of("--network", "se-resnet", "--start", "x", "--part", "2"))
    assert second.moved
    pupil = recipe_from(options_of("--network", "se-resnet", "--start", "x"))
    assert not pupil.moved
    assert pupil.teacher == "se-resnet-teacher"
    assert pupil.two_truths
    assert recipe_from(options_of("--network", "se-resnet")).teacher == ""


def test_a_file_to_go_on_from_is_loaded_as_data_only(ferplus_folder, tmp_path, capsys):
    hostile = tmp_path / "best.keras"
    hostile.write_bytes(b"no network")
    arguments = [
        "--network",
        "se-resnet-teacher",
        "--start",
        str(hostile),
        "--data",
        str(ferplus_folder),
    ]
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert "best.keras" in told
    assert told.count("\n") == 1


def test_a_model_that_is_not_there_to_go_on_from_is_one_sentence(ferplus_folder, tmp_path, capsys):
    arguments = [
        "--network",
        "se-resnet-teacher",
        "--start",
        "missing",
        "--data",
        str(ferplus_folder),
    ]
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 1
    assert "There is no model 'missing'" in capsys.readouterr().err


def test_it_goes_on_from_a_training_with_its_normalization(
    eager, teacher, legend_folder, ferplus_folder, tmp_path
):
    data = ["--network", "se-resnet-teacher", "--data", str(ferplus_folder), str(legend_folder)]
    data += ["--batch-size", "32", "--precision", "float32", "--epochs", "1"]
    first, second = teacher, tmp_path / "second"
    start = ["--start", str(first / "best.keras"), "--learning-rate", "1e-9"]
    assert main([*data, *start, "--out", str(second)]) == 0
    begun = json.loads((second / "state.json").read_text())["start"]
    assert begun["weights"] == "best.keras"
    assert begun["recipe"] == json.loads((first / "state.json").read_text())["recipe"]
    assert begun["seconds"] >= 0
    kernels = [
        keras.models.load_model(folder / "best.keras", compile=False).trainable_weights[0]
        for folder in (first, second)
    ]
    np.testing.assert_allclose(np.asarray(kernels[1]), np.asarray(kernels[0]), atol=1e-5)


def test_another_network_is_not_gone_on_from(legend_folder, tmp_path, capsys):
    arguments = ["--network", "seed", "--start", "se-resnet", "--data", str(legend_folder)]
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 1
    assert "is no seed; give its --network" in capsys.readouterr().err


def test_going_on_and_one_s_own_pictures_exclude_each_other(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--init", "seed", "--start", "seed", "--data", "d", "--out", "o"])
    assert end.value.code == 2
    assert "exclude" in capsys.readouterr().err


def test_two_truths_go_on_from_a_training_and_learn_from_a_teacher_and_moved_faces(
    eager, pupil, legend_folder, ferplus_folder, own_folder, tmp_path, capsys
):
    data = ["--network", "se-resnet", "--data", str(ferplus_folder), str(legend_folder)]
    data += ["--batch-size", "32", "--epochs", "1", "--average", "0"]
    first, second = pupil, tmp_path / "second"
    start = ["--start", str(first / "best.keras"), "--learning-rate", "1e-9"]
    start += ["--teacher", str(paths.model_directory("seed")), "--part", "2"]
    assert main([*data, *start, "--out", str(second)]) == 1
    assert "--moved" in capsys.readouterr().err
    assert main([*data, *start, "--out", str(second), "--moved", str(own_folder)]) == 0
    state = json.loads((second / "state.json").read_text())
    assert state["recipe"]["two_truths"]
    assert state["recipe"]["teacher"] == "seed 1", "not where it lies"
    assert state["start"]["weights"] == "best.keras"
    before, after = (
        keras.models.load_model(folder / "best.keras").get_weights() for folder in (first, second)
    )
    np.testing.assert_allclose(after[-2], before[-2], atol=1e-4)


def test_a_share_of_a_start_needs_one_and_a_part_must_be_there(legend_folder, tmp_path, capsys):
    data = ["--data", str(legend_folder), "--out", str(tmp_path / "run")]
    assert main(["--network", "seed", *data, "--of-start", "0.3"]) == 1
    assert "--start" in capsys.readouterr().err
    assert main(["--network", "se-resnet", *data, "--start", "x", "--part", "9"]) == 1
    assert "parts 1 to 5" in capsys.readouterr().err


def test_what_is_kept_has_its_share_of_the_start(
    eager, pupil, legend_folder, ferplus_folder, tmp_path
):
    data = ["--network", "se-resnet", "--data", str(ferplus_folder), str(legend_folder)]
    data += ["--batch-size", "32", "--epochs", "1", "--teacher", "seed", "--of-start", "1"]
    assert main([*data, "--start", str(pupil / "best.keras"), "--out", str(tmp_path / "run")]) == 0
    before, after = (
        keras.models.load_model(folder / "best.keras").get_weights()
        for folder in (pupil, tmp_path / "run")
    )
    for old, new in zip(before, after, strict=True):
        np.testing.assert_allclose(new, old, atol=1e-6)
