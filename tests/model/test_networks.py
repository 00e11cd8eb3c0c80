"""The networks have the shapes and sizes that their descriptions promise."""

from dataclasses import replace
from functools import cache

import keras
import numpy as np

from model.networks import NETWORKS, multiply_adds


@cache
def built(name):
    """Return a network, which takes long to build; nobody changes it."""
    return NETWORKS[name].build()


def test_seed_is_the_network_of_the_issue():
    network = NETWORKS["seed"]
    model = built("seed")
    assert model.count_params() == 6_586_408
    assert model.input_shape == (None, *network.chip_format.shape) == (None, 100, 100, 3)
    assert [type(layer).__name__ for layer in model.layers] == [
        *["Conv2D", "MaxPooling2D"] * 3,
        "Flatten",
        "Dense",
        "Dense",
    ]


def test_every_network_gives_probabilities():
    for name, network in NETWORKS.items():
        chips = np.random.default_rng(0).random((2, *network.chip_format.shape), np.float32)
        rows = np.asarray(built(name)(chips))
        assert rows.shape == (2, 8)
        np.testing.assert_allclose(rows.sum(axis=1), 1, atol=1e-5)


def test_answers_to_a_picture_and_its_mirror_image_are_averaged_where_it_helps():
    network = NETWORKS["se-resnet"]
    model = built("se-resnet")
    chips = np.random.default_rng(0).random((3, *network.chip_format.shape), np.float32)
    mirrored = np.ascontiguousarray(chips[:, :, ::-1])
    alone = [np.asarray(model(x)) for x in (chips, mirrored)]
    np.testing.assert_allclose(network.answers(model, chips), np.mean(alone, axis=0), atol=1e-5)
    once = replace(network, mirror_average=False)
    np.testing.assert_allclose(once.answers(model, chips), alone[0], atol=1e-5)


def test_multiply_adds_are_counted_by_hand():
    chip = keras.Input((8, 8, 3))
    x = keras.layers.Conv2D(5, 3, 2, padding="same")(chip)
    x = keras.layers.Dense(7)(keras.layers.GlobalAveragePooling2D()(x))
    assert multiply_adds(keras.Model(chip, x)) == 4 * 4 * 5 * 27 + 35


def test_the_default_network_takes_a_quarter_of_its_teachers_arithmetic():
    names = ("se-resnet", "se-resnet-teacher")
    small, teacher = (multiply_adds(built(name)) for name in names)
    assert small < 50e6
    assert small < 0.3 * teacher
