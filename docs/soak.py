"""Let the window run for long: `python docs/soak.py [--minutes N | --seconds S] [--video FILE]`.

With `--minutes` it shows a stream on loopback that stalls and is lost every minute, while models,
theme and language change, sessions are recorded with their video, and reviewed. Else it plays a
video. With `--report` table and plot go into docs/reliability.md.

The window is the real one with its real parts. Somebody is at its keyboard the while: pauses,
chooses faces, switches parts of the overlay, zooms, takes a snapshot and undoes it, changes the
theme. Measured are memory, threads, open files and running timers, and how long the window's event
loop does not come round, and what it computes meanwhile. Without QT_QPA_PLATFORM it needs no
display; without a video one is made of the demo's faces. The report goes to stdout as JSON; the
exit code is 1 where a bar is missed.
"""

import argparse
import json
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from own_home import HOME

from fer_desktop.system.memory import use_one_pool

use_one_pool()  # as the program does when it starts

import cv2
import numpy as np
import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from soak_events import Events, LossyStream

import fer_desktop.vision  # noqa: F401 - before OpenCV, which reads its limits while it is loaded
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.live.events import PipelineState
from fer_desktop.system import paths
from fer_desktop.vision import doctor
from fer_desktop.vision.camera.scene import FRAME_RATE, Scene, SceneSource

TICK_MS: Final = 5
GROWTH_BAR: Final = 0.05
GAP_BAR_MS: Final = 100.0
_VIDEO_S: Final = 60
_HABITS: Final = (
    *("next_face", "show_bars", "freeze", "freeze", "mirror", "zoom_actual", "zoom_fit"),
    *("snapshot", "undo_snapshot", "show_labels", "show_labels", "show_panel", "show_panel"),
)
"""What somebody at the keyboard does, one a second, again and again."""


class Spread:
    """Counts times by tenths of a millisecond: kept, an hour's would look like a leak of 12 MB."""

    def __init__(self) -> None:
        self._counts = np.zeros(100_000, np.int64)
        self.most_ms = 0.0

    def add(self, ms: float) -> None:
        """Count one; below 0 is 0."""
        self._counts[min(max(round(ms * 10), 0), len(self._counts) - 1)] += 1
        self.most_ms = max(self.most_ms, ms)

    def at_share(self, share: float) -> float:
        """Return the ms that so many of all, 0 to 1, are not above."""
        until = np.cumsum(self._counts)
        return int(np.searchsorted(until, share * until[-1])) / 10

    def figures(self) -> dict[str, float]:
        """Return what stands in the report."""
        return {"median": self.at_share(0.5), "p99": self.at_share(0.99), "max": self.most_ms}


@dataclass
class Measured:
    """What was seen while the window ran."""

    gaps_ms: Spread = field(default_factory=Spread)
    work_ms: Spread = field(default_factory=Spread)
    """What the window's thread computed in each gap: other programs have no part in it."""
    rss_mb: list[float] = field(default_factory=list)
    counts: list[tuple[int, int, int]] = field(default_factory=list)
    """Threads, open files and active timers, once a second."""
    n_starts: int = 1
    dropped: list[int] = field(default_factory=list)
    """Frames that came while the analysis was busy, so far, once a second."""


