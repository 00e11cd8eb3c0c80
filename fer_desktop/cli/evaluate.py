"""`fer-desktop evaluate`: measures a model on labelled pictures."""

import argparse
import json
import sys
from pathlib import Path

from fer_desktop.cli import options as shared
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import SPLITS, read_samples, split_to_read
from fer_desktop.evaluation.plots import (
    CALIBRATION_FILE,
    CONFUSION_FILE,
    prepare_plots,
    write_plots,
)
from fer_desktop.evaluation.report import figures_text
from fer_desktop.evaluation.run import classify_samples
from fer_desktop.export.output_check import InputFiles, spare
from fer_desktop.system.terminal import OK, show
from fer_desktop.vision import assembly


def _add_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("data", type=Path, metavar="DIR", help="the data set")
    add("--layout", choices=("auto", *SPLITS), default="auto")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--crops", action="store_true", help="the pictures are face crops; no detector")
    shared.add_json(parser)
    add(
        "--plots",
        type=Path,
        metavar="DIR",
        help="draw confusion matrix and calibration curve there (needs 'fer-desktop[plots]')",
    )
    shared.add_model(parser)


def _run(options: argparse.Namespace) -> int:
    layout = None if options.layout == "auto" else options.layout
    samples = read_samples(options.data, layout, options.split)
    if options.plots:
        drawn = [options.plots / name for name in (CONFUSION_FILE, CALIBRATION_FILE)]
        spare(drawn, InputFiles(lambda: [sample.path for sample in samples]), is_picture=True)
        prepare_plots(options.plots)
    settings = shared.settings_from(options, Settings())
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


COMMAND = shared.Command("evaluate", "measure a model on labelled pictures", _add_options, _run)
