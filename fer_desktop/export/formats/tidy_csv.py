"""The tidy table: a row a face a frame, a column a variable, as sessions keep it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import comma_line
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, Row, cells


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write UTF-8 with a header; a cell is empty where there is nothing."""
    del info
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(comma_line(COLUMNS))
        for row in rows:
            file.write(comma_line(cells(row)))


def about(info: ExportInfo) -> dict[str, Any]:
    """Return the dictionary of the columns and what made them, for the file beside it."""
    return {**info.as_dict(), "columns": DESCRIPTIONS}
