"""The two truths of a training picture: what people saw in it, and what was meant by it.

FER+ has ten people's votes on each picture of FER2013; FER2013's own label is the feeling that the
picture was searched for. The two differ: of the pictures searched for as fear most people saw
surprise, sadness or nothing. A network with one output for each learns both from the same
features, and what is shipped weighs the two logits (`joined`).

What a data set has many of is kept out of both: the logarithm of each class's share in the data
set is added to the logits before the loss (balanced softmax, Ren et al., 2020, for each data set by
itself), so there is nothing to gain from telling data sets apart and guessing.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX, LABELS, N_LABELS
from fer_desktop.evaluation.datasets import (
    Layout,
    Sample,
    detect_layout,
    read_ferplus,
    read_samples,
)
from model.networks import NETWORKS
from model.state import read_state

ops = keras.ops
layers = keras.layers

LABEL_FILE = "fer2013-labels.csv"
MEANT_SHARE_ELSEWHERE = 0.5
"""Weight of `meant` where a data set has one label only, and that one given by who looked at it."""

_COLUMNS = ("part", "file", "fer2013_label")
_TINY = 1e-6


@dataclass(frozen=True, eq=False)
class Truths:
    """Training pictures and their two truths.

    Attributes:
        samples: The pictures; `label` is the class that balances how often they are drawn.
        seen: (n, 8) shares of what people saw.
        meant: (n, 8) one-hot of what was meant; all 0 where nobody knows.
    """

    samples: list[Sample]
    seen: NDArray[np.float32]
    meant: NDArray[np.float32]


def read_truths(
    data: Sequence[Path], layout: Layout | None, splits: Mapping[str, str], kept: Sequence[Sample]
) -> Truths:
    """Return all pictures to learn from, of several data sets together.

    Args:
        data: The data folders.
        layout: Their layout; None looks at each.
        splits: The training split of each layout.
        kept: What is kept for choosing and must not be among them.

    Raises:
        DataError: A folder or table is not as its layout says.
    """
    aside = {sample.path for sample in kept}
    samples: list[Sample] = []
    meant: list[NDArray[np.float32]] = []
    for root in data:
        found = layout or detect_layout(root)
        if found == "ferplus":
            labels = read_meant(label_table(root), splits[found])
            own = read_ferplus(root, splits[found], majority=False)
            rows = [_meant(sample, labels) for sample in own]
        else:
            own = read_samples(root, found, splits[found])
            rows = [sample.target * MEANT_SHARE_ELSEWHERE for sample in own]
        for sample, row in zip(own, rows, strict=True):
            if sample.path not in aside:
                drawn_as = int(row.argmax()) if row.any() else sample.label
                samples.append(replace(sample, source=str(root), label=drawn_as))
                meant.append(row)
    return Truths(samples, np.stack([s.target for s in samples]), np.stack(meant))


def with_moved(truths: Truths, folder: Path) -> Truths:
    """Return the pictures to learn from with moved faces behind them, see `model.rendered`.

    What was meant by a moved face is known exactly, and it was made so that it is seen.

    Raises:
        DataError: The folder holds no class folders with pictures.
    """
    samples = [replace(one, source=str(folder)) for one in read_samples(folder, "folders", "all")]
    targets = np.stack([sample.target for sample in samples])
    return Truths(
        [*truths.samples, *samples],
        np.concatenate([truths.seen, targets]),
        np.concatenate([truths.meant, targets]),
    )


def label_table(root: Path) -> Path:
    """Return the table of FER2013's own labels, which lies in a FER+ folder or beside it.

    Raises:
        DataError: There is none.
    """
    for folder in (root, root.parent):
        if (folder / LABEL_FILE).is_file():
            return folder / LABEL_FILE
    raise DataError(
        f"{root / LABEL_FILE}: this table of FER2013's own labels is missing; put it there or "
        "beside the folder."
    )


def read_meant(table: Path, part: str) -> dict[str, int]:
    """Return the class that each picture of a part was searched for, by its file's name.

    Raises:
        DataError: The table can't be read, or is none of this kind.
    """
    try:
        with table.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if not set(_COLUMNS) <= set(rows.fieldnames or ()):
                raise DataError(f"{table}: expected the columns {', '.join(_COLUMNS)}.")
            return {
                row["file"]: _class(table, row["fer2013_label"])
                for row in rows
                if row["part"] == part and row["fer2013_label"]
            }
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{table}: it can't be read ({error}).") from error


def _class(table: Path, name: str) -> int:
    if name not in INDEX:
        raise DataError(f"{table}: {name} is no class; the classes are {', '.join(LABELS)}.")
    return INDEX[name]


def _meant(sample: Sample, labels: Mapping[str, int]) -> NDArray[np.float32]:
    row = np.zeros(N_LABELS, np.float32)
    label = labels.get(sample.path.name)
    # FER2013 has no contempt: where most people saw it, it is the best that is known.
    if sample.label == INDEX["contempt"]:
        label = sample.label
    if label is not None:
        row[label] = 1.0
    return row


def packed(
    truths: Truths, chances: NDArray[np.float64], smoothing: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the (n, 32) rows that the loss takes, and the (2, 8) log shares of classes in FER+.

    A row is: seen, its offsets, meant, its offsets.

    Args:
        truths: The pictures.
        chances: (n,) how often each is drawn.
        smoothing: Share of each label without votes that is spread over all classes.
    """
    names = np.asarray([sample.source for sample in truths.samples])
    parts = []
    natural = []
    for targets in (truths.seen, truths.meant):
        totals = targets.sum(axis=1, keepdims=True)
        single = (targets.max(axis=1, keepdims=True) == totals) & (totals > 0)
        soft = np.where(single, targets * (1 - smoothing) + totals * smoothing / N_LABELS, targets)
        offsets = np.zeros_like(soft)
        for name in np.unique(names):
            rows = names == name
            shares = (soft[rows] * chances[rows, np.newaxis]).sum(axis=0)
            offsets[rows] = np.log(shares / shares.sum() + _TINY)
        parts += [soft, offsets]
        # The data set with votes stands for how often faces show what.
        votes = names == _with_votes(truths, names)
        shares = targets[votes].sum(axis=0)
        natural.append(np.log(shares / shares.sum() + _TINY))
    return np.concatenate(parts, axis=1).astype(np.float32), np.stack(natural).astype(np.float32)


