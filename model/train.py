"""Train a network: `python -m model.train --network seed --data DIR --out DIR`.

With `--init MODEL` it goes on training a finished model on your own pictures (model/finetune.py).

Every epoch leaves `checkpoint.keras` and `state.json` in the output folder, so that the same
command goes on where a killed one stopped. The epoch that is kept, the best so far or the last, is
`best.keras`, the course of the training `history.csv`.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np

from fer_desktop.core.errors import FerError
from fer_desktop.evaluation.datasets import Layout
from model import finetune
from model.augment import AUGMENTATIONS
from model.compiling import new_model, starting_point
from model.data import Batches, load_pictures, plain_chips, read_parts
from model.keeping import CHECKPOINT, Keeper, state_of
from model.networks import NETWORKS
from model.recipes import FINE_TUNING, GOING_ON, RECIPES, Recipe
from model.teaching import name_of, taught_targets
from model.truths import read_truths, with_moved

_MOVED_WANTED = (
    "This recipe learns moved faces: make some with `python -m model.rendered` and give their "
    "folder as --moved."
)
_MOVED_UNWANTED = "--moved: this recipe learns no moved faces; leave it out."


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
    if recipe.of_start and not start:
        raise FerError("--of-start: there is nothing that this training begins with; give --start.")
    teacher = recipe.teacher
    recipe = replace(recipe, teacher=name_of(teacher))
    begun_with, about = starting_point(start) if start else (None, {})
    out.mkdir(parents=True, exist_ok=True)
    state = state_of(out, recipe)
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
            state["n_moved"] = len(truths.samples) - n_real
        train_samples = truths.samples
    pictures = load_pictures(train_samples, "training pictures", chip_format.height)
    if truths and teacher:
        # Moved faces are what the teacher never saw: it calls most of them neutral.
        real = truths.seen[:n_real], pictures[:n_real]
        seen = taught_targets(*real, teacher, recipe.taught)
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
    checkpoint = out / CHECKPOINT
    if state["epoch"]:
        model = keras.models.load_model(checkpoint)
    else:
        model = new_model(recipe, len(batches), begun_with)
    begun = None if begun_with is None else begun_with.get_weights()
    keeper = Keeper(recipe, state, out, batches, (valid_chips, valid_labels), begun)
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
    add("--of-start", type=float, help="share of the weights begun with in those ended with")
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
        if not 1 <= options["part"] <= len(parts):
            raise FerError(f"--part {options['part']}: the recipe has parts 1 to {len(parts)}.")
        recipe = parts[options["part"] - 1]
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
