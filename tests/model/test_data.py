"""Batches are drawn as promised, and no person is in training and validation at once."""

import numpy as np

from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.vision.preprocess import ChipFormat, whole_picture_chip
from model.augment import NONE
from model.data import (
    Batches,
    draw_chances,
    is_in_colour,
    load_pictures,
    plain_chips,
    split_off_validation,
)

FORMAT = ChipFormat(16, 16, 3)


def test_validation_shares_no_person_with_training(legend_folder):
    train, valid = split_off_validation(read_samples(legend_folder, None, "person-train"))
    assert train
    assert valid
    assert not {s.person for s in train} & {s.person for s in valid}


def test_plain_chips_are_those_of_the_program(legend_folder):
    samples = read_samples(legend_folder, None, "all")[:3]
    pictures = load_pictures(samples, "pictures")
    chips = plain_chips(pictures, FORMAT)
    for chip, picture in zip(chips, pictures, strict=True):
        np.testing.assert_array_equal(chip, whole_picture_chip(picture, FORMAT))


def test_balance_draws_rare_classes_more_often(legend_folder):
    samples = read_samples(legend_folder, None, "all")
    happy = [s for s in samples if s.label == 4]
    uneven = happy[:2] + [s for s in samples if s.label == 5]
    even = draw_chances(uneven, 1.0)
    assert abs(even[:2].sum() - 0.5) < 1e-9
    as_they_are = draw_chances(uneven, 0.0)
    np.testing.assert_allclose(as_they_are, 1 / len(uneven))


def test_batches_repeat_for_a_seed_and_change_with_the_epoch(legend_folder):
    samples = read_samples(legend_folder, None, "all")
    pictures = load_pictures(samples, "pictures")

    def batches(epoch):
        return Batches(
            pictures, samples, FORMAT, NONE, batch_size=7, balance=0.0, seed=5, epoch=epoch
        )

    first, again, second = batches(0), batches(0), batches(1)
    assert len(first) == 7
    np.testing.assert_array_equal(first[0][0], again[0][0])
    assert not np.array_equal(first[0][0], second[0][0])
    again.on_epoch_end()
    np.testing.assert_array_equal(again[0][0], second[0][0])
    targets = np.concatenate([first[i][1] for i in range(len(first))])
    assert targets.shape == (48, 8)
    assert targets[:, 4].sum() == 24


def test_styles_come_from_colour_as_often_as_from_gray(astronaut, legend_folder):
    samples = read_samples(legend_folder, None, "all")
    gray = [np.repeat(p.mean(2, keepdims=True), 3, 2).astype(np.uint8) for p in [astronaut] * 9]
    pictures = [*gray, astronaut]
    assert [is_in_colour(p) for p in pictures] == [False] * 9 + [True]
    batches = Batches(pictures, samples[:10], FORMAT, NONE, batch_size=4, balance=0.0, seed=1)
    rng = np.random.default_rng(0)
    assert 60 < sum(batches._style(rng) == 9 for _ in range(200)) < 140
