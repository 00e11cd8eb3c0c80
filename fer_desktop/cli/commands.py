"""The command line. Data goes to stdout, messages and progress to stderr. It must not load Qt."""

import argparse
import json
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, get_args

from fer_desktop import __version__
from fer_desktop.batch.runner import BatchOptions, run_batch
from fer_desktop.batch.workbook_run import run_workbook
from fer_desktop.cli.benchmark import BUILT_IN, benchmark, benchmark_text
from fer_desktop.cli.export_command import ExportOrder, run_export
from fer_desktop.cli.formats_command import formats_json, formats_text
from fer_desktop.cli.headless import run_headless
from fer_desktop.cli.models_command import models_json, models_text
from fer_desktop.core.errors import FerError, SettingsError
from fer_desktop.core.inert import inert, without_secrets
from fer_desktop.core.settings import Search, Settings
from fer_desktop.evaluation.datasets import SPLITS, read_samples, split_to_read
from fer_desktop.evaluation.plots import (
    CALIBRATION_FILE,
    CONFUSION_FILE,
    prepare_plots,
    write_plots,
)
from fer_desktop.evaluation.report import figures_text
from fer_desktop.evaluation.run import classify_samples
from fer_desktop.export.formats import ALL_FORMATS
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.export.streams.live_output import LiveOutput
from fer_desktop.export.streams.targets import target_of
from fer_desktop.sessions.new_session import model_of
from fer_desktop.system import paths
from fer_desktop.system.files import reason
from fer_desktop.system.terminal import (
    NO_INPUT,
    OK,
    SOME_FAILED,
    USAGE,
    close_stdout,
    exit_code,
    say,
    show,
)
from fer_desktop.vision import assembly, doctor
from fer_desktop.vision.camera.devices import list_cameras
from fer_desktop.vision.camera.formats import offered_formats

HEADLESS_S: Final = 5.0

_DESCRIPTION = "Reads facial expressions live from a webcam. Everything runs on this computer."
_DECIMAL: Final = (
    "what numbers of csv tables have before their fraction; with a comma, cells are parted by "
    "semicolons, as spreadsheets of comma countries expect it (default .)"
)
_EPILOG = "Without a command the window opens. 'fer-desktop COMMAND --help' says more."


class _Parser(argparse.ArgumentParser):
    """Repeats what it was given such that it drives no terminal, and tells a full disk."""

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401
        if message:
            (file or sys.stderr).write(inert(without_secrets(message), keep="\n"))


def build_parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    parser = _Parser("fer-desktop", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"fer-desktop {__version__}")
    parser.add_argument(
        "--source",
        metavar="camera|camera:N|demo|PATH|URL",
        help="what the window shows first (default: the first camera, or the demo without one)",
    )
    _add_model_options(parser)
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
        "--run-for", type=_seconds, metavar="SECONDS", help="close the window after so long"
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save a picture of the window at the end"
    )
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_analyze(commands)
    _add_export(commands)
    _add_evaluate(commands)
    _add_benchmark(commands)
    _add_simple(commands, "cameras", _run_cameras, "list the cameras of this computer")
    _add_simple(
        commands, "models", _run_models, "list the bundled models, their figures and limits"
    )
    _add_simple(commands, "formats", _run_formats, "tell what can be read and written here")
    _add_simple(commands, "doctor", _run_doctor, "check whether everything needed is there")
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


def run_without_window(options: argparse.Namespace, settings: Settings, why: str) -> int:
    """Run the live pipeline without a window, say why there is none, and return the exit code."""
    is_asked = getattr(options, "no_window", False)
    seconds = options.run_for or (math.inf if is_asked else HEADLESS_S)
    source = options.source or "demo"
    picture = options.screenshot or paths.cache_directory() / "live.png"
    how_long = f"for {seconds:g} s" if math.isfinite(seconds) else "until Ctrl+C"
    begin = f"{why} So the" if why else "The"
    say(f"{begin} live pipeline runs without a window, on {source}, {how_long}.")
    told: set[str] = set()

    def say_once(text: str) -> None:
        if text not in told:
            told.add(text)
            say(text)

    try:
        with LiveOutput(*settings.send.split(), model=model_of(settings), source=source) as output:
            for target in output.targets:
                say(f"Live results go to {target}.")
            report = run_headless(source, settings, seconds, picture, say_once, output.put)
    except FerError as error:
        say_once(str(error))
        return exit_code(error)
    shown = sum(report.labels.values())
    labels = ", ".join(
        f"{label} {count / shown * 100:.0f} %" for label, count in report.labels.most_common()
    )
    statistics = report.statistics
    print(f"frames per second: {report.frames_per_second:.1f} ({report.n_frames} frames)")
    print(f"latency: {statistics.latency_ms:.0f} ms, dropped frames: {statistics.dropped}")
    print(f"faces: {report.most_faces} at most, in {report.n_with_face} of {report.n_frames}")
    print(f"labels: {labels or 'none'}")
    show(f"picture: {report.picture}")
    return OK


