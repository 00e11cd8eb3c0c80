"""Live results one after the other, for a loop in Python."""

import time
from collections.abc import Callable, Generator, Sequence
from typing import Final

from fer_desktop.core.errors import CameraError, ModelError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.live.events import AnalysisFailed, Event, PipelineState, StateChanged
from fer_desktop.live.pipeline import LivePipeline
from fer_desktop.vision import assembly

_POLL_S: Final = 0.004


def live_frames(
    source: str,
    settings: Settings,
    patience_s: float,
    is_over: Callable[[], bool] = lambda: False,
) -> Generator[AnalyzedFrame, None, None]:
    """Yield the newest result again and again; frames that come meanwhile are dropped.

    The source is opened at the first step, and closed when the generator is closed.

    Args:
        source: What `--source` takes.
        settings: What is analyzed with.
        patience_s: So long a camera that was lost may stay away.
        is_over: Whether nothing more is wanted, asked before each result.

    Raises:
        CameraError: The camera can't be opened, or was lost and did not come back in time.
        SourceError: Another source can't be read.
        ModelError: The model can't be used.
    """
    pipeline = LivePipeline(
        lambda: assembly.source(source, settings), assembly.live_analyzer, settings
    )
    pipeline.start()
    try:
        yield from _results(pipeline, patience_s, is_over)
    finally:
        pipeline.stop()


def _results(
    pipeline: LivePipeline, patience_s: float, is_over: Callable[[], bool]
) -> Generator[AnalyzedFrame, None, None]:
    # A camera that gives nothing at all is told at once: nobody waits for it yet.
    problem, deadline_s = "", 0.0
    while not is_over():
        has_ended = pipeline.is_over  # asked first, so that the last result is still polled
        analyzed, events = pipeline.poll()
        problem = _problem(events, problem)
        if analyzed is not None:
            yield analyzed
            deadline_s = time.perf_counter() + patience_s
        elif has_ended:
            if pipeline.state is PipelineState.FAILED:
                raise SourceError(problem)
            return
        elif pipeline.state is PipelineState.LOST and time.perf_counter() > deadline_s:
            raise CameraError(problem)
        else:
            time.sleep(_POLL_S)


def _problem(events: Sequence[Event], problem: str) -> str:
    """Return the last that was told to be wrong with the source; "" where nothing was."""
    for event in events:
        if isinstance(event, AnalysisFailed):
            raise ModelError(event.message)
        if isinstance(event, StateChanged):
            problem = event.message or problem
    return problem
