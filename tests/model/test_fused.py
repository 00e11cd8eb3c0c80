"""The faster layer computes what the plain one does; on torch, where it differs, too."""

import os
import subprocess
import sys

import keras
import numpy as np
import pytest

from model.fused import FusedBatchNormalization

COMPARE = """
import keras, numpy as np
from model.fused import FusedBatchNormalization
rng = np.random.default_rng(0)
chips = rng.normal(2, 3, (64, 5, 5, 4)).astype("float32")
plain, fused = keras.layers.BatchNormalization(), FusedBatchNormalization()
for step in range(3):
    a, b = (keras.ops.convert_to_numpy(l(chips, training=True)) for l in (plain, fused))
    np.testing.assert_allclose(a, b, atol=1e-4)
for a, b in zip(plain.get_weights(), fused.get_weights(), strict=True):
    # Torch keeps the unbiased variance, n / (n - 1) of the other.
    np.testing.assert_allclose(a, b, rtol=2e-3, atol=1e-5)
a, b = (keras.ops.convert_to_numpy(l(chips, training=False)) for l in (plain, fused))
np.testing.assert_allclose(a, b, atol=5e-3)
print("same", keras.backend.backend())
"""


def test_it_computes_what_the_plain_layer_does(capsys):
    exec(COMPARE, {})
    assert capsys.readouterr().out.strip() == f"same {keras.backend.backend()}"


def test_on_torch_it_computes_what_the_plain_layer_does():
    """In a process of its own: Keras has one backend."""
    pytest.importorskip("torch", reason="torch is not installed: training is slower then")
    done = subprocess.run(
        [sys.executable, "-c", COMPARE],
        env={**os.environ, "KERAS_BACKEND": "torch"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "same torch", done.stderr


def test_it_is_saved_and_loaded(tmp_path):
    model = keras.Sequential([keras.Input((4, 4, 3)), FusedBatchNormalization()])
    model.save(tmp_path / "a.keras")
    loaded = keras.models.load_model(tmp_path / "a.keras")
    chips = np.ones((2, 4, 4, 3), np.float32)
    np.testing.assert_array_equal(loaded.predict(chips, verbose=0), model.predict(chips, verbose=0))
