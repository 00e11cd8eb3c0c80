"""A teacher: what a larger, finished network answers is learned beside the labels.

A teacher's answers say which other expressions a picture resembles, which a label can't say, and a
small network learns more from both than from labels alone (Hinton et al., 2015). The teacher looks
at each picture once, as it is; the student sees it changed at random.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.types import ImageBGR
from fer_desktop.system import paths
from fer_desktop.vision.recognition.engine_keras import load_network
from fer_desktop.vision.recognition.model_spec import load_spec
from fer_desktop.vision.recognition.preprocess import ChipFormat, whole_picture_chip

_AT_ONCE = 256


def taught_targets(
    targets: NDArray[np.float32], pictures: Sequence[ImageBGR], teacher: str, share: float
) -> NDArray[np.float32]:
    """Return the targets (n, 8), of which this share is what the teacher answers.

    Args:
        targets: (n, 8) label shares, each row with sum 1.
        pictures: The n pictures, uint8 BGR face crops.
        teacher: Name or directory of a finished model.
        share: 0 keeps the targets, 1 learns from the teacher alone.

    Raises:
        ModelError: There is no such model, or it can't be loaded.
    """
    spec = load_spec(paths.model_directory(teacher))
    network = load_network(spec)
    answers = np.empty_like(targets)
    with tqdm(total=len(pictures), desc=f"Asking {spec.name}", unit="px") as bar:
        for first in range(0, len(pictures), _AT_ONCE):
            part = pictures[first : first + _AT_ONCE]
            answers[first : first + len(part)] = _answers(network, part, spec.chip_format)
            bar.update(len(part))
    return np.asarray((1 - share) * targets + share * answers, np.float32)


def name_of(teacher: str) -> str:
    """Return name and version of a teacher: what a training tells of it, wherever it lies.

    "" is none, and stays it.

    Raises:
        ModelError: There is no such model.
    """
    if not teacher:
        return ""
    spec = load_spec(paths.model_directory(teacher))
    return f"{spec.name} {spec.version}"


def _answers(
    network: Any,  # noqa: ANN401 - Keras has no types
    pictures: Sequence[ImageBGR],
    chip_format: ChipFormat,
) -> NDArray[np.float32]:
    chips = np.stack([whole_picture_chip(picture, chip_format) for picture in pictures])
    return np.asarray(network.predict(chips, batch_size=_AT_ONCE, verbose=0), np.float32)
