"""Train a network: `python -m model.train --network seed --data DIR --out DIR`.

With `--init MODEL` it goes on training a finished model on your own pictures (model/finetune.py).

Every epoch leaves `checkpoint.keras` and `state.json` in the output folder, so that the same
command goes on where a killed one stopped. The epoch that is kept, the best so far or the last, is
`best.keras`, the course of the training `history.csv`.
"""

import argparse
import contextlib
import csv
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.errors import FerError, ModelError
from fer_desktop.evaluation.datasets import Layout
from fer_desktop.evaluation.metrics import Figures, figures
from fer_desktop.system import paths
from fer_desktop.vision.recognition.engine_keras import load_archive, load_network
from fer_desktop.vision.recognition.model_spec import load_spec
from model.augment import AUGMENTATIONS
from model.averaging import averaged_weights
from model.data import Batches, load_pictures, plain_chips, read_parts
from model.fused import FusedBatchNormalization
from model.looks import accuracy, adjusted_crossentropy
from model.networks import NETWORKS
from model.recipes import FINE_TUNING, GOING_ON, RECIPES, Recipe
from model.reports import training_of
from model.state import STATE_FILE, read_state, write_state
from model.teaching import taught_targets
from model.truths import (
    Pooling,
    pooled,
    read_truths,
    truths_accuracy,
    truths_loss,
    with_moved,
    with_truths,
)

_MOVED_WANTED = (
    "This recipe learns moved faces: make some with `python -m model.rendered` and give their "
    "folder as --moved."
)
_MOVED_UNWANTED = "--moved: this recipe learns no moved faces; leave it out."


def learning_rate(recipe: Recipe, steps_per_epoch: int) -> Any:  # noqa: ANN401 - Keras has no types
    """Return the rate, or a schedule: linear warm-up, then a cosine to 0."""
    if recipe.warmup_epochs <= 0:
        return recipe.learning_rate
    warmup = max(1, round(recipe.warmup_epochs * steps_per_epoch))
    return keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=recipe.learning_rate / 100,
        decay_steps=max(1, recipe.epochs * steps_per_epoch - warmup),
        warmup_target=recipe.learning_rate,
        warmup_steps=warmup,
    )


def new_model(
    recipe: Recipe,
    steps_per_epoch: int,
    start: Any = None,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Return a compiled network in the recipe's precision.

    Its weights are fresh, or those of `start`, with its normalization folded in or not.

    Raises:
        ModelError: `start` is another network.
    """
    with precision(recipe.precision):
        for normalization in (FusedBatchNormalization, None):
            model = NETWORKS[recipe.network].build(normalization)
            if recipe.two_truths:
                model = with_truths(model)
            if start is None:
                return compiled(model, recipe, steps_per_epoch)
            weights = start.get_weights()
            if [w.shape for w in weights] == [w.shape for w in model.get_weights()]:
                model.set_weights(weights)
                return compiled(model, recipe, steps_per_epoch)
    raise ModelError(f"The model to go on from is no {recipe.network}; give its --network.")


def starting_point(start: str) -> tuple[Any, dict[str, Any]]:
    """Return the network to go on from, and what there is to say of it.

    Args:
        start: The `best.keras` of a training, or the name or directory of a finished model.

    Raises:
        ModelError: There is no such model, or it can't be loaded.
    """
    weights = Path(start)
    if weights.is_file():
        model = load_archive(weights.read_bytes(), weights)
        return model, {"weights": weights.name, **training_of(weights)}
    spec = load_spec(paths.model_directory(start))
    about = {"name": spec.name, "version": spec.version, "sha256": spec.sha256}
    return load_network(spec), about


def compiled(model: Any, recipe: Recipe, steps_per_epoch: int) -> Any:  # noqa: ANN401
    """Return the model, ready to be trained as the recipe says."""
    values = {
        "learning_rate": learning_rate(recipe, steps_per_epoch),
        "epsilon": recipe.adam_epsilon,
        "global_clipnorm": recipe.clip_norm or None,
        "use_ema": recipe.average > 0,
        "ema_momentum": recipe.average or 0.99,
    }
    if recipe.weight_decay:
        optimizer = keras.optimizers.AdamW(weight_decay=recipe.weight_decay, **values)
        # Biases and normalization have nothing to gain from being small.
        optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    else:
        optimizer = keras.optimizers.Adam(**values)
    loss, metric = "categorical_crossentropy", "accuracy"
    if recipe.two_truths:
        loss = truths_loss
        metric = keras.metrics.MeanMetricWrapper(truths_accuracy, name="accuracy")
    elif recipe.adjust_looks:
        loss, metric = adjusted_crossentropy, accuracy
    model.compile(
        optimizer=optimizer,
        loss=loss,
        metrics=[metric],
        jit_compile=False,
    )
    return model


@contextlib.contextmanager
def precision(name: str) -> Iterator[None]:
    """Build layers in this precision for as long as the context lasts."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(name)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


def finished_network(weights: list[Any], network: str, *, two_truths: bool = False) -> Any:  # noqa: ANN401
    """Return the plain float32 network with the weights of a model in training.

    With two truths it keeps the logits of both: `model.truths.joined` makes one answer of them.
    """
    for normalization in (keras.layers.BatchNormalization, None):
        plain = NETWORKS[network].build(normalization)
        if two_truths:
            plain = with_truths(plain)
        if len(plain.weights) == len(weights):
            break
    plain.set_weights(weights)
    return plain


class _Keeper(keras.callbacks.Callback):  # type: ignore[misc]
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
    ) -> None:
        super().__init__()
        self._recipe, self._state, self._out = recipe, state, out
        self._batches, self._valid = batches, valid

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        del logs
        self._batches.begin(epoch)
        self._start_s = time.perf_counter()
        title = f"Epoch {epoch + 1}/{self._recipe.epochs}"
        self._bar = tqdm(total=len(self._batches), desc=title, unit="batch", leave=False)

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        del batch
        self._bar.update()
        self._bar.set_postfix(loss=f"{(logs or {}).get('loss', 0):.3f}", refresh=False)

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
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


