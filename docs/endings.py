"""Ends the program in many states and in each way: `python docs/endings.py [--report]`.

In each state the program gets SIGINT, SIGTERM and SIGHUP, and where it has a window that is closed
too. The table says with which exit code it ended and how many seconds that took. The exit code of
this command is 1 where one took more than two seconds, ended with another code than it should, left
a process or a file behind, printed an abort or a traceback, or left a recording without its reason.
With `--report` the table goes into docs/reliability.md. Linux and macOS; needs no display.
"""

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

from ending_states import READY, STATES

MOST_S: Final = 2.0
CLOSE: Final = "close"
WAYS: Final = ("SIGINT", "SIGTERM", "SIGHUP", CLOSE)
CHILD: Final = ROOT / "docs" / "ending_states.py"
_BAD_WORDS: Final = ("Traceback", "terminate called", "Aborted", "core dumped", "Fatal Python")
_PATIENCE_S: Final = 600.0


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--states", default=",".join(STATES), help="some of them, with commas")
    parser.add_argument("--ways", default=",".join(WAYS), help="some of them, with commas")
    parser.add_argument("--seconds", type=float, default=MOST_S, help="what an end may take")
    parser.add_argument("--report", action="store_true", help="write docs/reliability.md")
    options = parser.parse_args()
    ways = options.ways.split(",")
    lines = [f"| state | {' | '.join(ways)} |", "|---" * (len(ways) + 1) + "|"]
    print("\n".join(lines), flush=True)
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as name, hanging_stream() as stream:
        keys = options.states.split(",")
        prepare(Path(name), keys)
        for key in keys:
            cells = []
            for way in ways:
                if way == CLOSE and not STATES[key].has_window:
                    cells.append("")
                    continue
                cell, wrong = ended(key, way, Path(name), stream, options.seconds)
                cells.append(cell)
                problems += [f"{STATES[key].name}, {way}: {text}" for text in wrong]
            lines.append(f"| {STATES[key].name} | {' | '.join(cells)} |")
            print(lines[-1], flush=True)
    print("\n".join(problems) or "Nothing was wrong.")
    if options.report:
        from reliability import write_section

        lines += ["", f"Exit code, then seconds. {' '.join(problems) or 'Nothing was wrong.'}"]
        write_section("Endings", "python docs/endings.py --report", lines)
    return 1 if problems else 0


