"""Measure weights or a finished model: `python -m model.evaluate --model seed --data DIR`.

With `--weights FILE --network NAME` it measures a training's result before it is exported. The
figures are the same as those of `fer-desktop evaluate`: one implementation.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from fer_desktop.core.errors import FerError, SettingsError
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import Layout, Sample, read_samples, split_to_read
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.evaluation.plots import prepare_plots, write_plots
from fer_desktop.evaluation.run import Answers, classify_samples
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision import assembly
from fer_desktop.vision.detection.detector import THOROUGH
from fer_desktop.vision.recognition.classifier import Classifier
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, ModelSpec
from model.data import load_pictures, plain_chips
from model.looks import by_look, is_in_colour
from model.networks import NETWORKS
from model.reports import training_of, write_report
from model.truths import shipped

_QUOTED = ("parameters", "multiply_adds", "training")


def answers_of_weights(weights: Path, network: str, samples: list[Sample]) -> Answers:
    """Return the answers of a training's result to pictures that are face crops."""
    chips = plain_chips(load_pictures(samples, "pictures"), NETWORKS[network].chip_format)
    model = shipped(weights, network)
    probabilities = NETWORKS[network].answers(model, chips)
    truth = np.array([sample.label for sample in samples], np.int64)
    return Answers(probabilities, truth, np.ones(len(samples), bool))


def answers_of_model(classifier: Classifier, samples: list[Sample], *, crops: bool) -> Answers:
    """Return the answers of a finished model, with a progress bar on stderr."""
    detector = None if crops else assembly.haar_detector(THOROUGH)
    with tqdm(total=len(samples), desc="Measuring", unit="px") as bar:
        return classify_samples(samples, classifier, detector, lambda _done, _total: bar.update())


def measure(options: argparse.Namespace, samples: list[Sample]) -> tuple[Answers, dict[str, Any]]:
    """Return the answers of the weights or the model in the options, and what gave them."""
    if options.weights:
        answers = answers_of_weights(options.weights, options.network, samples)
        return answers, {"weights": options.weights.name, **training_of(options.weights)}
    classifier = assembly.make_classifier(Settings(model=options.model, engine=options.engine))
    if not options.live:
        classifier = classifier.for_pictures()
    answers = answers_of_model(classifier, samples, crops=not options.detector)
    return answers, told_of_model(classifier, answers)


def told_of_model(classifier: Classifier, answers: Answers) -> dict[str, Any]:
    """Return what gave the answers, and what is left of them above the model's threshold."""
    threshold = classifier.spec.uncertain_below
    coverage, accuracy = answers.answered(threshold)
    return {
        **about(classifier.spec),
        "engine": classifier.engine_name,
        "uncertain": {"below": threshold, "coverage": coverage, "accuracy": accuracy},
    }


def about(spec: ModelSpec) -> dict[str, Any]:
    """Return what a report says of a finished model, beside the figures."""
    written = json.loads((spec.directory / SPEC_FILE).read_text(encoding="utf-8"))
    return {
        "model": spec.name,
        "version": spec.version,
        "sha256": spec.sha256[KERAS_FILE],
        **{key: written[key] for key in _QUOTED if key in written},
    }


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.evaluate`."""
    parser = argparse.ArgumentParser(prog="python -m model.evaluate", description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, required=True, metavar="DIR", help="a labelled data set")
    add("--layout", choices=("auto", "legend", "ferplus", "folders"), default="auto")
    add("--split", metavar="NAME", help="default: the one meant for measuring")
    add("--model", default=Settings.model, metavar="NAME|DIR", help="a finished model")
    add("--engine", choices=("litert", "keras"), default="litert")
    add("--detector", action="store_true", help="find the face first; else pictures are crops")
    add("--live", action="store_true", help="one answer a face, as for video")
    add("--weights", type=Path, metavar="FILE", help="measure these instead of a finished model")
    add("--network", choices=sorted(NETWORKS), default="seed", help="what the weights are for")
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    add("--plots", type=Path, metavar="DIR", help="draw confusion and calibration there")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    layout: Layout | None = None if options.layout == "auto" else options.layout
    if options.weights and options.detector:
        print("--detector needs a finished model; export the weights first.", file=sys.stderr)
        return 2
    try:
        samples = read_samples(options.data, layout, options.split)
        if options.plots:
            prepare_plots(options.plots)
        answers, what = measure(options, samples)
        found, split = answers.figures(), split_to_read(options.data, layout, options.split)
        figures = found.as_dict()
        if "uncertain" in what:
            figures = answers.as_dict(what["uncertain"]["below"])
        print(json.dumps(figures, indent=1), flush=True)
        data = {"data": options.data.resolve().name, "split": split}
        if options.report:
            in_colour = np.array([is_in_colour(load_picture(sample)) for sample in samples])
            what["looks"] = by_look(in_colour, answers)
            kind = {"crops": not options.detector, "live": options.live}
            values = {**what, **data, **kind, **figures}
            write_report(options.report, values)
        if options.plots:
            write_plots(options.plots, found, **data)
    except FerError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, SettingsError) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
