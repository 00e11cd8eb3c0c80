"""FaceReader-style logs: tab-separated text of one face, detailed and by state.

They have the form in which version 9 and later ones write them, as logs that people have published
show it; nobody has opened ours in the product. The front matter stands where scripts that read such
logs look for it: the file's name in line 6, the frame rate in line 7, the columns in line 11. The
older form, of version 6, has its columns in line 9 and other names.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import clock, number, tab_line
from fer_desktop.sessions.episodes import FrameRows, Steps, frames_of, last_moment
from fer_desktop.sessions.rows import Row

NAMES: Final = {
    "neutral": "Neutral",
    "happiness": "Happy",
    "sadness": "Sad",
    "anger": "Angry",
    "surprise": "Surprised",
    "fear": "Scared",
    "disgust": "Disgusted",
    "contempt": "Contempt",
}
"""What these logs call the expressions, in the order of their columns."""
NOT_FOUND: Final = "FIND_FAILED"
UNKNOWN: Final = "Unknown"
END: Final = "END"

_N_LOOKED_AT: Final = 64
"""The frame rate is the usual one of so many frames."""


@dataclass(frozen=True)
class Form:
    """How a version writes its logs.

    Attributes:
        measured: The columns of a face's values.
        state: What the state log calls its column.
        lost: What it calls a frame without a face.
        colon: What stands behind the names of the front matter.
        n_blank: So many empty lines part it from the columns.
        has_end: The state log's last line says when the video ends.
    """

    measured: tuple[str, ...]
    state: str
    lost: str
    colon: str
    n_blank: int
    has_end: bool


NEWEST: Final = Form(
    (*NAMES.values(), "Valence", "Arousal"), "Dominant Expression", UNKNOWN, "", 3, has_end=True
)
VERSION_6: Final = Form((*NAMES.values(), "Valence"), "Emotion", NOT_FOUND, ":", 1, has_end=False)


def write_detailed(rows: Iterable[Row], path: Path, info: ExportInfo, form: Form = NEWEST) -> None:
    """Write a line for each frame that was looked at: the largest face that was seen in it."""
    frames, rate = with_rate(looked_at(rows))
    markers = list(info.markers)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(_front("detailed", info, rate, form))
        file.write(tab_line(["Video Time", *form.measured, "Stimulus", "Event Marker"]))
        for frame in frames:
            time_s, noted = frame[0].time_s, []
            while markers and markers[0].time_s <= time_s:
                noted.append(markers.pop(0).text or "marker")
            line = [clock(time_s), *_numbers(seen(frame), form), "", "; ".join(noted)]
            file.write(tab_line(line))


def write_states(rows: Iterable[Row], path: Path, info: ExportInfo, form: Form = NEWEST) -> None:
    """Write a line for each change of the label that was shown of the largest face."""
    frames, rate = with_rate(looked_at(rows))
    before, end_s, steps = "", None, Steps()
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(_front("state", info, rate, form))
        file.write(tab_line(["Video Time", form.state]))
        for frame in frames:
            steps.add(frame[0].time_s)
            end_s = end_s or info.end_of(frame[0].path)
            state = _state(seen(frame), form)
            if state != before:
                file.write(tab_line([clock(frame[0].time_s), state]))
            before = state
        if form.has_end:
            file.write(tab_line([clock(last_moment(steps, end_s)), END]))


def write_old_detailed(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the detailed log as version 6 does."""
    write_detailed(rows, path, info, VERSION_6)


def write_old_states(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the state log as version 6 does."""
    write_states(rows, path, info, VERSION_6)


def looked_at(rows: Iterable[Row]) -> Iterator[FrameRows]:
    """Leave out frames of which nothing is known: they were not analyzed, not failed."""
    left_out = {"DROPPED", "LOST", "UNREADABLE"}
    return (frame for frame in frames_of(rows) if frame[0].status not in left_out)


def with_rate(frames: Iterator[FrameRows]) -> tuple[Iterator[FrameRows], float]:
    """Return the frames and their usual rate in frames a second, 0 where it can't be told."""
    first = list(itertools.islice(frames, _N_LOOKED_AT))
    steps = Steps()
    for frame in first:
        steps.add(frame[0].time_s)
    usual_s = steps.usual_s
    return itertools.chain(first, frames), 1 / usual_s if usual_s else 0.0


def _front(kind: str, info: ExportInfo, rate: float, form: Form) -> Iterator[str]:
    model, version, sha256 = (
        str(info.model.get(name) or "") for name in ("name", "version", "sha256")
    )
    is_new = form is NEWEST
    lines = {
        "Face Model": f"FER Desktop {model} {version}, SHA-256 {sha256}",
        "Calibration": "-" if is_new else "None",
        "Start time": _start(info.started_utc or info.made()) if is_new else info.started_utc,
        "Filename": str(info.source.get("name") or info.title),
        "Frame rate": (f"{rate:.9f}" if is_new else f"{rate:.6g}") if rate else "",
    }
    yield f"Video analysis {kind} log\n"
    yield "\n"
    for name, value in lines.items():
        yield tab_line([f"{name}{form.colon}", value])
    yield "\n" * form.n_blank


def _start(started_utc: str) -> str:
    """Return a time as these logs have it, such as 6/4/2026 09:54:03.048; "" for an unknown."""
    try:
        start = datetime.fromisoformat(started_utc)
    except ValueError:
        return ""
    milliseconds = start.microsecond // 1000
    return f"{start.month}/{start.day}/{start.year} {start:%H:%M:%S}.{milliseconds:03d}"


def seen(frame: FrameRows) -> Row | None:
    """Return the largest face that was really seen; a held one was not."""
    return next((row for row in frame if row.raw is not None and row.status != "HELD"), None)


def _numbers(row: Row | None, form: Form) -> list[str]:
    if row is None or row.raw is None:
        return [NOT_FOUND] * len(form.measured)
    p = row.raw.by_label()
    values = [*(number(p[label]) for label in NAMES), number(row.raw.valence)]
    # Arousal is made of action units, which the program does not measure.
    return values + [""] * (len(form.measured) - len(values))


def _state(row: Row | None, form: Form) -> str:
    if row is None or row.shown is None:
        return form.lost
    return UNKNOWN if row.shown.label == UNCERTAIN else NAMES[row.shown.label]
