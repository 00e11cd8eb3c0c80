"""A model directory: `model.json`, which says all that code would otherwise guess, and its files.

The spec is checked when it is loaded; a mismatch names the file, the expected and the found value.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.labels import LABELS
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.preprocess import ChipFormat
from fer_desktop.vision.recognition.spec_reader import SpecReader, read_checked, read_spec

SCHEMA: Final = 1
KERAS_FILE: Final = "model.keras"
LITERT_FILE: Final = "model.tflite"


@dataclass(frozen=True)
class ModelSpec:
    """What `model.json` says.

    Attributes:
        directory: Where the model lies.
        name: Short name, such as "seed".
        version: Version of the weights.
        description: One sentence.
        chip_format: What the network wants to see.
        temperature: Probabilities are raised to 1/temperature and scaled to sum 1, which makes
            them honest (Guo et al., 2017: temperature scaling).
        uncertain_below: The model's own threshold for `uncertain`.
        sha256: Of each file of the model, by file name.
        mirror_average: Pictures are named by the mean of the answers to the face and to its mirror
            image, which is better and takes twice as long; live video is not.
        licence: Licence of the weights.
        training_data: What the weights have seen.
        metrics: Figures by data set and split.
    """

    directory: Path
    name: str
    version: str
    description: str
    chip_format: ChipFormat
    temperature: float
    uncertain_below: float
    sha256: dict[str, str]
    mirror_average: bool = False
    licence: str = ""
    training_data: tuple[str, ...] = ()
    metrics: dict[str, Any] = field(default_factory=dict)

    def read_file(self, name: str) -> bytes:
        """Return the bytes of one of the model's files, after its checksum was found right.

        Raises:
            ModelError: The file is missing, or is not the one that model.json speaks of.
        """
        return read_checked(self.directory / SPEC_FILE, name, self.sha256.get(name))


def load_spec(directory: Path) -> ModelSpec:
    """Return the checked spec of a model directory.

    Raises:
        ModelError: With one sentence that names the file, the expected and the found value.
    """
    reader = read_spec(directory / SPEC_FILE)
    if reader.value("schema", int, str(SCHEMA)) != SCHEMA:
        raise reader.fail("schema", str(SCHEMA), reader.value("schema", int, ""))
    labels = reader.value("labels", list, "the eight labels")
    if labels != list(LABELS):
        raise reader.fail("labels", ", ".join(LABELS), labels)
    return ModelSpec(
        directory=directory,
        name=reader.text("name", 100),
        version=reader.text("version", 100),
        description=reader.text("description"),
        chip_format=_chip_format(reader),
        temperature=reader.number("temperature", 0.05, 20),
        uncertain_below=reader.number("uncertain_below", 0, 1),
        sha256=reader.checksums(LITERT_FILE),
        mirror_average=reader.flag("mirror_average"),
        licence=reader.text("licence"),
        training_data=reader.texts("training_data"),
        metrics=reader.value("metrics", dict, "an object"),
    )


def _chip_format(reader: SpecReader) -> ChipFormat:
    given = reader.sub("input")
    channels = given.whole_number("channels", 1, 3)
    order = {1: "gray", 3: "rgb"}.get(channels)
    if order is None:
        raise given.fail("input.channels", "1 or 3", channels)
    if given.text("color_order") != order:
        raise given.fail("input.color_order", order, given.text("color_order"))
    try:
        return ChipFormat(
            height=given.whole_number("height", 8, 1024),
            width=given.whole_number("width", 8, 1024),
            channels=channels,
            low=given.number("low", -1e6, 1e6),
            high=given.number("high", -1e6, 1e6),
            margin=reader.number("crop_margin", -0.25, 1),
        )
    except ValueError as error:
        raise given.fail("input", "a possible format", str(error)) from error
