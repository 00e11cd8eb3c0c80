"""What correcting and looking on cost the live picture: `python docs/correcting_cost.py [SECONDS]`.

The real window shows the demo. In turns, so that other programs disturb all alike, nothing more
runs, a face is named twice a second, or the page of what the network looks at is open. Printed are,
for each, the frames analyzed a second (median and lowest of the turns) and the frames dropped.
Without QT_QPA_PLATFORM it needs no display. What is kept goes into a folder that is removed.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from event_loop import event_loop
from PySide6.QtWidgets import QApplication

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter
from fer_desktop.system import paths
from fer_desktop.vision import doctor

TURNS = 5
BETWEEN_MS = 500


class Count:
    """Counts analyzed frames of a live mode."""

    def __init__(self, presenter: Presenter) -> None:
        self.n = 0
        self._live = presenter.live
        presenter.live.analyzed.connect(self._add)

    def _add(self) -> None:
        self.n += 1

    def turn(self, seconds: float, act: Callable[[], None]) -> tuple[float, int]:
        """Return frames a second and frames dropped while something is done now and then."""
        n, dropped, begin = self.n, self._live.dropped, time.perf_counter()
        while time.perf_counter() - begin < seconds:
            act()
            event_loop(BETWEEN_MS)
        passed = time.perf_counter() - begin
        return (self.n - n) / passed, self._live.dropped - dropped


def main() -> None:
    """Print the figures."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    with tempfile.TemporaryDirectory() as folder:
        paths.corrections_directory = lambda: Path(folder, "corrections")
        application = QApplication([])
        apply_theme(application, "light")
        window = MainWindow()
        settings = Settings(theme="light", keep_corrections=True)
        presenter = Presenter(window, settings, lambda _: None, list)
        window.show()
        presenter.start("demo")
        while presenter.live.shown is None or not presenter.live.shown.faces:
            event_loop(50)
        found = measured(presenter, window, seconds)
        presenter.close()
    machine = doctor.machine()
    print(f"PySide6 {version('PySide6-Essentials')}, {machine}")
    for name, turns in found.items():
        rates, dropped = zip(*turns, strict=True)
        print(
            f"{name:<28}{median(rates):6.1f} frames a second (lowest {min(rates):.1f}), "
            f"{sum(dropped)} dropped"
        )


def measured(
    presenter: Presenter, window: MainWindow, seconds: float
) -> dict[str, list[tuple[float, int]]]:
    """Return what each state gave, turn by turn."""
    count, actions = Count(presenter), window.actions_
    bar = presenter.teaching.correcting.bar
    found: dict[str, list[tuple[float, int]]] = {}
    for _ in range(TURNS):
        found.setdefault("nothing more", []).append(count.turn(seconds, lambda: None))
        actions.correct.setChecked(True)
        turn = count.turn(seconds, lambda: bar.named.emit("sadness"))
        found.setdefault("a face named twice a second", []).append(turn)
        actions.correct.setChecked(False)
        actions.saliency.trigger()
        found.setdefault("the page of what it looks at", []).append(
            count.turn(seconds, lambda: None)
        )
        presenter.teaching.dialogs[-1].close()
    return found


if __name__ == "__main__":
    main()
