"""Measure how picture mode responds: `python docs/picture_mode_cost.py [PICTURES] [quick]`.

A real window opens a folder of generated pictures: the demo's photograph in twelve sizes from
160 x 120 to 1600 x 1200. A timer of 5 ms runs beside the analysis; printed are the gaps between
its ticks until the last picture is analyzed, which is how long the window did not answer, and the
memory of the process. The table of faces is open, and another picture is chosen twice a second,
also ones that are not analyzed yet. With `quick` each picture gets two made-up faces at once, so
that results come as fast as they can: the worst case for the window. Without QT_QPA_PLATFORM it
needs no display.
"""

import os
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
sys.path.insert(0, str(Path(__file__).parents[1]))

import cv2
import numpy as np
import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import N_LABELS
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.system import paths
from fer_desktop.vision import assembly, doctor
from fer_desktop.vision.media.images import read_image

TICK_MS = 5
CHOOSE_MS = 500
MEMORY_MS = 200
WIDTHS = (160, 200, 240, 280, 320, 360, 400, 480, 560, 640, 800, 1600)


def make_pictures(folder: Path, n: int) -> None:
    """Write so many pictures: links to one file of each size, as files of their own names."""
    demo = read_image(paths.demo_picture())
    sources = []
    for width in WIDTHS:
        source = folder.parent / f"{width}.jpg"
        cv2.imwrite(str(source), cv2.resize(demo, (width, width * 3 // 4)))
        sources.append(source.read_bytes())
    for number in range(n):
        (folder / f"{number:05d}.jpg").write_bytes(sources[number % len(sources)])


class QuickAnalyzer:
    """Finds two made-up faces on every picture, at once."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)

    def analyze(self, frame: Frame) -> AnalyzedFrame:
        """Return the made-up faces."""
        faces = []
        for number in range(2):
            p = self._random.dirichlet(np.full(N_LABELS, 0.3)).astype(np.float32)
            box = BoundingBox(number * 60, 0, number * 60 + 50, 50)
            faces.append(RecognizedFace(Face(box, 0.9), Expression(p, 0.4), Expression(p, 0.4)))
        return AnalyzedFrame(frame, tuple(faces))


class Watch:
    """Measures the gaps of the event loop and the memory, and chooses pictures as a user does."""

    def __init__(self, window: MainWindow, presenter: Presenter) -> None:
        self.gaps_ms: list[float] = []
        self.memory_mb: list[float] = []
        self._window, self._presenter = window, presenter
        self._process, self._last_s, self._n_chosen = psutil.Process(), 0.0, 0
        self._timers = []
        for every, what in (
            (TICK_MS, self._tick),
            (CHOOSE_MS, self._choose),
            (MEMORY_MS, self._look_at_memory),
        ):
            timer = QTimer()
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(what)
            timer.start(every)
            self._timers.append(timer)

    def stop(self) -> None:
        """End all timers."""
        for timer in self._timers:
            timer.stop()

    def _tick(self) -> None:
        now_s = time.perf_counter()
        if self._last_s:
            self.gaps_ms.append((now_s - self._last_s) * 1e3)
        self._last_s = now_s

    def _choose(self) -> None:
        paths_ = self._window.filmstrip.paths()
        if paths_:
            self._n_chosen += 1
            self._window.filmstrip.choose(paths_[self._n_chosen * 37 % len(paths_)])

    def _look_at_memory(self) -> None:
        self.memory_mb.append(self._process.memory_info().rss / 1e6)


def run(application: QApplication, folder: Path) -> tuple[Watch, float, int]:
    """Open the folder and return what was measured, the seconds, and the rows of the table."""
    window = MainWindow()
    presenter = Presenter(window, Settings(theme="light"), lambda _: None, list)
    window.actions_.face_table.setChecked(True)
    window.show()
    application.processEvents()
    watch, loop, begin_s = Watch(window, presenter), QEventLoop(), time.perf_counter()
    done = QTimer()
    done.timeout.connect(lambda: loop.quit() if _is_done(presenter) else None)
    done.start(50)
    presenter.open_files([folder])
    loop.exec()
    watch.stop()
    n_rows = window.face_table.model().rowCount()
    seconds = time.perf_counter() - begin_s
    presenter.close()
    window.close()
    return watch, seconds, n_rows


def _is_done(presenter: Presenter) -> bool:
    is_known = presenter.pictures.is_active and not presenter.opening.is_busy
    return is_known and presenter.pictures.is_done


def main() -> None:
    """Measure and print."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    is_quick = sys.argv[2:] == ["quick"]
    if is_quick:
        assembly.still_analyzer = lambda *_: QuickAnalyzer()  # type: ignore[assignment]
    application = QApplication([])
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pictures"
        folder.mkdir()
        make_pictures(folder, n)
        watch, seconds, n_rows = run(application, folder)
    gaps = np.array(watch.gaps_ms)
    kind = "made-up faces" if is_quick else "real analysis"
    print(f"Pictures: {n:,} ({kind}) in {seconds:.0f} s, {n_rows:,} rows in the table of faces")
    print(
        f"Gaps of the event loop, a tick every {TICK_MS} ms: median {np.median(gaps):.1f} ms, "
        f"99th percentile {np.percentile(gaps, 99):.1f} ms, longest {gaps.max():.1f} ms"
    )
    memory = watch.memory_mb
    print(f"Memory: {memory[0]:.0f} MB at the start, {max(memory):.0f} MB at most")
    print(f"{doctor.processor()}, {os.cpu_count()} cores, PySide6 {version('PySide6-Essentials')}")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"Qt platform {QGuiApplication.platformName()}; load of the machine {load}")


if __name__ == "__main__":
    main()
