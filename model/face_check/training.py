"""Trains the network of the face check on a pool of cases.

Chips are changed a little at random each time they are seen: mirrored, lit otherwise, noisy.
"""

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from fer_desktop.system.files import write_text
from model.face_check.cases import Cases
from model.face_check.network import built, loss

_BATCH = 128
RATE, _DECAY = 2e-3, 1e-3
_MIRRORED = (1, 4, 5)
"""Answers that change their sign in a mirror."""


class Batches(keras.utils.PyDataset):  # type: ignore[misc]
    """Batches of changed chips and of their targets beside their weights."""

    def __init__(self, cases: Cases, seed: int) -> None:
        """Take the cases."""
        super().__init__()
        self._cases = cases
        self._rng = np.random.default_rng(seed)
        self.on_epoch_end()

    def __len__(self) -> int:
        """Return how many batches an epoch has."""
        return len(self._order) // _BATCH

    def __getitem__(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return a batch."""
        rows = self._order[index * _BATCH : (index + 1) * _BATCH]
        chips = self._cases.chips[rows].astype(np.float32)
        targets, weights = self._cases.targets[rows].copy(), self._cases.weights[rows]
        flip = self._rng.random(len(rows)) < 0.5
        chips[flip] = chips[flip, :, ::-1]
        for column in _MIRRORED:
            targets[flip, column] *= -1
        return changed(chips, self._rng)[..., np.newaxis], np.concatenate(
            [targets, weights], axis=1
        )

    def on_epoch_end(self) -> None:
        """Mix the cases anew."""
        self._order = self._rng.permutation(len(self._cases.chips))


def changed(chips: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Return the chips with another gamma, a slope of light, and noise."""
    n, side = len(chips), chips.shape[1]
    gamma = np.exp(rng.normal(0, 0.2, (n, 1, 1))).astype(np.float32)
    chips = 255 * (chips / 255) ** gamma
    across = np.linspace(-1, 1, side, dtype=np.float32)
    slopes = rng.normal(0, 0.15, (2, n, 1, 1)).astype(np.float32)
    chips *= 1 + slopes[0] * across + slopes[1] * across[:, np.newaxis]
    spread = (rng.random((n, 1, 1)) < 0.5) * rng.uniform(0, 6, (n, 1, 1))
    chips += rng.standard_normal(chips.shape, np.float32) * spread.astype(np.float32)
    return np.clip(chips, 0, 255)


def trained(
    cases: Cases, epochs: int, out: Path, start: Path | None, seed: int, rate: float = RATE
) -> Any:  # noqa: ANN401
    """Train, write the weights and how they came about, and return the network.

    Args:
        cases: What is learned from.
        epochs: How often each is seen.
        out: File for the weights; how they came about goes into `state.json` beside it.
        start: Weights to go on from; None begins from nothing.
        seed: The same gives the same, on the same processor.
        rate: The highest rate of learning.
    """
    keras.utils.set_random_seed(seed)
    model = built()
    if start is not None:
        model.load_weights(start)
    batches = Batches(cases, seed)
    steps = epochs * len(batches)
    planned = keras.optimizers.schedules.CosineDecay(
        0.0, steps - steps // 20, warmup_target=rate, warmup_steps=steps // 20
    )
    model.compile(keras.optimizers.AdamW(planned, weight_decay=_DECAY, clipnorm=5.0), loss=loss)
    history = model.fit(batches, epochs=epochs, verbose=2)
    out.parent.mkdir(parents=True, exist_ok=True)
    model.save(out)
    state = {
        "cases": len(cases.chips),
        "faces": int(cases.targets[:, 0].sum()),
        "epochs": epochs,
        "seed": seed,
        "rate": rate,
        "goes_on": start is not None,
        "loss": round(float(history.history["loss"][-1]), 4),
    }
    write_text(out.with_name("state.json"), json.dumps(state, indent=1) + "\n")
    return model
