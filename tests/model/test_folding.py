"""A folded network answers as before, without normalization layers."""

import keras
import numpy as np
import pytest

from model import folding
from model.folding import folded
from model.networks import NETWORKS

pytestmark = pytest.mark.usefixtures("shallow")


@pytest.fixture(scope="module")
def network():
    """Return the default network with weights and statistics that are not the initial ones."""
    model = NETWORKS["se-resnet-teacher"].build(keras.layers.BatchNormalization)
    rng = np.random.default_rng(0)
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            n = layer.get_weights()[0].size
            low = [(0.5, 1.5), (-0.3, 0.3), (-0.3, 0.3), (0.5, 1.5)]
            layer.set_weights([rng.uniform(a, b, n) for a, b in low])
    return model


def test_it_answers_as_before(network):
    chips = np.random.default_rng(1).random((8, 48, 48, 1), np.float32)
    plain = folded(network, "se-resnet-teacher")
    assert not any(isinstance(x, keras.layers.BatchNormalization) for x in plain.layers)
    before, after = (m.predict(chips, verbose=0) for m in (network, plain))
    assert np.ptp(before) > 0.01
    np.testing.assert_allclose(after, before, atol=1e-5)


def test_a_network_without_normalization_is_left_as_it_is():
    seed = NETWORKS["seed"].build(None)
    assert folded(seed, "seed") is seed


def test_a_builder_that_makes_another_network_is_found_out(network, monkeypatch):
    other = NETWORKS["se-resnet-teacher"].build(None)

    class Broken:
        @staticmethod
        def build(normalization):
            for layer in other.layers:
                if isinstance(layer, keras.layers.ReLU):
                    layer.max_value = 0.01
            return other

    monkeypatch.setitem(folding.NETWORKS, "se-resnet-teacher", Broken)
    with pytest.raises(ValueError, match="changes its answers"):
        folded(network, "se-resnet-teacher")
