"""What bad sources do to the program: `python docs/stream_faults.py [--report]`.

Goes through the tables of tests/live/test_stream_faults.py (HTTP) and test_source_faults.py (RTSP,
drivers of cameras) with their real classes over loopback, and measures what the tests only bound:
seconds until it is told, until it is back, and until it stops. With `--report` the table goes into
docs/reliability.md. Takes three minutes.
"""

import argparse
import functools
import itertools
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import cv2
import numpy as np
import psutil

from fer_desktop.core.settings import Settings
from fer_desktop.core.types import Frame
from fer_desktop.live.events import PipelineState, StateChanged
from fer_desktop.live.pipeline import LivePipeline
from fer_desktop.vision.analyzer import FrameAnalyzer
from fer_desktop.vision.camera import stream as camera_module
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.health import HealthMonitor
from fer_desktop.vision.camera.sources import FrameSource
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.media import stream as media_stream
from tests.fakes import FixedClassifier, FixedDetector, camera_device, wait_until
from tests.live.test_source_faults import GRAY, Driver, bits
from tests.live.test_stream_faults import FAULTS, Fault, FaultyCamera
from tests.rtsp_camera import RtspCamera

_HEADS: Final = (
    *("source", "does", "shown", "told", "after, s"),
    *("memory, MB", "back after, s", "stop, s"),
)
_JUDGED_S: Final = 3.5
_MOST_S: Final = 30.0


class Row(NamedTuple):
    """A line of the table: where pictures come from, and how that is made to fail and to be well.

    Attributes:
        kind: Of the source.
        name: Of the fault.
        make: Makes the source.
        begin: Begins the fault.
        mend: Ends it.
        shows: Pictures are shown all the same.
        wait_s: So long the fault lasts by itself; else until it is seen.
    """

    kind: str
    name: str
    make: Callable[[], FrameSource]
    begin: Callable[[], None]
    mend: Callable[[], None]
    shows: bool
    wait_s: float = 0.0


class Watched:
    """A session, with all that was polled of it."""

    def __init__(self, make: Callable[[], FrameSource]) -> None:
        self.name = ""
        self.said: list[str] = []
        self.frames: list[Frame] = []
        self.monitor = HealthMonitor()
        self.session = LivePipeline(make, _analyzer, Settings())
        self.session.start()

    def poll(self) -> bool:
        """Take what came."""
        analyzed, events = self.session.poll()
        for event in events:
            if isinstance(event, StateChanged):
                self.name = event.source
                self.said += [event.message] if event.state is PipelineState.LOST else []
        if analyzed is not None:
            self.frames.append(analyzed.frame)
            self.monitor.add(analyzed.frame)
        return True

    def wait(self, holds: Callable[[], bool]) -> float:
        """Wait until something holds, and return for how long it did not."""
        begun_s = time.perf_counter()
        wait_until(lambda: self.poll() and holds(), _MOST_S)
        return time.perf_counter() - begun_s

    def wait_for_more(self, n: int) -> float:
        """Wait for so many more pictures."""
        most = len(self.frames) + n
        return self.wait(lambda: len(self.frames) >= most)


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", action="store_true", help="write docs/reliability.md")
    options = parser.parse_args()
    for module in (camera_module, media_stream):
        setattr(module, "TIMEOUT_S", 2.0)  # noqa: B010 - five seconds are for real networks
    lines = [f"| {' | '.join(_HEADS)} |", "|---" * len(_HEADS) + "|"]
    for row in itertools.chain(_http(), _rtsp(), _drivers()):
        lines.append(f"| {' | '.join(measured(row))} |")
        print(lines[-1], flush=True)
    lines += [
        "",
        "Black, frozen and slow are what the window judges the pictures to be after three seconds. "
        "The memory is that by which the whole process grew the while. A driver that hangs can't "
        "be stopped: it is left behind after two seconds, or one where the program ends.",
    ]
    if options.report:
        from reliability import write_section

        write_section("Sources", "python docs/stream_faults.py --report", lines)
    return 0


