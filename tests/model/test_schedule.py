"""The rate climbs, falls, and climbs again where it is told to."""

import keras
import pytest

from fer_desktop.core.errors import DataError
from model.schedule import WarmCosines


def rates(schedule, *steps):
    return [float(schedule(step)) for step in steps]


def test_one_cosine():
    schedule = WarmCosines(peak=0.01, warmup_steps=10, restart_step=0, steps=110)
    expected = [0.001, 0.005, 0.01, 0.01, 0.005, 0.0, 0.0]
    assert rates(schedule, 0, 4, 9, 10, 60, 110, 500) == pytest.approx(expected, abs=1e-8)


def test_two_cosines():
    schedule = WarmCosines(peak=0.01, warmup_steps=10, restart_step=50, steps=150)
    assert rates(schedule, 30, 50, 100, 150) == pytest.approx([0.005, 0.01, 0.005, 0], abs=1e-8)
    assert rates(schedule, 49)[0] < 1e-4


def test_a_checkpoint_brings_it_back():
    schedule = WarmCosines(peak=0.01, warmup_steps=10, restart_step=50, steps=150)
    optimizer = keras.optimizers.Adam(learning_rate=schedule)
    again = keras.optimizers.deserialize(keras.optimizers.serialize(optimizer))
    assert again._learning_rate.get_config() == schedule.get_config()


@pytest.mark.parametrize("restart", [-1, 150, 200])
def test_a_restart_outside_the_training_is_refused(restart):
    with pytest.raises(DataError, match="restart"):
        WarmCosines(peak=0.01, warmup_steps=10, restart_step=restart, steps=150)
