"""Measures the live chain: how fast it goes through a source, and what it costs at its pace."""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import psutil

from fer_desktop.cli import options as shared
from fer_desktop.cli.parser import count
from fer_desktop.core.errors import ModelError, SourceError
from fer_desktop.core.inert import without_secrets
from fer_desktop.core.settings import Settings
from fer_desktop.live.events import AnalysisFailed, Event, StateChanged
from fer_desktop.live.pipeline import LivePipeline
from fer_desktop.system import paths
from fer_desktop.system.terminal import OK, say, show
from fer_desktop.vision import assembly, doctor
from fer_desktop.vision.camera.scene import FRAME_RATE, Scene, SceneSource
from fer_desktop.vision.camera.sources import FrameSource

STAGES: Final = ("read", "detect", "track", "classify", "total")
BUILT_IN: Final = "built-in"
SCENES: Final = tuple(
    Scene(width, height, n_faces)
    for width, height in ((640, 480), (1280, 720))
    for n_faces in (1, 4, 0)
)
_POLL_S: Final = 0.01
_FIRST_FRAME_S: Final = 20.0

MakeSource = Callable[[], FrameSource]
Tell = Callable[[str], None]


def benchmark(source: str, settings: Settings, n_frames: int, tell: Tell) -> dict[str, Any]:
    """Return the figures of a source, or of the built-in scenes together and one by one.

    Args:
        source: What `--source` takes, or `BUILT_IN`.
        settings: The user's choices.
        n_frames: How many frames to measure on, in each scene; fewer where the source ends.
        tell: Takes what is being measured, in words.

    Returns:
        `frames_per_second`: how fast the whole chain goes through the source unpaced.
        `stages`: median and 95th percentile of each, in ms a frame.
        `dropped`, `cpu_percent` (100 is one core), `latency_ms`: at the source's own pace.
        `peak_rss_mb`: most memory of the process, `first_result_s`: from nothing to the first
        analyzed frame, with the model loaded and the source opened.
        `scenes`: the same of each built-in scene, where these are measured.

    Raises:
        SourceError: The source can't be opened or gave no frame; CameraError where it is a camera.
        ImageError: A picture can't be read.
        ModelError: The model can't be used.
    """
    if source == BUILT_IN:
        parts = []
        for scene in SCENES:
            tell(scene.name)
            parts.append(_measure(_scene_source(scene), settings, n_frames, scene.name))
        figures = {**_figures(BUILT_IN, parts), "scenes": [_figures(p.name, [p]) for p in parts]}
    else:
        name = without_secrets(source)
        tell(name)
        part = _measure(lambda: assembly.source(source, settings), settings, n_frames, name)
        figures = _figures(name, [part])
    memory_gb = round(psutil.virtual_memory().total / 2**30, 1)
    return {
        **figures,
        "machine": {**doctor.machine(), "memory_gb": memory_gb},
        "versions": doctor.versions(),
    }


def benchmark_text(figures: dict[str, Any]) -> str:
    """Return the figures as a table for people."""
    head = f"{'source':<20}" + "".join(f"{f'{name} ms':>16}" for name in STAGES)
    head += f"{'frames/s':>10}{'dropped':>9}{'cpu':>7}{'latency ms':>16}"
    lines = [head]
    for row in figures.get("scenes", [figures]):
        cells = "".join(f"{_pair(row['stages'][name]):>16}" for name in STAGES)
        lines.append(
            f"{row['source'][-20:]:<20}{cells}{row['frames_per_second']:>10.1f}"
            f"{row['dropped']:>9}{row['cpu_percent']:>6.0f}%{_pair(row['latency_ms']):>16}"
        )
    machine = figures["machine"]
    lines += [
        "",
        "Times are the median / 95th percentile of a frame. frames/s is unpaced; dropped, cpu",
        "(100 % is one core) and latency (from reading to result) are at the source's own pace.",
        f"First result after {figures['first_result_s']:.2f} s; "
        f"memory {figures['peak_rss_mb']:.0f} MB at most.",
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB; "
        f"{platform.system()}, Python {platform.python_version()}",
    ]
    return "\n".join(lines)


def _scene_source(scene: Scene) -> MakeSource:
    return lambda: SceneSource(paths.demo_picture(), scene)


@dataclass(frozen=True)
class _Live:
    """What a pipeline at the source's own pace was like.

    Attributes:
        seconds: From the first analyzed frame on.
        used_s: Processor time of the whole process in them, all threads.
        latencies_ms: Of each polled frame, from reading it to having its result.
        dropped: Frames that came while the analysis was busy.
        peak_bytes: Most memory.
    """

    seconds: float
    used_s: float
    latencies_ms: list[float]
    dropped: int
    peak_bytes: int


@dataclass(frozen=True)
class _Measured:
    """One source: `stages_ms` has a row a frame, in the order of `STAGES`."""

    name: str
    stages_ms: list[tuple[float, ...]]
    seconds: float
    first_result_s: float
    peak_bytes: int
    live: _Live


