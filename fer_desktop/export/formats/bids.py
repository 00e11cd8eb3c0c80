"""BIDS events: `NAME_events.tsv` with onset and duration in seconds, and JSON beside it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.export.events import MARKER, by_start, marker_text
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import seconds, tab_line
from fer_desktop.sessions.rows import Row

COLUMNS: Final = ("onset", "duration", "trial_type", "face_id", "value")
MISSING: Final = "n/a"


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write an event for each episode and each marker, earliest first."""
    events: list[tuple[float, float, str, object, str]] = [
        (each.start_s, each.duration_s, each.label, each.face_id, MISSING)
        for each in by_start(rows, info.end_of)
    ]
    events += [(m.time_s, 0.0, MARKER, MISSING, marker_text(m.text)) for m in info.markers]
    events.sort(key=lambda event: event[0])
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(tab_line(COLUMNS))
        for start_s, duration_s, kind, face_id, text in events:
            file.write(tab_line([seconds(start_s), seconds(duration_s), kind, face_id, text]))


def about(info: ExportInfo) -> dict[str, Any]:
    """Return the sidecar: what each column means, as BIDS asks for it, and what made the events."""
    levels = {label: f"the face was shown as looking like {label}" for label in LABELS}
    levels[UNCERTAIN] = "no expression was strong enough for a label"
    levels[MARKER] = "a moment that the user marked"
    return {
        "onset": {"Description": "start, from the start of the recording", "Units": "s"},
        "duration": {"Description": "length; 0 for a marker", "Units": "s"},
        "trial_type": {"Description": "what the face looked like", "Levels": levels},
        "face_id": {"Description": "number of the face in this recording; it is no identity"},
        "value": {"Description": "text of a marker"},
        "GeneratedBy": info.as_dict(),
    }
