"""The statistics as a table: a line for each face and label, with what was lost beside it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import (
    comma_line,
    figure,
    path_cell,
    semicolon_line,
    table_head,
)
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import SHOWN_LABELS, FaceFigures, Faceless, statistics_of

COLUMNS: Final = (
    *("path", "face_id", "label", "lost", "n_frames", "share", "total_s", "n_episodes"),
    *("mean_s", "longest_s", "valence_mean", "valence_deviation"),
    *(f"to_{label}" for label in SHOWN_LABELS),
)
_TEXTS: Final = frozenset({"path", "label"})


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the lines; `to_...` is how often that label followed without a gap."""
    found = statistics_of(rows, stills=info.stills, end_of=info.end_of)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(table_head(COLUMNS, info.decimal))
        for line in chain(*map(_lines, found.faces), map(_faceless_line, found.faceless)):
            is_usual = info.decimal == "."
            file.write(comma_line(line) if is_usual else semicolon_line(line, COLUMNS, _TEXTS))


def _lines(face: FaceFigures) -> Iterator[list[object]]:
    for label, figures in face.labels.items():
        yield [
            *(path_cell(face.path), face.face_id, label, figure(face.lost)),
            *(figures.n_frames, _number(figures.share), figure(figures.total_s)),
            *(figures.n_episodes, _number(figures.mean_s), _number(figures.longest_s)),
            *(_number(face.valence_mean), _number(face.valence_deviation)),
            *(face.transitions.get((label, after), 0) for after in SHOWN_LABELS),
        ]


def _faceless_line(recording: Faceless) -> list[object]:
    """Return the line of a recording without any face: all of its frames are lost."""
    lost = figure(1.0) if recording.n_frames else None
    start = [path_cell(recording.path), None, None, lost, recording.n_frames]
    return [*start, *[None] * (len(COLUMNS) - len(start))]


def _number(value: float | None) -> str | None:
    return None if value is None else figure(value)
