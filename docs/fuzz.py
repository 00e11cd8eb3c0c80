"""Read files that are changed at random: `python3 dev.py fuzz [--minutes N] [--report]`.

Each reader runs in a process of its own. A change by which it comes to a line of this program that
no other came to is kept and changed further, so the lines that a reader goes through guide it.
(Atheris would guide it by native code too, but can't be installed everywhere.) A finding is an
exception that is no error of ours, a crash, or a minute of computing; its file goes into the
folder `--findings`. The exit code is 1 where there is one. With `--report` the counts go into
docs/reliability.md. Linux and macOS.
"""

import argparse
import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final

ROOT = Path(__file__).parents[1]
PACKAGE: Final = str(ROOT / "fer_desktop")
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]
_HANG_S: Final = 60
_MOST_KEPT: Final = 500
_WORDS: Final = (
    b"\0",
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"nan",
    b"1e999",
    b"null",
    b"[" * 50,
    b'"',
)

Reader = Callable[[Path], object]


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=7.0, help="for all readers together")
    parser.add_argument("--readers", default=",".join(READERS), help="some of them, with commas")
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--report", action="store_true", help="write docs/reliability.md")
    parser.add_argument("--child", nargs=3, metavar=("READER", "SECONDS", "DIR"), help="")
    options = parser.parse_args()
    if options.child:
        name, seconds, folder = options.child
        return child(name, float(seconds), Path(folder), options.seed)
    names = options.readers.split(",")
    heads = ("reader", "minutes", "files read", "refused", "lines of ours reached", "findings")
    minutes = options.minutes / len(names)
    rows: dict[str, str] = {}
    n_findings = 0
    for name in names:
        counts, found = fuzzed(name, minutes * 60, options.seed)
        for content in found:
            options.findings.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256(content).hexdigest()[:12]
            (options.findings / f"{name}-{digest}").write_bytes(content)
        n_findings += len(found)
        cells = (counts[key] for key in ("n_read", "n_refused", "n_lines"))
        numbers = " | ".join(f"{n:,}" for n in cells)
        rows[name] = f"| {name} | {minutes:.1f} | {numbers} | {len(found)} |"
        print(rows[name], flush=True)
    if options.report:
        from reliability import rows_of, write_section

        command = f"python3 dev.py fuzz --minutes {options.minutes:g} --report"
        remark = []
        if len(rows) < len(READERS):  # the others stay as they are
            command += f" --readers {options.readers}"
            rows = {**rows_of("Changed files"), **rows}
            remark = ["", f"Only {', '.join(names)} are of this run, all others of one before."]
        table = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *rows.values()]
        lines = [*table, *remark]
        write_section("Changed files", command, lines)
    return 1 if n_findings else 0


def fuzzed(name: str, seconds: float, seed: int) -> tuple[dict[str, int], list[bytes]]:
    """Run a reader for so long, again after each crash; return the counts and what it failed at."""
    totals = {"n_read": 0, "n_refused": 0, "n_lines": 0}
    found: list[bytes] = []
    end_s = time.monotonic() + seconds
    while (left_s := end_s - time.monotonic()) > 0:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, __file__, "--seed", str(seed + len(found))]
            done = subprocess.run(
                [*command, "--child", name, str(left_s), folder],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder},
                check=False,
            )
            counts = json.loads((Path(folder) / "counts.json").read_text(encoding="utf-8"))
            for key in ("n_read", "n_refused"):
                totals[key] += counts[key]
            totals["n_lines"] = max(totals["n_lines"], counts["n_lines"])
            found += [file.read_bytes() for file in Path(folder).glob("finding-*")]
            if done.returncode:
                found.append((Path(folder) / "at-hand").read_bytes())
            if len(found) >= 10:
                break
    return totals, found


# --- in the process of a reader


