"""JSON Lines: an object a line with the columns of the tidy table."""

import json
from collections.abc import Iterable
from pathlib import Path

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.sessions.row_values import values
from fer_desktop.sessions.rows import Row


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a row a line; what is missing is null."""
    del info
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            # Letters beyond ASCII are escaped: a name on disk may hold bytes that are no letters.
            file.write(json.dumps(values(row), allow_nan=False) + "\n")
