"""A table in Py-Feat's form, which its own `read_feat` opens as a Fex.

Names and order are those of Py-Feat's detectors of version 1. There is no column `arousal`: with it
beside `valence`, the reader would look for the other names of version 2. No column holds "AU"
either, which it would take for an action unit.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import comma_line, number, path_cell, seconds
from fer_desktop.sessions.rows import Row

EMOTIONS: Final = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
"""The seven that Py-Feat knows, in its order; contempt stands beside them."""
COLUMNS: Final = (
    *("FaceRectX", "FaceRectY", "FaceRectWidth", "FaceRectHeight", "FaceScore"),
    *EMOTIONS,
    *("contempt", "valence", "status", "label_shown"),
    *("input", "frame", "time_s", "approx_time", "Identity"),
)


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a row a face, and one with empty cells for a frame without a face."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(comma_line(COLUMNS))
        for row in rows:
            if row.status != "UNREADABLE":
                file.write(comma_line(_cells(row, info)))


def _cells(row: Row, info: ExportInfo) -> list[object]:
    minutes, rest = divmod(int(row.time_s), 60)
    place = [path_cell(row.path) or info.title, row.frame, seconds(row.time_s)]
    place.append(f"{minutes:02d}:{rest:02d}")
    if row.raw is None or row.shown is None or row.box is None:
        return [None] * (len(EMOTIONS) + 7) + [row.status, None, *place, None]
    box, p = row.box, row.raw.by_label()
    return [
        *(box.x1, box.y1, box.width, box.height),
        None if row.detection_score is None else number(row.detection_score),
        *(number(p[name]) for name in EMOTIONS),
        number(p["contempt"]),
        number(row.raw.valence),
        row.status,
        row.shown.label,
        *place,
        None if row.face_id is None else f"Person_{row.face_id}",
    ]
