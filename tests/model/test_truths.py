"""What was seen and what was meant are learned side by side, and joined into one answer."""

import csv

import keras
import numpy as np
import pytest

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import INDEX
from fer_desktop.evaluation.datasets import Sample, read_samples
from model.networks import NETWORKS
from model.truths import (
    Pooling,
    Truths,
    joined,
    label_table,
    packed,
    pooled,
    read_meant,
    read_truths,
    truths_accuracy,
    truths_loss,
    with_moved,
    with_truths,
)

EYE = np.eye(8, dtype=np.float32)
SPLITS = {"ferplus": "Train", "legend": "common-train", "folders": "all"}


def votes_folder(root, rows, labels):
    """Return a FER+ folder of rows (votes) and of FER2013's own labels, by file name."""
    folder = root / "data" / "FER2013Train"
    folder.mkdir(parents=True)
    with (folder / "label.csv").open("w", newline="") as file:
        csv.writer(file).writerows((n, "(0, 0, 48, 48)", *votes) for n, votes in rows.items())
    with (root / "fer2013-labels.csv").open("w", newline="") as file:
        table = [("Train", n, label) for n, label in labels.items()]
        csv.writer(file).writerows([("part", "file", "fer2013_label"), *table])
    return root


# neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF
ROWS = {
    "clear.png": [0, 0, 8, 0, 0, 0, 2, 0, 0, 0],
    "split.png": [4, 0, 0, 4, 0, 0, 2, 0, 0, 0],
    "scorn.png": [2, 0, 0, 0, 0, 0, 0, 8, 0, 0],
    "no-face.png": [1, 0, 0, 0, 0, 0, 0, 0, 0, 9],
    "unlabelled.png": [9, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}
LABELS = {"clear.png": "fear", "split.png": "anger", "scorn.png": "anger", "unlabelled.png": ""}


@pytest.fixture
def truths(tmp_path):
    root = votes_folder(tmp_path / "FERPlus", ROWS, LABELS)
    return read_truths([root], None, SPLITS, [])


def test_all_faces_are_learned_from_whatever_their_majority(truths):
    names = [sample.path.name for sample in truths.samples]
    assert names == ["clear.png", "split.png", "scorn.png", "unlabelled.png"]
    seen = dict(zip(names, truths.seen, strict=True))
    assert seen["split.png"][[INDEX["neutral"], INDEX["sadness"], INDEX["fear"]]].tolist() == (
        pytest.approx([0.4, 0.4, 0.2])
    )


def test_what_was_meant_is_fer2013s_own_label_and_contempt_where_most_saw_it(truths):
    meant = [row.argmax() if row.any() else None for row in truths.meant]
    assert meant == [INDEX["fear"], INDEX["anger"], INDEX["contempt"], None]
    # What was meant balances how often a picture is drawn; without it, what was seen.
    assert [s.label for s in truths.samples] == [*meant[:3], INDEX["neutral"]]


def test_pictures_kept_for_choosing_are_left_out(tmp_path, legend_folder):
    kept = read_samples(legend_folder, "legend", "common-train")[:3]
    found = read_truths([legend_folder], None, SPLITS, kept)
    assert not {s.path for s in kept} & {s.path for s in found.samples}
    # A single label stands for both, for less in what was meant.
    np.testing.assert_allclose(found.meant, found.seen * 0.5)


@pytest.mark.parametrize("place", ["inside", "beside"])
def test_the_labels_lie_in_the_folder_or_beside_it(tmp_path, place):
    root = votes_folder(tmp_path / "FERPlus", ROWS, LABELS)
    if place == "beside":
        (root / "fer2013-labels.csv").rename(tmp_path / "fer2013-labels.csv")
    assert read_meant(label_table(root), "Train")["clear.png"] == INDEX["fear"]
    assert read_meant(label_table(root), "Valid") == {}


def test_missing_labels_are_told(tmp_path):
    root = votes_folder(tmp_path / "FERPlus", ROWS, LABELS)
    (root / "fer2013-labels.csv").unlink()
    with pytest.raises(DataError, match="table of FER2013's own labels is missing"):
        read_truths([root], None, SPLITS, [])


def sample(source, label=0):
    return Sample(None, label, EYE[label], source=source)


def test_the_offsets_are_each_data_sets_own_shares():
    votes = np.array([0.5, 0, 0, 0, 0.5, 0, 0, 0], np.float32)
    truths = Truths(
        [sample("votes")] * 2 + [sample("press")] * 2,
        np.stack([votes, EYE[4], EYE[5], EYE[5]]),
        np.stack([EYE[3], 0 * EYE[0], 0.5 * EYE[5], 0.5 * EYE[5]]),
    )
    rows, shares = packed(truths, np.full(4, 0.25), smoothing=0.0)
    seen, seen_offsets, meant, meant_offsets = np.split(rows, 4, axis=1)
    np.testing.assert_allclose(np.exp(seen_offsets[0]), [0.25, 0, 0, 0, 0.75, 0, 0, 0], atol=1e-5)
    np.testing.assert_allclose(np.exp(seen_offsets[2]), EYE[5], atol=1e-5)
    np.testing.assert_allclose(np.exp(meant_offsets[1]), EYE[3], atol=1e-5)
    np.testing.assert_array_equal(seen[0], votes)
    assert not meant[1].any(), "nobody knows what was meant, so nothing is learned of it"
    # How frequent classes are is told by the data set with votes alone.
    np.testing.assert_allclose(np.exp(shares[0]), [0.25, 0, 0, 0, 0.75, 0, 0, 0], atol=1e-5)


def test_single_labels_are_softened_and_keep_their_weight():
    truths = Truths([sample("a")], EYE[:1], 0.5 * EYE[:1])
    rows, _ = packed(truths, np.ones(1), smoothing=0.16)
    assert rows[0, :2].tolist() == pytest.approx([0.86, 0.02])
    assert rows[0, 16:24].sum() == pytest.approx(0.5)


def test_the_loss_is_lowest_for_both_truths_and_nothing_to_learn_costs_nothing():
    targets = np.concatenate([EYE[:1], 0 * EYE[:1], EYE[3:4], 0 * EYE[:1]], axis=1)
    right = 20 * np.concatenate([EYE[:1], EYE[3:4]], axis=1)
    swapped = 20 * np.concatenate([EYE[3:4], EYE[:1]], axis=1)
    loss = [float(np.asarray(truths_loss(targets, logits))[0]) for logits in (right, swapped)]
    assert loss[0] < 1e-3 < 20 < loss[1]
    unknown = targets.copy()
    unknown[:, 16:24] = 0
    half_right = 20 * np.concatenate([EYE[:1], EYE[:1]], axis=1)
    assert float(np.asarray(truths_loss(unknown, half_right))[0]) < 1e-3
    assert np.asarray(truths_accuracy(targets, right)).tolist() == [1.0]
    assert np.asarray(truths_accuracy(targets, swapped)).tolist() == [0.0]


def test_what_a_data_set_has_many_of_need_not_be_learned():
    """With the offsets the best logits tell nothing where all pictures look alike."""
    classes = [5] * 90 + [0] * 10
    seen = EYE[classes]
    truths = Truths([sample("a", c) for c in classes], seen, seen)
    rows, _ = packed(truths, np.full(100, 0.01), smoothing=0.0)
    plain = np.zeros((100, 16), np.float32)
    biased = np.tile(np.log(seen.mean(0) + 1e-3), (100, 2)).astype(np.float32)

    def loss(logits):
        return float(np.asarray(truths_loss(rows, logits)).mean())

    assert loss(plain) < loss(biased)


def test_the_joined_network_answers_as_the_pooled_logits():
    keras.utils.set_random_seed(0)
    body = NETWORKS["se-resnet"].build(keras.layers.BatchNormalization)
    model = with_truths(body)
    chips = np.random.default_rng(0).random((5, 40, 40, 1), np.float32)
    shares = np.log(np.random.default_rng(1).dirichlet(np.ones(8), 2)).astype(np.float32)
    for pooling in (Pooling(1.0, 1.0), Pooling(0.3, 0.5)):
        expected = pooled(model.predict(chips, verbose=0), shares, pooling)
        whole = joined(model, "se-resnet", shares, pooling)
        np.testing.assert_allclose(whole.predict(chips, verbose=0), expected, atol=1e-5)
    assert [layer.name for layer in whole.layers][-1] == "probabilities"


def test_a_larger_prior_answers_more_as_faces_are():
    logits = np.zeros((1, 16), np.float32)
    shares = np.log(np.full((2, 8), 0.3 / 7, np.float32))
    shares[:, 5] = np.log(0.7)
    assert pooled(logits, shares, Pooling(0.5, 0.0))[0] == pytest.approx(np.full(8, 0.125))
    assert pooled(logits, shares, Pooling(0.5, 1.0))[0, 5] == pytest.approx(0.7)


def test_moved_faces_stand_behind_the_real_ones_as_a_data_set_of_their_own(truths, own_folder):
    both = with_moved(truths, own_folder)
    n = len(truths.samples)
    assert both.samples[:n] == truths.samples
    moved = both.samples[n:]
    assert moved
    assert {sample.source for sample in moved} == {str(own_folder)}
    for rows in (both.seen[n:], both.meant[n:]):
        np.testing.assert_array_equal(rows.argmax(1), [sample.label for sample in moved])
        np.testing.assert_array_equal(rows.sum(1), 1)
