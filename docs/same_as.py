"""Tells whether the program does the same as an earlier commit: `python docs/same_as.py COMMIT`.

Both analyze the same 30 pictures and 3 clips and write the same session in all formats that this
computer can; what they print and write is compared byte for byte. `--screenshots` takes all
screenshots with both as well and compares them pixel by pixel, which takes many minutes and needs
Xvfb. The exit code is 1 where anything differs.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import av
import cv2
import numpy as np

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # started as a script, from anywhere

from fer_desktop.core.types import ImageBGR
from fer_desktop.system import paths
from fer_desktop.vision.media.images import read_image
from tests.recorded import write_session

N_FRAMES: Final = 20
RATE: Final = 10


def framings() -> list[ImageBGR]:
    """Return the demo's photograph in five framings."""
    image = read_image(paths.demo_picture())
    twice = np.hstack([image, image[:, ::-1]])
    parts = (image, image[:400, 100:], image[:330, 120:330], twice, image[200:])
    return [np.ascontiguousarray(part) for part in parts]


def changed(image: ImageBGR) -> Iterator[ImageBGR]:
    """Yield six looks of a picture: itself, mirrored, small, gray, dark and blurred."""
    yield image
    yield np.ascontiguousarray(image[:, ::-1])
    yield np.asarray(
        cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8
    )
    yield np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR))
    yield np.asarray(cv2.convertScaleAbs(image, alpha=0.4), np.uint8)
    yield np.asarray(cv2.GaussianBlur(image, (0, 0), 3), np.uint8)


def write_clip(path: Path, image: ImageBGR) -> None:
    """Write a clip in which a picture of 320x240 moves to the right."""
    small = cv2.resize(image, (320, 240), interpolation=cv2.INTER_AREA)
    with av.open(str(path), "w") as file:
        track = file.add_stream("mpeg4", rate=RATE)
        assert isinstance(track, av.VideoStream)
        track.width, track.height, track.pix_fmt = 320, 240, "yuv420p"
        for number in range(N_FRAMES):
            moved = np.asarray(np.roll(small, 2 * number, axis=1), np.uint8)
            file.mux(track.encode(av.VideoFrame.from_ndarray(moved, format="bgr24")))
        file.mux(track.encode())


def write_inputs(folder: Path) -> None:
    """Write all that is given to both: `pictures`, `clips` and `session`."""
    for name in ("pictures", "clips"):
        (folder / name).mkdir(parents=True)
    looks = [look for image in framings() for look in changed(image)]
    for number, look in enumerate(looks):
        cv2.imwrite(str(folder / "pictures" / f"{number:02}.png"), look)
    for number, image in enumerate(framings()[:3]):
        write_clip(folder / "clips" / f"{number}.mp4", image)
    write_session(folder / "session")


def run(tree: Path, given: Path, *arguments: str) -> bytes:
    """Return what a command of the program in this tree prints, run beside what is given."""
    command = [sys.executable, "-m", "fer_desktop", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(command, cwd=given, env=environment, capture_output=True, check=False)
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip()
        return f"exit code {done.returncode}: {words}".encode()
    return done.stdout


def formats_of(tree: Path, given: Path) -> list[str]:
    """Return the names of the export formats that can be written here."""
    listed = json.loads(run(tree, given, "formats", "--json"))["writes"]["exports"]
    return [each["name"] for each in listed if not each["missing"]]


def answers(tree: Path, given: Path, written: Path, formats: list[str]) -> dict[str, bytes]:
    """Return all that the program in this tree prints and writes, by name."""
    found = {
        "pictures": run(tree, given, "analyze", "pictures", "--format", "json", "--workers", "1"),
        "clips": run(tree, given, "analyze", "clips", "--format", "csv", "--workers", "1"),
        "models": run(tree, given, "models"),
        "help": run(tree, given, "--help"),
    }
    for name in formats:
        folder = written / name
        folder.mkdir(parents=True)
        told = run(tree, given, "export", "session", "--format", name, "--output", f"{folder}/")
        found[f"export {name}"] = told
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                found[f"export {name}: {file.relative_to(folder)}"] = content(file)
    return found


def content(file: Path) -> bytes:
    """Return what is in a file; of a workbook its parts, but for the one that has its date."""
    if file.suffix != ".xlsx":
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        parts = [name for name in archive.namelist() if name != "docProps/core.xml"]
        return b"".join(name.encode() + archive.read(name) for name in parts)


def screenshots(tree: Path) -> dict[str, bytes]:
    """Return the pixels of all screenshots of the window in this tree, by name."""
    command = [sys.executable, str(tree / "docs" / "screenshots.py")]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(tree)}, check=True)
    files = sorted((tree / "docs" / "screenshots").glob("*.webp"))
    return {f"screenshot {file.stem}": read_image(file).tobytes() for file in files}


def main() -> int:
    """Compare, print what differs, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", metavar="COMMIT", help="what to compare with")
    parser.add_argument("--screenshots", action="store_true", help="compare these, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        given, tree = Path(name, "given"), Path(name, "before")
        command = ["git", "worktree", "add", "--detach", str(tree), options.before]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        try:
            write_inputs(given)
            formats = formats_of(tree, given)
            before = answers(tree, given, Path(name, "a"), formats)
            after = answers(ROOT, given, Path(name, "b"), formats)
            if options.screenshots:
                before |= screenshots(tree)
                after |= screenshots(ROOT)
        finally:
            command = ["git", "worktree", "remove", "--force", str(tree)]
            subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    differ = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    for key in differ:
        print(f"differs: {key}")
    print(f"{len({*before, *after}) - len(differ)} of {len({*before, *after})} are the same")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
