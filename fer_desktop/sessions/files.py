"""Reads a session's folder, also one whose recording ended in mid-sentence."""

import json
import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import SessionError, one_line
from fer_desktop.sessions.records import from_cell
from fer_desktop.sessions.row_reader import (
    LATEST_S,
    MOST,
    is_cut,
    number,
    read_rows,
    read_table,
    whole,
)
from fer_desktop.sessions.rows import Row
from fer_desktop.system.reading import is_within, read_whole
from fer_desktop.vision.media.video_file import is_video

SCHEMA: Final = 1
KIND: Final = "fer-desktop session"

INFO_FILE: Final = "session.json"
FACES_FILE: Final = "faces.csv"
MARKERS_FILE: Final = "markers.csv"
VIDEO_FILE: Final = "video.mp4"

MARKER_COLUMNS: Final = ("time_s", "frame", "wall_time_utc", "text")

_MOST_BYTES: Final = 1_000_000
MOST_MARKERS: Final = 100_000
LARGEST: Final = 1 << 14
"""Pixels; a frame that is said to be wider or higher is none."""


@dataclass(frozen=True)
class Marker:
    """What the user noted at a moment.

    Attributes:
        time_s: Seconds since the start of the session.
        frame: Number of the newest frame then.
        wall_time_utc: ISO 8601 with milliseconds and "Z".
        text: The note; "" for a bare mark.
    """

    time_s: float
    frame: int
    wall_time_utc: str
    text: str


@dataclass(frozen=True)
class SessionFiles:
    """A session as it lies on the disk.

    Attributes:
        folder: Where.
        info: What `session.json` says.
        markers: In the order in which they were set.
        problems: What is not whole, a sentence each.
    """

    folder: Path
    info: dict[str, Any]
    markers: list[Marker] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def video(self) -> Path | None:
        """The recorded video; None without one, or where it can't be played.

        Its Nth picture belongs to the Nth frame that was analyzed: the Nth of the frames in
        `rows()` whose status is neither DROPPED nor LOST.
        """
        file = self.folder / VIDEO_FILE
        return file if is_within(file, self.folder) and is_video(file) else None

    @property
    def n_rows(self) -> int:
        """How many rows it says that it has; 0 where it does not say."""
        return counted(self.info, "rows")

    def rows(self) -> Iterator[Row]:
        """Yield the rows as they were recorded, in constant memory.

        Raises:
            SessionError: `faces.csv` can't be read on.
        """
        return read_rows(self.folder / FACES_FILE)


def read_session(folder: Path) -> SessionFiles:
    """Return a session; its rows are read when they are asked for.

    Raises:
        SessionError: The folder holds no session, or one that can't be read.
    """
    folder = Path(folder)
    info = read_info(folder)
    faces = folder / FACES_FILE
    try:
        faces_are_cut = is_cut(faces)
    except OSError as error:
        raise SessionError(f"{faces} can't be read ({error.strerror}).") from error
    problems = []
    if info.get("state") != "ended":
        problems.append(
            "The recording was not ended properly; what was written until then is here."
        )
    if faces_are_cut:
        problems.append("The last row was not written to its end and is left out.")
    video = folder / VIDEO_FILE
    if os.path.lexists(video) and not is_within(video, folder):
        problems.append("The video is a link that leads out of the session, so it is not opened.")
    elif video.is_file() and not is_video(video):
        problems.append("The video is damaged, or was not written to its end, and can't be played.")
    markers = _markers(folder / MARKERS_FILE, problems)
    return SessionFiles(folder, info, markers, problems)


def is_session(folder: Path) -> bool:
    """Return whether a folder holds a session, whole or not."""
    try:
        read_info(folder)
    except SessionError:
        return False
    return True


def looks_like_session(folder: Path) -> bool:
    """Return whether a folder holds a session, or one whose `session.json` can't be read."""
    parts = (folder / INFO_FILE, folder / FACES_FILE)
    return is_session(folder) or all(map(os.path.lexists, parts))


def counted(info: dict[str, Any], what: str) -> int:
    """Return one of the counts in a `session.json`; 0 where it does not say."""
    counts = info.get("counts")
    n = counts.get(what) if isinstance(counts, dict) else None
    is_count = isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= MOST
    return n if is_count and isinstance(n, int) else 0


def frame_size(info: dict[str, Any]) -> tuple[int, int] | None:
    """Return the width and height that a session gives; None where they are no picture's."""
    size = info.get("frame_size")
    if not isinstance(size, list) or len(size) != 2:
        return None
    if not all(isinstance(n, int) and 2 <= n <= LARGEST for n in size):
        return None
    return size[0], size[1]


def read_info(folder: Path) -> dict[str, Any]:
    """Return what a session's `session.json` says.

    Raises:
        SessionError: There is none, or it is of something else or of a newer program.
    """
    file = folder / INFO_FILE
    try:
        content = read_whole(file, _MOST_BYTES, within=folder)
    except OSError as error:
        raise SessionError(
            f"{folder} holds no session: {INFO_FILE} can't be read ({error.strerror})."
        ) from error
    try:
        info = json.loads(content.decode("utf-8"), parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise SessionError(
            f"{folder}: this session can't be read, its {INFO_FILE} is damaged ({one_line(error)})."
        ) from error
    if not isinstance(info, dict) or info.get("kind") != KIND:
        raise SessionError(f"{folder} holds no session: {INFO_FILE} is of something else.")
    schema = info.get("schema")
    if not isinstance(schema, int) or not 1 <= schema <= SCHEMA:
        raise SessionError(f"{folder} was recorded by a newer FER Desktop; update this one.")
    return info


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no number")
    return value


def _markers(file: Path, problems: list[str]) -> list[Marker]:
    """Return the markers; what is wrong with them is told and costs no more than them."""
    found: list[Marker] = []
    if not os.path.lexists(file):
        return found
    try:
        for cells in islice(read_table(file, MARKER_COLUMNS), MOST_MARKERS):
            found.append(_marker(cells))  # noqa: PERF401 - those before a bad one stay
    except SessionError as error:
        problems.append(f"Not all markers can be read ({one_line(error)}).")
    except ValueError as error:
        words = f"row {len(found) + 2}: {one_line(error)}"
        problems.append(f"Not all markers can be read ({words}).")
    return found


def _marker(cells: Sequence[str]) -> Marker:
    time_s, frame, wall_time_utc, text = cells
    when = number(time_s, 0, LATEST_S, "time_s")
    return Marker(when, whole(frame, -1, MOST, "frame"), wall_time_utc, from_cell(text))
