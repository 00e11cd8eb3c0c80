"""Stand-ins load where the encoders did, and say that there are none; FFmpeg is inside once."""

import shutil
import subprocess
import sys
from pathlib import Path

import av
import pruning
import pytest
import standins

SECOND = "opencv_python_headless.libs"


def test_opencv_takes_pyavs_ffmpeg_where_it_is_the_same():
    same = [
        ("av.libs/libavcodec-11.so.62.1", "/a", "BINARY"),
        ("av.libs/libavutil-12.so.60.2", "/b", "BINARY"),
        (f"{SECOND}/libavcodec-21.so.62.1", "/c", "BINARY"),
        (f"{SECOND}/libvpx-23.so.11", "/d", "BINARY"),
    ]
    found = standins.one_ffmpeg(same)
    link = "../av.libs/libavcodec-11.so.62.1"
    assert found[2] == (f"{SECOND}/libavcodec-21.so.62.1", link, "SYMLINK")
    assert found[:2] + found[3:] == same[:2] + same[3:]
    other = [*same, (f"{SECOND}/libavutil-22.so.59.9", "/e", "BINARY")]
    assert standins.one_ffmpeg(other) == other


def test_what_only_the_second_ffmpeg_needed_goes_and_links_to_it():
    linked = {"/cv2": [("libavcodec-21.so.62.1", ""), ("libavif.so.16", "")]}
    entries = [
        ("cv2/cv2.so", "/cv2", "EXTENSION"),
        ("av.libs/libavcodec-11.so.62.1", "/a", "BINARY"),
        (f"{SECOND}/libavcodec-21.so.62.1", "../av.libs/libavcodec-11.so.62.1", "SYMLINK"),
        (f"{SECOND}/libvpx-23.so.11", "/d", "BINARY"),
        (f"{SECOND}/libavif.so.16", "/f", "BINARY"),
        ("libvpx-23.so.11", f"{SECOND}/libvpx-23.so.11", "SYMLINK"),
        ("libavcodec-21.so.62.1", f"{SECOND}/libavcodec-21.so.62.1", "SYMLINK"),
    ]
    kept = pruning.without_orphans(entries, lambda source: linked.get(source, []))
    assert [inside for inside, _, _ in kept] == [
        "cv2/cv2.so",
        "av.libs/libavcodec-11.so.62.1",
        f"{SECOND}/libavcodec-21.so.62.1",
        f"{SECOND}/libavif.so.16",
        "libavcodec-21.so.62.1",
    ]


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not (shutil.which("cc") and shutil.which("nm")),
    reason="there is no compiler",
)
def test_pyav_reads_and_writes_without_the_encoders_and_says_that_they_are_not_there(tmp_path):
    libraries = Path(av.__file__).parents[1] / "av.libs"
    if not list(libraries.glob("libx264*")):
        pytest.skip("this PyAV brings no encoders")
    # A whole PyAV of its own: the libraries that it loads lie beside it.
    for name in ("av", "av.libs"):
        shutil.copytree(Path(av.__file__).parents[1] / name, tmp_path / name, symlinks=True)
    entries = [(f"av.libs/{file.name}", str(file), "BINARY") for file in libraries.iterdir()]
    work = tmp_path / "work"
    work.mkdir()
    found = standins.without_encoders(entries, work)
    changed = [(inside, source) for inside, source, _ in found if source.startswith(str(work))]
    assert len(changed) == 3
    for inside, source in changed:
        shutil.copy(source, tmp_path / inside)
        assert Path(source).stat().st_size < 100_000
    command, there = [sys.executable, "-c", _PROGRAM], {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        command, cwd=tmp_path, env=there, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["libx264", "libx265", "libsvtav1", "5"]


_PROGRAM = """
import io, os, av, numpy as np
from fractions import Fraction
assert os.path.dirname(av.__file__) == os.path.join(os.getcwd(), "av"), av.__file__
for name in ("libx264", "libx265", "libsvtav1"):
    codec = av.CodecContext.create(name, "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = 64, 64, "yuv420p", Fraction(1, 25)
    try:
        codec.open()
    except (av.FFmpegError, ValueError):
        print(name)
file = io.BytesIO()
with av.open(file, "w", format="mp4") as container:
    track = container.add_stream("mpeg4", rate=25)
    track.width, track.height, track.pix_fmt = 64, 64, "yuv420p"
    for _ in range(5):
        image = np.zeros((64, 64, 3), np.uint8)
        container.mux(track.encode(av.VideoFrame.from_ndarray(image, format="bgr24")))
    container.mux(track.encode())
print(sum(1 for _ in av.open(io.BytesIO(file.getvalue())).decode(video=0)))
"""