class Soak:
    """Runs the window and measures it."""

    def __init__(
        self, video: str, seconds: float, starts: int, stream: LossyStream | None = None
    ) -> None:
        self._video, self._seconds, self._starts = video, seconds, starts
        self._window = MainWindow()
        settings = Settings(
            theme="light",
            welcome_seen=1000,
            snapshot_sound=False,
            record_video=True,
            record_folder=str(Path(HOME.name) / "sessions"),
        )
        self._presenter = Presenter(self._window, settings, lambda _: None, list)
        self._events = Events(self._window, self._presenter, stream) if stream else None
        self._measured = Measured()
        self._process = psutil.Process()
        self._loop = QEventLoop()
        self._last_s = self._worked_s = 0.0
        self._n_seconds = 0

    def run(self) -> Measured:
        """Show the video for the time and return what was measured."""
        self._window.show()
        self._presenter.start(str(self._video))
        tick, second = QTimer(), QTimer()
        tick.timeout.connect(self._tick)
        second.timeout.connect(self._second)
        self._last_s, self._worked_s = time.perf_counter(), time.thread_time()
        tick.start(TICK_MS)
        second.start(1000)
        self._loop.exec()
        tick.stop()
        second.stop()
        return self._measured

    def close(self) -> list[str]:
        """Close the window and return the names of the threads that are left."""
        self._window.close()
        self._presenter.close()
        QGuiApplication.processEvents()
        return sorted(t.name for t in threading.enumerate() if t is not threading.main_thread())

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self._measured.gaps_ms.add((now_s - self._last_s) * 1e3 - TICK_MS)
        self._last_s = now_s
        worked_s = time.thread_time()
        self._measured.work_ms.add((worked_s - self._worked_s) * 1e3)
        self._worked_s = worked_s

    def _second(self) -> None:
        live, measured = self._presenter.live, self._measured
        timers = [timer for timer in self._window.findChildren(QTimer) if timer.isActive()]
        measured.rss_mb.append(self._process.memory_info().rss / 1e6)
        files = self._process.num_fds() if hasattr(self._process, "num_fds") else 0
        measured.counts.append((threading.active_count(), files, len(timers)))
        measured.dropped.append(live.dropped)
        if self._events is not None:
            self._events.second(self._n_seconds)
        else:
            actions = self._window.actions_.by_name()
            actions[_HABITS[self._n_seconds % len(_HABITS)]].trigger()
        self._n_seconds += 1
        if self._events is None and live.state in (PipelineState.ENDED, PipelineState.FAILED):
            measured.n_starts += 1
            self._presenter.show_source(str(self._video))
        if self._n_seconds >= self._seconds and measured.n_starts >= self._starts:
            self._loop.quit()


def make_video(folder: Path, seconds: int = _VIDEO_S) -> Path:
    """Return an MP4 of two faces that sway, 1280x720 at 30 frames a second."""
    path = folder / "two faces.mp4"
    source = SceneSource(paths.demo_picture(), Scene(1280, 720, 2))
    source.open()
    code = cv2.VideoWriter.fourcc(*"mp4v")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, FRAME_RATE, (1280, 720))
    for _ in range(seconds * FRAME_RATE):
        frame = source.read()
        assert frame is not None
        writer.write(frame.image)
    writer.release()
    source.close()
    return path


def report(measured: Measured, left: list[str], seconds: float, video: str) -> dict[str, Any]:
    """Return the figures and whether each bar is reached."""
    skip = min(60, len(measured.rss_mb) // 2)
    # Whole minutes: while a video plays memory comes and goes, so single moments tell nothing.
    second, last_one = measured.rss_mb[skip : skip + 60], measured.rss_mb[-60:]
    after_first_minute, end = float(np.median(second)), float(np.median(last_one))
    growth = end / after_first_minute - 1
    first, last = measured.counts[skip], measured.counts[-1]
    early, late = measured.counts[:60], measured.counts[-60:]
    most = [[max(count[i] for count in counts) for i in (0, 2)] for counts in (early, late)]
    # A flash or a count-down has a timer for a moment; what stays shows in the median.
    usual = [np.median([count[2] for count in counts]) for counts in (early, late)]
    own = [name for name in left if not name.startswith("ThreadPoolExecutor")]
    bars = {
        "memory": growth <= GROWTH_BAR,
        "event_loop": measured.gaps_ms.at_share(0.99) <= GAP_BAR_MS,
        "threads": most[1][0] <= most[0][0],
        "files": last[1] <= first[1] + 2,
        "timers": bool(usual[1] <= usual[0]),
        "nothing_left": not own,
    }
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "seconds": seconds,
        "video": video,
        "video_started": measured.n_starts,
        "memory_mb": {
            "median_of_second_minute": after_first_minute,
            "median_of_last_minute": end,
            "growth": growth,
            "every_ten_seconds": [round(mb, 1) for mb in measured.rss_mb[::10]],
        },
        "event_loop_gap_ms": measured.gaps_ms.figures(),
        "event_loop_work_ms": measured.work_ms.figures(),
        "threads_files_timers": {"after_first_minute": first, "end": last},
        "threads_left": own,
        "bars": bars,
        "machine": doctor.machine(),
        "versions": doctor.versions(),
    }


