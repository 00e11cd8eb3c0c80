"""FER Desktop: reads facial expressions live from a webcam, on this computer alone.

From Python, `Analyzer` finds faces in pictures, videos and cameras and says what each looks like:

>>> from fer_desktop import Analyzer
>>> analyzer = Analyzer()
>>> for face in analyzer.analyze("astronaut.jpg"):
...     print(face.label, round(face.confidence, 1))
happiness 0.9

`draw` draws results into a picture, `to_pandas` and `to_supervision` make tables and detections of
them, `LiveOutput` hands them to other programs while they come. Results are `RecognizedFace`,
`AnalyzedFrame`, `Expression`, `Frame`, `Face` and `BoundingBox`; `LABELS` are the eight expressions
in the order of all arrays. Every error is a `FerError`.

These are guesses about what faces look like, made by a network that is often wrong.
"""

import importlib
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from fer_desktop.api.analyzer import Analyzer
    from fer_desktop.api.drawing import draw
    from fer_desktop.api.pandas_table import to_pandas
    from fer_desktop.api.supervision_detections import to_supervision
    from fer_desktop.core.errors import (
        CameraError,
        DataError,
        FerError,
        ImageError,
        ModelError,
        NoPictureError,
        SessionError,
        SettingsError,
        SourceError,
    )
    from fer_desktop.core.geometry import BoundingBox
    from fer_desktop.core.labels import LABELS, UNCERTAIN
    from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
    from fer_desktop.export.streams.live_output import LiveOutput

__version__ = "0.1.0"
__all__ = [
    "LABELS",
    "UNCERTAIN",
    "AnalyzedFrame",
    "Analyzer",
    "BoundingBox",
    "CameraError",
    "DataError",
    "Expression",
    "Face",
    "FerError",
    "Frame",
    "ImageError",
    "LiveOutput",
    "ModelError",
    "NoPictureError",
    "RecognizedFace",
    "SessionError",
    "SettingsError",
    "SourceError",
    "__version__",
    "draw",
    "to_pandas",
    "to_supervision",
]

_IN: Final = {
    "fer_desktop.api.analyzer": ("Analyzer",),
    "fer_desktop.api.drawing": ("draw",),
    "fer_desktop.api.pandas_table": ("to_pandas",),
    "fer_desktop.api.supervision_detections": ("to_supervision",),
    "fer_desktop.core.geometry": ("BoundingBox",),
    "fer_desktop.core.labels": ("LABELS", "UNCERTAIN"),
    "fer_desktop.core.types": ("AnalyzedFrame", "Expression", "Face", "Frame", "RecognizedFace"),
    "fer_desktop.export.streams.live_output": ("LiveOutput",),
    "fer_desktop.core.errors": tuple(name for name in __all__ if name.endswith("Error")),
}
_PLACES: Final = {name: module for module, names in _IN.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the signature that PEP 562 asks for
    # Lazy, so that `import fer_desktop` costs nothing and loads neither Qt nor TensorFlow.
    if name in _PLACES:
        return getattr(importlib.import_module(_PLACES[name]), name)
    # With its name and place, so that Python asks whether another one was meant.
    raise AttributeError(
        f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__]
    )


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
