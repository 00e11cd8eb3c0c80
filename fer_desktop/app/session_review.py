"""What the review of a session is made of: its columns, its markers, its figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fer_desktop.app.background import Background
from fer_desktop.app.session_video import make_playable
from fer_desktop.core.errors import SessionError
from fer_desktop.core.exclusions import Exclusion, figures_without
from fer_desktop.core.rows import Row
from fer_desktop.core.session_table import SessionTable, TableBuilder
from fer_desktop.core.statistics import Statistics
from fer_desktop.export.exclusion_file import read_exclusions
from fer_desktop.export.session_files import SessionFiles, counted, read_info, read_session

VIDEO_STEP: Final = "video"
"""The step of a job while it makes a video playable."""


@dataclass(frozen=True, eq=False)
class LoadedSession:
    """A session that can be looked at.

    Attributes:
        files: Its folder, markers and problems.
        table: Its rows as columns.
        exclusions: The ranges that its figures leave out.
        figures: Of all faces, without those ranges.
        video: What is shown beside the rows, its own or the one that was analyzed; None without.
    """

    files: SessionFiles
    table: SessionTable
    exclusions: tuple[Exclusion, ...]
    figures: Statistics
    video: Path | None


def load(folder: Path) -> Background[LoadedSession]:
    """Begin to read a session; the job counts its rows."""
    return Background(lambda running: loaded(running, folder), "pictures session")


def loaded(running: Background[LoadedSession], folder: Path) -> LoadedSession:
    """Return a session, within a job. A video without an end is made playable first.

    Raises:
        SessionError: It can't be read.
    """
    saved = _with_video(running, folder)
    files = read_session(folder)
    if saved:
        files = replace(files, problems=[*files.problems, saved])
    running.n_done, running.n_expected = 0, files.n_rows
    exclusions = tuple(read_exclusions(folder))
    builder = TableBuilder()
    figures = figures_without(_noted(running.counted(files.rows()), builder), exclusions)
    video = files.video or _analyzed_video(files)
    return LoadedSession(files, builder.table(), exclusions, figures, video)


def _analyzed_video(files: SessionFiles) -> Path | None:
    """Return the video that a session was made from, if it is still where it was."""
    source = files.info.get("source")
    path = source.get("path") if isinstance(source, dict) else None
    video = Path(path) if isinstance(path, str) and path else None
    return video if video is not None and video.is_file() else None


def _with_video(running: Background[LoadedSession], folder: Path) -> str:
    """Make the video playable, and return what is to be said of that; "" for nothing."""
    try:
        running.n_expected = counted(read_info(folder), "analysed")
        running.step = VIDEO_STEP
        return make_playable(folder, running.counted)
    except SessionError as error:
        return str(error)  # the rows can be looked at without it
    finally:
        running.step = ""


def count(files: SessionFiles, exclusions: tuple[Exclusion, ...]) -> Background[Statistics]:
    """Begin to count the figures anew, for other ranges."""

    def job(running: Background[Statistics]) -> Statistics:
        return figures_without(running.counted(files.rows()), exclusions)

    return Background(job, "pictures figures")


def _noted(rows: Iterable[Row], builder: TableBuilder) -> Iterator[Row]:
    for row in rows:
        builder.add(row)
        yield row
