"""What a bad stream does to the program: `python docs/stream_faults.py [--report]`.

Goes through the table of tests/live/test_stream_faults.py with its real classes over loopback, and
measures what the tests only bound: seconds until it is told, until it is back, and until it stops.
With `--report` the table goes into docs/reliability.md.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import numpy as np

from fer_desktop.live.events import SessionState
from fer_desktop.vision.camera import stream as camera_module
from tests.live.test_stream_faults import FAULTS, Fault, FaultyCamera, Watched


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", action="store_true", help="write docs/reliability.md")
    options = parser.parse_args()
    camera_module.TIMEOUT_S = 2.0  # type: ignore[misc]  # five seconds are for real networks
    heads = (
        "stream",
        "shown",
        "told",
        "after, s",
        "most bytes kept",
        "back after, s",
        "stop, s",
    )
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for fault in FAULTS:
        lines.append(f"| {' | '.join(measured(fault))} |")
        print(lines[-1], flush=True)
    if options.report:
        from reliability import write_section

        write_section("Streams", "python docs/stream_faults.py --report", lines)
    return 0


def measured(fault: Fault) -> tuple[str, ...]:
    """Return the cells of a fault's line."""
    camera = FaultyCamera(np.zeros((240, 320, 3), np.uint8), rate=60)
    watched = Watched(camera.url)
    watched.wait(lambda w: len(w.frames) > 3)
    camera.mode, n_before, begun_s = fault.mode, len(watched.frames), time.perf_counter()
    kept = 0

    def is_over(now: Watched) -> bool:
        nonlocal kept
        readers = [source._pictures for source in now.sources]  # noqa: SLF001
        kept = max(kept, *(each._scanner.n_kept if each else 0 for each in readers), 0)  # noqa: SLF001
        return len(now.frames) > n_before + 10 if fault.shows else bool(now.said)

    watched.wait(is_over)
    told_s = time.perf_counter() - begun_s
    state = watched.session.state
    said = watched.said[0] if watched.said else "nothing"
    camera.mode, n_before, begun_s = "play", len(watched.frames), time.perf_counter()
    watched.wait(lambda w: len(w.frames) > n_before + 3)
    back_s, begun_s = time.perf_counter() - begun_s, time.perf_counter()
    watched.session.stop()
    stop_s = time.perf_counter() - begun_s
    camera.close()
    shown = "goes on" if state is SessionState.RUNNING else "no picture"
    words = said.partition(". ")[0].replace(f"{watched.sources[0].name} ", "")
    after = "" if fault.shows else f"{told_s:.1f}"
    name = fault.mode.replace("_", " ")
    return name, shown, words, after, f"{kept:,}", f"{back_s:.1f}", f"{stop_s:.2f}"


if __name__ == "__main__":
    sys.exit(main())
