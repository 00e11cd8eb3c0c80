"""Settings from values that anyone may have written: what can be used is, the rest is told."""

import json
from collections.abc import Mapping
from dataclasses import Field, fields, replace
from types import UnionType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from fer_desktop.core.errors import SettingsError, one_line
from fer_desktop.core.settings import Settings

_MOST_LETTERS: Final = 4096
"""No path and no name is longer."""
_MOST_TEXTS: Final = 1000


class _UnfitError(Exception):
    """A value can't be used; the text says what it is not."""


def repaired(values: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """Return possible settings from values by name, and a sentence for each that was not used.

    What is missing takes its default. Names that are not known belong to a later version and are
    passed over.
    """
    kinds = get_type_hints(Settings)
    settings, notes = Settings(), []
    for field in fields(Settings):
        if field.name not in values:
            continue
        try:
            value = _fitting(values[field.name], kinds[field.name])
            settings = _with(settings, field, value)
        except _UnfitError as unfit:
            told, default = _told(values[field.name]), _told(field.default)
            notes.append(
                f"'{field.name}' was {told}, which is not {unfit}; the default {default} is used."
            )
    if settings.detector == "yunet" and not settings.detector_model:
        settings = replace(settings, detector="haar")
        notes.append("'detector' was 'yunet' without its file; the default 'haar' is used.")
    return settings, tuple(notes)


def _with(settings: Settings, field: "Field[Any]", value: Any) -> Settings:  # noqa: ANN401
    try:
        return replace(settings, **{field.name: value})
    except SettingsError:
        if "range" in field.metadata:
            low, high = field.metadata["range"]
            raise _UnfitError(f"between {low:g} and {high:g}{field.metadata['unit']}") from None
        listed = ", ".join(str(item) for item in field.metadata["one_of"])
        raise _UnfitError(f"one of {listed}") from None


def _fitting(value: object, kind: Any) -> object:  # noqa: ANN401 - a type
    """Return a value as this type has it.

    Raises:
        _UnfitError: It has another type.
    """
    if get_origin(kind) is UnionType:
        # A value or none.
        return None if value is None else _fitting(value, get_args(kind)[0])
    if get_origin(kind) is tuple:
        return _texts(value)
    if get_origin(kind) is Literal or kind is str:
        return _text(value)
    return _number_or_flag(value, kind)


def _number_or_flag(value: object, kind: type) -> object:
    if kind is bool:
        return _of_type(value, (bool,), "true or false")
    if isinstance(value, bool):
        raise _UnfitError("a number")
    if kind is int:
        return _of_type(value, (int,), "a whole number")
    return _of_type(value, (int, float), "a number")


def _of_type(value: object, types: tuple[type, ...], words: str) -> object:
    if not isinstance(value, types):
        raise _UnfitError(words)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _UnfitError("a text")
    if len(value) > _MOST_LETTERS or "\0" in value:
        raise _UnfitError("a text of a name or a path")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or len(value) > _MOST_TEXTS:
        raise _UnfitError("a list of texts")
    try:
        return tuple(_text(item) for item in value)
    except _UnfitError:
        raise _UnfitError("a list of texts") from None


def _told(value: object) -> str:
    """Return a value as people write it, on one short line."""
    if isinstance(value, str):
        return f"'{one_line(value, 60)}'"
    try:
        return one_line(json.dumps(value), 60)
    except (TypeError, ValueError, RecursionError):
        return "something else"
