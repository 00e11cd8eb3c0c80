"""BIDS continuous recordings: `NAME_physio.tsv.gz` without a header, and JSON with its columns.

Such a file has a fixed rate. Each of its moments has the values of the frame next to it, and `n/a`
where no face was measured within half a step; nothing is carried over.
"""

import gzip
import itertools
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.labels import LABELS
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.formats.face_reader import looked_at, seen, with_rate
from fer_desktop.export.text_table import number, tab_line
from fer_desktop.sessions.rows import DESCRIPTIONS, Row

COLUMNS: Final = (*(f"p_{label}" for label in LABELS), "valence", "face_id")
MISSING: Final = "n/a"
RATE_KEY: Final = "SamplingFrequency"
MOST_LINES: Final = 20_000_000
"""A week at thirty lines a second; what is longer is a clock that was set, or no recording."""
START_KEY: Final = "StartTime"
_STILL_RATE: Final = 1.0
"""Of a recording of one frame, which has no rate."""


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write a line for each moment, from the first frame to the last, at the frames' usual rate.

    Of several faces, the largest that was seen in each frame. A frame whose time is not after that
    of the one before has no moment of its own.

    Raises:
        SettingsError: There would be far too many lines.
    """
    frames, rate = with_rate(looked_at(rows))
    step_s = 1 / _rounded(rate)
    known = _growing((frame[0].time_s, seen(frame)) for frame in frames)
    first = next(known, None)
    # Neither name nor time in the head: the same rows make the same bytes.
    with path.open("wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        for n, row in enumerate(_sampled(first, known, step_s)):
            if n >= MOST_LINES:
                raise SettingsError(
                    f"{path.name}: from its first time to its last this recording would have more "
                    f"than {MOST_LINES:,} lines at {_rounded(rate):g} a second; take the format "
                    "csv, which has the frames alone."
                )
            packed.write(tab_line(_cells(row)).encode())
    info.notes[RATE_KEY] = _rounded(rate)
    info.notes[START_KEY] = round(first[0], 6) if first is not None else 0.0


def about(info: ExportInfo) -> dict[str, Any]:
    """Return the sidecar: rate, start, names and meanings of the columns, and what made them."""
    return {
        RATE_KEY: info.notes.get(RATE_KEY, _STILL_RATE),
        START_KEY: info.notes.get(START_KEY, 0.0),
        "Columns": list(COLUMNS),
        **{name: _meaning(name) for name in COLUMNS},
        "GeneratedBy": info.as_dict(),
    }


def _meaning(name: str) -> dict[str, str]:
    return {"Description": DESCRIPTIONS[name], "Units": "arbitrary"}


def _rounded(rate: float) -> float:
    """Return a rate with the digits that its file tells; that of one frame is none."""
    return round(rate, 6) or _STILL_RATE


_Moment = tuple[float, Row | None]


def _growing(known: Iterator[_Moment]) -> Iterator[_Moment]:
    last_s = -math.inf
    for time_s, row in known:
        if time_s > last_s:
            last_s = time_s
            yield time_s, row


def _sampled(
    before: _Moment | None, known: Iterator[_Moment], step_s: float
) -> Iterator[Row | None]:
    """Yield what was seen at each moment: that of the nearest frame within half a step."""
    if before is None:
        return
    start_s = before[0]
    after = next(known, None)
    for n in itertools.count():
        time_s = start_s + n * step_s
        while after is not None and abs(after[0] - time_s) <= abs(before[0] - time_s):
            before, after = after, next(known, None)
        if after is None and time_s > before[0] + step_s / 2:
            return
        # A little more than half: two frames a step apart leave none between them.
        yield before[1] if abs(before[0] - time_s) <= step_s * 0.501 else None


def _cells(row: Row | None) -> list[object]:
    if row is None or row.raw is None:
        return [MISSING] * len(COLUMNS)
    values = [number(float(p)) for p in row.raw.probabilities]
    return [*values, number(row.raw.valence), row.face_id]
