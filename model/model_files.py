"""The three files of a model: model.keras, model.tflite and model.json."""

import contextlib
import hashlib
import json
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import LABELS
from fer_desktop.system.files import Draft
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision.recognition.classifier import load_classifier
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE, SCHEMA, load_spec
from model.networks import Network, multiply_adds

COMPRESSION = 9
"""Of zlib: the smallest files, for ten times the time that 1 takes."""


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


def with_features(model: Any) -> Any:  # noqa: ANN401
    """Return the model with a second output: the (n, k) features that the last layer weighs."""
    last = model.get_layer("probabilities")
    return keras.Model(model.inputs, [last.output, last.input])


def to_litert(model: Any, chip_shape: tuple[int, int, int]) -> bytes:  # noqa: ANN401
    """Return the model as a flatbuffer for one chip, with half-precision weights."""
    import tensorflow as tf

    chip = keras.Input(batch_shape=(1, *chip_shape), name="chip")
    converter = tf.lite.TFLiteConverter.from_keras_model(keras.Model(chip, model(chip)))
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
    (folder / LITERT_FILE).write_bytes(to_litert(with_features(model), network.chip_format.shape))
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


def _compress(path: Path) -> None:
    """Pack a Keras archive anew with compression, and with one fixed date in it."""
    with Draft(path) as draft:
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(draft.path, "w") as new:
            for name in sorted(old.namelist()):
                entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, old.read(name), compresslevel=COMPRESSION)
        draft.commit()
