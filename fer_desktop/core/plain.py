"""Values as JSON knows them, and back by their types: no data can name a class of its own."""

import types
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Plain:
    """Return a value of dataclasses, tuples, numbers and texts as JSON knows it.

    Raises:
        TypeError: It holds something else.
    """
    if value is None or type(value) in (bool, int, float, str):
        return value  # type: ignore[return-value]  # just looked at
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} is no plain value")


def from_plain(kind: type[T], data: object) -> T:
    """Return the value that `to_plain` made plain.

    Args:
        kind: Its type; those of its parts follow from that.
        data: As JSON gives it.

    Raises:
        ValueError: It is no such value.
    """
    found: T = _of(kind, data)
    return found


def _of(kind: Any, data: Any) -> Any:  # noqa: ANN401 - types are given as values here
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (some,) = [each for each in args if each is not type(None)]
        return None if data is None else _of(some, data)
    if origin is tuple:
        kinds = args[:1] * len(_list(data)) if args[1:] == (...,) else args
        return tuple(_each(kinds, data))
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
        if is_dataclass(kind):
            if not isinstance(data, dict) or sorted(data) != sorted(names):
                raise ValueError(f"{', '.join(names)} are expected, not {data!r}")
            data = [data[name] for name in names]
        return kind(*_each([hints[name] for name in names], data))
    if kind not in (bool, int, float, str) or type(data) is not kind:
        raise ValueError(f"{getattr(kind, '__name__', kind)} is expected, not {data!r}")
    return data


def _each(kinds: Sequence[Any], data: Any) -> list[Any]:  # noqa: ANN401 - as JSON gives it
    if len(_list(data)) != len(kinds):
        raise ValueError(f"{len(kinds)} values are expected, not {len(data)}")
    return [_of(*pair) for pair in zip(kinds, data, strict=True)]


def _list(data: Any) -> list[Any]:  # noqa: ANN401 - as JSON gives it
    if not isinstance(data, list):
        raise ValueError(f"a list is expected, not {data!r}")  # noqa: TRY004 - the same as below
    return data
