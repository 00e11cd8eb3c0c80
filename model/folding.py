"""Folds normalization into the convolutions before it, as a finished network needs no more.

What the layer does in use is a factor and an offset for each channel; the converter folds them too,
but then rounds the products anew, and the two engines would differ.
"""

from typing import Any

import keras
import numpy as np

from model.networks import NETWORKS


def folded(model: Any, network: str) -> Any:  # noqa: ANN401 - Keras has no types
    """Return the same network without normalization layers; one that has none comes back as is.

    Raises:
        ValueError: The two would not give the same answers; the network's builder is at fault.
    """
    statistics = [x for x in model.layers if isinstance(x, keras.layers.BatchNormalization)]
    if not statistics:
        return model
    plain = NETWORKS[network].build(None)
    after = {id(layer.input): layer for layer in statistics}
    old, new = (
        [x for x in m.layers if isinstance(x, keras.layers.Conv2D | keras.layers.Dense)]
        for m in (model, plain)
    )
    for source, target in zip(old, new, strict=True):
        kernel, *bias = (np.asarray(w, np.float64) for w in source.get_weights())
        offset = bias[0] if bias else np.zeros(kernel.shape[-1])
        layer = after.get(id(source.output))
        if layer is not None:
            gamma, beta, mean, variance = (np.asarray(w, np.float64) for w in layer.get_weights())
            factor = gamma / np.sqrt(variance + layer.epsilon)
            kernel, offset = kernel * factor, (offset - mean) * factor + beta
        target.set_weights([kernel.astype(np.float32), offset.astype(np.float32)])
    shape = (4, *model.input_shape[1:])
    chips = np.random.default_rng(0).random(shape, np.float32)
    difference = np.abs(np.asarray(model(chips)) - np.asarray(plain(chips))).max()
    if not difference < 1e-4:
        raise ValueError(f"{network}: folding changes its answers by {difference:.2g}")
    return plain
