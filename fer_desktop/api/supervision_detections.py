"""Results as `supervision.Detections`, for its annotators, zones and sinks."""

from typing import TYPE_CHECKING, Any

import numpy as np

from fer_desktop.api.results import Faces, faces_in
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.labels import N_LABELS
from fer_desktop.sessions.statistics import SHOWN_LABELS

if TYPE_CHECKING:
    import supervision


def to_supervision(faces: Faces) -> "supervision.Detections":
    """Return faces as `supervision.Detections`.

    `class_id` counts `LABELS`, and 8 is `uncertain`; `class_name`, `valence` and the eight
    `probabilities` stand in `data`; `tracker_id` is there where all faces have a number.

    >>> from fer_desktop import Analyzer, to_supervision
    >>> detections = to_supervision(Analyzer().analyze("astronaut.jpg"))  # doctest: +SKIP
    >>> detections.data["class_name"].tolist()  # doctest: +SKIP
    ['happiness']

    Args:
        faces: What was found in a picture, one face, or a frame of a video.

    Raises:
        TypeError: These are no faces of one picture.
        SettingsError: The package supervision is not installed.
    """
    try:
        import supervision
    except ImportError as error:
        raise SettingsError(
            f"to_supervision needs supervision ({error}); install it with 'pip install "
            "supervision'."
        ) from error
    return supervision.Detections(**detections_of(faces))


def detections_of(faces: Faces) -> dict[str, Any]:
    """Return the arrays of `supervision.Detections` by name."""
    found = faces_in(faces, "to_supervision")
    labels = [face.label for face in found]
    numbers = [face.track_id for face in found]
    rows = [face.raw.probabilities for face in found]
    return {
        "xyxy": np.array([face.box for face in found], np.float32).reshape(-1, 4),
        "confidence": np.array([face.confidence for face in found], np.float32),
        "class_id": np.array([SHOWN_LABELS.index(label) for label in labels], int),
        "tracker_id": None if None in numbers or not numbers else np.array(numbers, int),
        "data": {
            "class_name": np.array(labels, str),
            "valence": np.array([face.valence for face in found], np.float32),
            "probabilities": np.array(rows, np.float32).reshape(-1, N_LABELS),
        },
    }
