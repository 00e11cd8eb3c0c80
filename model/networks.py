"""The networks, in plain Keras 3 layers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import N_LABELS
from fer_desktop.vision.recognition.preprocess import ChipFormat

layers = keras.layers


@dataclass(frozen=True)
class Network:
    """A network and what it wants to see.

    Attributes:
        build: Makes it with fresh weights; takes the class of its batch normalization, or None
            for none; its output is (n, 8) probabilities from the layer `probabilities`.
        chip_format: What goes in. The margin is part of it: pictures of facial_expressions are
            themselves cut at Haar boxes (`python -m model.framing` measures that), so 0 frames a
            detected face as the training pictures are framed.
        description: One sentence for model.json.
        version: Of the bundled weights; another training gets another one.
        mirror_average: Pictures are named by the mean of the answers to the face and to its mirror
            image.
        evenness: How much of the classes' frequency in the training data is taken out of the
            answers when they are exported: 0 leaves it in, 1 answers as where all classes are
            equally frequent (post-hoc logit adjustment, Menon et al., 2021).
        leans: How far it leans to each class is fitted after training, see `model.calibrate`.
    """

    build: Callable[[type | None], keras.Model]
    chip_format: ChipFormat
    description: str
    version: str = "1"
    mirror_average: bool = False
    evenness: float = 0.0
    leans: bool = False

    def answers(self, model: Any, chips: NDArray[np.float32]) -> NDArray[np.float32]:  # noqa: ANN401
        """Return the (n, 8) probabilities that a model of this network gives to pictures."""
        rows = np.asarray(model.predict(chips, batch_size=256, verbose=0), np.float32)
        if self.mirror_average:
            mirrored = np.ascontiguousarray(chips[:, :, ::-1])
            rows = (rows + model.predict(mirrored, batch_size=256, verbose=0)) / 2
        return np.asarray(rows, np.float32)


def multiply_adds(model: keras.Model) -> int:
    """Return how many multiplications with an addition one chip takes in convolutions and Dense."""
    total = 0
    for layer in model.layers:
        if isinstance(layer, layers.Conv2D):
            _, height, width, filters = layer.output.shape
            total += height * width * filters * int(np.prod(layer.kernel.shape[:3]))
        elif isinstance(layer, layers.Dense):
            total += int(np.prod(layer.kernel.shape))
    return total


def build_seed(normalization: type | None = layers.BatchNormalization) -> keras.Model:
    """Return the small network that the project began with: 6,586,408 parameters."""
    del normalization  # it has none
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


def build_se_resnet_teacher(normalization: type | None = layers.BatchNormalization) -> keras.Model:
    """Return a small residual network with squeeze-and-excitation, for 48x48 gray chips."""
    stages = ((48, 2), (96, 2), (192, 2))
    return residual_network("se-resnet-teacher", 48, 32, stages, 0.3, normalization)


def build_se_resnet(normalization: type | None = layers.BatchNormalization) -> keras.Model:
    """Return the same kind of network with a quarter of the arithmetic, for 40x40 gray chips.

    It learns two truths (`model.truths`) and, in its second part, from the other one's answers.
    """
    return residual_network("se-resnet", 40, 16, ((24, 1), (64, 2), (144, 2)), 0.2, normalization)


def residual_network(
    name: str,
    side: int,
    first: int,
    stages: Sequence[tuple[int, int]],
    dropout: float,
    normalization: type | None,
) -> keras.Model:
    """Return a residual network with squeeze-and-excitation, for gray chips.

    After He et al. (2016) and Hu et al. (2018). Each chip is brought to mean 0 and deviation 1
    first, so that exposure and contrast of the camera matter little.

    Args:
        name: Of the network.
        side: Of a chip, in pixels.
        first: Filters of the first convolution, at full size.
        stages: Filters and residual blocks of each stage; each halves the size.
        dropout: Share of the features that are left out in training.
        normalization: The class of its batch normalization; None for none.
    """
    chip = keras.Input((side, side, 1), name="chip")
    x = layers.LayerNormalization(
        axis=(1, 2, 3), center=False, scale=False, epsilon=1e-4, dtype="float32", name="standardize"
    )(chip)
    x = _convolution(x, first, normalization)
    for filters, n_blocks in stages:
        x = _convolution(x, filters, normalization, stride=2)
        for _ in range(n_blocks):
            x = _residual_block(x, filters, normalization)
    x = layers.GlobalAveragePooling2D(name="features")(x)
    x = layers.Dropout(dropout)(x)
    # In full precision: probabilities in half precision are too coarse for the loss.
    x = layers.Dense(N_LABELS, activation="softmax", dtype="float32", name="probabilities")(x)
    return keras.Model(chip, x, name=name)


def _convolution(
    x: Any,  # noqa: ANN401
    filters: int,
    normalization: type | None,
    stride: int = 1,
) -> Any:  # noqa: ANN401
    return layers.ReLU()(_normalized_convolution(x, filters, normalization, stride))


def _normalized_convolution(
    x: Any,  # noqa: ANN401
    filters: int,
    normalization: type | None,
    stride: int = 1,
) -> Any:  # noqa: ANN401
    x = layers.Conv2D(filters, 3, stride, padding="same", use_bias=normalization is None)(x)
    return x if normalization is None else normalization()(x)


def _residual_block(x: Any, filters: int, normalization: type | None) -> Any:  # noqa: ANN401
    y = _convolution(x, filters, normalization)
    y = _normalized_convolution(y, filters, normalization)
    weights = layers.GlobalAveragePooling2D(keepdims=True)(y)
    weights = layers.Conv2D(filters // 8, 1, activation="relu")(weights)
    weights = layers.Conv2D(filters, 1, activation="sigmoid")(weights)
    return layers.ReLU()(layers.Add()([x, layers.Multiply()([y, weights])]))


NETWORKS: dict[str, Network] = {
    "se-resnet": Network(
        build_se_resnet,
        # 0.85 of the detector's box: what FER2013's pictures show of a face, at nearly their size.
        ChipFormat(height=40, width=40, channels=1, margin=-0.075),
        "Residual network with squeeze-and-excitation on 40x40 gray chips.",
        version="8",
        mirror_average=True,
        leans=True,
    ),
    "se-resnet-teacher": Network(
        build_se_resnet_teacher,
        ChipFormat(height=48, width=48, channels=1),
        "Residual network with squeeze-and-excitation on 48x48 gray chips; it teaches the smaller "
        "one.",
        version="4",
        mirror_average=True,
        # Measured from 0 to 0.6: each step lifts the balanced accuracy on every set, most on those
        # from outside; up to here FER+ Valid loses one point of accuracy, from here on more.
        evenness=0.4,
    ),
    "seed": Network(
        build_seed,
        ChipFormat(height=100, width=100, channels=3),
        "Three convolutions (16, 32, 64), dense 1024, softmax 8; the network the project began "
        "with.",
    ),
}
