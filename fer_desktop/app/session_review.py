"""What the review of a session is made of: its columns, its markers, its figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fer_desktop.app.background import Background
from fer_desktop.core.exclusions import Exclusion, figures_without
from fer_desktop.core.rows import Row
from fer_desktop.core.session_table import SessionTable, TableBuilder
from fer_desktop.core.statistics import Statistics
from fer_desktop.export.exclusion_file import read_exclusions
from fer_desktop.export.session_files import SessionFiles, read_session


@dataclass(frozen=True, eq=False)
class LoadedSession:
    """A session that can be looked at.

    Attributes:
        files: Its folder, markers and problems.
        table: Its rows as columns.
        exclusions: The ranges that its figures leave out.
        figures: Of all faces, without those ranges.
        video: What is shown beside the rows; None without one.
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
    """Return a session, within a job.

    Raises:
        SessionError: It can't be read.
    """
    files = read_session(folder)
    running.n_done, running.n_expected = 0, files.n_rows
    exclusions = tuple(read_exclusions(folder))
    builder = TableBuilder()
    figures = figures_without(_noted(running.counted(files.rows()), builder), exclusions)
    return LoadedSession(files, builder.table(), exclusions, figures, files.video)


def count(files: SessionFiles, exclusions: tuple[Exclusion, ...]) -> Background[Statistics]:
    """Begin to count the figures anew, for other ranges."""

    def job(running: Background[Statistics]) -> Statistics:
        return figures_without(running.counted(files.rows()), exclusions)

    return Background(job, "pictures figures")


def _noted(rows: Iterable[Row], builder: TableBuilder) -> Iterator[Row]:
    for row in rows:
        builder.add(row)
        yield row
