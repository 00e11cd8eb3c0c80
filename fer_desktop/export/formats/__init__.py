"""All formats of exports, by name."""

import importlib.util
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.export_info import ExportInfo, exported_file
from fer_desktop.export.formats import (
    bids,
    boris,
    datavyu,
    elan,
    face_reader,
    html_report,
    json_lines,
    observer,
    parquet,
    physio,
    py_feat,
    statistics_table,
    study_report,
    study_table,
    subrip,
    text_grid,
    tidy_csv,
    workbook,
)
from fer_desktop.sessions.rows import Row

Writer = Callable[[Iterable[Row], Path, ExportInfo], None]
About = Callable[[ExportInfo], dict[str, Any]]


@dataclass(frozen=True)
class Format:
    """A format of exports.

    Attributes:
        name: What the command line calls it.
        suffix: How its files end, with the dot; no other format's end alike.
        write: Writes rows, which may be endless, to a path.
        words: What the file holds, and what reads it.
        about: Makes the JSON file that is written beside it; None where the file itself tells what
            made it.
        seeks: Its library goes back in the file, which a pipe or a device can't.
        library: The package that it needs beyond the program's own; "" for none.
        needs_time: It tells of times, so that single pictures have no place in it.
        is_single: A file holds one recording; several ones are several files.
        has_one_face: Of several faces, a file holds one.
        has_decimals: Its numbers may have a comma before their fraction.
        is_study: It brings recordings together by participant and condition.
    """

    name: str
    suffix: str
    write: Writer
    words: str
    about: About | None = None
    seeks: bool = False
    library: str = ""
    needs_time: bool = False
    is_single: bool = False
    has_one_face: bool = False
    has_decimals: bool = False
    is_study: bool = False


def _plain_about(info: ExportInfo) -> dict[str, Any]:
    return info.as_dict()


