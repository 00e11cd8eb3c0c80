"""Rows of one face alone, in every frame that there is."""

from collections.abc import Iterable, Iterator

from fer_desktop.sessions.episodes import frames_of
from fer_desktop.sessions.rows import Row


def only_face(rows: Iterable[Row], face_id: int) -> Iterator[Row]:
    """Yield the rows of a face; a frame with others alone becomes one in which it was not found."""
    for frame in frames_of(rows):
        first = frame[0]
        own = [row for row in frame if row.face_id == face_id]
        if own or first.raw is None:
            yield from own or frame
        else:
            yield Row(first.frame, first.time_s, "FIND_FAILED", first.path, first.wall_time_utc)
