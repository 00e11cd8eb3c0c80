"""The program from Python, in three lines."""

import numpy as np
from numpy.typing import NDArray

from fer_desktop.app import bootstrap
from fer_desktop.core.settings import EngineName, Settings
from fer_desktop.core.types import Frame, RecognizedFace


class Analyzer:
    """Finds faces in pictures and names their expression.

    It loads the model once; keep it and call it for every picture, from the thread that made it.

        analyzer = Analyzer()
        for face in analyzer.analyze(image_bgr):
            print(face.box, face.label, face.confidence, face.probabilities)
    """

    def __init__(
        self,
        model: str = Settings.model,
        engine: EngineName = "litert",
        min_confidence: float | None = None,
    ) -> None:
        """Load a model.

        Args:
            model: Name of a bundled model, or the path of a model directory.
            engine: `litert`, or `keras`, which needs TensorFlow.
            min_confidence: Below it a label is `uncertain`; None takes the model's own threshold.

        Raises:
            ModelError: The model is unknown or damaged, or the engine is not installed.
            SettingsError: The engine or the confidence is not a possible one.
        """
        settings = Settings(model=model, engine=engine, min_confidence=min_confidence)
        self._analyzer = bootstrap.still_analyzer(settings)

    def analyze(self, image: NDArray[np.uint8]) -> list[RecognizedFace]:
        """Return the faces of a picture, largest first.

        Args:
            image: (H, W, 3) uint8, blue-green-red as OpenCV reads it. It is not changed.

        Raises:
            ValueError: The array has another shape or type.
        """
        frame = Frame(np.ascontiguousarray(image))
        return list(self._analyzer.analyze(frame).faces)
