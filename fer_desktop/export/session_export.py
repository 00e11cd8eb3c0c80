"""Writes a session as a file of another program, beside the window; the command writes alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import DataError, SessionError
from fer_desktop.export.export_file import export
from fer_desktop.export.export_info import ExportInfo, session_info
from fer_desktop.export.formats import FORMATS, Format, files_of
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.sessions.exclusion_file import read_exclusions
from fer_desktop.sessions.files import read_session
from fer_desktop.sessions.row_filters import only_face
from fer_desktop.sessions.rows import Row
from fer_desktop.system.background import Background

_N_TOLD: Final = 10
"""So many faces a message lists."""


@dataclass(frozen=True)
class SessionExport:
    """What is asked for.

    Attributes:
        folder: Of the session.
        form: Name of the format.
        path: The file; one that is there is written over.
        face: The only face that is wanted; None for all.
        title: What the file calls the session; "" for the name of its folder.
    """

    folder: Path
    form: str
    path: Path
    face: int | None = None
    title: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that are written."""
        return files_of(FORMATS[self.form], self.path)


def begin_export(order: SessionExport) -> Background[SessionExport]:
    """Begin to write; the job counts the rows, and returns the order when its files are there."""

    def job(running: Background[SessionExport]) -> SessionExport:
        spare(order.files, InputFiles(lambda: [order.folder]))
        session = read_session(order.folder)
        running.n_expected = session.n_rows
        info = session_info(session)
        info = replace(info, title=order.title or info.title)
        rows = running.counted(session.rows())
        write_export(
            FORMATS[order.form], order.path, rows, info, face=order.face, check=running.check
        )
        return order

    return Background(job, "pictures export")


def write_export(
    form: Format,
    path: Path,
    rows: Iterable[Row],
    info: ExportInfo,
    *,
    face: int | None = None,
    check: Callable[[], None] | None = None,
) -> None:
    """Write rows, those of one face if it is wanted; nothing half-written is left.

    Raises:
        DataError: There is no such face.
        SettingsError: The file can't be written.
    """
    if face is not None:
        numbers: set[int] = set()
        rows = _known(only_face(_noted(rows, numbers), face), face, numbers)
        info = replace(info, face=face, n_rows=0)
    export(form, rows, path, info, check)


def free_path(form: Format, folder: Path, stem: str) -> Path:
    """Return a path in a folder at which an export writes over nothing."""
    path, number = folder / f"{stem}{form.suffix}", 1
    while any(file.exists() for file in files_of(form, path)):
        number += 1
        path = folder / f"{stem} ({number}){form.suffix}"
    return path


def _noted(rows: Iterable[Row], numbers: set[int]) -> Iterator[Row]:
    for row in rows:
        if row.face_id is not None:
            numbers.add(row.face_id)
        yield row


def _known(rows: Iterable[Row], face: int, numbers: set[int]) -> Iterator[Row]:
    is_there = False
    for row in rows:
        is_there = is_there or row.face_id == face
        yield row
    if not is_there:
        there = ", ".join(map(str, sorted(numbers)[:_N_TOLD])) or "none"
        more = ", ..." if len(numbers) > _N_TOLD else ""
        raise DataError(f"There is no face {face} in it; its faces are {there}{more}.")


def begin_to_list_faces(folder: Path) -> Background[tuple[int, ...]]:
    """Begin to find out which faces a session has: their numbers, rising."""

    def job(running: Background[tuple[int, ...]]) -> tuple[int, ...]:
        rows = running.counted(read_session(folder).rows())
        return tuple(sorted({row.face_id for row in rows if row.face_id is not None}))

    return Background(job, "pictures faces")


def has_exclusions(folder: Path) -> bool:
    """Return whether a session has ranges that its figures leave out."""
    try:
        return bool(read_exclusions(folder))
    except SessionError:
        return False  # the review says what is wrong with them