def _measure(make_source: MakeSource, settings: Settings, n_frames: int, name: str) -> _Measured:
    start_s = time.perf_counter()
    analyzer = assembly.live_analyzer(settings)
    source = make_source()
    rows: list[tuple[float, ...]] = []
    first_result_s, process, peak = 0.0, psutil.Process(), 0
    try:
        source.open()
        while len(rows) < n_frames:
            begin_s = time.perf_counter()
            frame = source.read()
            if frame is None:
                break
            read_s = time.perf_counter()
            timings = analyzer.analyze(frame).timings
            end_s = time.perf_counter()
            first_result_s = first_result_s or end_s - start_s
            stages = (timings.detect_ms, timings.track_ms, timings.classify_ms)
            rows.append(((read_s - begin_s) * 1e3, *stages, (end_s - begin_s) * 1e3))
            peak = max(peak, process.memory_info().rss)
    finally:
        source.close()
        analyzer.close()
    if not rows:
        raise SourceError(f"{name}: it gave no frame.")
    live = _run_live(make_source, settings, len(rows) / FRAME_RATE, name)
    return _Measured(name, rows, sum(r[-1] for r in rows) / 1e3, first_result_s, peak, live)


def _run_live(make_source: MakeSource, settings: Settings, seconds: float, name: str) -> _Live:
    pipeline = LivePipeline(make_source, assembly.live_analyzer, settings)
    process, peak = psutil.Process(), 0
    latencies: list[float] = []
    begin_s = busy_s = 0.0
    end_s = time.perf_counter() + _FIRST_FRAME_S
    problem = f"{name}: no frame came within {_FIRST_FRAME_S:.0f} s."
    pipeline.start()
    try:
        while time.perf_counter() < end_s:
            is_over = pipeline.is_over  # asked first, so that the last result is still polled
            analyzed, events = pipeline.poll()
            problem = _problem_in(events) or problem
            if analyzed is None:
                if is_over:
                    break
                time.sleep(_POLL_S)
                continue
            now_s = time.perf_counter()
            if not latencies:  # loading the model is no part of it
                begin_s, busy_s, end_s = now_s, time.process_time(), now_s + seconds
            latencies.append((now_s - analyzed.frame.captured_s) * 1e3)
            peak = max(peak, process.memory_info().rss)
        used_s, dropped = time.process_time() - busy_s, pipeline.statistics().dropped
    finally:
        pipeline.stop()
    if not latencies:
        raise SourceError(problem)
    return _Live(time.perf_counter() - begin_s, used_s, latencies, dropped, peak)


def _problem_in(events: Sequence[Event]) -> str:
    """Return what went wrong with the source, "" for nothing.

    Raises:
        ModelError: The analysis failed.
    """
    for event in events:
        if isinstance(event, AnalysisFailed):
            raise ModelError(event.message)
    told = [event.message for event in events if isinstance(event, StateChanged)]
    return next(filter(None, reversed(told)), "")


def _figures(source: str, parts: Sequence[_Measured]) -> dict[str, Any]:
    """Return the figures of some measurements taken as one."""
    rows = np.array([row for part in parts for row in part.stages_ms])
    live_s = sum(part.live.seconds for part in parts)
    used_s = sum(part.live.used_s for part in parts)
    peak = max(max(part.peak_bytes, part.live.peak_bytes) for part in parts)
    return {
        "source": source,
        "frames": len(rows),
        "frames_per_second": round(len(rows) / sum(part.seconds for part in parts), 1),
        "stages": {name: _middle_and_tail(rows[:, i]) for i, name in enumerate(STAGES)},
        "dropped": sum(part.live.dropped for part in parts),
        "cpu_percent": round(100 * used_s / live_s, 1) if live_s else 0.0,
        "latency_ms": _middle_and_tail([v for part in parts for v in part.live.latencies_ms]),
        "peak_rss_mb": round(peak / 2**20, 1),
        "first_result_s": round(parts[0].first_result_s, 3),
    }


def _middle_and_tail(values: Any) -> dict[str, float]:  # noqa: ANN401 - anything NumPy takes
    median, tail = (round(float(v), 3) for v in np.percentile(values, (50, 95)))
    return {"median_ms": median, "p95_ms": tail}


def _pair(stage: dict[str, float]) -> str:
    return f"{stage['median_ms']:.1f} / {stage['p95_ms']:.1f}"


def _add_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--source",
        metavar=shared.SOURCE,
        default=BUILT_IN,
        help="default: built-in scenes of 1, 4 and 0 faces at 640x480 and 1280x720",
    )
    add(
        "--frames",
        type=count,
        default=300,
        metavar="N",
        help="of each scene (default 300)",
    )
    shared.add_json(parser)
    shared.add_model(parser)


def _run(options: argparse.Namespace) -> int:
    settings = shared.settings_from(options, Settings())
    tell = say if sys.stderr.isatty() else lambda _text: None
    found = benchmark(options.source, settings, options.frames, tell)
    show(json.dumps(found) if options.json else benchmark_text(found))
    return OK


COMMAND = shared.Command("benchmark", "measure how fast this computer is", _add_options, _run)
