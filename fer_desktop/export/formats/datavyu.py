"""A spreadsheet that Datavyu opens: its own text form, version 4, a column a face.

A cell has onset, offset and one code, the expression. The form knows no commas and backslashes in a
text that Datavyu would read back, so a marker's text has semicolons and slashes there.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fer_desktop.core.inert import inert
from fer_desktop.export.events import by_start, marker_text
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import clock
from fer_desktop.sessions.rows import Row

HEAD: Final = "#4"
MARKERS_COLUMN: Final = "markers"
_KEPT: Final = str.maketrans(",\\", ";/")


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a column for each face, and one for the markers if there are any."""
    faces: dict[int, list[str]] = {}
    for each in by_start(rows, info.end_of):
        onset, offset = _time(each.start_s), _time(each.end_s)
        if onset != offset:
            faces.setdefault(each.face_id, []).append(f"{onset},{offset},({each.label})")
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(f"{HEAD}\n")
        for face_id in sorted(faces):
            file.write(_head(f"face{face_id}", "expression"))
            file.writelines(f"{cell}\n" for cell in faces[face_id])
        if info.markers:
            file.write(_head(MARKERS_COLUMN, "text"))
        for marker in info.markers:
            at, text = _time(marker.time_s), " ".join(marker_text(marker.text).split())
            file.write(f"{at},{at},({inert(text).translate(_KEPT)})\n")


def _head(name: str, code: str) -> str:
    # Its kind; that it is shown; no comment; its one code.
    return f"{name} (MATRIX,true,)-{code}|NOMINAL\n"


def _time(value: float) -> str:
    return clock(value, ":")
