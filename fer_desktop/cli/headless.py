"""The live pipeline without a window: for machines without a display."""

import argparse
import math
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import CameraError, FerError, ModelError, SourceError
from fer_desktop.core.overlay import overlay_items
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.export.streams.live_output import LiveOutput
from fer_desktop.live.events import AnalysisFailed, StateChanged
from fer_desktop.live.pipeline import LivePipeline, Statistics
from fer_desktop.sessions.new_session import model_of
from fer_desktop.system import paths
from fer_desktop.system.terminal import OK, exit_code, say, show
from fer_desktop.vision import assembly
from fer_desktop.vision.media.images import write_image
from fer_desktop.vision.render import annotated

HEADLESS_S: Final = 5.0
FIRST_FRAME_S = 20.0
"""So long the first analyzed frame may take; a cold disk and a slow camera count in."""


@dataclass(frozen=True)
class HeadlessReport:
    """What a run without a window saw.

    Attributes:
        seconds: From the first analyzed frame to the last.
        n_frames: Analyzed frames.
        n_with_face: Those with at least one face seen.
        most_faces: The most faces in one frame.
        labels: How often each label was shown.
        statistics: The pipeline's own figures at the end.
        picture: The annotated picture that was saved.
    """

    seconds: float
    n_frames: int
    n_with_face: int
    most_faces: int
    labels: Counter[str]
    statistics: Statistics
    picture: Path

    @property
    def frames_per_second(self) -> float:
        """Analyzed frames a second."""
        return (self.n_frames - 1) / self.seconds if self.seconds > 0 else 0.0


def run_headless(
    source: str,
    settings: Settings,
    seconds: float,
    picture: Path,
    tell: Callable[[str], None],
    receiver: Callable[[AnalyzedFrame], None] | None = None,
) -> HeadlessReport:
    """Run the live pipeline and save the last picture that has a face.

    Args:
        source: What `--source` takes.
        settings: The user's choices.
        seconds: How long, from the first analyzed frame on.
        picture: Where the annotated picture goes.
        tell: Takes news in words while it runs.
        receiver: Gets every analyzed frame, in the thread of the analysis, so it has to be quick.

    Raises:
        SourceError: The source gave no frame; CameraError where it is a camera.
        ModelError: The model can't be used.
        ImageError: A picture can't be read, or the annotated one can't be written.
    """
    assembly.source(source, settings)  # a name that is no source is told at once
    pipeline = LivePipeline(
        lambda: assembly.source(source, settings), assembly.live_analyzer, settings
    )
    pipeline.send_to(receiver)
    pipeline.start()
    try:
        return _watch(pipeline, source, seconds, picture, tell)
    finally:
        pipeline.stop()


def _watch(
    pipeline: LivePipeline, source: str, seconds: float, picture: Path, tell: Callable[[str], None]
) -> HeadlessReport:
    labels: Counter[str] = Counter()
    n_frames = n_with_face = most_faces = 0
    first_s = last_s = 0.0
    best: AnalyzedFrame | None = None
    deadline_s = time.perf_counter() + FIRST_FRAME_S
    problem = ""
    while time.perf_counter() < deadline_s:
        is_over = pipeline.is_over  # asked first, so that the last result is still polled
        analyzed, events = pipeline.poll()
        for event in events:
            if isinstance(event, AnalysisFailed):
                raise ModelError(event.message)
            if isinstance(event, StateChanged) and event.message:
                problem = event.message
                tell(problem)
        if analyzed is not None:
            last_s = time.perf_counter()
            if n_frames == 0:
                first_s, deadline_s = last_s, last_s + seconds
            n_frames += 1
            n_with_face += any(not face.face.is_held for face in analyzed.faces)
            most_faces = max(most_faces, len(analyzed.faces))
            labels.update(face.smoothed.label for face in analyzed.faces)
            if analyzed.faces or best is None:
                best = analyzed
        elif is_over:
            break
        else:
            time.sleep(0.004)
    if best is None:
        error = CameraError if source.startswith("camera") or "://" in source else SourceError
        raise error(problem or f"{source}: no frame came within {FIRST_FRAME_S:.0f} s.")
    shown = annotated(best.frame.image, overlay_items(best, smoothed=True))
    write_image(picture, shown, chosen=True)
    statistics = pipeline.statistics()
    return HeadlessReport(
        last_s - first_s, n_frames, n_with_face, most_faces, labels, statistics, picture
    )


def run_without_window(options: argparse.Namespace, settings: Settings, why: str) -> int:
    """Run the live pipeline without a window, say why there is none, and return the exit code."""
    is_asked = getattr(options, "no_window", False)
    seconds = options.run_for or (math.inf if is_asked else HEADLESS_S)
    source = options.source or "demo"
    picture = options.screenshot or paths.cache_directory() / "live.png"
    how_long = f"for {seconds:g} s" if math.isfinite(seconds) else "until Ctrl+C"
    begin = f"{why} So the" if why else "The"
    say(f"{begin} live pipeline runs without a window, on {source}, {how_long}.")
    told: set[str] = set()

    def say_once(text: str) -> None:
        if text not in told:
            told.add(text)
            say(text)

    try:
        with LiveOutput(
            *settings.send.split(), model=model_of(settings), source=source, tell=say_once
        ) as output:
            for target in output.targets:
                say(f"Live results go to {target}.")
            report = run_headless(source, settings, seconds, picture, say_once, output.put)
    except FerError as error:
        say_once(str(error))
        return exit_code(error)
    shown = sum(report.labels.values())
    labels = ", ".join(
        f"{label} {count / shown * 100:.0f} %" for label, count in report.labels.most_common()
    )
    statistics = report.statistics
    print(f"frames per second: {report.frames_per_second:.1f} ({report.n_frames} frames)")
    print(f"latency: {statistics.latency_ms:.0f} ms, dropped frames: {statistics.dropped}")
    print(f"faces: {report.most_faces} at most, in {report.n_with_face} of {report.n_frames}")
    print(f"labels: {labels or 'none'}")
    show(f"picture: {report.picture}")
    return OK
