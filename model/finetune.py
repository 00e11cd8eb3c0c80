"""Go on training a finished model on a folder of one's own pictures: `model.train --init MODEL`.

A fifth of each class is kept aside and only measured, before and after: no epoch and no rate is
chosen by it. The training takes minutes, so one that was killed is simply begun anew.
"""

import shlex
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError, FerError, ModelError
from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.datasets import Sample, class_folders, read_class_folders
from fer_desktop.evaluation.metrics import Figures, figures
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.system import paths
from fer_desktop.vision.recognition.engine_keras import load_network
from fer_desktop.vision.recognition.model_spec import ModelSpec, load_spec
from fer_desktop.vision.recognition.preprocess import ChipFormat, whole_picture_chip
from model.compiling import compiled
from model.data import Batches, load_pictures, plain_chips
from model.faces import cut_faces
from model.networks import NETWORKS
from model.recipes import Recipe
from model.reports import write_report
from model.state import STATE_FILE, relative_name, write_state

FEWEST = 5
"""Pictures that a class needs: four to learn from, one to measure."""

KEPT_OF = 5
"""One picture in so many is kept for measuring."""

OLD_SHARE = 0.3
"""Share of each target that is what the model said before (learning without forgetting, Li and
Hoiem, 2016): without it a network soon forgets the classes that the new pictures don't show; with
it, it forgets less of them."""

WEIGHTS = "best.keras"
REPORT = "report.json"

_MEANINGLESS = ("split", "patience", "precision", "smoothing")


def unfit(options: dict[str, Any], data: Sequence[Path], layout: str) -> str | None:
    """Return what of a command line does not go with `--init`, as a sentence; None where all."""
    if layout not in ("auto", "folders"):
        return f"--init takes one folder a class, not --layout {layout}."
    if len(data) > 1:
        return "--init takes a single data folder."
    given = [f"--{name}" for name in _MEANINGLESS if options[name] is not None]
    return f"{', '.join(given)} can't be used with --init." if given else None


def read_folders(root: Path) -> list[Sample]:
    """Return the pictures of one folder a class, after a look at whether they are enough.

    Raises:
        DataError: A folder is none of the eight classes or has too few pictures, or there are
            fewer than two classes.
    """
    if not root.is_dir():
        raise DataError(f"{root}: there is no such data folder.")
    samples = read_class_folders(root)
    check_counts(samples, root)
    return samples


def check_counts(samples: Sequence[Sample], root: Path, what: str = "picture") -> None:
    """Make sure that each class folder has enough pictures, and that there are two at least.

    Raises:
        DataError: With the folder and the count.
    """
    counts = Counter(sample.label for sample in samples)
    for folder, label in class_folders(root):
        n = counts[label]
        if n < FEWEST:
            raise DataError(
                f"{folder}: {n or 'no'} {what}{'' if n == 1 else 's'}; a class needs at "
                f"least {FEWEST}, so add some or take the folder away."
            )
    if len(counts) < 2:
        raise DataError(
            f"{root}: at least two folders of pictures are needed, named as classes: "
            f"{', '.join(LABELS)}."
        )