def measured(row: Row) -> tuple[str, ...]:
    """Return the cells of a line."""
    watched, process = Watched(row.make), psutil.Process()
    watched.wait_for_more(4)
    watched.said.clear()
    before = process.memory_info().rss
    row.begin()
    if row.shows:
        watched.monitor.clear()
        end_s = time.perf_counter() + max(_JUDGED_S, row.wait_s)
        told_s = watched.wait(lambda: time.perf_counter() > end_s)
    else:
        told_s = watched.wait(lambda: bool(watched.said))
    grown = (process.memory_info().rss - before) / 1e6
    verdict = watched.monitor.verdict(time.perf_counter())
    state = watched.session.state
    row.mend()
    back_s, begun_s = watched.wait_for_more(3), time.perf_counter()
    watched.session.stop()
    stop_s = time.perf_counter() - begun_s
    said = watched.said[0].partition(". ")[0] if watched.said else ""
    judged = verdict.value if verdict is not None and verdict.value != "well" else "nothing"
    return (
        *(row.kind, row.name.replace("_", " ")),
        {PipelineState.RUNNING: "goes on", PipelineState.OPENING: "is opened"}.get(
            state, "no picture"
        ),
        (said or judged)
        .removeprefix("The stream ")
        .removeprefix("The camera ")
        .replace(watched.name, "it"),
        "" if row.shows else f"{told_s:.1f}",
        f"{max(0.0, grown):.1f}",
        f"{back_s:.1f}",
        f"{stop_s:.2f}",
    )


def _http() -> Iterator[Row]:
    for fault in (*FAULTS[:8], Fault("one_a_second", shows=True), *FAULTS[8:]):
        camera = FaultyCamera(np.zeros((240, 320, 3), np.uint8), rate=60)
        yield Row("HTTP", fault.mode, *_of(camera, fault.mode), shows=fault.shows)
        camera.close()


def _rtsp() -> Iterator[Row]:
    for mode in ("other_size", "backwards", "holes", "garbage", "silent", "refuse"):
        camera = RtspCamera(rate=60)
        is_shown = mode in ("other_size", "backwards")
        yield Row("RTSP", mode, *_of(camera, mode), shows=is_shown)
        camera.close()


def _of(
    camera: FaultyCamera | RtspCamera, mode: str
) -> tuple[Callable[[], FrameSource], Callable[[], None], Callable[[], None]]:
    def become(mode: str) -> Callable[[], None]:
        return lambda: setattr(camera, "mode", mode)

    return lambda: StreamSource(camera.url), become(mode), become("play")


class _Scripted(Driver):  # type: ignore[misc]
    """A driver that may take long, and whose kind of pictures may change."""

    array = GRAY
    error: cv2.error | None = None
    open_s = read_s = 0.0

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        time.sleep(self.open_s)

    def read(self) -> tuple[bool, object]:
        time.sleep(self.read_s or 1 / 120)
        if self.error is not None:
            raise self.error
        self._n += 1
        return True, np.roll(self.array, self._n, axis=1)


def _drivers() -> Iterator[Row]:
    cv2.VideoCapture = _Scripted  # type: ignore[assignment, misc]
    color = np.dstack([GRAY] * 3)
    rows = (
        ("gray", {"array": GRAY}, True, 0.0),
        ("16 bits", {"array": bits(16)}, True, 0.0),
        ("120 a second", {"array": color}, True, 0.0),
        ("1 a second", {"read_s": 1.0}, True, 0.0),
        ("exception in each read", {"error": cv2.error("of the driver")}, False, 0.0),
        ("10 s in each read", {"read_s": 10.0}, False, 0.0),
    )
    for name, values, shows, wait_s in rows:
        _set(array=color, error=None, open_s=0.0, read_s=0.0)
        yield Row(
            "camera",
            name,
            _camera,
            functools.partial(_set, **values),
            lambda: _set(array=color, error=None, read_s=0.0),
            shows=shows,
            wait_s=wait_s,
        )
    _set(array=color, error=None, read_s=0.0)
    yield Row(
        "camera",
        "10 s in open",
        _camera,
        lambda: _set(open_s=10.0, error=cv2.error("unplugged")),
        lambda: _set(error=None),
        shows=False,
    )
    _set(open_s=0.0)


def _set(**values: object) -> None:
    for name, value in values.items():
        setattr(_Scripted, name, value)


def _camera() -> FrameSource:
    return CameraSource(cameras=lambda: [camera_device(target="0")])


def _analyzer(settings: Settings) -> FrameAnalyzer:
    del settings
    return FrameAnalyzer(FixedDetector((20, 20, 60, 40)), FixedClassifier(), threshold=0.4)


if __name__ == "__main__":
    sys.exit(main())
