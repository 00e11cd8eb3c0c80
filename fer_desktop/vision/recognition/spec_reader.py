"""Reads `model.json` value by value, and a model's files when their checksums are right.

Whatever is wrong is told in one sentence that names the file, the expected and the found value.
"""

import hashlib
import json
import re
import stat
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import ModelError, one_line

_MAX_SPEC_BYTES: Final = 1_000_000
_MAX_FILE_BYTES: Final = 1_000_000_000


class SpecReader:
    """Takes typed values out of the parsed file, or says what is wrong with them."""

    def __init__(self, path: Path, values: object) -> None:
        self._path = path
        if not isinstance(values, dict):
            raise ModelError(f"{path}: expected a JSON object, found {type(values).__name__}.")
        self._values = values

    def fail(self, key: str, expected: str, found: object) -> ModelError:
        """Return the error that says what was expected of a value and what was found."""
        try:
            told = repr(found)
        except RecursionError:
            told = "lists in lists in lists"
        key, told = one_line(key), one_line(told, 500)
        return ModelError(f"{self._path}: {key}: expected {expected}, found {told}.")

    def sub(self, key: str) -> "SpecReader":
        """Return a reader of an object in the object."""
        return SpecReader(self._path, self.value(key, dict, "an object"))

    def value(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:  # noqa: ANN401
        """Return a value of a kind."""
        if key not in self._values:
            raise ModelError(f"{self._path}: {key} is missing; expected {expected}.")
        value = self._values[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.fail(key, expected, value)
        return value

    def text(self, key: str, most: int = 1000) -> str:
        """Return a text of one line."""
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
        """Return a list of texts."""
        values = self.value(key, list, "a list")
        for value in values:
            if not isinstance(value, str) or len(value) > 1000 or not value.isprintable():
                raise self.fail(key, "a list of texts, each of one short line", values)
        return tuple(values)

    def number(self, key: str, low: float, high: float) -> float:
        """Return a number in a range."""
        expected = f"a number from {low:g} to {high:g}"
        value = self.value(key, (int, float), expected)
        # Compared before it becomes a float, for which a whole number can be too large.
        if not low <= value <= high:
            raise self.fail(key, expected, value)
        return float(value)

    def whole_number(self, key: str, low: int, high: int) -> int:
        """Return a whole number in a range."""
        expected = f"a whole number from {low} to {high}"
        value = self.value(key, int, expected)
        if not low <= value <= high:
            raise self.fail(key, expected, value)
        return int(value)

    def checksums(self, needed: str) -> dict[str, str]:
        """Return the sha256 of each file of the model by its name; one of them must be there."""
        hashes = self.value("sha256", dict, "an object of file names and checksums")
        if needed not in hashes:
            raise self.fail("sha256", f"a checksum for {needed}", sorted(hashes))
        for name, digest in hashes.items():
            if not re.fullmatch(r"\w[\w.-]{0,99}", name, re.ASCII):
                raise self.fail("sha256", "names of files in this folder", name)
            if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
                raise self.fail(f"sha256 of {name}", "64 hexadecimal digits", digest)
        return dict(hashes)


def read_spec(path: Path) -> SpecReader:
    """Return a reader of a model.json.

    Raises:
        ModelError: It is missing, or no JSON object.
    """
    return SpecReader(path, _parse(path))


def read_checked(spec: Path, name: str, expected: str | None) -> bytes:
    """Return the bytes of one of a model's files, after its checksum was found right.

    Args:
        spec: The model.json.
        name: Of the file, which lies beside it.
        expected: The sha256 that model.json tells; None where it tells none.

    Raises:
        ModelError: The file is missing, or is not the one that model.json speaks of.
    """
    if expected is None:
        raise ModelError(f"{spec}: it has no sha256 for {name}.")
    path = spec.with_name(name)
    try:
        _check_size(path, _MAX_FILE_BYTES)
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: the model file can't be read ({error.strerror}).") from error
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise ModelError(
            f"{path}: the file does not match {spec.name}; expected sha256 {expected}, "
            f"found {found}."
        )
    return content


def _parse(path: Path) -> object:
    try:
        _check_size(path, _MAX_SPEC_BYTES)
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            f"{path}: the file is missing. The folder of a model has {path.name} in it."
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
