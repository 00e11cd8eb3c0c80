"""`fer-desktop export`: from sessions, videos and pictures to the files of other programs."""

import argparse
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from fer_desktop.batch.exportable import Recording, Recordings
from fer_desktop.batch.inputs import all_read
from fer_desktop.cli import options as shared
from fer_desktop.cli.parser import count
from fer_desktop.core.errors import SessionError, SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.export_info import ExportInfo, exported_file
from fer_desktop.export.formats import ALL_FORMATS, Format, files_of, require
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.export.session_export import write_export
from fer_desktop.export.study_groups import not_given, place_of, places_of, read_groups
from fer_desktop.export.text_table import Decimal
from fer_desktop.sessions.rows import Row
from fer_desktop.sessions.study import Place
from fer_desktop.system.terminal import NO_INPUT, OK, SOME_FAILED, say


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
        decimal: What numbers in tables of text have before their fraction.
        groups: Table of participants and conditions for a study; None reads the names.
    """

    inputs: Sequence[str]
    form: str
    output: str | None = None
    every: int = 1
    face: int | None = None
    decimal: Decimal = "."
    groups: Path | None = None


def run_export(order: ExportOrder, settings: Settings, tell: Callable[[str], None]) -> int:
    """Write the files, tell their names, and return the exit code.

    Raises:
        SettingsError: The format does not fit, or a file can't be written.
        SessionError: A session can't be read.
        ModelError: The model can't be used.
    """
    form = _form(order)
    source = Recordings(settings, order.every, tell)
    found = source.find(order.inputs)
    _check(form, found)
    files = list(_files(form, found, order.output))
    groups = [] if order.groups is None else [str(order.groups)]
    inputs = InputFiles(lambda: chain(all_read(settings, order.inputs), groups))
    for path, _ in files:
        spare(files_of(form, path), inputs)
        _spare_companions(form, path)
    for path, recordings in files:
        n_read = source.n_frames

        def check(n_before: int = n_read, of: Sequence[Recording] = recordings) -> None:
            if source.n_frames == n_before and not any(each.is_session for each in of):
                raise _NothingReadError

        try:
            _write(form, path, recordings, order, check, tell)
        except _NothingReadError:
            tell(f"Nothing could be read, so {path} is not written.")
        except SessionError as error:
            if len(files) == 1:
                raise
            source.n_failed += len(recordings)
            tell(f"{error} {path} is not written.")
        else:
            tell(f"{path} is written.")
    if source.n_failed == source.n_inputs:
        return NO_INPUT
    return SOME_FAILED if source.n_failed else OK


def _form(order: ExportOrder) -> Format:
    """Return the format that is asked for.

    Raises:
        SettingsError: It needs a package that is not there, or an option is not for it.
    """
    form = ALL_FORMATS[order.form]
    require(form)
    if order.decimal != "." and not form.has_decimals:
        able = ", ".join(each.name for each in ALL_FORMATS.values() if each.has_decimals)
        raise SettingsError(
            f"The format {form.name} writes numbers in its own way; --decimal is for {able}."
        )
    if order.groups is not None and not form.is_study:
        raise SettingsError("--groups is for the formats study and study-html.")
    return form


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
    if form.is_study and (output is None or is_folder):
        path = Path(output or "") / f"all{form.suffix}"
        if output is None and path.exists():
            raise SettingsError(f"{path} is there already; say with --output where to write.")
        yield path, found
        return
    if output is not None and not is_folder:
        if form.is_single and len(found) > 1:
            raise SettingsError(
                f"The format {form.name} has a file for each recording and these are "
                f"{len(found)}; give a folder: --output {Path(output).with_suffix('')}{os.sep}"
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
    order: ExportOrder,
    check: Callable[[], None],
    tell: Callable[[str], None],
) -> None:
    rows, info = recordings[0].rows(), recordings[0].info
    if len(recordings) > 1 or form.is_study:
        rows, info = _together(recordings)
    if form.is_study:
        info = replace(info, places=_places(recordings, info, order.groups, tell))
    info = replace(info, decimal=order.decimal)
    write_export(form, path, rows, info, face=order.face, check=check)


def _places(
    recordings: Sequence[Recording],
    info: ExportInfo,
    groups: Path | None,
    tell: Callable[[str], None],
) -> dict[str, Place]:
    """Return participant and condition of each recording, by the path of its rows."""
    names = {
        str(told["path"]): (each.name, Path(each.path).name, each.path)
        for told, each in zip(info.inputs, recordings, strict=True)
    }
    if groups is not None:
        table = read_groups(groups)
        places, absent = places_of(names, table), not_given(names, table)
        if absent:
            tell(f"{groups}: it names {absent} too, and no such recording was given.")
        return places
    return {
        path: place_of(called[0], each.info.participant, each.info.session)
        for (path, called), each in zip(names.items(), recordings, strict=True)
    }


def _together(recordings: Sequence[Recording]) -> tuple[Iterator[Row], ExportInfo]:
    """Return the rows of several recordings, told apart by their paths, and what is told of all."""
    paths = list(_paths_of(recordings))
    rows = chain.from_iterable(map(_with_path, recordings, paths))
    infos = [each.info for each in recordings]
    of_path = dict(zip(paths, recordings, strict=True))

    def end_of(path: str) -> float | None:
        one = of_path.get(path)
        return one.info.end_of(one.path) if one is not None else None

    title = ", ".join(info.title for info in infos)
    told = replace(
        infos[0],
        title=title,
        stills=all(info.stills for info in infos),
        started_utc="",
        source={"kind": "several", "name": title},
        participant="",
        session="",
        problems=tuple(f"{info.title}: {words}" for info in infos for words in info.problems),
        markers=(),
        n_rows=sum(info.n_rows for info in infos),
        end_of=end_of,
        inputs=tuple(
            {"path": path, **_told_of(info)} for path, info in zip(paths, infos, strict=True)
        ),
    )
    return rows, told


def _told_of(info: ExportInfo) -> dict[str, Any]:
    """Return what is told of one of several recordings."""
    told = info.as_dict()
    names = ("title", "started_utc", "source", "participant", "session", "model", "settings")
    return {name: told[name] for name in names if name in told}


def _paths_of(recordings: Sequence[Recording]) -> Iterator[str]:
    """Yield what each recording's rows have as path: its own, with a number where it is taken."""
    used: set[str] = set()
    for each in recordings:
        path, number = each.path, 1
        while path in used:
            number += 1
            path = f"{each.path} ({number})"
        used.add(path)
        yield path


