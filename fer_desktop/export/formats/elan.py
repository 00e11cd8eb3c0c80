"""Tab-separated text for ELAN's import of CSV files: a tier a face, an annotation an episode.

In ELAN: File > Import > CSV / Tab-delimited Text File, columns tier, begin, end, annotation; the
first line is the header. ELAN counts milliseconds, and so do the times here.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fer_desktop.export.events import by_start, marker_text
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import tab_line
from fer_desktop.sessions.rows import Row

COLUMNS: Final = ("tier", "begin", "end", "annotation")
MARKERS_TIER: Final = "markers"
_MARKER_S: Final = 0.001
"""ELAN knows no annotation without length."""


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write an annotation for each episode and each marker; on no tier do two overlap."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(tab_line(COLUMNS))
        for each in by_start(rows, info.end_of):
            begin, end = _milliseconds(each.start_s), _milliseconds(each.end_s)
            if begin != end:
                file.write(tab_line([f"face {each.face_id}", begin, end, each.label]))
        for marker in info.markers:
            ends = [_milliseconds(marker.time_s), _milliseconds(marker.time_s + _MARKER_S)]
            file.write(tab_line([MARKERS_TIER, *ends, marker_text(marker.text)]))


def _milliseconds(value: float) -> str:
    return f"{value:.3f}"
