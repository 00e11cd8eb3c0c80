"""Takes out of the loss what the look of a picture alone tells of its class.

In facial_expressions nearly all colour pictures that one may train on show disgust or sadness, and
no happiness: a network that learns this is right in training and wrong on the next film still. So
what the look tells is added to the network's answer before the loss (logit adjustment, Menon et
al., 2021, for each look by itself): it then has nothing to gain from learning it.
"""

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.run import Answers

ops = keras.ops

_TINY = 1e-6


def is_in_colour(picture: ImageBGR) -> bool:
    """Return whether a picture has visible colour; gray ones have three equal channels."""
    return bool(np.ptp(picture[::8, ::8], axis=2).mean() > 6)


def by_look(in_colour: NDArray[np.bool_], answers: Answers) -> dict[str, dict[str, float]]:
    """Return how many pictures of each look there are, and the share that is named rightly.

    Args:
        in_colour: (n,) the look of each picture.
        answers: To the same pictures.
    """
    right = answers.found & (answers.probabilities.argmax(axis=1) == answers.truth)
    return {
        name: {"n": int(rows.sum()), "accuracy": float(right[rows].mean())}
        for name, rows in (("colour", in_colour), ("gray", ~in_colour))
        if rows.any()
    }


def look_offsets(
    targets: NDArray[np.float32],
    chances: NDArray[np.float64],
    sources: Sequence[str],
    in_colour: NDArray[np.bool_],
) -> NDArray[np.float32]:
    """Return log p(class | look) - log p(class), both within the picture's data set.

    Args:
        targets: (n, 8) shares of the classes, as the loss sees them.
        chances: (n,) how often each picture is drawn.
        sources: The data set of each picture.
        in_colour: (n,) the look: colour or gray.

    Returns:
        (n, 8) float32; 0 where all pictures of a data set look alike.
    """
    weighted = targets * chances[:, np.newaxis]
    names = np.asarray(sources)
    offsets = np.zeros(targets.shape, np.float32)
    for name in np.unique(names):
        in_source = names == name
        overall = _log_prior(weighted[in_source])
        for look in (False, True):
            rows = in_source & (in_colour == look)
            if rows.any():
                offsets[rows] = _log_prior(weighted[rows]) - overall
    return offsets


def _log_prior(weighted: NDArray[np.float64]) -> NDArray[np.float64]:
    sums = weighted.sum(axis=0)
    return np.asarray(np.log(sums / sums.sum() + _TINY), np.float64)


@keras.saving.register_keras_serializable("fer_desktop")
def adjusted_crossentropy(targets_and_offsets: Any, probabilities: Any) -> Any:  # noqa: ANN401
    """Return the cross-entropy (n,) of the answers with the offsets added to their logits.

    Args:
        targets_and_offsets: (n, 16), the two side by side.
        probabilities: (n, 8) of the network.
    """
    targets = targets_and_offsets[:, :N_LABELS]
    offsets = targets_and_offsets[:, N_LABELS:]
    logits = ops.log(ops.clip(probabilities, _TINY, 1.0)) + offsets
    return -ops.sum(targets * ops.log_softmax(logits, axis=-1), axis=-1)


@keras.saving.register_keras_serializable("fer_desktop")
def accuracy(targets_and_offsets: Any, probabilities: Any) -> Any:  # noqa: ANN401
    """Return whether each answer (n,) is right, without the offsets: as the network is used."""
    truth = ops.argmax(targets_and_offsets[:, :N_LABELS], axis=-1)
    return ops.cast(ops.equal(truth, ops.argmax(probabilities, axis=-1)), "float32")
