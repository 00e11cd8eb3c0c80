"""The eight expressions, in the one order used by every array, file and table."""

from typing import Final

LABELS: Final = (
    "anger",
    "contempt",
    "disgust",
    "fear",
    "happiness",
    "neutral",
    "sadness",
    "surprise",
)
N_LABELS: Final = len(LABELS)

UNCERTAIN: Final = "uncertain"
"""The label given when the strongest probability is below the chosen threshold."""

INDEX: Final = {label: index for index, label in enumerate(LABELS)}
