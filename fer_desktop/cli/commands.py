"""The command line. Data goes to stdout, messages and progress to stderr. It must not load Qt."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from fer_desktop import __version__
from fer_desktop.cli import (
    analyze,
    benchmark,
    cameras,
    doctor,
    evaluate,
    export,
    formats,
    models,
    teach,
)
from fer_desktop.cli import options as shared
from fer_desktop.cli.parser import Parser, seconds
from fer_desktop.core.errors import FerError
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.system.files import reason
from fer_desktop.system.terminal import OK, USAGE, close_stdout, exit_code, say

COMMANDS: Final = (
    analyze.COMMAND,
    export.COMMAND,
    evaluate.COMMAND,
    teach.COMMAND,
    benchmark.COMMAND,
    cameras.COMMAND,
    models.COMMAND,
    formats.COMMAND,
    doctor.COMMAND,
)
_DESCRIPTION = "Reads facial expressions live from a webcam. Everything runs on this computer."
_EPILOG = "Without a command the window opens. 'fer-desktop COMMAND --help' says more."


def build_parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    parser = Parser("fer-desktop", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"fer-desktop {__version__}")
    _add_window_options(parser)
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        description = command.text.capitalize() + "."
        own = commands.add_parser(command.name, help=command.text, description=description)
        command.add_options(own)
        own.set_defaults(run=command.run)
    return parser


def parsed(given: Sequence[str]) -> argparse.Namespace:
    """Return the options that were given.

    Raises:
        SystemExit: With the exit code: help or version was printed, or the usage is wrong.
    """
    found: list[argparse.Namespace] = []
    ends: list[int] = []

    def parse() -> int:
        try:
            found.append(build_parser().parse_args(given))
        except SystemExit as end:
            ends.append(end.code if isinstance(end.code, int) else USAGE)
        return OK

    problem = guarded(parse)
    if problem or ends:
        raise SystemExit(problem or ends[0])
    return found[0]


def run(options: argparse.Namespace) -> int:
    """Run the chosen command and return its exit code; each error is one sentence on stderr."""
    return guarded(lambda: options.run(options))


def guarded(command: Callable[[], int]) -> int:
    """Run something that prints, and return its exit code; each error is one sentence on stderr."""
    try:
        code = command()
        sys.stdout.flush()
    except FerError as error:
        say(str(error))
        return exit_code(error)
    except BrokenPipeError:
        close_stdout()  # the reader (head, less) has gone; that is no error of ours
        return OK
    except OSError as error:
        close_stdout()
        what = error.filename if error.filename is not None else "The results"
        say(f"{what} can't be read or written ({reason(error)}).")
        return USAGE
    return code


def spare_what_is_shown(options: argparse.Namespace) -> None:
    """Make sure that the screenshot is not written over what the window shows, nor a session.

    Raises:
        SettingsError: It would be.
    """
    if options.screenshot is not None:
        shown = [options.source] if options.source else []
        spare([options.screenshot], InputFiles(lambda: shown), is_picture=True)


def _add_window_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--source",
        metavar=shared.SOURCE,
        help="what the window shows first (default: the first camera, or the demo without one)",
    )
    shared.add_model(parser)
    parser.add_argument(
        "--send",
        action="append",
        metavar="TARGET",
        help="hand live results to other programs: lsl, osc, ws, or with an address "
        "osc://HOST:PORT, ws://HOST:PORT, lsl://network; may be given several times "
        "(needs 'fer-desktop[live]')",
    )
    parser.add_argument(
        "--no-window", action="store_true", help="run live without a window, until Ctrl+C"
    )
    parser.add_argument(
        "--run-for", type=seconds, metavar="SECONDS", help="close the window after so long"
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save a picture of the window at the end"
    )