def _with_votes(truths: Truths, names: NDArray[np.str_]) -> str:
    """Return the data set of which most pictures have more than one class in `seen`."""
    several = (truths.seen > 0).sum(axis=1) > 1
    found = np.unique(names)
    return str(found[int(np.argmax([several[names == name].mean() for name in found]))])


def with_truths(model: Any) -> Any:  # noqa: ANN401 - Keras has no types
    """Return the network with (n, 16) logits of the two truths instead of its probabilities."""
    features = model.get_layer("probabilities").input
    logits = layers.Dense(2 * N_LABELS, dtype="float32", name="truths")(features)
    return keras.Model(model.input, logits, name=model.name)


@keras.saving.register_keras_serializable("fer_desktop")
def truths_loss(packed_targets: Any, logits: Any) -> Any:  # noqa: ANN401
    """Return the sum (n,) of the cross-entropies of both truths, each with its offsets.

    Args:
        packed_targets: (n, 32) as `packed` makes them.
        logits: (n, 16) of the network.
    """
    loss = 0.0
    for number in range(2):
        first = 2 * number * N_LABELS
        targets = packed_targets[:, first : first + N_LABELS]
        offsets = packed_targets[:, first + N_LABELS : first + 2 * N_LABELS]
        own = logits[:, number * N_LABELS : (number + 1) * N_LABELS] + offsets
        loss = loss - ops.sum(targets * ops.log_softmax(own, axis=-1), axis=-1)
    return loss


@keras.saving.register_keras_serializable("fer_desktop")
def truths_accuracy(packed_targets: Any, logits: Any) -> Any:  # noqa: ANN401
    """Return whether what most people saw (n,) is the answer, with the data set's offsets."""
    own = logits[:, :N_LABELS] + packed_targets[:, N_LABELS : 2 * N_LABELS]
    truth = ops.argmax(packed_targets[:, :N_LABELS], axis=-1)
    return ops.cast(ops.equal(truth, ops.argmax(own, axis=-1)), "float32")


@dataclass(frozen=True)
class Pooling:
    """How the two truths become the one answer that is shipped.

    Attributes:
        seen: Weight of the logits of what was seen; the rest is that of what was meant. With 1 the
            answer is what people would see, from features that have learned both: measured on FER+
            Valid and sets from outside, a share of the other logits then lifts nothing.
        prior: How much of the classes' natural shares in FER+ is added again: 1 answers as where
            faces are as in FER+, 0 as where all eight classes are as frequent.
    """

    seen: float = 1.0
    prior: float = 0.6


def pooled(
    logits: NDArray[np.float32], log_shares: NDArray[np.float32], pooling: Pooling
) -> NDArray[np.float32]:
    """Return (n, 8) probabilities of (n, 16) logits."""
    weights = np.array([pooling.seen, 1 - pooling.seen], np.float32)
    both = logits.reshape(-1, 2, N_LABELS) + pooling.prior * log_shares
    values = np.einsum("h,nhk->nk", weights, both)
    values = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(values / values.sum(axis=1, keepdims=True), np.float32)


def shipped(weights: Path, network: str, pooling: Pooling | None = None) -> Any:  # noqa: ANN401
    """Return the network that a training ended with, with one output of (n, 8) probabilities.

    Args:
        weights: The `best.keras` of a training.
        network: What the weights are for.
        pooling: Of two truths; None takes `Pooling()`.
    """
    model = keras.models.load_model(weights, compile=False)
    if "truths" not in {layer.name for layer in model.layers}:
        return model
    shares = np.array(read_state(weights.parent)["log_shares"], np.float32)
    return joined(model, network, shares, pooling or Pooling())


def joined(
    model: Any,  # noqa: ANN401
    network: str,
    log_shares: NDArray[np.float32],
    pooling: Pooling,
) -> Any:  # noqa: ANN401
    """Return the network with one output of (n, 8) probabilities: those of `pooled`.

    A weighted sum of two linear layers is one linear layer, so nothing is lost or slower.
    """
    whole = NETWORKS[network].build(keras.layers.BatchNormalization)
    *body, kernel, bias = model.get_weights()
    weights = np.array([pooling.seen, 1 - pooling.seen], np.float32)
    kernel = np.einsum("h,fhk->fk", weights, kernel.reshape(len(kernel), 2, N_LABELS))
    offset = bias.reshape(2, N_LABELS) + pooling.prior * log_shares
    whole.set_weights([*body, kernel, weights @ offset])
    return whole
