"""What each epoch of a training leaves: figures, a checkpoint, and the state to go on from."""

import csv
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import keras
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.errors import FerError
from fer_desktop.evaluation.metrics import Figures, figures
from model.averaging import averaged_weights, blended_with_start
from model.compiling import finished_network
from model.data import Batches
from model.recipes import Recipe
from model.state import STATE_FILE, read_state, write_state
from model.truths import Pooling, pooled

CHECKPOINT: Final = "checkpoint.keras"


def state_of(out: Path, recipe: Recipe) -> dict[str, Any]:
    """Return where a training stands, from its folder; a new one's where that is empty.

    Raises:
        FerError: Another recipe is trained there.
    """
    state = read_state(out)
    if not state:
        return {
            "recipe": asdict(recipe),
            "epoch": 0,
            "best_epoch": 0,
            "best_score": -1.0,
            "best": {},
            "finished": False,
        }
    changed = [key for key, value in asdict(recipe).items() if state["recipe"].get(key) != value]
    if changed:
        raise FerError(
            f"{out / STATE_FILE}: this training was begun with other values of "
            f"{', '.join(changed)}; give the same ones to go on, or another --out to start anew."
        )
    return state


class Keeper(keras.callbacks.Callback):  # type: ignore[misc]
    """Shows a bar over each epoch; at its end measures, keeps checkpoints and decides on the end.

    One `fit` runs through all epochs: Keras puts the averaged weights in place at the end of each
    `fit`, so that one fit an epoch would go on from the average.
    """

    def __init__(
        self,
        recipe: Recipe,
        state: dict[str, Any],
        out: Path,
        batches: Batches,
        valid: tuple[NDArray[np.float32], NDArray[np.int64]],
        begun: Sequence[NDArray[np.float32]] | None = None,
    ) -> None:
        super().__init__()
        self._begun = begun
        self._recipe, self._state, self._out = recipe, state, out
        self._batches, self._valid = batches, valid

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Begin the epoch's pictures and its bar."""
        del logs
        self._batches.begin(epoch)
        self._start_s = time.perf_counter()
        title = f"Epoch {epoch + 1}/{self._recipe.epochs}"
        self._bar = tqdm(total=len(self._batches), desc=title, unit="batch", leave=False)

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Move the bar on."""
        del batch
        self._bar.update()
        self._bar.set_postfix(loss=f"{(logs or {}).get('loss', 0):.3f}", refresh=False)

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Measure, keep what is to be kept, and end the training where it is time."""
        self._bar.close()
        log, state, recipe = logs or {}, self._state, self._recipe
        row = {
            "epoch": epoch + 1,
            "loss": round(float(log["loss"]), 4),
            "accuracy": round(float(log["accuracy"]), 4),
            "valid_accuracy": None,
            "valid_balanced_accuracy": None,
            "seconds": 0.0,
        }
        score = -1.0
        if row["epoch"] % recipe.measure_every == 0 or row["epoch"] >= recipe.epochs:
            weights, valid = self._measured()
            row["valid_accuracy"] = round(valid.accuracy, 4)
            row["valid_balanced_accuracy"] = round(valid.balanced_accuracy, 4)
            score = valid.accuracy + valid.balanced_accuracy
        row["seconds"] = round(time.perf_counter() - self._start_s, 1)
        print(" ".join(f"{key}={value}" for key, value in row.items()), flush=True)
        if score >= 0 and (recipe.keep == "last" or score > state["best_score"]):
            state.update(best_score=score, best_epoch=row["epoch"], best=row)
            finished = finished_network(weights, recipe.network, two_truths=recipe.two_truths)
            if recipe.of_start and self._begun is not None:
                own = finished.get_weights()
                finished.set_weights(blended_with_start(own, self._begun, recipe.of_start))
            finished.save(self._out / "best.keras")
        _keep(self._out, row, self.model, state)
        waited = row["epoch"] - state["best_epoch"]
        state["finished"] = row["epoch"] >= recipe.epochs or 0 < recipe.patience <= waited
        self.model.stop_training = state["finished"]
        write_state(self._out, state)

    def _measured(self) -> tuple[list[Any], Figures]:
        """Return the averaged weights, and their figures on the pictures kept for choosing."""
        chips, labels = self._valid
        with averaged_weights(self.model, self._batches):
            weights = self.model.get_weights()
            answers = self.model.predict(chips, batch_size=256, verbose=0)
        shares = self._batches.log_shares
        probabilities = answers if shares is None else pooled(answers, shares, Pooling())
        return weights, figures(probabilities, labels, np.ones(len(labels), bool))


def _keep(out: Path, row: dict[str, Any], model: Any, state: dict[str, Any]) -> None:  # noqa: ANN401
    part = out / "checkpoint.part.keras"
    model.save(part)
    part.replace(out / CHECKPOINT)
    state["epoch"] = row["epoch"]
    history = out / "history.csv"
    is_new = not history.exists()
    with history.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, row)
        if is_new:
            writer.writeheader()
        writer.writerow(row)
