"""What the formats of exports are called in the window, and what reads them, in its language."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from fer_desktop.core.errors import SettingsError
from fer_desktop.export.formats import Format, require
from fer_desktop.gui.common.marking import QT_TRANSLATE_NOOP

TITLES: Final = {
    # Names of formats and programs are the same in every language.
    "csv": "CSV",
    "jsonl": "JSON Lines",
    "parquet": "Parquet",
    "xlsx": QT_TRANSLATE_NOOP("Export", "Workbook"),
    "py-feat": "Py-Feat",
    "facereader-detailed": QT_TRANSLATE_NOOP("Export", "Detailed log"),
    "facereader-state": QT_TRANSLATE_NOOP("Export", "State log"),
    "facereader6-detailed": QT_TRANSLATE_NOOP("Export", "Detailed log, older form"),
    "facereader6-state": QT_TRANSLATE_NOOP("Export", "State log, older form"),
    "bids": "BIDS",
    "physio": "BIDS physio",
    "textgrid": "Praat TextGrid",
    "elan": "ELAN",
    "boris": "BORIS",
    "observer": "The Observer XT",
    "datavyu": "Datavyu",
    "srt": QT_TRANSLATE_NOOP("Export", "Subtitles"),
    "statistics": QT_TRANSLATE_NOOP("Export", "Statistics"),
    "html": QT_TRANSLATE_NOOP("Export", "Report"),
}

DESCRIPTIONS: Final = (
    # Those of the formats themselves, marked for the translators.
    QT_TRANSLATE_NOOP(
        "Export",
        "Tidy table with a row for each face in each frame, and a list of its columns beside it.",
    ),
    QT_TRANSLATE_NOOP(
        "Export", "The tidy table as JSON Lines: an object for each row; what is missing is null."
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "The tidy table with types, compressed; readable by pandas, R, DuckDB and others.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "The tidy table as a workbook: numbers as numbers, and a sheet that explains its columns.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "Readable by Py-Feat's read_feat: boxes, seven emotions in its order, contempt beside.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "FaceReader-style detailed log: the largest face in a line for each frame, or FIND_FAILED.",
    ),
    QT_TRANSLATE_NOOP(
        "Export", "FaceReader-style state log: a line for each change of the shown label."
    ),
    QT_TRANSLATE_NOOP("Export", "The detailed log in the older form of version 6."),
    QT_TRANSLATE_NOOP("Export", "The state log in the older form of version 6."),
    QT_TRANSLATE_NOOP(
        "Export",
        "BIDS events: a row for each episode and marker, and the JSON file that BIDS wants.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "BIDS continuous recording: one face's probabilities and valence at a fixed rate.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "Praat TextGrid: a tier of intervals for each face, and one of points for the markers.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "Readable by ELAN's import of tab-separated text: a tier for each face, in milliseconds.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "Readable by BORIS, which imports it into an open observation: starts and stops.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "Event log as The Observer XT exports its own: state starts and stops, markers as points.",
    ),
    QT_TRANSLATE_NOOP(
        "Export",
        "Readable by Datavyu: a column of its spreadsheet for each face, and one for the markers.",
    ),
    QT_TRANSLATE_NOOP("Export", "SubRip subtitles of the shown labels, for players of the video."),
    QT_TRANSLATE_NOOP(
        "Export",
        "Share of time, episodes, transitions, valence and share of lost frames for each face.",
    ),
    QT_TRANSLATE_NOOP(
        "Export", "Report with plots and statistics in one file that opens without a network."
    ),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def title_of(form: Format) -> str:
    """Return what a format is called, with the end of its files: "CSV (.csv)"."""
    title = TITLES[form.name]
    return f"{_tr(title)} ({form.suffix})"


def description_of(form: Format) -> str:
    """Return what a file of a format holds, and what reads it."""
    words = form.words
    return _tr(words)


def why_missing(form: Format) -> str:
    """Return why a format can't be written here; "" where it can."""
    try:
        require(form)
    except SettingsError:
        words = _tr("Not possible here: {package} is not installed ({command}).")
        return words.format(package=form.library, command="pip install fer-desktop[exports]")
    return ""
