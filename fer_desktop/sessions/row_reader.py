"""Reads rows back from `faces.csv`, one after the other, however long it is."""

import csv
import math
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, cast

import numpy as np

from fer_desktop.core.errors import SessionError, one_line
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS, N_LABELS, UNCERTAIN
from fer_desktop.core.types import Expression
from fer_desktop.sessions.rows import COLUMNS, FACE_STATUSES, STATUSES, Row, Status
from fer_desktop.system.reading import open_regular

_AT: Final = {name: position for position, name in enumerate(COLUMNS)}
_RAW_AT: Final = len(COLUMNS) - 2 * N_LABELS
SHOWN: Final = frozenset((*LABELS, UNCERTAIN))
LATEST_S: Final = 1e9
"""Seconds: thirty years. Numbers beyond these bounds were not written by this program."""
MOST: Final = 2**31 - 1
FARTHEST: Final = 10**8
"""Pixels; no picture that can be opened is wider or higher."""
_ROUNDED: Final = 1e-3
_LONGEST: Final = 100_000
"""Bytes of a line; one that is longer was not written by this program."""


def read_rows(file: Path) -> Iterator[Row]:
    """Yield the rows of a table; one that was cut at the very end is left out.

    Raises:
        SessionError: The file can't be read, has other columns, or a row that is none.
    """
    for n, line in enumerate(read_table(file, COLUMNS), 2):
        try:
            row = row_of(line)
        except (ValueError, IndexError) as error:
            raise SessionError(
                f"{file}: row {n} can't be understood ({one_line(error)})."
            ) from error
        yield row


def read_table(file: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of a table below its header, as texts; a cut last line is left out.

    Raises:
        SessionError: The file can't be read, or its columns are others.
    """
    try:
        lines = csv.reader(_whole_lines(file))
        header = next(lines, [])
        if header != list(columns):
            raise SessionError(f"{file}: these are not the columns of a session.")
        for n, cells in enumerate(lines, 2):
            if len(cells) != len(columns):
                raise SessionError(
                    f"{file}: row {n} can't be understood (it has {len(cells)} cells and not "
                    f"{len(columns)})."
                )
            yield cells
    except OSError as error:
        raise SessionError(f"{file} can't be read ({error.strerror}).") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise SessionError(f"{file}: this is no table ({one_line(error)}).") from error


def is_cut(file: Path) -> bool:
    """Return whether the last line was not written to its end.

    Raises:
        OSError: The file can't be read.
    """
    with open_regular(file, within=file.parent) as opened:
        size = opened.seek(0, 2)
        opened.seek(max(0, size - 1))
        return opened.read(1) not in (b"\n", b"")


def row_of(values: Sequence[str]) -> Row:
    """Return the row with these cells, which are those of `core.rows.cells` as texts.

    Raises:
        ValueError: They are not the cells of a row.
    """
    path, frame, time_s, wall_time_utc, status = values[:5]
    if status not in STATUSES:
        raise ValueError(f"{status!r} is no status")
    when = number(time_s, 0, LATEST_S, "time_s")
    start = (whole(frame, 0, MOST, "frame"), when, cast("Status", status), path, wall_time_utc)
    if status not in FACE_STATUSES:
        return Row(*start)
    face_id, score, quality = (values[_AT[c]] for c in ("face_id", "detection_score", "quality"))
    for name in ("label", "label_shown"):
        if values[_AT[name]] not in SHOWN:
            raise ValueError(f"{name}: {values[_AT[name]]!r} is no label")
    return Row(
        *start,
        face_id=whole(face_id, 0, MOST, "face_id") if face_id else None,
        box=_box(values),
        detection_score=number(score, 0, 1, "detection_score") if score else None,
        quality=tuple(quality.split("+")) if quality else (),
        raw=_raw(values),
        shown=Expression(
            _numbers(values, _RAW_AT + N_LABELS), steady_label=values[_AT["label_shown"]]
        ),
    )


def whole(text: str, least: int, most: int, name: str) -> int:
    """Return a whole number within bounds.

    Raises:
        ValueError: It is none, or lies outside.
    """
    value = int(text)
    if not least <= value <= most:
        raise ValueError(f"{name}: {text} is not from {least} to {most}")
    return value


def number(text: str, least: float, most: float, name: str) -> float:
    """Return a finite number within bounds, which rounding may have left by a little.

    Raises:
        ValueError: It is none, or lies outside.
    """
    value = float(text)
    if not least - _ROUNDED <= value <= most + _ROUNDED:
        raise ValueError(f"{name}: {text} is not from {least:g} to {most:g}")
    return value


def _box(values: Sequence[str]) -> BoundingBox:
    edges = ("x1", "y1", "x2", "y2")
    box = BoundingBox(*(whole(values[_AT[edge]], -FARTHEST, FARTHEST, edge) for edge in edges))
    if box.x2 < box.x1 or box.y2 < box.y1:
        raise ValueError("its box ends before it begins")
    return box


def _raw(values: Sequence[str]) -> Expression:
    probabilities = _numbers(values, _RAW_AT)
    # The threshold itself is not in the table, but on which side of it the face was.
    is_uncertain = values[_AT["label"]] == UNCERTAIN
    return Expression(probabilities, threshold=math.inf if is_uncertain else 0.0)


def _numbers(values: Sequence[str], at: int) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    texts = islice(values, at, at + N_LABELS)
    return np.array([number(text, 0, 1, "a probability") for text in texts], np.float32)


def _whole_lines(file: Path) -> Iterator[str]:
    with open_regular(file, within=file.parent) as opened:
        while (line := opened.readline(_LONGEST)).endswith(b"\n"):
            yield line.decode("utf-8")
        if len(line) == _LONGEST:
            raise csv.Error("a line is far too long")
