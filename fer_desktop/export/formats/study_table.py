"""The figures of a study as a table: a line for each condition and label."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.text_table import comma_line, figure, semicolon_line, table_head
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import statistics_of
from fer_desktop.sessions.study import Condition, Figure, conditions, recorded

COLUMNS: Final = (
    *("condition", "label", "n_participants", "n_recordings", "n_faceless"),
    *("share", "share_low", "share_high"),
    *("episodes_a_minute", "episodes_a_minute_low", "episodes_a_minute_high"),
    *("valence", "valence_low", "valence_high", "lost", "lost_low", "lost_high"),
)
_TEXTS: Final = frozenset({"condition", "label"})


def figures_of(rows: Iterable[Row], info: ExportInfo) -> list[Condition]:
    """Return the figures of each condition."""
    found = statistics_of(rows, end_of=info.end_of)
    return conditions(recorded(found, info.places))


def write(rows: Iterable[Row], path: Path, info: ExportInfo) -> None:
    """Write the lines; `_low` and `_high` are 95 % intervals over participants."""
    found = figures_of(rows, info)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(table_head(COLUMNS, info.decimal))
        for condition in found:
            for line in _lines(condition):
                is_usual = info.decimal == "."
                file.write(comma_line(line) if is_usual else semicolon_line(line, COLUMNS, _TEXTS))


def _lines(condition: Condition) -> Iterator[list[object]]:
    for label, share in condition.shares.items():
        yield [
            *(condition.name, label, condition.n_participants, condition.n_recordings),
            condition.n_faceless,
            *_cells(share),
            *_cells(condition.episodes[label]),
            *_cells(condition.valence),
            *_cells(condition.lost),
        ]


def _cells(found: Figure) -> list[str | None]:
    return [None if value is None else figure(value) for value in found]
