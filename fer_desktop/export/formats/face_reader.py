"""FaceReader-style logs: tab-separated text of one face, detailed and by state.

Nobody has opened them in the product. The front matter stands where scripts that read such logs
look for it: the file's name in line 6, the frame rate in line 7, the columns from line 9 on.
"""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import clock, number, tab_line
from fer_desktop.sessions.episodes import FrameRows, Steps, frames_of
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
DETAILED_COLUMNS: Final = ("Video Time", *NAMES.values(), "Valence", "Stimulus", "Event Marker")
STATE_COLUMNS: Final = ("Video Time", "Emotion")

_N_LOOKED_AT: Final = 64
"""The frame rate is the usual one of so many frames."""


def write_detailed(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a line for each frame that was looked at: the largest face that was seen in it."""
    frames, rate = _with_rate(_looked_at(rows))
    markers = list(info.markers)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(_front("detailed", info, rate))
        file.write(tab_line(DETAILED_COLUMNS))
        for frame in frames:
            time_s, noted = frame[0].time_s, []
            while markers and markers[0].time_s <= time_s:
                noted.append(markers.pop(0).text or "marker")
            line = [clock(time_s), *_numbers(_seen(frame)), "", "; ".join(noted)]
            file.write(tab_line(line))


def write_states(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a line for each change of the label that was shown of the largest face."""
    frames, rate = _with_rate(_looked_at(rows))
    before = ""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(_front("state", info, rate))
        file.write(tab_line(STATE_COLUMNS))
        for frame in frames:
            state = _state(_seen(frame))
            if state != before:
                file.write(tab_line([clock(frame[0].time_s), state]))
            before = state


def _looked_at(rows: Iterable[Row]) -> Iterator[FrameRows]:
    """Leave out frames of which nothing is known: they were not analyzed, not failed."""
    left_out = {"DROPPED", "LOST", "UNREADABLE"}
    return (frame for frame in frames_of(rows) if frame[0].status not in left_out)


def _with_rate(frames: Iterator[FrameRows]) -> tuple[Iterator[FrameRows], float]:
    """Return the frames and their usual rate in frames a second, 0 where it can't be told."""
    first = list(itertools.islice(frames, _N_LOOKED_AT))
    steps = Steps()
    for frame in first:
        steps.add(frame[0].time_s)
    usual_s = steps.usual_s
    return itertools.chain(first, frames), 1 / usual_s if usual_s else 0.0


def _front(kind: str, info: ExportInfo, rate: float) -> Iterator[str]:
    model, version, sha256 = (
        str(info.model.get(name) or "") for name in ("name", "version", "sha256")
    )
    yield f"Video analysis {kind} log\n"
    yield "\n"
    yield tab_line(["Face Model:", f"FER Desktop {model} {version}, SHA-256 {sha256}"])
    yield tab_line(["Calibration:", "None"])
    yield tab_line(["Start time:", info.started_utc])
    yield tab_line(["Filename:", str(info.source.get("name") or info.title)])
    yield tab_line(["Frame rate:", f"{rate:.6g}" if rate else ""])
    yield "\n"


def _seen(frame: FrameRows) -> Row | None:
    """Return the largest face that was really seen; a held one was not."""
    return next((row for row in frame if row.raw is not None and row.status != "HELD"), None)


def _numbers(row: Row | None) -> list[str]:
    if row is None or row.raw is None:
        return [NOT_FOUND] * (len(NAMES) + 1)
    p = row.raw.by_label()
    return [*(number(p[label]) for label in NAMES), number(row.raw.valence)]


def _state(row: Row | None) -> str:
    if row is None or row.shown is None:
        return NOT_FOUND
    return UNKNOWN if row.shown.label == UNCERTAIN else NAMES[row.shown.label]
