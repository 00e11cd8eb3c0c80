"""An event log in the form in which The Observer XT exports its own, for scripts that read those.

Text in UTF-16, cells parted by semicolons, one header line. An episode is two rows, `State start`
with its duration and `State stop`; a marker is a `Point`. The form is that of exports that people
have published with their scripts; nobody has opened ours in the product, whose own import takes
any table through an import profile.
"""

import csv
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from fer_desktop.core.inert import inert
from fer_desktop.export.events import MARKER, by_start
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import clock
from fer_desktop.sessions.records import as_cell
from fer_desktop.sessions.rows import Row

COLUMNS: Final = (
    *("Date_Time_Absolute_dmy_hmsf", "Date_dmy", "Time_Absolute_hms", "Time_Absolute_f"),
    *("Time_Relative_hmsf", "Time_Relative_hms", "Time_Relative_f", "Time_Relative_sf"),
    *("Duration_sf", "Observation", "Event_Log", "Subject", "Behavior", "Event_Type", "Comment"),
)
START: Final = "State start"
STOP: Final = "State stop"
POINT: Final = "Point"
_LOG: Final = "FER Desktop"

_Event = tuple[float, int, tuple[float, str, str, str, str]]


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the events, earliest first; at one and the same time the old state stops first."""
    events: list[_Event] = []
    for each in by_start(rows, info.end_of):
        subject = f"face {each.face_id}"
        events.append((each.start_s, 1, (each.duration_s, subject, each.label, START, "")))
        events.append((each.end_s, 0, (0.0, subject, each.label, STOP, "")))
    events += [(m.time_s, 2, (0.0, "", MARKER, POINT, m.text)) for m in info.markers]
    events.sort(key=lambda event: event[:2])
    start = _start(info.started_utc)
    title = _text(info.title)
    with path.open("w", encoding="utf-16", errors="backslashreplace", newline="") as file:
        lines = csv.writer(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        lines.writerow(COLUMNS)
        for time_s, _, (duration_s, subject, behavior, kind, comment) in events:
            own = (title, _LOG, subject, behavior, kind, _text(comment))
            lines.writerow([*_times(time_s, start), round(duration_s, 3), *own])


def _times(time_s: float, start: datetime | None) -> list[str | float]:
    """Return a moment in the eight forms of these logs; the first four are empty for files."""
    moment = round(time_s, 3)
    since = clock(moment)
    relative: list[str | float] = [since, since.split(".")[0], round(moment % 1, 3), moment]
    if start is None:
        return ["", "", "", "", *relative]
    at = start + timedelta(seconds=moment)
    of_day = f"{at:%H:%M:%S}.{at.microsecond // 1000:03d}"
    day = f"{at:%d-%m-%Y}"
    return [f"{day} {of_day}", day, f"{at:%H:%M:%S}", at.microsecond // 1000 / 1000, *relative]


def _start(started_utc: str) -> datetime | None:
    try:
        return datetime.fromisoformat(started_utc)
    except ValueError:
        return None  # a file has no time of day


def _text(text: str) -> str:
    return as_cell(inert(" ".join(text.split())))
