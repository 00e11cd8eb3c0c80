"""Measure `analyze` over many pictures: `python docs/batch.py [--pictures N] [--size PX]`.

The pictures are made of the demo's portrait, moved, scaled, turned, lit and blurred by a seeded
generator; one in a hundred is broken. They go through `analyze` in one process, in two, in two with
the whole command killed half way and resumed, and over a Dask cluster on loopback whose two workers
lose one half way. All must write the same bytes. Then 100,000 empty files, which are quick to
refuse, show what only the number of inputs costs. The report goes to docs/benchmarks; the exit code
is 1 where the outputs differ. Needs the extra `cluster`; Linux and macOS.
"""

import argparse
import contextlib
import csv
import hashlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import fer_desktop.vision  # noqa: F401, I001 - before OpenCV, which reads its limits while it loads
import cv2
import numpy as np
import psutil

from fer_desktop.vision import doctor
from fer_desktop.system import paths
from fer_desktop.batch.journal import journal_path

_ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(ROOT)}
_PACKAGES: Final = ("numpy", "opencv-python-headless", "ai-edge-litert", "distributed", "fsspec")
_SAMPLE_S: Final = 0.1


@dataclass
class Measured:
    """One run: how long it took, and the memory of its processes every tenth of a second."""

    name: str
    seconds: float = 0.0
    n_inputs: int = 0
    digest: str = ""
    main_mb: list[float] = field(default_factory=list)
    worker_mb: float = 0.0
    total_mb: float = 0.0

    def sample(self, main: int, others: list[int]) -> None:
        """Take down what the processes hold now."""
        own = _tree(main)
        if not own:
            return
        workers = own[1:] + [mb for pid in others for mb in _tree(pid)[1:]]
        self.main_mb.append(own[0])
        self.worker_mb = max([self.worker_mb, *workers])
        self.total_mb = max(self.total_mb, own[0] + sum(workers))

    @property
    def growth_mb(self) -> float:
        """What the command itself took more at its end than when a tenth was over."""
        early = self.main_mb[len(self.main_mb) // 10 :][:5]
        return float(np.median(self.main_mb[-6:-1]) - np.median(early)) if early else 0.0


def _tree(pid: int) -> list[float]:
    """Return the memory of a process and those below it, in MB."""
    found = []
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess):
                found.append(each.memory_info().rss / 1e6)
    return found


def make_pictures(folder: Path, n_pictures: int, size: int, seed: int = 7) -> None:
    """Write the pictures, JPEG of `size` pixels each way; every hundredth is empty, cut or text."""
    random = np.random.default_rng(seed)
    portrait = cv2.imread(str(paths.demo_picture()))
    assert portrait is not None
    folder.mkdir()
    for number in range(n_pictures):
        data = cv2.imencode(".jpg", _varied(portrait, size, random))[1].tobytes()
        if number % 100 == 50:
            data = (b"", data[: len(data) // 2], b"Dear reader, this is no picture.")[
                number // 100 % 3
            ]
        (folder / f"{number:06}.jpg").write_bytes(data)


def _varied(portrait: np.ndarray, size: int, random: np.random.Generator) -> np.ndarray:
    # The face is 96 pixels wide at (225, 114).
    scale = size * random.uniform(0.35, 0.8) / 96
    matrix = cv2.getRotationMatrix2D((225, 114), random.uniform(-15, 15), scale)
    middle = size / 2 - np.array([225, 114]) + random.uniform(-0.1, 0.1, 2) * size
    matrix[:, 2] = matrix[:, 2] + middle
    image = cv2.warpAffine(portrait, matrix, (size, size), borderMode=cv2.BORDER_REFLECT)
    image = cv2.convertScaleAbs(image, alpha=random.uniform(0.6, 1.3), beta=random.uniform(-20, 20))
    noise = random.normal(0, random.uniform(0, 8), image.shape)
    return np.asarray(np.clip(image + noise, 0, 255), np.uint8)


def analyze(
    name: str,
    inputs: Path,
    output: Path,
    *options: str,
    others: tuple[int, ...] = (),
    half_way: Callable[[subprocess.Popen[bytes]], None] | None = None,
    n_half: int = 0,
) -> Measured:
    """Run the command and measure it; `half_way` is called once so many inputs are done."""
    measured = Measured(name)
    given = ("--format", "csv", "--output", str(output), *options)
    start_s = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "fer_desktop", "analyze", str(inputs), *given],
        env=_ENVIRONMENT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        while running.poll() is None:
            measured.sample(running.pid, list(others))
            if half_way is not None and _n_done(output) >= n_half:
                half_way(running)
                half_way = None
            time.sleep(_SAMPLE_S)
    measured.seconds = time.perf_counter() - start_s
    measured.digest = hashlib.sha256(output.read_bytes()).hexdigest()
    return measured


