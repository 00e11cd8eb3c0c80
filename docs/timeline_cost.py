"""Measure what the timeline costs: `python docs/timeline_cost.py [SECONDS]`.

A real window is fed as in live mode, 30 times a second, with a face whose history of five minutes
is full. Printed is the processor time of the whole process as a share of one core, with the
timeline and without it, for the same loop. Without QT_QPA_PLATFORM it needs no display.
"""

import os
import sys
import time
from importlib.metadata import version
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fer_desktop.core.history import LONGEST_SPAN_S, ExpressionHistory
from fer_desktop.core.labels import INDEX, N_LABELS
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.panel.timeline import Timeline
from fer_desktop.vision import doctor

RATE_HZ = 30
WIDTH = 284


class Feed:
    """A made-up face that changes its expression every five seconds, with some noise."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)
        self._logits, self._aim = np.zeros(N_LABELS), np.zeros(N_LABELS)
        self._n_frames = 0
        self.history = ExpressionHistory()
        for _ in range(int(LONGEST_SPAN_S * RATE_HZ)):
            self.add()

    @property
    def now_s(self) -> float:
        """The last frame's time."""
        return (self._n_frames - 1) / RATE_HZ

    def add(self) -> None:
        """Add a frame."""
        if self._n_frames % (5 * RATE_HZ) == 0:
            self._aim = self._random.normal(0, 1.6, N_LABELS)
            self._aim[INDEX["neutral"]] += 1.5
        noise = self._random.normal(0, 0.08, N_LABELS)
        self._logits += 0.05 * (self._aim - self._logits) + noise
        values = np.exp(self._logits)
        self._n_frames += 1
        self.history.add(1, self.now_s, (values / values.sum()).astype(np.float32))


def share(feed: Feed, timeline: Timeline | None, seconds: float) -> float:
    """Return how much of a core the process uses, in percent."""
    window = QWidget()
    QVBoxLayout(window).addWidget(timeline or QWidget())
    window.resize(WIDTH + 18, 200)
    window.show()
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()

    def tick() -> None:
        feed.add()
        if timeline is not None:
            times, rows = feed.history.window(1, timeline.span_s(), feed.now_s)
            timeline.show_history(times, rows, feed.now_s)

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    begin_s, begin_cpu_s = time.perf_counter(), time.process_time()
    timer.start(1000 // RATE_HZ)
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()
    timer.stop()
    used = (time.process_time() - begin_cpu_s) / (time.perf_counter() - begin_s)
    window.close()
    return 100 * used


def main() -> int:
    """Print the figures and return the exit code."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    application = QApplication(sys.argv[:1])
    apply_theme(application, "light")
    names = ("PySide6-Essentials", "pyqtgraph", "numpy")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    platform, ratio = QGuiApplication.platformName(), application.devicePixelRatio()
    print(
        f"{doctor.processor()}, {os.cpu_count()} cores; Python {sys.version.split()[0]}, {versions}"
    )
    print(f"Qt platform {platform}, device pixel ratio {ratio:g}, {seconds:g} s each, {RATE_HZ} Hz")
    feed = Feed()
    print(f"without the timeline     {share(feed, None, seconds):5.1f} % of a core")
    for is_calm in (False, True):
        for span_s in (10, 60, 300):
            timeline = Timeline()
            timeline.set_span(span_s)
            timeline.set_reduced_motion(is_calm)
            words = f"with it, {span_s:3d} s{', calm' if is_calm else ''}"
            print(f"{words:24} {share(feed, timeline, seconds):5.1f} % of a core", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
