"""Measure whether a video keeps its speed in the window: `python docs/video_cost.py [S] [FACES]`.

A clip of 40 seconds with 20 faces that sway, 1280 x 720 at 25 frames a second, is made from the
demo's photograph and played in a real window. Printed are the wall time from its first frame to its
end, which should be the length of the clip, how many frames were analyzed and
how many were left out, and the gaps of a timer of 5 ms, which is how long the window did not
answer. Then the same clip goes back to its middle, and it is printed after how long what was found
there is shown again. Without QT_QPA_PLATFORM it needs no display.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
sys.path.insert(0, str(Path(__file__).parents[1]))

import av
import cv2
import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fer_desktop.core.settings import Settings
from fer_desktop.core.types import ImageBGR
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.shell.live_mode import LiveMode
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.live.events import PipelineState
from fer_desktop.system import paths
from fer_desktop.vision import doctor
from fer_desktop.vision.media.images import read_image

RATE, WIDTH, HEIGHT = 25, 1280, 720
COLUMNS = 7
TICK_MS = 5
FACE = (110, 20, 350, 260)
"""Where the face is in the demo's photograph: left, top, right, bottom."""


def pictures(seconds: int, n_faces: int) -> Iterator[ImageBGR]:
    """Yield the frames: rows of faces, each swaying in its own way, every other one mirrored."""
    left, top, right, bottom = FACE
    face = cv2.resize(read_image(paths.demo_picture())[top:bottom, left:right], (150, 150))
    faces, rows = (face, np.ascontiguousarray(face[:, ::-1])), -(-n_faces // COLUMNS)
    for number in range(seconds * RATE):
        canvas = np.full((HEIGHT, WIDTH, 3), 190, np.uint8)
        for one in range(n_faces):
            row, column = divmod(one, COLUMNS)
            x = round(10 + column * (WIDTH - 10) / COLUMNS + 8 * np.sin(number / 20 + one))
            y = round(20 + row * (HEIGHT - 20) / rows + 10 * np.cos(number / 31 + 2 * one))
            canvas[y : y + 150, x : x + 150] = faces[one % 2]
        yield canvas


def write_clip(path: Path, seconds: int, n_faces: int) -> None:
    """Write the clip."""
    with av.open(str(path), "w") as file:
        track = file.add_stream("libx264", rate=RATE, options={"preset": "ultrafast", "g": "50"})
        track.width, track.height, track.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number, picture in enumerate(pictures(seconds, n_faces)):
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            file.mux(track.encode(frame))
        file.mux(track.encode())


class Gaps:
    """Measures how long the event loop did not come round."""

    def __init__(self) -> None:
        self.all_ms: list[float] = []
        self._last_s = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now_s = time.perf_counter()
        if self._last_s:
            self.all_ms.append((now_s - self._last_s) * 1e3)
        self._last_s = now_s


def wait(condition: Callable[[], bool], limit_s: float) -> float:
    """Let the window live until a condition holds, and return how long that took in seconds."""
    begin_s, loop, timer = time.perf_counter(), QEventLoop(), QTimer()

    def look() -> None:
        if condition() or time.perf_counter() - begin_s > limit_s:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(10)
    loop.exec()
    timer.stop()
    return time.perf_counter() - begin_s


def _shown_s(live: LiveMode) -> float | None:
    return live.shown.frame.time_s if live.shown is not None else None


def main() -> int:
    """Measure and print; 1 where the clip did not keep its time to a second."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    n_faces = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    application = QApplication([])
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as name:
        clip = Path(name) / "clip.mp4"
        write_clip(clip, seconds, n_faces)
        window = MainWindow()
        presenter = Presenter(window, Settings(theme="light"), lambda _: None, list)
        window.show()
        application.processEvents()
        live = presenter.live
        presenter.show_source(str(clip))
        video, session = live.video, live._pipeline  # noqa: SLF001 - the window shows no more
        assert video is not None
        assert session is not None
        control = video.control
        wait(lambda: control.state.position_s > 0, 300)  # the first frame waits for the model
        begin_s = control.state.position_s
        gaps, most = Gaps(), [0]
        live.analyzed.connect(lambda one: most.append(max(most.pop(), len(one.faces))))
        took_s = begin_s + wait(lambda: live.state is PipelineState.ENDED, 10 * seconds)
        gaps.stop()
        statistics = session.statistics()
        n_analyzed = len(video.kept)
        middle_s = video.kept.nearest(seconds / 2, seconds)
        assert middle_s is not None
        presenter.transport.seek(middle_s)
        back_s = wait(lambda: _shown_s(live) == middle_s, 30)
        presenter.close()
        window.close()
    print(f"A clip of {seconds} s with {n_faces} faces ({most[0]} found at most): {took_s:.2f} s")
    print(f"Frames: {n_analyzed} analyzed, {statistics.dropped} left out, of {seconds * RATE}")
    print(f"Going back to the middle: shown after {back_s * 1e3:.0f} ms")
    print(
        f"Gaps of the event loop, a tick every {TICK_MS} ms: median {np.median(gaps.all_ms):.1f} "
        f"ms, 99th percentile {np.percentile(gaps.all_ms, 99):.1f} ms, longest "
        f"{max(gaps.all_ms):.1f} ms"
    )
    print(f"{doctor.processor()}, {os.cpu_count()} cores, PySide6 {version('PySide6-Essentials')}")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"Qt platform {QGuiApplication.platformName()}; load of the machine {load}")
    return 0 if abs(took_s - seconds) <= 1 else 1


if __name__ == "__main__":
    sys.exit(main())
