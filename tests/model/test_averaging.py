"""The average comes and goes, and its normalization statistics are its own."""

from dataclasses import replace

import numpy as np
import pytest

from model.averaging import averaged_weights, blended_with_start
from model.compiling import new_model
from model.recipes import RECIPES
from tests.model.conftest import step_by_step

pytestmark = pytest.mark.usefixtures("shallow")

TARGETS = np.eye(8, dtype=np.float32)


@pytest.fixture(scope="module")
def model():
    recipe = replace(
        RECIPES["se-resnet-teacher"], precision="float32", warmup_epochs=0.0, average=0.9
    )
    model = new_model(recipe, steps_per_epoch=4)
    rng = np.random.default_rng(0)
    with step_by_step():
        for _ in range(4):
            model.train_on_batch(rng.random((8, 48, 48, 1), np.float32), TARGETS)
    return model


def batches(mean):
    rng = np.random.default_rng(1)
    return [(rng.normal(mean, 0.2, (8, 48, 48, 1)).astype(np.float32), TARGETS)] * 3


def weights_of(model):
    return [np.asarray(w).copy() for w in model.get_weights()]


def test_the_average_comes_and_goes(model):
    own = weights_of(model)
    with averaged_weights(model, batches(0.5)):
        inside = weights_of(model)
    after = weights_of(model)
    assert sum(not np.array_equal(a, b) for a, b in zip(own, inside, strict=True)) > 40
    for a, b in zip(own, after, strict=True):
        # They are swapped by adding and subtracting.
        np.testing.assert_allclose(a, b, atol=1e-6)


def test_statistics_fit_the_average(model):
    """With its own statistics a network answers alike in training and in use."""
    chips = batches(0.5)[0][0]
    layer = next(x for x in model.layers if hasattr(x, "momentum"))
    inputs = next(x for x in model.layers if x.output is layer.input)
    from keras import Model

    before = Model(model.inputs[0], inputs.output)
    with averaged_weights(model, batches(0.5)):
        outputs = np.asarray(before(chips, training=False))
        mean, variance = (np.asarray(w) for w in layer.get_weights()[2:])
        np.testing.assert_allclose(mean, outputs.mean((0, 1, 2)), atol=1e-4)
        np.testing.assert_allclose(variance, outputs.var((0, 1, 2)), rtol=0.01, atol=1e-5)


def test_momentum_is_as_before(model):
    with averaged_weights(model, batches(0.5)):
        pass
    momenta = {x.momentum for x in model.layers if hasattr(x, "momentum")}
    assert momenta == {0.99}


def test_a_network_without_normalization_gets_its_average_alone(eager):
    recipe = replace(RECIPES["seed"], warmup_epochs=0.0, average=0.9)
    model = new_model(recipe, steps_per_epoch=4)
    chips = np.random.default_rng(0).random((8, 100, 100, 3), np.float32)
    for _ in range(2):
        model.train_on_batch(chips, TARGETS)
    own = weights_of(model)
    with averaged_weights(model, []):
        assert any(not np.array_equal(a, b) for a, b in zip(own, weights_of(model), strict=True))


def test_without_an_average_nothing_changes():
    model = new_model(replace(RECIPES["seed"], average=0.0), steps_per_epoch=4)
    own = weights_of(model)
    with averaged_weights(model, []):
        for a, b in zip(own, weights_of(model), strict=True):
            np.testing.assert_array_equal(a, b)


def test_a_share_of_the_weights_begun_with_stays():
    found = blended_with_start([np.array([4.0, 0.0])], [np.array([0.0, 8.0])], 0.25)
    np.testing.assert_allclose(found, [[3.0, 2.0]])
