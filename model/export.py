"""Export a training's best weights: `python -m model.export --weights FILE --data DIR --out DIR`.

Writes model.keras, model.tflite and model.json, in this order: the weights are rounded to half
precision (which halves the files; every figure is measured after it), temperature and threshold
are fitted on the pictures that training chose its epoch by, the two engines are held against each
other on 32 pictures, and only then does the directory appear. The flatbuffer's second output is the
feature vector before the last layer.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import FerError, ModelError
from fer_desktop.evaluation.datasets import Layout, Sample, detect_layout, read_samples
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE
from model.calibrate import OUTSIDE_ACCURACY, Part, choose_threshold, fit_temperature
from model.data import load_pictures, plain_chips, read_parts
from model.folding import folded
from model.leaning import (
    LABELLED_WEIGHT,
    OUTSIDE_WEIGHT,
    VOTED_WEIGHT,
    Kind,
    evened,
    lean,
    shares_of,
    voted_sources,
)
from model.model_files import (
    Calibration,
    Release,
    engine_difference,
    round_to_half,
    write_model,
)
from model.networks import NETWORKS, Network
from model.outside import sets_in
from model.quote import quote_metrics
from model.recipes import RECIPES
from model.reports import training_of
from model.state import kept_apart, read_state
from model.truths import shipped

ENGINE_TOLERANCE = 1e-4
N_PARITY_CHIPS = 32
FEWEST_TO_CALIBRATE = 100
"""On fewer pictures temperature and threshold would follow chance."""


def earlier_calibration(state: dict[str, Any]) -> Calibration | None:
    """Return that of the model that a training began with, from the training's state."""
    init = state.get("init")
    return Calibration(init["temperature"], init["uncertain_below"]) if init else None


def export(
    weights: Path,
    network_name: str,
    release: Release,
    valid_samples: list[Sample],
    out: Path,
    earlier: Calibration | None = None,
    outside: Mapping[str, list[Sample]] | None = None,
    shares: NDArray[np.float32] | None = None,
) -> tuple[Calibration, float]:
    """Export the weights into a model directory; return the calibration and engine difference.

    Args:
        weights: The `best.keras` of a training.
        network_name: What the weights are for.
        release: What model.json says beside.
        valid_samples: Pictures that training chose its epoch by; the calibration is fitted on them.
        out: The model directory.
        earlier: The calibration of the model that the training began with; it stays where there are
            too few pictures for a new one.
        outside: Sets from other hands by name, on which the calibration is fitted as well.
        shares: (8,) of the classes in the training data, for the network's `evenness`; None leaves
            the answers as they were trained.

    Raises:
        ModelError: The engines differ by more than the tolerance; nothing is written then.
    """
    network = NETWORKS[network_name]
    model = folded(shipped(weights, network_name), network_name)
    if shares is not None and network.evenness:
        evened(model, shares, network.evenness)
    kept = _chips_of(valid_samples, "validation pictures", network)
    strangers = {
        name: _chips_of(samples, "outside pictures", network)
        for name, samples in (outside or {}).items()
    }
    is_few = len(kept.truth) < FEWEST_TO_CALIBRATE
    if network.leans and not is_few and earlier is None:
        lean(model, _kinds(model, network, valid_samples, kept, strangers.values()))
    round_to_half(model)
    if earlier and is_few:
        calibration = earlier
    else:
        parts = [Part(network.answers(model, kept.chips), kept.truth)]
        for own in strangers.values():
            answers = network.answers(model, own.chips)
            parts.append(Part(answers, own.truth, OUTSIDE_ACCURACY))
        temperature = fit_temperature(parts)
        names = ("kept for choosing", *strangers)
        calibration = Calibration(temperature, choose_threshold(parts, temperature), names)
    with tempfile.TemporaryDirectory() as folder_name:
        folder = Path(folder_name)
        write_model(model, network, release, calibration, folder)
        difference = engine_difference(folder, kept.chips[:N_PARITY_CHIPS])
        if difference > ENGINE_TOLERANCE:
            raise ModelError(
                f"{out}: not written, the engines differ by {difference:.2g}; allowed are "
                f"{ENGINE_TOLERANCE:g}."
            )
        out.mkdir(parents=True, exist_ok=True)
        for name in (KERAS_FILE, LITERT_FILE, SPEC_FILE):
            shutil.copyfile(folder / name, out / name)
    return calibration, difference


