"""What the review of a session is made of: its columns, its markers, its figures."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fer_desktop.sessions.exclusion_file import read_exclusions
from fer_desktop.sessions.exclusions import Exclusion, figures_without
from fer_desktop.sessions.files import SessionFiles, read_session
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.statistics import Statistics
from fer_desktop.sessions.table import SessionTable, TableBuilder
from fer_desktop.system.background import Background
from fer_desktop.system.reading import is_within

_LONGEST_PATH: Final = 4096


@dataclass(frozen=True, eq=False)
class LoadedSession:
    """A session that can be looked at.

    Attributes:
        files: Its folder, markers and problems.
        table: Its rows as columns.
        exclusions: The ranges that its figures leave out.
        figures: Of all faces, without those ranges.
        video: What is shown beside the rows, its own or the one that was analyzed; None without.
        elsewhere: Where outside of its folder it says that the analyzed video lies. Nobody has
            looked there: the user is asked first, for the session may be a stranger's.
    """

    files: SessionFiles
    table: SessionTable
    exclusions: tuple[Exclusion, ...]
    figures: Statistics
    video: Path | None
    elsewhere: Path | None = None


def load(folder: Path) -> Background[LoadedSession]:
    """Begin to read a session; the job counts its rows."""
    return Background(lambda running: loaded(running, folder), "pictures session")


def loaded(running: Background[LoadedSession], folder: Path) -> LoadedSession:
    """Return a session, within a job.

    Raises:
        SessionError: It can't be read.
    """
    files = read_session(folder)
    running.n_done, running.n_expected = 0, files.n_rows
    exclusions = tuple(read_exclusions(folder))
    builder = TableBuilder()
    figures = figures_without(_noted(running.counted(files.rows()), builder), exclusions)
    video, elsewhere = files.video, None
    if video is None:
        video, elsewhere = _analyzed_video(files)
    return LoadedSession(files, builder.table(), exclusions, figures, video, elsewhere)


def _analyzed_video(files: SessionFiles) -> tuple[Path | None, Path | None]:
    """Return the video that a session was made from: where it lies in its folder, or elsewhere."""
    source = files.info.get("source")
    path = source.get("path") if isinstance(source, dict) else None
    if not isinstance(path, str) or not path or len(path) > _LONGEST_PATH or "\0" in path:
        return None, None
    folder = os.path.abspath(files.folder)  # noqa: PTH100 - links are followed later
    video = Path(os.path.normpath(os.path.join(folder, path)))  # noqa: PTH118 - nor here
    # Of a path that leads out not even a link is looked at: it may be on another computer.
    if not video.is_relative_to(folder):
        return None, video
    return (video if video.is_file() and is_within(video, files.folder) else None), None


def count(files: SessionFiles, exclusions: tuple[Exclusion, ...]) -> Background[Statistics]:
    """Begin to count the figures anew, for other ranges."""

    def job(running: Background[Statistics]) -> Statistics:
        return figures_without(running.counted(files.rows()), exclusions)

    return Background(job, "pictures figures")


def _noted(rows: Iterable[Row], builder: TableBuilder) -> Iterator[Row]:
    for row in rows:
        builder.add(row)
        yield row
