"""The tidy table as a workbook: numbers are numbers, the header stays in sight.

Spreadsheets of every country show its numbers as that country writes them.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.formats.boris import plain_text, save
from fer_desktop.export.text_table import path_cell
from fer_desktop.sessions.row_values import values
from fer_desktop.sessions.rows import COLUMNS, DESCRIPTIONS, Row

FACES_SHEET: Final = "faces"
COLUMNS_SHEET: Final = "columns"
ABOUT_SHEET: Final = "about"
MOST_ROWS: Final = 1_048_576
"""No sheet has more, its header counted in."""


def _check(n: int, path: Path) -> None:
    if n > MOST_ROWS:
        raise SettingsError(
            f"{path}: a sheet has {MOST_ROWS:,} rows at most and these are more; take the format "
            "csv or parquet, or of a video fewer frames (--every)."
        )


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the rows as they come, then a sheet of the columns and one of what made the rows.

    Raises:
        SettingsError: There are more rows than a sheet can have.
    """
    from openpyxl import Workbook

    _check(info.n_rows + 1, path)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(FACES_SHEET)
    sheet.freeze_panes = "A2"
    sheet.append(COLUMNS)
    try:
        for n, row in enumerate(rows, 2):
            _check(n, path)
            shown = {**values(row), "path": path_cell(row.path) or None}
            sheet.append([plain_text(v) if isinstance(v, str) else v for v in shown.values()])
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()  # noqa: SLF001 - else its file stays in the temporary folder
        raise
    columns = book.create_sheet(COLUMNS_SHEET)
    columns.freeze_panes = "A2"
    columns.append(["column", "what it means"])
    for name, words in DESCRIPTIONS.items():
        columns.append([name, words])
    about = book.create_sheet(ABOUT_SHEET)
    for name, value in info.as_dict().items():
        about.append([name, plain_text(value)])
    save(book, path)