def child(name: str, seconds: float, folder: Path, seed: int) -> int:
    """Read changed files for so long; return 0 unless the process crashes or hangs."""
    from fer_desktop.core.errors import FerError

    chance = random.Random(seed)
    counts = {"n_read": 0, "n_refused": 0, "n_lines": 0}
    counts_file, at_hand = folder / "counts.json", folder / "at-hand"
    counts_file.write_text(json.dumps(counts), encoding="utf-8")
    work = folder / "work"
    work.mkdir()
    read, corpus = READERS[name](work)
    reached: set[tuple[str, int]] = set()
    known: set[str] = set()
    end_s, told_s = time.monotonic() + seconds, 0.0
    for content in _contents(corpus, chance):
        if time.monotonic() >= end_s:
            break
        at_hand.write_bytes(content)
        _limit(_HANG_S)
        n_before = len(reached)
        try:
            with _noting(reached):
                read(at_hand)
        except (FerError, OSError):
            counts["n_refused"] += 1
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            kind = f"{type(error).__name__} {_place(error)}"
            if kind not in known:
                known.add(kind)
                (folder / f"finding-{len(known)}").write_bytes(content)
        _limit(0)
        counts["n_read"] += 1
        counts["n_lines"] = len(reached)
        if len(reached) > n_before and len(corpus) < _MOST_KEPT:
            corpus.append(content)
        if time.monotonic() - told_s > 0.5:
            told_s = time.monotonic()
            counts_file.write_text(json.dumps(counts), encoding="utf-8")
    counts_file.write_text(json.dumps(counts), encoding="utf-8")
    return 0


