"""The statistics as a table: a line for each face and label, with what was lost beside it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import comma_line, number
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import SHOWN_LABELS, FaceFigures, statistics_of

COLUMNS: Final = (
    *("path", "face_id", "label", "lost", "n_frames", "share", "total_s", "n_episodes"),
    *("mean_s", "longest_s", "valence_mean", "valence_deviation"),
    *(f"to_{label}" for label in SHOWN_LABELS),
)


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the lines; `to_...` is how often that label followed without a gap."""
    found = statistics_of(rows, stills=info.stills)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(comma_line(COLUMNS))
        for face in found.faces:
            for line in _lines(face):
                file.write(comma_line(line))


def _lines(face: FaceFigures) -> Iterator[list[object]]:
    for label, figures in face.labels.items():
        yield [
            *(face.path, face.face_id, label, number(face.lost)),
            *(figures.n_frames, _number(figures.share), number(figures.total_s)),
            *(figures.n_episodes, _number(figures.mean_s), _number(figures.longest_s)),
            *(_number(face.valence_mean), _number(face.valence_deviation)),
            *(face.transitions.get((label, after), 0) for after in SHOWN_LABELS),
        ]


def _number(value: float | None) -> str | None:
    return None if value is None else number(value)
