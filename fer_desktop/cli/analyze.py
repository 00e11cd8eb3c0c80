"""`fer-desktop analyze`: names the expressions in pictures, videos and folders of them."""

import argparse
import sys
from pathlib import Path
from typing import Final, Literal, get_args

from fer_desktop.batch.runner import BatchOptions, run_batch
from fer_desktop.batch.workbook_run import run_workbook
from fer_desktop.cli import options as shared
from fer_desktop.cli.parser import count
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.system.terminal import NO_INPUT, OK, SOME_FAILED, say

_Form = Literal["table", "json", "jsonl", "csv", "xlsx"]
_FORMS: Final[tuple[_Form, ...]] = get_args(_Form)


def form_of(options: argparse.Namespace) -> _Form:
    """Return the form of the results: as it was said, else as the file's name says."""
    ending = options.output.suffix[1:].lower() if options.output is not None else ""
    said = options.format or ending
    return next((form for form in _FORMS if form == said), "table")


def _add_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="picture, video or folder")
    add(
        "--format",
        choices=_FORMS,
        help="default: what the ending of --output's name says, else table",
    )
    add("--output", type=Path, metavar="FILE", help="write there instead of to stdout")
    add("--annotate", type=Path, metavar="DIR", help="save copies with boxes and labels there")
    shared.add_every(parser)
    shared.add_decimal(parser)
    shared.add_min_confidence(parser)
    add(
        "--workers",
        type=count,
        metavar="N",
        help="processes (default: one a core for more than a few inputs; 1 does all in this one)",
    )
    add(
        "--resume",
        action="store_true",
        help="go on where the same command was stopped (csv or jsonl, with --output)",
    )
    add(
        "--scheduler",
        metavar="ADDRESS",
        help="share the work on a Dask cluster (needs 'fer-desktop[cluster]')",
    )
    shared.add_model(parser)
    shared.add_search(parser)


def _run(options: argparse.Namespace) -> int:
    form = form_of(options)
    run_all = run_workbook if form == "xlsx" else run_batch
    asked = BatchOptions(
        inputs=options.inputs,
        form="csv" if form == "xlsx" else form,
        output=options.output,
        annotate=options.annotate,
        every=options.every,
        n_workers=options.workers,
        resume=options.resume,
        scheduler=options.scheduler or "",
        decimal=options.decimal,
    )
    settings = shared.settings_from(options, Settings())
    try:
        found = run_all(settings, asked, say, shows_progress=sys.stderr.isatty())
    except OSError as error:
        if options.output is None:
            raise
        raise SettingsError(f"{options.output}: can't be written ({error.strerror}).") from error
    if found.n_failed == found.n_inputs:
        return NO_INPUT
    return SOME_FAILED if found.n_failed or found.n_uncopied else OK


COMMAND = shared.Command(
    "analyze", "name the expressions in pictures, videos and folders of them", _add_options, _run
)
