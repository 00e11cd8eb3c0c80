"""Export a training's best weights: `python -m model.export --weights FILE --data DIR --out DIR`.

Writes model.keras, model.tflite and model.json, in this order: the weights are rounded to half
precision (which halves the files; every figure is measured after it), temperature and threshold
are fitted on the pictures that training chose its epoch by, the two engines are held against each
other on 32 pictures, and only then does the directory appear. The flatbuffer's second output is the
feature vector before the last layer.
"""

import argparse
import contextlib
import hashlib
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import FerError, ModelError
from fer_desktop.core.labels import LABELS
from fer_desktop.evaluation.datasets import Layout, Sample, detect_layout, read_samples
from fer_desktop.system.files import Draft
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.classifier import load_classifier
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE, SCHEMA, load_spec
from model.calibrate import OUTSIDE_ACCURACY, Part, choose_threshold, fit_temperature
from model.data import load_pictures, plain_chips, read_parts
from model.folding import folded
from model.leaning import LABELLED_WEIGHT, OUTSIDE_WEIGHT, VOTED_WEIGHT, Kind, fit_leaning
from model.networks import NETWORKS, Network, multiply_adds
from model.outside import sets_in
from model.recipes import RECIPES
from model.reports import read_report, training_of
from model.state import kept_apart, read_state
from model.truths import shipped

ENGINE_TOLERANCE = 1e-4
N_PARITY_CHIPS = 32
FEWEST_TO_CALIBRATE = 100
"""On fewer pictures temperature and threshold would follow chance."""


@dataclass(frozen=True)
class Release:
    """What model.json says of a model beside what is measured."""

    name: str
    version: str
    training_data: tuple[str, ...]
    training: dict[str, Any]
    licence: str = "MIT"


@dataclass(frozen=True)
class Calibration:
    """What was fitted after training, and on what: see `model.calibrate`."""

    temperature: float
    uncertain_below: float
    fitted_on: tuple[str, ...] = ()


def round_to_half(model: Any) -> None:  # noqa: ANN401 - Keras has no types
    """Round all weights to values that half precision holds exactly.

    A model.tflite with half-precision weights then computes the same as the model.keras.
    """
    for variable in model.weights:
        variable.assign(np.asarray(variable).astype(np.float16).astype(np.float32))


def evened(model: Any, shares: NDArray[np.float32], evenness: float) -> None:  # noqa: ANN401
    """Divide the answers of a model by (share of the class) ** evenness, in its last layer's bias.

    Args:
        model: Its last layer is the softmax `probabilities`.
        shares: (8,) of the classes in the training data; one without pictures counts as rarest.
        evenness: See `model.networks.Network`.
    """
    kernel, bias = model.get_layer("probabilities").get_weights()
    known = np.maximum(shares, shares[shares > 0].min())
    bias = bias - evenness * np.log(known / known.sum())
    model.get_layer("probabilities").set_weights([kernel, bias])


def voted_sources(samples: Sequence[Sample]) -> set[str]:
    """Return the data sets whose pictures have votes, not one label each."""
    return {sample.source for sample in samples if sample.target.max() < 1}


def lean(model: Any, kinds: Sequence[Kind]) -> None:  # noqa: ANN401
    """Fit how far the model leans to each class, and put it into its last layer's bias."""
    kernel, bias = model.get_layer("probabilities").get_weights()
    model.get_layer("probabilities").set_weights([kernel, bias + fit_leaning(kinds)])


def shares_of(samples: Sequence[Sample]) -> NDArray[np.float32]:
    """Return the (8,) shares of the classes in the votes; without votes, in the labels.

    Data sets with votes tell how often faces show what; those with one label were picked by it.
    """
    voted = voted_sources(samples)
    rows = [sample.target for sample in samples if not voted or sample.source in voted]
    return np.asarray(np.mean(rows, axis=0), np.float32)


def with_features(model: Any) -> Any:  # noqa: ANN401
    """Return the model with a second output: the (n, k) features that the last layer weighs."""
    last = model.get_layer("probabilities")
    return keras.Model(model.inputs, [last.output, last.input])


