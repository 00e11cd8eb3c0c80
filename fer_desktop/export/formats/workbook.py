"""The tidy table as a workbook for spreadsheets, with what its columns mean on a second sheet."""

from collections.abc import Iterable
from pathlib import Path

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.row_values import values
from fer_desktop.sessions.records import as_cell
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, Row

SHEET, ABOUT_SHEET = "faces", "about"


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a sheet with a line a row, and one about it; numbers are numbers."""
    from openpyxl import Workbook

    # First, for rows may break off, and a sheet that was begun is a file in the temporary folder.
    lines = [[_cell(value) for value in values(row).values()] for row in rows]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append(COLUMNS)
    for line in lines:
        sheet.append(line)
    about = book.create_sheet(ABOUT_SHEET)
    for name, text in (*info.as_dict().items(), *DESCRIPTIONS.items()):
        about.append([name, _plain(text)])
    with path.open("wb") as file:
        book.save(file)


def _cell(value: str | float | None) -> str | float | None:
    return _plain(value) if isinstance(value, str) else value


def _plain(value: object) -> str:
    """Return a value as a cell that is no formula and holds no control sign, which XLSX has not."""
    text = str(value if value is not None else "").encode("utf-8", "backslashreplace").decode()
    return as_cell("".join(sign if sign.isprintable() else " " for sign in text))
