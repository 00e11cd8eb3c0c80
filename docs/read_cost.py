"""Measure how fast videos are read, beside OpenCV's reader: `python docs/read_cost.py [ROUNDS]`.

Three videos are made, 720p H.264, 1080p HEVC and 720p MJPEG of a moving photograph under grain, and
each is read to its end by both readers in turn, as BGR pictures. Printed are the frames a second of
the quickest and of the median round of each, and by how much the program's reader is the quicker
one, by the clock and by the time of all cores; both run beside whatever else the computer does, so
only these ratios say something. Last, the memory of 20,000 frames: by how much the process grows
from the first 500 to the end.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import av
import cv2
import numpy as np
import psutil

from fer_desktop.core.types import ImageBGR
from fer_desktop.system import paths
from fer_desktop.vision.media.images import read_image
from fer_desktop.vision.media.video_source import VideoSource

MOVIES = {
    "720p H.264": ("a.mp4", "libx264", (1280, 720), 150, {"preset": "veryfast"}),
    "1080p HEVC": ("b.ts", "libx265", (1920, 1080), 60, {"preset": "ultrafast"}),
    "720p MJPEG": ("c.avi", "mjpeg", (1280, 720), 100, {}),
}
N_LONG = 20_000


def pictures(size: tuple[int, int], n: int) -> list[ImageBGR]:
    """Return a window that wanders over the demo's photograph, with grain that does not stay."""
    width, height = size
    photograph = cv2.resize(read_image(paths.demo_picture()), (width + 100, height + 60))
    grain = np.random.default_rng(0).normal(0, 6, (height + 60, width + 60, 1))
    found = []
    for number in range(n):
        x, y = number * 3 % 100, number * 2 % 60
        part = photograph[y : y + height, x : x + width] + grain[y:, number % 60 :][:height, :width]
        found.append(np.clip(part, 0, 255).astype(np.uint8))
    return found


def write(path: Path, codec: str, size: tuple[int, int], n: int, options: dict[str, str]) -> None:
    """Write a video."""
    if codec == "libx265":
        options = {**options, "x265-params": "log-level=none"}
    with av.open(str(path), "w") as file:
        track = file.add_stream(codec, rate=30, options=options)
        assert isinstance(track, av.VideoStream)
        track.width, track.height = size
        track.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        shown = pictures(size, min(n, 60))
        for number in range(n):
            frame = av.VideoFrame.from_ndarray(shown[number % len(shown)], format="bgr24")
            file.mux(track.encode(frame))
        file.mux(track.encode())


def read_ours(path: Path) -> int:
    """Read a video with the program's reader and return the number of frames."""
    source, n = VideoSource(path), 0
    source.open()
    while source.read() is not None:
        n += 1
    source.close()
    return n


def read_opencv(path: Path) -> int:
    """Do the same with OpenCV's."""
    capture, n = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG), 0
    while capture.read()[0]:
        n += 1
    capture.release()
    return n


READERS = (read_ours, read_opencv)


def seconds(read: Callable[[Path], int], path: Path, n: int) -> tuple[float, float]:
    """Return how long it takes to read all frames, by the clock and on all cores together."""
    start, start_cpu = time.perf_counter(), time.process_time()
    found = read(path)
    if found != n:
        raise SystemExit(f"{path.name}: {found} frames instead of {n}")
    return time.perf_counter() - start, time.process_time() - start_cpu


def measured(path: Path, n: int, *, is_swapped: bool) -> list[tuple[float, float]]:
    """Return what both readers take, ours first, whichever is measured first."""
    readers = READERS[::-1] if is_swapped else READERS
    return [seconds(read, path, n) for read in readers][:: -1 if is_swapped else 1]


def growth_mb(path: Path) -> float:
    """Return by how much the memory grows over a long video, after its first 500 frames."""
    source, process, before = VideoSource(path), psutil.Process(), 0
    source.open()
    for number in range(N_LONG):
        source.read()
        if number == 500:
            before = process.memory_info().rss
    source.close()
    return float(process.memory_info().rss - before) / 1e6


def main() -> None:
    """Measure and print."""
    n_rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{os.cpu_count()} CPUs, PyAV {av.__version__}, OpenCV {cv2.__version__}")
    with tempfile.TemporaryDirectory() as folder:
        for title, (name, codec, size, n, options) in MOVIES.items():
            path = Path(folder) / name
            write(path, codec, size, n, options)
            # In turn, so that both meet the same moments, and each is first as often.
            rounds = [measured(path, n, is_swapped=bool(number % 2)) for number in range(n_rounds)]
            for name_of, of in (("quickest", min), ("median", statistics.median)):
                (ours, our_cores), (theirs, their_cores) = (
                    [of(times) for times in zip(*each, strict=True)]
                    for each in zip(*rounds, strict=True)
                )
                print(
                    f"{title}, {name_of}: {n / ours:.0f} frames/s, OpenCV {n / theirs:.0f}: "
                    f"{theirs / ours:.2f} times; by the cores' time {their_cores / our_cores:.2f}"
                )
        long = Path(folder) / "long.mp4"
        write(long, "mpeg4", (320, 240), N_LONG, {})
        print(f"{N_LONG} frames: {growth_mb(long):+.1f} MB")


if __name__ == "__main__":
    main()
