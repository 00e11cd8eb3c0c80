"""Drawn round things lie inside their picture, differ, and are the same for the same seed."""

import numpy as np

from model.face_check.patches import other_patch
from model.face_check.round_things import round_things


def test_each_thing_is_there_and_leaves_room_around_it():
    for thing in round_things(40, np.random.default_rng(0)):
        assert thing.gray.shape == thing.mask.shape == (160, 160)
        share = (thing.mask > 127).mean()
        assert 0.05 < share < 0.95, thing.name
        assert thing.gray[thing.mask > 127].std() > 1, thing.name


def test_the_same_seed_draws_the_same_and_no_thing_is_like_another():
    first, again = (round_things(10, np.random.default_rng(3)) for _ in range(2))
    assert all(np.array_equal(a.gray, b.gray) for a, b in zip(first, again, strict=True))
    assert len({thing.gray.tobytes() for thing in first}) == 10


def test_a_thing_is_cut_as_a_stamp_that_is_no_face():
    (thing,) = round_things(1, np.random.default_rng(0))
    patch = other_patch(thing, np.random.default_rng(1))
    assert not patch.is_face
    assert 0 < patch.mask.mean() < 1