def spare_what_is_shown(options: argparse.Namespace) -> None:
    """Make sure that the screenshot is not written over what the window shows, nor a session.

    Raises:
        SettingsError: It would be.
    """
    if options.screenshot is not None:
        shown = [options.source] if options.source else []
        spare([options.screenshot], InputFiles(lambda: shown), is_picture=True)


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


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1e6:
        raise ValueError(text)
    return value


def _probability(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


# argparse names the type in its messages.
_seconds.__name__ = "number of seconds"
_probability.__name__ = "probability from 0 to 1"
_count.__name__ = "number from 1"


def _add_model_options(parser: argparse.ArgumentParser) -> None:
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


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--search",
        dest="video_search",
        choices=get_args(Search),
        help="how thoroughly the cascades look for faces in videos (default thorough)",
    )


def _add_simple(
    commands: Any,  # noqa: ANN401 - argparse's own class is private
    name: str,
    function: Callable[[argparse.Namespace], int],
    text: str,
) -> None:
    parser = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(run=function)


def _add_analyze(commands: Any) -> None:  # noqa: ANN401
    text = "name the expressions in pictures, videos and folders of them"
    parser = commands.add_parser("analyze", help=text, description=text.capitalize() + ".")
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="picture, video or folder")
    add("--format", choices=("table", "json", "jsonl", "csv", "xlsx"), default="table")
    add("--output", type=Path, metavar="FILE", help="write there instead of to stdout")
    add("--annotate", type=Path, metavar="DIR", help="save copies with boxes and labels there")
    add("--every", type=_count, default=1, metavar="N", help="every N-th frame of a video")
    add("--decimal", choices=(".", ","), default=".", help=_DECIMAL)
    add(
        "--min-confidence",
        type=_probability,
        metavar="P",
        help="below it a label is 'uncertain' (default: the model's own threshold)",
    )
    add(
        "--workers",
        type=_count,
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
    _add_model_options(parser)
    _add_search(parser)
    parser.set_defaults(run=_run_analyze)


def _add_export(commands: Any) -> None:  # noqa: ANN401
    text = "write sessions, videos and pictures as files of other programs, or as a report"
    parser = commands.add_parser("export", help=text, description=text.capitalize() + ".")
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="session folder, video, picture or folder")
    add("--format", choices=ALL_FORMATS, required=True, help="what each is: docs/formats.md")
    add(
        "--output",
        metavar="FILE|DIR",
        help="write there instead of into this folder, under the input's name",
    )
    add("--every", type=_count, default=1, metavar="N", help="every N-th frame of a video")
    add("--face", type=_count, metavar="N", help="only the face with this number, from 1")
    add("--decimal", choices=(".", ","), default=".", help=_DECIMAL)
    add(
        "--groups",
        type=Path,
        metavar="FILE",
        help="of a study, a table with the columns recording, participant, condition "
        "(default: sub-... and cond-, task- or ses-... in the recordings' names)",
    )
    add(
        "--min-confidence",
        type=_probability,
        metavar="P",
        help="below it a label is 'uncertain' (default: the model's own threshold)",
    )
    _add_model_options(parser)
    _add_search(parser)
    parser.set_defaults(run=_run_export)


def _add_evaluate(commands: Any) -> None:  # noqa: ANN401
    text = "measure a model on labelled pictures"
    parser = commands.add_parser("evaluate", help=text, description=text.capitalize() + ".")
    add = parser.add_argument
    add("data", type=Path, metavar="DIR", help="the data set")
    add("--layout", choices=("auto", *SPLITS), default="auto")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--crops", action="store_true", help="the pictures are face crops; no detector")
    add("--json", action="store_true", help="for machines")
    add(
        "--plots",
        type=Path,
        metavar="DIR",
        help="draw confusion matrix and calibration curve there (needs 'fer-desktop[plots]')",
    )
    _add_model_options(parser)
    parser.set_defaults(run=_run_evaluate)


