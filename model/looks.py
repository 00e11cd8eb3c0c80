"""The look of a picture, colour or gray, and how well a network does on each.

In facial_expressions nearly all colour pictures that one may train on show disgust or sadness, and
no happiness: a network that learns this is right in training and wrong on the next film still.
"""

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.run import Answers


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
