"""Lines of tables as text: quoted where needed, and never a formula for a spreadsheet."""

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

from fer_desktop.core.inert import inert
from fer_desktop.sessions.records import as_cell
from fer_desktop.sessions.row_values import TEXTS
from fer_desktop.sessions.rows import COLUMNS

Decimal = Literal[".", ","]
"""What numbers have before their fraction. With a comma, cells are parted by semicolons and the
file begins with a byte order mark, as spreadsheets of comma countries expect it."""

_NO_SIGNS: Final = frozenset("\ufffe\uffff")
_OF_ADDRESSES: Final = ":/?#[]@!$&'()*+,;=%"
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def comma_line(values: Iterable[object]) -> str:
    """Return a line of a CSV file with its line end; None is an empty cell."""
    # With any other line end the module leaves a carriage return in a cell unquoted.
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return line.getvalue().removesuffix("\r\n") + "\n"


def table_head(columns: Sequence[str], decimal: Decimal = ".") -> str:
    """Return what a table begins with: its header, after a mark where spreadsheets want one."""
    return comma_line(columns) if decimal == "." else f"\ufeff{';'.join(columns)}\n"


def row_line(cells: Sequence[object], decimal: Decimal = ".") -> str:
    """Return the line of a row of `core.rows.COLUMNS`."""
    cells = [path_cell(str(cells[0])), *cells[1:]]  # the path comes first
    return comma_line(cells) if decimal == "." else semicolon_line(cells, COLUMNS, TEXTS)


def semicolon_line(
    values: Sequence[object], columns: Sequence[str], texts: "frozenset[str]"
) -> str:
    """Return a line of a table whose numbers have a comma; those in columns of texts stay."""
    line = io.StringIO()
    cells = [
        _cell(value) if name in texts else _with_comma(value)
        for name, value in zip(columns, values, strict=True)
    ]
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def path_cell(path: str) -> str:
    """Return a path as a text that does nothing but be read, and by which its file is found again.

    One with signs that act, or with bytes that are no text, is its `file:` address, which `analyze`
    takes as well.
    """
    if inert(path) == path and not _NO_SIGNS & set(path):
        return path
    if "://" in path:
        return quote(path, safe=_OF_ADDRESSES)
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - links stay as they are


def _with_comma(value: object) -> str:
    return "" if value is None else str(value).replace(".", ",")


def tab_line(values: Iterable[object]) -> str:
    """Return a line of a tab-separated file with its line end.

    Such files know no quotes: tabs and line ends in a text become blanks. A spreadsheet that knows
    quotes all the same takes none for the begin of one, and finds no formula between them.
    """
    return "\t".join(_tab_cell(value) for value in values) + "\n"


def _tab_cell(value: object) -> str:
    text = inert(" ".join(str(_cell(value, str)).splitlines()).replace("\t", " "))
    return f"'{text}" if text.lstrip().startswith('"') else text


def number(value: float) -> str:
    """Return a number with nine digits, all that float32 has."""
    return f"{value:.9g}"


def figure(value: float) -> str:
    """Return a figure that was computed, with twelve digits."""
    return f"{value:.12g}"


def seconds(value: float) -> str:
    """Return a time with microseconds, without zeros at the end."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def clock(value: float, point: str = ".") -> str:
    """Return a time as hh:mm:ss.mmm."""
    total_ms = max(0, round(value * 1000))
    minutes, milliseconds = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    whole, milliseconds = divmod(milliseconds, 1000)
    return f"{hours:02d}:{minutes:02d}:{whole:02d}{point}{milliseconds:03d}"


def _of_lines(text: str) -> str:
    return inert(text, keep="\n\t")


def _cell(value: object, shown: Callable[[str], str] = _of_lines) -> object:
    if value is None:
        return ""
    # A negative number as text begins as a formula does, and is none.
    is_text = isinstance(value, str) and not _NUMBER.fullmatch(value)
    return as_cell(shown(str(value))) if is_text else value