def ended(key: str, way: str, given: Path, stream: str, most_s: float) -> tuple[str, list[str]]:
    """Start the program, end it, and return what the table says and all that was wrong."""
    import psutil

    state = STATES[key]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "FER_ENDINGS_STREAM": stream,
            "FER_ENDINGS_SECONDS": str(most_s),
            "HOME": name,
            "TMPDIR": name,
            **{f"XDG_{kind}_HOME": name for kind in ("CONFIG", "CACHE", "STATE", "DATA")},
            "XDG_DOCUMENTS_DIR": name,
        }
        if key == "headless":
            for needless in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
                environment.pop(needless, None)
        if key != "welcome":
            settings = home / "fer-desktop" / "settings.json"
            settings.parent.mkdir()
            settings.write_text('{"welcome_seen": 1000}', encoding="utf-8")
        with subprocess.Popen(
            [sys.executable, CHILD, key, str(given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            preexec_fn=_hear_all,  # noqa: PLW1509 - no threads here
        ) as running:
            told = Told(running)
            told.wait_for(READY, _PATIENCE_S)
            time.sleep(state.wait_s)
            children = psutil.Process(running.pid).children(recursive=True)
            begun_s = time.perf_counter()
            if way == CLOSE:
                assert running.stdin is not None
                running.stdin.write("close\n")
                running.stdin.flush()
            else:
                running.send_signal(getattr(signal, way))
            try:
                running.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                running.kill()
            seconds = time.perf_counter() - begun_s
            told.reader.join()
        wrong = list(_wrong(way, running.returncode, seconds, most_s))
        wrong += [f"printed {word!r}" for word in _BAD_WORDS if word in told.text]
        _, left = psutil.wait_procs(children, timeout=max(2.0, most_s / 10))
        wrong += [f"left a process: {process.name()}" for process in left]
        wrong += _files_left(home, records=state.records)
        if wrong:
            print(told.text[-1500:], file=sys.stderr)
    return f"{running.returncode}, {seconds:.2f}", wrong


def _wrong(way: str, code: int, seconds: float, most_s: float) -> Iterator[str]:
    expected = 0 if way == CLOSE else 128 + getattr(signal, way)
    if code != expected:
        yield f"exit code {code}, expected {expected}"
    if seconds > most_s:
        yield f"{seconds:.1f} s"


def _files_left(home: Path, *, records: bool) -> Iterator[str]:
    import json

    for path in home.rglob("*"):
        if ".part" in path.suffixes or path.name.startswith("fer-desktop-review-"):
            yield f"left {path.name}"
    infos = list(home.rglob("session.json"))
    if records and not infos:
        yield "nothing was recorded"
    for info in infos if records else ():
        if not json.loads(info.read_text(encoding="utf-8")).get("end_reason"):
            yield "the recording has no reason of its end"


def _hear_all() -> None:
    # What a shell starts in the background is told to ignore SIGINT.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Told:
    """What a process prints, as it comes."""

    def __init__(self, running: "subprocess.Popen[str]") -> None:
        self._running, self.text = running, ""
        self._news = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def wait_for(self, line: str, seconds: float) -> None:
        """Wait until it has printed a line."""
        with self._news:
            self._news.wait_for(lambda: f"{line}\n" in self.text or self._is_over, seconds)
            if f"{line}\n" not in self.text:
                raise SystemExit(f"The state was not reached:\n{self.text}")

    _is_over = False

    def _read(self) -> None:
        assert self._running.stdout is not None
        for line in self._running.stdout:
            with self._news:
                self.text += line
                self._news.notify_all()
        with self._news:
            self._is_over = True
            self._news.notify_all()


@contextlib.contextmanager
def hanging_stream() -> Iterator[str]:
    """Give the address of a server on loopback that takes connections and sends nothing."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/stream"


def prepare(folder: Path, keys: Iterable[str]) -> None:
    """Make the files that these states need, and no others: some take long to make."""
    videos = ("a.mp4", "b.mp4")
    needs = {"review": videos[:1], "batch": videos, "workers": videos}
    needs |= {"export": ("session",), "pictures": ("large",), "model": ("model",)}
    wanted = {need for key in keys for need in needs.get(key, ())}
    if "large" in wanted:
        _large_pictures(folder)
    for name in wanted.intersection(videos):
        _gray_video(folder / name)
    if "session" in wanted:
        _record(folder / "session", n=20_000)
    if "model" in wanted:
        _copy_model(folder / "own model")


def _large_pictures(folder: Path) -> None:
    import cv2
    import numpy as np

    noise = np.random.default_rng(0).integers(0, 255, (500, 700, 3), np.uint8)
    large = cv2.resize(noise, (8660, 5774), interpolation=cv2.INTER_LINEAR)
    first = folder / "large-0.jpg"
    cv2.imwrite(str(first), large)
    for n in (1, 2):
        shutil.copy(first, folder / f"large-{n}.jpg")


def _gray_video(path: Path) -> None:
    import cv2
    import numpy as np

    code = cv2.VideoWriter.fourcc(*"mp4v")
    file = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, 25.0, (640, 480))
    for n in range(600):
        file.write(np.full((480, 640, 3), n % 256, np.uint8))
    file.release()


def _copy_model(folder: Path) -> None:
    from fer_desktop.system import paths

    folder.mkdir()
    for name in ("model.json", "model.tflite"):
        shutil.copy(paths.model_directory("seed") / name, folder / name)


def _record(folder: Path, n: int) -> None:
    """Make a session of so many rows."""
    import numpy as np

    from fer_desktop.core.geometry import BoundingBox
    from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
    from fer_desktop.sessions.rows import rows_of
    from fer_desktop.sessions.writer import SessionWriter

    options = {"video": False, "blur_faces": False, "chosen_face_only": False}
    info = {"source": {"kind": "demo", "name": "Demo"}, "model": {}, "settings": {}}
    writer = SessionWriter(folder, {**info, "frame_size": None, "options": options})
    looks = Expression(np.full(8, 0.125, np.float32))
    face = RecognizedFace(Face(BoundingBox(1, 2, 30, 40), 0.9, 1), looks, looks)
    picture = np.zeros((48, 64, 3), np.uint8)
    for number in range(n):
        analyzed = AnalyzedFrame(Frame(picture, number, number / 30, number / 30), (face,))
        writer.write(list(rows_of(analyzed, time_s=number / 30)))
    writer.end("made")


if __name__ == "__main__":
    sys.exit(main())
