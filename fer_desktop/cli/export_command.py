"""`fer-desktop export`: from sessions, videos and pictures to the files of other programs."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from fer_desktop.batch.exportable import Recording, Recordings
from fer_desktop.batch.inputs import all_read
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.export_info import exported_file
from fer_desktop.export.formats import FORMATS, Format, files_of, require
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.export.session_export import write_export
from fer_desktop.sessions.rows import Row
from fer_desktop.system.terminal import NO_INPUT, OK, SOME_FAILED


@dataclass(frozen=True)
class ExportOrder:
    """What is asked for.

    Attributes:
        inputs: Session folders, videos, pictures, folders of these.
        form: Name of the format.
        output: File, or folder: one that is there, or a name that ends with a slash; None names
            files after the inputs, in the current folder.
        every: Every N-th frame of a video.
        face: The only face that is wanted; None for all.
    """

    inputs: Sequence[str]
    form: str
    output: str | None = None
    every: int = 1
    face: int | None = None


def run_export(order: ExportOrder, settings: Settings, tell: Callable[[str], None]) -> int:
    """Write the files, tell their names, and return the exit code.

    Raises:
        SettingsError: The format does not fit, or a file can't be written.
        SessionError: A session can't be read.
        ModelError: The model can't be used.
    """
    form = FORMATS[order.form]
    require(form)
    source = Recordings(settings, order.every, tell)
    found = source.find(order.inputs)
    _check(form, found)
    files = list(_files(form, found, order.output))
    inputs = InputFiles(lambda: all_read(settings, order.inputs))
    for path, _ in files:
        spare(files_of(form, path), inputs)
        _spare_companions(form, path)
    for path, recordings in files:
        n_read = source.n_frames

        def check(n_before: int = n_read, of: Sequence[Recording] = recordings) -> None:
            if source.n_frames == n_before and not any(each.is_session for each in of):
                raise _NothingReadError

        try:
            _write(form, path, recordings, order.face, check)
        except _NothingReadError:
            tell(f"Nothing could be read, so {path} is not written.")
        else:
            tell(f"{path} is written.")
    if source.n_failed == sum(each.n_inputs for each in found):
        return NO_INPUT
    return SOME_FAILED if source.n_failed else OK


class _NothingReadError(Exception):
    """There is nothing to write."""


def _spare_companions(form: Format, path: Path) -> None:
    """Make sure that what is written beside a file that the user named is no file of the user."""
    for beside in files_of(form, path)[1:]:
        if os.path.lexists(beside) and exported_file(beside) is None:
            raise SettingsError(
                f"{beside} is there already and no export wrote it; the format {form.name} writes "
                "a file of that name too, so say with --output another name or folder."
            )


def _check(form: Format, found: Sequence[Recording]) -> None:
    stills = next((each for each in found if each.info.stills), None)
    if form.needs_time and stills is not None:
        raise SettingsError(
            f"The format {form.name} tells of times, and {stills.path} has none; "
            "give it a session or a video."
        )


def _files(
    form: Format, found: Sequence[Recording], output: str | None
) -> Iterator[tuple[Path, Sequence[Recording]]]:
    """Yield each file to write with the recordings in it."""
    is_folder = output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())
    if output is not None and not is_folder:
        if form.is_single and len(found) > 1:
            raise SettingsError(
                f"The format {form.name} has a file for each recording and these are "
                f"{len(found)}; give a folder: --output {output}{os.sep}"
            )
        yield Path(output), found
        return
    used: set[str] = set()
    for each in found:
        name, number = each.name, 1
        while _folded(name) in used:
            number += 1
            name = f"{each.name}-{number}"
        used.add(_folded(name))
        path = Path(output or "") / f"{name}{form.suffix}"
        if output is None and path.exists():
            raise SettingsError(f"{path} is there already; say with --output where to write.")
        yield path, [each]


def _folded(name: str) -> str:
    """Return what two names have in common that some systems take for the same."""
    return unicodedata.normalize("NFC", name).casefold().rstrip(" .")


def _write(
    form: Format,
    path: Path,
    recordings: Sequence[Recording],
    face: int | None,
    check: Callable[[], None],
) -> None:
    rows, info = recordings[0].rows(), recordings[0].info
    if len(recordings) > 1:
        rows = chain.from_iterable(_with_path(each) for each in recordings)
        title = ", ".join(each.info.title for each in recordings)
        stills = all(each.info.stills for each in recordings)
        info = replace(info, title=title, stills=stills)
    write_export(form, path, rows, info, face=face, check=check)


def _with_path(recording: Recording) -> Iterator[Row]:
    # Of several sessions in one table, faces with the same number are told apart by it.
    return (row if row.path else replace(row, path=recording.path) for row in recording.rows())