def to_litert(model: Any, chip_shape: tuple[int, int, int]) -> bytes:  # noqa: ANN401
    """Return the model as a flatbuffer for one chip, with half-precision weights.

    Its outputs are the probabilities (1, 8) and the features (1, k).
    """
    import tensorflow as tf

    chip = keras.Input(batch_shape=(1, *chip_shape), name="chip")
    one = keras.Model(chip, with_features(model)(chip))
    converter = tf.lite.TFLiteConverter.from_keras_model(one)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.target_spec.supported_types = [tf.float16]
    with contextlib.redirect_stdout(sys.stderr):  # it prints what it saves
        return bytes(converter.convert())


def write_model(
    model: Any,  # noqa: ANN401
    network: Network,
    release: Release,
    calibration: Calibration,
    folder: Path,
) -> None:
    """Write the three files of a model into a folder."""
    model.save(folder / KERAS_FILE)
    _compress(folder / KERAS_FILE)
    (folder / LITERT_FILE).write_bytes(to_litert(model, network.chip_format.shape))
    chip = network.chip_format
    spec = {
        "schema": SCHEMA,
        "name": release.name,
        "version": release.version,
        "description": network.description,
        "labels": list(LABELS),
        "input": {
            "height": chip.height,
            "width": chip.width,
            "channels": chip.channels,
            "color_order": "rgb" if chip.channels == 3 else "gray",
            "low": chip.low,
            "high": chip.high,
        },
        "crop_margin": chip.margin,
        "evenness": network.evenness,
        "mirror_average": network.mirror_average,
        "temperature": calibration.temperature,
        "uncertain_below": calibration.uncertain_below,
        "calibrated_on": list(calibration.fitted_on),
        "sha256": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in (KERAS_FILE, LITERT_FILE)
        },
        "parameters": int(model.count_params()),
        "multiply_adds": multiply_adds(model),
        "licence": release.licence,
        "training_data": list(release.training_data),
        "training": release.training,
        "metrics": {},
    }
    (folder / SPEC_FILE).write_text(json.dumps(spec, indent=1) + "\n", encoding="utf-8")


def engine_difference(folder: Path, chips: NDArray[np.float32]) -> float:
    """Return the largest difference between the engines' probabilities on these chips."""
    spec = load_spec(folder)
    litert, own = (load_classifier(spec, engine).classify(chips) for engine in ("litert", "keras"))
    return float(np.abs(litert - own).max())


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


def _compress(path: Path) -> None:
    """Pack a Keras archive anew with compression, and with one fixed date in it."""
    with Draft(path) as draft:
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(draft.path, "w") as new:
            for name in sorted(old.namelist()):
                entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, old.read(name), compresslevel=9)
        draft.commit()


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


def quote_metrics(folder: Path, reports: Sequence[Path]) -> None:
    """Write the figures of some reports into a model directory's model.json."""
    metrics: dict[str, Any] = {}
    for path in reports:
        report = read_report(path)
        split = report["split"] + ("" if report["crops"] else ", faces found by the detector")
        metrics.setdefault(report["data"], {})[split] = quoted(report)
    spec = json.loads((folder / SPEC_FILE).read_text(encoding="utf-8"))
    spec["metrics"] = metrics
    (folder / SPEC_FILE).write_text(json.dumps(spec, indent=1) + "\n", encoding="utf-8")


def quoted(report: Mapping[str, Any]) -> dict[str, Any]:
    """Return what model.json quotes of a report.

    How much is answered, and how much of that is right, is there where the report says it; that a
    set is from outside, only where it is.
    """
    kept = ("n", "accuracy", "balanced_accuracy", "macro_f1", "ece", "detected", "per_class")
    found = {key: report[key] for key in kept}
    if "uncertain" in report:
        found["answered"] = report["uncertain"]["coverage"]
        found["right_of_answered"] = report["uncertain"]["accuracy"]
    if report.get("outside"):
        found["outside"] = True
    return found


if __name__ == "__main__":
    sys.exit(main())
