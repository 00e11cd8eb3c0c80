"""Episodes in the order of time, for the formats that hold events."""

from collections.abc import Iterable
from typing import Final

from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.sessions.episodes import EndOf, Episode, episodes, no_end
from fer_desktop.sessions.rows import Row

MARKER: Final = "marker"


def by_start(rows: Iterable[Row], end_of: EndOf = no_end) -> list[Episode]:
    """Return all episodes, earliest first; they are few, so they are kept."""
    return sorted(episodes(rows, end_of), key=lambda each: (each.start_s, each.face_id))


def words(label: str) -> str:
    """Return a label as people read it, such as "looks like happiness"."""
    return "not sure" if label == UNCERTAIN else f"looks like {label}"


def marker_text(text: str) -> str:
    """Return what a marker says; a bare mark says "marker"."""
    return text or MARKER
