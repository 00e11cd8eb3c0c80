"""What correcting costs the live picture: `python docs/correcting_cost.py [--report FILE]`.

The real window shows the demo. In turns, so that other programs disturb all alike, nothing more
runs, a face is named twice a second, or the page of what the network looks at is open. Written are,
for each, the frames analyzed a second (median and lowest of the turns) and the frames dropped.
All of it takes about 80 seconds; each round is told when it is over. The exit code is 1 where one
of the two has less than nine tenths of the frames. Without QT_QPA_PLATFORM it needs no display;
what is kept goes into a folder that is removed.
"""

import argparse
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import own_home  # noqa: F401 - before Qt is loaded
from event_loop import event_loop
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from reliability import circumstances

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.theme import apply_theme
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.gui.shell.presenter import Presenter

ROUNDS: Final = 6
TURN_S: Final = 4.0
BETWEEN_MS: Final = 500
LEAST_SHARE: Final = 0.9
_WAIT_S: Final = 60.0

Turns = dict[str, list[tuple[float, int]]]
"""Frames a second and frames dropped, turn by turn, by what was done meanwhile."""


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


def main() -> int:
    """Measure and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--report", type=Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N")
    options = parser.parse_args()
    qInstallMessageHandler(lambda *_: None)
    application = QApplication([])
    apply_theme(application, "light")
    window = MainWindow()
    settings = Settings(theme="light", keep_corrections=True)
    presenter = Presenter(window, settings, lambda _: None, list)
    window.show()
    presenter.start("demo")
    until_s = time.monotonic() + _WAIT_S
    while presenter.live.shown is None or not presenter.live.shown.faces:
        if time.monotonic() > until_s:
            presenter.close()
            sys.exit(f"The demo showed no face within {_WAIT_S:.0f} seconds; is there a model?")
        event_loop(50)
    found = measured(presenter, window, options.rounds)
    presenter.close()
    told, is_kept = summary(found)
    print(*told, sep="\n")
    if options.report is not None:
        command = "python docs/correcting_cost.py --report FILE"
        about = f"By `{command}` {circumstances()} PySide6 {version('PySide6-Essentials')}."
        lines = ["# What correcting costs the live picture", "", about, "", *told]
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0 if is_kept else 1


def measured(presenter: Presenter, window: MainWindow, rounds: int) -> Turns:
    """Return what each state gave, turn by turn."""
    count, actions = Count(presenter), window.actions_
    bar = presenter.teaching.correcting.bar
    found: Turns = {}
    for number in range(rounds):
        found.setdefault("nothing more", []).append(count.turn(TURN_S, lambda: None))
        actions.correct.setChecked(True)
        turn = count.turn(TURN_S, lambda: bar.named.emit("sadness"))
        found.setdefault("a face named twice a second", []).append(turn)
        actions.correct.setChecked(False)
        actions.saliency.trigger()
        turn = count.turn(TURN_S, lambda: None)
        found.setdefault("the page of what it looks at", []).append(turn)
        presenter.teaching.dialogs[-1].close()
        print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
    return found


def summary(found: Turns) -> tuple[list[str], bool]:
    """Return the table, in Markdown, with a sentence, and whether the frames are still there."""
    lines = ["| meanwhile | frames a second | lowest turn | dropped |", "|---|---:|---:|---:|"]
    for name, turns in found.items():
        rates, dropped = zip(*turns, strict=True)
        lines.append(f"| {name} | {median(rates):.1f} | {min(rates):.1f} | {sum(dropped)} |")
    alone, *others = (median(rate for rate, _ in turns) for turns in found.values())
    shares = [other / alone for other in others]
    told = " and ".join(f"{share:.0%}" for share in shares)
    n = len(next(iter(found.values())))
    lines += [
        "",
        f"In {n} turns of {TURN_S:.0f} s each, one after the other: {told} of the frames.",
    ]
    return lines, min(shares) >= LEAST_SHARE


if __name__ == "__main__":
    sys.exit(main())