def _add_benchmark(commands: Any) -> None:  # noqa: ANN401
    text = "measure how fast this computer is"
    parser = commands.add_parser("benchmark", help=text, description=text.capitalize() + ".")
    add = parser.add_argument
    add(
        "--source",
        metavar="camera|camera:N|demo|PATH|URL",
        default=BUILT_IN,
        help="default: built-in scenes of 1, 4 and 0 faces at 640x480 and 1280x720",
    )
    add("--frames", type=_count, default=300, metavar="N", help="of each scene (default 300)")
    add("--json", action="store_true", help="for machines")
    _add_model_options(parser)
    parser.set_defaults(run=_run_benchmark)


def _run_analyze(options: argparse.Namespace) -> int:
    is_workbook = options.format == "xlsx"
    run_all = run_workbook if is_workbook else run_batch
    asked = BatchOptions(
        inputs=options.inputs,
        form="csv" if is_workbook else options.format,
        output=options.output,
        annotate=options.annotate,
        every=options.every,
        n_workers=options.workers,
        resume=options.resume,
        scheduler=options.scheduler or "",
        decimal=options.decimal,
    )
    settings = settings_from(options, Settings())
    try:
        found = run_all(settings, asked, say, shows_progress=sys.stderr.isatty())
    except OSError as error:
        if options.output is None:
            raise
        raise SettingsError(f"{options.output}: can't be written ({error.strerror}).") from error
    if found.n_failed == found.n_inputs:
        return NO_INPUT
    return SOME_FAILED if found.n_failed or found.n_uncopied else OK


def _run_export(options: argparse.Namespace) -> int:
    order = ExportOrder(
        options.inputs,
        options.format,
        options.output,
        options.every,
        options.face,
        options.decimal,
        options.groups,
    )
    return run_export(order, settings_from(options, Settings()), say)


def _run_evaluate(options: argparse.Namespace) -> int:
    layout = None if options.layout == "auto" else options.layout
    samples = read_samples(options.data, layout, options.split)
    if options.plots:
        drawn = [options.plots / name for name in (CONFUSION_FILE, CALIBRATION_FILE)]
        spare(drawn, InputFiles(lambda: [sample.path for sample in samples]), is_picture=True)
        prepare_plots(options.plots)
    settings = settings_from(options, Settings())
    classifier = assembly.make_classifier(settings).for_pictures()
    detector = None if options.crops else assembly.still_detector(settings)
    answers = classify_samples(samples, classifier, detector, _progress)
    found = answers.figures()
    told = answers.as_dict(classifier.spec.uncertain_below) if options.json else None
    show(json.dumps(told) if told else figures_text(found))
    sys.stdout.flush()
    if options.plots:
        split = split_to_read(options.data, layout, options.split)
        write_plots(options.plots, found, options.data.resolve().name, split)
    return OK


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and (done % 20 == 0 or done == total):
        end = "\n" if done == total else "\r"
        print(f"{done} of {total} pictures", end=end, file=sys.stderr, flush=True)


def _run_benchmark(options: argparse.Namespace) -> int:
    settings = settings_from(options, Settings())
    tell = say if sys.stderr.isatty() else lambda _text: None
    found = benchmark(options.source, settings, options.frames, tell)
    show(json.dumps(found) if options.json else benchmark_text(found))
    return OK


def _run_cameras(options: argparse.Namespace) -> int:
    cameras = list_cameras()
    if options.json:
        listed = [
            {
                "number": c.number,
                "name": c.name,
                "identity": c.identity,
                "formats": [vars(each) for each in offered_formats(c)],
            }
            for c in cameras
        ]
        print(json.dumps({"cameras": listed}))
    for camera in () if options.json else cameras:
        show(f"camera:{camera.number}  {camera.name}")
    if not cameras:
        say("No camera was found. Plug one in, or allow its use in the system's privacy settings.")
    return OK


def _run_models(options: argparse.Namespace) -> int:
    specs = [assembly.model_spec(Settings(model=name)) for name in paths.bundled_models()]
    show(json.dumps(models_json(specs)) if options.json else models_text(specs))
    return OK


def _run_formats(options: argparse.Namespace) -> int:
    show(json.dumps(formats_json()) if options.json else formats_text())
    return OK


def _run_doctor(options: argparse.Namespace) -> int:
    checks = doctor.run_checks()
    healthy = all(check.ok for check in checks if check.needed)
    if options.json:
        report = {
            "ok": healthy,
            "machine": doctor.machine(),
            "versions": doctor.versions(),
            "checks": [vars(check) for check in checks],
        }
        print(json.dumps(report))
    else:
        show(doctor.report_text(checks))
    return OK if healthy else SOME_FAILED
