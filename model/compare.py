"""Compare with the `fer` package on one clip in one run: `python -m model.compare`.

Only ratios are told: machines differ, and the same machine differs from hour to hour. The clip is
640x360, with one face that moves, grows and tilts before a photograph. The package gets an
environment of its own.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from fer_desktop.core.errors import DataError
from fer_desktop.core.settings import Settings
from fer_desktop.system import paths
from fer_desktop.vision import assembly
from fer_desktop.vision.media.images import read_image
from fer_desktop.vision.media.video_source import VideoSource
from model.composed import Composer, Placed
from model.detection import backgrounds
from model.noisy_camera import NoisyCamera
from model.reports import tell

WIDTH, HEIGHT, RATE = 640, 360, 30
PACKAGES = ("fer==25.10.3", "opencv-python-headless>=4.10,<5", "setuptools<81")
"""OpenCV below 5, which has no cascades any more; `fer` imports `pkg_resources`."""
_HEAD = (66, 163, 176, 273)
"""Rows and columns of the face in the demo's photograph, as a cascade frames it."""
_ROUNDS = 3


@dataclass(frozen=True)
class Run:
    """One way through the clip: seconds from frame to frame, and in how many a face was found."""

    seconds: list[float]
    found: int

    @property
    def rate(self) -> float:
        """Frames a second; the first ones, in which things are loaded, do not count."""
        return 1 / float(np.mean(self.seconds[len(self.seconds) // 10 :]))


def write_clip(file: Path, n_frames: int) -> None:
    """Write the clip.

    Raises:
        DataError: scikit-image is missing, or OpenCV can't write the file.
    """
    top, bottom, left, right = _HEAD
    face = np.ascontiguousarray(read_image(paths.demo_picture())[top:bottom, left:right])
    composer = Composer([face], backgrounds())
    room = composer.background(0, WIDTH, HEIGHT)
    camera = NoisyCamera(WIDTH, HEIGHT, rate=RATE, seed=0)
    fourcc = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(file), fourcc, RATE, (WIDTH, HEIGHT))
    if not writer.isOpened():
        raise DataError(f"{file}: OpenCV can't write it.")
    for index in range(n_frames):
        writer.write(camera.frame(composer.compose(room, [_place(index / RATE)])).image)
    writer.release()


def _place(time_s: float) -> Placed:
    def swing(period_s: float) -> float:
        return math.sin(2 * math.pi * time_s / period_s)

    return Placed(
        face=0,
        x=WIDTH / 2 + 0.25 * WIDTH * swing(3),
        y=HEIGHT / 2 + 0.1 * HEIGHT * swing(2),
        side=105 * (1 + 0.25 * swing(5)),
        tilt_deg=14 * swing(4),
    )


def run_ours(file: Path) -> Run:
    """Analyze every frame of the clip, as fast as it goes, with the parts of the live chain."""
    analyzer = assembly.live_analyzer(Settings())
    source = VideoSource(file)
    seconds, found = [], 0
    source.open()
    try:
        start = time.perf_counter()
        for analyzed in analyzer.analyze_all(iter(source.read, None)):
            seconds.append(time.perf_counter() - start)
            start += seconds[-1]
            found += bool(analyzed.faces)
    finally:
        source.close()
        analyzer.close()
    return Run(seconds, found)


def run_theirs(python: Path, file: Path) -> Run:
    """Analyze the clip with the other package.

    Raises:
        DataError: It fails.
    """
    probe = Path(__file__).with_name("rival_probe.py")
    done = subprocess.run(
        [str(python), str(probe), str(file)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DataError(f"fer: it fails ({done.stderr.strip().splitlines()[-1:]}).")
    answer = json.loads(done.stdout.splitlines()[-1])
    return Run(answer["seconds"], answer["found"])


def environment(folder: Path) -> Path:
    """Return the Python of an environment with the other package; it is made where it is missing.

    Raises:
        DataError: The package can't be installed.
    """
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = folder / "installed"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == " ".join(PACKAGES):
        return python
    print(f"Installing fer into {folder}, about 2 GB.", file=sys.stderr)
    venv.create(folder, with_pip=True, clear=True)
    command = [str(python), "-m", "pip", "install", "-qq", *PACKAGES]
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise DataError("fer: it can't be installed.")
    stamp.write_text(" ".join(PACKAGES), encoding="utf-8")
    return python


def compare(python: Path, n_frames: int) -> dict[str, Any]:
    """Return how many times as fast the program is, and in what share of frames each finds a face.

    The two take turns, so that a busy moment hits both.

    Raises:
        DataError: The clip can't be made, or the other package fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        clip = Path(folder) / "clip.avi"
        write_clip(clip, n_frames)
        rounds = [(run_ours(clip), run_theirs(python, clip)) for _ in range(_ROUNDS)]
    ratios = [ours.rate / theirs.rate for ours, theirs in rounds]
    n = len(rounds[0][0].seconds)
    return {
        "clip": f"{WIDTH}x{HEIGHT}, one face, {n} frames",
        "rival": PACKAGES[0],
        "times_as_fast": {"median": float(np.median(ratios)), "each": ratios},
        "found": {"fer-desktop": rounds[0][0].found / n, "fer": rounds[0][1].found / n},
    }


def build_parser() -> argparse.ArgumentParser:
    """Return the command line of `python -m model.compare`."""
    parser = argparse.ArgumentParser(prog="python -m model.compare", description=__doc__)
    add = parser.add_argument
    add("--frames", type=int, default=150, metavar="N", help="length of the clip (default 150)")
    add(
        "--environment",
        type=Path,
        default=paths.cache_directory() / "fer-environment",
        metavar="DIR",
        help="where the other package is installed",
    )
    add("--report", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = build_parser().parse_args(arguments)
    return tell(lambda: compare(environment(options.environment), options.frames), options.report)


if __name__ == "__main__":
    sys.exit(main())