def _with_path(recording: Recording, path: str) -> Iterator[Row]:
    # Two sessions of one video would be one recording by the path of that video.
    is_own = recording.path == path and not recording.is_session
    return (row if is_own else replace(row, path=path) for row in recording.rows())


def _add_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="session folder, video, picture or folder")
    add("--format", choices=ALL_FORMATS, required=True, help="what each is: docs/formats.md")
    add(
        "--output",
        metavar="FILE|DIR",
        help="write there instead of into this folder, under the input's name",
    )
    shared.add_every(parser)
    add("--face", type=count, metavar="N", help="only the face with this number, from 1")
    shared.add_decimal(parser)
    add(
        "--groups",
        type=Path,
        metavar="FILE",
        help="of a study, a table with the columns recording, participant, condition "
        "(default: what was said when it was recorded, else sub-... and cond-, task- or ses-... "
        "in the recordings' names)",
    )
    shared.add_min_confidence(parser)
    shared.add_model(parser)
    shared.add_search(parser)


def _run(options: argparse.Namespace) -> int:
    order = ExportOrder(
        options.inputs,
        options.format,
        options.output,
        options.every,
        options.face,
        options.decimal,
        options.groups,
    )
    return run_export(order, shared.settings_from(options, Settings()), say)


COMMAND = shared.Command(
    "export",
    "write sessions, videos and pictures as files of other programs, or as a report",
    _add_options,
    _run,
)
