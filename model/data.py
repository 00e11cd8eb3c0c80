"""Pictures of a labelled data set in memory, and the batches that training draws from them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.errors import DataError
from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import (
    Layout,
    Sample,
    detect_layout,
    person_hash,
    read_samples,
)
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision.recognition.preprocess import ChipFormat, whole_picture_chip
from model.augment import AUGMENTATIONS, random_chip, shrunk
from model.looks import is_in_colour, look_offsets
from model.recipes import Recipe
from model.truths import Truths, packed

VALIDATION_PERSONS_OF = 10
"""One training person in ten (those whose hash ends in 1) is kept for choosing the epoch."""
LEAST_CLASS_SIZE = 20
"""Smaller classes are drawn as if they had this many pictures."""


def read_parts(
    data: Sequence[Path], layout: Layout | None, splits: Mapping[str, str]
) -> tuple[list[Sample], list[Sample]]:
    """Return (to train on, to choose on) from several data sets together.

    FER+ has a split of its own for choosing; elsewhere one training person in ten is kept for it.

    Args:
        data: The data folders.
        layout: Their layout; None looks at each.
        splits: The training split of each layout.

    Raises:
        DataError: A folder or split is not as its layout says, or too small to keep some.
    """
    train: list[Sample] = []
    valid: list[Sample] = []
    for root in data:
        found = layout or detect_layout(root)
        samples = [
            replace(sample, source=str(root)) for sample in read_samples(root, found, splits[found])
        ]
        if found == "ferplus" and splits[found] == "Train":
            parts = samples, read_samples(root, found, "Valid")
        else:
            parts = split_off_validation(samples)
        if not all(parts):
            raise DataError(f"{root}: too few pictures to keep some for choosing the epoch.")
        train += parts[0]
        valid += parts[1]
    return train, valid


def split_off_validation(samples: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return (to train on, to choose the epoch on), with no person in both."""

    def is_kept(sample: Sample) -> bool:
        # Pictures of unknown persons are told apart by their path.
        key = sample.person or sample.path.name
        return person_hash(key) % VALIDATION_PERSONS_OF == 1

    return [s for s in samples if not is_kept(s)], [s for s in samples if is_kept(s)]


def load_pictures(
    samples: Sequence[Sample], name: str, chip_size: int | None = None
) -> list[ImageBGR]:
    """Return the pictures of the samples, in order, with a progress bar on stderr.

    Args:
        samples: Whose pictures.
        name: What the bar calls them.
        chip_size: Keeps no more pixels than changed chips of this size can show.
    """
    # Ended as soon as a picture can't be read, so that the error stands on a line of its own.
    with tqdm(samples, desc=f"Reading {name}", unit="px") as bar:
        if chip_size is None:
            return [load_picture(sample) for sample in bar]
        return [shrunk(load_picture(sample), chip_size) for sample in bar]


def plain_chips(pictures: Sequence[ImageBGR], chip_format: ChipFormat) -> NDArray[np.float32]:
    """Return the pictures as the network takes them, unchanged: (n, H, W, channels) float32."""
    chips = np.empty((len(pictures), *chip_format.shape), np.float32)
    for row, picture in zip(chips, pictures, strict=True):
        row[:] = whole_picture_chip(picture, chip_format)
    return chips


def draw_chances(samples: Sequence[Sample], balance: float) -> NDArray[np.float64]:
    """Return each sample's chance to be drawn, proportional to (class size) ** -balance.

    0 draws the classes as they occur, 1 draws all classes equally often. Each data set is balanced
    by itself and keeps its share: classes that are rare in one only are learned in both its looks.
    """
    labels = np.array([s.label for s in samples])
    sources = np.array([s.source for s in samples])
    weights = np.zeros(len(samples))
    for source in np.unique(sources):
        rows = sources == source
        counts = np.bincount(labels[rows], minlength=N_LABELS)
        # A class of a few pictures is not repeated without end.
        own = np.maximum(counts[labels[rows]], LEAST_CLASS_SIZE).astype(float) ** -balance
        weights[rows] = own / own.mean()
    return np.asarray(weights / weights.sum(), np.float64)


