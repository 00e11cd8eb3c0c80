"""Keeps the ranges that a session's figures leave out, beside its rows."""

import csv
import io
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SessionError, one_line
from fer_desktop.core.exclusions import Exclusion
from fer_desktop.export.records import as_cell
from fer_desktop.export.row_reader import read_table
from fer_desktop.system.files import reason, write_text

EXCLUSIONS_FILE: Final = "exclusions.csv"
EXCLUSION_COLUMNS: Final = ("start_s", "end_s", "reason")


def read_exclusions(folder: Path) -> list[Exclusion]:
    """Return the ranges in their order; none where no file is.

    Raises:
        SessionError: The file can't be read.
    """
    file = folder / EXCLUSIONS_FILE
    if not file.exists():
        return []
    try:
        return [_range(*cells) for cells in read_table(file, EXCLUSION_COLUMNS)]
    except ValueError as error:
        raise SessionError(f"{file}: a range can't be understood ({one_line(error)}).") from error


def write_exclusions(folder: Path, exclusions: Iterable[Exclusion]) -> None:
    """Write the ranges; the file is the old one or the new one, never half of it.

    Raises:
        SessionError: It can't be written.
    """
    file = folder / EXCLUSIONS_FILE
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(EXCLUSION_COLUMNS)
    for each in exclusions:
        why = as_cell(" ".join(each.reason.split()))
        writer.writerow((round(each.start_s, 6), round(each.end_s, 6), why))
    try:
        write_text(file, text.getvalue())
    except OSError as error:
        raise SessionError(
            f"The excluded ranges can't be kept: {file} can't be written ({reason(error)})."
        ) from error


def _range(start_s: str, end_s: str, text: str) -> Exclusion:
    start, end = float(start_s), float(end_s)
    if not math.isfinite(end):
        raise ValueError("it has no end")
    plain = text[1:] if text.startswith(("'=", "'+", "'-", "'@")) else text
    return Exclusion(start, end, plain)
