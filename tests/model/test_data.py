"""Batches are drawn as promised, and no person is in training and validation at once."""

from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.vision.recognition.preprocess import ChipFormat, whole_picture_chip
from model.data import (
    LEAST_CLASS_SIZE,
    Batches,
    blended,
    draw_chances,
    load_pictures,
    plain_chips,
    read_parts,
    smoothed,
    split_off_validation,
)
from model.looks import is_in_colour
from model.recipes import RECIPES

FORMAT = ChipFormat(16, 16, 3)
RECIPE = replace(RECIPES["seed"], augment="none", batch_size=7, balance=0.0, seed=5)


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
    happy, neutral = ([s for s in samples if s.label == label] for label in (4, 5))
    uneven = happy + neutral * 4
    even = draw_chances(uneven, 1.0)
    assert abs(even[: len(happy)].sum() - 0.5) < 1e-9
    as_they_are = draw_chances(uneven, 0.0)
    assert np.ptp(as_they_are) < 1e-12


def test_each_data_set_is_balanced_by_itself_and_keeps_its_share(legend_folder):
    sample = read_samples(legend_folder, None, "all")[0]

    def some(source, label, n):
        return [replace(sample, source=source, label=label)] * n

    samples = [*some("a", 0, 30), *some("a", 1, 90), *some("b", 0, 200), *some("b", 1, 40)]
    chances = np.split(draw_chances(samples, 1.0), [30, 120, 320])
    np.testing.assert_allclose([c.sum() for c in chances], [1 / 6, 1 / 6, 1 / 3, 1 / 3])


def test_a_class_of_a_few_pictures_is_not_repeated_without_end(legend_folder):
    sample = read_samples(legend_folder, None, "all")[0]
    samples = [replace(sample, label=0)] * 2 + [replace(sample, label=1)] * 40
    rare, common = draw_chances(samples, 1.0)[[0, -1]]
    assert rare == pytest.approx(common * 40 / LEAST_CLASS_SIZE)


def test_batches_repeat_for_a_seed_and_change_with_the_epoch(legend_folder):
    samples = read_samples(legend_folder, None, "all")
    pictures = load_pictures(samples, "pictures")

    def batches(epoch):
        return Batches(pictures, samples, FORMAT, RECIPE, epoch=epoch)

    first, again, second = batches(0), batches(0), batches(1)
    assert len(first) == 7
    np.testing.assert_array_equal(first[0][0], again[0][0])
    assert not np.array_equal(first[0][0], second[0][0])
    again.begin(1)
    np.testing.assert_array_equal(again[0][0], second[0][0])
    targets = np.concatenate([first[i][1] for i in range(len(first))])
    assert targets.shape == (48, 8)
    assert targets[:, 4].sum() == 24


def test_closing_epochs_show_pictures_as_they_are(legend_folder):
    samples = read_samples(legend_folder, None, "all")[:7]
    pictures = load_pictures(samples, "pictures")
    recipe = replace(
        RECIPE, augment="strong", mixup=1.0, epochs=3, closing_epochs=1, closing_augment="none"
    )
    batches = Batches(pictures, samples, FORMAT, recipe, epoch=1)
    plain = plain_chips(pictures, FORMAT)

    def is_plain(chips):
        return all((plain == chip).all(axis=(1, 2, 3)).any() for chip in chips)

    assert not is_plain(batches[0][0])
    batches.begin(2)
    assert is_plain(batches[0][0])
    assert (batches[0][1].max(axis=1) == 1).all()


def test_styles_come_from_colour_as_often_as_from_gray(astronaut, legend_folder):
    samples = read_samples(legend_folder, None, "all")
    gray = [np.repeat(p.mean(2, keepdims=True), 3, 2).astype(np.uint8) for p in [astronaut] * 9]
    pictures = [*gray, astronaut]
    assert [is_in_colour(p) for p in pictures] == [False] * 9 + [True]
    batches = Batches(pictures, samples[:10], FORMAT, RECIPE)
    rng = np.random.default_rng(0)
    assert 60 < sum(batches._style(rng) == 9 for _ in range(200)) < 140


def test_parts_of_several_data_sets_come_together(legend_folder, ferplus_folder):
    splits = {"legend": "common-train", "ferplus": "Train", "folders": "all"}
    train, valid = read_parts([ferplus_folder, legend_folder], None, splits)
    assert [s.path.parent.name for s in train[:32]] == ["FER2013Train"] * 32
    assert [s.path.parent.name for s in valid[:16]] == ["FER2013Valid"] * 16
    legend = read_samples(legend_folder, None, "common-train")
    assert {s.path for s in train[32:] + valid[16:]} == {s.path for s in legend}
    assert not {s.path for s in train} & {s.path for s in valid}


def test_too_few_pictures_are_named(legend_folder, ferplus_folder, tmp_path):
    folder = tmp_path / "mine" / "anger"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(b"")
    with pytest.raises(DataError, match="too few pictures"):
        read_parts([tmp_path / "mine"], None, {"folders": "all"})


def test_only_labels_without_votes_are_softened():
    targets = np.array([[0, 0, 0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0.8, 0.2, 0, 0]], np.float32)
    soft = smoothed(targets, 0.1)
    np.testing.assert_allclose(soft[0, 4], 0.9 + 0.1 / 8)
    np.testing.assert_allclose(soft.sum(1), 1, atol=1e-6)
    np.testing.assert_array_equal(soft[1], targets[1])
    np.testing.assert_array_equal(smoothed(targets, 0.0), targets)


def test_mixup_blends_pictures_and_labels_alike():
    # Each chip is filled with its own number, and its target says the same.
    chips = np.arange(8, dtype=np.float32).reshape(8, 1, 1, 1) * np.ones((1, 4, 4, 1), np.float32)
    targets = np.eye(8, dtype=np.float32)
    mixed, mixed_targets = blended(chips, targets, 1.0, np.random.default_rng(0))
    np.testing.assert_allclose(mixed[:, 0, 0, 0], mixed_targets @ np.arange(8), rtol=1e-5)
    np.testing.assert_allclose(mixed_targets.sum(1), 1, atol=1e-6)
    assert (mixed_targets.max(1) < 0.99).any()
    same, _ = blended(chips, targets, 0.0, np.random.default_rng(0))
    np.testing.assert_array_equal(same, chips)


def test_pictures_keep_no_more_pixels_than_chips_can_show(legend_folder):
    samples = read_samples(legend_folder, None, "all")[:2]
    assert [p.shape for p in load_pictures(samples, "pictures", 16)] == [(24, 24, 3)] * 2
