"""Calibration to a person: what their neutral face looks like to the network, and is taken off.

Only what is shown is corrected, for one face number; raw values stay raw. On other pictures of the
same person it finds a few more neutral faces and no more than that (`python -m model.baseline`,
docs/baseline.md); so it is gentle.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.labels import INDEX
from fer_desktop.core.types import AnalyzedFrame, Expression

SECONDS: Final = 3.0
"""So long a neutral face has to be seen."""
LEAST_FRAMES: Final = 10
"""And in so many frames, however slow the camera is."""
_LONGEST_STEP_S: Final = 0.5
"""More than this does not count between two frames: a camera that hangs shows no face."""
_PATIENCE_S: Final = 2.0
"""So long a face may be unseen; a tracker gives it the same number again within that time."""

TYPICAL: Final = (0.0106, 0.0391, 0.0311, 0.0073, 0.003, 0.8904, 0.0117, 0.0068)
"""What the default network says to neutral faces as a rule, and with it other networks roughly."""
STRENGTH: Final = 0.4
LEAST: Final = 0.1
"""Chosen by `python -m model.baseline`; a test says that they are."""
_TINY: Final = 1e-6
"""Probabilities are not taken for smaller."""

Probabilities = NDArray[np.float32]
"""(8,) float32 in the order of `LABELS`, summing to 1."""


def log_mean(rows: NDArray[np.float32]) -> Probabilities:
    """Return the mean of (n, 8) probabilities in log space, (8,) float32 summing to 1."""
    powers = np.exp(np.log(np.maximum(rows, _TINY)).mean(axis=0, dtype=np.float64))
    return np.asarray(powers / powers.sum(), np.float32)


def factors(
    answer: Probabilities,
    typical: NDArray[np.floating] | tuple[float, ...] = TYPICAL,
    strength: float = STRENGTH,
    least: float = LEAST,
) -> NDArray[np.float64]:
    """Return what to multiply probabilities with, (8,), each in [least, 1]; 1 for neutral.

    Where a neutral face gave an expression better odds against neutral than neutral faces give it
    as a rule, that much is taken off. This is the correction for other priors (Saerens et al.,
    2002), with the answer to the neutral face in place of the prior. It never makes an expression
    stronger against neutral: a face that looks very neutral would do that by chance.

    Args:
        answer: What the network says to the person's neutral face.
        typical: (8,) what it says to neutral faces as a rule.
        strength: How much of the difference is taken off, from 0 to 1: one face at one time is
            known only roughly.
        least: No factor is smaller, so that a grimace taken for neutral spoils little.
    """
    neutral = INDEX["neutral"]
    logs = np.log(np.maximum(np.asarray(typical, np.float64), _TINY))
    logs -= np.log(np.maximum(answer.astype(np.float64), _TINY))
    return np.asarray(np.clip(np.exp(strength * (logs - logs[neutral])), least, 1.0))


@dataclass(frozen=True, eq=False)
class Baseline:
    """A person's neutral face, as the network sees it.

    Attributes:
        probabilities: (8,) float32 summing to 1, the mean of its raw answers in log space.
    """

    probabilities: Probabilities

    def __post_init__(self) -> None:
        Expression(self.probabilities)  # which checks them

    @cached_property
    def factors(self) -> NDArray[np.float64]:
        """What probabilities of this face are multiplied with, (8,)."""
        return factors(self.probabilities)


def corrected(probabilities: Probabilities, baseline: Baseline) -> Probabilities:
    """Return raw probabilities without what the neutral face shows too, (8,) float32 summing to 1.

    They need not be of one frame, but must not have been corrected before.
    """
    return multiplied(probabilities, baseline.factors)


def multiplied(probabilities: NDArray[np.float32], by: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return (..., 8) probabilities times factors, float32, each row summing to 1 again."""
    values = np.maximum(probabilities, 0.0) * by
    return np.asarray(values / values.sum(axis=-1, keepdims=True), np.float32)


class BaselineCollector:
    """Takes in the raw answers to one face until it was seen long enough.

    Time is the frames' own, so it acts alike at any frame rate. Frames in which the face is only
    held do not count, and neither does the time around them.

    Attributes:
        track_id: Number of the face.
        state: `done` once it was seen long enough; `lost` once it was unseen for too long, or the
            video was rewound, and the number is not to be expected again.
    """

    def __init__(self, track_id: int, seconds: float = SECONDS) -> None:
        self.track_id = track_id
        self.state: Literal["collecting", "done", "lost"] = "collecting"
        self._seconds = seconds
        self._rows: list[Probabilities] = []
        self._time_s: float | None = None
        self._seen_s = self._unseen_s = 0.0

    @property
    def progress(self) -> float:
        """How much of it is done, in [0, 1]."""
        return min(1.0, self._seen_s / self._seconds, len(self._rows) / LEAST_FRAMES)

    @property
    def baseline(self) -> Baseline | None:
        """The result; None until it is done."""
        return Baseline(log_mean(np.stack(self._rows))) if self.state == "done" else None

    def watch(self, analyzed: AnalyzedFrame) -> None:
        """Take in the next analyzed frame, whether the face is in it or not."""
        time_s = analyzed.frame.time_s
        if self.state != "collecting" or time_s == self._time_s:
            return
        passed_s = 0.0 if self._time_s is None else time_s - self._time_s
        self._time_s = time_s
        found = [
            face.raw.probabilities
            for face in analyzed.faces
            if face.track_id == self.track_id and not face.face.is_held
        ]
        if passed_s < 0:
            self.state = "lost"
        elif found:
            self._see(found[0], passed_s)
        else:
            self._unseen_s += passed_s
            if self._unseen_s > _PATIENCE_S:
                self.state = "lost"

    def _see(self, row: Probabilities, passed_s: float) -> None:
        if self._rows and not self._unseen_s:
            self._seen_s += min(passed_s, _LONGEST_STEP_S)
        self._unseen_s = 0.0
        self._rows.append(row)
        # A little less than 1 is rounding of many steps.
        if self.progress > 1.0 - 1e-6:
            self.state = "done"


class Baselines:
    """The baselines of the faces that have one, by number.

    The window sets them and the analysis thread reads and forgets them: each step is one operation
    on one dictionary, so neither waits and nothing is lost where both come at once.
    """

    def __init__(self) -> None:
        self._of: dict[int, Baseline] = {}

    @property
    def tracks(self) -> frozenset[int]:
        """Numbers of the faces that have a baseline."""
        return frozenset(self._of.copy())

    def put(self, track_id: int, baseline: Baseline) -> None:
        """Correct this face from its next frame on."""
        self._of[track_id] = baseline

    def drop(self, track_id: int) -> None:
        """Correct this face no longer; one without a baseline is no error."""
        self._of.pop(track_id, None)

    def clear(self) -> None:
        """Correct no face any more."""
        self._of.clear()

    def forget_all_but(self, known: AbstractSet[int]) -> None:
        """Drop the baselines of faces that are gone."""
        for track_id in self.tracks - known:
            self.drop(track_id)

    def apply(self, track_id: int | None, raw: Expression) -> Expression:
        """Return what to show of a face: corrected where it has a baseline, else `raw` itself.

        The label follows from the corrected probabilities and the same threshold. A label that is
        decided over time is decided from these, so this comes before a `Smoother`.
        """
        baseline = None if track_id is None else self._of.get(track_id)
        if baseline is None:
            return raw
        return replace(raw, probabilities=corrected(raw.probabilities, baseline), steady_label=None)