def split(samples: Sequence[Sample], root: Path) -> tuple[list[Sample], list[Sample]]:
    """Return (to train on, to measure): a fifth of each class, by the checksum of the path."""

    def place(sample: Sample) -> tuple[int, str]:
        name = relative_name(sample, root)
        return zlib.crc32(name.encode()), name

    kept: set[Path] = set()
    for label in {sample.label for sample in samples}:
        own = sorted((s for s in samples if s.label == label), key=place)
        kept.update(s.path for s in own[: max(1, len(own) // KEPT_OF)])
    return [s for s in samples if s.path not in kept], [s for s in samples if s.path in kept]


def network_of(spec: ModelSpec, model: Any) -> tuple[str, Any]:  # noqa: ANN401 - Keras has no types
    """Return which of the workshop's networks a model is, and a fresh one with its weights.

    Raises:
        ModelError: It is none of them.
    """
    for name, network in NETWORKS.items():
        if network.chip_format == spec.chip_format:
            fresh = _rebuilt(model, name)
            if fresh is not None:
                return name, fresh
    raise ModelError(
        f"{spec.directory}: its network is none of {', '.join(sorted(NETWORKS))}, so it can't be "
        "trained here."
    )


def _rebuilt(model: Any, name: str) -> Any:  # noqa: ANN401
    """Return a fresh network of this name with a model's weights; None where they do not fit."""
    weights = model.get_weights()
    # An exported network has its normalization folded in.
    for normalization in (None, keras.layers.BatchNormalization):
        fresh = NETWORKS[name].build(normalization)
        if [w.shape for w in fresh.get_weights()] == [w.shape for w in weights]:
            fresh.set_weights(weights)
            return fresh
    return None


def fine_tune(
    model: Any,  # noqa: ANN401
    recipe: Recipe,
    samples: Sequence[Sample],
    chip_format: ChipFormat,
) -> Any:  # noqa: ANN401
    """Return the network, trained on; the statistics of its normalization stay as they are."""
    keras.utils.set_random_seed(recipe.seed)
    pictures = load_pictures(samples, "training pictures", chip_format.height)
    before = _answers(model, plain_chips(pictures, chip_format))
    targets = [
        replace(s, target=((1 - OLD_SHARE) * s.target + OLD_SHARE * row).astype(np.float32))
        for s, row in zip(samples, before, strict=True)
    ]
    batches = Batches(pictures, targets, chip_format, recipe)
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False
    compiled(model, recipe, len(batches)).fit(
        batches,
        epochs=recipe.epochs,
        shuffle=False,
        verbose=0,
        callbacks=[
            keras.callbacks.LambdaCallback(
                on_epoch_begin=lambda epoch, _logs: batches.begin(epoch), on_epoch_end=_tell
            )
        ],
    )
    return _rebuilt(model, recipe.network)


def comparison(before: Figures, after: Figures) -> str:
    """Return the figures before and after as a table; classes without pictures are left out."""
    rows = [
        ("accuracy", before.n, before.accuracy, after.accuracy),
        ("balanced accuracy", before.n, before.balanced_accuracy, after.balanced_accuracy),
        ("macro-F1", before.n, before.macro_f1, after.macro_f1),
    ]
    for label in LABELS:
        old, new = before.per_class[label], after.per_class[label]
        if new.n:
            rows.append((f"recall of {label}", new.n, old.recall, new.recall))
    lines = [f"{'':<22}{'n':>6}{'before':>9}{'after':>9}"]
    lines += [f"{name:<22}{n:>6}{old:>9.3f}{new:>9.3f}" for name, n, old, new in rows]
    return "\n".join(lines)


def main(options: dict[str, Any], recipe: Recipe, root: Path, out: Path) -> int:
    """Run `model.train --init` and return its exit code."""
    try:
        _run(options, recipe, root, out)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _run(options: dict[str, Any], recipe: Recipe, root: Path, out: Path) -> None:
    if (out / STATE_FILE).exists() or (out / WEIGHTS).exists():
        raise DataError(f"{out}: there is a training already; choose another --out.")
    spec = load_spec(paths.model_directory(options["init"]))
    samples = read_folders(root)
    network, model = network_of(spec, load_network(spec))
    if options["network"] not in (None, network):
        raise ModelError(f"{spec.directory}: this is a {network}, not a {options['network']}.")
    if options["detector"]:
        faces = cut_faces(samples, root, out / "faces", spec.chip_format)
        print(f"A face was found in {len(faces)} of {len(samples)} pictures")
        check_counts(faces, root, "face")
        samples, root = faces, out / "faces"
    train, kept = split(samples, root)
    recipe = replace(recipe, network=network)
    # One at a time: photographs as a camera makes them, kept together, would fill the memory.
    chips = np.stack([whole_picture_chip(load_picture(s), spec.chip_format) for s in kept])
    truth = np.array([s.label for s in kept], np.int64)
    found = np.ones(len(kept), bool)
    before = figures(_answers(model, chips), truth, found)
    print(f"{spec.name} {spec.version}: {len(train)} pictures to train on, {len(kept)} to measure")
    if absent := [label for label in LABELS if not before.per_class[label].n]:
        missing = ", ".join(absent)
        print(f"No pictures of {missing}: at best they stay as {spec.name} knew them; not measured")
    tuned = fine_tune(model, recipe, train, spec.chip_format)
    after = figures(_answers(tuned, chips), truth, found)
    _write(out, tuned, _state(spec, recipe, kept, root, after), root, before, after)
    print(comparison(before, after))
    if after.balanced_accuracy < before.balanced_accuracy:
        print("It did worse on the pictures kept aside: more pictures or a smaller rate may help.")
    print("To use it:")
    for command in commands(root, out):
        print(f"    {command}")


def commands(root: Path, out: Path) -> list[str]:
    """Return the command lines that make a model directory of the weights and show it at work."""
    model = str(out / "model")
    given = ["--weights", str(out / WEIGHTS), "--data", str(root), "--layout", "folders"]
    given += ["--split", "all", "--metrics", str(out / REPORT)]
    given += ["--name", out.resolve().name, "--out", model]
    lines = [[_python(), "-m", "model.export", *given], ["fer-desktop", "--model", model]]
    join = subprocess.list2cmdline if sys.platform == "win32" else shlex.join
    return [join(line) for line in lines]


def _python() -> str:
    """Return this Python, as it is called from the working directory."""
    own = Path(sys.executable)
    return str(own.relative_to(Path.cwd())) if own.is_relative_to(Path.cwd()) else str(own)


def _answers(model: Any, chips: NDArray[np.float32]) -> NDArray[np.float32]:  # noqa: ANN401
    return np.asarray(model.predict(chips, batch_size=64, verbose=0), np.float32)


def _tell(epoch: int, logs: dict[str, float]) -> None:
    print(f"epoch={epoch + 1} loss={logs['loss']:.4f} accuracy={logs['accuracy']:.4f}", flush=True)


def _state(
    spec: ModelSpec, recipe: Recipe, kept: Sequence[Sample], root: Path, after: Figures
) -> dict[str, Any]:
    """Return what `train` writes too, and where the training began and what it did not see."""
    best = {
        "valid_accuracy": round(after.accuracy, 4),
        "valid_balanced_accuracy": round(after.balanced_accuracy, 4),
    }
    init = {
        "name": spec.name,
        "version": spec.version,
        "sha256": spec.sha256,
        "temperature": spec.temperature,
        "uncertain_below": spec.uncertain_below,
        "training_data": list(spec.training_data),
    }
    return {
        "recipe": asdict(recipe),
        "epoch": recipe.epochs,
        "best_epoch": recipe.epochs,
        "best": best,
        "finished": True,
        "init": init,
        "kept": [relative_name(s, root) for s in kept],
    }


def _write(
    out: Path,
    model: Any,  # noqa: ANN401
    state: dict[str, Any],
    root: Path,
    before: Figures,
    after: Figures,
) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        model.save(out / WEIGHTS)
        # The figures after stand where `model.export --metrics` looks for them.
        about = {"data": root.resolve().name, "split": "kept aside", "crops": True}
        report = {**about, "init": state["init"], "recipe": state["recipe"], **after.as_dict()}
        write_report(out / REPORT, {**report, "before": before.as_dict()})
        write_state(out, state)
    except OSError as error:
        raise DataError(f"{out}: can't be written ({error.strerror}).") from error