def train(
    recipe: Recipe,
    data: Sequence[Path],
    layout: Layout | None,
    out: Path,
    start: str | None = None,
    moved: Path | None = None,
) -> dict[str, Any]:
    """Train, or go on training, and return the final state: the best epoch and its figures.

    Args:
        recipe: How to train.
        data: The data folders.
        layout: Their layout; None looks at each.
        out: Where checkpoints and results go.
        start: What to begin with, see `starting_point`; None begins from nothing.
        moved: Folder of faces made by `model.rendered`, for a recipe that learns them.

    Raises:
        FerError: The data or the model can't be used, or `out` holds another training.
    """
    if recipe.moved != bool(moved):
        raise FerError(_MOVED_WANTED if recipe.moved else _MOVED_UNWANTED)
    begun_with, about = starting_point(start) if start else (None, {})
    out.mkdir(parents=True, exist_ok=True)
    state = _state(out, recipe)
    if start:
        # What is bundled may be another one when a killed training goes on.
        state.setdefault("start", about)
    if state["finished"]:
        print(f"{out}: this training has finished; choose another folder to start anew.")
        return state
    keras.utils.set_random_seed(recipe.seed)
    chip_format = NETWORKS[recipe.network].chip_format
    train_samples, valid_samples = read_parts(data, layout, recipe.splits)
    truths = None
    if recipe.two_truths:
        truths = read_truths(data, layout, recipe.splits, valid_samples)
        n_real = len(truths.samples)
        if moved is not None:
            truths = with_moved(truths, moved)
        train_samples = truths.samples
    pictures = load_pictures(train_samples, "training pictures", chip_format.height)
    if truths and recipe.teacher:
        # Moved faces are what the teacher never saw: it calls most of them neutral.
        real = truths.seen[:n_real], pictures[:n_real]
        seen = taught_targets(*real, recipe.teacher, recipe.taught)
        truths = replace(truths, seen=np.concatenate([seen, truths.seen[n_real:]]))
    batches = Batches(
        pictures,
        train_samples,
        chip_format,
        recipe,
        epoch=state["epoch"],
        truths=truths,
    )
    if batches.log_shares is not None:
        state["log_shares"] = batches.log_shares.tolist()
    valid_chips = plain_chips(load_pictures(valid_samples, "validation pictures"), chip_format)
    valid_labels = np.array([s.label for s in valid_samples], np.int64)
    # A kill between the two writes of an epoch leaves the older state; that epoch is done again.
    checkpoint = out / "checkpoint.keras"
    if state["epoch"]:
        model = keras.models.load_model(checkpoint)
    else:
        model = new_model(recipe, len(batches), begun_with)
    keeper = _Keeper(recipe, state, out, batches, (valid_chips, valid_labels))
    model.fit(
        batches,
        epochs=recipe.epochs,
        initial_epoch=state["epoch"],
        shuffle=False,
        verbose=0,
        callbacks=[keeper],
    )
    checkpoint.unlink(missing_ok=True)
    return state


