"""A LiteRT network as features and a last layer: what it sees before it decides, and the decision.

Only the last layer can be exchanged: its numbers are replaced in the file by as many others.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import ModelError, one_line
from fer_desktop.core.labels import N_LABELS
from fer_desktop.system.native_noise import silenced
from fer_desktop.vision.recognition.classifier import Chips, Probabilities
from fer_desktop.vision.recognition.model_spec import LITERT_FILE, ModelSpec

Features = NDArray[np.float32]
"""(n, F) float32: what the last layer is given."""

_KINDS: Final = (np.dtype(np.float16), np.dtype(np.float32))
_ALIKE: Final = 1e-3
"""The network's own answer and the one from its features differ by no more."""


@dataclass(frozen=True, eq=False)
class LastLayer:
    """What turns features into the logits of the eight expressions.

    Attributes:
        weights: (8, F) float32.
        bias: (8,) float32.
    """

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, features: Features) -> Probabilities:
        """Return (n, 8) float32, the softmax of the logits, for (n, F) features."""
        return softmax(features @ self.weights.T + self.bias)


@dataclass(frozen=True)
class _Place:
    """Where numbers of the layer stand in the file."""

    offset: int
    kind: np.dtype[Any]
    shape: tuple[int, ...]

    def patch(self, content: bytearray, values: NDArray[np.float32]) -> None:
        stored = np.ascontiguousarray(values.reshape(self.shape), self.kind).tobytes()
        content[self.offset : self.offset + len(stored)] = stored


class OpenedNetwork:
    """A network whose features can be read. It belongs to the thread that made it.

    Attributes:
        layer: Its last layer.
    """

    def __init__(self, spec: ModelSpec) -> None:
        """Open the model's `model.tflite`.

        Raises:
            ModelError: It can't be loaded, or its last layer is none that could be exchanged.
        """
        self._path = spec.directory / LITERT_FILE
        self._content = spec.read_file(LITERT_FILE)
        self._shape = spec.chip_format.shape
        self._both_sides = spec.mirror_average
        plain = _interpreter(self._content, self._path, is_plain=True)
        self._find_layer(plain)
        self._interpreter = _interpreter(self._content, self._path, is_plain=False)
        self._input = self._interpreter.get_input_details()[0]["index"]
        outputs = self._interpreter.get_output_details()
        named = [each["index"] for each in outputs if tuple(each["shape"]) == (1, N_LABELS)]
        if not named:
            raise self._refusal("it has no output of eight numbers")
        self._output = named[0]
        middle = np.full((1, *self._shape), (spec.chip_format.low + spec.chip_format.high) / 2)
        own, features = self._run(middle.astype(np.float32)[0])
        again = self.layer.probabilities(features[np.newaxis])[0]
        if np.abs(own - again).max() > _ALIKE:
            raise self._refusal("its answer does not follow from its last layer")

    @property
    def n_sides(self) -> int:
        """How often a face is looked at: twice where the mirror image counts too."""
        return 2 if self._both_sides else 1

    def features(self, chips: Chips) -> Features:
        """Return (n, sides, F) float32 for (n, H, W, C) chips, of the mirror image second.

        Raises:
            ModelError: The network can't be run.
        """
        rows = []
        for chip in chips:
            sides = (chip, chip[:, ::-1])[: self.n_sides]
            rows.append([self._run(side)[1] for side in sides])
        return np.asarray(rows, np.float32)

    def stored(self, layer: LastLayer) -> LastLayer:
        """Return a layer as it is once it stands in the file, whose numbers may be coarser."""
        return LastLayer(
            layer.weights.astype(self._weights.kind).astype(np.float32),
            layer.bias.astype(self._bias.kind).astype(np.float32),
        )

    def with_layer(self, layer: LastLayer) -> bytes:
        """Return the file with another last layer, all else as it is."""
        content = bytearray(self._content)
        self._weights.patch(content, layer.weights)
        self._bias.patch(content, layer.bias)
        return bytes(content)

    def _run(self, chip: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the network's own (8,) answer and the (F,) features before it."""
        runs = self._interpreter
        try:
            runs.set_tensor(self._input, np.ascontiguousarray(chip[np.newaxis]))
            runs.invoke()
            own = np.asarray(runs.get_tensor(self._output), np.float32).ravel()
            features = np.asarray(runs.get_tensor(self._before), np.float32).ravel()
        except (ValueError, RuntimeError) as error:
            raise ModelError(f"{self._path}: LiteRT can't run it ({one_line(error)}).") from error
        return own, features

    def _find_layer(self, plain: Any) -> None:  # noqa: ANN401 - LiteRT has no types
        steps: Sequence[dict[str, Any]] = plain._get_ops_details()  # noqa: SLF001 - no other way
        dense = [step for step in steps if step["op_name"] == "FULLY_CONNECTED"]
        inputs = [int(n) for n in dense[-1]["inputs"]] if dense else []
        if len(inputs) != 3 or inputs[2] < 0:
            raise self._refusal("it has no last layer with weights and a bias")
        self._before = inputs[0]
        made_by = {int(out): step for step in steps for out in step["outputs"]}
        self._weights, weights = self._place(plain, inputs[1], made_by)
        self._bias, bias = self._place(plain, inputs[2], made_by)
        if weights.ndim != 2 or len(weights) != N_LABELS or bias.shape != (N_LABELS,):
            raise self._refusal(f"its last layer is {weights.shape} and gives no eight numbers")
        self.layer = LastLayer(weights, bias)

    def _place(
        self,
        plain: Any,  # noqa: ANN401
        tensor: int,
        made_by: dict[int, dict[str, Any]],
    ) -> tuple[_Place, NDArray[np.float32]]:
        """Return where a constant stands in the file, and its values."""
        step = made_by.get(tensor)
        if step is not None and step["op_name"] == "DEQUANTIZE":
            tensor = int(step["inputs"][0])  # stored with half the bytes
        values = np.asarray(plain.get_tensor(tensor))
        if values.dtype not in _KINDS:
            raise self._refusal(f"its last layer is stored as {values.dtype}")
        wanted = values.tobytes()
        offset = self._content.find(wanted)
        if offset < 0 or self._content.find(wanted, offset + 1) >= 0:
            raise self._refusal("its last layer is not found in the file exactly once")
        return _Place(offset, values.dtype, values.shape), values.astype(np.float32)

    def _refusal(self, why: str) -> ModelError:
        return ModelError(f"{self._path}: this model can't be taught here, for {why}.")


def softmax(logits: NDArray[np.floating]) -> Probabilities:
    """Return (n, 8) float32 rows that sum to 1 for (n, 8) logits."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def _interpreter(content: bytes, path: object, *, is_plain: bool) -> Any:  # noqa: ANN401
    """Return an interpreter that keeps what it works out in between.

    A plain one is slow, and shows each step as the file has it.
    """
    try:
        from ai_edge_litert.interpreter import Interpreter, OpResolverType
    except ImportError as error:
        raise ModelError(
            "Teaching needs the LiteRT engine, which is not installed or not made for this "
            "computer."
        ) from error
    kind = OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES if is_plain else OpResolverType.AUTO
    try:
        # It warns of the memory that the steps in between take, which is little at this size.
        with silenced(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = Interpreter(
                model_content=content,
                num_threads=1,
                experimental_op_resolver_type=kind,
                experimental_preserve_all_tensors=True,
            )
            made.allocate_tensors()
    except (ValueError, RuntimeError, MemoryError) as error:
        raise ModelError(f"{path}: LiteRT can't load it ({one_line(error)}).") from error
    return made