def _limit(seconds: int) -> None:
    """Let the process be ended, which is a finding, if it computes for so long, or waits longer."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(10 * seconds)  # other programs may want the processor, too


def _contents(corpus: list[bytes], chance: random.Random) -> Iterator[bytes]:
    yield from list(corpus)
    while True:
        yield changed(chance.choice(corpus), corpus, chance)


def changed(content: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """Return a content with one to eight changes."""
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        at = chance.randrange(len(data) + 1)
        length = min(len(data) - at, 1 << chance.randrange(8))
        way = chance.randrange(6)
        if way == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            data[at : at + length] = chance.randbytes(length)
        elif way == 2:
            del data[at : at + length]
        elif way == 3:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
        elif way == 4:
            data[at : at + chance.choice((0, 4))] = chance.choice(_WORDS)
        else:
            other = chance.choice(corpus)
            cut = chance.randrange(len(other) + 1)
            data[at : at + length] = other[cut : cut + length]
    return bytes(data)


@contextlib.contextmanager
def _noting(reached: set[tuple[str, int]]) -> Iterator[None]:
    """Note the lines of the program that are gone through."""

    def within(frame: FrameType, event: str, argument: object) -> Any:  # noqa: ANN401 - as Python has it
        del event, argument
        reached.add((frame.f_code.co_filename, frame.f_lineno))
        return within

    def begin(frame: FrameType, event: str, argument: object) -> Any:  # noqa: ANN401
        return (
            within(frame, event, argument) if frame.f_code.co_filename.startswith(PACKAGE) else None
        )

    sys.settrace(begin)
    try:
        yield
    finally:
        sys.settrace(None)


def _place(error: BaseException) -> str:
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


# --- the readers, each with files to begin with


def _pictures(work: Path) -> tuple[Reader, list[bytes]]:
    import cv2
    import numpy as np

    from fer_desktop.vision.media.images import read_image

    del work
    image = np.random.default_rng(0).integers(0, 255, (24, 32, 3), np.uint8)
    kinds = (".jpg", ".png", ".bmp", ".webp", ".tiff", ".gif", ".avif")
    files = [cv2.imencode(kind, image) for kind in kinds if cv2.haveImageWriter(f"a{kind}")]
    return read_image, [data.tobytes() for _, data in files]


def _videos(work: Path) -> tuple[Reader, list[bytes]]:
    import av
    import numpy as np

    from fer_desktop.vision.media.video_source import VideoSource

    image = np.random.default_rng(0).integers(0, 255, (32, 48, 3), np.uint8)
    files = []
    for suffix, codec in (
        (".mp4", "mpeg4"),
        (".avi", "mpeg4"),
        (".mkv", "mpeg4"),
        (".webm", "libvpx"),
    ):
        path = work / f"a{suffix}"
        with av.open(str(path), "w") as container:
            stream = container.add_stream(codec, rate=10)
            assert isinstance(stream, av.VideoStream)
            stream.width, stream.height, stream.pix_fmt = 48, 32, "yuv420p"
            for _ in range(4):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="bgr24")))
            container.mux(stream.encode(None))
        files.append(path.read_bytes())

    def read(path: Path) -> None:
        source = VideoSource(path)
        try:
            source.open()
            for _ in range(8):
                if source.read() is None:
                    break
        finally:
            source.close()

    return read, files


def _model_json(work: Path) -> tuple[Reader, list[bytes]]:
    from fer_desktop.system import paths
    from fer_desktop.vision.recognition.model_spec import load_spec

    folder = paths.model_directory("seed")
    shutil.copy(folder / "model.tflite", work)

    def read(path: Path) -> None:
        shutil.copy(path, work / "model.json")
        load_spec(work)

    return read, [(folder / "model.json").read_bytes()]


def _flatbuffers(work: Path) -> tuple[Reader, list[bytes]]:
    from dataclasses import replace

    from fer_desktop.system import paths
    from fer_desktop.vision.recognition.engine_litert import LiteRTEngine
    from fer_desktop.vision.recognition.model_spec import load_spec

    spec = load_spec(paths.model_directory("seed"))

    def read(path: Path) -> None:
        shutil.copy(path, work / "model.tflite")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        LiteRTEngine(replace(spec, directory=work, sha256={**spec.sha256, "model.tflite": digest}))

    return read, [(spec.directory / "model.tflite").read_bytes()]


def _settings(work: Path) -> tuple[Reader, list[bytes]]:
    from dataclasses import asdict

    from fer_desktop.core.settings import Settings
    from fer_desktop.system.settings_store import read_settings

    del work
    return read_settings, [json.dumps(asdict(Settings())).encode(), b'{"hold_s": 2}', b"{}"]


def _sessions(work: Path) -> tuple[Reader, list[bytes]]:
    from fer_desktop.sessions.exclusion_file import read_exclusions
    from fer_desktop.sessions.files import read_session

    sys.path.append(str(ROOT / "docs"))
    from endings import _record

    _record(work / "a", 6)
    folder = work / "a"
    names = ("session.json", "faces.csv", "markers.csv", "exclusions.csv")
    (folder / "markers.csv").write_text("time_s,frame,wall_time_utc,text\n0.1,1,,a\n", "utf-8")
    (folder / "exclusions.csv").write_text("start_s,end_s,reason\n0.1,0.2,a\n", "utf-8")
    mark = b"\n--next--\n"

    def read(path: Path) -> None:
        for name, part in zip(names, path.read_bytes().split(mark), strict=False):
            (folder / name).write_bytes(part)
        read_exclusions(folder)
        for _ in read_session(folder).rows():
            pass

    return read, [mark.join((folder / name).read_bytes() for name in names)]


def _journals(work: Path) -> tuple[Reader, list[bytes]]:
    from fer_desktop.batch.journal import Journal, Mark, Output, journal_path, read_mark

    output = work / "out.csv"
    with Output(output) as opened:
        journal = Journal(opened, {"version": "1"}, Mark())
        opened.write("a row\n")
        journal.add(Mark(1, 0, 5))
        journal.close(is_whole=False)
    content = journal_path(output).read_bytes()

    def read(path: Path) -> None:
        shutil.copy(path, journal_path(output))
        read_mark(output, {"version": "1"})

    return read, [content]


READERS: Final[dict[str, Callable[[Path], tuple[Reader, list[bytes]]]]] = {
    "pictures": _pictures,
    "videos": _videos,
    "model.json": _model_json,
    "flatbuffers": _flatbuffers,
    "settings": _settings,
    "sessions": _sessions,
    "journals": _journals,
}


if __name__ == "__main__":
    sys.exit(main())
