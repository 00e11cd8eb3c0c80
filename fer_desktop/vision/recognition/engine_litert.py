"""Runs `model.tflite` with LiteRT: no TensorFlow, starts in a tenth of a second."""

import numpy as np

from fer_desktop.core.errors import ModelError, one_line
from fer_desktop.core.labels import N_LABELS
from fer_desktop.system.native_noise import silenced
from fer_desktop.vision.recognition.classifier import Chips, Probabilities
from fer_desktop.vision.recognition.model_spec import LITERT_FILE, ModelSpec

_MARK = b"TFL3"
"""Stands at the fifth byte of every LiteRT file."""


class LiteRTEngine:
    """A LiteRT interpreter. It belongs to the thread that made it."""

    def __init__(self, spec: ModelSpec) -> None:
        # The parser takes damaged files and computes nonsense, so the checksum comes first. Bytes
        # instead of a path: non-ASCII paths fail on Windows.
        self._spec = spec
        content = spec.read_file(LITERT_FILE)
        self._path = path = spec.directory / LITERT_FILE
        if content[4:8] != _MARK:
            raise ModelError(f"{path}: this is no LiteRT file.")
        try:
            from ai_edge_litert.interpreter import Interpreter
        except ImportError as error:
            raise ModelError(
                "The LiteRT engine is not installed, or not made for this computer; "
                "use '--engine keras' with the extra 'keras' installed."
            ) from error
        try:
            # One thread: as fast as two at this size, and it leaves a core for the window.
            with silenced():
                self._interpreter = Interpreter(model_content=content, num_threads=1)
                self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError, MemoryError) as error:
            # Also layers that it does not have: custom ones, and those of TensorFlow ("Flex").
            raise ModelError(f"{path}: LiteRT can't load it ({one_line(error)}).") from error
        inputs, outputs = (
            self._interpreter.get_input_details(),
            self._interpreter.get_output_details(),
        )
        expected = (1, *spec.chip_format.shape)
        found = [tuple(int(n) for n in detail["shape"]) for detail in inputs]
        kinds = [np.dtype(detail["dtype"]).name for detail in inputs]
        if found != [expected] or kinds != ["float32"]:
            raise ModelError(
                f"{path}: expected one float32 input {expected}, found {found} of {kinds}."
            )
        shapes = [tuple(int(n) for n in detail["shape"]) for detail in outputs]
        if (1, N_LABELS) not in shapes:
            raise ModelError(f"{path}: expected an output {(1, N_LABELS)}, found {shapes}.")
        kind = outputs[shapes.index((1, N_LABELS))]["dtype"]
        if kind != np.float32:
            raise ModelError(f"{path}: expected a float32 output, found {np.dtype(kind).name}.")
        self._input = inputs[0]["index"]
        self._output = outputs[shapes.index((1, N_LABELS))]["index"]

    def run(self, chips: Chips) -> Probabilities:
        """Return (n, 8) probabilities, face by face: a batch is no faster (measured)."""
        rows = np.empty((len(chips), N_LABELS), np.float32)
        try:
            for row, chip in zip(rows, chips, strict=True):
                self._interpreter.set_tensor(self._input, chip[np.newaxis])
                self._interpreter.invoke()
                row[:] = self._interpreter.get_tensor(self._output)[0]
        except (ValueError, RuntimeError) as error:
            raise ModelError(f"{self._path}: LiteRT can't run it ({one_line(error)}).") from error
        return rows

    def twin(self) -> "LiteRTEngine":
        """Return another interpreter: one runs for one thread at a time."""
        return LiteRTEngine(self._spec)
