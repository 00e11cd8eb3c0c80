"""Lines of tables as text: quoted where needed, and never a formula for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from fer_desktop.core.inert import inert
from fer_desktop.sessions.records import as_cell
from fer_desktop.sessions.row_values import TEXTS
from fer_desktop.sessions.rows import COLUMNS

Decimal = Literal[".", ","]
"""What numbers have before their fraction. With a comma, cells are parted by semicolons and the
file begins with a byte order mark, as spreadsheets of comma countries expect it."""

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


def _with_comma(value: object) -> str:
    return "" if value is None else str(value).replace(".", ",")


def tab_line(values: Iterable[object]) -> str:
    """Return a line of a tab-separated file with its line end.

    Such files know no quotes: tabs and line ends in a text become blanks. A spreadsheet that knows
    quotes all the same takes none for the begin of one, and finds no formula between them.
    """
    return "\t".join(_tab_cell(value) for value in values) + "\n"


def _tab_cell(value: object) -> str:
    text = inert(" ".join(str(_cell(value)).splitlines()).replace("\t", " "))
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


def _cell(value: object) -> object:
    if value is None:
        return ""
    # A negative number as text begins as a formula does, and is none.
    return as_cell(value) if isinstance(value, str) and not _NUMBER.fullmatch(value) else value
