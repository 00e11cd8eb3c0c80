"""The network of the face check, in plain Keras: a few strided convolutions.

Any contrast looks alike to it: a chip's own mean and spread are taken out first.
"""

from typing import Any

import keras

from fer_desktop.vision.detection.check_chips import CHIP_PX
from fer_desktop.vision.detection.check_spec import ANSWERS

WIDTHS = (16, 32, 64, 80)
HEAD = 96
_FLAT = 1e-4
"""Variance of a chip (white is 1) that counts as flat; noise in it is not blown up."""


def built() -> Any:  # noqa: ANN401 - Keras has no types
    """Return the network: (n, 40, 40, 1) gray from 0 to 255 to (n, 8) answers."""
    layers = keras.layers
    chip = keras.Input((CHIP_PX, CHIP_PX, 1), name="chip")
    x = layers.Rescaling(1 / 255)(chip)
    x = layers.LayerNormalization(axis=(1, 2, 3), center=False, scale=False, epsilon=_FLAT)(x)
    for number, width in enumerate(WIDTHS):
        x = layers.Conv2D(
            width,
            3,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer="he_normal",
            name=f"conv{number}",
        )(x)
    # As a dense layer, but a batch of any size passes LiteRT.
    x = layers.Conv2D(HEAD, 3, activation="relu", kernel_initializer="he_normal", name="head")(x)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(chip, layers.Dense(len(ANSWERS), name="answers")(x), name="face_check")


def loss(truth: Any, answers: Any) -> Any:  # noqa: ANN401
    """Return (n,) losses of (n, 8) answers; `truth` is (n, 16), targets and then weights."""
    ops, n = keras.ops, len(ANSWERS)
    target, weight = truth[:, :n], truth[:, n:]
    logit = ops.stack([answers[:, i] for i in _LOGITS], axis=1)
    is_so = ops.stack([target[:, i] for i in _LOGITS], axis=1)
    counts = ops.stack([weight[:, i] * w for i, w in _LOGITS.items()], axis=1)
    entropy = ops.maximum(logit, 0.0) - logit * is_so + ops.log(1 + ops.exp(-ops.abs(logit)))
    off = ops.abs(
        ops.stack([(answers[:, i] - target[:, i]) / unit for i, (unit, _) in _AMOUNTS.items()], 1)
    )
    off = ops.where(off < 1, 0.5 * off * off, off - 0.5)
    counted = ops.stack([weight[:, i] * w for i, (_, w) in _AMOUNTS.items()], axis=1)
    return ops.sum(entropy * counts, axis=1) + ops.sum(off * counted, axis=1)


_LOGITS = {0: 1.0, 6: 0.3, 7: 0.3}
"""How much each answer that is a logit counts."""
_AMOUNTS = {1: (0.06, 0.25), 2: (0.06, 0.25), 3: (0.08, 0.25), 4: (0.12, 0.2), 5: (0.2, 0.2)}
"""From what error on the others count evenly, and how much they count."""
