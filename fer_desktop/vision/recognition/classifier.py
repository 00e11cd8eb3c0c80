"""Names the expression in face chips: one protocol for the engines, one class around them.

It must not know frames, boxes or detectors.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import ModelError
from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.settings import EngineName
from fer_desktop.vision.recognition.model_spec import ModelSpec

Chips = NDArray[np.float32]
Probabilities = NDArray[np.float32]


class Engine(Protocol):
    """Runs a network. Used from the thread that made it."""

    def run(self, chips: Chips) -> Probabilities:
        """Return (n, 8) float32, the softmax as the network gives it, for (n, H, W, C) chips."""
        ...

    def twin(self) -> "Engine":
        """Return one with the same network that another thread may use meanwhile.

        Raises:
            ModelError: The file can't be read any more.
        """
        ...


class Classifier:
    """A model ready for use: an engine, and the calibration that model.json asks for."""

    def __init__(
        self, spec: ModelSpec, engine: Engine, engine_name: EngineName, *, both_sides: bool = False
    ) -> None:
        """Take the parts together; `both_sides` averages over each chip and its mirror image."""
        self.spec = spec
        self.engine_name = engine_name
        self._engine, self._both_sides = engine, both_sides

    def for_pictures(self) -> "Classifier":
        """Return the same model, as careful as it may be where nobody waits for the next frame."""
        if not self.spec.mirror_average:
            return self
        return Classifier(self.spec, self._engine, self.engine_name, both_sides=True)

    def twin(self) -> "Classifier":
        """Return the same model for another thread.

        Raises:
            ModelError: Its file can't be read any more.
        """
        engine = self._engine.twin()
        return Classifier(self.spec, engine, self.engine_name, both_sides=self._both_sides)

    def classify(self, chips: Chips) -> Probabilities:
        """Return calibrated probabilities.

        Args:
            chips: (n, H, W, C) float32 in the range of `spec.chip_format`.

        Returns:
            (n, 8) float32 in the order of `LABELS`; rows sum to 1.

        Raises:
            ModelError: The network gave something else than probabilities.
            ValueError: The chips have another shape than the model's.
        """
        expected = (len(chips), *self.spec.chip_format.shape)
        if chips.shape != expected:
            raise ValueError(f"expected chips of shape {expected}, got {chips.shape}")
        if len(chips) == 0:
            return np.empty((0, N_LABELS), np.float32)
        seen = np.concatenate([chips, chips[:, :, ::-1]]) if self._both_sides else chips
        raw = self._engine.run(seen)
        sums = raw.sum(axis=1) if raw.shape == (len(seen), N_LABELS) else np.array([np.nan])
        if not (np.isfinite(sums).all() and np.abs(sums - 1).max() < 1e-3 and raw.min() >= 0):
            raise ModelError(
                f"{self.spec.directory}: the network gave no probabilities: shape {raw.shape}, "
                f"sums {sums[:3]}."
            )
        if self._both_sides:
            raw = raw.reshape(2, len(chips), N_LABELS).mean(axis=0)
        return calibrated(raw, self.spec.temperature)


def calibrated(probabilities: Probabilities, temperature: float) -> Probabilities:
    """Return softmax(log(p) / temperature): temperature scaling on probabilities, (n, 8)."""
    if temperature == 1.0:
        return probabilities
    logits = np.log(np.maximum(probabilities, 1e-12)) / temperature
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def load_classifier(spec: ModelSpec, engine_name: EngineName) -> Classifier:
    """Return the model on the chosen engine; it never falls back to the other one.

    Raises:
        ModelError: A file is missing, damaged or unfit, or the engine is not installed.
    """
    engine: Engine
    if engine_name == "keras":
        from fer_desktop.vision.recognition.engine_keras import KerasEngine

        engine = KerasEngine(spec)
    else:
        from fer_desktop.vision.recognition.engine_litert import LiteRTEngine

        engine = LiteRTEngine(spec)
    return Classifier(spec, engine, engine_name)
