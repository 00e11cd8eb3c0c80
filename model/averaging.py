"""The moving average of the weights, and normalization statistics that fit it.

An average of weights is another network than the one that trained, so its layers' outputs have
another mean and spread; with the statistics of the training network it would answer nonsense until
the very end of a training (Izmailov et al., 2018, measure them anew for the same reason).
"""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

N_BATCHES = 40
"""How many batches the statistics are measured on; more change no figure."""


@contextlib.contextmanager
def averaged_weights(
    model: Any,  # noqa: ANN401 - Keras has no types
    batches: Sequence[tuple[NDArray[np.float32], Any]],
) -> Iterator[None]:
    """Give the model the average of its weights for as long as the context lasts.

    Args:
        model: A compiled model; one whose optimizer keeps no average is left as it is.
        batches: Training batches, on which the normalization statistics are measured.
    """
    if not model.optimizer.use_ema:
        yield
        return
    layers = [x for x in model.layers if isinstance(x, keras.layers.BatchNormalization)]
    kept = [layer.get_weights() for layer in layers]
    swap = keras.callbacks.SwapEMAWeights()
    swap.set_model(model)
    swap.on_test_begin()
    try:
        measure_statistics(model, layers, batches)
        yield
    finally:
        swap.on_test_end()
        for layer, (_, _, *statistics) in zip(layers, kept, strict=True):
            layer.set_weights([*layer.get_weights()[:2], *statistics])


def measure_statistics(
    model: Any,  # noqa: ANN401
    layers: Sequence[Any],
    batches: Sequence[tuple[NDArray[np.float32], Any]],
) -> None:
    """Set the layers' moving mean and variance to their mean over some batches."""
    if not layers:
        return
    momenta = [layer.momentum for layer in layers]
    for number in range(min(N_BATCHES, len(batches))):
        for layer in layers:
            layer.momentum = number / (number + 1)  # a running mean with equal shares
        model(batches[number][0], training=True)
    for layer, momentum in zip(layers, momenta, strict=True):
        layer.momentum = momentum


def blended_with_start(
    weights: Sequence[Any], start: Sequence[Any], share: float
) -> list[NDArray[np.float32]]:
    """Return the weights with this share, 0 to 1, of those that their training began with."""
    pairs = zip(weights, start, strict=True)
    return [np.asarray((1 - share) * own + share * old, np.float32) for own, old in pairs]
