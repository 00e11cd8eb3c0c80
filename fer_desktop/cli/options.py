"""What a command is, and the options that several of them share."""

import argparse
from collections.abc import Callable
from typing import Any, Final, NamedTuple, get_args

from fer_desktop.cli.parser import count, probability
from fer_desktop.core.settings import Search, Settings
from fer_desktop.export.streams.targets import target_of

SOURCE: Final = "camera|camera:N|demo|PATH|URL"


class Command(NamedTuple):
    """A command of the program.

    Attributes:
        name: What is typed.
        text: What it does, for the help.
        add_options: Adds its options to its parser.
        run: Runs it with what was given, and returns the exit code.
    """

    name: str
    text: str
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the option for programs that read what is printed."""
    parser.add_argument("--json", action="store_true", help="for machines")


def add_every(parser: argparse.ArgumentParser) -> None:
    """Add the option that leaves frames of videos out."""
    parser.add_argument(
        "--every", type=count, default=1, metavar="N", help="every N-th frame of a video"
    )


def add_decimal(parser: argparse.ArgumentParser) -> None:
    """Add the option of how numbers of text tables are written."""
    parser.add_argument(
        "--decimal",
        choices=(".", ","),
        default=".",
        help="what numbers of csv tables have before their fraction; with a comma, cells are "
        "parted by semicolons, as spreadsheets of comma countries expect it (default .)",
    )


def add_min_confidence(parser: argparse.ArgumentParser) -> None:
    """Add the option from which confidence on a label is given."""
    parser.add_argument(
        "--min-confidence",
        type=probability,
        metavar="P",
        help="below it a label is 'uncertain' (default: the model's own threshold)",
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the options of what names expressions and what finds faces."""
    parser.add_argument(
        "--model", metavar="NAME|DIR", help=f"bundled model or directory (default {Settings.model})"
    )
    parser.add_argument("--engine", choices=("litert", "keras"), help="default litert")
    parser.add_argument(
        "--detector",
        choices=("haar", "yunet"),
        help="what finds faces: the bundled Haar cascades (default), or a YuNet file of your own",
    )
    parser.add_argument("--detector-model", metavar="FILE", help="that file (ONNX)")


def add_search(parser: argparse.ArgumentParser) -> None:
    """Add the option of how thoroughly faces in videos are looked for."""
    parser.add_argument(
        "--search",
        dest="video_search",
        choices=get_args(Search),
        help="how thoroughly the cascades look for faces in videos (default thorough)",
    )


def settings_from(options: argparse.Namespace, base: Settings) -> Settings:
    """Return the settings with what the command line says over them.

    Raises:
        SettingsError: An option has an impossible value.
    """
    values: dict[str, Any] = {**vars(base)}
    for name in ("model", "engine", "min_confidence", "detector", "detector_model", "video_search"):
        if getattr(options, name, None) is not None:
            values[name] = getattr(options, name)
    if getattr(options, "send", None):
        values["send"] = " ".join(str(target_of(text)) for text in options.send)
    return Settings(**values)
