"""A row as typed values: text, whole numbers and numbers, None where there is none."""

from typing import Final

from fer_desktop.sessions.rows import COLUMNS, Row, cells

TEXTS: Final = frozenset(
    {"path", "wall_time_utc", "status", "quality", "label", "label_shown"},
)
INTEGERS: Final = frozenset({"frame", "face_id", "x1", "y1", "x2", "y2"})
"""All other columns are numbers."""


def values(row: Row) -> dict[str, str | int | float | None]:
    """Return a row's values by column, in the order of `COLUMNS`."""
    return {name: _value(name, cell) for name, cell in zip(COLUMNS, cells(row), strict=True)}


def _value(name: str, cell: object) -> str | int | float | None:
    if cell == "":
        return None
    if name in TEXTS:
        return str(cell)
    text = str(cell)
    return int(text) if name in INTEGERS else float(text)