_LISTED: Final = (
    Format(
        "csv",
        ".csv",
        tidy_csv.write,
        "Tidy table with a row for each face in each frame, and a list of its columns beside it.",
        tidy_csv.about,
        has_decimals=True,
    ),
    Format(
        "jsonl",
        ".jsonl",
        json_lines.write,
        "The tidy table as JSON Lines: an object for each row; what is missing is null.",
        tidy_csv.about,
    ),
    Format(
        "parquet",
        ".parquet",
        parquet.write,
        "The tidy table with types, compressed; readable by pandas, R, DuckDB and others.",
        library="pyarrow",
    ),
    Format(
        "xlsx",
        "_faces.xlsx",
        workbook.write,
        "The tidy table as a workbook: numbers as numbers, and a sheet that explains its columns.",
        seeks=True,
        library="openpyxl",
    ),
    Format(
        "py-feat",
        "_py-feat.csv",
        py_feat.write,
        "Readable by Py-Feat's read_feat: boxes, seven emotions in its order, contempt beside.",
        _plain_about,
    ),
    Format(
        "facereader-detailed",
        "_detailed.txt",
        face_reader.write_detailed,
        "FaceReader-style detailed log: the largest face in a line for each frame, or FIND_FAILED.",
        needs_time=True,
        is_single=True,
        has_one_face=True,
    ),
    Format(
        "facereader-state",
        "_state.txt",
        face_reader.write_states,
        "FaceReader-style state log: a line for each change of the shown label.",
        needs_time=True,
        is_single=True,
        has_one_face=True,
    ),
    Format(
        "facereader6-detailed",
        "_detailed6.txt",
        face_reader.write_old_detailed,
        "The detailed log in the older form of version 6.",
        needs_time=True,
        is_single=True,
        has_one_face=True,
    ),
    Format(
        "facereader6-state",
        "_state6.txt",
        face_reader.write_old_states,
        "The state log in the older form of version 6.",
        needs_time=True,
        is_single=True,
        has_one_face=True,
    ),
    Format(
        "bids",
        "_events.tsv",
        bids.write,
        "BIDS events: a row for each episode and marker, and the JSON file that BIDS wants.",
        bids.about,
        needs_time=True,
        is_single=True,
    ),
    Format(
        "physio",
        "_physio.tsv.gz",
        physio.write,
        "BIDS continuous recording: one face's probabilities and valence at a fixed rate.",
        physio.about,
        needs_time=True,
        is_single=True,
        has_one_face=True,
    ),
    Format(
        "textgrid",
        ".TextGrid",
        text_grid.write,
        "Praat TextGrid: a tier of intervals for each face, and one of points for the markers.",
        _plain_about,
        needs_time=True,
        is_single=True,
    ),
    Format(
        "elan",
        ".tsv",
        elan.write,
        "Readable by ELAN's import of tab-separated text: a tier for each face, in milliseconds.",
        _plain_about,
        needs_time=True,
        is_single=True,
    ),
    Format(
        "boris",
        ".xlsx",
        boris.write,
        "Readable by BORIS, which imports it into an open observation: starts and stops.",
        seeks=True,
        library="openpyxl",
        needs_time=True,
        is_single=True,
    ),
    Format(
        "observer",
        "_observer.txt",
        observer.write,
        "Event log as The Observer XT exports its own: state starts and stops, markers as points.",
        _plain_about,
        needs_time=True,
        is_single=True,
    ),
    Format(
        "datavyu",
        "_datavyu.csv",
        datavyu.write,
        "Readable by Datavyu: a column of its spreadsheet for each face, and one for the markers.",
        _plain_about,
        needs_time=True,
        is_single=True,
    ),
    Format(
        "srt",
        ".srt",
        subrip.write,
        "SubRip subtitles of the shown labels, for players of the video.",
        _plain_about,
        needs_time=True,
        is_single=True,
    ),
    Format(
        "statistics",
        "_statistics.csv",
        statistics_table.write,
        "Share of time, episodes, transitions, valence and share of lost frames for each face.",
        _plain_about,
        has_decimals=True,
    ),
    Format(
        "html",
        ".html",
        html_report.write,
        "Report with plots and statistics in one file that opens without a network.",
        is_single=True,
    ),
)
FORMATS: Final = {each.name: each for each in _LISTED}
"""Those that a single recording can be written in."""
_OF_STUDIES: Final = (
    Format(
        "study",
        "_study.csv",
        study_table.write,
        "A study of several recordings: figures of each condition, intervals over participants.",
        _plain_about,
        needs_time=True,
        has_decimals=True,
        is_study=True,
    ),
    Format(
        "study-html",
        "_study.html",
        study_report.write,
        "The same study as a report with figures, in one file that opens without a network.",
        needs_time=True,
        is_study=True,
    ),
)
ALL_FORMATS: Final = FORMATS | {each.name: each for each in _OF_STUDIES}
"""With those that bring several recordings together."""


def require(form: Format) -> None:
    """Make sure that what a format needs is installed.

    Raises:
        SettingsError: It is not.
    """
    if form.library and importlib.util.find_spec(form.library) is None:
        raise SettingsError(
            f"The format {form.name} needs {form.library}; install 'fer-desktop[exports]'."
        )


def files_of(form: Format, path: Path) -> tuple[Path, ...]:
    """Return all files of an export, its own first."""
    return (path,) if form.about is None else (path, about_path(path))


def about_path(path: Path) -> Path:
    """Return the place of the JSON file beside an export; not that of another export's file."""
    beside = (path.with_suffix("") if path.suffix == ".gz" else path).with_suffix(".json")
    if beside == path:
        return path.with_suffix(".about.json")
    return beside if exported_file(beside) in (None, "", path.name) else _told_apart(path)


def _told_apart(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def formats_table() -> str:
    """Return what formats there are, as a table in Markdown."""
    lines = ["| format | file | what | needs |", "|---|---|---|---|"]
    for each in ALL_FORMATS.values():
        files = [f"NAME{each.suffix}"]
        if each.about is not None:
            files.append(about_path(Path(files[0])).name)
        file = ", ".join(f"`{name}`" for name in files)
        lines.append(f"| `{each.name}` | {file} | {each.words} | {each.library or 'nothing'} |")
    return "\n".join(lines) + "\n"
