"""A short real training: it leaves what it promises, goes on after a kill, and ends early."""

import csv
import json

import keras
import numpy as np
import pytest

from model.train import Recipe, averaged_weights, build_parser, learning_rate, main, new_model

RECIPE = Recipe(
    network="seed",
    split="person-train",
    epochs=4,
    batch_size=8,
    learning_rate=0.01,
    warmup_epochs=1.0,
    clip_norm=1.0,
    adam_epsilon=1e-4,
    average=0.9,
    balance=0.0,
    augment="none",
    patience=0,
    seed=1,
)


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
    legend_folder, tmp_path, monkeypatch
):
    arguments = ["--data", str(legend_folder), "--epochs", "3", "--batch-size", "8"]
    arguments += ["--warmup-epochs", "0", "--augment", "none"]
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert main([*arguments, "--out", str(whole)]) == 0
    real = keras.callbacks.Callback.on_train_batch_end

    from model import train

    def die_in_epoch_two(self, batch, logs=None):
        if self._state["epoch"] == 1 and batch == 1:
            raise KeyboardInterrupt
        real(self, batch, logs)

    with monkeypatch.context() as patch:
        patch.setattr(train._Keeper, "on_train_batch_end", die_in_epoch_two)
        with pytest.raises(KeyboardInterrupt):
            main([*arguments, "--out", str(broken)])
    assert (broken / "checkpoint.keras").exists()
    assert main([*arguments, "--out", str(broken)]) == 0
    losses = [[float(row["loss"]) for row in history(folder)] for folder in (whole, broken)]
    assert [int(row["epoch"]) for row in history(broken)] == [1, 2, 3]
    np.testing.assert_allclose(losses[1], losses[0], atol=0.02)


def test_patience_ends_it_early(legend_folder, tmp_path):
    # A rate of next to nothing never gets better than its first epoch.
    arguments = ["--data", str(legend_folder), "--out", str(tmp_path), "--epochs", "9"]
    arguments += ["--learning-rate", "1e-12", "--batch-size", "32", "--patience", "1"]
    assert main(arguments) == 0
    assert len(history(tmp_path)) == 2


def test_the_rate_climbs_and_falls():
    schedule = learning_rate(RECIPE, steps_per_epoch=10)
    rates = [float(schedule(step)) for step in (0, 10, 25, 40)]
    assert rates[0] < 0.001
    assert abs(rates[1] - 0.01) < 1e-6
    assert rates[1] > rates[2] > rates[3]
    assert rates[3] < 1e-6


def test_averaged_weights_come_and_go():
    model = new_model(RECIPE, steps_per_epoch=4)
    rng = np.random.default_rng(0)
    chips = rng.random((8, 100, 100, 3), np.float32)
    targets = np.eye(8, dtype=np.float32)
    for _ in range(3):
        model.train_on_batch(chips, targets)
    own = [np.asarray(w).copy() for w in model.get_weights()]
    with averaged_weights(model, RECIPE):
        inside = [np.asarray(w).copy() for w in model.get_weights()]
    after = model.get_weights()
    assert any(not np.array_equal(a, b) for a, b in zip(own, inside, strict=True))
    for a, b in zip(own, after, strict=True):
        # They are swapped by adding and subtracting.
        np.testing.assert_allclose(a, b, atol=1e-6)


def test_bad_data_is_one_sentence(tmp_path, capsys):
    assert main(["--data", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_defaults_are_the_recipe_of_seed():
    options = build_parser().parse_args(["--data", "d", "--out", "o"])
    assert (options.network, options.learning_rate, options.split) == (
        "seed",
        0.01,
        "person-train",
    )
