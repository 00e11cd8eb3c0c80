"""The networks, in plain Keras 3 layers."""

from collections.abc import Callable
from dataclasses import dataclass

import keras

from fer_desktop.core.labels import N_LABELS
from fer_desktop.vision.preprocess import ChipFormat


@dataclass(frozen=True)
class Network:
    """A network and what it wants to see.

    Attributes:
        build: Makes it with fresh weights; its output is (n, 8) probabilities.
        chip_format: What goes in. The margin is part of it: pictures of facial_expressions are
            themselves cut at Haar boxes (`python -m model.framing` measures that), so 0 frames a
            detected face as the training pictures are framed.
        description: One sentence for model.json.
    """

    build: Callable[[], keras.Model]
    chip_format: ChipFormat
    description: str


def build_seed() -> keras.Model:
    """Return the small network that the project began with: 6,586,408 parameters."""
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((100, 100, 3), name="chip"),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(1024, activation="relu"),
            layers.Dense(N_LABELS, activation="softmax", name="probabilities"),
        ],
        name="seed",
    )


NETWORKS: dict[str, Network] = {
    "seed": Network(
        build_seed,
        ChipFormat(height=100, width=100, channels=3),
        "Three convolutions (16, 32, 64), dense 1024, softmax 8; the network the project began "
        "with.",
    ),
}
