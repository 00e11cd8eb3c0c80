"""Praat's TextGrid in its long text form: a tier of intervals a face, a tier of points for markers.

An interval tier has no holes: where a face was shown with no label stands an interval with an empty
text.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from fer_desktop.core.inert import inert
from fer_desktop.export.events import by_start, marker_text
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import seconds
from fer_desktop.sessions.episodes import Steps, last_moment
from fer_desktop.sessions.rows import Row

MARKERS_TIER: Final = "markers"
_LEAST_S: Final = 0.001
"""Praat opens no tier without a length."""


class _Interval(NamedTuple):
    start_s: float
    end_s: float
    text: str


class _Whole:
    """Sees when a recording ends, while its rows pass."""

    def __init__(self) -> None:
        self.steps, self.path = Steps(), ""

    def seen(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.steps.add(row.time_s)
            self.path = row.path
            yield row


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the tiers; all begin at 0 and end together, with the recording.

    A recording without any face or marker has one empty tier, for Praat opens no file without one.
    """
    faces: dict[int, list[_Interval]] = {}
    whole = _Whole()
    for each in by_start(whole.seen(rows), info.end_of):
        # Microseconds, as they are written: no two intervals may overlap by less.
        interval = _Interval(round(each.start_s, 6), round(each.end_s, 6), each.label)
        if interval.end_s > interval.start_s:
            faces.setdefault(each.face_id, []).append(interval)
    ends = [interval.end_s for own in faces.values() for interval in own]
    ends += [marker.time_s for marker in info.markers]
    end_s = max([*ends, round(last_moment(whole.steps, info.end_of(whole.path)), 6), _LEAST_S])
    tiers = [
        _tier(number, f"face {face_id}", list(_whole(faces[face_id], end_s)), end_s)
        for number, face_id in enumerate(sorted(faces), 1)
    ]
    if info.markers:
        tiers.append(_points(len(tiers) + 1, info, end_s))
    if not tiers:
        tiers.append(_tier(1, "faces", [_Interval(0.0, end_s, "")], end_s))
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write('File type = "ooTextFile"\nObject class = "TextGrid"\n\n')
        head = ("xmin = 0", f"xmax = {seconds(end_s)}", "tiers? <exists>", f"size = {len(tiers)}")
        file.writelines(f"{line} \n" for line in (*head, "item []:"))
        for tier in tiers:
            # Praat itself puts a blank after each value, and some readers look for it.
            file.writelines(f"{line}\n" if line[-1] == ":" else f"{line} \n" for line in tier)


def _whole(intervals: Iterable[_Interval], end_s: float) -> Iterator[_Interval]:
    """Yield the intervals of a tier, and empty ones where it would have holes."""
    at_s = 0.0
    for interval in intervals:
        if interval.start_s > at_s:
            yield _Interval(at_s, interval.start_s, "")
        yield interval
        at_s = interval.end_s
    if end_s > at_s:
        yield _Interval(at_s, end_s, "")


def _tier(number: int, name: str, intervals: list[_Interval], end_s: float) -> Iterator[str]:
    yield from _head(number, "IntervalTier", name, end_s)
    yield f"        intervals: size = {len(intervals)}"
    for position, interval in enumerate(intervals, 1):
        yield f"        intervals [{position}]:"
        yield f"            xmin = {seconds(interval.start_s)}"
        yield f"            xmax = {seconds(interval.end_s)}"
        yield f"            text = {_quoted(interval.text)}"


def _points(number: int, info: ExportInfo, end_s: float) -> Iterator[str]:
    # Praat takes one point at a time.
    noted: dict[str, str] = {}
    for marker in info.markers:
        time, text = seconds(marker.time_s), marker_text(marker.text)
        noted[time] = f"{noted[time]}; {text}" if time in noted else text
    yield from _head(number, "TextTier", MARKERS_TIER, end_s)
    yield f"        points: size = {len(noted)}"
    for position, (time, text) in enumerate(noted.items(), 1):
        yield f"        points [{position}]:"
        yield f"            number = {time}"
        yield f"            mark = {_quoted(text)}"


def _head(number: int, kind: str, name: str, end_s: float) -> Iterator[str]:
    yield f"    item [{number}]:"
    yield f'        class = "{kind}"'
    yield f'        name = "{name}"'
    yield "        xmin = 0"
    yield f"        xmax = {seconds(end_s)}"


def _quoted(text: str) -> str:
    return '"' + inert(" ".join(text.split())).replace('"', '""') + '"'
