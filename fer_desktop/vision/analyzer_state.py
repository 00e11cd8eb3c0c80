"""How far the analysis of a video is, in numbers alone, so that it can go on from there."""

from dataclasses import dataclass
from typing import Protocol

from fer_desktop.core.track import TrackerState
from fer_desktop.core.types import Frame
from fer_desktop.vision.detection.live_memory import DetectorState


@dataclass(frozen=True)
class AnalyzerState:
    """All that what is said of the next frame depends on, in numbers alone.

    What faces look like is had again from the frames of these `times_s`.
    """

    detector: DetectorState | None
    tracker: TrackerState
    last_s: float | None

    @property
    def times_s(self) -> frozenset[float]:
        """Times of the frames that have to be seen again."""
        faces = (*self.tracker.tracks, *self.tracker.gone)
        memories = () if self.detector is None else self.detector.memories
        times = {face.look.time_s for face in faces if face.look is not None}
        times.update(memory.origin.time_s for memory in memories)
        return frozenset(times if self.last_s is None else {*times, self.last_s})


class Keeper(Protocol):
    """Wants the state now and then."""

    def is_due(self) -> bool:
        """Return whether the state after the next frame is wanted."""
        ...

    def keep(self, frame: Frame, state: AnalyzerState) -> None:
        """Take the state after a frame, once all until then were taken."""
        ...
