"""Runs `model.keras` itself through TensorFlow. The only module that may import them.

A Keras file can carry code: Keras sees it only after its checksum was found right and its archive
holds nothing but known layers, and then in safe mode.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from fer_desktop.core.errors import ModelError, one_line
from fer_desktop.system.native_noise import silenced
from fer_desktop.vision.recognition.classifier import Chips, Probabilities
from fer_desktop.vision.recognition.keras_archive import check_keras_archive
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, ModelSpec

_NOT_INSTALLED = (
    "The Keras engine needs TensorFlow: install 'fer-desktop[keras]', or use '--engine litert'."
)


def load_network(spec: ModelSpec) -> Any:  # noqa: ANN401 - Keras has no types
    """Return the model's Keras network, without anything that training needs.

    Raises:
        ModelError: The file is missing, damaged or more than data, or Keras is not installed.
    """
    if KERAS_FILE not in spec.sha256:
        raise ModelError(
            f"{spec.directory}: this model has no {KERAS_FILE}; use '--engine litert'."
        )
    return load_archive(spec.read_file(KERAS_FILE), spec.directory / KERAS_FILE)


def load_archive(content: bytes, path: Path) -> Any:  # noqa: ANN401
    """Return the network in the bytes of a `.keras` file, which is loaded as data only.

    Raises:
        ModelError: They are damaged or more than data, or Keras is not installed.
    """
    check_keras_archive(content, path)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    try:
        with silenced():  # TensorFlow tells about graphics cards that nobody asked for
            import keras
    except ImportError as error:
        raise ModelError(_NOT_INSTALLED) from error
    # Loaded from a copy of the very bytes that were checked; Keras wants a path.
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / KERAS_FILE
        copy.write_bytes(content)
        try:
            with silenced():
                return keras.models.load_model(copy, compile=False, safe_mode=True)
        except Exception as error:  # a damaged zip or h5 file brings up errors of many kinds
            raise ModelError(f"{path}: Keras can't load it ({one_line(error)}).") from error


class KerasEngine:
    """A Keras model, compiled to one TensorFlow function."""

    def __init__(self, spec: ModelSpec) -> None:
        model = load_network(spec)
        try:
            with silenced():
                import tensorflow as tf
        except ImportError as error:
            raise ModelError(_NOT_INSTALLED) from error
        self._path = spec.directory / KERAS_FILE
        shape = (None, *spec.chip_format.shape)
        found = getattr(model, "input_shape", None)
        if not isinstance(found, tuple) or found != shape:
            raise ModelError(f"{self._path}: expected an input {shape}, found {found}.")
        self._call = tf.function(
            lambda chips: model(chips, training=False),
            input_signature=[tf.TensorSpec(shape, tf.float32)],
        )

    def run(self, chips: Chips) -> Probabilities:
        """Return (n, 8) probabilities in one batch."""
        try:
            return np.asarray(self._call(chips), np.float32)
        except Exception as error:  # whatever the layers of a user's own network bring up
            raise ModelError(f"{self._path}: Keras can't run it ({one_line(error)}).") from error

    def twin(self) -> "KerasEngine":
        """Return this one: TensorFlow runs a function for several threads at once."""
        return self
