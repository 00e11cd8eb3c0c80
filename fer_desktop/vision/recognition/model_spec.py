"""A model directory: `model.json`, which says all that code would otherwise guess, and its files.

The spec is checked when it is loaded; a mismatch names the file, the expected and the found value.
"""

import hashlib
import json
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import ModelError, one_line
from fer_desktop.core.labels import LABELS
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.preprocess import ChipFormat

SCHEMA: Final = 1
KERAS_FILE: Final = "model.keras"
LITERT_FILE: Final = "model.tflite"
_MAX_SPEC_BYTES: Final = 1_000_000
_MAX_FILE_BYTES: Final = 1_000_000_000


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
        path = self.directory / name
        expected = self.sha256.get(name)
        if expected is None:
            raise ModelError(f"{self.directory / SPEC_FILE}: it has no sha256 for {name}.")
        try:
            _check_size(path, _MAX_FILE_BYTES)
            content = path.read_bytes()
        except OSError as error:
            raise ModelError(f"{path}: the model file can't be read ({error.strerror}).") from error
        found = hashlib.sha256(content).hexdigest()
        if found != expected:
            raise ModelError(
                f"{path}: the file does not match {SPEC_FILE}; expected sha256 {expected}, "
                f"found {found}."
            )
        return content


class _Reader:
    """Takes typed values out of the parsed file, or says what is wrong with them."""

    def __init__(self, path: Path, values: object) -> None:
        self._path = path
        if not isinstance(values, dict):
            raise ModelError(f"{path}: expected a JSON object, found {type(values).__name__}.")
        self._values = values

    def fail(self, key: str, expected: str, found: object) -> ModelError:
        try:
            told = repr(found)
        except RecursionError:
            told = "lists in lists in lists"
        key, told = one_line(key), one_line(told, 500)
        return ModelError(f"{self._path}: {key}: expected {expected}, found {told}.")

    def sub(self, key: str) -> "_Reader":
        return _Reader(self._path, self.value(key, dict, "an object"))

    def value(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:  # noqa: ANN401
        if key not in self._values:
            raise ModelError(f"{self._path}: {key} is missing; expected {expected}.")
        value = self._values[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.fail(key, expected, value)
        return value

    def text(self, key: str, most: int = 1000) -> str:
        value = self.value(key, str, "a text")
        if len(value) > most or not value.isprintable():
            raise self.fail(key, f"a text of one line, at most {most} characters", value)
        return str(value)

    def flag(self, key: str) -> bool:
        """Return a value that may be missing, as it is in older files: then it is false."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(key, "true or false", value)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.value(key, list, "a list")
        for value in values:
            if not isinstance(value, str) or len(value) > 1000 or not value.isprintable():
                raise self.fail(key, "a list of texts, each of one short line", values)
        return tuple(values)

    def number(self, key: str, low: float, high: float) -> float:
        expected = f"a number from {low:g} to {high:g}"
        value = self.value(key, (int, float), expected)
        # Compared before it becomes a float, for which a whole number can be too large.
        if not low <= value <= high:
            raise self.fail(key, expected, value)
        return float(value)

    def whole_number(self, key: str, low: int, high: int) -> int:
        expected = f"a whole number from {low} to {high}"
        value = self.value(key, int, expected)
        if not low <= value <= high:
            raise self.fail(key, expected, value)
        return int(value)


def load_spec(directory: Path) -> ModelSpec:
    """Return the checked spec of a model directory.

    Raises:
        ModelError: With one sentence that names the file, the expected and the found value.
    """
    path = directory / SPEC_FILE
    reader = _Reader(path, _parse(path))
    if reader.value("schema", int, str(SCHEMA)) != SCHEMA:
        raise reader.fail("schema", str(SCHEMA), reader.value("schema", int, ""))
    labels = reader.value("labels", list, "the eight labels")
    if labels != list(LABELS):
        raise reader.fail("labels", ", ".join(LABELS), labels)
    hashes = reader.value("sha256", dict, "an object of file names and checksums")
    if LITERT_FILE not in hashes:
        raise reader.fail("sha256", f"a checksum for {LITERT_FILE}", sorted(hashes))
    for name, digest in hashes.items():
        if not re.fullmatch(r"\w[\w.-]{0,99}", name, re.ASCII):
            raise reader.fail("sha256", "names of files in this folder", name)
        if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
            raise reader.fail(f"sha256 of {name}", "64 hexadecimal digits", digest)
    return ModelSpec(
        directory=directory,
        name=reader.text("name", 100),
        version=reader.text("version", 100),
        description=reader.text("description"),
        chip_format=_chip_format(reader),
        temperature=reader.number("temperature", 0.05, 20),
        uncertain_below=reader.number("uncertain_below", 0, 1),
        sha256=hashes,
        mirror_average=reader.flag("mirror_average"),
        licence=reader.text("licence"),
        training_data=reader.texts("training_data"),
        metrics=reader.value("metrics", dict, "an object"),
    )


def _chip_format(reader: _Reader) -> ChipFormat:
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


def _parse(path: Path) -> object:
    try:
        _check_size(path, _MAX_SPEC_BYTES)
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            f"{path}: the file is missing. The folder of a model has {SPEC_FILE} in it."
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path}: not readable as JSON ({one_line(error)}).") from error


def _check_size(path: Path, most: int) -> None:
    info = path.stat()
    if not stat.S_ISREG(info.st_mode):
        # A pipe would be waited for, a device never end.
        raise ModelError(f"{path}: this is no ordinary file.")
    if info.st_size > most:
        raise ModelError(f"{path}: far too large for a {path.name}.")
