"""Pictures of a labelled data set in memory, and the batches that training draws from them."""

import math
from collections.abc import Sequence

import keras
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.types import ImageBGR
from fer_desktop.evaluation.datasets import Sample, person_hash
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision.preprocess import ChipFormat, whole_picture_chip
from model.augment import Augmentation, random_chip

VALIDATION_PERSONS_OF = 10
"""One training person in ten (those whose hash ends in 1) is kept for choosing the epoch."""


def split_off_validation(samples: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return (to train on, to choose the epoch on), with no person in both."""

    def is_kept(sample: Sample) -> bool:
        # Pictures of unknown persons are told apart by their path.
        key = sample.person or sample.path.name
        return person_hash(key) % VALIDATION_PERSONS_OF == 1

    return [s for s in samples if not is_kept(s)], [s for s in samples if is_kept(s)]


def load_pictures(samples: Sequence[Sample], name: str) -> list[ImageBGR]:
    """Return the pictures of the samples, in order, with a progress bar on stderr."""
    return [load_picture(sample) for sample in tqdm(samples, desc=f"Reading {name}", unit="px")]


def plain_chips(pictures: Sequence[ImageBGR], chip_format: ChipFormat) -> NDArray[np.float32]:
    """Return the pictures as the network takes them, unchanged: (n, H, W, channels) float32."""
    chips = np.empty((len(pictures), *chip_format.shape), np.float32)
    for row, picture in zip(chips, pictures, strict=True):
        row[:] = whole_picture_chip(picture, chip_format)
    return chips


def draw_chances(samples: Sequence[Sample], balance: float) -> NDArray[np.float64]:
    """Return each sample's chance to be drawn, proportional to (class size) ** -balance.

    0 draws the classes as they occur, 1 draws all classes equally often.
    """
    labels = np.array([s.label for s in samples])
    counts = np.bincount(labels, minlength=N_LABELS).astype(float)
    weights = counts[labels] ** -balance
    return np.asarray(weights / weights.sum(), np.float64)


def is_in_colour(picture: ImageBGR) -> bool:
    """Return whether a picture has visible colour; gray ones have three equal channels."""
    return bool(np.ptp(picture[::8, ::8], axis=2).mean() > 6)


class Batches(keras.utils.PyDataset):  # type: ignore[misc]  # Keras has no types
    """Random batches of changed chips, the same for the same seed and epoch."""

    def __init__(
        self,
        pictures: Sequence[ImageBGR],
        samples: Sequence[Sample],
        chip_format: ChipFormat,
        strength: Augmentation,
        *,
        batch_size: int,
        balance: float,
        seed: int,
        epoch: int = 0,
    ) -> None:
        super().__init__(workers=1, use_multiprocessing=False, max_queue_size=8)
        self._pictures, self._format, self._strength = pictures, chip_format, strength
        self._targets = np.stack([s.target for s in samples])
        self._chances = draw_chances(samples, balance)
        self._batch_size, self._balance, self._seed = batch_size, balance, seed
        self._epoch = epoch
        in_colour = np.array([is_in_colour(picture) for picture in pictures])
        pools = (np.flatnonzero(in_colour), np.flatnonzero(~in_colour))
        self._kinds = [pool for pool in pools if len(pool)]
        self._draw()

    def __len__(self) -> int:
        return math.ceil(len(self._pictures) / self._batch_size)

    def __getitem__(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        rng = np.random.default_rng((self._seed, self._epoch, index))
        rows = self._order[index * self._batch_size : (index + 1) * self._batch_size]
        styles = [self._pictures[self._style(rng)] for _ in rows]
        chips = np.stack(
            [
                random_chip(self._pictures[i], self._format, self._strength, rng, style)
                for i, style in zip(rows, styles, strict=True)
            ]
        )
        return chips, self._targets[rows]

    def on_epoch_end(self) -> None:
        """Draw the next epoch's pictures."""
        self._epoch += 1
        self._draw()

    def _style(self, rng: np.random.Generator) -> int:
        """Return the number of a picture to take the look of: colour ones as often as gray ones."""
        pool = self._kinds[int(rng.integers(len(self._kinds)))]
        return int(rng.choice(pool))

    def _draw(self) -> None:
        rng = np.random.default_rng((self._seed, self._epoch))
        n = len(self._pictures)
        if self._balance:
            self._order = rng.choice(n, n, p=self._chances)
        else:
            self._order = rng.permutation(n)
