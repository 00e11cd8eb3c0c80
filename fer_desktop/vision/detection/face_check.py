"""Decides about boxes that may hold a face: is it one, where exactly, how is it turned and covered?

A small network of our own, run with LiteRT. Cascades find, it decides.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import ModelError, one_line
from fer_desktop.system.native_noise import silenced
from fer_desktop.vision.detection.check_chips import (
    CHIP_PX,
    Boxes,
    GrayImage,
    GrayLevels,
    cut_chips,
    moved,
)
from fer_desktop.vision.detection.check_spec import ANSWERS, ROLL_DEG, TURN_DEG, load_check_spec
from fer_desktop.vision.recognition.model_spec import LITERT_FILE

Values = NDArray[np.float64]
_AT_ONCE: Final = 32
"""Chips a run: larger batches leave the processor's cache."""


@dataclass(frozen=True, eq=False)
class FaceChecks:
    """What the check says about n boxes.

    Attributes:
        probability: (n,) float64 in [0, 1], honest: that the box holds a face.
        boxes: (n, 4) float64, squares where the faces are, in the cascades' framing, in pixels of
            the picture; they may reach beyond it. Without meaning where there is no face.
        roll_deg: (n,) how much further the head is turned counter-clockwise in the picture than the
            tilt that was given.
        turn_deg: (n,) how far the head is turned to the person's left, which is the right of the
            picture: 0 is frontal, 90 and -90 are profiles. Coarse.
        lower_covered: (n,) in [0, 1]: that mouth and chin are behind a mask, a hand or the like.
        upper_covered: (n,) in [0, 1]: that the eyes are behind dark glasses, hair or the like.
    """

    probability: Values
    boxes: Boxes
    roll_deg: Values
    turn_deg: Values
    lower_covered: Values
    upper_covered: Values


class FaceCheck:
    """The check with its LiteRT interpreter. It belongs to the thread that made it."""

    def __init__(self, directory: Path) -> None:
        """Load the model in a directory, `app.paths.face_check()`.

        Raises:
            ModelError: A file is missing, damaged or not as model.json says.
        """
        self.spec = load_check_spec(directory)
        # Bytes instead of a path: non-ASCII paths fail on Windows.
        content = self.spec.read_file(LITERT_FILE)
        self._path = directory / LITERT_FILE
        try:
            from ai_edge_litert.interpreter import Interpreter
        except ImportError as error:
            raise ModelError(
                "The LiteRT engine, which the face check needs, is not installed, or not made for "
                "this computer."
            ) from error
        try:
            with silenced():
                self._interpreter = Interpreter(model_content=content, num_threads=1)
                self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError, MemoryError) as error:
            raise ModelError(f"{self._path}: LiteRT can't load it ({one_line(error)}).") from error
        inputs = self._interpreter.get_input_details()
        outputs = self._interpreter.get_output_details()
        found = [
            (tuple(int(n) for n in detail["shape"][1:]), np.dtype(detail["dtype"]).name)
            for detail in (*inputs, *outputs)
        ]
        if found != [((CHIP_PX, CHIP_PX, 1), "float32"), ((len(ANSWERS),), "float32")]:
            raise ModelError(
                f"{self._path}: expected one float32 input {(CHIP_PX, CHIP_PX, 1)} and one output "
                f"{(len(ANSWERS),)}, found {found}."
            )
        self._input, self._output = inputs[0]["index"], outputs[0]["index"]
        self._size = int(inputs[0]["shape"][0])

    def check(
        self,
        image: NDArray[np.uint8] | GrayLevels,
        boxes: Boxes,
        tilts_deg: Values | None = None,
        *,
        in_mirror: bool = False,
    ) -> FaceChecks:
        """Return what the check says about boxes in a picture.

        Args:
            image: (H, W, 3) uint8 BGR or (H, W) gray; or the levels of it, where it is looked at
                more than once.
            boxes: (n, 4) x1, y1, x2, y2 in pixels, framed as the cascades frame; they may be up to
                a third of their side away from the face.
            tilts_deg: (n,) about how far the heads are turned counter-clockwise; None is upright.
            in_mirror: Look at mirror images; what is said is of the picture as it is all the same.

        Raises:
            ModelError: LiteRT can't run the model.
        """
        boxes = np.asarray(boxes, np.float64).reshape(-1, 4)
        tilts = np.zeros(len(boxes)) if tilts_deg is None else np.asarray(tilts_deg, np.float64)
        levels = image if isinstance(image, GrayLevels) else GrayLevels(image)
        chips = cut_chips(levels, boxes, tilts)
        answers = self.answers(chips[:, :, ::-1] if in_mirror else chips)
        face, right, down, growth, roll, turn, lower, upper = answers.T
        if in_mirror:
            right, roll, turn = -right, -roll, -turn
        return FaceChecks(
            probability=_sigmoid(self.spec.slope * face + self.spec.offset),
            boxes=moved(boxes, tilts, np.stack([right, down, growth], axis=1)),
            roll_deg=ROLL_DEG * roll,
            turn_deg=np.clip(TURN_DEG * turn, -90.0, 90.0),
            lower_covered=_sigmoid(lower),
            upper_covered=_sigmoid(upper),
        )

    def probabilities(self, chips: GrayImage) -> Values:
        """Return (n,) how likely (n, 40, 40) uint8 chips hold a face.

        Raises:
            ModelError: LiteRT can't run the model.
        """
        return _sigmoid(self.spec.slope * self.answers(chips)[:, 0] + self.spec.offset)

    def answers(self, chips: GrayImage) -> Values:
        """Return (n, 8) float64, what the network answers for (n, 40, 40) uint8 chips.

        Raises:
            ModelError: LiteRT can't run the model.
        """
        rows = np.empty((len(chips), len(ANSWERS)))
        try:
            for start in range(0, len(chips), _AT_ONCE):
                some = chips[start : start + _AT_ONCE]
                if len(some) != self._size:
                    self._interpreter.resize_tensor_input(
                        self._input, (len(some), CHIP_PX, CHIP_PX, 1)
                    )
                    self._interpreter.allocate_tensors()
                    self._size = len(some)
                self._interpreter.set_tensor(self._input, some[..., np.newaxis].astype(np.float32))
                self._interpreter.invoke()
                rows[start : start + len(some)] = self._interpreter.get_tensor(self._output)
        except (ValueError, RuntimeError) as error:
            raise ModelError(f"{self._path}: LiteRT can't run it ({one_line(error)}).") from error
        return rows


def _sigmoid(values: Values) -> Values:
    return np.asarray(0.5 + 0.5 * np.tanh(values / 2), np.float64)
