"""The tidy table: a row a face a frame, a column a variable, as sessions keep it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import row_line, table_head
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, Row, cells


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write UTF-8 with a header; a cell is empty where there is nothing."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(table_head(COLUMNS, info.decimal))
        for row in rows:
            file.write(row_line(cells(row), info.decimal))


def columns_table() -> str:
    """Return what each column means, as a table in Markdown."""
    lines = [f"| `{name}` | {words} |" for name, words in DESCRIPTIONS.items()]
    return "\n".join(["| column | what it means |", "|---|---|", *lines]) + "\n"


def about(info: ExportInfo) -> dict[str, Any]:
    """Return the dictionary of the columns and what made them, for the file beside it."""
    return {**info.as_dict(), "columns": DESCRIPTIONS}
