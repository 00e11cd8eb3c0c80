"""Keeps the ranges that a session's figures leave out, beside its rows."""

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SessionError, one_line
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.records import as_cell, from_cell
from fer_desktop.sessions.row_reader import LATEST_S, number, read_table
from fer_desktop.system.files import reason, write_text

EXCLUSIONS_FILE: Final = "exclusions.csv"
EXCLUSION_COLUMNS: Final = ("start_s", "end_s", "reason")


def read_exclusions(folder: Path) -> list[Exclusion]:
    """Return the ranges in their order; none where no file is.

    Raises:
        SessionError: The file can't be read.
    """
    file = folder / EXCLUSIONS_FILE
    if not os.path.lexists(file):
        return []
    found: list[Exclusion] = []
    for n, cells in enumerate(read_table(file, EXCLUSION_COLUMNS), 2):
        try:
            found.append(_range(*cells))
        except ValueError as error:
            raise SessionError(
                f"{file}: a range can't be understood (row {n}: {one_line(error)})."
            ) from error
    return found


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
    start, end = (number(t, 0, LATEST_S, name) for t, name in ((start_s, "start"), (end_s, "end")))
    return Exclusion(start, end, from_cell(text))
