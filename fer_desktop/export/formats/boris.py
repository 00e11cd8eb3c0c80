"""A workbook of events that BORIS imports into an open observation.

Its first sheet has the columns that BORIS asks for. An episode is two events of its code, start and
stop, as BORIS keeps state events; the codes have to be state events of the project's ethogram.
"""

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from fer_desktop.core.inert import inert
from fer_desktop.export.events import MARKER, by_start
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.sessions.records import as_cell
from fer_desktop.sessions.rows import Row

if TYPE_CHECKING:
    from openpyxl import Workbook

COLUMNS: Final = ("time", "subject", "code", "modifier", "comment")
ABOUT_SHEET: Final = "about"
_BREAKS: Final = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]")
_NO_SIGNS: Final = {0xFFFE: " ", 0xFFFF: " "}
"""XML knows no such ones."""


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the events, earliest first, and on a second sheet what made them."""
    from openpyxl import Workbook

    # First, for rows may break off, and a sheet that was begun is a file in the temporary folder.
    events = _events(rows, info)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.append(COLUMNS)
    for line in events:
        sheet.append(line)
    about = book.create_sheet(ABOUT_SHEET)
    for name, value in info.as_dict().items():
        about.append([name, plain_text(value)])
    save(book, path)


def _events(rows: Iterable[Row], info: ExportInfo) -> list[tuple[float, str, str, str, str]]:
    found: list[tuple[float, int, tuple[str, str, str, str]]] = []
    for each in by_start(rows, info.end_of):
        subject = f"face {each.face_id}"
        # At one and the same time, the old state stops before the new one starts.
        found.append((each.start_s, 1, (subject, each.label, "", "start")))
        found.append((each.end_s, 0, (subject, each.label, "", "stop")))
    found += [(m.time_s, 2, ("", MARKER, "", plain_text(m.text))) for m in info.markers]
    found.sort(key=lambda event: event[:2])
    return [(round(time_s, 6), *rest) for time_s, _, rest in found]


def plain_text(value: object) -> str:
    """Return a value as a cell that is no formula and holds no sign that acts."""
    text = inert(" ".join(_BREAKS.split(str(value if value is not None else ""))))
    return as_cell(text.encode("utf-8", "backslashreplace").decode().translate(_NO_SIGNS))


def save(book: "Workbook", path: Path) -> None:
    """Write a workbook; where the disk is full nothing is tried once more behind the error.

    Raises:
        OSError: It can't be written.
    """
    from openpyxl.writer.excel import ExcelWriter

    for sheet in book.worksheets:
        sheet.close()
    with path.open("wb") as file:
        archive = ZipFile(file, "w", ZIP_DEFLATED)
        try:
            ExcelWriter(book, archive).save()
        except BaseException:
            archive.fp = None  # or its end would be written when it is forgotten
            for sheet in book.worksheets:
                with contextlib.suppress(OSError):
                    sheet._writer.cleanup()  # noqa: SLF001 - else its file stays
            raise
