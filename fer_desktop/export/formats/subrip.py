"""SubRip subtitles: what the faces look like, for any player that shows the video."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from fer_desktop.export.events import by_start, words
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import clock
from fer_desktop.sessions.episodes import Episode
from fer_desktop.sessions.rows import Row


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a subtitle for each time in which no label changes, a line a face.

    Faces have their number in front where there is more than one.
    """
    found = by_start(rows, info.end_of)
    several = len({each.face_id for each in found}) > 1
    with path.open("w", encoding="utf-8", newline="") as file:
        for position, (start_s, end_s, shown) in enumerate(_cues(found), 1):
            lines = [
                (f"face {each.face_id}: " if several else "") + words(each.label) for each in shown
            ]
            times = f"{clock(start_s, ',')} --> {clock(end_s, ',')}"
            file.write("\n".join([str(position), times, *lines, "", ""]))


def _cues(found: list[Episode]) -> Iterator[tuple[float, float, list[Episode]]]:
    """Yield each time between two changes, with the episodes that go on through it."""
    changes = sorted({each.start_s for each in found} | {each.end_s for each in found})
    waiting = iter(found)
    after = next(waiting, None)
    shown: list[Episode] = []
    for start_s, end_s in pairwise(changes):
        shown = [each for each in shown if each.end_s > start_s]
        while after is not None and after.start_s <= start_s:
            shown.append(after)
            after = next(waiting, None)
        shown.sort(key=lambda each: each.face_id)
        # A player counts milliseconds; what is shorter than one is not seen.
        if shown and clock(start_s) != clock(end_s):
            yield start_s, end_s, list(shown)