class _Shown(NamedTuple):
    """Pictures as the network takes them, (n, H, W, channels), and their classes (n,)."""

    chips: NDArray[np.float32]
    truth: NDArray[np.int64]


def _chips_of(samples: list[Sample], name: str, network: Network) -> _Shown:
    chips = plain_chips(load_pictures(samples, name), network.chip_format)
    return _Shown(chips, np.array([sample.label for sample in samples], np.int64))


def _kinds(
    model: Any,  # noqa: ANN401
    network: Network,
    samples: Sequence[Sample],
    kept: _Shown,
    outside: Iterable[_Shown],
) -> list[Kind]:
    """Return the answers to pictures with votes, with one label each, and from outside."""
    answers = network.answers(model, kept.chips)
    voted = voted_sources(samples)
    has_votes = np.array([sample.source in voted for sample in samples])
    kinds = [
        Kind(answers[rows], kept.truth[rows], weight)
        for rows, weight in ((has_votes, VOTED_WEIGHT), (~has_votes, LABELLED_WEIGHT))
        if rows.any()
    ]
    for own in outside:
        rows = network.answers(model, own.chips)
        kinds.append(Kind(rows, own.truth, OUTSIDE_WEIGHT, is_balanced=True))
    return kinds


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.export`."""
    parser = argparse.ArgumentParser(prog="python -m model.export", description=__doc__)
    add = parser.add_argument
    add("--weights", type=Path, required=True, metavar="FILE", help="best.keras of a training")
    add("--network", choices=sorted(NETWORKS), help="default: the one in the training's state")
    add("--data", type=Path, required=True, nargs="+", metavar="DIR", help="its training data")
    add("--layout", choices=("auto", "legend", "ferplus", "folders"), default="auto")
    add("--split", metavar="NAME", help="the part that it was trained on, if not the recipe's")
    add("--out", type=Path, required=True, metavar="DIR", help="the model directory")
    add("--name", help="default: the directory's name")
    add("--model-version", default="1")
    add(
        "--outside",
        type=Path,
        nargs="+",
        default=[],
        metavar="DIR",
        help="sets from other hands, or folders of them: calibration is fitted on them as well",
    )
    add("--metrics", type=Path, nargs="*", default=[], metavar="REPORT", help="reports to quote")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    layout: Layout | None = None if options.layout == "auto" else options.layout
    state = read_state(options.weights.parent)
    network = options.network or state.get("recipe", {}).get("network", "seed")
    splits = RECIPES[network].splits
    if options.split:
        splits = dict.fromkeys(splits, options.split)
    try:
        shares = None
        if "kept" in state:
            valid_samples = kept_apart(state, options.data, splits["folders"])
        else:
            learned, valid_samples = read_parts(options.data, layout, splits)
            shares = shares_of(learned)
        release = Release(
            name=options.name or options.out.resolve().name,
            version=options.model_version,
            training=training_of(options.weights),
            training_data=(
                *state.get("init", {}).get("training_data", ()),
                *(
                    f"{root.resolve().name}, split {splits[layout or detect_layout(root)]}"
                    for root in options.data
                ),
            ),
        )
        weights, out = options.weights, options.out
        sets = sets_in(options.outside) if options.outside else {}
        outside = {name: read_samples(folder, "folders") for name, folder in sets.items()}
        calibration, difference = export(
            weights,
            network,
            release,
            valid_samples,
            out,
            earlier_calibration(state),
            outside,
            shares,
        )
        quote_metrics(options.out, options.metrics)
    except FerError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"{options.out}: temperature {calibration.temperature}, uncertain below "
        f"{calibration.uncertain_below}, the engines differ by {difference:.1e} at most"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