def _keep(out: Path, row: dict[str, Any], model: Any, state: dict[str, Any]) -> None:  # noqa: ANN401
    part = out / "checkpoint.part.keras"
    model.save(part)
    part.replace(out / "checkpoint.keras")
    state["epoch"] = row["epoch"]
    history = out / "history.csv"
    is_new = not history.exists()
    with history.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, row)
        if is_new:
            writer.writeheader()
        writer.writerow(row)


def _state(out: Path, recipe: Recipe) -> dict[str, Any]:
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


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.train`."""
    parser = argparse.ArgumentParser(
        prog="python -m model.train",
        description=__doc__,
        epilog="What is not given is as in the network's recipe, model/recipes.py.",
    )
    add = parser.add_argument
    add("--network", choices=sorted(NETWORKS), help="default: seed, or that of --init")
    add("--init", metavar="MODEL", help="go on from this model, on your own pictures in folders")
    add("--start", metavar="MODEL|FILE", help="go on from it, on what it was made of")
    add("--part", type=int, default=1, metavar="N", help="of the recipe's parts that go on")
    add("--detector", action="store_true", help="with --init: the pictures are no face crops")
    add("--data", type=Path, required=True, nargs="+", metavar="DIR", help="labelled data sets")
    add("--out", type=Path, required=True, metavar="DIR", help="where checkpoints and results go")
    add("--layout", choices=("auto", "legend", "ferplus", "folders"), default="auto")
    add("--split", metavar="NAME", help="which part of a single data set to train on")
    add("--epochs", type=int)
    add("--batch-size", type=int)
    add("--learning-rate", type=float)
    add("--warmup-epochs", type=float, help="0 keeps the rate constant")
    add("--clip-norm", type=float, help="0 lets every gradient pass")
    add("--adam-epsilon", type=float)
    add("--weight-decay", type=float, help="0 is plain Adam")
    add("--average", type=float, help="momentum of the mean of weights; 0 is off")
    add("--balance", type=float, help="0 as the classes occur, 1 equally often")
    add("--adjust-looks", action=argparse.BooleanOptionalAction, help="see model/looks.py")
    add("--teacher", metavar="MODEL", help="a finished model whose answers are learned, too")
    add("--taught", type=float, help="share of its answers in what was seen")
    add("--moved", type=Path, metavar="DIR", help="faces made by model.rendered, learned as well")
    add("--measure-every", type=int, metavar="EPOCHS")
    add("--augment", choices=sorted(AUGMENTATIONS), help="random changes")
    add("--closing-epochs", type=int, help="last epochs, with pictures hardly changed")
    add("--mixup", type=float, help="0 leaves pictures apart")
    add("--smoothing", type=float, help="share of a one-hot label spread over all classes")
    add("--precision", choices=("float32", "mixed_bfloat16"))
    add("--keep", choices=("best", "last"), help="the epoch whose weights are kept")
    add("--patience", type=int, help="0 trains to the last epoch")
    add("--seed", type=int)
    return parser


def recipe_from(options: dict[str, Any]) -> Recipe:
    """Return the network's recipe, or that of `--init`, with what the command line gave instead."""
    if options.get("init"):
        recipe = FINE_TUNING
    elif options.get("start") and (options["network"] or "se-resnet") in GOING_ON:
        parts = GOING_ON[options["network"] or "se-resnet"]
        recipe = parts[min(options["part"], len(parts)) - 1]
    else:
        recipe = RECIPES[options["network"] or "seed"]
    names = {field.name for field in fields(Recipe)}
    given = {key: value for key, value in options.items() if key in names and value is not None}
    if "epochs" in given:
        # A shorter or longer training has the same course.
        share = recipe.closing_epochs / recipe.epochs
        given.setdefault("closing_epochs", round(share * given["epochs"]))
    split = options.get("split")
    if split:
        given["splits"] = dict.fromkeys(recipe.splits, split)
    return replace(recipe, **given)


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = build_parser()
    options = vars(parser.parse_args(arguments))
    data, out, layout, moved = (options.pop(key) for key in ("data", "out", "layout", "moved"))
    if options["split"] and len(data) > 1:
        parser.error("--split is for a single data set; several take the recipe's splits.")
    if options["init"] and options["start"]:
        parser.error("--start and --init exclude each other.")
    if options["init"]:
        from model import finetune  # late, because it imports this module

        if problem := finetune.unfit(options, data, layout):
            parser.error(problem)
        return finetune.main(options, recipe_from(options), data[0], out)
    if options["detector"]:
        parser.error("--detector goes with --init.")
    try:
        found = None if layout == "auto" else layout
        state = train(recipe_from(options), data, found, out, options["start"], moved)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Kept epoch {state['best_epoch']}: {out / 'best.keras'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