def smoothed(targets: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """Return (n, 8) targets of which those without votes (one class is 1) are softened."""
    single = targets.max(axis=1, keepdims=True) == 1.0
    return np.where(single, targets * (1 - share) + share / N_LABELS, targets).astype(np.float32)


def blended(
    chips: NDArray[np.float32], targets: NDArray[np.float32], alpha: float, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return mixup of a batch (Zhang et al., 2018): each row blended with another one."""
    if not alpha:
        return chips, targets
    share = rng.beta(alpha, alpha, len(chips)).astype(np.float32)
    other = rng.permutation(len(chips))
    a, b = share[:, np.newaxis, np.newaxis, np.newaxis], share[:, np.newaxis]
    return a * chips + (1 - a) * chips[other], b * targets + (1 - b) * targets[other]


class Batches(keras.utils.PyDataset):  # type: ignore[misc]  # Keras has no types
    """Random batches of changed chips, the same for the same seed and epoch.

    A batch is (n, H, W, channels) chips and (n, 8) targets; where the recipe adjusts looks, the
    targets and their offsets side by side, (n, 16), for `model.looks.adjusted_crossentropy`; with
    two truths (n, 32) for `model.truths.truths_loss`.

    Attributes:
        log_shares: (2, 8) of two truths, see `model.truths.packed`; else None.
    """

    def __init__(
        self,
        pictures: Sequence[ImageBGR],
        samples: Sequence[Sample],
        chip_format: ChipFormat,
        recipe: Recipe,
        *,
        epoch: int = 0,
        truths: Truths | None = None,
    ) -> None:
        super().__init__(workers=1, use_multiprocessing=False, max_queue_size=8)
        self._pictures, self._format, self._recipe = pictures, chip_format, recipe
        self._targets = smoothed(np.stack([s.target for s in samples]), recipe.smoothing)
        self._chances = draw_chances(samples, recipe.balance)
        self._epoch = epoch
        self.log_shares: NDArray[np.float32] | None = None
        if truths is not None:
            self._targets, self.log_shares = packed(truths, self._chances, recipe.smoothing)
        in_colour = np.array([is_in_colour(picture) for picture in pictures])
        if recipe.adjust_looks:
            sources = [sample.source for sample in samples]
            offsets = look_offsets(self._targets, self._chances, sources, in_colour)
            self._targets = np.concatenate([self._targets, offsets], axis=1)
        pools = (np.flatnonzero(in_colour), np.flatnonzero(~in_colour))
        self._kinds = [pool for pool in pools if len(pool)]
        self._draw()

    def __len__(self) -> int:
        return math.ceil(len(self._pictures) / self._recipe.batch_size)

    def __getitem__(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        rng = np.random.default_rng((self._recipe.seed, self._epoch, index))
        rows = self._order[index * self._recipe.batch_size : (index + 1) * self._recipe.batch_size]
        is_closing = self._epoch >= self._recipe.epochs - self._recipe.closing_epochs
        recipe = self._recipe
        strength = AUGMENTATIONS[recipe.closing_augment if is_closing else recipe.augment]
        styles = [self._pictures[self._style(rng)] if strength.style else None for _ in rows]
        chips = np.stack(
            [
                random_chip(self._pictures[i], self._format, strength, rng, style)
                for i, style in zip(rows, styles, strict=True)
            ]
        )
        return blended(chips, self._targets[rows], 0.0 if is_closing else recipe.mixup, rng)

    def begin(self, epoch: int) -> None:
        """Draw the pictures of an epoch, counted from 0.

        To be called at its beginning; Keras' own `on_epoch_end` also comes before the first one.
        """
        self._epoch = epoch
        self._draw()

    def _style(self, rng: np.random.Generator) -> int:
        """Return the number of a picture to take the look of: colour ones as often as gray ones."""
        pool = self._kinds[int(rng.integers(len(self._kinds)))]
        return int(rng.choice(pool))

    def _draw(self) -> None:
        rng = np.random.default_rng((self._recipe.seed, self._epoch))
        n = len(self._pictures)
        if self._recipe.balance:
            self._order = rng.choice(n, n, p=self._chances)
        else:
            self._order = rng.permutation(n)
