"""What a reader finds in an export, compared with the rows that it was made of."""

from typing import Any

import numpy as np

from fer_desktop.core.labels import LABELS
from fer_desktop.export.events import by_start
from fer_desktop.sessions.rows import Row

Found = tuple[int, float]
"""How many entries a reader finds, and how far they are from the rows at most."""


def raw_of(rows: list[Row]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return the raw probabilities of all faces."""
    values = [row.raw.probabilities for row in rows if row.raw is not None]
    return np.array(values, np.float64).reshape(-1, len(LABELS))


def episodes_of(rows: list[Row]) -> list[tuple[int, float, float, str]]:
    """Return face, start, end and label of each episode."""
    return sorted((e.face_id, e.start_s, e.end_s, e.label) for e in by_start(rows))


def same(values: Any, known: Any) -> Found:  # noqa: ANN401 - arrays
    """Compare numbers."""
    values, known = np.asarray(values, float), np.asarray(known, float)
    if values.shape != known.shape:
        return len(values), np.inf
    return len(values), float(np.abs(values - known).max()) if known.size else 0.0


def same_episodes(found: list[tuple[int, float, float, str]], rows: list[Row]) -> Found:
    """Compare episodes."""
    known = episodes_of(rows)
    found = sorted(found)
    if [(e[0], e[3]) for e in found] != [(e[0], e[3]) for e in known]:
        return len(found), np.inf
    return same([e[1:3] for e in found], [e[1:3] for e in known])


def number_of(text: str) -> int:
    """Return a face's number from a name such as "face 2"."""
    return int("".join(filter(str.isdigit, str(text))))
