"""What a pipeline tells: its state, and problems in words for the user."""

import time
from dataclasses import dataclass, field
from enum import Enum

from fer_desktop.core.settings import Settings


class PipelineState(Enum):
    """Where a pipeline stands."""

    IDLE = "idle"
    OPENING = "opening"
    RUNNING = "running"
    LOST = "lost"
    """The source failed; it is tried again by itself."""
    ENDED = "ended"
    """A file came to its end."""
    FAILED = "failed"
    """The source failed for good."""


@dataclass(frozen=True)
class StateChanged:
    """The pipeline is in a new state.

    Attributes:
        state: The new state.
        source: The source's name for people.
        message: What happened and what to try; "" when all is well.
        since_s: When it was so, on the monotonic clock: a busy window learns of it later.
    """

    state: PipelineState
    source: str
    message: str = ""
    since_s: float = field(default_factory=time.perf_counter, compare=False)


@dataclass(frozen=True)
class AnalysisFailed:
    """Frames come, but can't be analyzed as was chosen.

    Attributes:
        message: Why.
        kept: The settings of the analysis that goes on in its place; None where there is none.
    """

    message: str
    kept: Settings | None = None


@dataclass(frozen=True)
class AnalysisReady:
    """A model is loaded and analyzing."""

    model: str
    engine: str


Event = StateChanged | AnalysisFailed | AnalysisReady