def _n_done(output: Path) -> int:
    try:
        with journal_path(output).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 200))
            return int(file.read().decode().splitlines()[-2].split()[0])
    except (OSError, ValueError, IndexError):
        return 0


@contextlib.contextmanager
def running_cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Give a scheduler's address and the process numbers of two workers' nannies."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    worker = ("worker", address, "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard")
    commands = [
        ("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"),
        *((*worker, "--local-directory", str(folder / str(n))) for n in range(2)),
    ]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command],
            env=_ENVIRONMENT,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for command in commands
    ]
    try:
        yield address, [process.pid for process in started[1:]]
    finally:
        for process in started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def kill_worker(nanny: int) -> None:
    """Kill the worker below a nanny, as the system does when memory runs out."""
    children = psutil.Process(nanny).children(recursive=True)
    max(children, key=lambda child: child.memory_info().rss).kill()


def all_ways(pictures: Path, n_pictures: int, work: Path) -> list[Measured]:
    """Run every way over the same pictures."""
    half = n_pictures // 2
    runs = [
        analyze("one process", pictures, work / "1.csv", "--workers", "1"),
        analyze("two processes", pictures, work / "2.csv", "--workers", "2"),
    ]
    output = work / "resumed.csv"
    two = ("--workers", "2")
    first = analyze("", pictures, output, *two, half_way=lambda run: run.kill(), n_half=half)
    second = analyze("two processes, killed and resumed", pictures, output, *two, "--resume")
    second.seconds += first.seconds
    runs.append(second)
    with running_cluster(work) as (address, nannies):
        runs.append(
            analyze(
                "Dask, two workers, one killed",
                pictures,
                work / "dask.csv",
                *("--scheduler", address),
                others=tuple(nannies),
                half_way=lambda _: kill_worker(nannies[0]),
                n_half=half,
            )
        )
    for run in runs:
        run.n_inputs = n_pictures
    return runs


def many_inputs(work: Path, n_files: int) -> Measured:
    """Run over so many empty files."""
    folder = work / "many"
    folder.mkdir()
    for number in range(n_files):
        (folder / f"{number:06}.jpg").touch()
    run = analyze("two processes, empty files", folder, work / "many.csv", "--workers", "2")
    run.n_inputs = n_files
    return run


def report(runs: list[Measured], many: Measured, size: int, n_failed: int, load: str) -> str:
    """Return the page."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    python = ".".join(map(str, sys.version_info[:3]))
    same = all(run.digest == runs[0].digest for run in runs)
    lines = [
        f"# Many pictures, {datetime.now(UTC):%Y-%m-%d}",
        "",
        "Made by `python docs/batch.py`; nothing here is typed by hand.",
        "",
        f"Commit {commit}; {doctor.processor()}, {os.cpu_count()} cores; Python {python},",
        f"{versions}. Load average when it began: {load}; what is above 0 are other programs.",
        "",
        f"{runs[0].n_inputs} JPEG pictures of {size}x{size} pixels, {n_failed} of them broken,",
        "through `fer-desktop analyze FOLDER --format csv --output FILE` with the default model.",
        "Memory is what the system counts as resident, every tenth of a second: the command",
        "itself, the largest of its workers, all together (what they share counts for each);",
        "growth is that of the command from the first tenth of the run to its end.",
        "",
        "| way | seconds | pictures/s | command, MB | worker, MB | all, MB | growth, MB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(_line(run) for run in (*runs, many)),
        "",
        "The outputs of the pictures are "
        + ("the same, byte by byte." if same else "NOT the same."),
        "",
    ]
    return "\n".join(lines)


def _line(run: Measured) -> str:
    values = (
        f"{run.name} ({run.n_inputs})",
        f"{run.seconds:.0f}",
        f"{run.n_inputs / run.seconds:.1f}",
        f"{max(run.main_mb):.0f}",
        f"{run.worker_mb:.0f}",
        f"{run.total_mb:.0f}",
        f"{run.growth_mb:+.1f}",
    )
    return f"| {' | '.join(values)} |"


def main() -> int:
    """Measure, write the report and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pictures", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=96, help="width and height in pixels")
    parser.add_argument("--many", type=int, default=100_000, help="empty files")
    options = parser.parse_args()
    load = f"{os.getloadavg()[0]:.1f}"
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make_pictures(work / "pictures", options.pictures, options.size)
        runs = all_ways(work / "pictures", options.pictures, work)
        with (work / "1.csv").open(encoding="utf-8", newline="") as file:
            n_failed = sum(row["status"] == "UNREADABLE" for row in csv.DictReader(file))
        many = many_inputs(work, options.many)
    text = report(runs, many, options.size, n_failed, load)
    target = ROOT / "docs" / "benchmarks" / f"{datetime.now(UTC):%Y-%m-%d}-batch.md"
    target.write_text(text, encoding="utf-8")
    print(text)
    return 0 if all(run.digest == runs[0].digest for run in runs) else 1


if __name__ == "__main__":
    sys.exit(main())