def write_report(found: dict[str, Any], measured: Measured, minutes: float) -> None:
    """Write table and plot of a run into docs/reliability.md."""
    from reliability import write_section

    each = max(10, len(measured.rss_mb) // 12)
    heads = ("second", "memory, MB", "threads", "open files", "timers", "frames dropped")
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for n in range(0, len(measured.rss_mb), each):
        cells = (n, round(measured.rss_mb[n]), *measured.counts[n], measured.dropped[n])
        lines.append(f"| {' | '.join(map(str, cells))} |")
    slope = np.polyfit(np.arange(len(measured.rss_mb)), measured.rss_mb, 1)[0] * 60
    gaps, work = found["event_loop_gap_ms"], found["event_loop_work_ms"]
    missed = ", ".join(name for name, is_met in found["bars"].items() if not is_met) or "none"
    lines += [
        "",
        f"Memory: {slope:+.1f} MB a minute. The window's event loop came round late by "
        f"{gaps['median']:.0f} ms in the median, {gaps['p99']:.0f} ms at the 99th percentile, "
        f"{gaps['max']:.0f} ms at most; of computing of its own were {work['median']:.1f}, "
        f"{work['p99']:.0f} and {work['max']:.0f} ms. "
        f"Threads left at the end: {len(found['threads_left'])}. "
        f"Bars that were missed: {missed}.",
        "",
        "![Memory of the process over the run](soak.svg)",
    ]
    (Path(__file__).parent / "soak.svg").write_text(memory_plot(measured.rss_mb), encoding="utf-8")
    write_section("A long run", f"python docs/soak.py --minutes {minutes:g} --report", lines)


def memory_plot(rss_mb: list[float]) -> str:
    """Return a plot of the memory in MB, second by second, as SVG."""
    width, height, most = 640, 200, max(rss_mb) * 1.1
    step = (width - 60) / max(1, len(rss_mb) - 1)
    places = ((50 + n * step, 170 - mb / most * 150) for n, mb in enumerate(rss_mb))
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    words = "font-family='sans-serif' font-size='12'"
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'>"
        f"<rect width='{width}' height='{height}' fill='white'/>"
        f"<path d='M50 20V170H{width - 10}' fill='none' stroke='#444'/>"
        f"<polyline points='{points}' fill='none' stroke='#0072b2' stroke-width='1.5'/>"
        f"<text x='4' y='26' {words}>{most:.0f} MB</text><text x='30' y='174' {words}>0</text>"
        f"<text x='{width - 60}' y='190' {words}>{len(rss_mb)} s</text></svg>"
    )


def main() -> int:
    """Run it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--starts", type=int, default=1, help="so often the video has to begin")
    parser.add_argument("--minutes", type=float, help="of the stream, its losses and all the rest")
    parser.add_argument("--report", action="store_true", help="write docs/reliability.md")
    parser.add_argument("--video", type=Path, help="a video of your own")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    apply_theme(application, "light")
    stream = LossyStream() if options.minutes else None
    seconds = options.minutes * 60 if options.minutes else options.seconds
    video = options.video
    if video is None and stream is None:
        video = make_video(Path(HOME.name), 3 if seconds < 60 else _VIDEO_S)
    soak = Soak(stream.url if stream else str(video), seconds, options.starts, stream)
    measured = soak.run()
    if stream is not None:
        stream.close()
    left = [name for name in soak.close() if name != "stream"]
    found = report(measured, left, seconds, video.name if video else "stream")
    print(json.dumps(found, indent=1))
    if options.report:
        write_report(found, measured, options.minutes)
    return 0 if all(found["bars"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())
