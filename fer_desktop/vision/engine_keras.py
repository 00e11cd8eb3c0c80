"""Runs `model.keras` itself through TensorFlow. The only module that may import them.

A Keras file can carry code: it is loaded only after its checksum was found right, and in safe mode.
"""

import os
import tempfile
from pathlib import Path

import numpy as np

from fer_desktop.core.errors import ModelError
from fer_desktop.vision.classifier import Chips, Probabilities
from fer_desktop.vision.model_spec import KERAS_FILE, ModelSpec
from fer_desktop.vision.native_noise import silenced


class KerasEngine:
    """A Keras model, compiled to one TensorFlow function."""

    def __init__(self, spec: ModelSpec) -> None:
        content = spec.read_file(KERAS_FILE)
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
        try:
            with silenced():  # TensorFlow tells about graphics cards that nobody asked for
                import keras
                import tensorflow as tf
        except ImportError as error:
            raise ModelError(
                "The Keras engine needs TensorFlow: install 'fer-desktop[keras]', or use "
                "'--engine litert'."
            ) from error
        path = spec.directory / KERAS_FILE
        # Loaded from a copy of the very bytes that were checked; Keras wants a path.
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / KERAS_FILE
            copy.write_bytes(content)
            try:
                with silenced():
                    model = keras.models.load_model(copy, compile=False, safe_mode=True)
            except Exception as error:  # a damaged zip or h5 file brings up errors of many kinds
                raise ModelError(f"{path}: Keras can't load it ({error}).") from error
        shape = (None, *spec.chip_format.shape)
        if tuple(model.input_shape) != shape:
            raise ModelError(f"{path}: expected an input {shape}, found {model.input_shape}.")
        self._call = tf.function(
            lambda chips: model(chips, training=False),
            input_signature=[tf.TensorSpec(shape, tf.float32)],
        )

    def run(self, chips: Chips) -> Probabilities:
        """Return (n, 8) probabilities in one batch."""
        return np.asarray(self._call(chips), np.float32)
