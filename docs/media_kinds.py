"""Analyze a folder with 40 kinds of files: `python docs/media_kinds.py [--report FILE]`.

One photograph is written as every kind of picture and video that can be made here, beside files
that are neither, or damaged; `fer-desktop analyze` goes through the folder. Printed is a table:
what was read, with how many frames and faces, and what was left out and why. The exit code is 1
where something that should be read was not.
"""

import argparse
import contextlib
import datetime as dt
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1])]

import av
import cv2
import numpy as np
from PIL import Image

from fer_desktop.__main__ import main as fer_desktop
from fer_desktop.system import paths
from fer_desktop.vision.media.images import read_image

N_FRAMES = 5
PICTURES = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".bmp", ".webp", ".tif", ".tiff")
MOVING_PICTURES = (".gif", ".avif")
VIDEOS = {
    ".mp4": "libx264",
    ".m4v": "mpeg4",
    ".mov": "libx264",
    ".3gp": "mpeg4",
    ".f4v": "libx264",
    ".mkv": "libvpx-vp9",
    ".webm": "libvpx",
    ".avi": "mjpeg",
    ".wmv": "wmv2",
    ".flv": "flv",
    ".mpg": "mpeg1video",
    ".vob": "mpeg2video",
    ".ts": "libx265",  # into MP4 FFmpeg refuses what the encoder makes now and then
    ".mts": "libx264",
    ".ogv": "libvpx",
    ".mxf": "mpeg2video",
    ".nut": "ffv1",
    ".y4m": "rawvideo",
    ".mjpeg": "mjpeg",
    ".h264": "libx264",
    ".ivf": "libvpx",
}
_FORMATS = {".f4v": "mp4", ".mts": "mpegts", ".mjpeg": "mjpeg", ".h264": "h264", ".ogv": "ogg"}
_OTHERS = {
    "notes.txt": b"notes",
    "table.csv": b"a,b\n",
    "song.mp3": b"ID3",
    "paper.pdf": b"%PDF-1.7",
}


def make(folder: Path) -> set[str]:
    """Fill the folder, and return the names of those that are to be read."""
    image = cv2.resize(read_image(paths.demo_picture()), (640, 480))
    rgb = Image.fromarray(np.ascontiguousarray(image[:, :, ::-1]))
    good = set()
    for suffix in PICTURES:
        kind = {".jfif": "JPEG", ".jpe": "JPEG", ".apng": "PNG"}.get(suffix)
        rgb.save(folder / f"picture{suffix}", kind)
        good.add(f"picture{suffix}")
    for suffix in MOVING_PICTURES:
        rgb.save(folder / f"moving{suffix}", save_all=True, append_images=[rgb])
        good.add(f"moving{suffix}")
    for suffix, codec in VIDEOS.items():
        with contextlib.suppress(av.FFmpegError, ValueError):  # not every build can write it
            write(folder / f"video{suffix}", image, codec, _FORMATS.get(suffix))
            good.add(f"video{suffix}")
    for name, data in _OTHERS.items():
        (folder / name).write_bytes(data)
    (folder / "cut.jpg").write_bytes((folder / "picture.jpg").read_bytes()[:9000])
    (folder / "text.png").write_bytes(b"Dear reader, this is no picture.")
    (folder / "empty.mp4").touch()
    (folder / "picture without suffix").write_bytes((folder / "picture.jpg").read_bytes())
    return good


def write(path: Path, image: np.ndarray, codec: str, form: str | None) -> None:
    """Write a short video."""
    with av.open(str(path), "w", format=form) as file:
        quiet = {"x265-params": "log-level=none"} if codec == "libx265" else {}
        track = file.add_stream(codec, rate=25, options=quiet)
        assert isinstance(track, av.VideoStream)
        track.width, track.height = image.shape[1], image.shape[0]
        track.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        for number in range(N_FRAMES):
            frame = av.VideoFrame.from_ndarray(image, format="bgr24")
            frame.pts = number
            file.mux(track.encode(frame))
        file.mux(track.encode())


def analyzed(folder: Path) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Return what `analyze` says of each file, by name, and what it says besides."""
    out, err = folder.parent / "out.json", io.StringIO()
    arguments = ["analyze", str(folder), "--format", "json", "--output", str(out)]
    with contextlib.redirect_stderr(err):
        fer_desktop([*arguments, "--search", "fast", "--workers", "1"])
    inputs = json.loads(out.read_text(encoding="utf-8"))["inputs"]
    return {Path(each["path"]).name: each for each in inputs}, err.getvalue().splitlines()


def main() -> int:
    """Do it and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "files"
        folder.mkdir()
        good = make(folder)
        found, said = analyzed(folder)
        lines = [f"# A folder of many kinds, {dt.datetime.now(dt.UTC).date().isoformat()}", ""]
        lines += ["Made by `python docs/media_kinds.py --report FILE`; nothing here is typed.", ""]
        lines += ["| file | read | frames | faces | why not |", "|---|---|---|---|---|"]
        is_well = True
        for name in sorted(path.name for path in folder.iterdir()):
            each = found.get(name)
            if each is None:
                lines.append(f"| {name} | left out | | | no kind that is read |")
                continue
            n_faces = sum(len(frame["faces"]) for frame in each["frames"])
            why = (each["error"] or "").replace(str(folder / name), "").strip(": ")
            read = "no" if each["error"] else "yes"
            lines.append(f"| {name} | {read} | {len(each['frames'])} | {n_faces} | {why} |")
            is_well = is_well and (name not in good or (read == "yes" and n_faces > 0))
        lines += ["", *(line.replace(str(folder), "FOLDER") for line in said if "left out" in line)]
    print("\n".join(lines))
    if options.report is not None:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
