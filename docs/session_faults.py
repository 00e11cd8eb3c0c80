"""Kill recordings and fill their disk: `python docs/session_faults.py [--small DIR]`.

Six recordings of the demo, with their video, are killed with SIGKILL after two to three seconds;
each session is opened, its rows are compared with what had been analyzed, and its video is played
and its times compared with those of the rows. Then one more records rows onto a small file system
until that is full: DIR, which should have two to ten megabytes free, or a tmpfs that is mounted
for it where that is allowed (Linux, as root). With `--report FILE` the lines go there too, with
`--page` into docs/reliability.md. The exit code is 1 where a session does not open, lost more than
a second, has a video that does not fit its rows, or does not tell its reason. Linux and macOS.
"""

import argparse
import contextlib
import datetime as dt
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

N_KILLED = 6
MOST_LOST_S = 1.0
SMALL_MB = 2
MOST_APART_S = 0.002
_N_HEAD = 6
"""Lines of a report of its own before its table."""


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", type=Path, metavar="DIR", help="on a small file system")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the lines there too")
    parser.add_argument("--page", action="store_true", help="write docs/reliability.md")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        return record_demo(options.child)
    from fer_desktop.vision import doctor

    lines = [f"# Recordings that end badly, {dt.datetime.now(dt.UTC).date().isoformat()}", ""]
    lines += ["Made by `python docs/session_faults.py --report FILE`; nothing here is typed.", ""]
    lines += [f"{doctor.machine()['processor']}, Python {sys.version.split()[0]}.", ""]
    lines += [
        "| killed after | analyzed until | rows until | lost | rows | pictures | video until "
        "| most apart |"
    ]
    lines += ["|---|---|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as name:
        killed = [killed_recording(Path(name) / str(n), random.Random(n)) for n in range(N_KILLED)]
        found = [show_killed(lines, *each) for each in killed]
    lines.append("")
    is_well = all(found)
    with small_folder(options.small) as small:
        if small is None:
            lines.append(
                "A full disk was not tried: no `--small DIR`, and no tmpfs can be mounted."
            )
        else:
            is_well = show_full(lines, small) and is_well
    print("\n".join(lines))
    if options.report is not None:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.page:
        from reliability import write_section

        write_section(
            "Recordings that are killed", "python docs/session_faults.py --page", lines[_N_HEAD:]
        )
    return 0 if is_well else 1


def record_demo(folder: Path) -> int:
    """Record the demo until this process is killed, and print the time of each analyzed frame."""
    from fer_desktop.core.settings import Settings
    from fer_desktop.core.types import AnalyzedFrame
    from fer_desktop.live.pipeline import LivePipeline
    from fer_desktop.sessions.new_session import Recorded, open_session
    from fer_desktop.sessions.recorder import Recorder
    from fer_desktop.vision import assembly

    settings = Settings(record_folder=str(folder), record_video=True)
    recorded = Recorded("demo", "Demo")
    recorder = Recorder(lambda: open_session(recorded, settings), with_pictures=True)
    session = LivePipeline(
        lambda: assembly.source("demo", settings), assembly.live_analyzer, settings
    )

    def hear(analyzed: AnalyzedFrame) -> None:
        recorder.add(analyzed)
        print(recorder.seconds, flush=True)

    recorder.start()
    session.listen(hear)
    session.start()
    while True:
        session.poll()
        time.sleep(0.02)


def killed_recording(folder: Path, chance: random.Random) -> tuple[Path, float, float]:
    """Kill a recording; return its folder, after how long, and until when was analyzed."""
    stop_s, last_s = chance.uniform(2, 3), 0.0
    command = [sys.executable, __file__, "--child", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while last_s < stop_s and (line := child.stdout.readline()):
            last_s = float(line)
        child.kill()
        whole = [line for line in child.stdout.read().split("\n")[:-1] if line]
    return next(folder.iterdir()), stop_s, float(whole[-1]) if whole else last_s


def show_killed(lines: list[str], folder: Path, stop_s: float, last_s: float) -> bool:
    """Open a killed session, add its line, and return whether all is well."""
    from fer_desktop.sessions.files import read_session

    session = read_session(folder)
    rows = list(session.rows())
    lost_s = last_s - rows[-1].time_s
    times = list(dict.fromkeys(row.time_s for row in rows if row.status != "DROPPED"))
    assert session.video is not None
    shown = times_of(session.video)
    apart_s = max((abs(a - b) for a, b in zip(shown, times, strict=False)), default=0.0)
    shown_s = shown[-1] if shown else 0.0
    lines.append(
        f"| {stop_s:.2f} s | {last_s:.2f} s | {rows[-1].time_s:.2f} s | {lost_s:.2f} s "
        f"| {len(rows)} | {len(shown)} | {shown_s:.2f} s | {1000 * apart_s:.2f} ms |"
    )
    lost_s = max(lost_s, last_s - shown_s)
    return lost_s <= MOST_LOST_S and bool(session.problems) and apart_s <= MOST_APART_S


def times_of(video: Path) -> list[float]:
    """Return when each picture of a video is shown."""
    import av

    with av.open(str(video)) as file:
        return [frame.time for frame in file.decode(video=0)]


@contextlib.contextmanager
def small_folder(given: Path | None) -> Iterator[Path | None]:
    """Give a folder on a small file system; None where there is none."""
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory() as name:
        mount, size = shutil.which("mount"), f"size={SMALL_MB}m"
        command = [mount or "", "-t", "tmpfs", "-o", size, "tmpfs", name]
        if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
            yield None
            return
        try:
            yield Path(name)
        finally:
            # Whatever has a file open there still: the folder itself is free at once.
            subprocess.run(["umount", "--lazy", name], check=True)


def show_full(lines: list[str], small: Path) -> bool:
    """Record onto a small disk until it is full; add the lines, and return whether all is well."""
    import numpy as np

    from fer_desktop.core.geometry import BoundingBox
    from fer_desktop.core.settings import Settings
    from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
    from fer_desktop.sessions.files import read_session
    from fer_desktop.sessions.new_session import Recorded, open_session
    from fer_desktop.sessions.recorder import Recorder

    settings = Settings(record_folder=str(small))
    recorder = Recorder(lambda: open_session(Recorded("camera", "Camera"), settings))
    recorder.start()
    chance, picture = np.random.default_rng(0), np.zeros((48, 64, 3), np.uint8)
    n, end_s = 0, time.monotonic() + 120
    while recorder.is_alive and time.monotonic() < end_s:
        looks = Expression(chance.dirichlet(np.ones(8)).astype(np.float32))
        face = RecognizedFace(Face(BoundingBox(1, 2, 30, 40), 0.9, 1), looks, looks)
        now_s = time.perf_counter()
        recorder.add(AnalyzedFrame(Frame(picture, n, now_s, now_s), (face,)))
        n += 1
        time.sleep(0.001)
    assert recorder.folder is not None
    session = read_session(recorder.folder)
    rows = list(session.rows())
    lines += [
        f"On a full disk the recording ended by itself with: {recorder.problem}",
        "",
        f"Of {n} frames {len(rows)} rows were read back from it; `end_reason` of its session.json: "
        f"{session.info['end_reason']}; problems that are told when it is opened: "
        f"{' '.join(session.problems) or 'none'}",
    ]
    return bool(recorder.problem) and 0.9 * n < len(rows) <= n


if __name__ == "__main__":
    sys.exit(main())
