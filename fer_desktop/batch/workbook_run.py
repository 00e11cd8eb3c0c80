"""A run into a workbook: its rows are collected as a table, and made a workbook at the end."""

import tempfile
from dataclasses import replace
from pathlib import Path

from fer_desktop.batch.exportable import settings_of_files
from fer_desktop.batch.inputs import all_read
from fer_desktop.batch.journal import Mark
from fer_desktop.batch.runner import BatchOptions, Check, Count, Tell, run_batch
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.export.export_file import export
from fer_desktop.export.export_info import ExportInfo
from fer_desktop.export.formats import FORMATS, require
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.sessions.records import model_record
from fer_desktop.sessions.row_reader import read_rows
from fer_desktop.vision import assembly
from fer_desktop.vision.doctor import versions


def run_workbook(
    settings: Settings,
    options: BatchOptions,
    tell: Tell,
    *,
    shows_progress: bool = False,
    count: Count | None = None,
    check: Check = lambda: None,
) -> Mark:
    """Analyze all inputs into a workbook, as `run_batch` does into text; or leave no file at all.

    Args:
        settings: How to analyze.
        options: What was asked for; its format does not matter.
        tell: Takes the sentence of each input that failed, and progress.
        shows_progress: Whether it takes progress.
        count: As for `run_batch`.
        check: As for `run_batch`.

    Raises:
        FerError: The run can't begin, or can't go on.
        OSError: The output can't be written.
    """
    path = options.output
    if path is None:
        raise SettingsError("A workbook is a file: say with --output where it goes.")
    if options.resume:
        raise SettingsError("--resume is for --format csv or jsonl; a workbook is made at the end.")
    if options.decimal != ".":
        raise SettingsError(
            "--decimal is for --format csv; a spreadsheet shows the numbers of a workbook as its "
            "country writes them."
        )
    form = FORMATS["xlsx"]
    require(form)
    spare([path], InputFiles(lambda: all_read(settings, options.inputs)))
    with tempfile.TemporaryDirectory(prefix="fer-desktop-") as folder:
        table = Path(folder) / "faces.csv"
        asked = replace(options, form="csv", output=table, made_into=path)
        mark = run_batch(
            settings, asked, tell, shows_progress=shows_progress, count=count, check=check
        )
        if table.exists():  # something could be read
            export(form, read_rows(table), path, _info(settings, options))
    return mark


def _info(settings: Settings, options: BatchOptions) -> ExportInfo:
    first, n_more = options.inputs[0], len(options.inputs) - 1
    title = f"{first} and {n_more} more" if n_more else first
    return ExportInfo(
        title,
        source={"kind": "files", "name": title},
        model=model_record(assembly.make_classifier(settings)),
        settings=settings_of_files(settings, options.every),
        versions=versions(),
    )
