"""`model.json` of a face check: what its answers mean and how sure they are.

The spec is checked when it is loaded; a mismatch names the file, the expected and the found value.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.detection.check_chips import AROUND, CHIP_PX
from fer_desktop.vision.recognition.model_spec import LITERT_FILE
from fer_desktop.vision.recognition.spec_reader import read_checked, read_spec

SCHEMA: Final = 1
ANSWERS: Final = ("face", "right", "down", "growth", "roll", "turn", "lower", "upper")
"""What the network answers for a chip, in this order.

`face`, `lower` and `upper` are logits; `right` and `down` shares of the box's side, `growth` a
natural logarithm; `roll` is in parts of 45 degrees and `turn` in parts of 90.
"""
ROLL_DEG: Final = 45.0
TURN_DEG: Final = 90.0


@dataclass(frozen=True)
class CheckSpec:
    """What `model.json` says.

    Attributes:
        directory: Where the model lies.
        name: Short name.
        version: Version of the weights.
        slope: The logit of `face` times this, plus `offset`, is the logit of an honest probability
            (Platt, 1999).
        offset: See `slope`.
        sha256: Of each file of the model, by file name.
    """

    directory: Path
    name: str
    version: str
    slope: float
    offset: float
    sha256: dict[str, str]

    def read_file(self, name: str) -> bytes:
        """Return the bytes of one of the model's files, after its checksum was found right.

        Raises:
            ModelError: The file is missing, or is not the one that model.json speaks of.
        """
        return read_checked(self.directory / SPEC_FILE, name, self.sha256.get(name))


def load_check_spec(directory: Path) -> CheckSpec:
    """Return the checked spec of a face check's directory.

    Raises:
        ModelError: With one sentence that names the file, the expected and the found value.
    """
    reader = read_spec(directory / SPEC_FILE)
    reader.whole_number("schema", SCHEMA, SCHEMA)
    answers = reader.texts("answers")
    if answers != ANSWERS:
        raise reader.fail("answers", ", ".join(ANSWERS), list(answers))
    given = reader.sub("input")
    given.whole_number("side", CHIP_PX, CHIP_PX)
    given.number("around", AROUND, AROUND)
    calibration = reader.sub("calibration")
    return CheckSpec(
        directory=directory,
        name=reader.text("name", 100),
        version=reader.text("version", 100),
        slope=calibration.number("slope", 0.01, 100),
        offset=calibration.number("offset", -100, 100),
        sha256=reader.checksums(LITERT_FILE),
    )
