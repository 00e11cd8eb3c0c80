"""What the panel shows of the frames of a clip, and how calm and how quick it is."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from fer_desktop.core.types import Frame
from fer_desktop.vision.analyzer import FrameAnalyzer

BAR_S = 0.4
"""So soon a true change has to be shown."""
SLOW_BAR_S = 0.5
"""And so soon where there are few frames, of which the label takes two."""
_FEW_FRAMES = 15.0


class Shown(NamedTuple):
    """What the panel shows of a frame, and the raw label beside; None and "" without a face."""

    time_s: float
    track_id: int | None
    label: str
    raw_label: str


@dataclass(frozen=True)
class Calm:
    """How calm a face was that had one expression.

    Attributes:
        name: Of the picture.
        changes: Of what is shown, from the first sight of the face on.
        raw_changes: The same for the raw label.
        seen: Share of the frames in which a face was shown.
        labels: What was shown, in the order of appearance.
    """

    name: str
    changes: int
    raw_changes: int
    seen: float
    labels: list[str]


def watch(analyzer: FrameAnalyzer, frames: Iterable[Frame]) -> Iterator[Shown]:
    """Give what the panel shows for each frame: the first face, as live mode chooses it."""
    for frame in frames:
        faces = analyzer.analyze(frame).faces
        if faces:
            face = faces[0]
            yield Shown(frame.time_s, face.track_id, face.smoothed.label, face.raw.label)
        else:
            yield Shown(frame.time_s, None, "", "")


def calm_of(name: str, shown: Sequence[Shown]) -> Calm:
    """Return how calm a face with one expression was."""
    n_seen = sum(s.track_id is not None for s in shown)
    first = next((i for i, s in enumerate(shown) if s.track_id is not None), len(shown))
    rest = shown[first:]
    values = [(s.track_id, s.label) for s in rest]
    raw = [(s.track_id, s.raw_label) for s in rest]
    labels = dict.fromkeys(s.label for s in rest if s.label)
    return Calm(name, _changes(values), _changes(raw), n_seen / max(1, len(shown)), list(labels))


def reaction_s(shown: Iterable[Shown], switch_s: float, label: str) -> float:
    """Return the time from the switch to the first frame that shows the new label, or infinity."""
    return next(
        (s.time_s - switch_s for s in shown if s.time_s >= switch_s - 1e-9 and s.label == label),
        float("inf"),
    )


def bar_s(rate: float) -> float:
    """Return how soon a true change has to be shown at so many frames a second."""
    return SLOW_BAR_S if rate < _FEW_FRAMES else BAR_S


def share(which: Iterable[bool]) -> float | None:
    """Return how many of these are true, in [0, 1]; None where there are none."""
    values = list(which)
    return sum(values) / len(values) if values else None


def middle_and_end(values: Sequence[float]) -> dict[str, float | None]:
    """Return median, 95th percentile and maximum: measured values, never between two."""
    if not values:
        return {"median": None, "p95": None, "max": None}
    found = np.percentile(np.asarray(values, float), (50, 95, 100), method="higher")
    rounded = (round(float(v), 3) if np.isfinite(v) else None for v in found)
    return dict(zip(("median", "p95", "max"), rounded, strict=True))


def reaction_figures(seconds: Sequence[float], rate: float) -> dict[str, Any]:
    """Return the figures of the reactions at a rate; a label that never came is null."""
    return {
        "n": len(seconds),
        "never": sum(s == float("inf") for s in seconds),
        "bar_s": bar_s(rate),
        "in_time": share(s <= bar_s(rate) + 1e-9 for s in seconds),
        "seconds": middle_and_end(seconds),
    }


def _changes(values: Sequence[object]) -> int:
    return sum(a != b for a, b in itertools.pairwise(values))
